//===- CastKinds.h - What a cast between memory's types is ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Classifies a cast from the types on both sides, whatever its spelling: the
// kind of the check reinterpret-cast that it is, and why it is sound where the
// types alone show that.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CASTKINDS_H
#define WARRANT_CHECKS_SUPPORT_CASTKINDS_H

#include "Check.h"

namespace warrant {

/// What a cast is (empty: nothing to report), and why it is sound.
struct CastKind {
  llvm::StringRef Kind;
  std::string Proof;
};

/// \p From is sourceType() of what is cast, \p To the type as written.
CastKind classifyCast(const clang::ExplicitCastExpr &E, clang::QualType From,
                      clang::QualType To, const Context &C);

/// The same for a conversion between two pointer types.
CastKind classifyPointers(clang::QualType From, clang::QualType To,
                          const clang::Expr *Operand, const Context &C);

/// Why accessing a \p From as a \p To is sound whatever the object is, or
/// empty.
std::string proveAccess(clang::QualType From, clang::QualType To,
                        const clang::ASTContext &AST);

/// The type that \p E had before the cast, decayed.
clang::QualType sourceType(const clang::Expr *E, const clang::ASTContext &AST);

/// What a pointer or a reference of type \p T leads to.
clang::QualType target(clang::QualType T);

/// Whether \p To lacks a const or volatile that \p From has, at any level.
bool dropsQualifier(clang::QualType From, clang::QualType To);

bool isNullConstant(const clang::Expr *E, const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CASTKINDS_H
