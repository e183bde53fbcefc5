//===- Diff.cpp - What two reports have not in common ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Diff.h"
#include "warrant/Baseline.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

using namespace llvm;

namespace warrant {
namespace {

/// The sites of a report that are compared, and as what.
struct Side {
  std::vector<const Site *> Sites;
  std::vector<BaselineEntry> Entries;

  explicit Side(const Report &R) {
    for (const Site &S : R.Sites)
      if (!isVendored(R, S)) {
        Sites.push_back(&S);
        Entries.push_back(baselineEntry(S));
      }
  }
};

/// An excuse is no status, and what is set aside is not open all the same.
bool isChanged(const Site &A, const Site &B) {
  auto Ids = [](const Site &S) {
    std::set<StringRef> Result;
    for (const Defect &D : S.Defects)
      Result.insert(D.Id);
    return Result;
  };
  return A.State != B.State || A.Excuse.has_value() != B.Excuse.has_value() ||
         Ids(A) != Ids(B);
}

bool isMoved(const Site &A, const Site &B) {
  return std::tie(A.Where.File, A.FunctionName) !=
         std::tie(B.Where.File, B.FunctionName);
}

bool isWorthTelling(const Site &S) {
  return S.State != Status::Proven || !S.Defects.empty();
}

} // namespace

ReportDiff diffReports(const Report &Old, const Report &New,
                       const std::map<std::string, std::string> &FormerNames) {
  const Side Then(Old), Now(New);
  const StringSet<> Functions = functionsOf(New);
  auto Any = [](const BaselineEntry &, const BaselineEntry &) { return true; };
  auto HasLeft = [&](const BaselineEntry &E) {
    return !contains(Functions, E);
  };
  const auto Former =
      matchEntries(Then.Entries, Now.Entries, {FormerNames, Any, HasLeft});
  ReportDiff D;
  std::vector<bool> IsThere(Then.Sites.size());
  for (const auto &[S, Index] : zip_equal(Now.Sites, Former)) {
    if (!Index) {
      if (isWorthTelling(*S))
        D.New.push_back(S);
      continue;
    }
    IsThere[*Index] = true;
    const SitePair Pair{Then.Sites[*Index], S};
    if (isChanged(*Pair.Old, *S))
      D.Changed.push_back(Pair);
    if (isMoved(*Pair.Old, *S))
      D.Moved.push_back(Pair);
  }
  for (const auto &[S, Stayed] : zip_equal(Then.Sites, IsThere))
    if (!Stayed && isWorthTelling(*S))
      D.Gone.push_back(S);
  return D;
}

} // namespace warrant
