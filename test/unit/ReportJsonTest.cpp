//===- ReportJsonTest.cpp - Tests of reading and writing JSON -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportSample.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <nlohmann/json.hpp>

using namespace warrant;
using namespace warrant::test;
using llvm::StringRef;

namespace {

std::string json(const Report &R) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  EXPECT_FALSE(static_cast<bool>(writeJSON(R, judge(R, {}), OS)));
  return Text;
}

std::string line(const UnitResult &U) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  writeUnit(U, OS);
  return Text;
}

/// What readReport says of \p Text; empty where it reads it.
std::string reportError(StringRef Text) {
  llvm::Expected<Report> R = readReport(Text);
  return R ? std::string() : llvm::toString(R.takeError());
}

std::string unitError(StringRef Text) {
  llvm::Expected<UnitResult> U = readUnit(Text);
  return U ? std::string() : llvm::toString(U.takeError());
}

std::string replaced(std::string Text, StringRef From, StringRef To) {
  const size_t At = Text.find(From.str());
  EXPECT_NE(At, std::string::npos) << From.str();
  return At == std::string::npos ? Text
                                 : Text.replace(At, From.size(), To.str());
}

TEST(ReportJson, ReadsWhatItWrote) {
  Report R = sampleReport();
  R.Sites[0].Baseline = "new";
  R.Run.Strict = R.Run.Dirty = true;
  llvm::Expected<Report> Back = readReport(json(R));
  ASSERT_TRUE(static_cast<bool>(Back)) << llvm::toString(Back.takeError());
  EXPECT_EQ(*Back, R);
  EXPECT_EQ(json(*Back), json(R));
}

TEST(ReportJson, ReadsAnEmptyReport) {
  const std::string Text = json(Report());
  EXPECT_TRUE(StringRef(Text).ends_with("}\n"));
  llvm::Expected<Report> Back = readReport(Text);
  ASSERT_TRUE(static_cast<bool>(Back)) << llvm::toString(Back.takeError());
  EXPECT_EQ(*Back, Report());
}

TEST(ReportJson, NamesWhatIsWrong) {
  const std::string Good = json(sampleReport());
  auto ErrorOf = [&](StringRef From, StringRef To) {
    return reportError(replaced(Good, From, To));
  };
  EXPECT_EQ(ErrorOf("\"version\": 1", "\"version\": 2"),
            "/version: expected version 1, found 2");
  EXPECT_EQ(ErrorOf("\"version\": 1", "\"version\": \"1\""),
            "/version: expected a number from 0 to 4294967295");
  EXPECT_EQ(ErrorOf("\"kind\": \"subscript\"", "\"kind\": 3"),
            "/sites/0/kind: expected a string");
  EXPECT_EQ(ErrorOf("\"endLine\": 3,", ""), "/sites/0/endLine: missing");
  EXPECT_EQ(ErrorOf("\"endLine\": 3", "\"endLine\": -3"),
            "/sites/0/endLine: expected a number from 0 to 4294967295");
  EXPECT_EQ(ErrorOf("\"endLine\": 3", "\"endLine\": 4294967296"),
            "/sites/0/endLine: expected a number from 0 to 4294967295");
  EXPECT_EQ(ErrorOf("\"endLine\": 3", "\"endLine\": 1e99"),
            "/sites/0/endLine: expected a number from 0 to 4294967295");
  EXPECT_EQ(ErrorOf("\"status\": \"undocumented\"", "\"status\": \"fine\""),
            "/sites/0/status: unknown word 'fine'");
  EXPECT_EQ(ErrorOf("\"dirty\": false", "\"dirty\": 0"),
            "/run/dirty: expected true or false");
  EXPECT_EQ(ErrorOf("\"mode\": \"standard\"", "\"mode\": \"lax\""),
            "/run/mode: unknown word 'lax'");
  EXPECT_EQ(ErrorOf("\"defects\": []", "\"defects\": {}"),
            "/sites/0/defects: expected an array");
  EXPECT_EQ(ErrorOf("\"raw-dereference\": 12", "\"raw~/x\": true"),
            "/offByCheck/raw~0~1x: expected a number from 0 to 4294967295");
}

TEST(ReportJson, RejectsWhatIsNoReport) {
  EXPECT_EQ(reportError("[]"), "/: expected an object");
  EXPECT_EQ(reportError("{}"), "/version: missing");
  for (StringRef Text : {"", "{", "nonsense", "{\"version\": 1"})
    EXPECT_EQ(reportError(Text), "not a JSON document, or one cut short");
  const std::string Good = json(sampleReport());
  EXPECT_EQ(reportError(StringRef(Good).drop_back(20)),
            "not a JSON document, or one cut short");
  EXPECT_NE(reportError(std::string(100000, '[')), "");
}

