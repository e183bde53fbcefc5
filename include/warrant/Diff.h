//===- Diff.h - What two reports have not in common -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sites of two reports are told to be one as those of a baseline are, so that
// a line that moved is no difference.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_DIFF_H
#define WARRANT_DIFF_H

#include "warrant/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace warrant {

/// A site as both reports have it; they must outlive this.
struct SitePair {
  const Site *Old = nullptr;
  const Site *New = nullptr;
};

/// Vendored sites are left out. Each list is in the order of its report.
struct ReportDiff {
  std::vector<const Site *> New;  ///< those that are proven are left out
  std::vector<const Site *> Gone; ///< and here, too
  std::vector<SitePair> Changed;  ///< another status, or other defects
  std::vector<SitePair> Moved;    ///< to another file or function
};

/// \p FormerNames: what files of \p New were called in \p Old.
ReportDiff diffReports(const Report &Old, const Report &New,
                       const std::map<std::string, std::string> &FormerNames);

void writeDiffText(const ReportDiff &D, llvm::raw_ostream &OS);
void writeDiffJSON(const ReportDiff &D, llvm::raw_ostream &OS);
void writeDiffMarkdown(const ReportDiff &D, llvm::raw_ostream &OS);

} // namespace warrant

#endif // WARRANT_DIFF_H
