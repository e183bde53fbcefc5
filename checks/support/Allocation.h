//===- Allocation.h - Memory fresh from an allocator ------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Memory that an allocator has just returned is aligned and has no type yet, so
// that a pointer to anything may be made of it, provided that it is as large.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_ALLOCATION_H
#define WARRANT_CHECKS_SUPPORT_ALLOCATION_H

#include "Check.h"

namespace warrant {

/// The call of an allocator that \p E is, under casts; null where it is none.
const clang::CallExpr *allocationOf(const clang::Expr *E, const Context &C);

/// Whether what \p Call allocates holds a \p T, or any number of them: its size
/// is a constant that suffices, or is made of the size of such a type; and it
/// is aligned for one.
bool isFitting(const clang::CallExpr &Call, clang::QualType T,
               const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_ALLOCATION_H
