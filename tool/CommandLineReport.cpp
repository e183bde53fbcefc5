//===- CommandLineReport.cpp - Options of saved reports -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandLineGroups.h"
#include "CommandLineHelp.h"
#include "warrant/Rules.h"
#include <CLI/CLI.hpp>

namespace warrant {

CLI::App *addReport(CLI::App &App, ReportRequest &R) {
  CLI::App *Sub =
      App.add_subcommand("report", "Write a saved report in another form");
  Sub->add_option("FILE", R.Files,
                  "A report of 'warrant scan --json', behind earlier ones")
      ->type_name("")
      ->required();
  addRootOptions(*Sub, R.Report.Project);
  addReportOptions(*Sub, R.Report);
  Sub->add_option("--against", R.Against,
                  "An earlier report to compare with, as one named before")
      ->type_name("FILE")
      ->allow_extra_args(false);
  Sub->add_flag(
      "--trend", R.Trend,
      "Print the measures of all, a column each, instead of the text");
  std::vector<std::string> Ids;
  for (const Standard &S : standards())
    Ids.push_back(S.Id.str());
  CLI::Option *ByRule =
      Sub->add_option("--by-rule", R.ByRule,
                      "Print what became of the operations that each rule of a "
                      "standard is about: " +
                          CLI::detail::join(Ids, ", "))
          ->type_name("STANDARD")
          ->check(oneOf(Ids));
  Sub->add_option("--format", R.Format,
                  "Of what --by-rule prints: text, csv or markdown")
      ->type_name("WORD")
      ->needs(ByRule)
      ->check(oneOf({"text", "csv", "markdown"}));
  Sub->add_flag("--text", R.Text,
                "Print the text, too; without any other report it is printed");
  Sub->footer(ReportFooter);
  return Sub;
}

} // namespace warrant
