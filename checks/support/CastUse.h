//===- CastUse.h - What becomes of a cast pointer at once -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Macros and C interfaces cast more than they use: container_of() adds a const
// and drops it, byte loops drop one only to read. What is seen in the cast's
// own expression and statement settles some of it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CASTUSE_H
#define WARRANT_CHECKS_SUPPORT_CASTUSE_H

#include "Check.h"
#include "Types.h"

namespace warrant {

/// Adds to \p Op what is known of the qualifiers that \p Had has and \p Has,
/// what it leads to now, has not: a proof where it does no harm that the cast
/// \p Cast of \p Operand, at \p C, drops them (null where nobody casts), and a
/// defect where what was volatile is accessed at once as if it were not.
void addDropped(Operation &Op, const clang::Expr *Cast,
                const clang::Expr *Operand, clang::QualType Had,
                clang::QualType Has, const Context &C);

/// Whether \p B is `(char *)p - offsetof(T, m)`, and what is around it makes a
/// `T *` of it: the step back is part of that cast, which claims that p leads
/// to the member of such an object.
bool isStepToContainer(const BinaryView &B, const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CASTUSE_H
