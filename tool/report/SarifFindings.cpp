//===- SarifFindings.cpp - What becomes a result in SARIF -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifFindings.h"
#include "Wording.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace warrant;
using llvm::StringRef;

namespace {

StringRef defectLevel(Precision Sure) {
  switch (Sure) {
  case Precision::Certain:
    return "error";
  case Precision::Likely:
    return "warning";
  case Precision::Possible:
    break;
  }
  return "note";
}

/// The less, the worse.
unsigned rankOf(const SarifFinding &F) {
  const unsigned Level = llvm::StringSwitch<unsigned>(levelOf(F))
                             .Case("error", 0)
                             .Case("warning", 1)
                             .Default(2);
  const auto OfSeverity =
      F.Open ? static_cast<unsigned>(F.Open->Level) : unsigned(Severity::Low);
  return Level * 4 + OfSeverity;
}

} // namespace

const std::optional<std::string> *SarifFinding::baseline() const {
  if (Open)
    return &Open->Baseline;
  return Said ? &Said->Baseline : nullptr;
}

StringRef warrant::sarifLevel(Severity Level, Precision Sure) {
  if (Level == Severity::Low || Sure == Precision::Possible)
    return "note";
  return "warning";
}

StringRef warrant::levelOf(const SarifFinding &F) {
  if (F.Wrong)
    return defectLevel(F.Wrong->Sure);
  return F.Open ? sarifLevel(F.Open->Level, F.Open->Sure) : "note";
}

std::vector<SarifFinding> warrant::findingsOf(const Report &R,
                                              const Verdict &V) {
  std::vector<SarifFinding> Findings;
  for (const Site &S : R.Sites) {
    if (isVendored(R, S))
      continue;
    for (const Defect &D : S.Defects)
      Findings.push_back({.Open = &S, .Wrong = &D});
    if (S.State <= Status::Partial)
      Findings.push_back({.Open = &S});
  }
  for (const Remark &M : R.Remarks)
    if (!isVendored(R, M))
      Findings.push_back({.Said = &M});
  for (const BaselineEntry &E : V.Stale)
    Findings.push_back({.Gone = &E});
  return Findings;
}

void warrant::dropSettled(std::vector<SarifFinding> &Findings,
                          std::vector<std::string> &LeftOut) {
  auto Drop = [&](auto IsSettled, StringRef Why) {
    const size_t Before = Findings.size();
    llvm::erase_if(Findings, IsSettled);
    if (const size_t Count = Before - Findings.size())
      LeftOut.push_back(counted(Count, "result") + " left out: " + Why.str());
  };
  Drop([](const SarifFinding &F) { return F.isExcused(); },
       "excused, which GitHub would show as open");
  Drop(
      [](const SarifFinding &F) {
        return F.baseline() && *F.baseline() && **F.baseline() == "known";
      },
      "known to the baseline, which GitHub does not look at");
  llvm::erase_if(Findings, [](const SarifFinding &F) { return F.Gone; });
}

void warrant::keepWorst(std::vector<SarifFinding> &Findings, size_t Limit) {
  if (Findings.size() <= Limit)
    return;
  std::vector<std::pair<unsigned, size_t>> Ranked;
  for (const auto &[N, Each] : llvm::enumerate(Findings))
    Ranked.push_back({rankOf(Each), N});
  llvm::sort(Ranked);
  Ranked.resize(Limit);
  llvm::sort(Ranked, llvm::less_second());
  std::vector<SarifFinding> Kept;
  for (const auto &[Rank, N] : Ranked)
    Kept.push_back(Findings[N]);
  Findings = std::move(Kept);
}
