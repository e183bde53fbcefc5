//===- ExceptionBody.h - The walk over one function's body ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EXCEPTIONBODY_H
#define WARRANT_CHECKS_SUPPORT_EXCEPTIONBODY_H

#include "DeadCode.h"
#include "ExceptionWalk.h"
#include "clang/AST/StmtVisitor.h"
#include "llvm/Support/SaveAndRestore.h"

namespace warrant {

/// See ExceptionWalk.h.
class BodyWalk : public clang::ConstStmtVisitor<BodyWalk> {
  using Base = clang::ConstStmtVisitor<BodyWalk>;

public:
  BodyWalk(const clang::ASTContext &AST, CalleeKnowledge &Known)
      : AST(AST), Known(Known) {}

  Escapes function(const clang::FunctionDecl &F);

  void Visit(const clang::Stmt *S) {
    if (S)
      Base::Visit(S);
  }
  void VisitStmt(const clang::Stmt *S) {
    for (const clang::Stmt *Child : S->children())
      Visit(Child);
  }

  // What throws.
  void VisitCXXThrowExpr(const clang::CXXThrowExpr *E);
  void VisitCallExpr(const clang::CallExpr *E);
  void VisitCXXConstructExpr(const clang::CXXConstructExpr *E);
  void VisitCXXInheritedCtorInitExpr(const clang::CXXInheritedCtorInitExpr *E) {
    call(*E->getConstructor(), E->getLocation());
  }
  void VisitCXXNewExpr(const clang::CXXNewExpr *E);
  void VisitCXXDeleteExpr(const clang::CXXDeleteExpr *E);
  void VisitCXXDynamicCastExpr(const clang::CXXDynamicCastExpr *E);
  void VisitCXXTypeidExpr(const clang::CXXTypeidExpr *E);
  void VisitCXXBindTemporaryExpr(const clang::CXXBindTemporaryExpr *E) {
    VisitStmt(E);
    call(*E->getTemporary()->getDestructor(), E->getEndLoc());
  }
  void VisitDeclStmt(const clang::DeclStmt *S);
  void VisitCoroutineBodyStmt(const clang::CoroutineBodyStmt *S) {
    possible(S->getBeginLoc(),
             "what the coroutine's promise lets pass is open");
  }

  // What catches.
  void VisitCXXTryStmt(const clang::CXXTryStmt *S) {
    guarded(*S, [&] { Visit(S->getTryBlock()); }, /*ThrowsAgain=*/false);
  }

  // What stands elsewhere.
  void VisitCXXDefaultArgExpr(const clang::CXXDefaultArgExpr *E) {
    used(E->getUsedLocation(), E->getExpr());
  }
  void VisitCXXDefaultInitExpr(const clang::CXXDefaultInitExpr *E) {
    used(E->getUsedLocation(), E->getExpr());
  }
  void VisitInitListExpr(const clang::InitListExpr *E);

  // What doesn't run here, or never.
  void VisitLambdaExpr(const clang::LambdaExpr *E) {
    for (const clang::Expr *Init : E->capture_inits())
      Visit(Init);
  }
  void VisitCompoundStmt(const clang::CompoundStmt *S);
  void VisitIfStmt(const clang::IfStmt *S);
  void VisitWhileStmt(const clang::WhileStmt *S) {
    if (constantCondition(S->getCond(), AST) != false)
      VisitStmt(S);
  }
  void VisitConditionalOperator(const clang::ConditionalOperator *E);
  void VisitBinLAnd(const clang::BinaryOperator *E) { shortCut(*E, false); }
  void VisitBinLOr(const clang::BinaryOperator *E) { shortCut(*E, true); }
  void VisitGenericSelectionExpr(const clang::GenericSelectionExpr *E) {
    Visit(E->getResultExpr());
  }
  void VisitChooseExpr(const clang::ChooseExpr *E) {
    Visit(E->getChosenSubExpr());
  }
  void VisitConstantExpr(const clang::ConstantExpr *) {}
  void VisitUnaryExprOrTypeTraitExpr(const clang::UnaryExprOrTypeTraitExpr *) {}
  void VisitCXXNoexceptExpr(const clang::CXXNoexceptExpr *) {}
  void VisitRequiresExpr(const clang::RequiresExpr *) {}
  void
  VisitConceptSpecializationExpr(const clang::ConceptSpecializationExpr *) {}

private:
  template <typename Fn>
  void guarded(const clang::CXXTryStmt &Try, Fn Inside, bool ThrowsAgain);
  Escapes take(Escapes &From, const clang::CXXCatchStmt &Handler) const;
  void throwAgain(const Escapes &Taken, clang::SourceLocation Where,
                  const std::string &What);
  void call(const clang::FunctionDecl &F, clang::SourceLocation Where,
            bool Virtual = false);
  void callThrough(const clang::CallExpr &E);
  void destroy(clang::QualType T, clang::SourceLocation Where);
  void possible(clang::SourceLocation Where, std::string What,
                clang::QualType Type = {});
  void used(clang::SourceLocation Where, const clang::Expr *E) {
    llvm::SaveAndRestore Save(Use, Use.isValid() ? Use : Where);
    Visit(E);
  }
  void shortCut(const clang::BinaryOperator &E, bool Decides) {
    Visit(E.getLHS());
    if (constantCondition(E.getLHS(), AST) != Decides)
      Visit(E.getRHS());
  }
  clang::SourceLocation placeOf(clang::SourceLocation Where) const {
    return AST.getSourceManager().getFileLoc(Use.isValid() ? Use : Where);
  }
  std::string textOf(clang::SourceRange Range) const;

  const clang::ASTContext &AST;
  CalleeKnowledge &Known;
  Escapes *Out = nullptr;
  /// What the handler around has caught; null outside of one.
  const Escapes *Caught = nullptr;
  /// Where the default argument or initializer is used that is walked.
  clang::SourceLocation Use;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EXCEPTIONBODY_H
