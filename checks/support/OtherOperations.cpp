//===- OtherOperations.cpp - Raw memory that no check looks for -----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OtherOperations.h"
#include "Types.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace warrant {
namespace {

bool isPointer(const Expr &E) {
  QualType T = E.getType();
  return !T.isNull() && (T->isAnyPointerType() || T->isArrayType());
}

/// A call that is given a pointer, or whose target is not known.
bool isRawCall(const CallExpr &E) {
  if (isa<CXXOperatorCallExpr>(E))
    return false;
  return !E.getDirectCallee() ||
         llvm::any_of(E.arguments(), [](const Expr *Argument) {
           return isPointer(*Argument->IgnoreParenImpCasts());
         });
}

/// As a view from a pointer and a length.
bool isRawConstruction(const Expr &E) {
  const auto *Call = dyn_cast<CXXConstructExpr>(&E);
  return Call && llvm::any_of(Call->arguments(), [](const Expr *Argument) {
           return isPointer(*Argument->IgnoreParenImpCasts());
         });
}

bool isDereference(const Expr &E) {
  if (const auto *U = dyn_cast<UnaryOperator>(&E))
    return U->getOpcode() == UO_Deref;
  const auto *M = dyn_cast<MemberExpr>(&E);
  if (!M)
    return false;
  const auto *Field = dyn_cast<FieldDecl>(M->getMemberDecl());
  bool OfUnion = Field && Field->getParent()->isUnion();
  return OfUnion ||
         (M->isArrow() && !isa<CXXThisExpr>(M->getBase()->IgnoreParens()));
}

/// What a template leaves open, and an instantiation may make an operation: a
/// view from dependent arguments, a step or an offset of a dependent type.
bool isUndecided(const Stmt &S) {
  if (isa<CXXUnresolvedConstructExpr>(S))
    return true;
  const auto *E = dyn_cast<Expr>(&S);
  if (!E || !E->isTypeDependent())
    return false;
  if (std::optional<BinaryView> B = asBinary(S))
    return BinaryOperator::isAdditiveOp(B->Opcode) ||
           B->Opcode == BO_AddAssign || B->Opcode == BO_SubAssign;
  return isa<InitListExpr, ParenListExpr>(S) || asStep(S).has_value();
}

} // namespace

bool isOtherOperation(const Stmt &S) {
  if (isa<AsmStmt, CXXNewExpr, CXXDeleteExpr, VAArgExpr,
          CXXPseudoDestructorExpr, ArraySubscriptExpr, ExplicitCastExpr>(S))
    return !isa<CXXFunctionalCastExpr>(S);
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    return isRawCall(*Call);
  const auto *E = dyn_cast<Expr>(&S);
  return (E && (isDereference(*E) || isRawConstruction(*E))) || isUndecided(S);
}

} // namespace warrant
