//===- Instantiations.cpp - Only what can reach the project ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Instantiations.h"
#include "ProjectReach.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace warrant {
namespace {

using Pending = Sema::PendingImplicitInstantiation;

const Decl *patternOf(const ValueDecl &D) {
  if (const auto *F = dyn_cast<FunctionDecl>(&D))
    return F->getTemplateInstantiationPattern();
  if (const auto *V = dyn_cast<VarDecl>(&D))
    return V->getTemplateInstantiationPattern();
  return nullptr;
}

bool hasSkippedBody(const Decl *Pattern) {
  const auto *F = dyn_cast_or_null<FunctionDecl>(Pattern);
  return F && F->hasSkippedBody();
}

void perform(Sema &S, const Pending &Each) {
  constexpr bool Recursive = false, AtEndOfUnit = true;
  if (auto *F = dyn_cast<FunctionDecl>(Each.first)) {
    bool Required = F->getTemplateSpecializationKind() ==
                    TSK_ExplicitInstantiationDefinition;
    S.InstantiateFunctionDefinition(Each.second, F, Recursive, Required,
                                    AtEndOfUnit);
    if (F->isDefined())
      F->setInstantiationIsPending(false);
    return;
  }
  auto *V = cast<VarDecl>(Each.first);
  if (V->isInvalidDecl())
    return;
  bool Required =
      V->getTemplateSpecializationKind() == TSK_ExplicitInstantiationDefinition;
  S.InstantiateVariableDefinition(Each.second, V, Recursive, Required,
                                  AtEndOfUnit);
}

} // namespace

bool performInstantiations(Sema &S,
                           llvm::function_ref<bool(SourceLocation)> IsAudited) {
  // The end of a prefix took the scope away that look-ups start from.
  S.TUScope = S.getCurScope();
  ProjectReach Reach(*S.Context.getTranslationUnitDecl(), IsAudited);
  const unsigned Errors = S.getDiagnostics().getNumErrors();
  // What can't be defined may wait again and again.
  llvm::DenseSet<const ValueDecl *> Done;
  do {
    while (!S.PendingInstantiations.empty()) {
      Pending Next = S.PendingInstantiations.front();
      S.PendingInstantiations.pop_front();
      const Decl *Pattern = patternOf(*Next.first);
      bool Foreign = Pattern && !IsAudited(Pattern->getLocation());
      if ((Foreign && !Reach.canReach(*Next.first)) ||
          !Done.insert(Next.first).second)
        continue;
      if (hasSkippedBody(Pattern))
        return false;
      perform(S, Next);
    }
    // These may mark virtual members as used, and so on.
  } while (S.DefineUsedVTables() || !S.PendingInstantiations.empty());
  S.CheckDelayedMemberExceptionSpecs();
  return S.getDiagnostics().getNumErrors() == Errors;
}

} // namespace warrant
