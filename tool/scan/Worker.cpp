//===- Worker.cpp - The process that analyses units -----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Worker.h"
#include "Prefix.h"
#include "tool/report/UnitCodec.h"
#include "llvm/Support/Compiler.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/PrettyStackTrace.h"
#include <cstdio>
#include <fcntl.h>
#include <new>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace warrant {

static void outOfMemory() { _exit(OutOfMemoryStatus); }

/// An allocation beyond the limit fails, and ends the worker with a status
/// of its own.
static void limitMemory(unsigned Megabytes) {
  std::set_new_handler(outOfMemory);
  install_bad_alloc_error_handler(
      [](void *, const char *, bool) { outOfMemory(); });
  if (!Megabytes)
    return;
#if !LLVM_ADDRESS_SANITIZER_BUILD && !LLVM_THREAD_SANITIZER_BUILD
  // Sanitizers map terabytes for themselves.
  rlim_t Bytes = static_cast<rlim_t>(Megabytes) << 20;
  rlimit Limit{Bytes, Bytes};
  if (setrlimit(RLIMIT_AS, &Limit))
    perror("setrlimit");
#endif
}

static void limitCoreDumps() {
  rlimit None{0, 0};
  if (setrlimit(RLIMIT_CORE, &None))
    perror("setrlimit");
}

static uint64_t peakKilobytes() {
  rusage Usage;
  return getrusage(RUSAGE_SELF, &Usage) ? 0 : Usage.ru_maxrss;
}

static UnitResult perform(const Work &W, size_t Task,
                          const EngineOptions &Options, Experience &Before) {
  size_t Units = W.Units.Items.size();
  if (Task < Units)
    return W.Analyze(W.Units.Items[Task], W.Settings, W.Files, Options, Before);
  // Whether it is there is seen by those that would use it.
  consumeError(
      makePrefix(W.Units.Prefixes[Task - Units], Options.PrefixPath, W.Files));
  return {};
}

/// What the parent gets: the aside, then the result.
static std::string reply(const Work &W, size_t Task, bool Again,
                         Experience &Before) {
  UnitAside Aside;
  EngineOptions Options = W.Options;
  Options.Exact |= Again;
  Options.Aside = &Aside;
  UnitResult Result = perform(W, Task, Options, Before);
  Aside.enter(Phase::Encode);
  std::string Bytes = encodeUnit(Result);
  Aside.leave();
  Aside.PeakKilobytes = peakKilobytes();
  return encodeAside(Aside) + Bytes;
}

void workerMain(const Work &W, int Commands, int Results) {
  limitMemory(W.Settings.MemoryMegabytes);
  limitCoreDumps();
  // A crash then tells what was being parsed.
  EnablePrettyStackTrace();
  raw_fd_ostream Out(Results, /*shouldClose=*/false);
  FILE *In = fdopen(Commands, "r");
  if (!In) {
    perror("fdopen");
    _exit(1);
  }
  size_t Number;
  unsigned Again;
  Experience Before;
  while (fscanf(In, "%zu %u", &Number, &Again) == 2) {
    Out << reply(W, Number, Again, Before);
    Out.flush();
  }
  _exit(0);
}

namespace {

struct Pipe {
  int Read = -1, Write = -1;
  int open() {
    int Ends[2];
    if (pipe2(Ends, O_CLOEXEC))
      return errno;
    Read = Ends[0];
    Write = Ends[1];
    return 0;
  }
  void close() {
    for (int End : {Read, Write})
      if (End >= 0)
        ::close(End);
  }
};

} // namespace

/// The child's standard streams: nothing to read, and all output to \p Errors.
static void redirectStreams(int Errors) {
  int Null = open("/dev/null", O_RDONLY);
  if (Null < 0 || dup2(Null, STDIN_FILENO) < 0 ||
      dup2(Errors, STDOUT_FILENO) < 0 || dup2(Errors, STDERR_FILENO) < 0)
    _exit(1);
}

