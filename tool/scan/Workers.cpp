//===- Workers.cpp - All units of a plan, in worker processes -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The parent is one loop over poll() and has no threads. It hands out one item
// at a time, so it always knows whose unit a dead worker had.
//
//===----------------------------------------------------------------------===//

#include "HeaderSets.h"
#include "Prefix.h"
#include "Schedule.h"
#include "SignalScope.h"
#include "Worker.h"
#include "tool/report/UnitCodec.h"
#include "llvm/Support/Signals.h"
#include <cstring>
#include <poll.h>
#include <unistd.h>

using namespace llvm;

namespace warrant {
namespace {

/// How long observers wait at most.
constexpr std::chrono::milliseconds TickLength(200);

class Pool {
public:
  Pool(const Work &W, function_ref<void(UnitResult)> Take)
      : W(W), Tasks(W.Units), Take(Take), Wanted(std::max(1U, W.Options.Jobs)) {
  }
  void run();

private:
  using Clock = WorkerHandle::Clock;

  const WorkItem &item(const TaskAttempt &A) const {
    return W.Units.Items[A.Task];
  }
  const SharedPrefix *prefix(const TaskAttempt &A) const {
    return Tasks.isPrefix(A.Task)
               ? &W.Units.Prefixes[A.Task - W.Units.Items.size()]
               : nullptr;
  }
  template <typename Event> void tell(Event Each) {
    for (RunObserver *Observer : W.Options.Observers)
      Each(*Observer);
  }

  void workOff();
  std::optional<size_t> nextTask();
  /// Starts a worker for what is to be done; false when nothing is, or when
  /// those that run have to do it.
  bool startWorker();
  void putBack(TaskAttempt A);
  void assign(WorkerHandle &Worker, TaskAttempt A);
  void giveWork(WorkerHandle &Worker);
  void wait();
  int timeout() const;
  void serve(WorkerHandle &Worker);
  void takeResult(WorkerHandle &Worker, StringRef Aside, StringRef Result);
  void bury(WorkerHandle &Worker, bool Kill);
  void finish(const TaskAttempt &A, int Process, const UnitAside &Aside,
              UnitResult Result);
  void fail(TaskAttempt A, int Process, UnitFailure Failure);
  void giveUp(const TaskAttempt &A, UnitFailure Failure);
  [[noreturn]] void breakOff(int Signal);

