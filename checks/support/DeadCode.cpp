//===- DeadCode.cpp - What never runs -------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeadCode.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace warrant {

bool hasLabel(const Stmt *S) {
  return S && (isa<LabelStmt, SwitchCase>(S) ||
               llvm::any_of(S->children(), hasLabel));
}

std::optional<bool> constantCondition(const Expr *E, const ASTContext &AST) {
  bool Value = false;
  if (const auto *Logical = dyn_cast<BinaryOperator>(E->IgnoreParenImpCasts());
      Logical && Logical->isLogicalOp() && !E->isValueDependent()) {
    // What stands behind `false &&` is not evaluated.
    std::optional<bool> First = constantCondition(Logical->getLHS(), AST);
    if (First == (Logical->getOpcode() == BO_LOr))
      return First;
  }
  if (E->isValueDependent() || !E->EvaluateAsBooleanCondition(Value, AST) ||
      E->HasSideEffects(AST))
    return std::nullopt;
  return Value;
}

bool isNeverTaken(const IfStmt &If, const Stmt *Branch, const ASTContext &AST) {
  bool IsThen = Branch == If.getThen();
  return (IsThen || Branch == If.getElse()) && !If.isConsteval() &&
         constantCondition(If.getCond(), AST) == !IsThen && !hasLabel(Branch);
}

/// Whether the condition of \p Choice never chooses \p Branch.
static bool isNeverChosen(const ConditionalOperator &Choice, const Stmt *Branch,
                          const ASTContext &AST) {
  bool IsTrue = Branch == Choice.getTrueExpr();
  return (IsTrue || Branch == Choice.getFalseExpr()) &&
         constantCondition(Choice.getCond(), AST) == !IsTrue &&
         !hasLabel(Branch);
}

std::string proveNeverRuns(const Stmt *Node, const Context &C) {
  auto Because = [&](SourceLocation Where) {
    return "never runs: the condition at line " +
           std::to_string(C.sources().getExpansionLineNumber(Where)) +
           " is constant";
  };
  const Stmt *Child = Node;
  for (unsigned N = 0; const Stmt *Around = C.parent(N); ++N) {
    const auto *If = dyn_cast<IfStmt>(Around);
    if (If && Child && isNeverTaken(*If, Child, C.AST))
      return Because(If->getIfLoc());
    const auto *Choice = dyn_cast<ConditionalOperator>(Around);
    if (Choice && Child && isNeverChosen(*Choice, Child, C.AST))
      return Because(Choice->getQuestionLoc());
    Child = Around;
  }
  return {};
}

} // namespace warrant
