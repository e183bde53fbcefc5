//===- SignalScope.h - Signals as something to wait for ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_SIGNALSCOPE_H
#define WARRANT_SCAN_SIGNALSCOPE_H

#include <optional>
#include <signal.h>

namespace warrant {

/// Turns SIGINT, SIGTERM and SIGHUP into something that poll() waits for, and
/// a write to a dead worker into an error, while it lives. Those that were
/// ignored before, as by nohup, still are.
class SignalScope {
public:
  SignalScope();
  ~SignalScope();
  SignalScope(const SignalScope &) = delete;
  SignalScope &operator=(const SignalScope &) = delete;

  int pipe() const { return Pipe; }
  /// The signal mask from before, which workers get back.
  const sigset_t &before() const { return Before; }
  /// The signal that has come, if any.
  std::optional<int> take();

private:
  sigset_t Before;
  struct sigaction BrokenPipe;
  int Pipe = -1;
};

} // namespace warrant

#endif // WARRANT_SCAN_SIGNALSCOPE_H
