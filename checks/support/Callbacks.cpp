//===- Callbacks.cpp - Functions that C code gets to call -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Callbacks.h"
#include "CallableOperands.h"
#include "Types.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace warrant {
namespace {

/// Of a function that C code gets, the type's linkage, which is the name's or
/// for static functions that of the block around it; a member's is C++'s.
bool hasCLinkage(const FunctionDecl &F) {
  return !isa<CXXMethodDecl>(F) && (F.isExternC() || F.isInExternCContext());
}

/// The function that \p E, which is callable, names; null for several.
const FunctionDecl *functionIn(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return functionIn(U->getSubExpr());
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
}

/// Whether \p E is a function, or a lambda without captures.
bool isCallable(const Expr *E) {
  return llvm::any_of(callableOperands(E), [](const Expr *Operand) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Operand);
        Ref && isa<FunctionDecl>(Ref->getDecl()))
      return true;
    const CXXRecordDecl *Class = Operand->getType()->getAsCXXRecordDecl();
    return Class && Class->isLambda() && Class->isCapturelessLambda();
  });
}

void reportCallback(const Expr *E, Sink &Out) {
  if (!isCallable(E))
    return;
  Operation Op;
  Op.Kind = "callback";
  Op.Token = E->getBeginLoc();
  Op.Range = E->getSourceRange();
  Op.Selectors = {E};
  if (const FunctionDecl *F = functionIn(E); F && !hasCLinkage(*F))
    Op.Notes.push_back("'" + F->getNameAsString() +
                       "' has C++ linkage, and C calls it as a function of C");
  Out.report(std::move(Op));
}

bool isFunctionLike(QualType T) {
  return T->isFunctionPointerType() || T->isFunctionReferenceType();
}

/// Whether a function that is stored in \p D is C's to call: a field of a
/// struct that a block with C linkage declares, or a variable with C linkage.
bool isReadByC(const ValueDecl &D) {
  const QualType T(D.getType()->getBaseElementTypeUnsafe(), 0);
  if (!isFunctionLike(T))
    return false;
  if (const auto *Field = dyn_cast<FieldDecl>(&D))
    return Field->getParent()->isExternCContext();
  const auto *Variable = dyn_cast<VarDecl>(&D);
  return Variable && Variable->isExternC();
}

/// The field or the variable that \p E is, is an element of, or is read
/// through.
const ValueDecl *storedIn(const Expr *E) {
  E = strip(E);
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && U->getOpcode() == UO_Deref)
    E = strip(U->getSubExpr());
  while (const auto *Index = dyn_cast<ArraySubscriptExpr>(E))
    E = strip(Index->getBase());
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return Member->getMemberDecl();
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return Ref ? Ref->getDecl() : nullptr;
}

/// The function that is called; in a pattern by its only candidate.
const FunctionDecl *calleeOf(const CallExpr &Call) {
  if (const FunctionDecl *Callee = Call.getDirectCallee())
    return Callee;
  const auto *Named =
      dyn_cast<UnresolvedLookupExpr>(Call.getCallee()->IgnoreParens());
  return Named && Named->getNumDecls() == 1
             ? dyn_cast<FunctionDecl>(*Named->decls_begin())
             : nullptr;
}

/// The types of the function of C that is called, directly or through a pointer
/// that C declares; null for any other.
const FunctionProtoType *calledInC(const CallExpr &Call) {
  if (const FunctionDecl *Callee = calleeOf(Call))
    return Callee->isExternC() ? Callee->getType()->getAs<FunctionProtoType>()
                               : nullptr;
  const ValueDecl *Pointer = storedIn(Call.getCallee());
  if (!Pointer || !isReadByC(*Pointer))
    return nullptr;
  return Pointer->getType()
      ->getBaseElementTypeUnsafe()
      ->getPointeeType()
      ->getAs<FunctionProtoType>();
}

void reportArguments(const CallExpr &Call, Sink &Out) {
  const FunctionProtoType *Callee = calledInC(Call);
  if (!Callee)
    return;
  for (unsigned I = 0; I != Call.getNumArgs(); ++I) {
    // Behind the parameters anything may be passed.
    bool Called = I < Callee->getNumParams()
                      ? isFunctionLike(Callee->getParamType(I))
                      : Callee->isVariadic();
    if (Called)
      reportCallback(Call.getArg(I), Out);
  }
}

void reportAssignment(const BinaryOperator &E, Sink &Out) {
  if (E.getOpcode() != BO_Assign)
    return;
  if (const ValueDecl *D = storedIn(E.getLHS()); D && isReadByC(*D))
    reportCallback(E.getRHS(), Out);
}

void reportInitializers(const InitListExpr &Written, Sink &Out) {
  const InitListExpr &List =
      Written.isSemanticForm() || !Written.getSemanticForm()
          ? Written
          : *Written.getSemanticForm();
  const RecordDecl *Record = List.getType()->getAsRecordDecl();
  if (!Record)
    return;
  if (const FieldDecl *Active = List.getInitializedFieldInUnion()) {
    if (List.getNumInits() == 1 && isReadByC(*Active))
      reportCallback(List.getInit(0), Out);
    return;
  }
  unsigned I = 0;
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (I == List.getNumInits())
      return;
    if (isReadByC(*Field))
      reportCallback(List.getInit(I), Out);
    ++I;
  }
}

} // namespace

void reportCallbacks(const Stmt &S, const Context &C, Sink &Out) {
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    return reportArguments(*Call, Out);
  if (const auto *E = dyn_cast<BinaryOperator>(&S))
    return reportAssignment(*E, Out);
  if (const auto *List = dyn_cast<InitListExpr>(&S))
    return reportInitializers(*List, Out);
  const auto *Return = dyn_cast<ReturnStmt>(&S);
  if (Return && Return->getRetValue() && C.Function &&
      C.Function->isExternC() && isFunctionLike(C.Function->getReturnType()))
    reportCallback(Return->getRetValue(), Out);
}

} // namespace warrant
