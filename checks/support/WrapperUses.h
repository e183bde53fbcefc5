//===- WrapperUses.h - Uses of accessors of registers -----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A use of a function or a macro that the configuration's `wrappers` names is
// an access of a register, at its place. What the macro's body does to that
// register is a part of it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_WRAPPERUSES_H
#define WARRANT_CHECKS_SUPPORT_WRAPPERUSES_H

#include "Check.h"

namespace warrant {

/// A macro's use that is an access.
struct WrapperUse {
  const Wrapper *Is;
  clang::SourceRange Range; ///< of the use; it begins with the macro's name
};

/// The outermost use of a macro that makes the access at \p Token to \p
/// Address, an lvalue or an address itself, which is not another one of its
/// arguments.
std::optional<WrapperUse> wrapperMacro(clang::SourceLocation Token,
                                       const clang::Expr &Address,
                                       const Context &C);

/// The same of a read of \p Lvalue, whose parentheses the macro spells.
std::optional<WrapperUse> readingMacro(const clang::Expr &Lvalue,
                                       const Context &C);

/// Reports \p E where it is the call of a function that accesses a register for
/// its caller.
bool reportWrapperCall(const clang::CallExpr &E, const Context &C, Sink &Out);

/// Whether the pointer that the node of \p C makes becomes, by casts and
/// offsets, the address that an accessor is handed.
bool isHandedToWrapper(const clang::Expr &E, const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_WRAPPERUSES_H
