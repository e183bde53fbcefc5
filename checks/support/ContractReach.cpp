//===- ContractReach.cpp - What is reached from parameters ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ContractReach.h"
#include "Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"

using namespace clang;

namespace warrant {
namespace {

using Variables = llvm::SmallPtrSetImpl<const ValueDecl *>;

/// The pointer variable that \p E is, as a place and not its value.
const ValueDecl *pointerPlace(const Expr *E) {
  const auto *Ref = dyn_cast_or_null<DeclRefExpr>(E ? E->IgnoreParens() : E);
  const ValueDecl *D = Ref ? Ref->getDecl() : nullptr;
  return D && D->getType().getNonReferenceType()->isAnyPointerType() ? D
                                                                     : nullptr;
}

/// What may change anywhere: its address is taken, or it is bound to a
/// reference.
void collectEscapes(const Stmt &S, Variables &Out) {
  auto Add = [&](const Expr *E) {
    if (const ValueDecl *D = pointerPlace(E))
      Out.insert(D);
  };
  if (const auto *Unary = dyn_cast<UnaryOperator>(&S))
    if (Unary->getOpcode() == UO_AddrOf)
      Add(Unary->getSubExpr());
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    llvm::for_each(Call->arguments(), Add);
  if (const auto *Made = dyn_cast<CXXConstructExpr>(&S))
    llvm::for_each(Made->arguments(), Add);
  if (const auto *Declared = dyn_cast<DeclStmt>(&S))
    for (const Decl *D : Declared->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        if (V->getType()->isReferenceType())
          Add(V->getInit());
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S))
    for (const LambdaCapture &Each : Lambda->captures())
      if (Each.capturesVariable() && Each.getCaptureKind() == LCK_ByRef)
        Out.insert(Each.getCapturedVar());
}

/// \p Assigned are the variables that may point elsewhere than before,
/// \p Moved those that change at all.
void collectChanges(const Stmt *S, Variables &Assigned, Variables &Moved) {
  if (!S)
    return;
  collectEscapes(*S, Assigned);
  const auto *Binary = dyn_cast<BinaryOperator>(S);
  if (Binary && Binary->isAssignmentOp())
    if (const ValueDecl *D = pointerPlace(Binary->getLHS()))
      (Binary->getOpcode() == BO_Assign ? Assigned : Moved).insert(D);
  const auto *Unary = dyn_cast<UnaryOperator>(S);
  if (Unary && Unary->isIncrementDecrementOp())
    if (const ValueDecl *D = pointerPlace(Unary->getSubExpr()))
      Moved.insert(D);
  for (const Stmt *Child : S->children())
    collectChanges(Child, Assigned, Moved);
}

} // namespace

ParameterReach::ParameterReach(const FunctionDecl &F) : F(F) {
  collectChanges(F.getBody(), Assigned, Moved);
}

bool ParameterReach::reachesVariable(const ValueDecl *D, bool OrThis,
                                     bool OrLocal) const {
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(D))
    return Parameter->getDeclContext() == &F && !Assigned.count(Parameter);
  const auto *Local = dyn_cast<VarDecl>(D);
  if (!OrLocal || !Local || !Local->hasLocalStorage() || !Local->hasInit() ||
      Local->getDeclContext() != &F)
    return false;
  if (Assigned.count(Local) || Moved.count(Local))
    return false;
  return reaches(Local->getInit(), OrThis, /*OrLocal=*/false);
}

bool ParameterReach::reaches(const Expr *E, bool OrThis, bool OrLocal) const {
  E = strip(E);
  auto Goes = [&](const Expr *On) { return reaches(On, OrThis, OrLocal); };
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return reachesVariable(Ref->getDecl(), OrThis, OrLocal);
  if (isa<CXXThisExpr>(E))
    return OrThis;
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return Member->getMemberDecl()->isCXXInstanceMember() ||
                   isa<FieldDecl>(Member->getMemberDecl())
               ? Goes(Member->getBase())
               : false;
  if (const auto *Member = dyn_cast<CXXDependentScopeMemberExpr>(E))
    return Member->isImplicitAccess() ? OrThis : Goes(Member->getBase());
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return Goes(Element->getBase());
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E))
    return Goes(Cast->getSubExpr());
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return (Unary->getOpcode() == UO_Deref ||
            Unary->isIncrementDecrementOp()) &&
           Goes(Unary->getSubExpr());
  if (std::optional<BinaryView> B = asBinary(*E))
    if (B->Opcode == BO_Add || B->Opcode == BO_Sub)
      return Goes(isPointerOperand(B->LHS) ? B->LHS : B->RHS);
  return false;
}

} // namespace warrant