  const Work &W;
  Schedule Tasks;
  SignalScope Signals;
  function_ref<void(UnitResult)> Take;
  std::vector<WorkerHandle> Workers;
  size_t Wanted;
  std::vector<TaskAttempt> Again; ///< each for a worker of its own
};

} // namespace

RunObserver::~RunObserver() = default;

std::optional<size_t> Pool::nextTask() {
  while (std::optional<size_t> Task = Tasks.next()) {
    if (Tasks.isPrefix(*Task) || W.Units.Items[*Task].SkipReason.empty())
      return Task;
    const WorkItem &Item = W.Units.Items[*Task];
    Experience None; // a skipped unit teaches nothing
    Take(analyzeUnit(Item, W.Settings, W.Files, W.Options, None));
    tell([&](RunObserver &O) { O.ends(Item, /*Worker=*/0, UnitAside()); });
  }
  return std::nullopt;
}

/// Reports the unit of \p A, whose last attempt had \p Failure.
void Pool::giveUp(const TaskAttempt &A, UnitFailure Failure) {
  UnitResult Out;
  Out.File = item(A).Display;
  Out.Configuration = item(A).Configuration;
  Out.State = Failure.State;
  std::string Why = Failure.Reason;
  if (A.Before)
    Why = A.Before->Reason +
          (W.Options.Exact ? "; in a worker of its own: "
                           : "; without short cuts: ") +
          (Failure.Reason == A.Before->Reason ? "the same" : Failure.Reason);
  Out.Messages = {std::move(Why)};
  Take(std::move(Out));
}

void Pool::fail(TaskAttempt A, int Process, UnitFailure Failure) {
  if (prefix(A)) // without it its units cost more, and that is all
    return finish(A, Process, UnitAside(), UnitResult());
  tell([&](RunObserver &O) {
    O.fails(item(A), Process, Failure.Reason, /*IsFirst=*/!A.Before);
  });
  if (A.Before)
    return giveUp(A, std::move(Failure));
  Again.push_back({A.Task, std::move(Failure)});
}

void Pool::putBack(TaskAttempt A) {
  if (A.Before)
    Again.push_back(std::move(A));
  else
    Tasks.putBack(A.Task);
}

bool Pool::startWorker() {
  TaskAttempt A;
  if (!Again.empty())
    A = Again.back(), Again.pop_back();
  else if (std::optional<size_t> Task = nextTask())
    A.Task = *Task;
  else
    return false;
  WorkerHandle Worker;
  int Code = Worker.start(W, Workers, Signals.before());
  if (!Code) {
    Workers.push_back(std::move(Worker));
    assign(Workers.back(), std::move(A));
    return true;
  }
  if (Workers.empty()) {
    giveUp(A, {UnitStatus::Crashed,
               std::string("cannot start a worker: ") + strerror(Code)});
    return true;
  }
  putBack(std::move(A));
  Wanted = Workers.size();
  return false;
}

void Pool::assign(WorkerHandle &Worker, TaskAttempt A) {
  std::optional<Clock::time_point> Deadline;
  if (unsigned Seconds = W.Settings.TimeoutSeconds)
    Deadline = Clock::now() + std::chrono::seconds(Seconds);
  tell([&](RunObserver &O) {
    if (const SharedPrefix *Prefix = prefix(A))
      O.prepares(*Prefix, Worker.process());
    else
      O.begins(item(A), Worker.process());
  });
  Worker.assign(std::move(A), Deadline);
}

/// An idle worker waits where another makes a prefix.
void Pool::giveWork(WorkerHandle &Worker) {
  if (std::optional<size_t> Task = nextTask())
    assign(Worker, {*Task, std::nullopt});
  else if (none_of(Workers, [&](WorkerHandle &Each) {
             return Each.attempt() && prefix(*Each.attempt());
           }))
    Worker.dismiss();
}

void Pool::finish(const TaskAttempt &A, int Process, const UnitAside &Aside,
                  UnitResult Result) {
  if (const SharedPrefix *Prefix = prefix(A)) {
    Tasks.done(A.Task);
    return tell([&](RunObserver &O) { O.prepared(*Prefix, Process, Aside); });
  }
  Take(std::move(Result));
  tell([&](RunObserver &O) { O.ends(item(A), Process, Aside); });
}

void Pool::takeResult(WorkerHandle &Worker, StringRef AsideBytes,
                      StringRef ResultBytes) {
  TaskAttempt A = *Worker.attempt();
  Expected<UnitAside> Aside = decodeAside(AsideBytes);
  Expected<UnitResult> Result = decodeUnit(ResultBytes);
  Error Damaged = joinErrors(Aside.takeError(), Result.takeError());
  Worker.setIdle();
  if (!Damaged)
    finish(A, Worker.process(), *Aside, std::move(*Result));
  else
    fail(A, Worker.process(),
         {UnitStatus::Crashed,
          "the result cannot be read: " + toString(std::move(Damaged))});
}

void Pool::bury(WorkerHandle &Worker, bool Kill) {
  std::optional<TaskAttempt> A = Worker.attempt();
  int Process = Worker.process();
  WorkerEnd End = Worker.end(Kill);
  if (!A)
    return;
  if (Kill)
    fail(*A, Process,
         {UnitStatus::Timeout,
          "no result after " + std::to_string(W.Settings.TimeoutSeconds) +
              (W.Settings.TimeoutSeconds == 1 ? " second" : " seconds")});
  else
    fail(*A, Process, {UnitStatus::Crashed, describe(End, W.Settings)});
}

void Pool::serve(WorkerHandle &Worker) {
  Worker.readErrors();
  auto Reply = Worker.readResults();
  if (Reply && Worker.attempt())
    takeResult(Worker, Reply->first, Reply->second);
}

/// Milliseconds until the first deadline or the next tick, for poll().
int Pool::timeout() const {
  std::optional<Clock::time_point> First;
  if (!W.Options.Observers.empty())
    First = Clock::now() + TickLength;
  for (const WorkerHandle &Worker : Workers)
    if (Worker.deadline() && (!First || *Worker.deadline() < *First))
      First = Worker.deadline();
  if (!First)
    return -1;
  auto Left =
      std::chrono::ceil<std::chrono::milliseconds>(*First - Clock::now());
  return std::max<int>(0, Left.count());
}

/// Ends this process as the signal would, and leaves nothing behind.
void Pool::breakOff(int Signal) {
  for (WorkerHandle &Worker : Workers)
    Worker.end(/*Kill=*/true);
  tell([](RunObserver &O) { O.breaksOff(); });
  sys::RunInterruptHandlers(); // temporary files
  _exit(128 + Signal);
}

void Pool::wait() {
  std::vector<pollfd> Pipes{{Signals.pipe(), POLLIN, 0}};
  for (const WorkerHandle &Worker : Workers) {
    Pipes.push_back({Worker.resultsPipe(), POLLIN, 0});
    Pipes.push_back({Worker.errorsPipe(), POLLIN, 0});
  }
  poll(Pipes.data(), Pipes.size(), timeout());
  if (std::optional<int> Signal = Signals.take())
    breakOff(*Signal);
  tell([](RunObserver &O) { O.ticks(); });
}

void Pool::run() {
  tell([](RunObserver &O) { O.beginsAll(); });
  workOff();
  tell([](RunObserver &O) { O.endsAll(); });
}

void Pool::workOff() {
  while (true) {
    while (Workers.size() < Wanted && startWorker())
      ;
    if (Workers.empty())
      return;
    wait();
    for (WorkerHandle &Worker : Workers)
      serve(Worker);
    for (WorkerHandle &Worker : Workers)
      if (!Worker.attempt() && !Worker.atEnd())
        giveWork(Worker);
    llvm::erase_if(Workers, [&](WorkerHandle &Worker) {
      bool Late = Worker.deadline() && *Worker.deadline() <= Clock::now();
      if (!Worker.atEnd() && !Late)
        return false;
      bury(Worker, /*Kill=*/!Worker.atEnd());
      return true;
    });
  }
}

void runWorkers(const Work &W, function_ref<void(UnitResult)> Take) {
  Pool(W, Take).run();
}

static void runInProcess(const Work &W, function_ref<void(UnitResult)> Take) {
  for (RunObserver *Observer : W.Options.Observers)
    Observer->beginsAll();
  for (const SharedPrefix &Each : W.Units.Prefixes)
    // Whether it is there is seen by those that would use it.
    consumeError(makePrefix(Each, W.Options.PrefixPath, W.Files));
  Experience Before;
  for (const WorkItem &Item : W.Units.Items)
    Take(analyzeUnit(Item, W.Settings, W.Files, W.Options, Before));
  for (RunObserver *Observer : W.Options.Observers)
    Observer->endsAll();
}

void runPlan(const Plan &P, const Config &C, const FileClassifier &Files,
             const EngineOptions &Options,
             function_ref<void(UnitResult)> Take) {
  std::optional<Plan> Prefixed;
  if (!Options.PrefixPath.empty() && !Options.Exact)
    planPrefixes(Prefixed.emplace(P), Files);
  Work W{Prefixed ? *Prefixed : P, C, Files, Options};
  Options.InProcess ? runInProcess(W, Take) : runWorkers(W, Take);
}

std::vector<UnitResult> runPlan(const Plan &P, const Config &C,
                                const FileClassifier &Files,
                                const EngineOptions &Options) {
  std::vector<UnitResult> Results;
  runPlan(P, C, Files, Options,
          [&](UnitResult U) { Results.push_back(std::move(U)); });
  return Results;
}

} // namespace warrant
