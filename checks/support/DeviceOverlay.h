//===- DeviceOverlay.h - Structs that lie over registers --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A struct whose members are the registers of a device is told from one that a
// program shares with its interrupt handlers by what else is in it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_DEVICEOVERLAY_H
#define WARRANT_CHECKS_SUPPORT_DEVICEOVERLAY_H

#include "clang/AST/Type.h"

namespace warrant {

/// Whether \p T is a record of volatile members, two or more of them, that a
/// register can be; padding aside.
bool isDeviceOverlay(clang::QualType T);

/// Whether a register can be of type \p T: no bool, no pointer, no floating
/// point number, no atomic object and no sig_atomic_t.
bool isRegisterType(clang::QualType T);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_DEVICEOVERLAY_H
