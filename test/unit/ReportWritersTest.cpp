//===- ReportWritersTest.cpp - Tests of text and SARIF --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportSample.h"
#include "tool/report/SourceText.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <nlohmann/json.hpp>

using namespace warrant;
using namespace warrant::test;
using llvm::StringRef;

namespace {

std::string text(const Report &R, TextOptions Options,
                 const Policy &P = Policy()) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  EXPECT_FALSE(static_cast<bool>(writeText(R, judge(R, P), Options, OS)));
  return Result;
}

std::string sarif(const Report &R, SourceReader Source = sampleSource) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  EXPECT_FALSE(static_cast<bool>(
      writeSARIF(R, judge(R, {}), {sampleChecks(), Source}, OS)));
  return Result;
}

nlohmann::json parsed(const std::string &Text) {
  return nlohmann::json::parse(Text, nullptr, /*allow_exceptions=*/false);
}

/// The status of a site's result; empty for a remark's.
std::string statusOf(const nlohmann::json &Result) {
  return Result.value("properties", nlohmann::json::object())
      .value("status", "");
}

/// Releases differ in nothing but the versions.
std::string withoutVersions(std::string Text) {
  const llvm::Regex Tool(
      "\"version\": \"([^\"]*)\",\n *\"(llvm|semanticVersion)\": \"([^\"]*)\"");
  llvm::SmallVector<StringRef> Found;
  if (!Tool.match(Text, &Found))
    return Text;
  // SAFETY(same-object): what was found are parts of Text.
  const size_t First = Found[1].data() - Text.data();
  // SAFETY(same-object): likewise, since Text was not changed meanwhile.
  const size_t Second = Found[3].data() - Text.data();
  Text.replace(Second, Found[3].size(), "0.0.0");
  return Text.replace(First, Found[1].size(), "0.0.0");
}

/// Compares with test/report/Inputs/NAME. With UPDATE_GOLDEN=1 in the
/// environment it writes that file instead.
void expectGolden(StringRef Name, std::string Actual) {
  Actual = withoutVersions(std::move(Actual));
  llvm::SmallString<256> Path(llvm::sys::path::parent_path(__FILE__));
  llvm::sys::path::append(Path, "..", "report", "Inputs", Name);
  if (llvm::sys::Process::GetEnv("UPDATE_GOLDEN")) {
    std::error_code Wrong;
    llvm::raw_fd_ostream OS(Path, Wrong);
    ASSERT_FALSE(Wrong) << Wrong.message();
    OS << Actual;
    return;
  }
  auto Golden = llvm::MemoryBuffer::getFile(Path);
  ASSERT_TRUE(static_cast<bool>(Golden)) << Path.str().str();
  EXPECT_EQ(Actual, (*Golden)->getBuffer().str())
      << "UPDATE_GOLDEN=1 accepts the difference";
}

TextOptions terminal() {
  TextOptions Options;
  Options.Terminal = true;
  Options.Source = sampleSource;
  return Options;
}

TEST(ReportGolden, Json) {
  const Report R = sampleReport();
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  EXPECT_FALSE(
      static_cast<bool>(writeJSON(R, judge(R, {{FailOn::Defect}}), OS)));
  expectGolden("sample.json", Result);
}

TEST(ReportGolden, Sarif) {
  expectGolden("sample.sarif", sarif(sampleReport()));
}

TEST(ReportGolden, SarifWithoutSources) {
  expectGolden("no-sources.sarif", sarif(sampleReport(), nullptr));
}

TEST(ReportGolden, SarifOfNothing) {
  expectGolden("empty.sarif", sarif(Report()));
}

TEST(ReportGolden, Pipe) {
  expectGolden("pipe.txt", text(sampleReport(), {},
                                {{FailOn::Undocumented, FailOn::Defect}}));
}

