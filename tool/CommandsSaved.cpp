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
#include "GitRenames.h"
#include "warrant/Rules.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

static bool wantsText(const ReportRequest &Request) {
  return Request.Text || (!wantsReports(Request.Report) && !Request.Trend &&
                          Request.ByRule.empty());
}

/// The reports that come before the last one.
static Expected<EarlierReports> readEarlier(const ReportRequest &Request,
                                            const Config &C) {
  EarlierReports Result;
  std::vector<std::string> Files = Request.Against;
  Files.insert(Files.end(), Request.Files.begin(),
               std::prev(Request.Files.end()));
  for (const std::string &File : Files) {
    Expected<Report> R = readReportFile(File);
    if (!R)
      return R.takeError();
    Result.Names.push_back(sys::path::stem(File).str());
    Result.Reports.push_back(std::move(*R));
  }
  // Where git knows the old revision it knows what was renamed since.
  if (!Result.Reports.empty() && !Result.Reports.back().Run.Revision.empty())
    Result.FormerNames =
        formerNamesIn(C.Root, Result.Reports.back().Run.Revision);
  return Result;
}

static int printTrend(const EarlierReports &Earlier, StringRef Name,
                      const Report &Last) {
  std::vector<NamedReport> All = named(Earlier);
  All.push_back({sys::path::stem(Name).str(), &Last});
  std::string Text;
  raw_string_ostream OS(Text);
  writeTrend(All, OS);
  return printOutput(Text);
}

static int printRules(const ReportRequest &Request, const Report &R) {
  const Standard &Asked = *find_if(
      standards(), [&](const Standard &S) { return S.Id == Request.ByRule; });
  std::string Text;
  raw_string_ostream OS(Text);
  if (Request.Format == "csv")
    writeRulesCSV(R, Asked, allChecks(), OS);
  else if (Request.Format == "markdown")
    writeRulesMarkdown(R, Asked, allChecks(), OS);
  else
    writeRulesText(R, Asked, allChecks(), OS);
  return printOutput(Text);
}

int runReport(const ReportRequest &Request) {
  if (Error E = checkOutputs(Request.Report))
    return fail(std::move(E));
  Expected<Config> C = openProject(Request.Report.Project);
  if (!C)
    return fail(C.takeError());
  Expected<SavedReport> Saved = readSavedFile(Request.Files.back());
  if (!Saved)
    return fail(Saved.takeError());
  Expected<EarlierReports> Earlier = readEarlier(Request, *C);
  if (!Earlier)
    return fail(Earlier.takeError());
  if (Error E = writeReports(Request.Report, *C, Saved->Audit, Saved->Judged,
                             *Earlier))
    return fail(std::move(E));
  if (wantsText(Request))
    if (Error E = printText(Request.Report, *C, Saved->Audit, Saved->Judged))
      return fail(std::move(E));
  if (!Request.ByRule.empty())
    if (int Status = printRules(Request, Saved->Audit))
      return Status;
  if (!Request.Trend)
    return 0;
  return printTrend(*Earlier, Request.Files.back(), Saved->Audit);
}

} // namespace warrant
