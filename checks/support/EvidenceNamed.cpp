//===- EvidenceNamed.cpp - Objects that a name keeps alive ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EvidenceNamed.h"
#include "Types.h"

using namespace clang;

namespace warrant {
namespace {

const VarDecl *variable(const ValueDecl *D) {
  const auto *V = dyn_cast<VarDecl>(D);
  return V && !V->getType()->isReferenceType() ? V : nullptr;
}

/// Whether \p Member is where the object is that it is a member of. Which
/// member of a union is alive its name does not tell, and a flexible array has
/// what was allocated.
bool isPart(const MemberExpr &Member) {
  const auto *Field = dyn_cast<FieldDecl>(Member.getMemberDecl());
  return Field && !Member.isArrow() && !Field->getParent()->isUnion() &&
         !Field->getType()->isReferenceType() &&
         !Field->getType()->isIncompleteArrayType();
}

/// The variable that the array \p E is, or is a part of; null where anything
/// else leads to it.
const DeclRefExpr *variableOf(const Expr *E) {
  while (true) {
    E = strip(E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return variable(Ref->getDecl()) ? Ref : nullptr;
    const auto *Member = dyn_cast<MemberExpr>(E);
    const auto *Element = dyn_cast<ArraySubscriptExpr>(E);
    if (Member && isPart(*Member))
      E = Member->getBase();
    else if (Element && strip(Element->getBase())->getType()->isArrayType())
      E = Element->getBase();
    else
      return nullptr;
  }
}

/// Whether \p Parent still names the object, or a part of it, that its operand
/// names or points to.
bool leadsOn(const Stmt &Parent) {
  if (const auto *Cast = dyn_cast<CastExpr>(&Parent))
    return Cast->getCastKind() == CK_NoOp ||
           Cast->getCastKind() == CK_ArrayToPointerDecay;
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Parent))
    return Unary->getOpcode() == UO_Deref;
  if (const auto *Member = dyn_cast<MemberExpr>(&Parent))
    return isa<FieldDecl>(Member->getMemberDecl()) &&
           !Member->getMemberDecl()->getType()->isReferenceType();
  return isa<ParenExpr, ArraySubscriptExpr>(&Parent);
}

/// Whether \p Parent reads or writes what its operand \p E names.
bool accesses(const Stmt &Parent, const Stmt *E) {
  if (const auto *Cast = dyn_cast<CastExpr>(&Parent))
    return Cast->getCastKind() == CK_LValueToRValue;
  if (const auto *Unary = dyn_cast<UnaryOperator>(&Parent))
    return Unary->isIncrementDecrementOp();
  const auto *Binary = dyn_cast<BinaryOperator>(&Parent);
  return Binary && Binary->isAssignmentOp() && Binary->getLHS() == E;
}

/// Whether what \p Node leads to is read or written there, and nothing keeps
/// its address.
bool isUsedAtOnce(const Stmt &Node, const Context &C) {
  const Stmt *Inner = &Node;
  for (unsigned N = 0; const Stmt *Parent = C.parent(N); ++N) {
    if (accesses(*Parent, Inner))
      return true;
    if (!leadsOn(*Parent))
      return false;
    Inner = Parent;
  }
  return false;
}

/// What is destroyed when the program ends may be used behind that.
bool isDestroyed(const VarDecl &V, const ASTContext &AST) {
  return V.getType()->isDependentType() ||
         V.needsDestruction(AST) != QualType::DK_none;
}

} // namespace

std::string lifetimeFact(const Operation &Op, const Stmt &Node,
                         const Context &C) {
  const auto *Array = llvm::find_if(Op.Selectors, [](const Expr *E) {
    return strip(E)->getType()->isArrayType();
  });
  const DeclRefExpr *Ref =
      Array != Op.Selectors.end() ? variableOf(*Array) : nullptr;
  if (!Ref)
    return {};
  const auto &V = *cast<VarDecl>(Ref->getDecl());
  std::string Name = "'" + V.getNameAsString() + "'";
  if (V.hasGlobalStorage() && V.getTLSKind() == VarDecl::TLS_None)
    return isDestroyed(V, C.AST) ? "" : Name + " lives as long as the program";
  // The body of a lambda may run when the variable is gone.
  bool Own =
      V.hasGlobalStorage() || (V.getParentFunctionOrMethod() == C.Function &&
                               !Ref->refersToEnclosingVariableOrCapture());
  return Own && isUsedAtOnce(Node, C) ? Name + " is in scope here" : "";
}

} // namespace warrant
