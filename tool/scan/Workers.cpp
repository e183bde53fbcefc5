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

#include "UnitMessages.h"
#include "Worker.h"
#include "tool/report/UnitCodec.h"
#include "llvm/ADT/StringExtras.h"
#include <cstring>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace warrant {
namespace {

/// Turns SIGINT, SIGTERM and SIGHUP into something that poll() waits for, and
/// a write to a dead worker into an error, while it lives.
class SignalScope {
public:
  SignalScope() {
    sigset_t Watched;
    sigemptyset(&Watched);
    for (int Signal : {SIGINT, SIGTERM, SIGHUP})
      sigaddset(&Watched, Signal);
    sigprocmask(SIG_BLOCK, &Watched, &Before);
    Pipe = signalfd(-1, &Watched, SFD_CLOEXEC | SFD_NONBLOCK);
    struct sigaction Ignore = {};
    Ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &Ignore, &BrokenPipe);
  }
  SignalScope(const SignalScope &) = delete;
  SignalScope &operator=(const SignalScope &) = delete;
  ~SignalScope() {
    sigaction(SIGPIPE, &BrokenPipe, nullptr);
    if (Pipe >= 0)
      close(Pipe);
    sigprocmask(SIG_SETMASK, &Before, nullptr);
  }

  int pipe() const { return Pipe; }
  const sigset_t &before() const { return Before; }
  /// The signal that has come, if any.
  std::optional<int> take() {
    signalfd_siginfo Info;
    if (read(Pipe, &Info, sizeof(Info)) != sizeof(Info))
      return std::nullopt;
    return static_cast<int>(Info.ssi_signo);
  }

private:
  sigset_t Before;
  struct sigaction BrokenPipe;
  int Pipe = -1;
};

class Pool {
public:
  Pool(const Work &W, function_ref<void(UnitResult)> Take) : W(W), Take(Take) {}
  void run();

private:
  using Clock = WorkerHandle::Clock;

  std::optional<size_t> nextItem();
  /// Starts a worker for the next item; false when none is left.
  bool startWorker();
  void assign(WorkerHandle &Worker, size_t Item);
  void giveWork(WorkerHandle &Worker);
  void wait();
  int timeout() const;
  void serve(WorkerHandle &Worker);
  void takeResult(WorkerHandle &Worker, StringRef Bytes);
  void bury(WorkerHandle &Worker, bool Kill);
  void fail(size_t Item, UnitStatus State, std::string Message);
  std::string describe(const WorkerEnd &End) const;
  std::string lastWords(StringRef Text) const;

  const Work &W;
  SignalScope Signals;
  function_ref<void(UnitResult)> Take;
  std::vector<WorkerHandle> Workers;
  size_t Next = 0;
};

} // namespace

std::optional<size_t> Pool::nextItem() {
  while (Next < W.Units.Items.size()) {
    size_t Item = Next++;
    if (W.Units.Items[Item].SkipReason.empty())
      return Item;
    Experience None; // a skipped unit teaches nothing
    Take(
        analyzeUnit(W.Units.Items[Item], W.Settings, W.Files, W.Options, None));
  }
  return std::nullopt;
}

void Pool::fail(size_t Item, UnitStatus State, std::string Message) {
  UnitResult Out;
  Out.File = W.Units.Items[Item].Display;
  Out.Configuration = W.Units.Items[Item].Configuration;
  Out.State = State;
  Out.Messages.push_back(std::move(Message));
  Take(std::move(Out));
}

bool Pool::startWorker() {
  std::optional<size_t> Item = nextItem();
  if (!Item)
    return false;
  WorkerHandle Worker;
  if (int Code = Worker.start(W, Workers, Signals.before())) {
    fail(*Item, UnitStatus::Crashed,
         std::string("cannot start a worker: ") + strerror(Code));
    return true;
  }
  Workers.push_back(std::move(Worker));
  assign(Workers.back(), *Item);
  return true;
}

void Pool::assign(WorkerHandle &Worker, size_t Item) {
  std::optional<Clock::time_point> Deadline;
  if (unsigned Seconds = W.Settings.TimeoutSeconds)
    Deadline = Clock::now() + std::chrono::seconds(Seconds);
  Worker.assign(Item, Deadline);
}

