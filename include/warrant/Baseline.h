//===- Baseline.h - What was there before -----------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A baseline lists the findings that a project has accepted for now, one line
// each, so that what is new can be told from them. It knows a finding by its
// fingerprint, and where that has changed because equal operations before it
// came or went, or because its file or function has moved, by what the
// fingerprint is made of.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_BASELINE_H
#define WARRANT_BASELINE_H

#include "warrant/Report.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/raw_ostream.h"
#include <functional>

namespace warrant {

/// The entries, sorted, each fingerprint once.
struct Baseline {
  std::vector<BaselineEntry> Entries;
  /// They are in one file a folder: of the files directly in it.
  bool PerFolder = false;
};

/// Adds the entries of the file \p Buffer to \p B. The error is one line a
/// mistake, with file and line.
llvm::Error readBaseline(llvm::MemoryBufferRef Buffer, Baseline &B);

/// Writes one file's entries.
void writeBaseline(llvm::ArrayRef<BaselineEntry> Entries, bool PerFolder,
                   llvm::raw_ostream &OS);

/// What is known about the files between then and now.
struct BaselineScope {
  /// The former names of files that were renamed.
  std::map<std::string, std::string> FormerNames;
  /// Whether everything that a file holds was seen this time, or the file is no
  /// more.
  std::function<bool(llvm::StringRef)> IsSettled;
};

/// What has become of a baseline.
struct BaselineResult {
  /// What is still there, as it is now, and what was not looked at.
  std::vector<BaselineEntry> Kept;
  std::vector<BaselineEntry> Stale; ///< what is no more
  std::vector<BaselineEntry> New;   ///< of the report, and not in the baseline
};

/// Marks the findings of \p R: open sites, sites with defects, and remarks,
/// without those that are excused or vendored.
BaselineResult applyBaseline(Report &R, const Baseline &B,
                             const BaselineScope &Scope);

/// All findings of \p R as entries.
std::vector<BaselineEntry> baselineEntries(const Report &R);

BaselineEntry baselineEntry(const Site &S);

/// How entries of two times are told to be one.
struct MatchRules {
  const std::map<std::string, std::string> &FormerNames;
  /// Whether an entry of then may be one of now.
  llvm::function_ref<bool(const BaselineEntry &, const BaselineEntry &)> Fits;
  /// Whether the function of an entry of then is no more in its file.
  llvm::function_ref<bool(const BaselineEntry &)> HasLeft;
};

/// For each of \p Now which of \p Then it is, each of them once.
std::vector<std::optional<size_t>>
matchEntries(llvm::ArrayRef<BaselineEntry> Then,
             llvm::ArrayRef<BaselineEntry> Now, const MatchRules &Rules);

/// The files and functions of \p R that have a site; for MatchRules::HasLeft.
llvm::StringSet<> functionsOf(const Report &R);
bool contains(const llvm::StringSet<> &Functions, const BaselineEntry &E);

} // namespace warrant

#endif // WARRANT_BASELINE_H
