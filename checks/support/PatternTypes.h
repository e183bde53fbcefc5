//===- PatternTypes.h - Types that a pattern's text shows -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of `p + n` with a `T *p` Clang says no more in a template's pattern than that
// its type is dependent. That it is a pointer can be read from the text, since
// `p` is one; in `(p + n)[i]` or `*(p + n)` too.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_PATTERNTYPES_H
#define WARRANT_CHECKS_SUPPORT_PATTERNTYPES_H

#include "clang/AST/Expr.h"

namespace warrant {

enum class PointerShape { None, Pointer, Array };

/// Whether \p E, as written, is a raw pointer or an array: by its type, or in
/// a pattern by what it is made of.
PointerShape pointerShape(const clang::Expr *E);

/// Whether \p S, which may be null, is an expression that instantiations
/// decide: in an instantiation too, for a member template or a default argument
/// that nothing instantiated.
bool isUndecided(const clang::Stmt *S);

/// Where the operator is of a cast or a subtraction whose types are known,
/// which a pattern may have left open; not valid for what is none.
clang::SourceLocation decidedOperator(const clang::Stmt &S);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_PATTERNTYPES_H
