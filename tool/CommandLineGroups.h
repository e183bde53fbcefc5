//===- CommandLineGroups.h - Options that commands share --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDLINEGROUPS_H
#define WARRANT_COMMANDLINEGROUPS_H

#include "CommandLine.h"

namespace CLI {
class App;
class Validator;
} // namespace CLI

namespace warrant {

/// The root, the configuration, and what is laid over it.
void addProjectOptions(CLI::App &App, ProjectRequest &R);
/// Where compile commands come from.
void addCommandsOptions(CLI::App &App, CommandsRequest &R);
/// Of these the one that lets compilers be asked.
void addQueryOption(CLI::App &App, CommandsRequest &R);
void addTimeout(CLI::App &App, ProjectRequest &R);
/// How many units at once, and for how long.
void addWorkerOptions(CLI::App &App, ProjectRequest &R, unsigned &Jobs);
void addCacheOptions(CLI::App &App, CacheRequest &R);
/// Which reports are written, and how the text looks.
void addSarifProfile(CLI::App &App, ScanRequest &R);
void addReportOptions(CLI::App &App, ScanRequest &R);
/// The root, and the configuration that else says where it is.
void addRootOptions(CLI::App &App, ProjectRequest &R);
/// What findings are compared with.
void addBaselineOptions(CLI::App &App, ScanRequest &R);
/// What fails a run, and what is remarked of a change.
void addFindingOptions(CLI::App &App, ScanRequest &R);

/// A validator that takes \p Words and suggests one of them for others.
CLI::Validator oneOf(std::vector<std::string> Words);

/// What every command takes that audits a project.
void addAuditOptions(CLI::App &App, ScanRequest &R);

CLI::App *addBaseline(CLI::App &App, BaselineRequest &R);
CLI::App *addGate(CLI::App &App, GateRequest &R);
CLI::App *addLsp(CLI::App &App, LspRequest &R);
CLI::App *addReport(CLI::App &App, ReportRequest &R);
CLI::App *addDiff(CLI::App &App, DiffRequest &R);
CLI::App *addCompletion(CLI::App &App, std::string &Shell);
CLI::App *addManual(CLI::App &App, ManualRequest &R);
/// The command `cache`.
CLI::App *addCache(CLI::App &App, CacheCommandRequest &R);

} // namespace warrant

#endif // WARRANT_COMMANDLINEGROUPS_H
