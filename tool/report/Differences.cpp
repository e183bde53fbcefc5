//===- Differences.cpp - Declarations of one name that differ -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Merge.h"
#include "llvm/ADT/STLExtras.h"

using namespace warrant;

namespace {

/// The declarations of one name in one configuration, a place for each type.
struct Declared {
  std::map<std::string, LinkageDeclaration> All, Definitions;
};

void add(Declared &To, const LinkageDeclaration &D) {
  To.All.try_emplace(D.Compared, D);
  if (D.IsDefinition)
    To.Definitions.try_emplace(D.Compared, D);
}

/// The type that others are held against: a definition's, else that of the
/// declaration at which the site stands.
const LinkageDeclaration &standardOf(const Declared &D, const Location &Where) {
  const auto &From = D.Definitions.empty() ? D.All : D.Definitions;
  auto It = llvm::find_if(
      From, [&](const auto &Each) { return Each.second.Where == Where; });
  return It == From.end() ? From.begin()->second : It->second;
}

void addDifference(Site &S, const LinkageDeclaration &Standard,
                   const LinkageDeclaration &Other) {
  const LinkageDeclaration &First = Standard.IsDefinition ? Other : Standard;
  const LinkageDeclaration &Second = Standard.IsDefinition ? Standard : Other;
  const std::string Verb = Standard.IsDefinition ? "defined as" : "as";
  const Precision Sure = Standard.Passing == Other.Passing ? Precision::Possible
                                                           : Precision::Likely;
  S.Defects.push_back({"differing-declaration", Sure,
                       "'" + S.Identity + "' is declared as '" + First.Type +
                           "' and " + Verb + " '" + Second.Type + "'"});
  S.Related.push_back({First.Where, "declared as '" + First.Type + "' here"});
  S.Related.push_back(
      {Second.Where, (Standard.IsDefinition ? "" : "declared ") + Verb + " '" +
                         Second.Type + "' here"});
}

} // namespace

void warrant::addDifferences(Site &S,
                             const std::set<LinkageDeclaration> &CDefinitions) {
  std::map<std::string, Declared> ByConfiguration;
  std::set<LinkageDeclaration> All = S.Declarations;
  All.insert(CDefinitions.begin(), CDefinitions.end());
  for (const LinkageDeclaration &D : All)
    if (!D.Compared.empty())
      add(ByConfiguration[D.Configuration], D);
  for (const auto &[Name, D] : ByConfiguration) {
    const LinkageDeclaration &Standard = standardOf(D, S.Where);
    // Several definitions belong to several programs: a declaration that is
    // one's is right.
    for (const auto &[Compared, Other] : D.All)
      if (Compared != Standard.Compared && !D.Definitions.count(Compared))
        addDifference(S, Standard, Other);
  }
  llvm::sort(S.Related);
  S.Related.erase(llvm::unique(S.Related), S.Related.end());
  S.Defects = uniteDefects(std::move(S.Defects));
}
