//===- Commands.h - What the subcommands do ---------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One function a subcommand. Each prints and returns the exit status.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDS_H
#define WARRANT_COMMANDS_H

#include "CommandLine.h"
#include "llvm/Support/Error.h"

namespace warrant {

/// The status for wrong use or configuration.
inline constexpr int WrongUse = 2;
/// The status where something could not be analysed.
inline constexpr int IncompleteAudit = 3;

int runScan(const ScanRequest &Request);
int runAnalyzeUnit(const AnalyzeUnitRequest &Request);
int runMerge(const MergeRequest &Request);
int runList(const ListRequest &Request);
int runExplain(const ExplainRequest &Request);
int runAnnotate(const AnnotateRequest &Request);
int runConfig(const ConfigRequest &Request);
int runDevice(const DeviceRequest &Request);
int runManual(const ManualRequest &Request);
int runCache(const CacheCommandRequest &Request);
int runBaseline(const BaselineRequest &Request);
int runReport(const ReportRequest &Request);
int runDiff(const DiffRequest &Request);
int runLsp(const LspRequest &Request);
int runGate(const GateRequest &Request);

/// Prints \p E to standard error and returns WrongUse. Lines that name a file
/// and a line are printed as they are.
int fail(llvm::Error E);

/// Prints the text to standard output; the status is WrongUse if that fails.
int printOutput(llvm::StringRef Text);

/// Writes \p Text to \p File as a whole or not at all.
llvm::Error writeFile(llvm::StringRef File, llvm::StringRef Text);
/// The same for a file that is there, whose permissions stay.
llvm::Error replaceFile(llvm::StringRef File, llvm::StringRef Text);

} // namespace warrant

#endif // WARRANT_COMMANDS_H
