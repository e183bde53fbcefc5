//===- JumpFacts.h - What a jump out of a function leaves ---------*- C++
//-*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_JUMPFACTS_H
#define WARRANT_CHECKS_SUPPORT_JUMPFACTS_H

#include "Check.h"

namespace warrant {

/// A variable in scope at \p Jump whose destructor a jump out of the function
/// does not run, or null.
const clang::VarDecl *destructorSkipped(const clang::Expr &Jump,
                                        const Context &C);

/// Whether the function around also calls what returns twice, so that a jump
/// may stay within it.
bool setsJumpTarget(const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_JUMPFACTS_H
