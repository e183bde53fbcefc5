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

/// What a fingerprint is made of but for the ordinal, with another file or
/// function.
std::string groupKey(const BaselineEntry &E, StringRef File,
                     StringRef Function) {
  return join(ArrayRef<StringRef>{File, Function, E.Check, E.Kind, E.Operation},
              StringRef("\0", 1));
}
std::string groupKey(const BaselineEntry &E, StringRef File) {
  return groupKey(E, File, E.Function);
}

std::string functionKey(StringRef File, StringRef Function) {
  return (File + StringRef("\0", 1) + Function).str();
}

using Key = std::optional<std::string>;

/// Pairs the entries of two times.
class Matcher {
public:
  Matcher(ArrayRef<BaselineEntry> Then, ArrayRef<BaselineEntry> Now,
          const MatchRules &Rules)
      : Then(Then), Now(Now), Rules(Rules), IsUsed(Then.size()),
        Former(Now.size()) {}

  std::vector<std::optional<size_t>> run();

private:
  /// Pairs entries of the same key, where both have one.
  void matchBy(function_ref<Key(const BaselineEntry &)> OfThen,
               function_ref<Key(const BaselineEntry &)> OfNow);
  void matchRenamed();
  void matchMoved();
  void matchRenamedFunctions();

  ArrayRef<BaselineEntry> Then, Now;
  const MatchRules &Rules;
  std::vector<bool> IsUsed;
  std::vector<std::optional<size_t>> Former; ///< of Now: the index in Then
};

void Matcher::matchBy(function_ref<Key(const BaselineEntry &)> OfThen,
                      function_ref<Key(const BaselineEntry &)> OfNow) {
  StringMap<SmallVector<size_t, 1>> Free;
  for (size_t N = 0; N != Then.size(); ++N)
    if (!IsUsed[N])
      if (Key K = OfThen(Then[N]))
        Free[*K].push_back(N);
  if (Free.empty())
    return;
  for (size_t N = 0; N != Now.size(); ++N) {
    Key K = Former[N] ? std::nullopt : OfNow(Now[N]);
    auto It = K ? Free.find(*K) : Free.end();
    if (It == Free.end())
      continue;
    auto *Match = find_if(It->second, [&](size_t M) {
      return !IsUsed[M] && Rules.Fits(Then[M], Now[N]);
    });
    if (Match == It->second.end())
      continue;
    IsUsed[*Match] = true;
    Former[N] = *Match;
  }
}

void Matcher::matchRenamed() {
  matchBy([](const BaselineEntry &E) { return groupKey(E, E.File); },
          [&](const BaselineEntry &E) -> Key {
            auto It = Rules.FormerNames.find(E.File);
            if (It == Rules.FormerNames.end())
              return std::nullopt;
            return groupKey(E, It->second);
          });
}

/// A function that is no more where it was has moved to where it is now.
void Matcher::matchMoved() {
  auto Anywhere = [](const BaselineEntry &E) -> Key {
    if (E.Function.empty())
      return std::nullopt;
    return groupKey(E, "");
  };
  matchBy(
      [&](const BaselineEntry &E) {
        return Rules.HasLeft(E) ? Anywhere(E) : std::nullopt;
      },
      Anywhere);
}

/// A function that is no more in its file may be one that is new there.
void Matcher::matchRenamedFunctions() {
  StringSet<> Old;
  for (const BaselineEntry &E : Then)
    Old.insert(functionKey(E.File, E.Function));
  auto InFile = [](const BaselineEntry &E) -> Key {
    if (E.Function.empty())
      return std::nullopt;
    return groupKey(E, E.File, "");
  };
  matchBy(
      [&](const BaselineEntry &E) {
        return Rules.HasLeft(E) ? InFile(E) : std::nullopt;
      },
      [&](const BaselineEntry &E) {
        return contains(Old, E) ? std::nullopt : InFile(E);
      });
}

std::vector<std::optional<size_t>> Matcher::run() {
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
  matchRenamedFunctions();
  return std::move(Former);
}

/// What has become of \p B, where \p Former says which of it \p Now are.
BaselineResult resultOf(const Baseline &B, ArrayRef<BaselineEntry> Now,
                        ArrayRef<std::optional<size_t>> Former,
                        const BaselineScope &Scope) {
  BaselineResult Result;
  std::vector<bool> IsUsed(B.Entries.size());
  StringSet<> Worse; // than what was accepted of them
  for (const auto &[E, Old] : zip_equal(Now, Former)) {
    if (!Old) {
      Worse.insert(E.Fingerprint);
      Result.New.push_back(E);
      continue;
    }
    IsUsed[*Old] = true;
    Result.Kept.push_back(E);
    Result.Kept.back().Reason = B.Entries[*Old].Reason;
  }
  for (const auto &[E, Used] : zip_equal(B.Entries, IsUsed)) {
    if (Used)
      continue;
    const bool IsGone =
        !Worse.contains(E.Fingerprint) && Scope.IsSettled(E.File);
    (IsGone ? Result.Stale : Result.Kept).push_back(E);
  }
  sort(Result.Kept);
  sort(Result.New);
  return Result;
}

} // namespace

BaselineEntry baselineEntry(const Site &S) { return entryOf(S); }

std::vector<std::optional<size_t>> matchEntries(ArrayRef<BaselineEntry> Then,
                                                ArrayRef<BaselineEntry> Now,
                                                const MatchRules &Rules) {
  return Matcher(Then, Now, Rules).run();
}

StringSet<> functionsOf(const Report &R) {
  StringSet<> Functions;
  for (const Site &S : R.Sites)
    Functions.insert(functionKey(clean(S.Where.File), clean(S.FunctionName)));
  return Functions;
}

bool contains(const StringSet<> &Functions, const BaselineEntry &E) {
  return Functions.contains(functionKey(E.File, E.Function));
}

BaselineResult applyBaseline(Report &R, const Baseline &B,
                             const BaselineScope &Scope) {
  std::vector<BaselineEntry> Now;
  std::vector<std::optional<std::string> *> Marks;
  eachFinding(R, [&](auto &F) {
    Now.push_back(entryOf(F));
    Marks.push_back(&F.Baseline);
  });
  const StringSet<> Functions = functionsOf(R);
  auto HasLeft = [&](const BaselineEntry &E) {
    return !contains(Functions, E) && Scope.IsSettled(E.File);
  };
  const auto Former =
      matchEntries(B.Entries, Now, {Scope.FormerNames, accepts, HasLeft});
  for (const auto &[Mark, Old] : zip_equal(Marks, Former))
    *Mark = Old ? "known" : "new";
  return resultOf(B, Now, Former, Scope);
}

std::vector<BaselineEntry> baselineEntries(const Report &R) {
  std::vector<BaselineEntry> Entries;
  eachFinding(R, [&](const auto &F) { Entries.push_back(entryOf(F)); });
  sort(Entries);
  return Entries;
}

} // namespace warrant
