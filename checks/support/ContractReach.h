//===- ContractReach.h - What is reached from parameters --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function's contract can speak of what its caller hands in, and of nothing
// else. This tells which pointers those are.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CONTRACTREACH_H
#define WARRANT_CHECKS_SUPPORT_CONTRACTREACH_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace warrant {

/// See the file comment.
class ParameterReach {
public:
  explicit ParameterReach(const clang::FunctionDecl &F);

  const clang::FunctionDecl &function() const { return F; }
  /// Whether \p E is a parameter, what is reached from one by members,
  /// elements and offsets, or a local that is set to such once and never
  /// again. \p OrThis: the same for `*this`.
  bool reaches(const clang::Expr *E, bool OrThis, bool OrLocal = true) const;

private:
  bool reachesVariable(const clang::ValueDecl *D, bool OrThis,
                       bool OrLocal) const;

  const clang::FunctionDecl &F;
  /// Variables that are made to point elsewhere, and those that only move.
  llvm::SmallPtrSet<const clang::ValueDecl *, 4> Assigned, Moved;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CONTRACTREACH_H
