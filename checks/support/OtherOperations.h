//===- OtherOperations.h - Raw memory that no check looks for ---*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A SAFETY comment above a dereference or a call of memcpy has something to
// speak of, whether or not there is a check for it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_OTHEROPERATIONS_H
#define WARRANT_CHECKS_SUPPORT_OTHEROPERATIONS_H

#include "clang/AST/Stmt.h"

namespace warrant {

/// Whether \p S accesses, allocates or frees raw memory, hands it to a
/// function, or leaves the language otherwise.
bool isOtherOperation(const clang::Stmt &S);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_OTHEROPERATIONS_H
