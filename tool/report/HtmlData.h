//===- HtmlData.h - What the HTML page is told ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_HTMLDATA_H
#define WARRANT_REPORT_HTMLDATA_H

#include "HtmlStrings.h"
#include "SourceText.h"
#include "warrant/Html.h"

namespace warrant {

/// Writes the data of one page: what all of it needs, the columns of the list,
/// and for each file what is only looked at one site at a time.
class HtmlData {
public:
  HtmlData(const Report &R, const Verdict &V, const HtmlOptions &Options);
  void write(llvm::raw_ostream &OS);

private:
  void addHead(JsonStream &J) const;
  void addMeasures(JsonStream &J) const;
  void addTrend(JsonStream &J) const;
  void addFiles(JsonStream &J) const;
  void addKinds(JsonStream &J) const;
  void addRemarks(JsonStream &J) const;
  void addUnits(JsonStream &J) const;
  void addColumns(JsonStream &J) const;
  unsigned flagsOf(const Site &S) const;
  void writeFiles(llvm::raw_ostream &OS);
  void addFile(JsonStream &J, size_t First, size_t Last);
  void addDetails(JsonStream &J, const Site &S, HtmlStrings &Text) const;
  void addLines(JsonStream &J, size_t First, size_t Last, HtmlStrings &Text);
  bool isAsScanned(size_t First, size_t Last);

  const Report &R;
  const Verdict &V;
  const HtmlOptions &Options;
  SourceText Source;
  std::vector<std::string> Files; ///< of R.Files, and others with sites
  std::map<std::string, unsigned> FileNumbers;
  /// Check and kind; those of the report.
  std::map<std::pair<std::string, std::string>, unsigned> Kinds;
  std::set<const Site *> New, Changed; ///< since the earlier report
};

} // namespace warrant

#endif // WARRANT_REPORT_HTMLDATA_H
