//===- SafetyCommentsWordsTest.cpp - What a comment's words justify -------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/SafetyComments.h"
#include "llvm/ADT/StringExtras.h"
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
  for (llvm::StringRef Text :
       {"safe", "Safe.", "this is safe", "This is totally safe!", "it's fine",
        "it\u2019s fine", "OK", "it is okay", "tested", "this was tested",
        "pointer is valid", "the pointer is valid.", "pointers are valid",
        "trust me", "see above", "Same as above.", "we know that this is safe",
        "the cast is safe", "it works"})
    EXPECT_NE(rejection(Text), "") << Text.str();
  EXPECT_NE(rejection("should be fine, hopefully"), "");
  EXPECT_NE(rejection("I think this is safe"), "");
  EXPECT_NE(rejection("for performance reasons"), "");
}

TEST(Rejection, Reasons) {
  for (llvm::StringRef Text :
       {"i < n", "the pointer is valid for n elements", "checked above",
        "safe because i < size()", "todos has 4 entries",
        "p outlives this call", "\u7d22\u5f15", "0 <= i",
        "tested against n by the caller", "non-null", "i was checked",
        "i is probably below n", "required for the test: i < n"})
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
                   std::vector<std::string> Tags = {},
                   const NamesInScope *Names = nullptr) {
  SafetyText T;
  T.Text = Text.str();
  T.HasTags = !Tags.empty();
  T.Tags = std::move(Tags);
  auto Answers = addressedProperties(T, {P}, Names);
  EXPECT_EQ(Answers.size(), 1u);
  const auto &[Origin, By] = Answers.front().second;
  return By.empty() ? toString(Origin).str()
                    : toString(Origin).str() + ": " + By;
}

