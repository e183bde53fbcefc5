//===- CommandsLsp.cpp - warrant lsp --------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Server.h"
#include "tool/Commands.h"
#include "llvm/Support/thread.h"
#include <unistd.h>

using namespace llvm;

namespace warrant {

int runLsp(const LspRequest &Request) {
  int Status = 1;
  // What a client sends may be nested as deep as it likes.
  constexpr unsigned StackBytes = 512U << 20;
  llvm::thread Deep(std::optional<unsigned>(StackBytes), [&] {
    Status = Server(Request, outs()).run(STDIN_FILENO);
  });
  Deep.join();
  return Status;
}

} // namespace warrant