int WorkerHandle::start(const Work &W, ArrayRef<WorkerHandle> Others,
                        const sigset_t &ChildMask) {
  *this = WorkerHandle();
  Pipe In, Out, Said;
  pid_t Parent = getpid();
  int Code = 0;
  if ((Code = In.open()) || (Code = Out.open()) || (Code = Said.open()) ||
      (Process = fork()) < 0) {
    Code = Code ? Code : errno;
    In.close(), Out.close(), Said.close();
    return Code;
  }
  if (Process) {
    Commands = In.Write;
    Results = Out.Read;
    Errors = Said.Read;
    close(In.Read), close(Out.Write), close(Said.Write);
    fcntl(Results, F_SETFL, O_NONBLOCK);
    fcntl(Errors, F_SETFL, O_NONBLOCK);
    return 0;
  }
  // The child dies with its parent, whatever ends that, and leaves it to the
  // parent to react to a Ctrl-C that both get.
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) || getppid() != Parent)
    _exit(1);
  signal(SIGINT, SIG_IGN);
  sigprocmask(SIG_SETMASK, &ChildMask, nullptr);
  redirectStreams(Said.Write);
  close(In.Write), close(Out.Read), close(Said.Read), close(Said.Write);
  for (WorkerHandle Other : Others)
    Other.closePipes();
  workerMain(W, In.Read, Out.Write);
}

void WorkerHandle::assign(TaskAttempt A,
                          std::optional<Clock::time_point> Until) {
  std::string Text = std::to_string(A.Task) + (A.Before ? " 1\n" : " 0\n");
  Current = std::move(A);
  Deadline = Until;
  // Far below a pipe's size: all of it or, when the worker is dead, nothing.
  if (write(Commands, Text.data(), Text.size()) < 0)
    AtEnd = true;
}

void WorkerHandle::dismiss() {
  if (Commands >= 0)
    close(Commands);
  Commands = -1;
}

void WorkerHandle::closePipes() {
  for (int *End : {&Commands, &Results, &Errors}) {
    if (*End >= 0)
      close(*End);
    *End = -1;
  }
}

WorkerEnd WorkerHandle::end(bool Kill) {
  WorkerEnd Result;
  if (Kill)
    kill(Process, SIGKILL);
  while (waitpid(Process, &Result.WaitStatus, 0) < 0 && errno == EINTR)
    ;
  readErrors();
  Result.LastWords = std::move(LastWords);
  closePipes();
  Process = -1;
  return Result;
}

/// Appends all that can be read without waiting; false at the end.
static bool readAvailable(int Pipe, std::string &Text) {
  char Buffer[65536];
  while (true) {
    ssize_t Count = read(Pipe, Buffer, sizeof(Buffer));
    if (Count > 0)
      // SAFETY: read() wrote Count bytes, at most sizeof(Buffer), to Buffer,
      // which is alive; Count is positive here, so its conversion cannot
      // overflow.
      Text.append(Buffer, Count);
    else if (Count == 0)
      return false;
    else if (errno != EINTR)
      return errno == EAGAIN;
  }
}

/// The first message of \p Bytes when all of it is there.
static std::optional<StringRef> firstMessage(StringRef Bytes) {
  std::optional<size_t> Size = encodedSize(Bytes);
  if (Bytes.empty() || !Size || *Size > Bytes.size())
    return std::nullopt;
  return Bytes.take_front(*Size);
}

std::optional<std::pair<std::string, std::string>> WorkerHandle::readResults() {
  if (!readAvailable(Results, Bytes))
    AtEnd = true;
  StringRef Rest = Bytes;
  std::optional<StringRef> Aside = firstMessage(Rest);
  if (!Aside)
    return std::nullopt;
  Rest = Rest.drop_front(Aside->size());
  std::optional<StringRef> Result = firstMessage(Rest);
  if (!Result)
    return std::nullopt;
  std::pair<std::string, std::string> Found{Aside->str(), Result->str()};
  Bytes = Rest.drop_front(Result->size()).str();
  return Found;
}

void WorkerHandle::readErrors() {
  constexpr size_t Kept = 8192;
  if (Errors < 0)
    return;
  if (!readAvailable(Errors, LastWords)) {
    close(Errors); // or poll() would tell of its end again and again
    Errors = -1;
  }
  if (LastWords.size() > Kept)
    LastWords.erase(0, LastWords.size() - Kept);
}

} // namespace warrant
