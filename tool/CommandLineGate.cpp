//===- CommandLineGate.cpp - Options of what judges changes ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandLineGroups.h"
#include "CommandLineHelp.h"
#include <CLI/CLI.hpp>

namespace warrant {

CLI::App *addBaseline(CLI::App &App, BaselineRequest &R) {
  CLI::App *Sub = App.add_subcommand(
      "baseline", "Write down what is open now, so that what is new can be "
                  "told from it");
  addAuditOptions(*Sub, R.Scan);
  Sub->add_flag("--per-folder", R.PerFolder,
                "One file a folder, for a new baseline");
  Sub->add_flag("--prune", R.Prune, "Remove from the baseline what is no more");
  Sub->add_option("--accept", R.Accept, "Add to the baseline what is new")
      ->type_name("REASON");
  Sub->footer(BaselineFooter);
  return Sub;
}

CLI::App *addGate(CLI::App &App, GateRequest &R) {
  CLI::App *Sub = App.add_subcommand(
      "gate", "Fail on what a change adds, and on nothing else");
  addAuditOptions(*Sub, R.Scan);
  Sub->add_option("--base", R.Base,
                  "What the change goes to: main, origin/main")
      ->type_name("REV")
      ->required();
  Sub->add_option("--base-report", R.BaseReport,
                  "The base's report, where it has no baseline")
      ->type_name("FILE");
  Sub->add_flag("--allow-policy-change", R.AllowPolicyChange,
                "Judge by the change's own configuration and baseline");
  Sub->add_option("--json", R.Scan.Json, "Write the report as JSON")
      ->type_name("FILE");
  Sub->add_option("--sarif", R.Scan.Sarif, "Write the report as SARIF 2.1.0")
      ->type_name("FILE");
  addSarifProfile(*Sub, R.Scan);
  Sub->add_option("--summary", R.Summary, "Write what is printed as Markdown")
      ->type_name("FILE");
  Sub->add_option("--code-quality", R.CodeQuality,
                  "Write what is new as GitLab's Code Quality JSON")
      ->type_name("FILE");
  Sub->add_flag("--annotations", R.Annotations,
                "Print what is new as GitHub's annotations, too");
  Sub->footer(GateFooter);
  return Sub;
}

CLI::App *addDiff(CLI::App &App, DiffRequest &R) {
  CLI::App *Sub = App.add_subcommand(
      "diff", "Show what two saved reports have not in common");
  Sub->add_option("OLD", R.Old, "A report of 'warrant scan --json'")
      ->type_name("")
      ->required();
  Sub->add_option("NEW", R.New, "A later one")->type_name("")->required();
  Sub->add_option("--format", R.Format, "text, json or markdown")
      ->type_name("WORD")
      ->check(oneOf({"text", "json", "markdown"}));
  Sub->footer(DiffFooter);
  return Sub;
}

} // namespace warrant
