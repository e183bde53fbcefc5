//===- StdCalls.cpp - Calls of the standard library -----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StdCalls.h"
#include "Types.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace warrant {

bool isWithinStd(const Decl *D) {
  for (const DeclContext *C = D->getDeclContext(); C; C = C->getParent())
    if (C->isStdNamespace())
      return true;
  return false;
}

/// What \p Callee names, overloads known by now included, or null.
static const NamedDecl *namedCallee(const Expr *Callee) {
  Callee = Callee->IgnoreParenImpCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Callee))
    return Ref->getDecl();
  const auto *Overloads = dyn_cast<UnresolvedLookupExpr>(Callee);
  bool InStd = Overloads && Overloads->getNumDecls() != 0 &&
               llvm::all_of(Overloads->decls(), [](const NamedDecl *D) {
                 return isWithinStd(D->getUnderlyingDecl());
               });
  return InStd ? (*Overloads->decls_begin())->getUnderlyingDecl() : nullptr;
}

std::optional<StdCall> asStdCall(const CallExpr &E) {
  llvm::ArrayRef<const Expr *> Arguments(E.getArgs(), E.getNumArgs());
  const Expr *Callee = E.getCallee();
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E)) {
    if (Operator->getOperator() != OO_Call)
      return std::nullopt;
    Callee = Arguments.front();
    Arguments = Arguments.drop_front();
  }
  const NamedDecl *D = namedCallee(Callee);
  if (!D || !D->getIdentifier() || !isWithinStd(D))
    return std::nullopt;
  return StdCall{D->getName(), Callee->getExprLoc(), Arguments};
}

static bool isIterator(const Expr *E) {
  return isSpelledAsIterator(strip(E)->getType()) || isIteratorResult(E);
}

bool isIteratorResult(const Expr *E) {
  E = strip(E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    bool Deduced = V && V->getType()->getAs<AutoType>() && V->getInit();
    return Deduced && isIteratorResult(V->getInit());
  }
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !isWithinStd(Callee) || !Callee->getPrimaryTemplate())
    return false;
  const FunctionDecl *Pattern =
      Callee->getPrimaryTemplate()->getTemplatedDecl();
  QualType Returned = Pattern->getReturnType().getCanonicalType();
  if (!isa<TemplateTypeParmType>(Returned))
    return false;
  unsigned Count = std::min(Pattern->getNumParams(), Call->getNumArgs());
  for (unsigned I = 0; I != Count; ++I)
    if (Pattern->getParamDecl(I)->getType().getCanonicalType() == Returned &&
        isIterator(Call->getArg(I)))
      return true;
  return false;
}

static bool isSmartPointerName(const NamedDecl &D) {
  return isInStd(&D) && D.getIdentifier() &&
         (D.getName() == "unique_ptr" || D.getName() == "shared_ptr");
}

/// Whether \p Class is a smart pointer or derives from one.
static bool isSmartPointer(const CXXRecordDecl *Class) {
  if (!Class || !Class->hasDefinition())
    return false;
  return isSmartPointerName(*Class) ||
         llvm::any_of(Class->bases(), [](const CXXBaseSpecifier &Base) {
           return isSmartPointer(Base.getType()->getAsCXXRecordDecl());
         });
}

/// Whether \p T is a smart pointer to an array in a pattern's text.
static bool isSmartArrayPattern(QualType T) {
  const auto *Named = T->getAs<TemplateSpecializationType>();
  const TemplateDecl *Template =
      Named ? Named->getTemplateName().getAsTemplateDecl() : nullptr;
  if (!Template || !isSmartPointerName(*Template))
    return false;
  llvm::ArrayRef<TemplateArgument> Arguments = Named->template_arguments();
  return !Arguments.empty() &&
         Arguments[0].getKind() == TemplateArgument::Type &&
         Arguments[0].getAsType()->isArrayType();
}

/// Whether \p Callee is the subscript operator of the smart pointer \p Object;
/// the operator itself may belong to a base.
static bool isSmartOperator(const Decl *Callee, const Expr *Object) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  return Method && Method->getOverloadedOperator() == OO_Subscript &&
         isInStd(Method->getParent()) &&
         (isSmartPointer(Method->getParent()) ||
          isSmartPointer(strip(Object)->getType()->getAsCXXRecordDecl()) ||
          isSmartPointer(strip(Object)->getType()->getPointeeCXXRecordDecl()));
}

std::optional<SmartSubscript> asSmartSubscript(const Stmt &S) {
  if (const auto *Pattern = dyn_cast<ArraySubscriptExpr>(&S)) {
    if (!isSmartArrayPattern(strip(Pattern->getLHS())->getType()))
      return std::nullopt;
    return SmartSubscript{Pattern->getLHS(), Pattern->getRHS(),
                          Pattern->getRBracketLoc()};
  }
  if (const auto *E = dyn_cast<CXXOperatorCallExpr>(&S)) {
    if (!isSmartOperator(E->getCalleeDecl(), E->getArg(0)))
      return std::nullopt;
    return SmartSubscript{E->getArg(0), E->getArg(1), E->getRParenLoc()};
  }
  const auto *E = dyn_cast<CXXMemberCallExpr>(&S); // p.operator[](i)
  if (!E ||
      !isSmartOperator(E->getMethodDecl(), E->getImplicitObjectArgument()))
    return std::nullopt;
  return SmartSubscript{E->getImplicitObjectArgument(), E->getArg(0),
                        E->getExprLoc()};
}

} // namespace warrant
