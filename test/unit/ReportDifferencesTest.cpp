//===- ReportDifferencesTest.cpp - Tests of declarations that differ ------===//
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

/// A unit that declares `api`, of \p Type, in line 1 of \p File.
UnitResult declaringUnit(std::string File, std::string Type,
                         std::string Passing) {
  UnitResult U;
  U.File = File;
  U.Sites = {sampleSite(1, 1)};
  U.Sites[0].Check = "extern-c-boundary";
  U.Sites[0].Kind = "import";
  U.Sites[0].Identity = "api";
  U.Sites[0].Where.File = std::move(File);
  U.Sites[0].Declarations = {
      {U.Sites[0].Where, "", Type, Type, Passing, false}};
  return U;
}

UnitResult definingUnit(std::string File, std::string Type,
                        std::string Passing) {
  UnitResult U;
  U.File = File;
  U.CDefinitions["api"] = {{{File, 9, 5}, "", Type, Type, Passing, true}};
  return U;
}

TEST(ReportDifferences, DeclarationsThatDiffer) {
  const UnitResult A = declaringUnit("a.h", "int (int)", "i32(i32)");
  const Report R =
      merge({declaringUnit("b.h", "int (long)", "i32(i64)"), A, A});
  ASSERT_EQ(R.Sites.size(), 1U);
  ASSERT_EQ(R.Sites[0].Defects.size(), 1U);
  EXPECT_EQ(R.Sites[0].Defects[0].Id, "differing-declaration");
  EXPECT_EQ(R.Sites[0].Defects[0].Sure, Precision::Likely);
  EXPECT_EQ(R.Sites[0].Defects[0].Message,
            "'api' is declared as 'int (int)' and as 'int (long)'");
  ASSERT_EQ(R.Sites[0].Related.size(), 2U);
  EXPECT_EQ(R.Sites[0].Related[0].Where.File, "a.h");
  EXPECT_EQ(R.Sites[0].Related[1].Where.File, "b.h");
  EXPECT_TRUE(merge({A, A}).Sites[0].Defects.empty());
}

TEST(ReportDifferences, TypesThatPassAlikeDifferPossibly) {
  const Report R =
      merge({declaringUnit("a.h", "int (char *)", "i32(p)"),
             declaringUnit("b.h", "int (const char *)", "i32(p)")});
  ASSERT_EQ(R.Sites[0].Defects.size(), 1U);
  EXPECT_EQ(R.Sites[0].Defects[0].Sure, Precision::Possible);
}

TEST(ReportDifferences, NamesOfWhatIsComparedAlikeDoNotMatter) {
  UnitResult A = declaringUnit("a.h", "int (handle *)", "i32(p)");
  UnitResult B = declaringUnit("b.h", "int (ns::Class *)", "i32(p)");
  for (UnitResult *U : {&A, &B}) {
    LinkageDeclaration D = *U->Sites[0].Declarations.begin();
    D.Compared = "int (void *)";
    U->Sites[0].Declarations = {D};
  }
  EXPECT_TRUE(merge({A, B}).Sites[0].Defects.empty());
}

TEST(ReportDifferences, DefinitionThatDiffers) {
  const UnitResult Header = declaringUnit("a.h", "int (int)", "i32(i32)");
  const UnitResult Same = definingUnit("c.c", "int (int)", "i32(i32)");
  const UnitResult Other = definingUnit("d.c", "int (long)", "i32(i64)");
  const Report R = merge({Header, Other});
  ASSERT_EQ(R.Sites[0].Defects.size(), 1U);
  EXPECT_EQ(R.Sites[0].Defects[0].Message,
            "'api' is declared as 'int (int)' and defined as 'int (long)'");
  // Two definitions belong to two programs.
  EXPECT_TRUE(merge({Header, Same, Other}).Sites[0].Defects.empty());
  // Another declaration than the definition's is not that of the other one.
  const Report Both =
      merge({Header, Same, declaringUnit("z.h", "int (long)", "i32(i64)")});
  ASSERT_EQ(Both.Sites[0].Defects.size(), 1U);
  EXPECT_EQ(Both.Sites[0].Defects[0].Message,
            "'api' is declared as 'int (long)' and defined as 'int (int)'");
}

TEST(ReportDifferences, DeclarationsOfTwoConfigurationsAreNotCompared) {
  UnitResult A = declaringUnit("a.h", "int (int)", "i32(i32)");
  UnitResult B = declaringUnit("b.h", "int (long)", "i32(i64)");
  B.Sites[0].Declarations = {{B.Sites[0].Where, "other", "int (long)",
                              "int (long)", "i32(i64)", false}};
  EXPECT_TRUE(merge({A, B}).Sites[0].Defects.empty());
}

TEST(ReportDifferences, DeclarationsWithoutPrototypeStateNothing) {
  EXPECT_TRUE(merge({declaringUnit("a.h", "int (int)", "i32(i32)"),
                     definingUnit("c.c", "", "")})
                  .Sites[0]
                  .Defects.empty());
}

} // namespace
