//===- LiveUnit.h - A document and the worker that analyses it --*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_LSP_LIVEUNIT_H
#define WARRANT_LSP_LIVEUNIT_H

#include "OpenFiles.h"
#include "tool/CommandLine.h"
#include "tool/scan/Worker.h"
#include "warrant/Baseline.h"

namespace warrant {

/// How a document is analysed.
struct LivePlan {
  Config Settings;
  FileClassifier Files;
  Plan Units;        ///< one item
  std::string Note;  ///< what the user should know of it; may be empty
  std::string Today; ///< by which excuses expire
  std::string Stamp; ///< of the files that the plan was made from
  std::optional<Baseline> Before; ///< the project's
  BaselineScope Scope;
};

/// The root of the project that the file at \p Path lies in: as scans find it,
/// but from there and not from the working directory.
std::string projectOf(llvm::StringRef Path);

/// The plan for the file at \p Path, by the project that it lies in.
llvm::Expected<LivePlan> planDocument(llvm::StringRef Path,
                                      const CommandsRequest &Commands);

/// What LivePlan::Stamp would be now.
std::string stampOf(const LivePlan &P);

/// A worker process for one document. It lives as long as the document is open,
/// and is started again where it died.
class LiveUnit {
public:
  explicit LiveUnit(LivePlan P)
      : How(std::move(P)), Texts(item(), How.Settings, How.Files),
        Job{How.Units, How.Settings, How.Files, Options} {
    Options.Live = &Texts;
  }
  ~LiveUnit();
  LiveUnit(const LiveUnit &) = delete;
  LiveUnit &operator=(const LiveUnit &) = delete;

  const LivePlan &plan() const { return How; }
  const WorkItem &item() const { return How.Units.Items.front(); }
  WorkerHandle &worker() { return Handle; }
  bool isBusy() const { return Handle.attempt().has_value(); }

  /// Begins an analysis; \p Again: the second one, without short cuts.
  llvm::Error begin(const std::map<std::string, std::string> &Open,
                    std::optional<UnitFailure> Before,
                    llvm::ArrayRef<WorkerHandle> Others,
                    const sigset_t &ChildMask);
  /// The result when all of it is there.
  llvm::Expected<std::optional<UnitResult>> take();
  /// Why the worker ended; it has to be started again.
  std::string end(bool Kill);

private:
  LivePlan How;
  OpenFiles Texts;
  EngineOptions Options;
  Work Job;
  WorkerHandle Handle;
};

} // namespace warrant

#endif // WARRANT_LSP_LIVEUNIT_H
