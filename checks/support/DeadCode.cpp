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
namespace {

bool hasLabel(const Stmt *S) {
  return S && (isa<LabelStmt, SwitchCase>(S) ||
               llvm::any_of(S->children(), hasLabel));
}

/// Whether the condition of \p If is known to be the opposite of what \p Branch
/// needs.
bool isNeverTaken(const IfStmt &If, const Stmt *Branch, const ASTContext &AST) {
  bool IsThen = Branch == If.getThen();
  const Expr *Condition = If.getCond();
  bool Value = false;
  return (IsThen || Branch == If.getElse()) && !If.isConsteval() &&
         !Condition->isValueDependent() &&
         Condition->EvaluateAsBooleanCondition(Value, AST) && Value != IsThen &&
         !Condition->HasSideEffects(AST) && !hasLabel(Branch);
}

} // namespace

std::string proveNeverRuns(const Stmt *Node, const Context &C) {
  const Stmt *Child = Node;
  for (unsigned N = 0; const Stmt *Around = C.parent(N); ++N) {
    const auto *If = dyn_cast<IfStmt>(Around);
    if (If && Child && isNeverTaken(*If, Child, C.AST))
      return "never runs: the condition at line " +
             std::to_string(
                 C.sources().getExpansionLineNumber(If->getIfLoc())) +
             " is constant";
    Child = Around;
  }
  return {};
}

} // namespace warrant
