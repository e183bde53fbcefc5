//===- ReportJudgeTest.cpp - Tests of the verdict -------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportSample.h"
#include "gtest/gtest.h"

using namespace warrant;
using namespace warrant::test;

namespace {

Report analysed() {
  Report R;
  R.Units = {{"a.cpp", "build", UnitStatus::Ok, {}}};
  return R;
}

TEST(ReportJudge, FailOnWords) {
  for (FailOn F : {FailOn::Undocumented, FailOn::Partial, FailOn::Defect,
                   FailOn::Remark, FailOn::New})
    EXPECT_EQ(parseFailOn(toString(F)), F);
  EXPECT_EQ(toString(FailOn::New), "new");
  EXPECT_EQ(parseFailOn("unknown"), std::nullopt);
}

TEST(ReportJudge, PlainScanPasses) {
  Report R = analysed();
  R.Sites = {sampleSite(1, 1)};
  const Verdict V = judge(R, {});
  EXPECT_TRUE(V.Failures.empty());
  EXPECT_EQ(V.exitStatus(), 0);
}

unsigned failures(const Report &R, FailOn Condition) {
  return judge(R, {{Condition}}).Failures.size();
}

TEST(ReportJudge, StatusMeetsConditions) {
  Report R = analysed();
  R.Sites = {sampleSite(1, 1)};
  auto Meets = [&](Status State) {
    R.Sites[0].State = State;
    return std::make_pair(failures(R, FailOn::Undocumented),
                          failures(R, FailOn::Partial));
  };
  EXPECT_EQ(Meets(Status::Unknown), std::make_pair(1U, 1U));
  EXPECT_EQ(Meets(Status::Undocumented), std::make_pair(1U, 1U));
  EXPECT_EQ(Meets(Status::Partial), std::make_pair(0U, 1U));
  EXPECT_EQ(Meets(Status::Documented), std::make_pair(0U, 0U));
  EXPECT_EQ(Meets(Status::Proven), std::make_pair(0U, 0U));
}

TEST(ReportJudge, ExcusedAndVendoredPass) {
  Report R = analysed();
  R.Sites = {sampleSite(1, 1)};
  R.Sites[0].Defects = {{"d", Precision::Certain, "m"}};
  EXPECT_EQ(failures(R, FailOn::Undocumented), 1U);
  EXPECT_EQ(failures(R, FailOn::Defect), 1U);
  Report Excused = R;
  Excused.Sites[0].Excuse = "reviewed";
  EXPECT_EQ(failures(Excused, FailOn::Undocumented), 0U);
  EXPECT_EQ(failures(Excused, FailOn::Defect), 0U);
  Report Vendored = R;
  Vendored.Files["src/a.cpp"].Vendored = true;
  EXPECT_EQ(failures(Vendored, FailOn::Undocumented), 0U);
  EXPECT_EQ(failures(Vendored, FailOn::Defect), 0U);
}

TEST(ReportJudge, NewMeansOpenAndNotInTheBaseline) {
  Report R = analysed();
  R.Sites = {sampleSite(1, 1)};
  EXPECT_EQ(failures(R, FailOn::New), 0U);
  R.Sites[0].Baseline = "known";
  EXPECT_EQ(failures(R, FailOn::New), 0U);
  R.Sites[0].Baseline = "new";
  EXPECT_EQ(failures(R, FailOn::New), 1U);
  R.Sites[0].State = Status::Documented;
  EXPECT_EQ(failures(R, FailOn::New), 0U);
}

TEST(ReportJudge, FailuresAreSentencesWorstFirst) {
  const Report R = sampleReport();
  const Verdict V = judge(R, {{FailOn::Undocumented, FailOn::Partial,
                               FailOn::Defect, FailOn::Remark}});
  EXPECT_EQ(V.Failures, (std::vector<std::string>{
                            "1 defect (--fail-on=defect)",
                            "4 sites are undocumented (--fail-on=undocumented)",
                            "5 sites are partial or worse (--fail-on=partial)",
                            "1 remark (--fail-on=remark)"}));
  EXPECT_EQ(V.exitStatus(), 1); // before 3
  EXPECT_TRUE(V.Incomplete);
}

TEST(ReportJudge, IncompleteWhereUnitsFail) {
  for (UnitStatus State :
       {UnitStatus::Errors, UnitStatus::Crashed, UnitStatus::Timeout}) {
    Report R = analysed();
    R.Units.push_back({"b.cpp", "build", State, {}});
    const Verdict V = judge(R, {});
    EXPECT_EQ(V.exitStatus(), 3);
    EXPECT_EQ(V.IncompleteReasons,
              std::vector<std::string>{"1 of 2 units failed"});
  }
}

TEST(ReportJudge, SkippedUnitsAreNoFailureUnlessAllAre) {
  Report R = analysed();
  R.Units.push_back({"k.cu", "build", UnitStatus::Skipped, {"CUDA"}});
  EXPECT_EQ(judge(R, {}).exitStatus(), 0);
  R.Units.erase(R.Units.begin());
  EXPECT_EQ(judge(R, {}).exitStatus(), 3);
  R.Units.clear();
  EXPECT_EQ(judge(R, {}).exitStatus(), 3);
  EXPECT_EQ(judge(R, {}).IncompleteReasons,
            std::vector<std::string>{"no unit was analysed"});
}

} // namespace
