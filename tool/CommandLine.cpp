//===- CommandLine.cpp - What the user asked for --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// This and CommandLineGroups.cpp are the only files that are compiled with
// exceptions, and none leaves them.
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include "CommandLineGroups.h"
#include "CommandLineHelp.h"
#include "CommandSummary.h"
#include "warrant/Config.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <CLI/CLI.hpp>

namespace warrant {

static CLI::App *addScan(CLI::App &App, ScanRequest &R) {
  CLI::App *Scan =
      App.add_subcommand("scan", "Audit a project, or FILE with the FLAGS "
                                 "behind '--'");
  addAuditOptions(*Scan, R);
  addReportOptions(*Scan, R);
  addFindingOptions(*Scan, R);
  Scan->add_flag("--no-baseline", R.NoBaseline,
                 "Tell new findings from known ones by no baseline");
  Scan->add_option("--headers", R.Headers,
                   "Audit headers that no unit includes, too: each by itself, "
                   "with the flags of the nearest unit")
      ->type_name("GLOB,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  Scan->add_flag("--count-off", R.CountOff,
                 "Count what the checks that are off would add");
  CLI::Option *UnitsOut =
      Scan->add_option(
              "--units-out", R.UnitsOut,
              "Write the units for 'warrant merge' instead of a report")
          ->type_name("FILE");
  Scan->add_option("--shard", R.Shard,
                   "Analyse the I-th of N parts of the units only")
      ->type_name("I/N")
      ->needs(UnitsOut);
  Scan->footer(ScanFooter);
  return Scan;
}

static CLI::App *addAnalyzeUnit(CLI::App &App, AnalyzeUnitRequest &R) {
  CLI::App *Sub = App.add_subcommand(
      "analyze-unit", "Analyse one unit, by the command behind '--', for "
                      "'warrant merge'");
  Sub->add_option("FILE", R.File, "The unit's source")
      ->type_name("")
      ->required();
  Sub->add_option("--out", R.Out, "Write the unit there; '-' for output")
      ->type_name("FILE");
  Sub->add_option("--depfile", R.Depfile,
                  "Write which files were read, as make reads it")
      ->type_name("FILE");
  Sub->add_option("--directory", R.Directory,
                  "Where the command runs; else this folder")
      ->type_name("DIR");
  Sub->add_option("--configuration", R.Configuration,
                  "The configuration's name; else that of the first -p")
      ->type_name("NAME");
  Sub->add_option("-p,--build", R.Commands.BuildFolders,
                  "Build folder, whose files are no project files (repeatable)")
      ->type_name("DIR")
      ->allow_extra_args(false);
  addQueryOption(*Sub, R.Commands);
  addProjectOptions(*Sub, R.Project);
  addTimeout(*Sub, R.Project);
  Sub->add_flag("--exact", R.Exact, "Analyse without short cuts");
  Sub->footer(AnalyzeUnitFooter);
  return Sub;
}

static CLI::App *addMerge(CLI::App &App, MergeRequest &R) {
  CLI::App *Sub = App.add_subcommand(
      "merge", "Report on units that were analysed elsewhere");
  Sub->add_option("FILE", R.Files,
                  "What 'warrant analyze-unit' or 'warrant scan --units-out' "
                  "wrote; '@FILE' for a file with their names, a line each")
      ->type_name("")
      ->required();
  addProjectOptions(*Sub, R.Report.Project);
  addReportOptions(*Sub, R.Report);
  addFindingOptions(*Sub, R.Report);
  addBaselineOptions(*Sub, R.Report);
  Sub->add_flag("--no-baseline", R.Report.NoBaseline,
                "Tell new findings from known ones by no baseline");
  Sub->footer(MergeFooter);
  return Sub;
}

static CLI::App *addList(CLI::App &App, ListRequest &R) {
  CLI::App *List = App.add_subcommand("list", "List the checks");
  addProjectOptions(*List, R.Project);
  List->add_flag("--kinds", R.Kinds, "With the kinds of each check");
  List->add_flag("--json", R.Json, "Everything that is known, as JSON");
  List->add_option("--markdown-dir", R.MarkdownFolder,
                   "Write a page for each check there")
      ->type_name("DIR");
  List->footer(ListFooter);
  return List;
}

static CLI::App *addExplain(CLI::App &App, ExplainRequest &R) {
  CLI::App *Explain = App.add_subcommand(
      "explain", "Explain a check, a kind, a property, or a line of code");
  Explain
      ->add_option("WHAT", R.What,
                   "CHECK, KIND, PROPERTY or FILE:LINE[:COLUMN]")
      ->type_name("")
      ->required();
  addCommandsOptions(*Explain, R.Commands);
  addProjectOptions(*Explain, R.Project);
  Explain->footer(ExplainFooter);
  return Explain;
}

static CLI::App *addAnnotate(CLI::App &App, AnnotateRequest &R) {
  CLI::App *Sub = App.add_subcommand(
      "annotate", "Insert a SAFETY comment to fill in above each undocumented "
                  "site");
  Sub->add_option("PATH", R.Paths, "Files or folders; else the whole project")
      ->type_name("");
  addCommandsOptions(*Sub, R.Commands);
  addProjectOptions(*Sub, R.Project);
  Sub->add_flag("--dry-run", R.DryRun,
                "Change nothing, and show what would change as a diff");
  CLI::Option *Since =
      Sub->add_option("--since", R.Since,
                      "Only sites in lines that were added since git's REV and "
                      "this branch parted")
          ->type_name("REV");
  Sub->add_flag_callback(
         "--changed", [&R] { R.Since = "HEAD"; },
         "Only sites in lines that git has not committed yet")
      ->excludes(Since);
  addWorkerOptions(*Sub, R.Project, R.Jobs);
  Sub->footer(AnnotateFooter);
  return Sub;
}

static CLI::App *addConfig(CLI::App &App, ConfigRequest &R) {
  CLI::App *Sub = App.add_subcommand("config", "Show the configuration");
  addProjectOptions(*Sub, R.Project);
  CLI::Option *Dump = Sub->add_flag(
      "--dump", R.Dump, "Each value and where it comes from (default)");
  CLI::Option *Schema =
      Sub->add_flag("--schema", R.Schema, "The JSON Schema of .warrant.yaml");
  Sub->add_flag("--overlay-schema", R.OverlaySchema, "That of overlay files")
      ->excludes(Dump, Schema->excludes(Dump));
  Sub->footer(ConfigFooter);
  return Sub;
}

static CLI::App *addDevice(CLI::App &App, DeviceRequest &R) {
  CLI::App *Sub = App.add_subcommand(
      "device", "Show what was understood of a device description");
  Sub->add_option("WHAT", R.Arguments,
                  "FILE.svd..., then a PERIPHERAL or an address, or nothing")
      ->type_name("")
      ->required();
  Sub->footer(DeviceFooter);
  return Sub;
}

namespace {

/// The parser with the values that it fills.
struct Parser {
  CLI::App App{Overview, "warrant"};
  ScanRequest Scan;
  AnalyzeUnitRequest AnalyzeUnit;
  MergeRequest Merge;
  ListRequest List;
  ExplainRequest Explain;
  ConfigRequest Config;
  AnnotateRequest Annotate;
  DeviceRequest Device;
  BaselineRequest Baseline;
  DiffRequest Diff;
  GateRequest Gate;
  CacheCommandRequest Cache;
  ManualRequest Manual;
  std::string Shell; ///< that is completed for
  ReportRequest Report;
  LspRequest Lsp;

