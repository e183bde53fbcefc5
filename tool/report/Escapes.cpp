//===- Escapes.cpp - Exceptions across units ------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Escapes.h"
#include "llvm/ADT/STLExtras.h"

using namespace warrant;

namespace {

using Symbols = std::set<std::string>;

/// The functions that something may be thrown by: those that are open, and
/// those that await one that is, or one that nobody defines.
Symbols openFunctions(const ExceptionMap &Facts,
                      const CDefinitionMap &CDefinitions) {
  std::map<std::string, std::vector<std::string>> Waiting;
  std::vector<std::string> Found;
  for (const auto &[Symbol, F] : Facts) {
    if (F.Open)
      Found.push_back(Symbol);
    for (const auto &[Awaited, Name] : F.Awaits) {
      Waiting[Awaited].push_back(Symbol);
      if (!Facts.count(Awaited) && !CDefinitions.count(Awaited))
        Found.push_back(Awaited);
    }
  }
  Symbols Open;
  while (!Found.empty()) {
    std::string Symbol = std::move(Found.back());
    Found.pop_back();
    if (Open.insert(Symbol).second)
      llvm::append_range(Found, Waiting[Symbol]);
  }
  return Open;
}

void settle(PropertyState &Errors, const ExceptionFacts &F,
            const Symbols &Open) {
  std::string First;
  for (const auto &[Awaited, Name] : F.Awaits) {
    if (!Open.count(Awaited))
      continue;
    // The unit has told of this one, and of the way to it.
    if (llvm::StringRef(Errors.By).starts_with(Name))
      return;
    if (First.empty())
      First = Name;
  }
  Errors.By = First.empty() ? First : First + " may throw";
  if (!First.empty())
    return;
  if (F.Returns)
    return;
  Errors.Origin = PropertyOrigin::Evidence;
  Errors.By = "nothing that is called here may throw, and nothing is returned";
}

} // namespace

void warrant::joinExceptions(ExceptionMap &To, const ExceptionMap &From) {
  for (const auto &[Symbol, Each] : From) {
    ExceptionFacts &F = To[Symbol];
    F.Returns |= Each.Returns;
    F.Open |= Each.Open;
    for (const auto &[Awaited, Name] : Each.Awaits) {
      auto [It, New] = F.Awaits.try_emplace(Awaited, Name);
      It->second = std::min(It->second, Name);
    }
  }
}

void warrant::settleExceptions(std::vector<Site> &Sites,
                               const ExceptionMap &Facts,
                               const CDefinitionMap &CDefinitions) {
  const Symbols Open = openFunctions(Facts, CDefinitions);
  for (Site &S : Sites) {
    auto It = S.Kind == "export" ? Facts.find(S.Identity) : Facts.end();
    if (It == Facts.end() || It->second.Open || It->second.Awaits.empty())
      continue;
    for (PropertyState &P : S.Properties)
      if (P.Name == Property::Errors && P.Origin == PropertyOrigin::Missing)
        settle(P, It->second, Open);
  }
}
