//===- SafetyCommentsWordsTest.cpp - What a comment's words justify -------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/SafetyComments.h"
#include "gtest/gtest.h"

using namespace warrant;

namespace {

std::string rejection(llvm::StringRef Text) {
  return rejectionOf(Text, {}).value_or("");
}

TEST(Rejection, Placeholders) {
  EXPECT_EQ(rejection(""), "empty");
  EXPECT_EQ(rejection(" \t"), "empty");
  for (llvm::StringRef Text :
       {"TODO", "todo: explain", "TODO(bob): i < n", "FIXME.", "TBD", "XXX",
        "...", "\u2026", "?", "???", "-", "n/a", "none", "<reason>"})
    EXPECT_EQ(rejection(Text), "a placeholder") << Text.str();
}

TEST(Rejection, EmptyTalk) {
  for (llvm::StringRef Text : {"safe",
                               "Safe.",
                               "this is safe",
                               "This is totally safe!",
                               "it's fine",
                               "it\u2019s fine",
                               "is safe",
                               "OK",
                               "it is okay",
                               "tested",
                               "this was tested",
                               "pointer is valid",
                               "the pointer is valid.",
                               "pointers are valid",
                               "trust me",
                               "see above",
                               "Same as above.",
                               "we know that this is safe",
                               "the cast is safe",
                               "it works"})
    EXPECT_NE(rejection(Text), "") << Text.str();
}

TEST(Rejection, Reasons) {
  for (llvm::StringRef Text :
       {"i < n", "the pointer is valid for n elements", "checked above",
        "safe because i < size()", "todos has 4 entries",
        "p outlives this call", "\u7d22\u5f15", "0 <= i",
        "tested against n by the caller", "non-null"})
    EXPECT_EQ(rejection(Text), "") << Text.str();
}

TEST(Rejection, ConfiguredTexts) {
  std::vector<std::string> Reject = {"approved by QA"};
  EXPECT_TRUE(rejectionOf("Approved by QA!", Reject));
  EXPECT_TRUE(rejectionOf("this was approved by qa", Reject));
  EXPECT_FALSE(rejectionOf("approved by QA as i < n", Reject));
}

TEST(Rejection, UnansweredSkeleton) {
  std::string One = question(Property::Bounds).str();
  EXPECT_EQ(rejection(One), "a placeholder");
  EXPECT_EQ(rejection(One + " " + question(Property::Lifetime).str()),
            "a placeholder");
  EXPECT_EQ(rejection(One + " i < n"), "");
}

/// The answer of \p Text for one property, as `origin: words`.
std::string answer(llvm::StringRef Text, Property P,
                   std::vector<std::string> Tags = {}) {
  SafetyText T;
  T.Text = Text.str();
  T.HasTags = !Tags.empty();
  T.Tags = std::move(Tags);
  auto Answers = addressedProperties(T, {P});
  EXPECT_EQ(Answers.size(), 1u);
  const auto &[Origin, By] = Answers.front().second;
  return By.empty() ? toString(Origin).str()
                    : toString(Origin).str() + ": " + By;
}

TEST(Claims, TagsComeFirst) {
  EXPECT_EQ(answer("i < n", Property::Bounds, {"bounds"}), "tagged: bounds");
  EXPECT_EQ(answer("hopefully", Property::Bounds, {"bounds"}),
            "tagged: bounds");
  EXPECT_EQ(answer("p outlives f", Property::Lifetime, {"bounds"}),
            "text: outlives");
  EXPECT_EQ(answer("x", Property::Lifetime, {"bounds"}), "missing");
}

TEST(Claims, EachPropertyByItsOwnExample) {
  for (Property P : allProperties())
    EXPECT_NE(answer(exampleSentence(P), P), "missing")
        << toString(P).str() << ": " << exampleSentence(P).str();
}

TEST(Claims, WholeWords) {
  EXPECT_EQ(answer("p is aligned", Property::Alignment), "text: aligned");
  EXPECT_EQ(answer("p is unaligned", Property::Alignment), "missing");
  EXPECT_EQ(answer("p is realigned", Property::Alignment), "missing");
  EXPECT_EQ(answer("ALIGNED to 8", Property::Alignment), "text: aligned");
}

TEST(Claims, Comparisons) {
  EXPECT_EQ(answer("i < n", Property::Bounds), "text: <");
  EXPECT_EQ(answer("i<n", Property::Bounds), "text: <");
  EXPECT_EQ(answer("n >= 4", Property::Bounds), "text: >=");
  EXPECT_EQ(answer("i \u2264 n", Property::Bounds), "text: <=");
  EXPECT_EQ(answer("a vector<int> of them", Property::Bounds), "missing");
  EXPECT_EQ(answer("p->x is there", Property::Bounds), "missing");
}

TEST(Claims, NegatedAndHedged) {
  EXPECT_EQ(answer("p is not aligned", Property::Alignment), "missing");
  EXPECT_EQ(answer("p isn't aligned", Property::Alignment), "missing");
  EXPECT_EQ(answer("p should be aligned", Property::Alignment), "missing");
  EXPECT_EQ(answer("i < n, hopefully", Property::Bounds), "text: <");
  EXPECT_EQ(answer("hopefully i < n", Property::Bounds), "missing");
  EXPECT_EQ(answer("the bounds are not checked", Property::Bounds), "missing");
  EXPECT_EQ(answer("alignment is unknown, but i < n", Property::Bounds),
            "text: <");
  EXPECT_EQ(answer("p is not null", Property::Null), "text: not null");
  EXPECT_EQ(answer("the sum cannot overflow", Property::Overflow),
            "text: overflow");
  EXPECT_EQ(answer("does not overflow", Property::Overflow), "text: overflow");
}

} // namespace