  Parser();
  CommandLine parse(const std::vector<std::string> &Arguments);
  CommandLine result();
  CommandLine manual();
  EarlyExit wrongUse(const std::string &Message) const;
  std::optional<EarlyExit> unexpected() const;
  const CLI::App *chosen() const {
    return App.get_subcommands().empty() ? &App : App.get_subcommands().front();
  }
};

} // namespace

Parser::Parser() {
  App.get_formatter()->column_width(28);
  App.set_version_flag("--version", "warrant " WARRANT_VERSION
                                    " (LLVM " WARRANT_LLVM_VERSION ")");
  App.require_subcommand(0, 1);
  App.footer(TopFooter);
  for (CLI::App *Sub :
       {addScan(App, Scan), addAnalyzeUnit(App, AnalyzeUnit),
        addMerge(App, Merge), addList(App, List), addExplain(App, Explain),
        addConfig(App, Config), addAnnotate(App, Annotate),
        addDevice(App, Device), addBaseline(App, Baseline), addDiff(App, Diff),
        addGate(App, Gate), addCache(App, Cache), addReport(App, Report),
        addLsp(App, Lsp), addCompletion(App, Shell), addManual(App, Manual)})
    // What is left over is reported with a suggestion, by unexpected().
    Sub->allow_extras();
  App.allow_extras();
}

EarlyExit Parser::wrongUse(const std::string &Message) const {
  std::string Command = chosen() == &App ? "" : chosen()->get_name() + " ";
  return {2, "warrant: error: " + Message + "\nTry 'warrant " + Command +
                 "--help'.\n"};
}

std::optional<EarlyExit> Parser::unexpected() const {
  std::vector<std::string> Left = App.remaining(/*recurse=*/true);
  if (Left.empty())
    return std::nullopt;
  const std::string &Word = Left.front();
  std::vector<std::string> Names;
  if (Word.starts_with("-"))
    for (const CLI::Option *Option : chosen()->get_options())
      for (const std::string &Name : Option->get_lnames())
        Names.push_back("--" + Name);
  else if (chosen() == &App)
    for (const CLI::App *Sub : App.get_subcommands(nullptr))
      Names.push_back(Sub->get_name());
  llvm::SmallVector<llvm::StringRef, 32> Candidates(Names.begin(), Names.end());
  const char *What = Word.starts_with("-") ? "unknown option '"
                     : chosen() == &App    ? "unknown command '"
                                           : "unexpected argument '";
  llvm::StringRef Plain = llvm::StringRef(Word).split('=').first;
  return wrongUse(What + Plain.str() + "'" + didYouMean(Plain, Candidates));
}

CommandLine Parser::result() {
  if (std::optional<EarlyExit> Exit = unexpected())
    return *Exit;
  const std::string &Name = chosen()->get_name();
  if (Name == "scan")
    return Scan;
  if (Name == "analyze-unit")
    return AnalyzeUnit;
  if (Name == "merge")
    return Merge;
  if (Name == "list")
    return List;
  if (Name == "explain")
    return Explain;
  if (Name == "config")
    return Config;
  if (Name == "annotate")
    return Annotate;
  if (Name == "device")
    return Device;
  if (Name == "baseline")
    return Baseline;
  if (Name == "diff")
    return Diff;
  if (Name == "gate")
    return Gate;
  if (Name == "cache")
    return Cache;
  if (Name == "report")
    return Report;
  if (Name == "lsp")
    return Lsp;
  if (Name == "completion")
    return EarlyExit{0, Shell == "zsh" ? zshCompletion(summarize(App))
                                       : bashCompletion(summarize(App))};
  if (Name == "manual")
    return manual();
  return EarlyExit{2, App.help()};
}

CommandLine Parser::manual() {
  const std::vector<CommandSummary> All = summarize(App);
  if (Manual.Folder.empty()) {
    std::string Page = manualPage(All, Manual.Command);
    return Page.empty() ? wrongUse("unknown command '" + Manual.Command + "'")
                        : EarlyExit{0, std::move(Page)};
  }
  for (const CommandSummary &Each : All)
    Manual.Pages.push_back(
        {"warrant" + (Each.Name.empty() ? "" : "-" + Each.Name) + ".1",
         manualPage(All, Each.Name)});
  return Manual;
}

CommandLine Parser::parse(const std::vector<std::string> &Arguments) {
  // What follows `--` are flags for Clang, and none of them is ours.
  auto Dashes = llvm::find(Arguments, "--");
  std::vector<std::string> Reversed(Arguments.begin(), Dashes);
  std::reverse(Reversed.begin(), Reversed.end());
  for (CommandsRequest *R :
       {&Scan.Commands, &AnalyzeUnit.Commands, &Explain.Commands,
        &Annotate.Commands, &Baseline.Scan.Commands, &Gate.Scan.Commands}) {
    R->HasFlags = Dashes != Arguments.end();
    if (R->HasFlags)
      R->Flags.assign(std::next(Dashes), Arguments.end());
  }
  try {
    App.parse(std::move(Reversed));
  } catch (const CLI::Success &Asked) {
    std::ostringstream Out, Err;
    App.exit(Asked, Out, Err);
    return EarlyExit{0, Out.str()};
  } catch (const CLI::ParseError &Wrong) {
    if (std::optional<EarlyExit> Exit = unexpected())
      return *Exit;
    return wrongUse(Wrong.what());
  }
  return result();
}

CommandLine parseCommandLine(const std::vector<std::string> &Arguments) {
  return Parser().parse(Arguments);
}

} // namespace warrant