/// Whether \p Text claims \p P, in standard mode.
bool claims(llvm::StringRef Text, Property P) {
  return llvm::StringRef(answer(Text, P)).starts_with("text");
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
  EXPECT_FALSE(claims("p is unaligned", Property::Alignment));
  EXPECT_FALSE(claims("p is realigned", Property::Alignment));
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

TEST(Claims, Hedged) {
  for (llvm::StringRef Text : {"p should be aligned",
                               "hopefully aligned",
                               "Hopefully, p is aligned",
                               "p is aligned, hopefully",
                               "p is aligned, I think",
                               "p is probably aligned",
                               "p may not be aligned",
                               "p is aligned unless the caller lies",
                               "p is aligned, unless the caller lies",
                               "p may be aligned",
                               "p could be aligned",
                               "p can be aligned",
                               "the alignment is unknown",
                               "the alignment is not checked",
                               "the alignment was never checked",
                               "the alignment isn't checked",
                               "not necessarily aligned",
                               "p is not guaranteed to be aligned",
                               "assuming that p is aligned",
                               "p is expected to be aligned",
                               "p need not be aligned",
                               "is p aligned?",
                               "TODO: p is aligned",
                               "as far as I know p is aligned",
                               "p is almost always aligned",
                               "p is mostly aligned"})
    EXPECT_FALSE(claims(Text, Property::Alignment)) << Text.str();
  EXPECT_EQ(answer("p should be aligned", Property::Alignment),
            "missing: 'aligned' is hedged by 'should be'");
  EXPECT_FALSE(claims("i < n, hopefully", Property::Bounds));
  EXPECT_FALSE(claims("it might overflow", Property::Overflow));
  EXPECT_FALSE(claims("it may overflow", Property::Overflow));
}

TEST(Claims, HedgesOfSomethingElse) {
  EXPECT_EQ(answer("alignment is unknown, but i < n", Property::Bounds),
            "text: <");
  EXPECT_EQ(answer("hopefully aligned; i < n", Property::Bounds), "text: <");
  EXPECT_EQ(answer("i < n. Hopefully aligned.", Property::Bounds), "text: <");
  EXPECT_EQ(answer("i < n, p is probably aligned", Property::Bounds),
            "text: <");
  EXPECT_EQ(answer("may alias anything", Property::Type), "text: may alias");
  EXPECT_EQ(answer("p may be null", Property::Null), "text: may be null");
  EXPECT_EQ(answer("is it? i < n", Property::Bounds), "text: <");
  EXPECT_EQ(
      answer("NULL if the name is unknown, else malloc()-ed", Property::Null),
      "text: null if");
  EXPECT_FALSE(claims("it is unknown if p may be null", Property::Null));
}

TEST(Claims, Denied) {
  for (llvm::StringRef Text :
       {"p is not aligned", "p isn't aligned", "p is never aligned",
        "p has no alignment", "p is no longer aligned", "without alignment",
        "neither aligned nor checked", "p is unaligned", "p is misaligned"})
    EXPECT_FALSE(claims(Text, Property::Alignment)) << Text.str();
  for (llvm::StringRef Text : {"i is out of bounds", "i is out of range",
                               "i exceeds n", "p is past the end"})
    EXPECT_FALSE(claims(Text, Property::Bounds)) << Text.str();
  EXPECT_FALSE(claims("p is null", Property::Null));
  EXPECT_FALSE(claims("p was freed", Property::Lifetime));
  EXPECT_EQ(answer("p is not aligned", Property::Alignment),
            "missing: 'aligned' is denied");
}

TEST(Claims, ByDenial) {
  for (llvm::StringRef Text :
       {"i never exceeds n", "i cannot exceed n", "i does not exceed n",
        "i cannot be out of range", "i is never out of bounds",
        "i is not out of range", "i can't be out of bounds",
        "the text is no longer than n", "n is no less than 4",
        "i is no more than n", "never past the end", "not beyond n"})
    EXPECT_TRUE(claims(Text, Property::Bounds)) << Text.str();
  for (llvm::StringRef Text :
       {"p is not null", "p is never null", "p cannot be null",
        "p can never be null", "p isn't null", "p is never NULL",
        "neither null nor dangling"})
    EXPECT_TRUE(claims(Text, Property::Null)) << Text.str();
  for (llvm::StringRef Text : {"p is never freed", "p cannot be freed here",
                               "neither null nor dangling"})
    EXPECT_TRUE(claims(Text, Property::Lifetime)) << Text.str();
  EXPECT_TRUE(claims("p is never misaligned", Property::Alignment));
  EXPECT_TRUE(claims("the sum cannot overflow", Property::Overflow));
  EXPECT_TRUE(claims("does not overflow", Property::Overflow));
  EXPECT_TRUE(claims("checked for overflow", Property::Overflow));
  EXPECT_TRUE(claims("it has no padding", Property::Layout));
}

//===----------------------------------------------------------------------===//
// Strict mode
//===----------------------------------------------------------------------===//

NamesInScope names() {
  return {{"p", "i", "n", "a", "it", "size", "buffer", "this", "0x40001000"},
          {"index", "time", "SIZE_MAX", "uintptr_t", "Arena", "UART0_DR"},
          false};
}

bool claimsStrictly(llvm::StringRef Text, Property P) {
  NamesInScope Names = names();
  return llvm::StringRef(answer(Text, P, {}, &Names)).starts_with("text");
}

TEST(Strict, ClaimsThatNameSomething) {
  for (llvm::StringRef Text :
       {"i < n", "the offset is below n", "size is at least 4 elements",
        "`a` has 4 elements", "a[i] is in bounds", "a < 4", "at most SIZE_MAX",
        "the Arena has 4 elements", "`index` is in range",
        "index[0] is in range", "`it` is within the text",
        "The buffer was cut before. It has 64 entries.",
        "p was cut; both have 64 entries", "*this has 4 elements",
        "at most n, and at least 4",
        "the bounds are checked, i is one of them"})
    EXPECT_TRUE(claimsStrictly(Text, Property::Bounds)) << Text.str();
  EXPECT_TRUE(claimsStrictly("uintptr_t holds any", Property::Width));
  EXPECT_TRUE(claimsStrictly("0x40001000 is its address", Property::Address));
  EXPECT_TRUE(claimsStrictly("UART0_DR, datasheet p. 3", Property::Address));
}

TEST(Strict, ClaimsThatNameNothing) {
  for (llvm::StringRef Text :
       {"within bounds", "the index is in range", "time is below 4",
        "it is within a range", "at most 64", "at least 4 elements",
        "always smaller than 64", "x < y", "the value is less than 0x40",
        "The array is big enough. n was read before.", "I is in bounds"})
    EXPECT_FALSE(claimsStrictly(Text, Property::Bounds)) << Text.str();
  NamesInScope Names = names();
  EXPECT_EQ(answer("always in range", Property::Bounds, {}, &Names),
            "missing: 'in range' names no operand and no fact in scope");
  EXPECT_EQ(answer("i is in range", Property::Bounds, {}, &Names),
            "text: in range, said of 'i'");
}

TEST(Strict, TagsNeedNoName) {
  NamesInScope Names = names();
  EXPECT_EQ(answer("always in range", Property::Bounds, {"bounds"}, &Names),
            "tagged: bounds");
  EXPECT_EQ(answer("hopefully", Property::Bounds, {"bounds"}, &Names),
            "missing: tagged, but all of it is hedged by 'hopefully'");
  EXPECT_EQ(answer("hopefully so. i < n", Property::Bounds, {"bounds"}, &Names),
            "tagged: bounds");
}

TEST(Strict, DeclarationsSpeakOfThemselves) {
  NamesInScope Names = names();
  Names.AtDeclaration = true;
  EXPECT_EQ(answer("never throws", Property::Errors, {}, &Names),
            "text: never throws");
  EXPECT_EQ(answer("never null", Property::Null, {}, &Names),
            "missing: 'never null' names no operand and no fact in scope");
}

TEST(Strict, StandardModeAsksForNoName) {
  EXPECT_EQ(answer("always in range", Property::Bounds), "text: in range");
}

/// The names of the code in the examples.
NamesInScope namesOfExamples() {
  return {{"i", "n", "p", "this", "begin", "offset", "shape", "text", "desc",
           "handlers", "result", "mutex_", "to"},
          {"Header", "uintptr_t", "UART0_BASE", "STATUS", "stop_flag",
           "api_free", "on_event", "parse"},
          false};
}

TEST(Strict, ExamplesAnswerAndWeakOnesDoNot) {
  NamesInScope Names = namesOfExamples();
  for (Property P : allProperties()) {
    std::string Good = answer(exampleSentence(P), P, {}, &Names);
    EXPECT_TRUE(llvm::StringRef(Good).starts_with("text"))
        << toString(P).str() << ": " << Good;
    std::string Weak = answer(weakSentence(P), P, {}, &Names);
    EXPECT_TRUE(llvm::StringRef(Weak).starts_with("missing: "))
        << toString(P).str() << ": " << Weak;
  }
}

//===----------------------------------------------------------------------===//
// Names and callers
//===----------------------------------------------------------------------===//

std::string quotedIn(llvm::StringRef Text) {
  return llvm::join(quotedNames(Text), " ");
}

TEST(QuotedNames, Expressions) {
  EXPECT_EQ(quotedIn("`len` is below `cap`"), "cap len");
  EXPECT_EQ(quotedIn("`i < n` and `p[i]`"), "i n p");
  EXPECT_EQ(quotedIn("`h->len`, `h.cap`, `*p`, `&q`"), "cap h len p q");
  EXPECT_EQ(quotedIn("``len`` bytes"), "len");
  EXPECT_EQ(quotedIn("`f(n)` and `4 * n`"), "f n");
}

TEST(QuotedNames, WhatIsNoName) {
  for (llvm::StringRef Text :
       {"len is not quoted", "`std::launder`", "`ns::f()`", "`uart.c`", "`-O2`",
        "`--strict`", "`make test`", "`/dev/mem`", "`a/b.h`", "`mmap(2)`",
        "`\"x\"`", "`@param`", "an `open one", "`64`", "``"})
    EXPECT_EQ(quotedIn(Text), "") << Text.str();
}

TEST(CallersPromise, Said) {
  for (llvm::StringRef Text :
       {"the caller guarantees i < n", "callers ensure that", "callers must do",
        "required from the caller", "ensured by callers",
        "guaranteed by all callers", "the caller has checked it",
        "i < n is checked by our caller", "Required of the caller."})
    EXPECT_NE(callersPromise(Text), "") << Text.str();
  EXPECT_EQ(callersPromise("p is aligned. The caller checks i; q too"),
            "The caller checks i");
}

TEST(CallersPromise, NotSaid) {
  for (llvm::StringRef Text :
       {"i < n", "the caller owns p", "allocated by the caller",
        "p outlives the caller", "checked above", "must be checked",
        "the loop ensures i < n", "the caller has it from new",
        "required by callers", "the caller requires a word"})
    EXPECT_EQ(callersPromise(Text), "") << Text.str();
}

} // namespace
