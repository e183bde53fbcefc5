//===- Types.h - Questions about types that checks share --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Free functions on types and expressions, for dependent and plain code alike.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_TYPES_H
#define WARRANT_CHECKS_SUPPORT_TYPES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include <optional>

namespace warrant {

/// Whether \p T is a raw pointer to an object or to void, dependent pointee
/// included, and is not spelled as a container's iterator.
bool isRawPointer(clang::QualType T);

/// Whether the spelling of \p T goes through a class's member type `iterator`
/// or `const_iterator` (string_view's is a pointer underneath).
bool isSpelledAsIterator(clang::QualType T);

/// \p E without parentheses and implicit casts, array decay included.
const clang::Expr *strip(const clang::Expr *E);

/// Whether \p E, as written, is a raw pointer or decays from an array.
bool isPointerOperand(const clang::Expr *E);

/// The number of elements of the array (or vector) that \p E names, when it is
/// a constant and the array is no trailing flexible one.
std::optional<uint64_t> knownExtent(const clang::Expr *E,
                                    const clang::ASTContext &AST);

/// A binary operator as written, overloaded-looking dependent ones and folds
/// included; of a fold without a first value both operands are its pattern.
struct BinaryView {
  clang::BinaryOperatorKind Opcode;
  const clang::Expr *LHS;
  const clang::Expr *RHS;
  clang::SourceLocation OperatorLoc;
};
/// Absence for what is not a built-in (or dependent) binary operator.
std::optional<BinaryView> asBinary(const clang::Stmt &S);

/// `++` and `--`, dependent ones included.
struct StepView {
  const clang::Expr *Operand;
  clang::SourceLocation OperatorLoc;
};
std::optional<StepView> asStep(const clang::Stmt &S);

/// The largest value \p E can have when it is certainly not negative: from
/// constants, masks, modulo, shifts and narrow unsigned types. Absence when
/// nothing is known.
std::optional<uint64_t> largestValue(const clang::Expr *E,
                                     const clang::ASTContext &AST);

/// Whether evaluating \p Offset computes anything that could overflow: sums,
/// products and the like, in what it is made of.
bool isComputed(const clang::Expr *Offset);

/// Why `Base[Index]` stays within a known extent, in words, or empty. With
/// \p OnePast the position behind the last element is allowed too.
std::string proveIndex(const clang::Expr *Base, const clang::Expr *Index,
                       bool OnePast, const clang::ASTContext &AST);

/// Whether \p E is volatile where it is accessed.
bool isVolatile(clang::QualType T);

/// Whether \p Is holds of a base or of a field of \p T, a defined record.
bool anyPart(clang::QualType T, llvm::function_ref<bool(clang::QualType)> Is);

/// Whether accesses through a pointer to \p T reach volatile memory: it is
/// volatile, or a struct with a volatile member at any depth.
bool isVolatileMemory(clang::QualType T);

/// Whether \p T may alias every object: char, unsigned char, std::byte.
bool isByte(clang::QualType T);

/// The qualified name of the function that \p E calls directly, or empty.
std::string calledName(const clang::CallExpr &E);

/// Whether \p D belongs to namespace std (inline namespaces included).
bool isInStd(const clang::Decl *D);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_TYPES_H
