//===- CommandLine.h - What the user asked for ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The command line as plain values. CLI11, which throws, is known to
// CommandLine.cpp only; commands run on these values.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDLINE_H
#define WARRANT_COMMANDLINE_H

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace warrant {

/// Which project, and what is laid over its configuration.
struct ProjectRequest {
  std::string Root;
  std::string ConfigFile;
  std::vector<std::string> Checks; ///< globs, one each
  bool Strict = false;
  std::optional<unsigned> Timeout;
};

/// Where compile commands come from.
struct CommandsRequest {
  std::vector<std::string> BuildFolders; ///< of `-p`
  bool HasFlags = false;                 ///< there was a `--`
  std::vector<std::string> Flags;        ///< behind it
  std::vector<std::string> QueryDrivers; ///< globs of compilers to be asked
};

/// Where results are kept for the next run.
struct CacheRequest {
  std::string Folder; ///< of `--cache-dir`; empty: by the environment
  bool Off = false;
};

enum class When { Auto, Always, Never };

struct ScanRequest {
  ProjectRequest Project;
  CommandsRequest Commands;
  std::vector<std::string> Paths;
  std::string Json, Sarif;                  ///< a file, `-`, or empty
  std::string Markdown, Csv, Html, Metrics; ///< as these
  std::string SarifProfile = "full";
  std::vector<std::string> FailOn;
  std::string CopiedSince; ///< a revision of git, or empty
  std::string Baseline;    ///< a file; empty: the root's, if there is one
  bool NoBaseline = false;
  std::string Today; ///< for what expires; empty: the commit's day
  unsigned Jobs = 0; ///< 0: as many as there are processors
  When Color = When::Auto;
  bool All = false;
  bool Notes = false;
  bool Vendored = false;
  bool Exact = false;
  bool NoPrefix = false;
  bool CountOff = false;
  std::string UnitsOut; ///< a file for `warrant merge`, instead of a report
  std::string Shard;    ///< `2/4`, or empty
  CacheRequest Cache;
  When Progress = When::Auto;
  std::string Profile; ///< empty: none; `-`: a table; else a file, too
  std::vector<std::string> Headers; ///< globs of those to be parsed alone
  bool Verbose = false;
};

struct BaselineRequest {
  ScanRequest Scan; ///< what is analysed; no reports
  bool PerFolder = false;
  bool Prune = false;
  std::string Accept; ///< a reason, or empty
};

/// One unit for `warrant merge`; the command stands in Commands.Flags.
struct AnalyzeUnitRequest {
  ProjectRequest Project;
  CommandsRequest Commands;
  std::string File;
  std::string Directory; ///< where the command runs; empty: here
  std::string Configuration;
  std::string Out = "-";
  std::string Depfile; ///< a file, or empty
  bool Exact = false;
};

struct MergeRequest {
  ScanRequest Report; ///< but for the analysis
  std::vector<std::string> Files;
};

struct GateRequest {
  ScanRequest Scan;
  std::string Base;       ///< a revision of git
  std::string BaseReport; ///< a saved report, or empty
  bool AllowPolicyChange = false;
  bool Annotations = false; ///< of GitHub, on standard output
  std::string CodeQuality;  ///< a file for GitLab, or empty
  std::string Summary;      ///< a file for Markdown, or empty
};

/// The language server. Which project, it sees at each document.
struct LspRequest {
  CommandsRequest Commands;
  bool Stdio = false; ///< as it is anyway; editors say so
  unsigned Jobs = 0;  ///< 0: as many as there are processors
  /// What becomes of what the baseline knows: `information`, `hidden` or
  /// `shown`.
  std::string Known = "information";
};

/// Reports made again of saved ones.
struct ReportRequest {
  ScanRequest Report;               ///< its files, and how the text looks
  std::vector<std::string> Files;   ///< the last one is written
  std::vector<std::string> Against; ///< before the others
  bool Text = false;                ///< beside the files that are written
  bool Trend = false;
  std::string ByRule;          ///< a standard's name, or empty
  std::string Format = "text"; ///< of what ByRule prints
};

struct DiffRequest {
  std::string Old, New; ///< saved reports
  std::string Format = "text";
};

struct ListRequest {
  ProjectRequest Project;
  bool Kinds = false;
  bool Json = false;
  std::string MarkdownFolder; ///< write docs/checks there instead
};

struct ExplainRequest {
  ProjectRequest Project;
  CommandsRequest Commands;
  std::string What; ///< a check, a kind, a property or FILE:LINE[:COLUMN]
};

struct AnnotateRequest {
  ProjectRequest Project;
  CommandsRequest Commands;
  std::vector<std::string> Paths;
  std::string Since; ///< a revision of git, or empty
  unsigned Jobs = 0;
  bool DryRun = false;
};

struct ConfigRequest {
  ProjectRequest Project;
  bool Dump = false;   ///< the default
  bool Schema = false; ///< instead
  bool OverlaySchema = false;
};

struct DeviceRequest {
  std::vector<std::string> Arguments; ///< files, and what is asked of them
};

struct CacheCommandRequest {
  std::string Folder; ///< of `--cache-dir`; empty: by the environment
  bool Stats = false; ///< the default, and what comes behind the others
  bool Prune = false;
  bool Clear = false;
  std::optional<uint64_t> Megabytes; ///< that --prune leaves
};

struct ManualRequest {
  std::string Command; ///< empty: the program
  std::string Folder;  ///< empty: one page is printed
  std::vector<std::pair<std::string, std::string>> Pages; ///< files and texts
};

/// Nothing is to be run: help was asked for, or the command line is wrong.
struct EarlyExit {
  int Status = 0;
  std::string Output; ///< to standard output when Status is 0, else to error
};

using CommandLine =
    std::variant<EarlyExit, ScanRequest, AnalyzeUnitRequest, MergeRequest,
                 ListRequest, ExplainRequest, ConfigRequest, AnnotateRequest,
                 DeviceRequest, BaselineRequest, DiffRequest, GateRequest,
                 CacheCommandRequest, ReportRequest, LspRequest, ManualRequest>;

CommandLine parseCommandLine(const std::vector<std::string> &Arguments);

} // namespace warrant

#endif // WARRANT_COMMANDLINE_H
