//===- UnionPun.cpp - Reads of a union member that was not written last ---===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnionPun.h"
#include "UnionWrites.h"

using namespace clang;

namespace warrant {
namespace {

bool isLayoutCompatible(const FieldDecl &A, const FieldDecl &B,
                        const ASTContext &AST) {
  if (A.getType().getCanonicalType() != B.getType().getCanonicalType() ||
      A.isBitField() != B.isBitField())
    return false;
  return !A.isBitField() || A.getBitWidthValue(AST) == B.getBitWidthValue(AST);
}

/// Whether the fields of \p R are all that it begins with.
bool isPlainStruct(const RecordDecl *R) {
  const auto *Class = dyn_cast<CXXRecordDecl>(R);
  return !Class || (Class->hasDefinition() && Class->isStandardLayout() &&
                    Class->getNumBases() == 0);
}

/// How many leading fields of the structs \p A and \p B have the same type.
unsigned commonInitialSequence(const RecordDecl *A, const RecordDecl *B,
                               const ASTContext &AST) {
  if (!isPlainStruct(A) || !isPlainStruct(B))
    return 0;
  unsigned Common = 0;
  auto Left = A->field_begin(), Right = B->field_begin();
  for (; Left != A->field_end() && Right != B->field_end(); ++Left, ++Right) {
    if (!isLayoutCompatible(**Left, **Right, AST))
      break;
    ++Common;
  }
  return Common;
}

/// Whether what is read through \p Read stays in the common initial sequence
/// of the read and the written member.
bool isInCommonSequence(const FieldDecl *ReadField, const FieldDecl *Written,
                        const Context &C) {
  const RecordDecl *A = ReadField->getType()->getAsRecordDecl();
  const RecordDecl *B = Written->getType()->getAsRecordDecl();
  const auto *Inner = dyn_cast_or_null<MemberExpr>(C.parent());
  if (!A || !B || !Inner)
    return false;
  const auto *Field = dyn_cast<FieldDecl>(Inner->getMemberDecl());
  return Field && Field->getFieldIndex() < commonInitialSequence(A, B, C.AST);
}

/// Whether the lvalue that ends at parent \p N is read by what stands there.
bool isReadBy(const Stmt *Around, const Stmt *Lvalue) {
  if (const auto *Cast = dyn_cast_or_null<CastExpr>(Around))
    return Cast->getCastKind() == CK_LValueToRValue;
  if (const auto *U = dyn_cast_or_null<UnaryOperator>(Around))
    return U->isIncrementDecrementOp();
  if (const auto *Made = dyn_cast_or_null<CXXConstructExpr>(Around))
    return Made->getConstructor()->isCopyOrMoveConstructor();
  const auto *Assign = dyn_cast_or_null<CompoundAssignOperator>(Around);
  return Assign && Assign->getLHS() == Lvalue;
}

} // namespace

bool isUnionRead(const MemberExpr &E, const Context &C) {
  unsigned N = 0;
  const Stmt *Lvalue = &E;
  for (const Stmt *S = C.parent(); S; Lvalue = S, S = C.parent(++N)) {
    const auto *Cast = dyn_cast<ImplicitCastExpr>(S);
    const auto *U = dyn_cast<UnaryOperator>(S);
    if (Cast && Cast->getCastKind() == CK_ArrayToPointerDecay) {
      // Its elements are a part; elsewhere the array's address goes.
      const auto *Next = C.parent(N + 1);
      const auto *Deref = dyn_cast_or_null<UnaryOperator>(Next);
      if (!isa_and_nonnull<ArraySubscriptExpr>(Next) &&
          !(Deref && Deref->getOpcode() == UO_Deref))
        return false;
      continue;
    }
    bool Part = isa<MemberExpr, ParenExpr, ArraySubscriptExpr>(S) ||
                (Cast && Cast->getCastKind() == CK_NoOp) ||
                (U && U->getOpcode() == UO_Deref);
    if (!Part)
      return isReadBy(S, Lvalue);
  }
  return false;
}

PunnedRead punnedRead(const MemberExpr &Read, const Context &C) {
  PunnedRead R;
  const auto *ReadField = dyn_cast<FieldDecl>(Read.getMemberDecl());
  if (!ReadField || !ReadField->getParent()->isUnion() ||
      Read.isInstantiationDependent())
    return R;
  UnionWrites Before = writesBefore(Read.getBase(), Read, C);
  for (const FieldDecl *Member : Before.Members)
    if (Member && Member != ReadField &&
        !isInCommonSequence(ReadField, Member, C))
      R.Written.push_back(Member);
  R.Always = !Before.Through && R.Written.size() == Before.Members.size();
  return R;
}

bool isInEveryMember(const MemberExpr &Access, const Context &C) {
  const auto *Field = dyn_cast<FieldDecl>(Access.getMemberDecl());
  if (!Field || !Field->getParent()->isUnion())
    return false;
  return llvm::all_of(Field->getParent()->fields(), [&](const FieldDecl *F) {
    return F == Field || isInCommonSequence(Field, F, C);
  });
}

} // namespace warrant
