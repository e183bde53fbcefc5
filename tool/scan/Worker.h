//===- Worker.h - The process that analyses units ---------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Both ends of a worker process: WorkerHandle is the parent's, and what
// workerMain() runs is the child's. Items cross as their numbers, results as
// bytes (UnitCodec.h); what a worker says to standard error is kept for the
// case that it dies.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_WORKER_H
#define WARRANT_SCAN_WORKER_H

#include "warrant/Plan.h"
#include <chrono>
#include <signal.h>
#include <sys/types.h>

namespace warrant {

/// What every worker works on.
struct Work {
  const Plan &Units;
  const Config &Settings;
  const FileClassifier &Files;
  const EngineOptions &Options;
};

/// The status that a worker exits with when its memory limit is reached.
inline constexpr int OutOfMemoryStatus = 117;

/// Takes item numbers, a line each, from \p Commands until it ends, and writes
/// their results to \p Results.
[[noreturn]] void workerMain(const Work &W, int Commands, int Results);

/// How a worker ended.
struct WorkerEnd {
  int WaitStatus = 0;
  std::string LastWords; ///< the end of its standard error
};

/// A running worker, seen from the parent.
class WorkerHandle {
public:
  using Clock = std::chrono::steady_clock;

  /// Forks. The child leaves \p Others' pipes alone and takes back the signal
  /// mask \p ChildMask. Returns an error number.
  int start(const Work &W, llvm::ArrayRef<WorkerHandle> Others,
            const sigset_t &ChildMask);
  /// Hands out an item. A worker that has died says so at its results.
  void assign(size_t Item, std::optional<Clock::time_point> Deadline);
  /// Lets an idle worker end.
  void dismiss();
  /// Kills it if it runs, and takes up what is left of it.
  WorkerEnd end(bool Kill);

  /// Takes what is there to read. Results: those of a whole unit when they are
  /// there. Sets atEnd() when the worker has closed its side.
  std::optional<std::string> readResults();
  void readErrors();

  int resultsPipe() const { return Results; }
  int errorsPipe() const { return Errors; }
  bool atEnd() const { return AtEnd; }
  std::optional<size_t> item() const { return Item; }
  std::optional<Clock::time_point> deadline() const { return Deadline; }
  void setIdle() { Item.reset(), Deadline.reset(); }

private:
  void closePipes();

  pid_t Process = -1;
  int Commands = -1, Results = -1, Errors = -1;
  bool AtEnd = false;
  std::string Bytes, LastWords;
  std::optional<size_t> Item;
  std::optional<Clock::time_point> Deadline;
};

} // namespace warrant

#endif // WARRANT_SCAN_WORKER_H
