//===- Callbacks.h - Functions that C code gets to call ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CALLBACKS_H
#define WARRANT_CHECKS_SUPPORT_CALLBACKS_H

#include "Check.h"

namespace warrant {

/// Reports as `callback` each function, or lambda without captures, that C code
/// gets at \p S: as an argument, stored where C reads it, or returned.
void reportCallbacks(const clang::Stmt &S, const Context &C, Sink &Out);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CALLBACKS_H
