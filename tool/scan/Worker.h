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
// bytes (UnitCodec.h), each behind its aside; what a worker says to standard
// error is kept for the case that it dies.
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
  /// Another in tests, which need one that fails.
  decltype(analyzeUnit) *Analyze = analyzeUnit;
};

/// How an attempt at a unit failed.
struct UnitFailure {
  UnitStatus State = UnitStatus::Crashed;
  std::string Reason;
};

/// A task (Schedule.h), for the first time or again without short cuts.
struct TaskAttempt {
  size_t Task = 0;
  std::optional<UnitFailure> Before;
};

/// The work of runPlan().
void runWorkers(const Work &W, llvm::function_ref<void(UnitResult)> Take);

/// The status that a worker exits with when its memory limit is reached.
inline constexpr int OutOfMemoryStatus = 117;

/// Takes numbers of tasks, each with whether it is a second attempt, from
/// \p Commands until it ends, and writes their results to \p Results. That of a
/// prefix is a unit's with nothing in it.
[[noreturn]] void workerMain(const Work &W, int Commands, int Results);

/// How a worker ended.
struct WorkerEnd {
  int WaitStatus = 0;
  std::string LastWords; ///< the end of its standard error
};

/// The reason in words, for a report.
std::string describe(const WorkerEnd &End, const Config &C);

/// A running worker, seen from the parent.
class WorkerHandle {
public:
  using Clock = std::chrono::steady_clock;

  /// Forks. The child leaves \p Others' pipes alone and takes back the signal
  /// mask \p ChildMask. Returns an error number.
  int start(const Work &W, llvm::ArrayRef<WorkerHandle> Others,
            const sigset_t &ChildMask);
  /// Hands out a task. A worker that has died says so at its results.
  void assign(TaskAttempt A, std::optional<Clock::time_point> Deadline);
  /// Lets an idle worker end.
  void dismiss();
  /// Kills it if it runs, and takes up what is left of it.
  WorkerEnd end(bool Kill);

  /// Takes what is there to read. Results: the aside and the result of a unit
  /// when both are there. Sets atEnd() when the worker has closed its side.
  std::optional<std::pair<std::string, std::string>> readResults();
  void readErrors();

  int resultsPipe() const { return Results; }
  int errorsPipe() const { return Errors; }
  bool atEnd() const { return AtEnd; }
  const std::optional<TaskAttempt> &attempt() const { return Current; }
  int process() const { return Process; }
  std::optional<Clock::time_point> deadline() const { return Deadline; }
  void setIdle() { Current.reset(), Deadline.reset(); }

private:
  void closePipes();

  pid_t Process = -1;
  int Commands = -1, Results = -1, Errors = -1;
  bool AtEnd = false;
  std::string Bytes, LastWords;
  std::optional<TaskAttempt> Current;
  std::optional<Clock::time_point> Deadline;
};

} // namespace warrant

#endif // WARRANT_SCAN_WORKER_H
