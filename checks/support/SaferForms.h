//===- SaferForms.h - Other ways to write an operation ----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Some operations have a form that the language makes right: the bits of an
// object as another type (std::bit_cast), the rest of a span (subspan), its
// bytes (std::as_bytes). A form is offered only where it does the same as the
// operation wherever that is defined, in the unit's dialect, and where nothing
// of it depends on a macro or a template's parameter.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_SAFERFORMS_H
#define WARRANT_CHECKS_SUPPORT_SAFERFORMS_H

#include "Place.h"
#include "Walker.h"

namespace warrant {

/// The forms for the operation \p Op, which is at \p P and was found at \p At.
std::vector<SaferForm> saferForms(const Operation &Op, const Place &P, Node At,
                                  const Context &C);

/// A form before it is turned into edits.
struct Rewrite {
  clang::SourceRange What; ///< tokens
  std::string Text;
  llvm::StringRef Header; ///< that it takes, or empty
};

/// `std::bit_cast<T>(x)` for what reads the bits of \p Node another way:
/// through a cast of its address, by memcpy, or as another member of its union.
std::optional<Rewrite> bitCastFor(const Operation &Op, const clang::Stmt &Node,
                                  const Context &C);

/// A part or the bytes of what a view is made from.
std::optional<Rewrite> viewFor(const Operation &Op, const clang::Stmt &Node,
                               const Context &C);

/// `std::as_const(x)` for a cast to const, in what a cast takes const from.
std::optional<Rewrite> asConstFor(const Operation &Op, const clang::Stmt &Node,
                                  const Context &C);

/// The text of \p E, or empty where a macro has a part in where it stands.
std::string textOf(const clang::Expr &E, const Context &C);

/// Whether \p A and \p B name the same variable or member, without calls or
/// subscripts on the way.
bool isSameName(const clang::Expr *A, const clang::Expr *B);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_SAFERFORMS_H
