//===- UnsequencedVolatile.h - Accesses in no order -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two accesses of one full expression whose order the language leaves open:
// of one volatile object that one of them changes, or of two registers.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_UNSEQUENCEDVOLATILE_H
#define WARRANT_CHECKS_SUPPORT_UNSEQUENCEDVOLATILE_H

#include "Check.h"

namespace warrant {

/// Adds to \p Op, a scalar access that \p Node at \p C makes, that its order is
/// open with regard to one that is written before it.
void addUnsequenced(Operation &Op, const clang::Stmt &Node, const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_UNSEQUENCEDVOLATILE_H
