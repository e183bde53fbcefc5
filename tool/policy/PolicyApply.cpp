//===- PolicyApply.cpp - What the policy says of a report -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PolicyApply.h"
#include "PathGlob.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace warrant {
namespace {

/// Which files are meant. The loader let only good globs through.
class PathSelector {
public:
  explicit PathSelector(ArrayRef<std::string> Texts) {
    for (const std::string &Text : Texts)
      cantFail(Globs.add(Text));
  }

  bool matches(StringRef File) const {
    SmallVector<StringRef, 8> Names;
    File.split(Names, '/', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
    return Globs.match(Names);
  }

private:
  PathGlobList Globs;
};

bool matchesName(StringRef Text, StringRef Name) {
  Expected<GlobPattern> Glob = GlobPattern::create(Text);
  if (Glob)
    return Glob->match(Name);
  consumeError(Glob.takeError());
  return false;
}

/// Whether \p Text matches the check, the kind or a defect of \p S.
bool matchesSite(StringRef Text, const Site &S) {
  return matchesName(Text, S.Check) || matchesName(Text, S.Kind) ||
         any_of(S.Defects,
                [&](const Defect &D) { return matchesName(Text, D.Id); });
}

bool isOpen(const Site &S) { return S.State <= Status::Partial && !S.Excuse; }

bool hasFailed(const UnitSummary &U) {
  return U.State != UnitStatus::Ok && U.State != UnitStatus::Skipped;
}

bool isForbidden(const Site &S) {
  return any_of(S.Defects,
                [](const Defect &D) { return D.Id == ForbiddenDefect; });
}

/// Applies the policy to one report, in this order: severities, what is
/// forbidden, what is excused.
class PolicyStage {
public:
  PolicyStage(Report &R, const Config &C, StringRef Today, bool Whole)
      : R(R), C(C), Today(Today),
        IsComplete(Whole && none_of(R.Units, hasFailed)) {}

  std::vector<std::string> run();

private:
  void applyRule(const PolicyRule &Rule);
  void applyAllowed();
  void forbid(Site &S, const Twine &Why);
  bool holds(const PolicyExcuse &E);
  void excuseSites(const PolicyExcuse &E);
  void excuseUnits(const PolicyExcuse &E);
  std::string reasonOf(const PolicyExcuse &E) const {
    return E.Owner.empty() ? E.Reason : E.Reason + " (" + E.Owner + ")";
  }
  void warn(const std::string &Place, const Twine &What) {
    Warnings.push_back((Place + ": " + What).str());
  }