void Pool::giveWork(WorkerHandle &Worker) {
  Worker.setIdle();
  std::optional<size_t> Item = nextItem();
  if (!Item) {
    Worker.dismiss();
    return;
  }
  assign(Worker, *Item);
}

void Pool::takeResult(WorkerHandle &Worker, StringRef Bytes) {
  size_t Item = *Worker.item();
  Expected<UnitResult> Result = decodeUnit(Bytes);
  if (Result)
    Take(std::move(*Result));
  else
    fail(Item, UnitStatus::Crashed,
         "the result cannot be read: " + toString(Result.takeError()));
  giveWork(Worker);
}

/// The line of \p Text that tells most: LLVM's reason, and the place in the
/// source that was being parsed. Paths are relative to the root.
std::string Pool::lastWords(StringRef Text) const {
  std::string Reason, Place, Last;
  for (StringRef Line : split(Text, '\n')) {
    auto [Number, Entry] = Line.split(".\t");
    unsigned Depth;
    if (!Number.getAsInteger(10, Depth))
      Place = Entry.rtrim().str();
    else if (Reason.empty() && Line.starts_with("LLVM ERROR: "))
      Reason = Line.rtrim().str();
    else if (!Line.trim().empty() && !Line.starts_with("Stack dump"))
      Last = Line.trim().str();
  }
  if (Reason.empty())
    Reason = Last.starts_with("PLEASE submit") ? std::string() : Last;
  if (!Place.empty() && !Reason.empty())
    Reason += "; ";
  Reason += Place;
  return withoutRoot(std::move(Reason), W.Settings.Root);
}

std::string Pool::describe(const WorkerEnd &End) const {
  if (WIFEXITED(End.WaitStatus) &&
      WEXITSTATUS(End.WaitStatus) == OutOfMemoryStatus)
    return "memory limit of " + std::to_string(W.Settings.MemoryMegabytes) +
           " MB reached";
  std::string How =
      WIFSIGNALED(End.WaitStatus)
          ? std::string("signal ") + std::to_string(WTERMSIG(End.WaitStatus)) +
                " (" + strsignal(WTERMSIG(End.WaitStatus)) + ")"
          : "exit status " + std::to_string(WEXITSTATUS(End.WaitStatus));
  std::string Words = lastWords(End.LastWords);
  return Words.empty() ? How : How + ": " + Words;
}

void Pool::bury(WorkerHandle &Worker, bool Kill) {
  std::optional<size_t> Item = Worker.item();
  WorkerEnd End = Worker.end(Kill);
  if (!Item)
    return;
  if (Kill)
    fail(*Item, UnitStatus::Timeout,
         "no result after " + std::to_string(W.Settings.TimeoutSeconds) +
             " seconds");
  else
    fail(*Item, UnitStatus::Crashed, describe(End));
}

void Pool::serve(WorkerHandle &Worker) {
  Worker.readErrors();
  std::optional<std::string> Bytes = Worker.readResults();
  if (Bytes && Worker.item())
    takeResult(Worker, *Bytes);
}

/// Milliseconds until the first deadline, for poll().
int Pool::timeout() const {
  std::optional<Clock::time_point> First;
  for (const WorkerHandle &Worker : Workers)
    if (Worker.deadline() && (!First || *Worker.deadline() < *First))
      First = Worker.deadline();
  if (!First)
    return -1;
  auto Left =
      std::chrono::ceil<std::chrono::milliseconds>(*First - Clock::now());
  return std::max<int>(0, Left.count());
}

void Pool::wait() {
  std::vector<pollfd> Pipes{{Signals.pipe(), POLLIN, 0}};
  for (const WorkerHandle &Worker : Workers) {
    Pipes.push_back({Worker.resultsPipe(), POLLIN, 0});
    Pipes.push_back({Worker.errorsPipe(), POLLIN, 0});
  }
  poll(Pipes.data(), Pipes.size(), timeout());
  std::optional<int> Signal = Signals.take();
  if (!Signal)
    return;
  for (WorkerHandle &Worker : Workers)
    Worker.end(/*Kill=*/true);
  _exit(128 + *Signal);
}

void Pool::run() {
  size_t Wanted = std::max(1U, W.Options.Jobs);
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

void runPlan(const Plan &P, const Config &C, const FileClassifier &Files,
             const EngineOptions &Options,
             function_ref<void(UnitResult)> Take) {
  if (!Options.InProcess)
    return Pool({P, C, Files, Options}, Take).run();
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