TEST(ReportJson, UnitsCrossAPipeOnOneLine) {
  for (const UnitResult &U : sampleUnits()) {
    const std::string Text = line(U);
    EXPECT_EQ(Text.find('\n'), std::string::npos);
    llvm::Expected<UnitResult> Back = readUnit(Text);
    ASSERT_TRUE(static_cast<bool>(Back)) << llvm::toString(Back.takeError());
    EXPECT_EQ(*Back, U);
  }
  UnitResult U = sampleUnits().front();
  U.Messages = {"first\nsecond"};
  U.Sites[0].Looked = {"line 7: taken"};
  EXPECT_EQ(line(U).find('\n'), std::string::npos);
  EXPECT_EQ(llvm::cantFail(readUnit(line(U))), U);
}

TEST(ReportJson, NamesWhatIsWrongInAUnit) {
  const std::string Good = line(sampleUnits().front());
  EXPECT_EQ(unitError(replaced(Good, "\"status\":\"ok\"", "\"status\":1")),
            "/status: expected a string");
  EXPECT_EQ(unitError(replaced(Good, "[[\"src/a.cpp\",10,2]]", "[[\"x\",10]]")),
            "/indirectCalls/0/2: missing");
  EXPECT_EQ(unitError(replaced(Good, "[[\"src/a.cpp\",10,2]]", "[{\"x\":1}]")),
            "/indirectCalls/0: expected an array");
  EXPECT_EQ(unitError(replaced(Good, "\"excluded\":[[2,8]]", "\"excluded\":7")),
            "/files/include~1dir with space~1m.h/excluded: expected an array");
}

TEST(ReportJson, BytesThatAreNoTextAreReplaced) {
  Report R = sampleReport();
  R.Sites[0].Snippet = "p[\xFF]";
  llvm::Expected<Report> Back = readReport(json(R));
  ASSERT_TRUE(static_cast<bool>(Back)) << llvm::toString(Back.takeError());
  EXPECT_EQ(Back->Sites[0].Snippet, "p[\xEF\xBF\xBD]");
}

/// The words of `enum` at \p Pointer in the schema.
std::vector<std::string> schemaWords(const char *Pointer) {
  llvm::SmallString<256> Path(llvm::sys::path::parent_path(__FILE__));
  llvm::sys::path::append(Path, "..", "..", "docs", "report.schema.json");
  auto Schema = llvm::MemoryBuffer::getFile(Path);
  EXPECT_TRUE(static_cast<bool>(Schema)) << Path.str().str();
  if (!Schema)
    return {};
  const nlohmann::json Document =
      nlohmann::json::parse((*Schema)->getBuffer().str(), nullptr,
                            /*allow_exceptions=*/false);
  const nlohmann::json::json_pointer Place(Pointer);
  EXPECT_TRUE(Document.contains(Place)) << Pointer;
  return Document.value(Place, std::vector<std::string>());
}

template <typename Enum> std::vector<std::string> wordsUpTo(Enum Last) {
  std::vector<std::string> Words;
  for (unsigned N = 0; N <= static_cast<unsigned>(Last); ++N)
    Words.push_back(toString(static_cast<Enum>(N)).str());
  return Words;
}

TEST(ReportJson, SchemaKnowsOurWords) {
  EXPECT_EQ(schemaWords("/$defs/property/properties/name/enum"),
            wordsUpTo(allProperties().back()));
  EXPECT_EQ(schemaWords("/$defs/property/properties/state/enum"),
            wordsUpTo(PropertyOrigin::Missing));
  EXPECT_EQ(schemaWords("/$defs/comment/properties/placement/enum"),
            wordsUpTo(Placement::Region));
  EXPECT_EQ(schemaWords("/$defs/site/properties/status/enum"),
            wordsUpTo(Status::Proven));
  EXPECT_EQ(schemaWords("/$defs/site/properties/severity/enum"),
            wordsUpTo(Severity::Low));
  EXPECT_EQ(schemaWords("/$defs/precision/enum"),
            wordsUpTo(Precision::Possible));
  EXPECT_EQ(schemaWords("/properties/units/items/properties/status/enum"),
            wordsUpTo(UnitStatus::Skipped));
}

} // namespace
