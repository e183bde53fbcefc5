//===- SafetyCommentsTest.cpp - Comment association by hand-made anchors --===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the association table in test/scan/association can't reach: answers
// beside the status, boundaries, odd files and long ones.
//
//===----------------------------------------------------------------------===//

#include "warrant/SafetyComments.h"
#include "llvm/ADT/STLExtras.h"
#include "gmock/gmock.h"
#include <chrono>

using namespace warrant;
using Kind = EnclosingLevel::Kind;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

/// A level, as the text that it spans.
struct Level {
  Kind What;
  std::string Text;
};

/// A file with one operation, whose text stands in it once.
class Subject {
public:
  Subject(std::string Source, std::string Operation,
          std::vector<Level> Levels = {}, Config Settings = {})
      : Source(std::move(Source)), Settings(std::move(Settings)) {
    A.Begin = find(Operation);
    A.End = A.Begin + Operation.size();
    A.Token = A.End - 1;
    for (const Level &L : Levels) {
      unsigned Begin = find(L.Text);
      unsigned End = Begin + L.Text.size();
      A.Levels.push_back({L.What, Begin, End});
    }
  }

  Association ask() const {
    return CommentIndex::scan(Source, Settings).associate(A);
  }
  std::string text() const {
    Association Answer = ask();
    return Answer.Comment ? Answer.Comment->Text : "(none)";
  }

private:
  unsigned find(const std::string &Text) const {
    size_t At = Source.find(Text);
    EXPECT_NE(At, std::string::npos) << Text;
    return At;
  }

  std::string Source;
  Config Settings;
  Anchor A;
};

TEST(Association, TellsPlacementLineAndText) {
  Association A = Subject("// Copies.\n// SAFETY: i < n\n//  and p lives\n"
                          "x = p[i];\n",
                          "p[i]", {{Kind::Statement, "x = p[i];"}})
                      .ask();
  ASSERT_TRUE(A.Comment);
  EXPECT_EQ(A.Comment->Text, "i < n and p lives");
  EXPECT_EQ(A.Comment->Line, 2u);
  EXPECT_EQ(A.Where, Placement::AboveLine);
  ASSERT_EQ(A.Looked.size(), 1u);
  EXPECT_TRUE(A.Looked[0].Taken);
  EXPECT_EQ(A.Looked[0].Rule, "taken: directly above the operation's line");
}

TEST(Association, ReadsTags) {
  Association A =
      Subject("// safety(Bounds, lifetime): i < n\np[i];", "p[i]").ask();
  ASSERT_TRUE(A.Comment);
  EXPECT_TRUE(A.Comment->HasTags);
  EXPECT_THAT(A.Comment->Tags, ElementsAre("bounds", "lifetime"));
}

TEST(Association, UnitesTheMarkersOfOneRun) {
  Association A = Subject("// SAFETY(bounds): i < n\n// SAFETY(null): p was "
                          "checked\np[i];",
                          "p[i]")
                      .ask();
  ASSERT_TRUE(A.Comment);
  EXPECT_THAT(A.Comment->Tags, ElementsAre("bounds", "null"));
  EXPECT_EQ(A.Comment->Text, "i < n p was checked");
}

TEST(Association, PrefersTheNearest) {
  std::string Source = "// SAFETY: above\nx = /* SAFETY: inside */ p[i]; // "
                       "SAFETY: trailing\n";
  EXPECT_EQ(Subject(Source, "p[i]").text(), "inside");
  EXPECT_EQ(
      Subject("// SAFETY: above\np[i]; // SAFETY: trailing", "p[i]").text(),
      "trailing");
}

TEST(Association, GoesOnBehindARejectedComment) {
  Association A =
      Subject("// SAFETY: i < n\np[i]; // SAFETY: TODO", "p[i]").ask();
  ASSERT_TRUE(A.Comment);
  EXPECT_EQ(A.Comment->Text, "i < n");
  EXPECT_EQ(A.Rejection, "a placeholder");
  ASSERT_EQ(A.Looked.size(), 2u);
  EXPECT_EQ(A.Looked[0].Rule, "rejected: a placeholder");
}

TEST(Association, RemembersTheRejection) {
  Association A = Subject("// SAFETY: this is safe.\np[i];", "p[i]").ask();
  EXPECT_FALSE(A.Comment);
  EXPECT_EQ(A.Rejection, "says only that it is safe");
}

TEST(Association, NeverCrossesTheFunction) {
  Association A = Subject("// SAFETY: contract\nint f(int *p) { return p[1]; } "
                          "// SAFETY: behind\n",
                          "p[1]",
                          {{Kind::Statement, "return p[1];"},
                           {Kind::FunctionBody, "{ return p[1]; }"}})
                      .ask();
  EXPECT_FALSE(A.Comment);
  ASSERT_EQ(A.Looked.size(), 2u);
  EXPECT_THAT(A.Looked[0].Rule, HasSubstr("outside the braces"));
  EXPECT_THAT(A.Looked[1].Rule, HasSubstr("it is a contract"));
}

