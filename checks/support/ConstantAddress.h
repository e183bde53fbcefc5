//===- ConstantAddress.h - Addresses that the source spells -----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Drivers spell a register's address in more ways than the language calls
// constant: in C a `const` pointer is a variable, and an inline function is
// never evaluated. What is followed here are casts, members, elements,
// arithmetic, variables that keep the value they began with, and functions that
// only return an expression.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CONSTANTADDRESS_H
#define WARRANT_CHECKS_SUPPORT_CONSTANTADDRESS_H

#include "clang/AST/Expr.h"
#include <optional>

namespace warrant {

/// One address; or, where an element of an array of known size is chosen as the
/// program runs, the addresses of all its elements.
struct ConstantAddress {
  uint64_t First = 0;
  uint64_t Stride = 0;
  uint64_t Count = 1;
};

/// Where the lvalue \p E lies, if it has a constant address. A bit-field lies
/// where the struct begins that has it. \p In is the function around it.
std::optional<ConstantAddress>
constantAddressOf(const clang::Expr &E, const clang::ASTContext &AST,
                  const clang::FunctionDecl *In = nullptr);

/// Where the pointer \p E, or the array that \p E is, leads to.
std::optional<ConstantAddress>
constantTargetOf(const clang::Expr &E, const clang::ASTContext &AST,
                 const clang::FunctionDecl *In = nullptr);

/// The value of the integer \p E, sought in the same way.
std::optional<llvm::APSInt>
constantValueOf(const clang::Expr &E, const clang::ASTContext &AST,
                const clang::FunctionDecl *In = nullptr);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CONSTANTADDRESS_H
