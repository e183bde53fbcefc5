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
  bool IsGuess = false; ///< from a pattern's text alone
};

/// \p From is sourceType() of what is cast, \p To the type as written.
CastKind classifyCast(const clang::ExplicitCastExpr &E, clang::QualType From,
                      clang::QualType To, const Context &C);

/// The same for a conversion between two pointer types.
CastKind classifyPointers(clang::QualType From, clang::QualType To,
                          const clang::Expr *Operand, const Context &C);

/// The same of an object that becomes accessible as another type, whatever
/// leads to it.
CastKind classifyObjects(clang::QualType From, clang::QualType To,
                         const clang::ASTContext &AST);

/// The same of an integer that becomes a pointer.
CastKind classifyInteger(const clang::Expr *Operand, clang::QualType To,
                         const clang::ASTContext &AST);

/// The same of an object whose bits become another.
CastKind classifyBits(clang::QualType From, clang::QualType To,
                      const clang::ASTContext &AST);

/// Why accessing a \p From as a \p To is sound whatever the object is, or
/// empty.
std::string proveAccess(clang::QualType From, clang::QualType To,
                        const clang::ASTContext &AST);

/// Whether \p E is of a kind that makes a pointer, makes something of one, or
/// gives it another type, and belongs to no cast that is written: most of what
/// C++ converts by itself only reads a variable.
bool mayConvertPointer(const clang::ImplicitCastExpr &E);

/// The type that \p E had before the cast, decayed.
clang::QualType sourceType(const clang::Expr *E, const clang::ASTContext &AST);

/// What a pointer or a reference of type \p T leads to.
clang::QualType target(clang::QualType T);

/// Whether a \p To, made of a \p From, only lets others add what they may not:
/// `char **` as `const char **`.
bool opensHole(clang::QualType From, clang::QualType To,
               const clang::ASTContext &AST);

/// Whether what a \p From is becomes accessible without the const or volatile
/// that it has, at any level.
bool dropsQualifier(clang::QualType From, clang::QualType To,
                    const clang::ASTContext &AST);

/// Whether \p E is a null pointer constant, cast or not.
bool isNull(const clang::Expr *E, const clang::ASTContext &AST);

bool isNullConstant(const clang::Expr *E, const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CASTKINDS_H
