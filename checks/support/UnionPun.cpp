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

/// What is known of the last write to a union: nothing, that there was one to
/// an unknown member, or the member.
struct LastWrite {
  bool Seen = false;
  const FieldDecl *Member = nullptr;
};

/// The variable, or `this`, that \p Object is reached from.
const Expr *rootOf(const Expr *Object) {
  for (const Expr *E = Object->IgnoreParenCasts();;) {
    if (const auto *Member = dyn_cast<MemberExpr>(E))
      E = Member->getBase()->IgnoreParenCasts();
    else if (const auto *Index = dyn_cast<ArraySubscriptExpr>(E))
      E = Index->getBase()->IgnoreParenCasts();
    else if (const auto *U = dyn_cast<UnaryOperator>(E))
      E = U->getSubExpr()->IgnoreParenCasts();
    else
      return E;
  }
}

/// Whether the called function may write to \p Object: it gets its address, a
/// reference to it or a pointer that leads to it.
bool isHandedTo(const CallExpr &Call, const Expr *Object,
                const ASTContext &AST) {
  const Expr *Root = rootOf(Object);
  auto Leads = [&](const Expr *Argument) {
    return (Argument->isGLValue() || Argument->getType()->isPointerType()) &&
           isSameObject(rootOf(Argument), Root, AST);
  };
  const auto *Method = dyn_cast<CXXMemberCallExpr>(&Call);
  return llvm::any_of(Call.arguments(), Leads) ||
         (Method && Leads(Method->getImplicitObjectArgument()));
}

/// What the node \p S itself, without its children, writes to \p Object.
LastWrite writeAt(const Stmt *S, const Expr *Object, const ASTContext &AST) {
  if (const auto *Assign = dyn_cast<BinaryOperator>(S);
      Assign && Assign->isAssignmentOp()) {
    const FieldDecl *Member = memberOf(Assign->getLHS(), Object, AST);
    return {Member || isSameObject(Assign->getLHS(), Object, AST), Member};
  }
  if (const auto *U = dyn_cast<UnaryOperator>(S);
      U && U->getOpcode() == UO_AddrOf)
    return {isSameObject(U->getSubExpr(), Object, AST) ||
            memberOf(U->getSubExpr(), Object, AST)};
  if (const auto *Call = dyn_cast<CallExpr>(S))
    return {isHandedTo(*Call, Object, AST)};
  const auto *Declared = dyn_cast<DeclStmt>(S);
  const auto *Ref = dyn_cast<DeclRefExpr>(strip(Object));
  if (!Declared || !Ref ||
      !llvm::is_contained(Declared->decls(), Ref->getDecl()))
    return {};
  const Expr *Value = cast<VarDecl>(Ref->getDecl())->getInit();
  const auto *List = dyn_cast_or_null<InitListExpr>(Value);
  return {Value != nullptr,
          List ? List->getInitializedFieldInUnion() : nullptr};
}

/// The last write to a member of \p Object in \p S, in textual order.
LastWrite lastWriteIn(const Stmt *S, const Expr *Object,
                      const ASTContext &AST) {
  if (!S || isa<LambdaExpr>(S))
    return {};
  LastWrite Last;
  for (const Stmt *Child : S->children())
    if (LastWrite W = lastWriteIn(Child, Object, AST); W.Seen)
      Last = W;
  LastWrite Here = writeAt(S, Object, AST);
  return Here.Seen ? Here : Last;
}

/// Whether a child of \p S is evaluated after those before it.
bool isSequenced(const Stmt &S) {
  if (const auto *B = dyn_cast<BinaryOperator>(&S))
    return B->getOpcode() == BO_Comma || B->isLogicalOp();
  return isa<CompoundStmt, IfStmt, SwitchStmt, WhileStmt>(S);
}

/// The last write to a member of \p Object in the children of \p Around before
/// \p End; none when their order is not that of evaluation.
LastWrite lastWriteBefore(const Stmt *End, const Stmt &Around,
                          const Expr *Object, const ASTContext &AST) {
  if (!isSequenced(Around))
    return {};
  const auto *If = dyn_cast<IfStmt>(&Around);
  LastWrite Last;
  for (const Stmt *S : Around.children()) {
    if (S == End)
      break;
    if (If && S == If->getThen())
      continue;
    if (LastWrite W = lastWriteIn(S, Object, AST); W.Seen)
      Last = W;
  }
  return Last;
}

/// The member that a union without a name is made with: `(union u){.f = x}`.
LastWrite writeWhenMade(const Expr *Object) {
  const Expr *E = Object->IgnoreParenCasts();
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    E = Temporary->getSubExpr()->IgnoreParenCasts();
  if (const auto *Literal = dyn_cast<CompoundLiteralExpr>(E))
    E = Literal->getInitializer();
  const auto *List = dyn_cast<InitListExpr>(E);
  if (!List)
    return {};
  return {true, List->getInitializedFieldInUnion()};
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
  LastWrite Last = writeWhenMade(Read.getBase());
  const Stmt *Child = &Read;
  for (unsigned I = 0; !Last.Seen && C.parent(I); ++I) {
    Last = lastWriteBefore(Child, *C.parent(I), Read.getBase(), C.AST);
    Child = C.parent(I);
  }
  bool Other = Last.Member && Last.Member != ReadField &&
               !isInCommonSequence(ReadField, Last.Member, C);
  return Other ? Last.Member : nullptr;
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
