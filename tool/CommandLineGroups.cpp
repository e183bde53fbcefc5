//===- CommandLineGroups.cpp - Options that commands share ----------------===//
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
#include "warrant/Config.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <CLI/CLI.hpp>

namespace warrant {

void addRootOptions(CLI::App &App, ProjectRequest &R) {
  App.add_option("--root", R.Root,
                 "The project's root; else the folder of the nearest "
                 ".warrant.yaml, else git's top, else this folder")
      ->type_name("DIR");
  App.add_option("--config", R.ConfigFile,
                 "Configuration to use instead of .warrant.yaml")
      ->type_name("FILE");
}

void addProjectOptions(CLI::App &App, ProjectRequest &R) {
  addRootOptions(App, R);
  App.add_option("--checks", R.Checks,
                 "Checks to turn on, or off with '-', behind those of the "
                 "configuration")
      ->type_name("GLOB,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  App.add_flag("--strict", R.Strict,
               "Ask for every property that an operation requires");
}

void addCommandsOptions(CLI::App &App, CommandsRequest &R) {
  App.add_option("-p,--build", R.BuildFolders,
                 "Build folder with compile_commands.json (repeatable)")
      ->type_name("DIR")
      ->allow_extra_args(false);
  addQueryOption(App, R);
}

void addQueryOption(CLI::App &App, CommandsRequest &R) {
  App.add_option("--query-driver", R.QueryDrivers,
                 "Compilers, by their paths, that may be run and asked for "
                 "their headers, target and macros")
      ->type_name("GLOB,...")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void addTimeout(CLI::App &App, ProjectRequest &R) {
  App.add_option("--timeout", R.Timeout, "Seconds that one unit may take")
      ->type_name("N")
      ->check(CLI::Range(1, 86400).description(""));
}

void addWorkerOptions(CLI::App &App, ProjectRequest &R, unsigned &Jobs) {
  App.add_option("-j,--jobs", Jobs, "Worker processes")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
  addTimeout(App, R);
}

void addCacheOptions(CLI::App &App, CacheRequest &R) {
  CLI::Option *Folder =
      App.add_option("--cache-dir", R.Folder,
                     "Where results are kept for the next run; else "
                     "WARRANT_CACHE_DIR, else the user's cache folder")
          ->type_name("DIR");
  App.add_flag("--no-cache", R.Off, "Take nothing from a cache, keep nothing")
      ->excludes(Folder);
}

CLI::Validator oneOf(std::vector<std::string> Words) {
  auto Check = [Words](std::string &Word) -> std::string {
    if (llvm::is_contained(Words, Word))
      return "";
    llvm::SmallVector<llvm::StringRef, 8> Candidates(Words.begin(),
                                                     Words.end());
    std::string Hint = didYouMean(Word, Candidates);
    return "unknown word '" + Word + "'" +
           (Hint.empty() ? ", expected one of " + CLI::detail::join(Words, ", ")
                         : Hint);
  };
  // The name tells summarize() what it takes.
  return CLI::Validator(Check, "", CLI::detail::join(Words, ","));
}

static When parseWhen(const std::string &Word) {
  if (Word == "always")
    return When::Always;
  return Word == "never" ? When::Never : When::Auto;
}

static void addWhen(CLI::App &App, const char *Name, const char *Description,
                    When &Value) {
  App.add_option_function<std::string>(
         Name, [&Value](const std::string &Word) { Value = parseWhen(Word); },
         Description)
      ->type_name("WHEN")
      ->check(oneOf({"auto", "always", "never"}));
}

void addSarifProfile(CLI::App &App, ScanRequest &R) {
  App.add_option("--sarif-profile", R.SarifProfile,
                 "Whom the SARIF is for: full, or github for code scanning, "
                 "which leaves out what that shows wrongly or not at all")
      ->type_name("NAME")
      ->check(oneOf({"full", "github"}));
}

void addReportOptions(CLI::App &App, ScanRequest &R) {
  App.add_option("--json", R.Json, "Write the report as JSON; '-' for output")
      ->type_name("FILE");
  App.add_option("--sarif", R.Sarif,
                 "Write the report as SARIF 2.1.0; '-' for output")
      ->type_name("FILE");
  addSarifProfile(App, R);
  App.add_option("--html", R.Html,
                 "Write the report as one HTML file; '-' for output")
      ->type_name("FILE");
  App.add_option("--markdown", R.Markdown,
                 "Write a summary for a pull request; '-' for output")
      ->type_name("FILE");
  App.add_option("--csv", R.Csv,
                 "Write the sites and remarks as a table; '-' for output")
      ->type_name("FILE");
  App.add_option("--metrics", R.Metrics,
                 "Write measures of the unsafe surface as JSON; '-' for output")
      ->type_name("FILE");
  App.add_flag("--all", R.All, "List every site on a terminal, too");
  App.add_flag("--notes", R.Notes, "Show the properties that are missing");
  App.add_flag("--vendored", R.Vendored, "List sites in third-party code, too");
  addWhen(App, "--color", "auto, always or never", R.Color);
}

void addFindingOptions(CLI::App &App, ScanRequest &R) {
  App.add_option("--fail-on", R.FailOn,
                 "End with status 1 on: undocumented (includes unknown), "
                 "partial, defect, remark, new")
      ->type_name("WORD,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(oneOf({"undocumented", "partial", "defect", "remark", "new"}));
  App.add_option("--copied-since", R.CopiedSince,
                 "Remark SAFETY comments that were added since git's REV and "
                 "copied from other operands")
      ->type_name("REV");
}

void addBaselineOptions(CLI::App &App, ScanRequest &R) {
  App.add_option("--baseline", R.Baseline,
                 "Baseline to use instead of the root's .warrant-baseline")
      ->type_name("FILE");
  App.add_option("--today", R.Today,
                 "The day by which excuses expire; else that of git's commit")
      ->type_name("YYYY-MM-DD");
}

void addAuditOptions(CLI::App &App, ScanRequest &R) {
  App.add_option("PATH", R.Paths, "Files or folders; else the whole project")
      ->type_name("");
  addCommandsOptions(App, R.Commands);
  addProjectOptions(App, R.Project);
  addBaselineOptions(App, R);
  addWorkerOptions(App, R.Project, R.Jobs);
  App.add_flag("--exact", R.Exact, "Analyse without short cuts");
  App.add_flag("--no-prefix", R.NoPrefix,
               "Parse the system headers in every unit, not once for all");
  addCacheOptions(App, R.Cache);
  addWhen(App, "--progress",
          "Show how far the audit is, on a terminal: auto, always or never",
          R.Progress);
  App.add_flag("--profile{-}", R.Profile,
               "Show on standard error what took how long; with =FILE also "
               "write a trace for chrome://tracing")
      ->type_name("[=FILE]");
  App.add_flag("-v,--verbose", R.Verbose,
               "Tell how many units were taken from the cache");
}

CLI::App *addLsp(CLI::App &App, LspRequest &R) {
  CLI::App *Sub = App.add_subcommand(
      "lsp", "Serve editors by the Language Server Protocol");
  addCommandsOptions(*Sub, R.Commands);
  Sub->add_option("-j,--jobs", R.Jobs,
                  "Documents that are analysed at the same time")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
  Sub->add_option("--known", R.Known,
                  "What the baseline knows is: information (default), hidden, "
                  "or shown as any other finding")
      ->type_name("WORD")
      ->check(oneOf({"information", "hidden", "shown"}));
  Sub->add_flag("--stdio", R.Stdio, "Talk over standard streams (default)");
  Sub->footer(LspFooter);
  return Sub;
}

CLI::App *addCache(CLI::App &App, CacheCommandRequest &R) {
  CLI::App *Sub = App.add_subcommand(
      "cache", "Show or shrink what is kept from run to run");
  Sub->add_option("--cache-dir", R.Folder,
                  "The cache's folder; else WARRANT_CACHE_DIR, else the user's")
      ->type_name("DIR");
  Sub->add_flag("--stats", R.Stats, "How much there is (default)");
  CLI::Option *Prune =
      Sub->add_flag("--prune", R.Prune, "Remove what was used least recently");
  Sub->add_option("--max-size", R.Megabytes,
                  "Megabytes that --prune leaves; else 4096")
      ->type_name("MB")
      ->check(CLI::Range(1, 1 << 20).description(""))
      ->needs(Prune);
  Sub->add_flag("--clear", R.Clear, "Remove everything")->excludes(Prune);
  Sub->footer(CacheFooter);
  return Sub;
}

} // namespace warrant
