//===- Report.h - The merged audit and its verdict --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// merge() turns UnitResults into one Report: a site an identity, the worst
// status, the surest precision, united sets, sorted, with fingerprints.
// judge() decides what of it fails a run. The writers (Writers.h) print both.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_H
#define WARRANT_REPORT_H

#include "warrant/Site.h"
#include <memory>

namespace warrant {

/// How a run was made. No clock, no absolute path, no machine's name.
struct RunInfo {
  std::string Revision; ///< git's commit, or empty
  bool Dirty = false;
  std::string ConfigDigest;
  std::string CommandsDigest;
  std::vector<std::string> Configurations;
  bool Strict = false;
  /// Where the project is kept, as an address without credentials; or empty.
  std::string Repository = {};
  std::vector<std::string> Checks = {}; ///< those that were on, sorted
  friend bool operator==(const RunInfo &, const RunInfo &) = default;
};

/// One unit's fate.
struct UnitSummary {
  std::string File;
  std::string Configuration;
  UnitStatus State = UnitStatus::Ok;
  std::vector<std::string> Messages;
  /// Why the policy takes it that the unit fails; empty where it does not.
  std::string Excuse = {};
  friend auto operator<=>(const UnitSummary &, const UnitSummary &) = default;
};

/// What all units together saw of one file.
struct FileSummary {
  unsigned Lines = 0;
  unsigned Functions = 0;
  unsigned FunctionsWithOperations = 0;
  bool Vendored = false;
  /// That are declared here for others, and those with a contract.
  unsigned PublicFunctions = 0;
  unsigned PublicWithContract = 0;
  friend bool operator==(const FileSummary &, const FileSummary &) = default;
};

/// Counts, derived from the sites and remarks by summarize(). All but those
/// that are named so leave vendored files out.
struct Summary {
  unsigned Sites = 0;
  unsigned Unknown = 0;
  unsigned Undocumented = 0;
  unsigned Partial = 0;
  unsigned Documented = 0;
  unsigned Proven = 0;
  unsigned Excused = 0;
  unsigned Defects = 0;
  unsigned Remarks = 0;
  unsigned VendoredFiles = 0;
  unsigned VendoredSites = 0;
  unsigned New = 0;   ///< sites and remarks that are not in the baseline
  unsigned Known = 0; ///< and those that are
  friend bool operator==(const Summary &, const Summary &) = default;
};

/// Code that the audit could not see, beyond the units that failed.
struct BlindSpots {
  std::vector<std::string> FilesInNoUnit;
  unsigned LinesNeverLive = 0;
  unsigned IndirectCalls = 0;
  unsigned UninstantiatedPatterns = 0;
  friend bool operator==(const BlindSpots &, const BlindSpots &) = default;
};

/// The whole audit. Sites of vendored files are in it, and marked by
/// Files[...].Vendored; writers leave them out unless asked.
struct Report {
  RunInfo Run;
  std::vector<UnitSummary> Units;
  std::map<std::string, FileSummary> Files;
  std::vector<Site> Sites;     ///< by place, check, kind, token
  std::vector<Remark> Remarks; ///< by place, kind
  BlindSpots Blind;
  /// Checks that were off, with how many sites each would have added; empty
  /// where it was not counted.
  std::map<std::string, unsigned> OffByCheck;
  friend bool operator==(const Report &, const Report &) = default;
};

/// Merges results as they come, so that they need not be in memory together.
/// Their order does not matter, and a result that is added twice counts once.
class Merger {
public:
  Merger();
  ~Merger();
  void add(UnitResult U);
  /// The same in pieces: what a unit is, and some of what it tells. What
  /// several units tell alike need be added once only.
  void addUnit(UnitSummary U);
  void addPart(UnitResult Part);
  /// The report of all that was added; ends the merger's use.
  Report take();

private:
  struct Union;
  std::unique_ptr<Union> All;
};

/// Merges \p Units. The order of \p Units does not matter, and a result that
/// is there twice counts once.
Report merge(std::vector<UnitResult> Units);

/// Counts the sites and remarks of \p R.
Summary summarize(const Report &R);

/// Whether \p S, or the remark \p M, stands in a vendored file of \p R.
bool isVendored(const Report &R, const Site &S);
bool isVendored(const Report &R, const Remark &M);

/// What `--fail-on` names.
enum class FailOn : uint8_t { Undocumented, Partial, Defect, Remark, New };
llvm::StringRef toString(FailOn F);
std::optional<FailOn> parseFailOn(llvm::StringRef Word);

/// What a run is judged by.
struct Policy {
  std::set<FailOn> FailsOn;
};

/// A finding that was there when the baseline was written.
struct BaselineEntry {
  std::string File;
  std::string Function; ///< qualified, without types
  std::string Check;
  std::string Kind;
  std::string Operation; ///< its tokens, or what stands for long ones
  std::string Fingerprint;
  /// What was accepted; `documented` where only a defect was.
  Status State = Status::Undocumented;
  std::vector<std::string> Defects; ///< their names, sorted
  std::string Reason; ///< of `warrant baseline --accept`, or empty
  friend auto operator<=>(const BaselineEntry &,
                          const BaselineEntry &) = default;
};

/// What judge() found.
struct Verdict {
  std::vector<std::string> Failures; ///< a sentence each, worst first
  bool Incomplete = false;           ///< a unit failed, or nothing was analysed
  std::vector<std::string> IncompleteReasons;
  /// What the baseline knows and is no more; of files analysed only.
  std::vector<BaselineEntry> Stale;
  std::vector<std::string> Warnings; ///< what is wrong with the policy
  /// DESIGN's exit status: 1 for a failure, else 3 when incomplete, else 0.
  int exitStatus() const;
};

Verdict judge(const Report &R, const Policy &P);

} // namespace warrant

#endif // WARRANT_REPORT_H
