//===- JumpFacts.cpp - What a jump out of a function leaves ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JumpFacts.h"
#include "clang/AST/Attr.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace warrant {
namespace {

bool needsDestructor(const VarDecl &V, const ASTContext &AST) {
  return V.hasLocalStorage() && !V.getType()->isDependentType() &&
         V.needsDestruction(AST) == QualType::DK_cxx_destructor;
}

const VarDecl *declaredBy(const Stmt *S, const ASTContext &AST) {
  const auto *Declared = dyn_cast_or_null<DeclStmt>(S);
  if (!Declared)
    return nullptr;
  for (const Decl *D : Declared->decls())
    if (const auto *V = dyn_cast<VarDecl>(D); V && needsDestructor(*V, AST))
      return V;
  return nullptr;
}

/// What the children of \p Around before \p End declare.
const VarDecl *declaredBefore(const Stmt *End, const Stmt &Around,
                              const ASTContext &AST) {
  if (!isa<CompoundStmt, IfStmt, ForStmt, WhileStmt, SwitchStmt,
           CXXForRangeStmt>(Around))
    return nullptr;
  for (const Stmt *Child : Around.children()) {
    if (Child == End)
      return nullptr;
    if (const VarDecl *V = declaredBy(Child, AST))
      return V;
  }
  return nullptr;
}

bool callsReturnsTwice(const Stmt *S) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  if (const auto *Call = dyn_cast<CallExpr>(S))
    if (const FunctionDecl *F = Call->getDirectCallee())
      if (F->hasAttr<ReturnsTwiceAttr>())
        return true;
  return llvm::any_of(S->children(), callsReturnsTwice);
}

} // namespace

const VarDecl *destructorSkipped(const Expr &Jump, const Context &C) {
  const Stmt *Child = &Jump;
  for (unsigned I = 0; C.parent(I); Child = C.parent(I++)) {
    if (const VarDecl *V = declaredBefore(Child, *C.parent(I), C.AST))
      return V;
    if (const auto *Catch = dyn_cast<CXXCatchStmt>(C.parent(I)))
      if (const VarDecl *V = Catch->getExceptionDecl();
          V && needsDestructor(*V, C.AST))
        return V;
  }
  if (C.Function)
    for (const ParmVarDecl *P : C.Function->parameters())
      if (needsDestructor(*P, C.AST))
        return P;
  return nullptr;
}

bool setsJumpTarget(const Context &C) {
  return C.Function && callsReturnsTwice(C.Function->getBody());
}

} // namespace warrant
