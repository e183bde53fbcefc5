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

/// Whether \p Value, which is about to be written by \p At to the register at
/// \p Address, was read from there and only changed in part: `R | 1`, or a
/// variable that was set so in the statements before. `R = R` is none, since it
/// acknowledges what was read.
bool isWrittenBack(const clang::Expr &Value, uint64_t Address,
                   const clang::Stmt &At, const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_DEVICEUSES_H