  Report &R;
  const Config &C;
  StringRef Today;
  bool IsComplete;
  std::vector<std::string> Warnings;
};

/// What is proven is none of a policy's business.
void PolicyStage::forbid(Site &S, const Twine &Why) {
  if (S.State == Status::Proven || isForbidden(S))
    return;
  S.Defects.push_back({ForbiddenDefect.str(), Precision::Certain, Why.str()});
  sort(S.Defects);
}

void PolicyStage::applyRule(const PolicyRule &Rule) {
  const PathSelector Paths(Rule.Paths);
  for (Site &S : R.Sites) {
    if ((!Rule.Paths.empty() && !Paths.matches(S.Where.File)) ||
        (isVendored(R, S) && !Rule.Vendored))
      continue;
    for (const auto &[Name, Level] : Rule.Severities)
      if (matchesSite(Name, S))
        S.Level = Level;
    if (any_of(Rule.Forbid,
               [&](StringRef Name) { return matchesSite(Name, S); }))
      forbid(S, "'" + S.Kind + "' is forbidden here by " + Rule.Place +
                    (Rule.Reason.empty() ? "" : ": " + Rule.Reason));
  }
}

void PolicyStage::applyAllowed() {
  if (C.Allowed.empty())
    return;
  const PathSelector Paths(C.Allowed);
  for (Site &S : R.Sites)
    if (!isVendored(R, S) && !Paths.matches(S.Where.File))
      forbid(S, "raw memory is allowed in " + join(C.Allowed, ", ") + " only");
}

/// Whether \p E says why, and has not expired.
bool PolicyStage::holds(const PolicyExcuse &E) {
  if (StringRef(E.Reason).trim().empty()) {
    warn(E.Place, "an excuse without a reason does nothing");
    return false;
  }
  if (E.Expires.empty() || Today.empty() || Today <= E.Expires)
    return true;
  warn(E.Place, "the excuse expired on " + E.Expires +
                    (E.Owner.empty() ? "" : "; its owner is " + E.Owner));
  return false;
}

void PolicyStage::excuseSites(const PolicyExcuse &E) {
  if (!holds(E))
    return;
  const PathSelector Paths(E.Paths);
  bool IsUsed = false;
  for (Site &S : R.Sites) {
    const bool IsMeant =
        (E.Paths.empty() || Paths.matches(S.Where.File)) &&
        (E.Names.empty() ||
         any_of(E.Names, [&](StringRef Name) { return matchesSite(Name, S); }));
    // What is documented and right needs no excuse.
    if (!IsMeant || (S.State > Status::Partial && S.Defects.empty()))
      continue;
    IsUsed = true;
    if (!S.Excuse)
      S.Excuse = reasonOf(E);
  }
  if (!IsUsed && IsComplete)
    warn(E.Place, "the excuse is stale: there is no such site");
}

void PolicyStage::excuseUnits(const PolicyExcuse &E) {
  if (!holds(E))
    return;
  const PathSelector Paths(E.Paths);
  bool IsUsed = false;
  for (UnitSummary &U : R.Units) {
    if (!Paths.matches(U.File))
      continue;
    IsUsed = true;
    if (hasFailed(U))
      U.Excuse = reasonOf(E);
    else
      warn(E.Place, "'" + U.File + "' does not fail any more");
  }
  if (!IsUsed && IsComplete)
    warn(E.Place, "there is no such unit");
}

std::vector<std::string> PolicyStage::run() {
  for (const PolicyRule &Rule : C.Rules)
    applyRule(Rule);
  applyAllowed();
  for (const PolicyExcuse &E : C.Excuses)
    excuseSites(E);
  for (const PolicyExcuse &E : C.Failures)
    excuseUnits(E);
  const bool HasExpiry =
      any_of(C.Excuses, [](const auto &E) { return !E.Expires.empty(); }) ||
      any_of(C.Failures, [](const auto &E) { return !E.Expires.empty(); });
  if (Today.empty() && HasExpiry)
    Warnings.push_back("what day it is nobody says, so no excuse expires: give "
                       "--today YYYY-MM-DD");
  return std::move(Warnings);
}

/// How many sites of \p Rule's are open.
unsigned openSites(const Report &R, const PolicyRule &Rule) {
  const PathSelector Paths(Rule.Paths);
  return count_if(R.Sites, [&](const Site &S) {
    return isOpen(S) && (Rule.Vendored || !isVendored(R, S)) &&
           (Rule.Paths.empty() || Paths.matches(S.Where.File));
  });
}

} // namespace

std::vector<std::string> applyPolicy(Report &R, const Config &C,
                                     StringRef Today, bool Whole) {
  return PolicyStage(R, C, Today, Whole).run();
}

void judgePolicy(const Report &R, const Config &C, Verdict &V) {
  const unsigned Forbidden = count_if(R.Sites, [](const Site &S) {
    return isForbidden(S) && !S.Excuse && S.Baseline != "known";
  });
  if (Forbidden)
    V.Failures.push_back((Twine(Forbidden) +
                          (Forbidden == 1 ? " site is" : " sites are") +
                          " forbidden (policy)")
                             .str());
  for (const PolicyRule &Rule : C.Rules) {
    if (!Rule.Budget)
      continue;
    const unsigned Open = openSites(R, Rule);
    if (Open > *Rule.Budget)
      V.Failures.push_back((Twine(Open) + " sites are open in " +
                            (Rule.Paths.empty() ? std::string("the project")
                                                : join(Rule.Paths, ", ")) +
                            ", the budget of " + Rule.Place + " is " +
                            Twine(*Rule.Budget))
                               .str());
  }
}

} // namespace warrant
