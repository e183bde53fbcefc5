//===- SignalBlock.h - Signals that wait ------------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SIGNALBLOCK_H
#define WARRANT_SIGNALBLOCK_H

#include <signal.h>

namespace warrant {

/// Lets signals that end the process wait while it lives: between the making of
/// a temporary file and the note that it has to be removed there is a moment.
class SignalBlock {
public:
  SignalBlock() {
    sigset_t All;
    sigfillset(&All);
    sigprocmask(SIG_BLOCK, &All, &Before);
  }
  ~SignalBlock() { sigprocmask(SIG_SETMASK, &Before, nullptr); }
  SignalBlock(const SignalBlock &) = delete;
  SignalBlock &operator=(const SignalBlock &) = delete;

private:
  sigset_t Before;
};

} // namespace warrant

#endif // WARRANT_SIGNALBLOCK_H
