//===- SarifPlaces.h - Places in a SARIF log --------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Our paths become URIs relative to SRCROOT, our byte columns code points.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_SARIFPLACES_H
#define WARRANT_REPORT_SARIFPLACES_H

#include "JsonReader.h"
#include "SourceText.h"
#include "warrant/Report.h"
#include <map>

namespace warrant {

/// What relative URIs are relative to: the root, which is not named.
inline constexpr llvm::StringLiteral SourceRoot = "SRCROOT";

/// Makes locations; lists the files that they name.
class SarifPlaces {
public:
  SarifPlaces(const Report &R, const SourceReader &Read);

  /// Where \p S is, with its text and the lines around it.
  Json location(const Site &S);
  /// A point, as of a remark. Absent where it is not under the root: the log
  /// names no absolute path.
  std::optional<Json> location(const Location &L);
  std::optional<Json> artifactLocation(const std::string &File) const;
  /// A file from its first line to its last.
  std::optional<Json> wholeFile(const std::string &File) const;
  /// The line by which GitHub knows \p Where; absent without its text.
  std::optional<std::string> lineHash(const Location &Where);
  unsigned characterColumn(const std::string &File, unsigned Line,
                           unsigned Column);
  const Json &artifacts() const { return Artifacts; }

private:
  Json region(const Site &S);
  std::optional<Json> contextRegion(const Site &S);
  std::optional<std::string> exactText(const Site &S);

  const Report &R;
  SourceText Text;
  std::string HashedFile;
  std::vector<std::string> Hashes; ///< of its lines
  std::map<std::string, size_t> Index;
  Json Artifacts = Json::array();
};

} // namespace warrant

#endif // WARRANT_REPORT_SARIFPLACES_H
