//===- ReportCodecTest.cpp - Tests of a unit's result as bytes ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportSample.h"
#include "tool/report/UnitCodec.h"
#include "tool/report/UnitFields.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"
#include "gtest/gtest.h"
#include <random>

using namespace warrant;
using namespace warrant::test;
using llvm::StringRef;

namespace {

constexpr size_t HeaderSize = 24;

std::string errorOf(StringRef Bytes) {
  llvm::Expected<UnitResult> U = decodeUnit(Bytes);
  return U ? std::string() : llvm::toString(U.takeError());
}

/// \p Payload under a header that fits it.
std::string withHeader(StringRef Payload) {
  std::string Bytes = encodeUnit(UnitResult()).substr(0, 8);
  for (uint64_t N : {uint64_t(Payload.size()), llvm::xxh3_64bits(Payload)}) {
    std::array<char, 8> Fixed;
    llvm::support::endian::write64le(Fixed.data(), N);
    Bytes.append(Fixed.begin(), Fixed.end());
  }
  return Bytes + Payload.str();
}

/// A unit with something in every field.
UnitResult fullUnit() {
  UnitResult U = sampleUnits().front();
  Site S = sampleSite(3, 200);
  S.State = Status::Unknown;
  S.Sure = Precision::Possible;
  S.Level = Severity::Low;
  S.Identity = "id";
  S.Register = "GPIOA->ODR";
  S.Macro = "AT";
  S.Expansions = {{"b.h", 1, 2}, {"b.h", 300, 70000}};
  S.Configurations = {"build", "debug"};
  S.Comment = CommentRef{"why", "c.h", 4294967295U, Placement::Region};
  S.Properties = {{Property(NumProperties - 1), PropertyOrigin::Missing, "by"}};
  S.Defects = {{"torn", Precision::Likely, "message"}};
  S.Related = {{{"d.h", 5, 6}, "here"}};
  S.Notes = {"a note"};
  S.Object = "o";
  S.Rewrites = true;
  S.Declarations = {
      {{"f.h", 1, 1}, "build", "int ()", "int (.)", "i32()", false}};
  S.Looked = {"line 1: no", "line 2: yes"};
  S.NoteLine = 9;
  S.NoteColumn = 8;
  S.Operands = {"p", "i"};
  S.Conditions = {{"1", "first"}, {"2", "second"}};
  S.Excuse = "";
  S.Fingerprint = "w1:0";
  S.Baseline = "new";
  S.Safer = {{"f(x)", {{1, 1, 1, 1, "#include <f>\n"}, {7, 8, 9, 10, "f(x)"}}}};
  S.Proof = "proof";
  S.Rejection = "placeholder";
  U.Sites.push_back(S);
  U.Messages = {"one", std::string("a\0b", 3), ""};
  U.Remarks = {{"orphan", {"e.h", 1, 1}, "m", "s", "f"}};
  U.Suspected = {{"stale", {"e.h", 2, 1}, "m", "s", "f"}};
  U.Refuted = {{{"e.h", 3, 1}, "stale", "s"}};
  U.Declared = {"name"};
  U.CDefinitions["f"] = {
      {{"f.c", 1, 1}, "build", "int ()", "int ()", "i32()", true}};
  U.HandlerUses["o"] = {{"the interrupt handler 'h'"}, true};
  U.Exceptions["g"] = {true, true, {{"h", "'h'"}}};
  U.IndirectCalls = U.Patterns = U.InstantiatedPatterns = {{"g.h", 1, 1}};
  U.Files["g.h"] = {10, true, {{"g.h", 1, 2}}, {{"g.h", 1, 2}}, {{3, 4}}};
  U.State = UnitStatus::Skipped;
  return U;
}

TEST(UnitCodec, ReadsWhatItWrote) {
  EXPECT_EQ(llvm::cantFail(decodeUnit(encodeUnit(fullUnit()))), fullUnit());
  EXPECT_EQ(llvm::cantFail(decodeUnit(encodeUnit({}))), UnitResult());
  for (const UnitResult &U : sampleUnits())
    EXPECT_EQ(llvm::cantFail(decodeUnit(encodeUnit(U))), U) << U.File;
}

TEST(UnitCodec, KnowsEveryWord) {
  UnitResult U = sampleUnits().front();
  Site &S = U.Sites.front();
  auto Survives = [&] {
    return llvm::cantFail(decodeUnit(encodeUnit(U))) == U;
  };
  S.Comment.emplace();
  for (unsigned I = 0; I <= unsigned(lastOf(Placement())); ++I) {
    S.Comment->Where = Placement(I);
    EXPECT_TRUE(Survives()) << I;
    EXPECT_EQ(parsePlacement(toString(Placement(I))), Placement(I));
  }
  for (Property P : allProperties()) {
    S.Properties = {{P, PropertyOrigin::Tagged, ""}};
    EXPECT_TRUE(Survives()) << toString(P).str();
  }
}

// The report has the same text from a file and from a pipe.
TEST(UnitCodec, ReplacesWhatIsNotText) {
  UnitResult U;
  U.Messages = {"caf\xe9 \xe2\x82", "caf\xc3\xa9"};
  EXPECT_EQ(llvm::cantFail(decodeUnit(encodeUnit(U))).Messages,
            (std::vector<std::string>{"caf\xef\xbf\xbd \xef\xbf\xbd",
                                      "caf\xc3\xa9"}));
}

TEST(UnitCodec, TellsWhatIsWrong) {
  const std::string Whole = encodeUnit(fullUnit());
  EXPECT_EQ(errorOf(""), "not a unit's result, or of another version");
  EXPECT_EQ(errorOf("{\"file\": 1}"),
            "not a unit's result, or of another version");
  std::string Other = Whole;
  Other[7] = 0x7f;
  EXPECT_EQ(errorOf(Other), "not a unit's result, or of another version");
  EXPECT_EQ(errorOf(Whole + "x"), "a unit's result that is cut off");
  Other = Whole;
  Other.back() ^= 1;
  EXPECT_EQ(errorOf(Other), "a unit's result that is damaged");
  EXPECT_EQ(errorOf(withHeader("")), "a unit's result that makes no sense");
  EXPECT_EQ(errorOf(withHeader(StringRef(Whole).drop_front(HeaderSize))), "");
}

TEST(UnitCodec, SurvivesEveryTruncation) {
  const std::string Whole = encodeUnit(fullUnit());
  for (size_t Size = 0; Size != Whole.size(); ++Size) {
    StringRef Part = StringRef(Whole).take_front(Size);
    EXPECT_NE(errorOf(Part), "") << Size;
    if (Size >= HeaderSize) {
      EXPECT_NE(errorOf(withHeader(Part.drop_front(HeaderSize))), "") << Size;
      EXPECT_EQ(encodedSize(Part), Whole.size());
    } else {
      EXPECT_EQ(encodedSize(Part), std::nullopt);
    }
  }
}

// Even where the checksum fits, as no accident makes it.
TEST(UnitCodec, SurvivesRandomDamage) {
  const std::string Whole = encodeUnit(fullUnit());
  const std::string Payload = Whole.substr(HeaderSize);
  std::mt19937 Random(1);
  for (unsigned Round = 0; Round != 20000; ++Round) {
    std::string Damaged = Payload;
    for (unsigned Left = 1 + Random() % 4; Left; --Left)
      Damaged[Random() % Damaged.size()] = char(Random());
    llvm::Expected<UnitResult> Read = decodeUnit(withHeader(Damaged));
    if (!Read)
      EXPECT_EQ(llvm::toString(Read.takeError()),
                "a unit's result that makes no sense");
  }
  for (size_t At = 0; At != Whole.size(); ++At) {
    std::string Damaged = Whole;
    Damaged[At] ^= 1 << Random() % 8;
    EXPECT_NE(errorOf(Damaged), "") << At;
  }
}

TEST(UnitCodec, FindsTheEndOfTheFirst) {
  const std::string Whole = encodeUnit(fullUnit());
  EXPECT_EQ(encodedSize(Whole + Whole), Whole.size());
  EXPECT_EQ(encodedSize("LLVM ERROR"), 10U);
}

} // namespace
