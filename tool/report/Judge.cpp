//===- Judge.cpp - What fails a run ---------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include <array>

using namespace warrant;
using llvm::StringLiteral;
using llvm::StringRef;
using llvm::Twine;

namespace {

constexpr std::array<StringLiteral, 5> Conditions = {"undocumented", "partial",
                                                     "defect", "remark", "new"};

/// In what order failures are told: the worst first.
constexpr std::array<FailOn, 5> WorstFirst = {FailOn::Defect, FailOn::New,
                                              FailOn::Undocumented,
                                              FailOn::Partial, FailOn::Remark};

unsigned countFindings(const Report &R, const Site &S, FailOn Condition) {
  if (isVendored(R, S) || S.Excuse)
    return 0;
  switch (Condition) {
  case FailOn::Undocumented:
    return S.State <= Status::Undocumented;
  case FailOn::Partial:
    return S.State <= Status::Partial;
  case FailOn::Defect:
    return S.Defects.size();
  case FailOn::New:
    return S.Baseline == "new" &&
           (S.State <= Status::Partial || !S.Defects.empty());
  case FailOn::Remark:
    break;
  }
  return 0;
}

unsigned countFindings(const Report &R, FailOn Condition) {
  unsigned Count = 0;
  for (const Site &S : R.Sites)
    Count += countFindings(R, S, Condition);
  if (Condition == FailOn::Remark)
    for (const Remark &M : R.Remarks)
      Count += !isVendored(R, M);
  return Count;
}

std::string failure(FailOn Condition, unsigned Count) {
  const StringRef S = Count == 1 ? "" : "s";
  const StringRef Are = Count == 1 ? "is" : "are";
  switch (Condition) {
  case FailOn::Undocumented:
    return (Twine(Count) + " site" + S + " " + Are + " undocumented").str();
  case FailOn::Partial:
    return (Twine(Count) + " site" + S + " " + Are + " partial or worse").str();
  case FailOn::Defect:
    return (Twine(Count) + " defect" + S).str();
  case FailOn::Remark:
    return (Twine(Count) + " remark" + S).str();
  case FailOn::New:
    return (Twine(Count) + " site" + S + " " + Are + " new").str();
  }
  return {};
}

/// What the policy expects to fail doesn't make an audit incomplete.
bool hasFailed(const UnitSummary &U) {
  return U.Excuse.empty() && U.State != UnitStatus::Ok &&
         U.State != UnitStatus::Skipped;
}

bool isAnalysed(const UnitSummary &U) {
  return U.State == UnitStatus::Ok || U.State == UnitStatus::Errors;
}

} // namespace

StringRef warrant::toString(FailOn F) {
  return Conditions[static_cast<size_t>(F)];
}

std::optional<FailOn> warrant::parseFailOn(StringRef Word) {
  const auto *It = llvm::find(Conditions, Word);
  if (It == Conditions.end())
    return std::nullopt;
  return static_cast<FailOn>(It - Conditions.begin());
}

int Verdict::exitStatus() const {
  if (!Failures.empty())
    return 1;
  return Incomplete ? 3 : 0;
}

Verdict warrant::judge(const Report &R, const Policy &P) {
  Verdict V;
  for (FailOn Condition : WorstFirst) {
    if (!P.FailsOn.count(Condition))
      continue;
    if (unsigned Count = countFindings(R, Condition))
      V.Failures.push_back(failure(Condition, Count) +
                           " (--fail-on=" + toString(Condition).str() + ")");
  }

  if (size_t Failed = llvm::count_if(R.Units, hasFailed))
    V.IncompleteReasons.push_back(
        (Twine(Failed) + " of " + Twine(R.Units.size()) +
         (R.Units.size() == 1 ? " unit" : " units") + " failed")
            .str());
  if (llvm::none_of(R.Units, isAnalysed))
    V.IncompleteReasons.push_back("no unit was analysed");
  V.Incomplete = !V.IncompleteReasons.empty();
  return V;
}
