//===- ProgressTest.cpp - Tests of the line on a terminal -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/scan/Progress.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace warrant;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

namespace {

WorkItem item(std::string Display) {
  WorkItem Result;
  Result.Display = std::move(Display);
  return Result;
}

struct ProgressLine : testing::Test {
  std::string Written;
  llvm::raw_string_ostream OS{Written};
  Progress Line{20, OS};
  Progress::Clock::time_point Start = Progress::Clock::now();
  WorkItem Slow = item("src/net/slow.cpp"), Quick = item("quick.cpp");

  void finish(unsigned Count) {
    for (; Count; --Count)
      Line.ends(Quick, 1, UnitAside());
  }
};

TEST_F(ProgressLine, CountsAndForetells) {
  finish(5);
  EXPECT_EQ(Line.line(Start + 9900ms, 80),
            "5 of 20 units, 0.5 a second, 30 s left");
}

TEST_F(ProgressLine, ForetellsNothingWhileNothingIsDone) {
  EXPECT_EQ(Line.line(Start + 10s, 80), "0 of 20 units");
}

TEST_F(ProgressLine, GoesByTheLastSeconds) {
  finish(10); // from a cache
  Line.line(Start + 1s, 80);
  finish(1);
  Line.line(Start + 20s, 80);
  finish(5);
  EXPECT_THAT(Line.line(Start + 30s, 80), HasSubstr("0.5 a second, 8 s left"));
}

TEST_F(ProgressLine, NamesWhatIsSlow) {
  Line.begins(Slow, 1);
  EXPECT_THAT(Line.line(Start + 4s, 80), Not(HasSubstr("slow.cpp")));
  EXPECT_EQ(Line.line(Start + 75s + 500ms, 80),
            "0 of 20 units; src/net/slow.cpp takes 1 min 15 s");
  EXPECT_EQ(Line.line(Start + 75s + 500ms, 49),
            "0 of 20 units; src/net/slow.cpp takes 1 min 15 s");
  EXPECT_EQ(Line.line(Start + 75s + 500ms, 48),
            "0 of 20 units; slow.cpp takes 1 min 15 s");
  EXPECT_EQ(Line.line(Start + 75s + 500ms, 40), "0 of 20 units");
  EXPECT_EQ(Line.line(Start + 75s + 500ms, 8), "0 of 20");
  Line.ends(Slow, 1, UnitAside());
  EXPECT_THAT(Line.line(Start + 76s, 80), Not(HasSubstr("slow.cpp")));
}

TEST_F(ProgressLine, NamesTheOneThatBeganFirst) {
  Line.begins(Slow, 7);
  Line.begins(Quick, 1);
  EXPECT_THAT(Line.line(Start + 9s, 80), HasSubstr("slow.cpp takes"));
}

TEST_F(ProgressLine, SendsNoControlCharacters) {
  WorkItem Evil = item("a\x1b[2J.cpp");
  Line.begins(Evil, 1);
  EXPECT_EQ(Line.line(Start + 9s, 80), "0 of 20 units");
}

TEST_F(ProgressLine, CountsAUnitOnceWhenItIsTriedAgain) {
  Line.begins(Slow, 1);
  Line.fails(Slow, 1, "crash", /*IsFirst=*/true);
  EXPECT_EQ(Line.line(Start + 1s, 80), "0 of 20 units");
  Line.begins(Slow, 2);
  Line.fails(Slow, 2, "crash", /*IsFirst=*/false);
  EXPECT_THAT(Line.line(Start + 2s, 80), HasSubstr("1 of 20 units"));
}

TEST_F(ProgressLine, IsNotThereForAShortRun) {
  finish(20);
  Line.ticks();
  Line.breaksOff();
  EXPECT_EQ(Written, "");
}

} // namespace
