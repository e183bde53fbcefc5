//===- DeviceFacts.h - Accesses and device descriptions ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_DEVICEFACTS_H
#define WARRANT_CHECKS_SUPPORT_DEVICEFACTS_H

#include "Check.h"

namespace warrant {

/// Adds to \p Op, which volatile-access found at \p S, what the configuration's
/// devices say of the constant addresses that it uses: evidence where an access
/// is a register's, defects where it is not, or not so.
void addDeviceFacts(Operation &Op, const clang::Stmt &S, const Context &C);

/// The same of a read, write or read-modify-write of \p Size bytes that a
/// function makes, which is handed the pointer or integer \p Address.
void addDeviceFacts(Operation &Op, const clang::Expr &Address, uint64_t Size,
                    const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_DEVICEFACTS_H
