//===- Registers.cpp - Which lvalues are registers ------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Registers.h"
#include "CastKinds.h"
#include "Types.h"

using namespace clang;

namespace warrant {

bool isRegister(const Expr *E) {
  while (E) {
    E = strip(E);
    if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      if (Member->isArrow())
        return !isa<CXXThisExpr>(strip(Member->getBase()));
      E = Member->getBase();
    } else if (const auto *Index = dyn_cast<ArraySubscriptExpr>(E)) {
      if (!strip(Index->getBase())->getType()->isArrayType())
        return true;
      E = Index->getBase();
    } else if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      return Ref->getDecl()->getType()->isReferenceType();
    } else {
      return isa<UnaryOperator>(E);
    }
  }
  return false;
}

llvm::SmallVector<const ValueDecl *, 2> addressHolders(const Expr *E) {
  llvm::SmallVector<const ValueDecl *, 2> Holders;
  while (E) {
    E = E->IgnoreParenCasts();
    if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      Holders.push_back(Member->getMemberDecl());
      E = Member->getBase();
    } else if (const auto *Index = dyn_cast<ArraySubscriptExpr>(E)) {
      E = Index->getBase();
    } else if (const auto *U = dyn_cast<UnaryOperator>(E)) {
      E = U->getSubExpr();
    } else if (const auto *B = dyn_cast<BinaryOperator>(E)) {
      E = B->getLHS();
    } else {
      const auto *Ref = dyn_cast<DeclRefExpr>(E);
      if (Ref && isa<VarDecl>(Ref->getDecl()) &&
          !isa<ParmVarDecl>(Ref->getDecl()))
        Holders.push_back(Ref->getDecl());
      return Holders;
    }
  }
  return Holders;
}

bool makesRegister(const CastExpr &E, QualType To, const ASTContext &AST) {
  const Expr *From = E.getSubExpr();
  if (!To->isPointerType() || To->isFunctionPointerType() ||
      !isVolatileMemory(To->getPointeeType()) || isNull(From, AST))
    return false;
  return E.getCastKind() == CK_IntegralToPointer ||
         (E.getCastKind() == CK_Dependent && From->getType()->isIntegerType());
}

const ExplicitCastExpr *constantAddress(const Expr *Pointer,
                                        const ASTContext &AST) {
  const auto *Cast = dyn_cast<ExplicitCastExpr>(strip(Pointer));
  if (!Cast || Cast->getCastKind() != CK_IntegralToPointer)
    return nullptr;
  const Expr *Address = Cast->getSubExpr();
  Expr::EvalResult Value;
  if (Address->isValueDependent() || !Address->EvaluateAsInt(Value, AST) ||
      Value.Val.getInt().isZero())
    return nullptr;
  return Cast;
}

} // namespace warrant
