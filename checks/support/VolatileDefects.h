//===- VolatileDefects.h - What is wrong with volatile accesses -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Defects of volatile accesses that the code and its target show by themselves:
// addresses and declarations that are not aligned, accesses wider than the
// target has, volatile that is cast away for the access.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_VOLATILEDEFECTS_H
#define WARRANT_CHECKS_SUPPORT_VOLATILEDEFECTS_H

#include "Check.h"

namespace warrant {

/// Adds to \p Op, an operation of the check volatile-access that \p Node at
/// \p C makes, what is wrong with it.
void addVolatileDefects(Operation &Op, const clang::Stmt &Node,
                        const Context &C);

/// Adds to \p Op, the cast \p Cast of \p Operand at \p C that makes a \p Has of
/// a \p Had, whether what was volatile is accessed at once as if it were not.
void addCastDefect(Operation &Op, const clang::Expr &Cast,
                   const clang::Expr *Operand, clang::QualType Had,
                   clang::QualType Has, const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_VOLATILEDEFECTS_H
