//===- SignalScope.cpp - Signals as something to wait for -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SignalScope.h"
#include <sys/signalfd.h>
#include <unistd.h>

namespace warrant {

static bool isIgnored(int Signal) {
  struct sigaction Now;
  return !sigaction(Signal, nullptr, &Now) && Now.sa_handler == SIG_IGN;
}

SignalScope::SignalScope() {
  sigset_t Watched;
  sigemptyset(&Watched);
  for (int Signal : {SIGINT, SIGTERM, SIGHUP})
    if (!isIgnored(Signal))
      sigaddset(&Watched, Signal);
  sigprocmask(SIG_BLOCK, &Watched, &Before);
  Pipe = signalfd(-1, &Watched, SFD_CLOEXEC | SFD_NONBLOCK);
  if (Pipe < 0) // then they end the process by themselves, and that its workers
    sigprocmask(SIG_SETMASK, &Before, nullptr);
  struct sigaction Ignore = {};
  Ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &Ignore, &BrokenPipe);
}

SignalScope::~SignalScope() {
  sigaction(SIGPIPE, &BrokenPipe, nullptr);
  if (Pipe >= 0)
    close(Pipe);
  sigprocmask(SIG_SETMASK, &Before, nullptr);
}

std::optional<int> SignalScope::take() {
  signalfd_siginfo Info;
  if (read(Pipe, &Info, sizeof(Info)) != sizeof(Info))
    return std::nullopt;
  return static_cast<int>(Info.ssi_signo);
}

} // namespace warrant
