//===- PointerUse.h - What becomes of a pointer -----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The position behind the last element of an array may be named, and may not be
// accessed: `a + 8` and `&a[8]` of eight elements, but not `*(a + 8)`.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_POINTERUSE_H
#define WARRANT_CHECKS_SUPPORT_POINTERUSE_H

#include "Check.h"

namespace warrant {

/// Whether the pointer that the node of \p C makes is dereferenced at once.
bool isAccessed(const Context &C);

/// Whether the subscript that is the node of \p C only names a position.
bool isPositionOnly(const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_POINTERUSE_H