TEST(ReportGolden, PipeWithNotes) {
  TextOptions Options;
  Options.Notes = Options.Vendored = true;
  expectGolden("notes.txt", text(sampleReport(), Options));
}

TEST(ReportGolden, Terminal) {
  expectGolden("terminal.txt", text(sampleReport(), terminal()));
}

TEST(ReportGolden, Colors) {
  TextOptions Options = terminal();
  Options.Colors = true;
  expectGolden("colors.txt", text(sampleReport(), Options, {{FailOn::Defect}}));
}

Report manySites(unsigned Count) {
  UnitResult U;
  U.File = "src/a.cpp";
  for (unsigned N = 1; N <= Count; ++N)
    U.Sites.push_back(sampleSite(N, 1));
  U.Sites.back().State = Status::Unknown;
  U.Files["src/a.cpp"].Lines = Count;
  return merge({U});
}

TEST(ReportText, TerminalShowsTheWorstTwenty) {
  const std::string Cut = text(manySites(25), terminal());
  EXPECT_EQ(StringRef(Cut).count("warning: "), 20U);
  EXPECT_TRUE(StringRef(Cut).starts_with("src/a.cpp:25:1: warning: unknown"));
  EXPECT_NE(Cut.find("\n5 more: --all\n"), std::string::npos);
  TextOptions All = terminal();
  All.All = true;
  EXPECT_EQ(StringRef(text(manySites(25), All)).count("warning: "), 25U);
  EXPECT_EQ(StringRef(text(manySites(25), {})).count("warning: "), 25U);
  EXPECT_EQ(text(manySites(20), terminal()).find("more: --all"),
            std::string::npos);
}

TEST(ReportText, SaysThatNothingWasFound) {
  Report R;
  R.Units = {{"a.c", "build", UnitStatus::Ok, {}}};
  R.Files["a.c"].Lines = 3;
  EXPECT_EQ(text(R, {}),
            "no raw-memory operation in 1 unit, 1 file, 3 lines\n"
            "audited: no revision is known; standard mode; configuration "
            "unknown; commands unknown\n");
  EXPECT_EQ(text(Report(), {}),
            "no raw-memory operation in 0 units, 0 files, 0 lines\n"
            "audited: no revision is known; standard mode; configuration "
            "unknown; commands unknown\n"
            "incomplete: no unit was analysed\n");
}

TEST(ReportText, CannotSteerATerminal) {
  UnitResult U;
  U.Sites = {sampleSite(1, 1)};
  U.Sites[0].Snippet = "p[\033[2J\xFF\xC2\x9B]";
  U.Sites[0].Function = "f\n";
  const std::string Shown = text(merge({U}), {});
  EXPECT_EQ(Shown.find('\033'), std::string::npos);
  EXPECT_EQ(Shown.find("\xC2\x9B"), std::string::npos);
  EXPECT_NE(Shown.find("'p[?[2J\xEF\xBF\xBD?]' in 'f?'"), std::string::npos);
}

TEST(ReportText, LongOperationsAreCut) {
  UnitResult U;
  U.Sites = {sampleSite(1, 1)};
  U.Sites[0].Snippet = std::string(70, 'x') + std::string(20, '\xC3');
  for (unsigned N = 0; N != 40; ++N)
    U.Sites[0].Snippet += "\xC3\xA4";
  const std::string Shown = text(merge({U}), {});
  EXPECT_NE(Shown.find("...'"), std::string::npos);
  EXPECT_LT(StringRef(Shown).split('\n').first.size(), 220U);
}

TEST(ReportText, CaretsSurviveFilesThatChanged) {
  for (StringRef Content : {"", "\n", "\n\n\n\n\n\n\n", "x"}) {
    TextOptions Options = terminal();
    Options.Source = [&](StringRef) { return Content.str(); };
    EXPECT_EQ(StringRef(text(manySites(5), Options)).count('^'),
              Content == "x" ? 1U : 0U);
  }
}

