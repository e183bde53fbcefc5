//===- Lifetimes.h - Objects that begin and end by hand ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the text around a `new`, a `delete` or a destructor call tells of it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_LIFETIMES_H
#define WARRANT_CHECKS_SUPPORT_LIFETIMES_H

#include "Check.h"

namespace warrant {

/// Adds to \p Op what the smart pointer tells that \p New goes straight to: a
/// proof, or what is wrong.
void addOwner(Operation &Op, const clang::CXXNewExpr &New, const Context &C);

/// Adds what is known of the storage \p Where that an object of type \p T is
/// made in.
void addStorageFacts(Operation &Op, const clang::Expr *Where, clang::QualType T,
                     const Context &C);

/// What is wrong with deleting through a pointer to \p T.
std::optional<Defect> deleteDefect(clang::QualType T);

/// The object of `p->~T()`, also where T is not known yet, and the token of the
/// call; null for all else.
const clang::Expr *calledDestructor(const clang::CallExpr &E);
clang::SourceLocation destructorToken(const clang::CallExpr &E);

/// The pointer that \p E makes a smart pointer from, or sets one to, or null.
const clang::Expr *adoptedPointer(const clang::Expr &E);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_LIFETIMES_H
