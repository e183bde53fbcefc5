//===- ReportUnitsFileTest.cpp - Tests of files of units ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportSample.h"
#include "tool/report/UnitCodec.h"
#include "tool/report/UnitsFile.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <random>

using namespace warrant;
using namespace warrant::test;
using llvm::StringRef;
using testing::HasSubstr;

namespace {

UnitsInfo sampleInfo() {
  UnitsInfo Info;
  Info.Revision = "abc";
  Info.ConfigDigest = "def";
  Info.Configurations = {"build", "build-arm"};
  Info.Commands = {"1", "2"};
  Info.BuildFolders = {"", "build"};
  Info.Part = 1;
  Info.Parts = 3;
  return Info;
}

std::vector<std::string> encodedSamples() {
  std::vector<std::string> Units;
  for (const UnitResult &U : sampleUnits())
    Units.push_back(unitForFile(U));
  return Units;
}

std::string sampleFile() { return writeUnits(sampleInfo(), encodedSamples()); }

std::string errorOf(StringRef Bytes) {
  auto Info = readUnits(Bytes, [](const UnitResult &) {});
  return Info ? std::string() : llvm::toString(Info.takeError());
}

TEST(UnitsFile, ReadsWhatItWrote) {
  std::vector<UnitResult> Units;
  auto Info = readUnits(sampleFile(),
                        [&](UnitResult U) { Units.push_back(std::move(U)); });
  ASSERT_TRUE(bool(Info)) << llvm::toString(Info.takeError());
  EXPECT_EQ(Info->Units, sampleUnits().size());
  UnitsInfo Expected = sampleInfo();
  Expected.Units = Info->Units;
  Expected.Tool = Info->Tool;
  EXPECT_EQ(*Info, Expected);
  EXPECT_THAT(Units, testing::UnorderedElementsAreArray(sampleUnits()));
}

TEST(UnitsFile, HasOneFormForAnyOrder) {
  std::vector<std::string> Units = encodedSamples();
  ASSERT_GT(Units.size(), 1U);
  std::reverse(Units.begin(), Units.end());
  Units.push_back(Units.front());
  EXPECT_EQ(writeUnits(sampleInfo(), Units), sampleFile());
}

TEST(UnitsFile, LeavesOutWhatOnlyThisMachineKnows) {
  UnitResult U = sampleUnits().front();
  std::string Plain = unitForFile(U);
  U.Inputs = {{InputKind::Contents, "/home/me/a.c", "digest"}};
  EXPECT_EQ(unitForFile(U), Plain);
}

TEST(UnitsFile, TellsWhatIsWrong) {
  EXPECT_EQ(errorOf(""), "the file is cut off");
  EXPECT_THAT(errorOf("\n{\"version\": 1}"),
              HasSubstr("a report has counts where merging needs sets"));
  EXPECT_THAT(errorOf("int a;"), HasSubstr("not a unit's result"));
  EXPECT_EQ(errorOf(sampleFile() + "x"), "more follows behind the last unit");
  UnitsInfo Other = sampleInfo();
  Other.Tool = "warrant 9.9 (LLVM 33.1)";
  EXPECT_THAT(errorOf(encodeInfo(Other)),
              HasSubstr("written by warrant 9.9 (LLVM 33.1), this is warrant"));
  // A unit is no header.
  EXPECT_NE(errorOf(encodedSamples().front()), "");
}

TEST(UnitsFile, NoticesEveryTruncation) {
  const std::string File = sampleFile();
  for (size_t Size = 0; Size < File.size(); ++Size)
    ASSERT_NE(errorOf(StringRef(File).take_front(Size)), "") << Size;
}

TEST(UnitsFile, NoticesDamage) {
  std::mt19937 Random(1);
  const std::string File = sampleFile();
  for (unsigned Round = 0; Round < 2000; ++Round) {
    std::string Damaged = File;
    Damaged[Random() % File.size()] ^= 1 << Random() % 8;
    ASSERT_NE(errorOf(Damaged), "") << Round;
  }
}

} // namespace
