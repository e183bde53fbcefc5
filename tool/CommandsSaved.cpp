//===- CommandsSaved.cpp - warrant report ---------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "CommandsProject.h"
#include "CommandsReport.h"

using namespace llvm;

namespace warrant {

static bool wantsText(const ReportRequest &Request) {
  const ScanRequest &R = Request.Report;
  return Request.Text || (R.Json.empty() && R.Sarif.empty() &&
                          R.Markdown.empty() && R.Csv.empty());
}

int runReport(const ReportRequest &Request) {
  if (Error E = checkOutputs(Request.Report))
    return fail(std::move(E));
  if (Request.Files.size() != 1)
    return fail(createStringError("one report at a time"));
  Expected<SavedReport> Saved = readSavedFile(Request.Files.front());
  if (!Saved)
    return fail(Saved.takeError());
  Expected<Config> C = openProject(Request.Report.Project);
  if (!C)
    return fail(C.takeError());
  if (Error E = writeReports(Request.Report, *C, Saved->Audit, Saved->Judged))
    return fail(std::move(E));
  if (!wantsText(Request))
    return 0;
  if (Error E = printText(Request.Report, *C, Saved->Audit, Saved->Judged))
    return fail(std::move(E));
  return 0;
}

} // namespace warrant
