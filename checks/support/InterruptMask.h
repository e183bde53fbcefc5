//===- InterruptMask.h - Whether interrupts are off -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the statements before an access in its own function for the calls and
// the assembly that keep interrupts off and let them in again.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_INTERRUPTMASK_H
#define WARRANT_CHECKS_SUPPORT_INTERRUPTMASK_H

#include "Check.h"

namespace warrant {

/// Whether handlers may run where a node is evaluated.
struct InterruptMask {
  enum class State : uint8_t {
    On,      ///< nothing in the function keeps them off
    Perhaps, ///< something may
    Off
  };
  State Is = State::On;
  std::string By; ///< of Off: `'cli' above, at line 7`
};

InterruptMask interruptsAt(const clang::Stmt &Node, const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_INTERRUPTMASK_H
