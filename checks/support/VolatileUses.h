//===- VolatileUses.h - How memory is used where it is named -----*- C++
//-*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_VOLATILEUSES_H
#define WARRANT_CHECKS_SUPPORT_VOLATILEUSES_H

#include "Check.h"

namespace warrant {

/// Whether the lvalue \p E, the node of \p C, or a part of it is read or
/// written by what stands around it; a reference or a call merely passes it on.
bool isAccessed(const clang::Expr &E, const Context &C);

/// Whether the pointer that the node makes is dereferenced and volatile memory
/// accessed at once.
bool isAccessedAtOnce(const Context &C);

/// The same, where what is accessed is not volatile.
bool isPlainAccessAtOnce(const Context &C);

/// Whether \p E, in a template's pattern where no conversion shows it yet,
/// reads what is spelled volatile.
bool isReadInPattern(const clang::Expr &E, const Context &C);

/// The name of the function that \p Call calls, `memcpy` for
/// `__builtin___memcpy_chk`, if that copies, fills or compares memory as a
/// block of bytes; empty otherwise.
llvm::StringRef blockFunction(const clang::CallExpr &Call);

/// Whether the pointer \p E leads, or led before it was cast, to volatile
/// memory.
bool leadsToVolatile(const clang::Expr *E);

/// Whether \p T is a class or struct that is volatile or has volatile members.
bool isVolatileRecord(clang::QualType T);

/// An access that is made without an expression of its own.
struct HiddenUse {
  llvm::StringRef Kind; ///< one of volatile-access' kinds
  const clang::Expr *Lvalue;
  clang::SourceRange Whole;
  clang::SourceLocation Token;
};

/// The accesses that \p S makes for itself: of captures by copy, of a range's
/// elements, of the operands of assembly.
llvm::SmallVector<HiddenUse, 2> hiddenUses(const clang::Stmt &S);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_VOLATILEUSES_H