TEST(Association, TellsWhyANearbyCommentIsNotTaken) {
  Association A = Subject("{\n  // SAFETY: far\n  y = 1;\n  p[i];\n"
                          "  // SAFETY: below\n  z = 1; // SAFETY: other\n}",
                          "p[i]", {{Kind::Statement, "p[i];"}})
                      .ask();
  EXPECT_FALSE(A.Comment);
  std::vector<std::string> Rules;
  for (const Considered &C : A.Looked)
    Rules.push_back(C.Text + ": " + C.Rule);
  EXPECT_THAT(
      Rules,
      ElementsAre("other: not taken: trailing on another line or beside "
                  "another argument",
                  "below: not taken: stands below the operation",
                  "far: not taken: code stands between it and the operation"));
}

TEST(Association, ControlledBodyOnALaterLineStops) {
  std::string Later = "// SAFETY: i < n\nif (a)\n  p[i];\n";
  EXPECT_EQ(Subject(Later, "p[i]",
                    {{Kind::Statement, "p[i];"}, {Kind::Control, "if (a)"}})
                .text(),
            "(none)");
  std::string Same = "// SAFETY: i < n\nif (a) x =\n  p[i];\n";
  EXPECT_EQ(
      Subject(Same, "p[i]",
              {{Kind::Statement, "x =\n  p[i]"}, {Kind::Control, "if (a)"}})
          .text(),
      "i < n");
}

TEST(Association, BareBlockCoversNestedBodies) {
  std::string Source = "{ // SAFETY: i < n\n  if (a) {\n    p[i];\n  }\n}\n";
  std::vector<Level> Levels = {
      {Kind::Statement, "p[i];"},
      {Kind::Body, "{\n    p[i];\n  }"},
      {Kind::Control, "if (a)"},
      {Kind::BareBlock, Source.substr(0, Source.size() - 1)}};
  Association A = Subject(Source, "p[i]", Levels).ask();
  ASSERT_TRUE(A.Comment);
  EXPECT_EQ(A.Where, Placement::BlockHead);
  Levels.insert(Levels.begin() + 1, {Kind::LambdaBody, "{\n    p[i];\n  }"});
  EXPECT_EQ(Subject(Source, "p[i]", Levels).text(), "(none)");
}

TEST(Association, ConstructorInitializersBelongToTheFunction) {
  std::string Source = "// SAFETY: contract\nS(int *p) : a(p[1]) {}\n";
  Level Init{Kind::Declaration, "a(p[1])"};
  EXPECT_EQ(Subject(Source, "p[1]", {Init, {Kind::FunctionBody, "a(p[1]) {}"}})
                .text(),
            "(none)");
  std::string Own = "S(int *p) : // SAFETY: two elements\n  a(p[1]) {}\n";
  EXPECT_EQ(
      Subject(Own, "p[1]", {Init, {Kind::FunctionBody, "a(p[1]) {}"}}).text(),
      "two elements");
}

TEST(Association, DeclarationsTakeContracts) {
  std::string Source = "/// Reads.\n/// # Safety\n/// p is not null.\n/// # "
                       "Other\n/// text\nint f(int *p);\n";
  Association A =
      Subject(Source, "f", {{Kind::BoundaryDeclaration, "int f(int *p)"}})
          .ask();
  // The operation's text must be the name, not the f of another word.
  ASSERT_TRUE(A.Comment);
  EXPECT_EQ(A.Comment->Text, "p is not null.");
  EXPECT_TRUE(A.Comment->Contract);
  EXPECT_EQ(A.Where, Placement::Declaration);
  EXPECT_EQ(Subject(Source, "f(int *p)").text(), "(none)");
}

TEST(Association, DeclarationIgnoresItsBody) {
  std::string Source = "int f(int *p) { // SAFETY: inner\n}\n";
  EXPECT_EQ(
      Subject(Source, "f(", {{Kind::BoundaryDeclaration, "int f(int *p)"}})
          .text(),
      "(none)");
}

TEST(Association, SafetyNoneIsAContract) {
  Association A = Subject("/// @safety none\nint f(int *p);\n", "f(int",
                          {{Kind::BoundaryDeclaration, "int f(int *p)"}})
                      .ask();
  ASSERT_TRUE(A.Comment);
  EXPECT_EQ(A.Comment->Text, "none");
}

