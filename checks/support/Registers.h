//===- Registers.h - Which lvalues are registers ----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells a device's register from a volatile object of the program by where its
// address comes from, and names it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_REGISTERS_H
#define WARRANT_CHECKS_SUPPORT_REGISTERS_H

#include "AddressOrigin.h"
#include "Check.h"

namespace warrant {

/// Whether what is accessed as an \p Accessed at \p A is a device's register,
/// or may be one, rather than an object of the program.
bool isRegister(const VolatileAddress &A, clang::QualType Accessed);

/// What the register that the lvalue \p E accesses is called where it is used:
/// `GPIOA->ODR`, `UART0_BASE + 0x18`.
std::string registerName(const clang::Expr &E, const Context &C);

/// The same of an access through \p Address, a pointer or an integer.
std::string addressName(const clang::Expr &Address, const Context &C);

/// Whether the cast \p E, to the type \p To, makes a pointer to volatile memory
/// of an integer.
bool makesRegister(const clang::CastExpr &E, clang::QualType To,
                   const clang::ASTContext &AST);

/// The cast of a constant to a pointer that \p Pointer is, or null.
const clang::ExplicitCastExpr *constantAddress(const clang::Expr *Pointer,
                                               const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_REGISTERS_H
