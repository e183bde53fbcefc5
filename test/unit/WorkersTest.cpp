//===- WorkersTest.cpp - Tests of what workers survive --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Analyses that fail in all ways, with short cuts only or always.
//
//===----------------------------------------------------------------------===//

#include "tool/scan/Worker.h"
#include "llvm/Support/Compiler.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace warrant;
using testing::ElementsAre;
using testing::StartsWith;

namespace {

void exhaustMemory() {
  std::vector<std::vector<char>> All;
  while (true)
    All.emplace_back(64U << 20, 'x');
}

/// The file's name says what happens: `always-crash`, `fast-hang`, `fine`; one
/// that is `mixed` hangs without short cuts. A good result has the process's
/// number for a message.
UnitResult misbehave(const WorkItem &Item, const Config &,
                     const FileClassifier &, const EngineOptions &Options,
                     Experience &) {
  auto [When, How] = llvm::StringRef(Item.Display).split('-');
  if (When == "mixed" && Options.Exact)
    How = "hang";
  if (When == "always" || When == "mixed" ||
      (When == "fast" && !Options.Exact)) {
    if (How == "crash")
      abort();
    if (How == "exit")
      _exit(5);
    if (How == "memory")
      exhaustMemory();
    while (How == "hang")
      pause();
  }
  UnitResult Out;
  Out.File = Item.Display;
  Out.Messages = {std::to_string(getpid())};
  return Out;
}

/// Counts what it hears of.
struct Listener : RunObserver {
  void begins(const WorkItem &, int) override { ++Begun; }
  void ends(const WorkItem &Item, int, const UnitAside &Aside) override {
    ++Ended;
    EXPECT_EQ(Aside.Phases.size(), 1U) << Item.Display;
  }
  void fails(const WorkItem &Item, int, llvm::StringRef Reason,
             bool IsFirst) override {
    if (IsFirst)
      FailedFirst.push_back(Item.Display + ": " + Reason.str());
  }
  unsigned Begun = 0, Ended = 0;
  std::vector<std::string> FailedFirst;
};

std::map<std::string, UnitResult> run(const std::vector<std::string> &Names,
                                      EngineOptions Options = {}) {
  Plan P;
  for (const std::string &Name : Names)
    P.Items.emplace_back().Display = Name;
  Config C;
  C.Root = "/";
  C.TimeoutSeconds = 1;
  C.MemoryMegabytes = 500;
  FileClassifier Files = llvm::cantFail(FileClassifier::create(C, {}));
  std::map<std::string, UnitResult> Results;
  auto Take = [&](UnitResult U) {
    EXPECT_TRUE(Results.try_emplace(U.File, U).second) << U.File;
  };
  runWorkers({P, C, Files, Options, misbehave}, Take);
  return Results;
}

TEST(Workers, TryAgainWithoutShortCuts) {
  Listener Heard;
  auto Results = run({"fast-crash", "fast-exit", "fast-hang", "fine"},
                     {.Jobs = 2, .Observers = {&Heard}});
  ASSERT_EQ(Results.size(), 4U);
  for (const auto &[File, U] : Results)
    EXPECT_EQ(U.State, UnitStatus::Ok) << File;
  EXPECT_EQ(Heard.Begun, 7U);
  EXPECT_EQ(Heard.Ended, 4U);
  EXPECT_THAT(Heard.FailedFirst, testing::UnorderedElementsAre(
                                     StartsWith("fast-crash: signal 6"),
                                     "fast-exit: exit status 5",
                                     "fast-hang: no result after 1 second"));
}

TEST(Workers, TellBothReasons) {
  auto Results = run({"always-exit", "always-hang", "mixed-exit", "fine"});
  ASSERT_EQ(Results.size(), 4U);
  EXPECT_EQ(Results["always-exit"].State, UnitStatus::Crashed);
  EXPECT_THAT(Results["always-exit"].Messages,
              ElementsAre("exit status 5; without short cuts: the same"));
  EXPECT_EQ(Results["always-hang"].State, UnitStatus::Timeout);
  EXPECT_THAT(
      Results["always-hang"].Messages,
      ElementsAre("no result after 1 second; without short cuts: the same"));
  EXPECT_EQ(Results["mixed-exit"].State, UnitStatus::Timeout);
  EXPECT_THAT(Results["mixed-exit"].Messages,
              ElementsAre("exit status 5; without short cuts: no result after "
                          "1 second"));
  EXPECT_EQ(Results["fine"].State, UnitStatus::Ok);
}

TEST(Workers, SayThatThereWereNoShortCuts) {
  auto Results = run({"always-exit", "fast-exit"}, {.Exact = true});
  EXPECT_THAT(Results["always-exit"].Messages,
              ElementsAre("exit status 5; in a worker of its own: the same"));
  EXPECT_EQ(Results["fast-exit"].State, UnitStatus::Ok);
}

#if !LLVM_ADDRESS_SANITIZER_BUILD && !LLVM_THREAD_SANITIZER_BUILD
// Sanitizers map terabytes for themselves.
TEST(Workers, LimitMemory) {
  auto Results = run({"always-memory", "fast-memory"});
  EXPECT_THAT(
      Results["always-memory"].Messages,
      ElementsAre(
          "memory limit of 500 MB reached; without short cuts: the same"));
  EXPECT_EQ(Results["fast-memory"].State, UnitStatus::Ok);
}
#endif

TEST(Workers, GoOnAfterASecondAttempt) {
  auto Results = run({"fast-exit", "fine1", "fine2", "fine3"});
  EXPECT_EQ(Results["fast-exit"].Messages, Results["fine3"].Messages)
      << "the worker of the second attempt did the rest";
}

/// Lets this process open no more than \p Count files beyond those it has.
class FewFiles {
public:
  explicit FewFiles(rlim_t Count) {
    getrlimit(RLIMIT_NOFILE, &Before);
    int Free = open("/dev/null", O_RDONLY);
    close(Free);
    rlimit Few = {Free + Count, Before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &Few);
  }
  FewFiles(const FewFiles &) = delete;
  FewFiles &operator=(const FewFiles &) = delete;
  ~FewFiles() { setrlimit(RLIMIT_NOFILE, &Before); }

private:
  rlimit Before;
};

TEST(Workers, AreFewerWhereTheSystemHasNoMore) {
  FewFiles Limit(9); // a signalfd, three of a worker, and six to make one
  auto Results =
      run({"fine1", "fast-exit", "fine2", "fine3", "fine4"}, {.Jobs = 4});
  ASSERT_EQ(Results.size(), 5U);
  for (const auto &[File, U] : Results)
    EXPECT_EQ(U.State, UnitStatus::Ok) << File << ": " << U.Messages.front();
}

TEST(Workers, SayThatNoneCouldBeStarted) {
  FewFiles Limit(4);
  auto Results = run({"fine1", "fine2"}, {.Jobs = 4});
  ASSERT_EQ(Results.size(), 2U);
  for (const auto &[File, U] : Results) {
    EXPECT_EQ(U.State, UnitStatus::Crashed) << File;
    EXPECT_THAT(U.Messages,
                ElementsAre("cannot start a worker: Too many open files"));
  }
}

} // namespace
