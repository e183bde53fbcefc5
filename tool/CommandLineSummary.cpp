//===- CommandLineSummary.cpp - What the parser knows, as values ----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiled with exceptions, as CommandLine.cpp is.
//
//===----------------------------------------------------------------------===//

#include "CommandLineGroups.h"
#include "CommandLineHelp.h"
#include "CommandSummary.h"
#include "warrant/CheckInfo.h"
#include "llvm/ADT/StringExtras.h"
#include <CLI/CLI.hpp>

namespace warrant {

/// The words that oneOf() lets through; see there.
static std::vector<std::string> wordsOf(CLI::Option &Option) {
  std::vector<std::string> Words;
  try {
    for (llvm::StringRef Word :
         llvm::split(Option.get_validator(0)->get_name(), ','))
      if (!Word.empty())
        Words.push_back(Word.str());
  } catch (const CLI::OptionNotFound &) {
    // It takes anything.
  }
  return Words;
}

static std::vector<std::string> checkNames() {
  std::vector<std::string> Names;
  for (const CheckInfo *Check : allChecks())
    Names.push_back(Check->Name.str());
  return Names;
}

/// Checks, kinds and properties, each once.
static std::vector<std::string> explainedNames() {
  std::vector<std::string> Names = checkNames();
  for (const CheckInfo *Check : allChecks())
    for (const KindInfo &Kind : Check->Kinds)
      Names.push_back(Kind.Name.str());
  for (Property P : allProperties())
    Names.push_back(toString(P).str());
  llvm::sort(Names);
  Names.erase(llvm::unique(Names), Names.end());
  return Names;
}

static OptionSummary summarizeOption(const CLI::App &App, CLI::Option &Option) {
  OptionSummary Result;
  for (const std::string &Name : Option.get_snames())
    Result.Names.push_back("-" + Name);
  for (const std::string &Name : Option.get_lnames())
    Result.Names.push_back("--" + Name);
  Result.Help = Option.get_description();
  Result.Value = Option.get_positional() ? Option.get_name(/*positional=*/true)
                                         : Option.get_type_name();
  Result.TakesNext = Option.get_items_expected_max() > 0;
  // What --profile takes stands in brackets: [=FILE].
  if (!Result.TakesNext)
    Result.Value = llvm::StringRef(Result.Value).trim("[=]").str();
  Result.TakesList = Option.get_delimiter() == ',';
  Result.IsRequired = Option.get_required();
  Result.Words = wordsOf(Option);
  if (Option.check_name("--checks"))
    Result.Words = checkNames();
  if (App.get_name() == "explain" && Result.Names.empty())
    Result.Words = explainedNames();
  return Result;
}

static CommandSummary summarizeOne(CLI::App &App, const std::string &Name) {
  CommandSummary Result{Name, App.get_description(), App.get_footer(), {}};
  for (CLI::Option *Option : App.get_options())
    Result.Options.push_back(summarizeOption(App, *Option));
  return Result;
}

std::vector<CommandSummary> summarize(CLI::App &App) {
  std::vector<CommandSummary> All{summarizeOne(App, "")};
  for (CLI::App *Sub : App.get_subcommands(nullptr))
    All.push_back(summarizeOne(*Sub, Sub->get_name()));
  return All;
}

CLI::App *addCompletion(CLI::App &App, std::string &Shell) {
  CLI::App *Sub = App.add_subcommand(
      "completion", "Print what completes commands, options and their values");
  Sub->add_option("SHELL", Shell, "bash or zsh")
      ->type_name("")
      ->required()
      ->check(oneOf({"bash", "zsh"}));
  Sub->footer(CompletionFooter);
  return Sub;
}

CLI::App *addManual(CLI::App &App, ManualRequest &R) {
  CLI::App *Sub =
      App.add_subcommand("manual", "Print a manual page, for 'man -l'");
  Sub->add_option("COMMAND", R.Command, "Of this command; else of warrant")
      ->type_name("");
  Sub->add_option("--dir", R.Folder, "Write all pages there instead")
      ->type_name("DIR");
  Sub->footer(ManualFooter);
  return Sub;
}

} // namespace warrant
