//===- AccessWidth.h - What a target does in one access ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The width and the alignment of scalar accesses, on the unit's target rather
// than on the host.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_ACCESSWIDTH_H
#define WARRANT_CHECKS_SUPPORT_ACCESSWIDTH_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

namespace warrant {

/// How the target is named in messages: `thumbv7em`.
std::string targetName(const clang::ASTContext &AST);

/// The bits of the target's general registers, the most that an ordinary load
/// or store takes in one access.
uint64_t registerBits(const clang::ASTContext &AST);

/// Whether a \p T is accessed in more than one piece: it is a plain scalar and
/// wider than the target's registers.
bool isTorn(clang::QualType T, const clang::ASTContext &AST);

/// What is wrong with that, for a message.
std::string describeTorn(clang::QualType T, const clang::ASTContext &AST);

/// What the target does with an access that need not be aligned.
enum class Unaligned : uint8_t {
  Whole,    ///< one access, always
  Perhaps,  ///< one access, where memory of that kind takes it
  InPieces, ///< it has no such access: the compiler splits it
};
Unaligned unalignedAccess(const clang::ASTContext &AST);

/// The alignment that a \p T has for its size, whatever a typedef says.
clang::CharUnits naturalAlignment(clang::QualType T,
                                  const clang::ASTContext &AST);

/// The alignment that declarations promise for the lvalue \p E.
clang::CharUnits declaredAlignment(const clang::Expr *E,
                                   const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_ACCESSWIDTH_H
