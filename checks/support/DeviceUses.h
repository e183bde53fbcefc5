//===- DeviceUses.h - Which addresses an operation uses ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_DEVICEUSES_H
#define WARRANT_CHECKS_SUPPORT_DEVICEUSES_H

#include "Check.h"
#include "DeviceAccess.h"

namespace warrant {

/// The uses of constant addresses that \p Op, of volatile-access at the
/// statement \p S, makes.
llvm::SmallVector<DeviceUse, 2>
deviceUses(const Operation &Op, const clang::Stmt &S, const Context &C);

/// The bits of \p Value, which \p At writes to the register at \p Address, that
/// were read from there, where others were changed: of `R | 1` all but the
/// first, also through a variable that was set in the statements before. `R =
/// R` has none, since it acknowledges what was read.
uint64_t bitsWrittenBack(const clang::Expr &Value, uint64_t Address,
                         const clang::Stmt &At, const Context &C);

/// The bits that `|= 1` and the like leave as they were.
uint64_t bitsKeptBy(const clang::CompoundAssignOperator &E, const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_DEVICEUSES_H
