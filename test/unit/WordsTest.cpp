//===- WordsTest.cpp - Tests of the vocabulary ----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Words.h"
#include "gtest/gtest.h"
#include <set>

using namespace warrant;

namespace {

/// Every value of an enumeration that ends with \p Last is spelled, its word
/// is its own, and is read back as it.
template <typename Enum>
void expectRoundTrip(Enum Last, std::optional<Enum> (*Parse)(llvm::StringRef)) {
  std::set<std::string> Seen;
  for (unsigned N = 0; N <= static_cast<unsigned>(Last); ++N) {
    const Enum Value = static_cast<Enum>(N);
    const llvm::StringRef Word = toString(Value);
    EXPECT_FALSE(Word.empty());
    EXPECT_TRUE(Seen.insert(Word.str()).second) << Word.str();
    EXPECT_EQ(Parse(Word), Value) << Word.str();
  }
  for (llvm::StringRef Wrong : {"", "Bounds", "certain ", "\xFF"})
    EXPECT_EQ(Parse(Wrong), std::nullopt) << Wrong.str();
}

TEST(Words, RoundTrip) {
  expectRoundTrip(Status::Proven, parseStatus);
  expectRoundTrip(Precision::Possible, parsePrecision);
  expectRoundTrip(Severity::Low, parseSeverity);
  expectRoundTrip(UnitStatus::Skipped, parseUnitStatus);
  expectRoundTrip(Placement::Address, parsePlacement);
  expectRoundTrip(PropertyOrigin::Missing, parsePropertyOrigin);
  expectRoundTrip(allProperties().back(), parseProperty);
}

TEST(Words, SpelledAsInReports) {
  EXPECT_EQ(toString(Status::Undocumented), "undocumented");
  EXPECT_EQ(toString(Placement::AboveStatement), "above-statement");
  EXPECT_EQ(toString(Placement::Address), "address");
  EXPECT_EQ(toString(PropertyOrigin::Evidence), "evidence");
  EXPECT_EQ(toString(Property::SameObject), "same-object");
}

TEST(Words, WorstAndSurestAreLeast) {
  EXPECT_LT(Status::Unknown, Status::Undocumented);
  EXPECT_LT(Status::Undocumented, Status::Partial);
  EXPECT_LT(Status::Partial, Status::Documented);
  EXPECT_LT(Status::Documented, Status::Proven);
  EXPECT_LT(Precision::Certain, Precision::Likely);
  EXPECT_LT(Severity::High, Severity::Low);
}

TEST(Words, PropertiesHaveTexts) {
  EXPECT_EQ(allProperties().size(), NumProperties);
  for (Property P : allProperties()) {
    EXPECT_TRUE(question(P).ends_with("?")) << toString(P).str();
    EXPECT_FALSE(meaning(P).ends_with(".")) << toString(P).str();
    EXPECT_FALSE(exampleSentence(P).empty()) << toString(P).str();
  }
}

TEST(Words, PropertySet) {
  PropertySet Set = {Property::Bounds, Property::Thread};
  EXPECT_TRUE(Set.contains(Property::Thread));
  EXPECT_FALSE(Set.contains(Property::Null));
  Set.erase(Property::Thread);
  Set.erase(Property::Bounds);
  EXPECT_TRUE(Set.empty());
}

} // namespace
