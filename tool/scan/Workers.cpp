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
      : W(W), Take(Take), Wanted(std::max(1U, W.Options.Jobs)) {}
  void run();

private:
  using Clock = WorkerHandle::Clock;

  const WorkItem &item(const Attempt &A) const { return W.Units.Items[A.Item]; }
  template <typename Event> void tell(Event Each) {
    for (RunObserver *Observer : W.Options.Observers)
      Each(*Observer);
  }

  std::optional<size_t> nextItem();
  /// Starts a worker for what is to be done; false when nothing is, or when
  /// those that run have to do it.
  bool startWorker();
  void putBack(Attempt A);
  void assign(WorkerHandle &Worker, Attempt A);
  void giveWork(WorkerHandle &Worker);
  void wait();
  int timeout() const;
  void serve(WorkerHandle &Worker);
  void takeResult(WorkerHandle &Worker, StringRef Aside, StringRef Result);
  void bury(WorkerHandle &Worker, bool Kill);
  void fail(Attempt A, int Process, UnitFailure Failure);
  void giveUp(const Attempt &A, UnitFailure Failure);
  [[noreturn]] void breakOff(int Signal);

  const Work &W;
  SignalScope Signals;
  function_ref<void(UnitResult)> Take;
  std::vector<WorkerHandle> Workers;
  size_t Wanted;
  size_t Next = 0;
  std::vector<Attempt> Again; ///< each for a worker of its own
};

} // namespace

RunObserver::~RunObserver() = default;

std::optional<size_t> Pool::nextItem() {
  while (Next < W.Units.Items.size()) {
    size_t Number = Next++;
    const WorkItem &Item = W.Units.Items[Number];
    if (Item.SkipReason.empty())
      return Number;
    Experience None; // a skipped unit teaches nothing
    Take(analyzeUnit(Item, W.Settings, W.Files, W.Options, None));
    tell([&](RunObserver &O) { O.ends(Item, /*Worker=*/0, UnitAside()); });
  }
  return std::nullopt;
}

/// Reports the unit of \p A, whose last attempt had \p Failure.
void Pool::giveUp(const Attempt &A, UnitFailure Failure) {
  UnitResult Out;
  Out.File = item(A).Display;
  Out.Configuration = item(A).Configuration;
  Out.State = Failure.State;
  if (A.Before)
    Out.Messages = {A.Before->Reason,
                    (W.Options.Exact ? "in a worker of its own: "
                                     : "without short cuts: ") +
                        Failure.Reason};
  else
    Out.Messages = {std::move(Failure.Reason)};
  Take(std::move(Out));
}

void Pool::fail(Attempt A, int Process, UnitFailure Failure) {
  tell([&](RunObserver &O) {
    O.fails(item(A), Process, Failure.Reason, /*IsFirst=*/!A.Before);
  });
  if (A.Before)
    return giveUp(A, std::move(Failure));
  Again.push_back({A.Item, std::move(Failure)});
}

void Pool::putBack(Attempt A) {
  if (A.Before)
    Again.push_back(std::move(A));
  else
    Next = A.Item; // the last one that was taken
}

bool Pool::startWorker() {
  Attempt A;
  if (!Again.empty())
    A = Again.back(), Again.pop_back();
  else if (std::optional<size_t> Item = nextItem())
    A.Item = *Item;
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

void Pool::assign(WorkerHandle &Worker, Attempt A) {
  std::optional<Clock::time_point> Deadline;
  if (unsigned Seconds = W.Settings.TimeoutSeconds)
    Deadline = Clock::now() + std::chrono::seconds(Seconds);
  tell([&](RunObserver &O) { O.begins(item(A), Worker.process()); });
  Worker.assign(std::move(A), Deadline);
}

void Pool::giveWork(WorkerHandle &Worker) {
  Worker.setIdle();
  std::optional<size_t> Item = nextItem();
  if (!Item) {
    Worker.dismiss();
    return;
  }
  assign(Worker, {*Item, std::nullopt});
}

void Pool::takeResult(WorkerHandle &Worker, StringRef AsideBytes,
                      StringRef ResultBytes) {
  Attempt A = *Worker.attempt();
  Expected<UnitAside> Aside = decodeAside(AsideBytes);
  Expected<UnitResult> Result = decodeUnit(ResultBytes);
  Error Damaged = joinErrors(Aside.takeError(), Result.takeError());
  if (!Damaged) {
    Take(std::move(*Result));
    tell([&](RunObserver &O) { O.ends(item(A), Worker.process(), *Aside); });
  } else {
    fail(A, Worker.process(),
         {UnitStatus::Crashed,
          "the result cannot be read: " + toString(std::move(Damaged))});
  }
  giveWork(Worker);
}

void Pool::bury(WorkerHandle &Worker, bool Kill) {
  std::optional<Attempt> A = Worker.attempt();
  int Process = Worker.process();
  WorkerEnd End = Worker.end(Kill);
  if (!A)
    return;
  if (Kill)
    fail(*A, Process,
         {UnitStatus::Timeout, "no result after " +
                                   std::to_string(W.Settings.TimeoutSeconds) +
                                   " seconds"});
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
  while (true) {
    while (Workers.size() < Wanted && startWorker())
      ;
    if (Workers.empty())
      return;
    wait();
    for (WorkerHandle &Worker : Workers)
      serve(Worker);
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

void runPlan(const Plan &P, const Config &C, const FileClassifier &Files,
             const EngineOptions &Options,
             function_ref<void(UnitResult)> Take) {
  if (!Options.InProcess)
    return runWorkers({P, C, Files, Options}, Take);
  Experience Before;
  for (const WorkItem &Item : P.Items)
    Take(analyzeUnit(Item, C, Files, Options, Before));
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
