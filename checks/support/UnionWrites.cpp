//===- UnionWrites.cpp - What was written to a union before ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnionWrites.h"
#include "Types.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace warrant {
namespace {

using Writes = UnionWrites;

bool isSameObject(const Expr *A, const Expr *B, const ASTContext &AST) {
  A = strip(A);
  B = strip(B);
  // `this` is the same whether it is written or not.
  if (isa<CXXThisExpr>(A) && isa<CXXThisExpr>(B))
    return true;
  const auto *Left = dyn_cast<MemberExpr>(A);
  const auto *Right = dyn_cast<MemberExpr>(B);
  if (Left && Right)
    return Left->getMemberDecl() == Right->getMemberDecl() &&
           isSameObject(Left->getBase(), Right->getBase(), AST);
  llvm::FoldingSetNodeID LeftID, RightID;
  A->Profile(LeftID, AST, /*Canonical=*/true);
  B->Profile(RightID, AST, /*Canonical=*/true);
  return LeftID == RightID;
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

/// Whether nobody but this function's text reaches \p Object: a local by value.
bool isPrivate(const Expr *Object) {
  if (Object->getType()->isPointerType())
    return false;
  for (const Expr *E = Object->IgnoreParenCasts();;) {
    const auto *Member = dyn_cast<MemberExpr>(E);
    if (!Member || Member->isArrow())
      break;
    Object = E = Member->getBase()->IgnoreParenCasts();
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(Object->IgnoreParenCasts());
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Variable && Variable->hasLocalStorage() &&
         !Variable->getType()->isReferenceType();
}

Writes written(const FieldDecl *Member) {
  Writes W;
  W.Members.insert(Member);
  W.Through = false;
  return W;
}

/// What the called function writes to \p Object: it may get its address, a
/// reference to it or a pointer that leads to it.
Writes writeOfCall(const CallExpr &Call, const Expr *Object,
                   const ASTContext &AST) {
  const Expr *Root = rootOf(Object);
  auto Leads = [&](const Expr *Argument) {
    return (Argument->isGLValue() || Argument->getType()->isPointerType()) &&
           isSameObject(rootOf(Argument), Root, AST);
  };
  const auto *Assign = dyn_cast<CXXOperatorCallExpr>(&Call);
  if (Assign && Assign->getOperator() == OO_Equal)
    if (const FieldDecl *Member = memberOf(Assign->getArg(0), Object, AST))
      return written(Member);
  const auto *Method = dyn_cast<CXXMemberCallExpr>(&Call);
  if (llvm::any_of(Call.arguments(), Leads) ||
      (Method && Leads(Method->getImplicitObjectArgument())))
    return written(nullptr);
  Writes W;
  const FunctionDecl *Callee = Call.getDirectCallee();
  bool Harmless = Callee && (Callee->isDefaulted() || Callee->getBuiltinID());
  if (!isPrivate(Object) && !Harmless)
    W.Members.insert(nullptr);
  return W;
}

Writes writeOfDeclaration(const DeclStmt &S, const Expr *Object) {
  const auto *Ref = dyn_cast<DeclRefExpr>(strip(Object));
  if (!Ref || !llvm::is_contained(S.decls(), Ref->getDecl()))
    return {};
  const Expr *Value = cast<VarDecl>(Ref->getDecl())->getInit();
  const auto *List = dyn_cast_or_null<InitListExpr>(Value);
  return written(List ? List->getInitializedFieldInUnion() : nullptr);
}

/// Whether \p Target is a part of what names \p Object, as its index or the
/// pointer that leads there: then another object is named from there on.
bool isPartOf(const Expr *Target, const Stmt *Object, const ASTContext &AST) {
  const auto *E = dyn_cast_or_null<Expr>(Object);
  if (E && isSameObject(Target, E, AST))
    return true;
  return Object && llvm::any_of(Object->children(), [&](const Stmt *Part) {
           return isPartOf(Target, Part, AST);
         });
}

/// What assigning or stepping \p Target writes to \p Object.
Writes writeTo(const Expr *Target, const Expr *Object, const ASTContext &AST) {
  if (const FieldDecl *Member = memberOf(Target, Object, AST))
    return written(Member);
  return isPartOf(Target, Object, AST) ? written(nullptr) : Writes();
}

/// What the node \p S itself, without its children, writes to \p Object.
Writes writeAt(const Stmt &S, const Expr *Object, const ASTContext &AST) {
  if (const auto *Assign = dyn_cast<BinaryOperator>(&S);
      Assign && Assign->isAssignmentOp())
    return writeTo(Assign->getLHS(), Object, AST);
  if (const auto *U = dyn_cast<UnaryOperator>(&S)) {
    if (U->isIncrementDecrementOp())
      return writeTo(U->getSubExpr(), Object, AST);
    const FieldDecl *Member = memberOf(U->getSubExpr(), Object, AST);
    bool Taken = U->getOpcode() == UO_AddrOf &&
                 (Member || isSameObject(U->getSubExpr(), Object, AST));
    return Taken ? written(nullptr) : Writes();
  }
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    return writeOfCall(*Call, Object, AST);
  if (const auto *Declared = dyn_cast<DeclStmt>(&S))
    return writeOfDeclaration(*Declared, Object);
  Writes W;
  W.Ends = isa<ReturnStmt, BreakStmt, ContinueStmt, GotoStmt, IndirectGotoStmt,
               CXXThrowExpr>(S);
  return W;
}

/// First \p A, then \p B.
Writes then(Writes A, const Writes &B) {
  if (A.Ends || !B.Through || B.Ends)
    return B;
  A.Members.insert(B.Members.begin(), B.Members.end());
  return A;
}

/// Either of the two.
Writes either(Writes A, const Writes &B) {
  if (A.Ends || B.Ends)
    return A.Ends ? B : A;
  A.Members.insert(B.Members.begin(), B.Members.end());
  A.Through |= B.Through;
  return A;
}

/// Everything that is written anywhere in \p S, which may run or not.
void collect(const Stmt *S, const Expr *Object, const ASTContext &AST,
             Writes &All) {
  if (!S || isa<LambdaExpr>(S))
    return;
  Writes Here = writeAt(*S, Object, AST);
  All.Members.insert(Here.Members.begin(), Here.Members.end());
  for (const Stmt *Child : S->children())
    collect(Child, Object, AST, All);
}

Writes effectOf(const Stmt *S, const Expr *Object, const ASTContext &AST);

/// What \p Parts, one after the other, write to \p Object.
Writes effectOfAll(llvm::ArrayRef<const Stmt *> Parts, const Expr *Object,
                   const ASTContext &AST) {
  // From the last on: what is before one that surely writes, or surely leaves,
  // says nothing, and there may be much of it.
  llvm::SmallVector<Writes, 4> Effects; // the last first
  for (const Stmt *Part : llvm::reverse(Parts)) {
    Effects.push_back(effectOf(Part, Object, AST));
    if (!Effects.back().Through || Effects.back().Ends)
      break;
  }
  Writes W;
  for (const Stmt *Part : Parts.take_back(Effects.size())) {
    if (isa_and_nonnull<SwitchCase, LabelStmt>(Part))
      W = either(std::move(W), Writes());
    W = then(std::move(W), Effects.pop_back_val());
  }
  return W;
}

/// The body of `do` runs once at least; a `break` in it may skip its end.
Writes effectOfDo(const DoStmt &S, const Expr *Object, const ASTContext &AST) {
  Writes W = then(effectOf(S.getBody(), Object, AST),
                  effectOf(S.getCond(), Object, AST));
  if (!W.Ends && S.getCond()->IgnoreParenCasts()->isIntegerConstantExpr(AST))
    return W;
  W.Ends = false;
  W.Through = true;
  collect(&S, Object, AST, W);
  return W;
}

Writes effectOfIf(const IfStmt &S, const Expr *Object, const ASTContext &AST) {
  auto Of = [&](const Stmt *Part) { return effectOf(Part, Object, AST); };
  Writes Head =
      then(then(Of(S.getInit()), Of(S.getConditionVariableDeclStmt())),
           Of(S.getCond()));
  return then(std::move(Head), either(Of(S.getThen()), Of(S.getElse())));
}

/// What \p S writes to \p Object, whichever way it is run.
Writes effectOf(const Stmt *S, const Expr *Object, const ASTContext &AST) {
  if (!S || isa<LambdaExpr>(S))
    return {};
  auto Of = [&](const Stmt *Part) { return effectOf(Part, Object, AST); };
  if (const auto *If = dyn_cast<IfStmt>(S))
    return effectOfIf(*If, Object, AST);
  if (const auto *Choice = dyn_cast<ConditionalOperator>(S))
    return then(Of(Choice->getCond()),
                either(Of(Choice->getTrueExpr()), Of(Choice->getFalseExpr())));
  if (const auto *B = dyn_cast<BinaryOperator>(S); B && B->isLogicalOp())
    return then(Of(B->getLHS()), either(Of(B->getRHS()), Writes()));
  if (const auto *Do = dyn_cast<DoStmt>(S))
    return effectOfDo(*Do, Object, AST);
  Writes W;
  if (isa<ForStmt, WhileStmt, CXXForRangeStmt, SwitchStmt>(S)) {
    collect(S, Object, AST, W);
    return W;
  }
  Writes Here = writeAt(*S, Object, AST);
  llvm::SmallVector<const Stmt *, 8> Children(S->children());
  return then(effectOfAll(Children, Object, AST), Here);
}

/// The parts of \p Around that are evaluated before its part \p End; none when
/// their order is not that of evaluation.
llvm::SmallVector<const Stmt *, 8> partsBefore(const Stmt *End,
                                               const Stmt &Around) {
  llvm::SmallVector<const Stmt *, 8> Parts;
  if (const auto *For = dyn_cast<ForStmt>(&Around)) {
    if (const Stmt *Init = For->getInit(); Init && Init != End)
      Parts.push_back(Init);
    return Parts;
  }
  const auto *B = dyn_cast<BinaryOperator>(&Around);
  if (!(B && (B->getOpcode() == BO_Comma || B->isLogicalOp())) &&
      !isa<CompoundStmt, IfStmt, SwitchStmt, WhileStmt, ConditionalOperator>(
          Around))
    return Parts;
  const auto *If = dyn_cast<IfStmt>(&Around);
  const auto *Choice = dyn_cast<ConditionalOperator>(&Around);
  for (const Stmt *S : Around.children()) {
    if (S == End)
      break;
    if (S && !(If && S == If->getThen()) &&
        !(Choice && S == Choice->getTrueExpr()))
      Parts.push_back(S);
  }
  return Parts;
}

/// What is written in \p Around before its part \p End.
Writes before(const Stmt *End, const Stmt &Around, const Expr *Object,
              const ASTContext &AST) {
  Writes W = effectOfAll(partsBefore(End, Around), Object, AST);
  // Only a label leads to what stands behind a jump.
  if (W.Ends || isa<SwitchCase, LabelStmt>(*End))
    W = either(std::move(W), Writes());
  W.Ends = false;
  // A loop's body may have run before.
  const auto *For = dyn_cast<ForStmt>(&Around);
  if (isa<WhileStmt, DoStmt, CXXForRangeStmt>(Around) ||
      (For && End != For->getInit())) {
    Writes Earlier;
    collect(&Around, Object, AST, Earlier);
    W.Members.insert(Earlier.Members.begin(), Earlier.Members.end());
  }
  return W;
}

/// The member that a union without a name is made with: `(union u){.f = x}`.
Writes writeWhenMade(const Expr *Object) {
  const Expr *E = Object->IgnoreParenCasts();
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    E = Temporary->getSubExpr()->IgnoreParenCasts();
  if (const auto *Literal = dyn_cast<CompoundLiteralExpr>(E))
    E = Literal->getInitializer();
  const auto *List = dyn_cast<InitListExpr>(E);
  return List ? written(List->getInitializedFieldInUnion()) : Writes();
}

} // namespace

UnionWrites writesBefore(const Expr *Object, const Expr &Read,
                         const Context &C) {
  Writes W = writeWhenMade(Object);
  const Stmt *Child = &Read;
  for (unsigned I = 0; W.Through && C.parent(I); ++I) {
    W = then(before(Child, *C.parent(I), Object, C.AST), W);
    Child = C.parent(I);
  }
  return W;
}

} // namespace warrant
