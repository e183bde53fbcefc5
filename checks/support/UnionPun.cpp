//===- UnionPun.cpp - Reads of a union member that was not written last ---===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnionPun.h"
#include "Types.h"
#include "clang/AST/RecordLayout.h"

using namespace clang;

namespace warrant {
namespace {

bool isSameObject(const Expr *A, const Expr *B, const ASTContext &AST) {
  llvm::FoldingSetNodeID Left, Right;
  strip(A)->Profile(Left, AST, /*Canonical=*/true);
  strip(B)->Profile(Right, AST, /*Canonical=*/true);
  return Left == Right;
}

/// The member of \p Object's union that the lvalue \p Target writes to.
const FieldDecl *memberOf(const Expr *Target, const Expr *Object,
                          const ASTContext &AST) {
  for (const Expr *E = strip(Target); E;) {
    if (const auto *Index = dyn_cast<ArraySubscriptExpr>(E)) {
      E = strip(Index->getBase());
      continue;
    }
    const auto *Member = dyn_cast<MemberExpr>(E);
    if (!Member)
      return nullptr;
    if (isSameObject(Member->getBase(), Object, AST))
      return dyn_cast<FieldDecl>(Member->getMemberDecl());
    E = strip(Member->getBase());
  }
  return nullptr;
}

/// The last write to a member of \p Object in \p S, in textual order.
const FieldDecl *lastWriteIn(const Stmt *S, const Expr *Object,
                             const ASTContext &AST) {
  if (!S || isa<LambdaExpr>(S))
    return nullptr;
  if (const auto *Assign = dyn_cast<BinaryOperator>(S);
      Assign && Assign->isAssignmentOp())
    if (const FieldDecl *F = memberOf(Assign->getLHS(), Object, AST))
      return F;
  const FieldDecl *Last = nullptr;
  for (const Stmt *Child : S->children())
    if (const FieldDecl *F = lastWriteIn(Child, Object, AST))
      Last = F;
  const auto *Declared = dyn_cast<DeclStmt>(S);
  const auto *Ref = dyn_cast<DeclRefExpr>(strip(Object));
  if (!Declared || !Ref)
    return Last;
  for (const Decl *D : Declared->decls())
    if (const auto *V = dyn_cast<VarDecl>(D); V && V == Ref->getDecl())
      if (const auto *Init = dyn_cast_or_null<InitListExpr>(V->getInit()))
        return Init->getInitializedFieldInUnion();
  return Last;
}

/// The last write to a member of \p Object in the statements of \p Block
/// before \p End; null when \p Block is no block.
const FieldDecl *lastWriteBefore(const Stmt *End, const Stmt *Block,
                                 const Expr *Object, const ASTContext &AST) {
  const auto *Statements = dyn_cast<CompoundStmt>(Block);
  if (!Statements)
    return nullptr;
  const FieldDecl *Last = nullptr;
  for (const Stmt *S : Statements->body()) {
    if (S == End)
      break;
    if (const FieldDecl *F = lastWriteIn(S, Object, AST))
      Last = F;
  }
  return Last;
}

/// How many leading fields of the structs \p A and \p B have the same type.
unsigned commonInitialSequence(const RecordDecl *A, const RecordDecl *B) {
  unsigned Common = 0;
  auto Left = A->field_begin(), Right = B->field_begin();
  for (; Left != A->field_end() && Right != B->field_end(); ++Left, ++Right) {
    if (Left->getType().getCanonicalType() !=
        Right->getType().getCanonicalType())
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
  return Field && Field->getFieldIndex() < commonInitialSequence(A, B);
}

} // namespace

const FieldDecl *memberWrittenBefore(const MemberExpr &Read, const Context &C) {
  const auto *ReadField = dyn_cast<FieldDecl>(Read.getMemberDecl());
  if (!ReadField || !ReadField->getParent()->isUnion())
    return nullptr;
  const Stmt *Child = &Read;
  for (unsigned I = 0; const Stmt *Around = C.parent(I); ++I) {
    const FieldDecl *Last =
        lastWriteBefore(Child, Around, Read.getBase(), C.AST);
    if (Last && Last != ReadField && !isInCommonSequence(ReadField, Last, C))
      return Last;
    if (Last)
      return nullptr;
    Child = Around;
  }
  return nullptr;
}

} // namespace warrant
