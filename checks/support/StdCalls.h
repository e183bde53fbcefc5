//===- StdCalls.h - Calls of the standard library ---------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `std::next(p)`, `std::ranges::next(p)` and, in a pattern, `next(p)` of a
// dependent `p` are calls of three shapes; checks ask for the name.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_STDCALLS_H
#define WARRANT_CHECKS_SUPPORT_STDCALLS_H

#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include <optional>

namespace warrant {

/// A call by name of a function, or of a function object, of namespace std or
/// of a namespace in it.
struct StdCall {
  llvm::StringRef Name;
  clang::SourceLocation Token; ///< where the callee begins
  llvm::ArrayRef<const clang::Expr *> Arguments;
};
std::optional<StdCall> asStdCall(const clang::CallExpr &E);

/// Whether \p E is an iterator that a function of namespace std hands on, as in
/// `std::find(v.begin(), v.end(), x)`, or a local `auto` that holds one.
bool isIteratorResult(const clang::Expr *E);

/// Whether \p D belongs to namespace std or to a namespace in it.
bool isWithinStd(const clang::Decl *D);

/// A subscript of std::unique_ptr<T[]> or std::shared_ptr<T[]>, in every
/// spelling; in a pattern too.
struct SmartSubscript {
  const clang::Expr *Pointer;
  const clang::Expr *Index;
  clang::SourceLocation Token;
};
std::optional<SmartSubscript> asSmartSubscript(const clang::Stmt &S);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_STDCALLS_H
