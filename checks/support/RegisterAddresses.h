//===- RegisterAddresses.h - Addresses that become registers ----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_REGISTERADDRESSES_H
#define WARRANT_CHECKS_SUPPORT_REGISTERADDRESSES_H

#include "Check.h"

namespace warrant {

/// Reports the cast \p E as `mmio-address` where it makes a pointer to volatile
/// memory of an integer, and is no part of an access.
void reportRegisterAddress(const clang::ExplicitCastExpr &E, const Context &C,
                           Sink &Out);

/// The same of a conversion: of an integer in C, of a pointer that was just an
/// integer.
void reportImplicitAddress(const clang::ImplicitCastExpr &E, const Context &C,
                           Sink &Out);

/// Whether the cast \p E is a step from an integer to a pointer to volatile
/// memory, all of which is one `mmio-address`.
bool isPartOfRegisterAddress(const clang::CastExpr &E, const Context &C);

/// Reports \p E, which dereferences \p Pointer by the operator at \p Token, as
/// `non-volatile-mmio` where it accesses a constant address without volatile.
void reportPlainAccess(const clang::Expr &E, const clang::Expr *Pointer,
                       clang::SourceLocation Token, const Context &C,
                       Sink &Out);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_REGISTERADDRESSES_H
