//===- main.cpp - The warrant command -------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

using namespace warrant;

static int run(const EarlyExit &Exit) {
  if (Exit.Status == 0)
    return printOutput(Exit.Output);
  llvm::errs() << Exit.Output;
  return Exit.Status;
}
static int run(const ScanRequest &Request) { return runScan(Request); }
static int run(const ListRequest &Request) { return runList(Request); }
static int run(const ExplainRequest &Request) { return runExplain(Request); }
static int run(const ConfigRequest &Request) { return runConfig(Request); }
static int run(const AnnotateRequest &Request) { return runAnnotate(Request); }
static int run(const DeviceRequest &Request) { return runDevice(Request); }

int main(int Count, char **Arguments) {
  // SAFETY: main is given an array of Count strings, which live until the end.
  llvm::ArrayRef<char *> Words(Arguments, Count);
  if (!Words.empty())
    Words = Words.drop_front(); // the program's name
  CommandLine Parsed = parseCommandLine({Words.begin(), Words.end()});
  return std::visit([](const auto &Request) { return run(Request); }, Parsed);
}
