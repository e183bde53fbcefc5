//===- Join.cpp - Uniting what several units saw of one thing -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Merge.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace warrant;
using llvm::StringRef;

namespace {

/// A definition says more of a boundary than a declaration does.
unsigned kindRank(StringRef Kind) {
  return llvm::StringSwitch<unsigned>(Kind)
      .Case("export", 0)
      .Case("import", 1)
      .Default(2);
}

bool isSourceFile(StringRef File) {
  return llvm::StringSwitch<bool>(llvm::sys::path::extension(File).lower())
      .Cases(".c", ".cc", ".cpp", ".cxx", ".c++", true)
      .Cases(".m", ".mm", ".cu", true)
      .Default(false);
}

/// What is shown of the place, which has to come from one of the two as a
/// whole: in a header rather than in a source, else the least.
auto shape(const Site &S) {
  return std::make_tuple(isSourceFile(S.Where.File), std::tie(S.Where, S.Token),
                         S.EndLine, S.EndColumn,
                         std::tie(S.Function, S.FunctionName, S.Snippet,
                                  S.Tokens, S.Macro, S.Register));
}

/// Where a comment goes; a unit in which the site has one knows no place.
auto note(const Site &S) {
  return std::tie(S.NoteLine, S.NoteColumn, S.Operands, S.Conditions);
}

/// Sureness of an answer, least first: words may be meant otherwise, a tag is
/// meant, a fact is one.
unsigned sureness(PropertyOrigin O) {
  switch (O) {
  case PropertyOrigin::Missing:
    return 0;
  case PropertyOrigin::Text:
    return 1;
  case PropertyOrigin::Tagged:
    return 2;
  case PropertyOrigin::Evidence:
    return 3;
  }
  return 0;
}

bool lessSure(const PropertyState &A, const PropertyState &B) {
  auto Key = [](const PropertyState &P) {
    return std::make_tuple(P.Name, std::ref(P.Subject), sureness(P.Origin),
                           std::ref(P.By));
  };
  return Key(A) < Key(B);
}

/// Missing anywhere is missing; else the least sure answer stays.
std::vector<PropertyState> joinProperties(std::vector<PropertyState> All) {
  llvm::sort(All, lessSure);
  auto SameName = [](const PropertyState &X, const PropertyState &Y) {
    return X.Name == Y.Name && X.Subject == Y.Subject;
  };
  All.erase(std::unique(All.begin(), All.end(), SameName), All.end());
  return All;
}

/// Of a boundary each unit sees some declarations, and what one of them says is
/// said: nothing is missing that another answers. Only of exceptions every
/// unit has to know.
std::vector<PropertyState> saidAnywhere(std::vector<PropertyState> All) {
  std::set<std::pair<Property, std::string>> Said;
  for (const PropertyState &P : All)
    if (P.Origin != PropertyOrigin::Missing &&
        (P.Name != Property::Errors || P.Origin != PropertyOrigin::Evidence))
      Said.insert({P.Name, P.Subject});
  llvm::erase_if(All, [&](const PropertyState &P) {
    return P.Origin == PropertyOrigin::Missing &&
           Said.count({P.Name, P.Subject});
  });
  return joinProperties(std::move(All));
}

bool isBoundary(const Site &S) { return !S.Identity.empty(); }

/// The order in which a status wins: the worst, but for a boundary, which one
/// unit may see documented where another sees less of it.
unsigned rank(const Site &S) {
  if (!isBoundary(S))
    return static_cast<unsigned>(S.State);
  switch (S.State) {
  case Status::Unknown:
    return 0;
  case Status::Documented:
    return 1;
  case Status::Partial:
    return 2;
  case Status::Undocumented:
    return 3;
  case Status::Proven:
    return 4;
  }
  return 0;
}

/// The properties of \p S that stand beside what \p Other says. How errors are
/// reported is the definition's to say: a declaration shows no body.
std::vector<PropertyState> propertiesBeside(const Site &S, const Site &Other) {
  std::vector<PropertyState> Result = S.Properties;
  if (kindRank(Other.Kind) < kindRank(S.Kind))
    llvm::erase_if(Result, [](const PropertyState &P) {
      return P.Name == Property::Errors;
    });
  return Result;
}

template <typename T>
std::vector<T> joinSorted(std::vector<T> All, const std::vector<T> &B) {
  llvm::append_range(All, B);
  llvm::sort(All);
  All.erase(std::unique(All.begin(), All.end()), All.end());
  return All;
}

/// Orders what belongs to a status: with the one that wins first, and where
/// statuses tie something before nothing.
template <typename T, typename Getter>
const T &withStatus(const Site &A, const Site &B, Getter Get) {
  auto Key = [&](const Site &S) {
    return std::tuple<unsigned, bool, const T &>(rank(S), Get(S) == T(),
                                                 Get(S));
  };
  return Key(B) < Key(A) ? Get(B) : Get(A);
}

/// The lesser of those that are there.
template <typename T>
std::optional<T> leastOf(const std::optional<T> &A, const std::optional<T> &B) {
  if (!A || !B)
    return A ? A : B;
  return std::min(*A, *B);
}

/// Sorted, and neighbours in one range.
std::vector<LineRange> coalesce(std::vector<LineRange> Ranges) {
  llvm::sort(Ranges);
  std::vector<LineRange> Result;
  for (const LineRange &R : Ranges) {
    if (R.End < R.Begin)
      continue;
    if (Result.empty() || R.Begin > Result.back().End + 1)
      Result.push_back(R);
    else
      Result.back().End = std::max(Result.back().End, R.End);
  }
  return Result;
}

std::vector<LineRange> intersect(const std::vector<LineRange> &A,
                                 const std::vector<LineRange> &B) {
  std::vector<LineRange> Result;
  auto X = A.begin(), Y = B.begin();
  while (X != A.end() && Y != B.end()) {
    const LineRange Both{std::max(X->Begin, Y->Begin),
                         std::min(X->End, Y->End)};
    if (Both.Begin <= Both.End)
      Result.push_back(Both);
    if (X->End < Y->End)
      ++X;
    else
      ++Y;
  }
  return Result;
}

template <typename T> void unite(std::set<T> &Into, const std::set<T> &From) {
  Into.insert(From.begin(), From.end());
}

} // namespace