TEST(ReportText, CountsCharacters) {
  EXPECT_EQ(countCharacters(""), 0U);
  EXPECT_EQ(countCharacters("a\xC3\xA4\xE4\xB8\xAD\xF0\x9F\x98\x80"), 4U);
  EXPECT_EQ(countCharacters("\xFF\xC3"), 2U);
}

TEST(ReportSarif, ColumnsCountCharacters) {
  const nlohmann::json Log = parsed(sarif(sampleReport()));
  for (const auto &Result : Log["runs"][0]["results"]) {
    if (statusOf(Result) != "unknown")
      continue;
    const auto &Region = Result["locations"][0]["physicalLocation"]["region"];
    EXPECT_EQ(Region["startColumn"], 12);
    EXPECT_EQ(Region["endColumn"], 18);
    EXPECT_EQ(Region["snippet"]["text"], "\"\xC3\xA4\"[i]");
    return;
  }
  FAIL() << "the sample has a site whose text was not read";
}

TEST(ReportSarif, DocumentedProvenAndVendoredAreAbsent) {
  const nlohmann::json Log = parsed(sarif(sampleReport()));
  std::map<std::string, unsigned> Levels;
  for (const auto &Result : Log["runs"][0]["results"]) {
    ++Levels[Result["level"].get<std::string>()];
    const std::string State = statusOf(Result);
    EXPECT_NE(State, "proven");
    EXPECT_EQ(State == "documented",
              Result.dump().find("\"defect\":") != std::string::npos);
    EXPECT_EQ(Result.dump().find("third_party"), std::string::npos);
  }
  EXPECT_EQ(Levels, (std::map<std::string, unsigned>{
                        {"error", 1}, {"note", 2}, {"warning", 5}}));
}

TEST(ReportSarif, HasNoAbsolutePath) {
  Report R = sampleReport();
  R.Sites[0].Expansions.insert({"/home/me/x.h", 1, 1});
  R.Sites[0].Related.push_back({{"/usr/include/y.h", 1, 1}, "there"});
  const std::string Text = sarif(R);
  EXPECT_EQ(Text.find("/home/"), std::string::npos);
  EXPECT_EQ(Text.find("/usr/"), std::string::npos);
}

TEST(ReportSarif, UrisAreEncoded) {
  UnitResult U;
  U.Sites = {sampleSite(1, 1)};
  U.Sites[0].Where.File = "a:b/\xC3\xA4 #%?.c";
  EXPECT_NE(sarif(merge({U})).find("\"a%3Ab/%C3%A4%20%23%25%3F.c\""),
            std::string::npos);
}

TEST(ReportSarif, KindsOfOtherReleasesHaveRules) {
  UnitResult U;
  U.Sites = {sampleSite(1, 1)};
  U.Sites[0].Kind = "later-kind";
  const nlohmann::json Log = parsed(sarif(merge({U})));
  const auto &Run = Log["runs"][0];
  const size_t Index = Run["results"][0]["ruleIndex"].get<size_t>();
  EXPECT_EQ(Run["tool"]["driver"]["rules"][Index]["id"],
            "warrant-pointer-arithmetic-later-kind");
  EXPECT_EQ(Run["tool"]["driver"]["rules"][Index]["name"],
            "PointerArithmeticLaterKind");
}

TEST(ReportSarif, FailedUnitsAreNotifications) {
  const nlohmann::json Log = parsed(sarif(sampleReport()));
  const auto &Invocation = Log["runs"][0]["invocations"][0];
  EXPECT_EQ(Invocation["executionSuccessful"], false);
  const auto &Notes = Invocation["toolExecutionNotifications"];
  ASSERT_EQ(Notes.size(), 4U);
  EXPECT_EQ(Notes[0]["level"], "error");
  EXPECT_EQ(Notes[2]["level"], "note");
  EXPECT_EQ(Notes[3]["descriptor"]["id"], "warrant-coverage");
}

} // namespace
