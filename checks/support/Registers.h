//===- Registers.h - Which lvalues are registers ----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells a device's register from a volatile variable by how its lvalue is
// reached, and names the declarations that hold its address.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_REGISTERS_H
#define WARRANT_CHECKS_SUPPORT_REGISTERS_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallVector.h"

namespace warrant {

/// Whether the lvalue \p E is reached through a pointer or a reference, as a
/// register is, rather than a variable of its own.
bool isRegister(const clang::Expr *E);

/// The variables and members that name the address of \p E.
llvm::SmallVector<const clang::ValueDecl *, 2>
addressHolders(const clang::Expr *E);

/// Whether the cast \p E, to the type \p To, makes a pointer to volatile memory
/// of an integer.
bool makesRegister(const clang::CastExpr &E, clang::QualType To,
                   const clang::ASTContext &AST);

/// The cast of a constant to a pointer that \p Pointer is, or null.
const clang::ExplicitCastExpr *constantAddress(const clang::Expr *Pointer,
                                               const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_REGISTERS_H
