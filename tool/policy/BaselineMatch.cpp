//===- BaselineMatch.cpp - What a baseline knows of a report --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An entry is used up by one finding, so that a baseline never covers more
// than was accepted. The surest ways to know a finding come first.
//
//===----------------------------------------------------------------------===//

#include "tool/report/SarifRules.h"
#include "warrant/Baseline.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace warrant {
namespace {

/// A finding as an entry, and where its mark goes.
struct Finding {
  BaselineEntry Now;
  std::optional<std::string> *Mark;
};

/// The text as JSON can hold it.
std::string clean(StringRef Text) { return json::fixUTF8(Text); }

/// Tokens may be as long as a function; a hash stands for the rest of those.
std::string operationOf(StringRef Tokens) {
  constexpr size_t Longest = 80, Shown = 64;
  if (Tokens.size() <= Longest)
    return clean(Tokens);
  return clean(Tokens.take_front(Shown)) + "..." +
         toHex(BLAKE3::hash<4>(arrayRefFromStringRef(Tokens)),
               /*LowerCase=*/true);
}

BaselineEntry entryOf(const Site &S) {
  BaselineEntry E{clean(S.Where.File),
                  clean(S.FunctionName),
                  S.Check,
                  S.Kind,
                  operationOf(S.Tokens),
                  S.Fingerprint,
                  std::min(S.State, Status::Documented),
                  {},
                  {}};
  for (const Defect &D : S.Defects)
    E.Defects.push_back(D.Id);
  sort(E.Defects);
  E.Defects.erase(std::unique(E.Defects.begin(), E.Defects.end()),
                  E.Defects.end());
  return E;
}

BaselineEntry entryOf(const Remark &M) {
  return {clean(M.Where.File),
          "",
          RemarkCheck.str(),
          M.Kind,
          operationOf(M.Subject),
          M.Fingerprint,
          Status::Undocumented,
          {},
          {}};
}

bool isFinding(const Report &R, const Site &S) {
  return !isVendored(R, S) && !S.Excuse &&
         (S.State <= Status::Partial || !S.Defects.empty());
}

/// Calls \p Take with each finding of \p R, which may be constant.
void eachFinding(auto &R, auto Take) {
  for (auto &S : R.Sites)
    if (isFinding(R, S))
      Take(S);
  for (auto &M : R.Remarks)
    if (!isVendored(R, M))
      Take(M);
}

/// Whether nothing about \p Now is worse than what was accepted.
bool accepts(const BaselineEntry &Then, const BaselineEntry &Now) {
  return Then.State <= Now.State &&
         std::includes(Then.Defects.begin(), Then.Defects.end(),
                       Now.Defects.begin(), Now.Defects.end());
}

/// What a fingerprint is made of but for the ordinal, in \p File.
std::string groupKey(const BaselineEntry &E, StringRef File) {
  return join(
      ArrayRef<StringRef>{File, E.Function, E.Check, E.Kind, E.Operation},
      StringRef("\0", 1));
}

std::string functionKey(StringRef File, StringRef Function) {
  return (File + StringRef("\0", 1) + Function).str();
}

class Matcher {
public:
  Matcher(Report &R, const Baseline &B, const BaselineScope &Scope)
      : B(B), Scope(Scope), UsedBy(B.Entries.size(), nullptr) {
    eachFinding(R, [&](auto &F) {
      F.Baseline = "new";
      Findings.push_back({entryOf(F), &F.Baseline});
    });
    for (const Site &S : R.Sites)
      Functions.insert(functionKey(clean(S.Where.File), clean(S.FunctionName)));
  }

  BaselineResult run();

private:
  using Key = std::optional<std::string>;
  /// Uses up entries by findings of the same key, where both have one.
  void matchBy(function_ref<Key(const BaselineEntry &)> OfEntry,
               function_ref<Key(const BaselineEntry &)> OfFinding);
  void matchRenamed();
  void matchMoved();
  BaselineResult result() const;

  const Baseline &B;
  const BaselineScope &Scope;
  std::vector<Finding> Findings;
  std::vector<const BaselineEntry *> UsedBy; ///< by entry: the finding
  StringSet<> Functions;                     ///< that have a site
};

void Matcher::matchBy(function_ref<Key(const BaselineEntry &)> OfEntry,
                      function_ref<Key(const BaselineEntry &)> OfFinding) {
  StringMap<SmallVector<size_t, 1>> Free;
  for (size_t N = 0; N != B.Entries.size(); ++N)
    if (!UsedBy[N])
      if (Key K = OfEntry(B.Entries[N]))
        Free[*K].push_back(N);
  if (Free.empty())
    return;
  for (Finding &F : Findings) {
    Key K = *F.Mark == "new" ? OfFinding(F.Now) : std::nullopt;
    auto It = K ? Free.find(*K) : Free.end();
    if (It == Free.end())
      continue;
    auto *Match = find_if(It->second, [&](size_t N) {
      return !UsedBy[N] && accepts(B.Entries[N], F.Now);
    });
    if (Match == It->second.end())
      continue;
    UsedBy[*Match] = &F.Now;
    *F.Mark = "known";
  }
}

void Matcher::matchRenamed() {
  matchBy([](const BaselineEntry &E) { return groupKey(E, E.File); },
          [&](const BaselineEntry &E) -> Key {
            auto It = Scope.FormerNames.find(E.File);
            if (It == Scope.FormerNames.end())
              return std::nullopt;
            return groupKey(E, It->second);
          });
}

/// A function that is no more where it was has moved to where it is now.
void Matcher::matchMoved() {
  matchBy(
      [&](const BaselineEntry &E) -> Key {
        if (E.Function.empty() ||
            Functions.contains(functionKey(E.File, E.Function)) ||
            !Scope.IsSettled(E.File))
          return std::nullopt;
        return groupKey(E, "");
      },
      [](const BaselineEntry &E) -> Key {
        if (E.Function.empty())
          return std::nullopt;
        return groupKey(E, "");
      });
}

BaselineResult Matcher::result() const {
  StringSet<> Present;
  BaselineResult Result;
  for (const Finding &F : Findings) {
    if (*F.Mark != "new")
      continue;
    Present.insert(F.Now.Fingerprint); // and worse than was accepted
    Result.New.push_back(F.Now);
  }
  for (size_t N = 0; N != B.Entries.size(); ++N) {
    const BaselineEntry &E = B.Entries[N];
    if (UsedBy[N]) {
      Result.Kept.push_back(*UsedBy[N]);
      Result.Kept.back().Reason = E.Reason;
      continue;
    }
    const bool IsGone =
        !Present.contains(E.Fingerprint) && Scope.IsSettled(E.File);
    (IsGone ? Result.Stale : Result.Kept).push_back(E);
  }
  sort(Result.Kept);
  sort(Result.New);
  return Result;
}

BaselineResult Matcher::run() {
  auto Fingerprint = [](const BaselineEntry &E) -> Key {
    return E.Fingerprint;
  };
  auto Group = [](const BaselineEntry &E) -> Key {
    return groupKey(E, E.File);
  };
  matchBy(Fingerprint, Fingerprint);
  matchBy(Group, Group);
  matchRenamed();
  matchMoved();
  return result();
}

} // namespace

BaselineResult applyBaseline(Report &R, const Baseline &B,
                             const BaselineScope &Scope) {
  return Matcher(R, B, Scope).run();
}

std::vector<BaselineEntry> baselineEntries(const Report &R) {
  std::vector<BaselineEntry> Entries;
  eachFinding(R, [&](const auto &F) { Entries.push_back(entryOf(F)); });
  sort(Entries);
  return Entries;
}

} // namespace warrant
