//===- PointerRanges.h - Ranges made from pointers --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A view, a string or a container that is made from a pointer and a length, or
// from two pointers, believes what it is told. In a template's pattern, where
// no constructor is chosen yet, the text shows it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_POINTERRANGES_H
#define WARRANT_CHECKS_SUPPORT_POINTERRANGES_H

#include "Check.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace warrant {

struct RangeView {
  const clang::Expr *Pointer;
  const clang::Expr *Bound; ///< the length, or the end
  bool IsLength;
  clang::SourceLocation Token;
  clang::SourceRange Range;
};

/// Whether a class of this qualified name is a range beside those of the
/// standard library.
using IsRangeType = llvm::function_ref<bool(llvm::StringRef)>;

std::optional<RangeView> asRange(const clang::Stmt &S, const Context &C,
                                 IsRangeType IsFurther);

/// Why \p R stays within what its pointer leads to, or empty.
std::string proveRange(const RangeView &R, clang::ASTContext &AST);

/// Why there are \p Length elements behind \p Pointer, or empty.
std::string proveLength(const clang::Expr *Pointer, const clang::Expr *Length,
                        clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_POINTERRANGES_H
