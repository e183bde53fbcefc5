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

bool DeadCode::isDead(const Stmt &Around, const Stmt *Branch,
                      const ASTContext &AST) {
  auto [It, IsNew] = Branches.try_emplace(Branch);
  if (!IsNew)
    return It->second;
  const auto *If = dyn_cast<IfStmt>(&Around);
  It->second =
      If ? isNeverTaken(*If, Branch, AST)
         : isNeverChosen(cast<ConditionalOperator>(Around), Branch, AST);
  return It->second;
}

std::string DeadCode::prove(const Stmt *Node, const Context &C) {
  const Stmt *Child = Node;
  for (unsigned N = 0; const Stmt *Around = C.parent(N); ++N) {
    if (Child && isa<IfStmt, ConditionalOperator>(Around) &&
        isDead(*Around, Child, C.AST)) {
      const auto *If = dyn_cast<IfStmt>(Around);
      SourceLocation Where =
          If ? If->getIfLoc()
             : cast<ConditionalOperator>(Around)->getQuestionLoc();
      return "never runs: the condition at line " +
             std::to_string(C.sources().getExpansionLineNumber(Where)) +
             " is constant";
    }
    Child = Around;
  }
  return {};
}

} // namespace warrant