std::vector<Defect> warrant::uniteDefects(std::vector<Defect> Defects) {
  std::map<std::pair<std::string, std::string>, Precision> Surest;
  for (Defect &Each : Defects) {
    auto [It, IsNew] = Surest.try_emplace(
        {std::move(Each.Id), std::move(Each.Message)}, Each.Sure);
    It->second = std::min(It->second, Each.Sure);
  }
  Defects.clear();
  for (const auto &[What, Sure] : Surest)
    Defects.push_back({What.first, Sure, What.second});
  llvm::sort(Defects);
  return Defects;
}

void warrant::normalize(Site &S) {
  if (S.State != Status::Proven)
    S.Proof.clear();
  S.Properties = joinProperties(std::move(S.Properties));
  S.Defects = uniteDefects(std::move(S.Defects));
  S.Related = joinSorted(std::move(S.Related), {});
  S.Safer = joinSorted(std::move(S.Safer), {});
}

Site warrant::joinSites(const Site &A, const Site &B) {
  Site R = shape(B) < shape(A) ? B : A;
  for (const Site *Each : {&A, &B})
    if (Each->Where == R.Where && note(R) < note(*Each))
      std::tie(R.NoteLine, R.NoteColumn, R.Operands, R.Conditions) =
          note(*Each);
  auto Kind = [](const Site &S) {
    return std::make_pair(kindRank(S.Kind), StringRef(S.Kind));
  };
  R.Kind = Kind(B) < Kind(A) ? B.Kind : A.Kind;
  R.State = rank(B) < rank(A) ? B.State : A.State;
  R.Sure = std::min(A.Sure, B.Sure);
  R.Level = std::min(A.Level, B.Level);
  R.Comment = withStatus<std::optional<CommentRef>>(
      A, B, [](const Site &S) -> const auto & { return S.Comment; });
  R.Rejection = withStatus<std::string>(
      A, B, [](const Site &S) -> const auto & { return S.Rejection; });
  R.Looked = withStatus<std::vector<std::string>>(
      A, B, [](const Site &S) -> const auto & { return S.Looked; });
  R.Proof =
      R.State != Status::Proven
          ? std::string()
          : withStatus<std::string>(
                A, B, [](const Site &S) -> const auto & { return S.Proof; });
  std::vector<PropertyState> All = propertiesBeside(A, B);
  llvm::append_range(All, propertiesBeside(B, A));
  R.Properties = isBoundary(R) ? saidAnywhere(std::move(All))
                               : joinProperties(std::move(All));
  R.Defects = A.Defects;
  llvm::append_range(R.Defects, B.Defects);
  R.Defects = uniteDefects(std::move(R.Defects));
  R.Related = joinSorted(A.Related, B.Related);
  R.Notes = A.Notes;
  unite(R.Notes, B.Notes);
  R.Object = std::max(A.Object, B.Object);
  R.Rewrites = A.Rewrites || B.Rewrites;
  R.Declarations = A.Declarations;
  unite(R.Declarations, B.Declarations);
  R.Expansions = A.Expansions;
  unite(R.Expansions, B.Expansions);
  R.Configurations = A.Configurations;
  unite(R.Configurations, B.Configurations);
  R.Excuse = leastOf(A.Excuse, B.Excuse);
  R.Baseline = leastOf(A.Baseline, B.Baseline);
  R.Safer.clear();
  std::ranges::set_intersection(A.Safer, B.Safer, std::back_inserter(R.Safer));
  return R;
}

void warrant::settleBoundary(Site &S) {
  auto IsOpen = [](const PropertyState &P) {
    return P.Origin == PropertyOrigin::Missing;
  };
  if (!S.Identity.empty() && S.State == Status::Partial &&
      llvm::none_of(S.Properties, IsOpen))
    S.State = Status::Documented;
  if (S.Kind != "export" || S.Identity.empty() ||
      S.State != Status::Undocumented)
    return;
  std::string Facts;
  for (const PropertyState &P : S.Properties) {
    if (P.Origin != PropertyOrigin::Evidence)
      return;
    Facts += (Facts.empty() ? "" : "; ") + P.By;
  }
  if (Facts.empty())
    return;
  S.State = Status::Proven;
  S.Proof = Facts;
  S.Rejection.clear();
}

FileFacts warrant::joinFacts(const FileFacts &A, const FileFacts &B) {
  FileFacts R = A;
  R.Lines = std::max(A.Lines, B.Lines);
  R.Vendored = A.Vendored || B.Vendored;
  unite(R.Functions, B.Functions);
  unite(R.FunctionsWithOperations, B.FunctionsWithOperations);
  unite(R.Public, B.Public);
  unite(R.PublicWithContract, B.PublicWithContract);
  R.Excluded = intersect(coalesce(A.Excluded), coalesce(B.Excluded));
  return R;
}
