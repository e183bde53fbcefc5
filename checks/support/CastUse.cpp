//===- CastUse.cpp - What becomes of a cast pointer at once ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CastUse.h"
#include "CastKinds.h"
#include "VolatileDefects.h"

using namespace clang;

namespace warrant {
namespace {

/// The parent of the node at \p C that is no parenthesis, from \p N on, which
/// is moved behind it.
const Stmt *written(const Context &C, unsigned &N) {
  while (isa_and_nonnull<ParenExpr>(C.parent(N)))
    ++N;
  return C.parent(N++);
}

bool isLoad(const Stmt *S) {
  const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(S);
  return Cast && Cast->getCastKind() == CK_LValueToRValue;
}

/// Whether the pointer that the cast at \p C makes is only read through.
bool isOnlyRead(const Expr &E, const Context &C) {
  unsigned N = 0;
  const Stmt *Around = written(C, N);
  const auto *Deref = dyn_cast_or_null<UnaryOperator>(Around);
  const auto *Index = dyn_cast_or_null<ArraySubscriptExpr>(Around);
  const auto *Member = dyn_cast_or_null<MemberExpr>(Around);
  bool IsPlace =
      (Deref && Deref->getOpcode() == UO_Deref) ||
      (Index && Index->getBase()->IgnoreParens() == &E) ||
      (Member && Member->isArrow() && isa<FieldDecl>(Member->getMemberDecl()));
  return IsPlace && isLoad(written(C, N));
}

/// Whether \p S uses \p V for its value and nothing else.
bool isOnlyLoaded(const Stmt *S, const VarDecl *V) {
  if (!S)
    return true;
  auto Names = [&](const Stmt *E) {
    const auto *Ref = dyn_cast<DeclRefExpr>(E);
    return Ref && Ref->getDecl() == V;
  };
  if (Names(S))
    return false;
  if (isLoad(S) &&
      Names(cast<ImplicitCastExpr>(S)->getSubExpr()->IgnoreParens()))
    return true;
  return llvm::all_of(
      S->children(), [&](const Stmt *Child) { return isOnlyLoaded(Child, V); });
}

/// The block around the node at \p C in which \p V is declared, or null.
const Stmt *blockOf(const VarDecl *V, const Context &C) {
  for (unsigned N = 0; const Stmt *S = C.parent(N); ++N) {
    const auto *Block = dyn_cast<CompoundStmt>(S);
    if (Block && llvm::any_of(Block->body(), [&](const Stmt *Each) {
          const auto *D = dyn_cast<DeclStmt>(Each);
          return D && llvm::is_contained(D->decls(), V);
        }))
      return Block;
  }
  return nullptr;
}

/// The local variable that \p Operand is, where it was made from a pointer that
/// leads to \p Has without more qualifiers and never changes.
const VarDecl *qualifiedHere(const Expr *Operand, QualType Has,
                             const Context &C) {
  const auto *Ref = dyn_cast<DeclRefExpr>(strip(Operand));
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!V || !V->hasLocalStorage() || !V->getInit() ||
      V->getType()->isReferenceType())
    return nullptr;
  QualType Was = V->getInit()->IgnoreParenImpCasts()->getType();
  if (!Was->isPointerType() && !Was->isArrayType())
    return nullptr;
  const Stmt *Block = blockOf(V, C);
  return Block && !dropsQualifier(target(Was), Has, C.AST) &&
                 isOnlyLoaded(Block, V)
             ? V
             : nullptr;
}

/// The record whose member's offset \p E is, or null.
QualType offsetRecord(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *Offset = dyn_cast<OffsetOfExpr>(E))
    return Offset->getTypeSourceInfo()->getType();
  // `(size_t)&((T *)0)->m`
  const auto *Address = dyn_cast<UnaryOperator>(E);
  if (!Address || Address->getOpcode() != UO_AddrOf)
    return {};
  const Expr *Place = Address->getSubExpr()->IgnoreParens();
  while (const auto *Member = dyn_cast<MemberExpr>(Place)) {
    Place = Member->getBase()->IgnoreParens();
    const auto *Cast = dyn_cast<ExplicitCastExpr>(Place);
    if (Member->isArrow())
      return Cast && Cast->getCastKind() == CK_NullToPointer
                 ? Cast->getType()->getPointeeType()
                 : QualType();
  }
  return {};
}

/// Why it does no harm that the cast \p E drops qualifiers, or empty.
std::string proveDropped(const Expr &E, const Expr *Operand, QualType Had,
                         QualType Has, const Context &C) {
  if (E.isInstantiationDependent())
    return {};
  unsigned N = 0;
  const auto *Again = dyn_cast_or_null<ImplicitCastExpr>(written(C, N));
  if (Again && Again->getType()->isPointerType() &&
      (Again->getCastKind() == CK_NoOp || Again->getCastKind() == CK_BitCast) &&
      !dropsQualifier(Had, Again->getType()->getPointeeType(), C.AST))
    return "added again at once";
  // What reads a register has more to answer than the missing const.
  if (!Had.isVolatileQualified() && isOnlyRead(E, C) &&
      !dropsQualifier(Had, Has.withConst(), C.AST))
    return "only read at once";
  if (const VarDecl *V = qualifiedHere(Operand, Has, C))
    return "added where '" + V->getNameAsString() + "' was made, at line " +
           std::to_string(C.sources().getExpansionLineNumber(V->getLocation()));
  return {};
}

} // namespace

void addDropped(Operation &Op, const Expr *Cast, const Expr *Operand,
                QualType Had, QualType Has, const Context &C) {
  if (!Cast)
    return;
  if (!Cast->isGLValue())
    Op.Proof = proveDropped(*Cast, Operand, Had, Has, C);
  addCastDefect(Op, *Cast, Operand, Had, Has, C);
}

bool isStepToContainer(const BinaryView &B, const Context &C) {
  if (B.Opcode != BO_Sub)
    return false;
  QualType Record = offsetRecord(B.RHS);
  unsigned N = 0;
  const auto *Cast = dyn_cast_or_null<ExplicitCastExpr>(written(C, N));
  return !Record.isNull() && Cast && Cast->getType()->isPointerType() &&
         C.AST.hasSameUnqualifiedType(Cast->getType()->getPointeeType(),
                                      Record);
}

} // namespace warrant
