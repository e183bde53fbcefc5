//===- MemoryRange.h - What is behind a pointer -----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What types, declarations and Clang's constant evaluator say of the memory
// that a pointer argument leads to: how much of it there is, whether it is a
// string, and whether two of them can be one.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_MEMORYRANGE_H
#define WARRANT_CHECKS_SUPPORT_MEMORYRANGE_H

#include "Check.h"
#include "EvidenceFlow.h"

namespace warrant {

/// The bytes from where a pointer points to the end of the object or the array
/// that it points into.
struct MemoryRange {
  uint64_t Bytes = 0;
  std::string Of; ///< `'buf'`
  /// It is an array, and one that is as long as its type says: who means more
  /// has to name something else.
  bool IsWhole = false;
  /// It is a trailing array, of which there may be more or less than declared.
  bool IsFlexible = false;
};

/// Absence where types do not say it.
std::optional<MemoryRange> knownRange(const clang::Expr *Pointer,
                                      clang::ASTContext &AST);

/// The size of the complete object behind \p Pointer, from there on.
std::optional<uint64_t> objectSize(const clang::Expr *Pointer,
                                   clang::ASTContext &AST);

/// Why \p Pointer points to a string that ends, in words, or empty.
std::string stringFact(const clang::Expr *Pointer, clang::ASTContext &AST);

/// Why \p Size is no more than what is behind \p Pointer, by the way in which
/// the two are written (`s, strlen(s)`), or empty.
std::string pairFact(const clang::Expr *Pointer, const clang::Expr *Size,
                     clang::ASTContext &AST);

/// Why there are \p Count elements behind \p Pointer: they are the size() and
/// the data() of one container; or empty.
std::string ownSizeFact(const clang::Expr *Pointer, const clang::Expr *Count,
                        const clang::ASTContext &AST);

/// Why \p A and \p B point into different objects, in words, or empty.
/// \p Uses tells which parameters stay what they are; null where nobody knows.
std::string distinctFact(const clang::Expr *A, const clang::Expr *B,
                         const LocalUses *Uses);

/// Whether \p A and \p B are the same expression, without effects.
bool isSameOperand(const clang::Expr *A, const clang::Expr *B,
                   const clang::ASTContext &AST);

/// \p E without parentheses and casts from pointer to pointer.
const clang::Expr *withoutPointerCasts(const clang::Expr *E);

/// `'E'`, as its source has it.
std::string quoted(const clang::Expr *E, const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_MEMORYRANGE_H
