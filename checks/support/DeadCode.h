//===- DeadCode.h - What never runs -----------------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `if (ExtraDebug)` of a constant that is false compiles and never runs. In
// another configuration it may: there it is a site of its own unit, and the
// worse of the two wins.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_DEADCODE_H
#define WARRANT_CHECKS_SUPPORT_DEADCODE_H

#include "Check.h"
#include "llvm/ADT/DenseMap.h"
#include <optional>

namespace warrant {

/// Whether control may reach a part of \p S from elsewhere.
bool hasLabel(const clang::Stmt *S);

/// What \p E always is, where it does nothing else; absence when that is open.
std::optional<bool> constantCondition(const clang::Expr *E,
                                      const clang::ASTContext &AST);

/// Whether the condition of \p If is known to be the opposite of what \p Branch
/// needs, and no label leads there.
bool isNeverTaken(const clang::IfStmt &If, const clang::Stmt *Branch,
                  const clang::ASTContext &AST);

/// Looks at each branch once, however much stands in it.
class DeadCode {
public:
  /// Why \p Node, at \p C, never runs: it stands in the branch of an `if` or a
  /// `?:` that a constant condition never takes, and no label leads there. Or
  /// empty.
  std::string prove(const clang::Stmt *Node, const Context &C);

private:
  bool isDead(const clang::Stmt &Around, const clang::Stmt *Branch,
              const clang::ASTContext &AST);

  llvm::DenseMap<const clang::Stmt *, bool> Branches;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_DEADCODE_H
