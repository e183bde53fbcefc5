//===- CommandsReport.h - From a report to its files ------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDSREPORT_H
#define WARRANT_COMMANDSREPORT_H

#include "CommandLine.h"
#include "warrant/Baseline.h"
#include "warrant/Config.h"
#include "warrant/Metrics.h"
#include "warrant/Writers.h"
#include "llvm/Support/Error.h"

namespace warrant {

/// What the report is judged by. The error says which option is wrong.
llvm::Expected<Policy> readPolicy(const ScanRequest &Request);

/// The report that `--json` wrote to \p File.
llvm::Expected<Report> readReportFile(llvm::StringRef File);

/// The baseline, unless there is none or none is wanted.
llvm::Expected<std::optional<Baseline>>
askedBaseline(const ScanRequest &Request, const Config &C, const Policy &P);

/// The day by which excuses expire: never the clock's, so that a report says
/// the same of a revision at any time. Empty where git knows none.
std::string dayOf(const ScanRequest &Request, const Config &C);

/// The same with its verdict.
llvm::Expected<SavedReport> readSavedFile(llvm::StringRef File);

/// Earlier reports that a report is compared with, the oldest first, and the
/// names of files at the last of them by their present ones.
struct EarlierReports {
  std::vector<std::string> Names;
  std::vector<Report> Reports;
  std::map<std::string, std::string> FormerNames;
};

std::vector<NamedReport> named(const EarlierReports &Earlier);

/// Writes the files that \p Request asks for.
llvm::Error writeReports(const ScanRequest &Request, const Config &C,
                         const Report &R, const Verdict &V,
                         const EarlierReports &Earlier = {});

/// Prints the text, where no other report takes its place.
llvm::Error printText(const ScanRequest &Request, const Config &C,
                      const Report &R, const Verdict &V);

/// Whether a file is asked for, beside the text.
bool wantsReports(const ScanRequest &Request);

/// An error where several reports go to standard output.
llvm::Error checkOutputs(const ScanRequest &Request);

/// Judges \p R, writes what was asked for, and gives the exit status.
int deliver(const ScanRequest &Request, const Config &C, const Policy &P,
            Report &R, const std::optional<Baseline> &Before = std::nullopt);

} // namespace warrant

#endif // WARRANT_COMMANDSREPORT_H
