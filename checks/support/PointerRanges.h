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

/// Why \p Length is no more than what \p Pointer leads to, or empty.
std::string proveRange(const clang::Expr *Pointer, const clang::Expr *Length,
                       clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_POINTERRANGES_H
