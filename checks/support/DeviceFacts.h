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

/// Adds to \p Op, a read, write or read-modify-write of its first selector,
/// what the configuration's devices say of the address: evidence where the
/// access is a register's, defects where it is not, or not so.
void addDeviceFacts(Operation &Op, const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_DEVICEFACTS_H
