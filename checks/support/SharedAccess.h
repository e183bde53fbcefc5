//===- SharedAccess.h - Accesses that a handler may interrupt ---*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is known of the atomicity of volatile accesses: that one instruction
// makes them, that interrupts are off, or that a handler of the unit accesses
// the same object and may come between their parts.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_SHAREDACCESS_H
#define WARRANT_CHECKS_SUPPORT_SHAREDACCESS_H

#include "Check.h"

namespace warrant {

/// Adds to \p Op, a scalar access that \p Node at \p C makes, facts about its
/// atomicity.
void addSharedFacts(Operation &Op, const clang::Stmt &Node, const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_SHAREDACCESS_H