TEST(Association, MarkersFromTheConfiguration) {
  Config C;
  C.Markers = {"JUSTIFIED", "WHY:"};
  EXPECT_EQ(Subject("// justified: i < n\np[i];", "p[i]", {}, C).text(),
            "i < n");
  EXPECT_EQ(Subject("// WHY: i < n\np[i];", "p[i]", {}, C).text(), "i < n");
  EXPECT_EQ(Subject("// WHY: i < n\np[i];", "p[i]").text(), "(none)");
}

TEST(Association, OddFiles) {
  EXPECT_EQ(Subject("p[i] // SAFETY: i < n", "p[i]").text(), "i < n");
  EXPECT_EQ(Subject("\xEF\xBB\xBF// SAFETY: i < n\r\np[i];\r\n", "p[i]").text(),
            "i < n");
  EXPECT_EQ(Subject("// SAFETY: i < n\rp[i];\r", "p[i]").text(), "i < n");
  std::string Nul("// SAFETY: a\0b < n\n\0 p[i];", 26);
  EXPECT_NE(Subject(Nul, "p[i]").text(), "(none)");
  EXPECT_EQ(Subject("/**/ /***/ /*/**/ //\np[i];", "p[i]").text(), "(none)");
  EXPECT_EQ(Subject("/* SAFETY: open\np[i];", "p[i]").text(), "(none)");
  EXPECT_EQ(CommentIndex::scan("", {}).lineCount(), 1u);
}

TEST(Association, RawStringsOnlyWhereTheLanguageHasThem) {
  std::string Source = "s = R\"(\n// SAFETY: i < n\n)\"; p[i];\n";
  EXPECT_EQ(Subject(Source, "p[i]").text(), "(none)");
  std::string C = "x = R\"(\"; /* SAFETY: i < n */\np[i] = R\")\";";
  ScanOptions Options;
  Options.RawStrings = false;
  EXPECT_EQ(CommentIndex::scan(C, {}, Options).texts().size(), 1u);
  EXPECT_EQ(CommentIndex::scan(C, {}).texts().size(), 0u);
}

TEST(Index, Positions) {
  CommentIndex I = CommentIndex::scan("ab\r\ncd\n\xC3\xA9x", {});
  EXPECT_EQ(I.lineCount(), 3u);
  EXPECT_EQ(I.position(0), std::pair(1u, 1u));
  EXPECT_EQ(I.position(4), std::pair(2u, 1u));
  EXPECT_EQ(I.position(9), std::pair(3u, 3u));
}

TEST(Index, Documentation) {
  std::string Source = "// Licence.\n\n/// Reads *p.\n/// @param p not null\n"
                       "// NOLINTNEXTLINE\n[[nodiscard]]\nint f(int *p);\n"
                       "int g(int *p); // trailing\n\n// Apart.\n\nint h();\n";
  CommentIndex I = CommentIndex::scan(Source, {});
  EXPECT_EQ(I.documentationAbove(Source.find("int f")),
            "Reads *p.\n@param p not null");
  EXPECT_EQ(I.documentationAbove(Source.find("int g")), "trailing");
  EXPECT_EQ(I.documentationAbove(Source.find("int h")), "");
}

/// Seconds to scan \p Source and to associate at every `p[i]` in it.
double secondsFor(const std::string &Source) {
  auto Begin = std::chrono::steady_clock::now();
  CommentIndex I = CommentIndex::scan(Source, {});
  unsigned Taken = 0;
  for (size_t At = Source.find("p[i]"); At != std::string::npos;
       At = Source.find("p[i]", At + 4)) {
    Anchor A;
    A.Begin = At;
    A.End = At + 4;
    A.Token = At + 3;
    A.Levels.push_back({Kind::Statement, A.Begin, A.End});
    A.Levels.push_back(
        {Kind::FunctionBody, 0, static_cast<unsigned>(Source.size())});
    Taken += I.associate(A).Comment.has_value();
  }
  EXPECT_GT(Taken, 0u);
  std::chrono::duration<double> Time = std::chrono::steady_clock::now() - Begin;
  return Time.count();
}

TEST(Index, LongFilesTakeNoMoreThanTheirShare) {
  // 20,000 operations: generous, for slow machines; quadratic
  // behaviour would take minutes.
  std::string Lines = "{\n";
  for (unsigned I = 0; I < 20000; ++I)
    Lines += "  // SAFETY: i < n\n  x = p[i];\n";
  EXPECT_LT(secondsFor(Lines), 20);
  std::string OneLine = "{ // SAFETY: i < n\n";
  for (unsigned I = 0; I < 20000; ++I)
    OneLine += "x = p[i]; /* SAFETY: i < n */ ";
  EXPECT_LT(secondsFor(OneLine), 20);
  std::string Blank = "{ // SAFETY: i < n\np[i];" + std::string(100000, '\n');
  EXPECT_LT(secondsFor(Blank + "p[i]; p[i];"), 20);
}

} // namespace
