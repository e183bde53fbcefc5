//===- EvidenceCounted.cpp - Arrays whose length a field has --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EvidenceCounted.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace warrant {
namespace {

const VarDecl *variableOf(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

/// Whether writing to \p Target leaves the count alone: locals, elements of the
/// array itself, and other members that share no memory with it.
bool isElsewhere(const Expr *Target, const CountedArray &A) {
  Target = Target->IgnoreParens();
  if (!Target->getType()->isScalarType())
    return false;
  if (const VarDecl *V = variableOf(Target))
    return V->hasLocalStorage() && !V->getType()->isReferenceType();
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Target))
    return isMemberOf(Element->getBase()->IgnoreParenImpCasts(), A.Array,
                      A.Holder);
  const auto *Member = dyn_cast<MemberExpr>(Target);
  const auto *Field =
      Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  return Field && Field->getCanonicalDecl() != A.Count->getCanonicalDecl() &&
         !Field->getParent()->isUnion() && !Field->getType()->isReferenceType();
}

/// A call that changes nothing that its caller sees, or never returns.
bool isHarmlessCall(const CallExpr &Call) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  return Callee && (Callee->isNoReturn() || Callee->hasAttr<ConstAttr>() ||
                    Callee->hasAttr<PureAttr>());
}

/// Whether \p S itself, apart from its parts, may change the count.
bool mayChange(const Stmt *S, const CountedArray &A) {
  if (const auto *Call = dyn_cast<CallExpr>(S))
    return !isHarmlessCall(*Call);
  if (const auto *Binary = dyn_cast<BinaryOperator>(S))
    return Binary->isAssignmentOp() && !isElsewhere(Binary->getLHS(), A);
  if (const auto *Unary = dyn_cast<UnaryOperator>(S))
    return Unary->getOpcode() == UO_AddrOf ||
           (Unary->isIncrementDecrementOp() &&
            !isElsewhere(Unary->getSubExpr(), A));
  // What a constructor, a destructor or another thread of control does is not
  // looked into.
  return isa<AsmStmt, AtomicExpr, CXXConstructExpr, CXXNewExpr, CXXDeleteExpr,
             CXXBindTemporaryExpr, CXXTryStmt, CoroutineBodyStmt, LambdaExpr,
             BlockExpr>(S);
}

/// Whether a variable of \p Declared may name the count, or runs code at its
/// end.
bool mayName(const DeclStmt &Declared) {
  return llvm::any_of(Declared.decls(), [](const Decl *D) {
    const auto *V = dyn_cast<VarDecl>(D);
    return V && (V->getType()->isReferenceType() ||
                 V->getType().isDestructedType() != QualType::DK_none);
  });
}

} // namespace

bool isMemberOf(const Expr *E, const ValueDecl *Field, const VarDecl *Holder) {
  const auto *Member = dyn_cast<MemberExpr>(E->IgnoreParens());
  return Member && Member->getMemberDecl() == Field &&
         variableOf(Member->getBase()) == Holder;
}

std::optional<CountedArray> countedArray(const Expr *Base) {
  const auto *Member = dyn_cast<MemberExpr>(Base->IgnoreParenImpCasts());
  const auto *Array =
      Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  const auto *T =
      Array ? Array->getType()->getAs<CountAttributedType>() : nullptr;
  const VarDecl *Holder = Member ? variableOf(Member->getBase()) : nullptr;
  if (!T || T->isCountInBytes() || T->isOrNull() || !Holder)
    return std::nullopt;
  const auto *Ref =
      dyn_cast<DeclRefExpr>(T->getCountExpr()->IgnoreParenImpCasts());
  const auto *Count = Ref ? dyn_cast<FieldDecl>(Ref->getDecl()) : nullptr;
  // A count that may be negative counts nothing then.
  if (!Count || !Count->getType()->isUnsignedIntegerType() ||
      Count->getType().isVolatileQualified())
    return std::nullopt;
  return CountedArray{Holder, Array, Count};
}

bool keepsCount(const Stmt *S, const CountedArray &A) {
  if (!S)
    return true;
  if (mayChange(S, A))
    return false;
  if (const auto *Declared = dyn_cast<DeclStmt>(S);
      Declared && mayName(*Declared))
    return false;
  return llvm::all_of(S->children(),
                      [&](const Stmt *Child) { return keepsCount(Child, A); });
}

} // namespace warrant
