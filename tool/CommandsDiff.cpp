//===- CommandsDiff.cpp - warrant diff ------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "CommandsReport.h"
#include "GitRenames.h"
#include "warrant/Diff.h"

using namespace llvm;

namespace warrant {

int runDiff(const DiffRequest &Request) {
  Expected<Report> Old = readReportFile(Request.Old);
  if (!Old)
    return fail(Old.takeError());
  Expected<Report> New = readReportFile(Request.New);
  if (!New)
    return fail(New.takeError());
  // Where git knows the old revision it knows what was renamed since.
  const ReportDiff D = diffReports(*Old, *New,
                                   Old->Run.Revision.empty()
                                       ? std::map<std::string, std::string>()
                                       : formerNamesIn(".", Old->Run.Revision));
  std::string Text;
  raw_string_ostream OS(Text);
  if (Request.Format == "json")
    writeDiffJSON(D, OS);
  else if (Request.Format == "markdown")
    writeDiffMarkdown(D, OS);
  else
    writeDiffText(D, OS);
  return printOutput(Text);
}

} // namespace warrant
