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
#include <fcntl.h>
#include <unistd.h>

using namespace warrant;

static int run(const EarlyExit &Exit) {
  if (Exit.Status == 0)
    return printOutput(Exit.Output);
  llvm::errs() << Exit.Output;
  return Exit.Status;
}
static int run(const ScanRequest &Request) { return runScan(Request); }
static int run(const AnalyzeUnitRequest &Request) {
  return runAnalyzeUnit(Request);
}
static int run(const MergeRequest &Request) { return runMerge(Request); }
static int run(const ListRequest &Request) { return runList(Request); }
static int run(const ExplainRequest &Request) { return runExplain(Request); }
static int run(const ConfigRequest &Request) { return runConfig(Request); }
static int run(const AnnotateRequest &Request) { return runAnnotate(Request); }
static int run(const DeviceRequest &Request) { return runDevice(Request); }
static int run(const DiffRequest &Request) { return runDiff(Request); }
static int run(const GateRequest &Request) { return runGate(Request); }
static int run(const ManualRequest &Request) { return runManual(Request); }
static int run(const CacheCommandRequest &Request) { return runCache(Request); }
static int run(const LspRequest &Request) { return runLsp(Request); }
static int run(const ReportRequest &Request) { return runReport(Request); }
static int run(const BaselineRequest &Request) { return runBaseline(Request); }

/// Takes the place of standard streams that are closed, so that no other file
/// gets their numbers. What is written there still fails.
static void occupyStandardStreams() {
  for (int Stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(Stream, F_GETFD) < 0)
      (void)open("/dev/null", Stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/// LLVM would end the process with a status of its own for it.
static int withoutStreamErrors(int Status) {
  llvm::errs().clear_error();
  return Status;
}

int main(int Count, char **Arguments) {
  occupyStandardStreams();
  // SAFETY: main is given an array of Count strings, which live until the end.
  llvm::ArrayRef<char *> Words(Arguments, Count);
  if (!Words.empty())
    Words = Words.drop_front(); // the program's name
  CommandLine Parsed = parseCommandLine({Words.begin(), Words.end()});
  return withoutStreamErrors(
      std::visit([](const auto &Request) { return run(Request); }, Parsed));
}
