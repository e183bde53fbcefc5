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

/// What may throw, by the symbol of a function that lets it pass.
using Reasons = std::map<std::string, std::string>;

/// The functions that something may be thrown by: those that are open, and
/// those that await one that is, or one that nobody defines.
Reasons openFunctions(const ExceptionMap &Facts,
                      const CDefinitionMap &CDefinitions) {
  std::map<std::string, std::vector<std::string>> Waiting;
  std::vector<std::pair<std::string, std::string>> Found;
  for (const auto &[Symbol, F] : Facts) {
    auto Own = F.Awaits.find("");
    if (F.Open)
      Found.emplace_back(Symbol, Own == F.Awaits.end() ? "" : Own->second);
    for (const auto &[Awaited, Name] : F.Awaits) {
      if (Awaited.empty())
        continue;
      Waiting[Awaited].push_back(Symbol);
      if (!Facts.count(Awaited) && !CDefinitions.count(Awaited))
        Found.emplace_back(Awaited, Name + " may throw");
    }
  }
  // The nearest is told: callers of what is found come behind all of that.
  Reasons Open;
  for (size_t I = 0; I != Found.size(); ++I) {
    const auto [Symbol, Reason] = Found[I];
    if (Open.try_emplace(Symbol, Reason).second)
      for (const std::string &Caller : Waiting[Symbol])
        Found.emplace_back(Caller, Reason);
  }
  return Open;
}

/// What the caller of \p Way tells of \p Reason, which \p Way lets pass.
std::string byWay(const std::string &Reason, const std::string &Way) {
  if (Reason.empty())
    return Way + " may throw";
  bool IsItsOwn = llvm::StringRef(Reason).starts_with(Way + " ");
  return IsItsOwn ? Reason : Reason + ", by way of " + Way;
}

/// Whether the unit told of handlers. If they take what is thrown it could not
/// tell, and nobody can who doesn't see them.
bool tellsOfHandlers(llvm::StringRef Told) { return Told.contains("; only "); }

/// Completes what the unit has told, `'f' may throw` and perhaps by way of
/// whom, by why \p Awaited, `'f'`, may.
std::string complete(llvm::StringRef Told, const std::string &Awaited,
                     const std::string &Reason) {
  if (tellsOfHandlers(Told))
    return Told.str();
  llvm::StringRef Way = Told.split(", by way of ").second;
  return byWay(Reason, Way.empty() ? Awaited : Way.str());
}

void settle(PropertyState &Errors, const ExceptionFacts &F,
            const Reasons &Open) {
  std::string First;
  for (const auto &[Awaited, Name] : F.Awaits) {
    auto It = Open.find(Awaited);
    if (It == Open.end())
      continue;
    if (llvm::StringRef(Errors.By).starts_with(Name + " ")) {
      Errors.By = complete(Errors.By, Name, It->second);
      return;
    }
    if (First.empty())
      First = byWay(tellsOfHandlers(Errors.By) ? "" : It->second, Name);
  }
  Errors.By = First;
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
  const Reasons Open = openFunctions(Facts, CDefinitions);
  for (Site &S : Sites) {
    auto It = S.Kind == "export" ? Facts.find(S.Identity) : Facts.end();
    if (It == Facts.end() || It->second.Open || It->second.Awaits.empty())
      continue;
    for (PropertyState &P : S.Properties)
      if (P.Name == Property::Errors && P.Origin == PropertyOrigin::Missing)
        settle(P, It->second, Open);
  }
}
