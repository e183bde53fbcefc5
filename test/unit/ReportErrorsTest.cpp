//===- ReportErrorsTest.cpp - Who says how errors cross a boundary --------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/report/Merge.h"
#include "warrant/Report.h"
#include "gtest/gtest.h"

using namespace warrant;

namespace {

UnitResult boundary(std::string Kind) {
  Site S;
  S.Check = "extern-c-boundary";
  S.Kind = std::move(Kind);
  S.Identity = "api";
  S.Where = S.Token = {"api.h", 1, 1};
  UnitResult U;
  U.File = S.Kind + ".cpp";
  U.Sites = {std::move(S)};
  return U;
}

TEST(ReportErrors, TheDefinitionSaysHowErrorsAreReported) {
  const PropertyState Errors = {Property::Errors, PropertyOrigin::Missing, ""};
  const PropertyState Open = {Property::Null, PropertyOrigin::Missing, ""};
  const PropertyState Fact = {Property::Errors, PropertyOrigin::Evidence,
                              "nothing throws"};
  UnitResult Definition = boundary("export");
  UnitResult Declaration = boundary("import");
  Definition.Sites[0].Properties = {Fact};
  Definition.Sites[0].State = Status::Proven;
  Definition.Sites[0].Proof = "nothing throws";
  Declaration.Sites[0].Properties = {Errors};
  Declaration.Sites[0].State = Status::Undocumented;
  Site S = merge({Declaration, Definition}).Sites[0];
  EXPECT_EQ(S.Properties, std::vector{Fact});
  EXPECT_EQ(S.State, Status::Proven);
  EXPECT_EQ(S.Proof, "nothing throws");

  // Other properties are missing where they are missing anywhere.
  Declaration.Sites[0].Properties = {Open, Errors};
  S = merge({Declaration, Definition}).Sites[0];
  EXPECT_EQ(S.Properties, (std::vector{Open, Fact}));
  EXPECT_EQ(S.State, Status::Undocumented);

  // And so is this one where two definitions differ.
  UnitResult Another = boundary("export");
  Another.Sites[0].Properties = {Errors};
  Another.Sites[0].State = Status::Undocumented;
  S = merge({Definition, Another}).Sites[0];
  EXPECT_EQ(S.Properties, std::vector{Errors});
  EXPECT_EQ(S.State, Status::Undocumented);
}

TEST(ReportErrors, OtherwiseWhatOneUnitReadsIsSaid) {
  Site A = boundary("import").Sites[0];
  Site B = A;
  A.State = Status::Documented;
  A.Comment = CommentRef{"why", "a.cpp", 1, Placement::Declaration};
  A.Properties = {{Property::Null, PropertyOrigin::Text, "not null", "p"},
                  {Property::Errors, PropertyOrigin::Evidence, "noexcept", ""}};
  B.State = Status::Undocumented;
  B.Properties = {{Property::Null, PropertyOrigin::Missing, "", "p"},
                  {Property::Null, PropertyOrigin::Missing, "", "q"},
                  {Property::Errors, PropertyOrigin::Missing, "may throw", ""}};
  const Site Joined = joinSites(A, B);
  EXPECT_EQ(Joined.State, Status::Documented);
  EXPECT_EQ(Joined.Comment, A.Comment);
  ASSERT_EQ(Joined.Properties.size(), 3U);
  // Of exceptions every unit has to know.
  EXPECT_EQ(Joined.Properties[0], A.Properties[0]);
  EXPECT_EQ(Joined.Properties[1], B.Properties[1]);
  EXPECT_EQ(Joined.Properties[2], B.Properties[2]);
  B.State = Status::Unknown;
  EXPECT_EQ(joinSites(A, B).State, Status::Unknown);
}

} // namespace
