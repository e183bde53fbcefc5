//===- Writers.h - Reports in all their forms -------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The last stage: a Report and its Verdict become bytes. Output is sorted and
// depends on nothing but the arguments. readReport() is the inverse of
// writeJSON(), so that every other writer works from a saved JSON too.
// UnitResults cross process borders by writeUnit() and readUnit().
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_WRITERS_H
#define WARRANT_WRITERS_H

#include "warrant/CheckInfo.h"
#include "warrant/Report.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace warrant {

/// Gives a file's text by its path in the report, or absence.
using SourceReader = std::function<std::optional<std::string>(llvm::StringRef)>;

/// How the text report looks.
struct TextOptions {
  bool Terminal = false; ///< the 20 worst with carets and a table, not all
  bool Colors = false;
  bool All = false;   ///< on a terminal: every site
  bool Notes = false; ///< show missing properties
  bool Vendored = false;
  SourceReader Source; ///< for carets; may be null
};

llvm::Error writeText(const Report &R, const Verdict &V,
                      const TextOptions &Options, llvm::raw_ostream &OS);
llvm::Error writeJSON(const Report &R, const Verdict &V, llvm::raw_ostream &OS);

/// Whom a SARIF log is for.
enum class SarifProfile : uint8_t {
  Full,  ///< everything
  GitHub ///< what code scanning shows right, within its limits
};

/// What can be done about a site, in its file.
struct SourceFix {
  std::string Description; ///< a sentence
  std::vector<TextEdit> Edits;
};
/// By the site that they are for.
using SourceFixes = std::map<const Site *, std::vector<SourceFix>>;

/// What SARIF takes beside the report.
struct SarifOptions {
  /// The checks whose kinds become rules.
  llvm::ArrayRef<const CheckInfo *> Checks;
  /// For exact snippets, line hashes, and for columns that count characters
  /// (the report's count bytes); may be null.
  SourceReader Source;
  SarifProfile Profile = SarifProfile::Full;
  SourceFixes Fixes = {};
  /// What the profile left out, a sentence each; may be null.
  std::vector<std::string> *LeftOut = nullptr;
};
llvm::Error writeSARIF(const Report &R, const Verdict &V,
                       const SarifOptions &Options, llvm::raw_ostream &OS);
/// With all built-in checks, and without the sources. Inline, so that the
/// library of the writers does not depend on that of the checks.
inline llvm::Error writeSARIF(const Report &R, const Verdict &V,
                              llvm::raw_ostream &OS) {
  return writeSARIF(R, V, {.Checks = allChecks(), .Source = nullptr}, OS);
}

/// What a pull request or a job's summary shows: totals, a table by check, and
/// the worst of what is open, cut short where GitHub would take no more.
llvm::Error writeMarkdown(const Report &R, const Verdict &V,
                          llvm::raw_ostream &OS);

/// The sites and remarks as a table by RFC 4180.
llvm::Error writeCSV(const Report &R, llvm::raw_ostream &OS);

/// What writeJSON wrote.
struct SavedReport {
  Report Audit;
  Verdict Judged;
};
llvm::Expected<SavedReport> readSavedReport(llvm::StringRef JSON);

/// Reads what writeJSON wrote. The error names the first member that is
/// missing or wrong, by its JSON pointer.
llvm::Expected<Report> readReport(llvm::StringRef JSON);

/// One line of JSON, without a line break, and back.
void writeUnit(const UnitResult &U, llvm::raw_ostream &OS);
llvm::Expected<UnitResult> readUnit(llvm::StringRef JSON);

} // namespace warrant

#endif // WARRANT_WRITERS_H
