//===- Walker.h - One traversal for all checks ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The walker visits what is written and evaluated in project files, once, and
// keeps what checks ask for: function, parents, evaluated or not, pattern or
// instantiation. Its stack of nodes is what anchors are built from. Every
// operation that a check reports reaches the OperationHandler with that stack.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_WALKER_H
#define WARRANT_CHECKS_SUPPORT_WALKER_H

#include "Check.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/PointerUnion.h"

namespace warrant {

/// A node on the walker's stack.
using Node = llvm::PointerUnion<const clang::Stmt *, const clang::Decl *,
                                const clang::CXXCtorInitializer *>;

/// What the walker needs and whom it tells.
struct WalkHandler {
  virtual ~WalkHandler() = default;
  /// Whether code at \p Loc (any location) is audited.
  virtual bool isAudited(clang::SourceLocation Loc) = 0;
  /// \p Stack is outermost first and ends with the node itself.
  virtual void operation(const Check &From, Operation Op, const Context &C,
                         llvm::ArrayRef<Node> Stack) = 0;
  /// A function with a body, pattern or plain, in an audited file.
  virtual void function(const clang::FunctionDecl &F) = 0;
  /// A call whose target the unit's text does not name.
  virtual void indirectCall(const clang::CallExpr &E) = 0;
  /// Whether a comment may speak of what stands at \p Loc.
  virtual bool mayBeDocumented(clang::SourceLocation Loc) { return true; }
  /// Any declaration in an audited file.
  virtual void declaration(const clang::Decl &D) {}
  /// Any evaluated statement or expression; \p Stack ends with it.
  virtual void statement(const clang::Stmt &S, const Context &C,
                         llvm::ArrayRef<Node> Stack) {}
};

/// Walks every top-level declaration of the unit that is audited. \p Quiet are
/// checks that are off, and run only where a comment may speak of what they
/// find. Returns what interrupt handlers do with objects that other units can
/// name.
std::map<std::string, HandlerUse> walk(clang::ASTContext &AST,
                                       const Config &Settings,
                                       llvm::ArrayRef<const Check *> Checks,
                                       llvm::ArrayRef<const Check *> Quiet,
                                       WalkHandler &Handler);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_WALKER_H
