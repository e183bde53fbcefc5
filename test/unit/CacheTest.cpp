//===- CacheTest.cpp - Tests of what is kept between runs -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/scan/Cache.h"
#include "ReportSample.h"
#include "tool/report/UnitParts.h"
#include "tool/scan/CacheManifest.h"
#include "tool/scan/InputRecorder.h"
#include "warrant/Report.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <chrono>
#include <fstream>
#include <random>

using namespace warrant;
using namespace warrant::test;
using llvm::StringRef;

namespace {

/// A folder that is gone after the test.
class Scratch {
public:
  Scratch() {
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("cache", Path));
  }
  ~Scratch() { llvm::sys::fs::remove_directories(Path); }
  std::string file(StringRef Name) const { return (Path + "/" + Name).str(); }
  std::string write(StringRef Name, StringRef Text) const {
    std::ofstream(file(Name)) << Text.str();
    return file(Name);
  }
  /// As if it had been written long ago.
  std::string writeOld(StringRef Name, StringRef Text) const {
    std::string File = write(Name, Text);
    int Descriptor = -1;
    EXPECT_FALSE(llvm::sys::fs::openFileForReadWrite(
        File, Descriptor, llvm::sys::fs::CD_OpenExisting,
        llvm::sys::fs::OF_None));
    EXPECT_FALSE(llvm::sys::fs::setLastAccessAndModificationTime(
        Descriptor, std::chrono::system_clock::now() - std::chrono::hours(1)));
    llvm::sys::Process::SafelyCloseFileDescriptor(Descriptor);
    return File;
  }

  llvm::SmallString<128> Path;
};

std::vector<UnitInput> sampleInputs() {
  return {{InputKind::Absent, "/p/first/x.h", ""},
          {InputKind::Contents, "/p/second/x.h", contentDigest("x")},
          {InputKind::RealPath, "/p/second", "/p/second"}};
}

/// A manifest of the sample units.
std::string sampleManifest() {
  ManifestBuilder Builder;
  for (UnitResult &U : sampleUnits()) {
    CachedUnit Unit{"command " + U.File,
                    "prefix",
                    5,
                    U.File,
                    U.Configuration,
                    U.State,
                    {},
                    {},
                    {}};
    for (const UnitInput &Input : sampleInputs())
      Unit.Inputs.push_back(Builder.input(Input));
    for (const UnitResult &Part : splitUnit(std::move(U)))
      Unit.Parts.push_back(Builder.part(encodePart(Part)).second);
    Builder.addUnit(std::move(Unit));
  }
  DigestTable Digests;
  Digests.add("/p/second/x.h", {{1, 2, 3, 4, 5}, contentDigest("x"), true});
  return Builder.encode(Digests);
}

TEST(UnitParts, MergeToWhatTheUnitsAre) {
  Merger InParts;
  for (UnitResult &U : sampleUnits()) {
    InParts.addUnit({U.File, U.Configuration, U.State, U.Messages, {}});
    for (UnitResult &Part : splitUnit(std::move(U)))
      InParts.addPart(std::move(Part));
  }
  EXPECT_EQ(InParts.take(), merge(sampleUnits()));
}

TEST(UnitParts, NothingOfAUnitIsLost) {
  UnitResult U;
  U.Configuration = "build";
  U.Suspected = {{"orphan", {"a.h", 1, 2}, "m", "s", ""}};
  U.Refuted = {{{"a.h", 1, 2}, "orphan", "s"}};
  for (unsigned N = 0; N != 500; ++N)
    U.Declared.insert("name" + std::to_string(N));
  U.Files["a.h"].Lines = 7;
  U.CDefinitions["f"] = {};
  U.CDefinitions["g"] = {{{"a.h", 3, 4}, "build", "int ()", "", "", true}};
  U.Exceptions["f"].Open = true;
  U.HandlerUses["v"].Writes = true;
  U.IndirectCalls = {{"a.h", 5, 6}};
  U.Patterns = {{"a.h", 7, 8}};
  U.InstantiatedPatterns = {{"a.h", 7, 8}};
  std::set<std::string> Declared;
  UnitResult Joined;
  for (UnitResult &Part : splitUnit(U)) {
    EXPECT_EQ(Part.Configuration, "build");
    Joined.Declared.merge(Part.Declared);
    Joined.Suspected.merge(Part.Suspected);
    Joined.Refuted.merge(Part.Refuted);
    Joined.Files.merge(Part.Files);
    Joined.CDefinitions.merge(Part.CDefinitions);
    Joined.Exceptions.merge(Part.Exceptions);
    Joined.HandlerUses.merge(Part.HandlerUses);
    Joined.IndirectCalls.merge(Part.IndirectCalls);
    Joined.Patterns.merge(Part.Patterns);
    Joined.InstantiatedPatterns.merge(Part.InstantiatedPatterns);
  }
  Joined.Configuration = "build";
  EXPECT_EQ(Joined, U);
}

TEST(UnitParts, OneMoreNameChangesFewParts) {
  UnitResult A, B;
  for (unsigned N = 0; N != 5000; ++N)
    A.Declared.insert("name" + std::to_string(N));
  B.Declared = A.Declared;
  B.Declared.insert("name2500x");
  std::set<std::string> Parts;
  for (const UnitResult &Part : splitUnit(A))
    Parts.insert(encodePart(Part));
  size_t Before = Parts.size();
  for (const UnitResult &Part : splitUnit(B))
    Parts.insert(encodePart(Part));
  EXPECT_GT(Before, 50U);
  EXPECT_LE(Parts.size(), Before + 2);
}

TEST(CacheManifest, ComesBack) {
  std::string Bytes = sampleManifest();
  llvm::Expected<CacheManifest> M = decodeManifest(Bytes);
  ASSERT_TRUE(bool(M));
  EXPECT_EQ(M->Inputs, sampleInputs());
  ASSERT_EQ(M->Units.size(), sampleUnits().size());
  Merger All;
  for (const CachedUnit &Unit : M->Units) {
    All.addUnit({Unit.File, Unit.Configuration, Unit.State, {}, {}});
    for (unsigned N : Unit.Parts)
      All.addPart(decodePart(M->Parts[N].Bytes).value());
  }
  EXPECT_EQ(All.take().Sites, merge(sampleUnits()).Sites);
}

TEST(CacheManifest, EachTruncationIsAnError) {
  std::string Bytes = sampleManifest();
  for (size_t Size = 0; Size != Bytes.size(); ++Size) {
    llvm::Expected<CacheManifest> M =
        decodeManifest(StringRef(Bytes).take_front(Size));
    ASSERT_FALSE(bool(M)) << Size;
    llvm::consumeError(M.takeError());
  }
}

TEST(CacheManifest, EachDamagedByteIsAnError) {
  std::string Bytes = sampleManifest();
  std::mt19937 Random(6);
  for (char &Byte : Bytes) {
    char Right = Byte;
    Byte ^= static_cast<char>(1 + Random() % 255);
    llvm::Expected<CacheManifest> M = decodeManifest(Bytes);
    ASSERT_FALSE(bool(M));
    llvm::consumeError(M.takeError());
    Byte = Right;
  }
}

TEST(CacheManifest, AFrameAroundAnythingIsNoCrash) {
  StringRef Magic = StringRef(sampleManifest()).take_front(8);
  std::string MagicBytes = Magic.str(), Right = sampleManifest();
  std::mt19937 Random(7);
  for (unsigned Round = 0; Round != 2000; ++Round) {
    std::string Payload = Right.substr(24);
    for (unsigned N = 0; N != 3; ++N)
      Payload[Random() % Payload.size()] = static_cast<char>(Random());
    std::string Bytes = framed(MagicBytes, Payload);
    llvm::Expected<CacheManifest> M = decodeManifest(Bytes);
    if (!M) {
      llvm::consumeError(M.takeError());
      continue;
    }
    for (const CachedUnit &Unit : M->Units)
      for (unsigned N : Unit.Parts)
        (void)decodePart(M->Parts[N].Bytes);
  }
}

TEST(CacheManifest, KeepsTheLatestOfManyVariants) {
  CacheManifest Old;
  for (unsigned N = 0; N != 20; ++N) {
    Old.Inputs.push_back({InputKind::Absent, "/" + std::to_string(N), ""});
    Old.Units.push_back(
        {"command", "", N, "a.cpp", "build", UnitStatus::Ok, {}, {N}, {}});
  }
  ManifestBuilder Builder;
  Builder.addAll(Old, /*Oldest=*/2);
  std::string Bytes = Builder.encode(DigestTable());
  CacheManifest New = llvm::cantFail(decodeManifest(Bytes));
  std::vector<uint64_t> Used;
  for (const CachedUnit &Unit : New.Units)
    Used.push_back(Unit.LastUsed);
  EXPECT_THAT(Used, testing::ElementsAre(19, 18, 17, 16, 15, 14, 13, 12));
  EXPECT_EQ(New.Inputs.size(), 8U);
}

TEST(DigestTable, TrustsAStampThatHolds) {
  Scratch Folder;
  std::string File = Folder.write("a.h", "one");
  DigestTable Digests;
  FileState Now = lookAt(File);
  Digests.add(File, {Now.Stamp, "kept", true});
  EXPECT_EQ(Digests.digest(File, Now), "kept");
  EXPECT_FALSE(Digests.hasGrown());
  Now.Stamp.Changed += 1;
  EXPECT_EQ(Digests.digest(File, Now), contentDigest("one"));
}

TEST(DigestTable, AYoungFileIsReadAgain) {
  Scratch Folder;
  std::string File = Folder.writeOld("a.h", "one");
  DigestTable Digests;
  // What was changed this second may change once more in the same tick: that
  // it says it was modified an hour ago makes no difference.
  EXPECT_EQ(Digests.digest(File, lookAt(File)), contentDigest("one"));
  EXPECT_FALSE(Digests.hasGrown());
  EXPECT_FALSE(Digests.entries().lookup(File).Settled);
}

TEST(DigestTable, WhatIsNotThereHasNone) {
  Scratch Folder;
  DigestTable Digests;
  EXPECT_EQ(Digests.digest("/no/such/file", lookAt("/no/such/file")), "");
  std::string Path(Folder.Path);
  EXPECT_EQ(Digests.digest(Path, lookAt(Path)), "");
}

TEST(InputRecorder, NotesEachAnswer) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> Files(
      new llvm::vfs::InMemoryFileSystem);
  Files->addFile("/p/a.h", 0, llvm::MemoryBuffer::getMemBuffer("text"));
  Files->addFile("/p/unread.h", 0, llvm::MemoryBuffer::getMemBuffer("text"));
  Files->setCurrentWorkingDirectory("/p");
  InputRecorder Recorder(Files);
  EXPECT_TRUE(bool(Recorder.getBufferForFile("a.h")));
  EXPECT_TRUE(Recorder.exists("unread.h"));
  EXPECT_FALSE(Recorder.exists("/p/missing.h"));
  EXPECT_TRUE(bool(Recorder.status("/p")));
  std::error_code Code;
  Recorder.dir_begin("/p", Code);
  Recorder.add({{InputKind::Absent, "/p/gone.h", ""}});
  Recorder.leaveOut("/p/made.pch");
  EXPECT_FALSE(Recorder.exists("/p/made.pch"));
  std::vector<UnitInput> Inputs = Recorder.take();
  for (const UnitInput &Each : Inputs)
    EXPECT_NE(Each.Path, "/p/made.pch");
  EXPECT_THAT(Inputs, testing::IsSupersetOf(
                          {UnitInput{InputKind::Contents, "/p/a.h",
                                     contentDigest("text")},
                           UnitInput{InputKind::Present, "/p/unread.h", ""},
                           UnitInput{InputKind::Absent, "/p/missing.h", ""},
                           UnitInput{InputKind::Absent, "/p/gone.h", ""},
                           UnitInput{InputKind::Directory, "/p", ""}}));
}

TEST(InputRecorder, APathThatIsNoTextIsNotWrittenDown) {
  InputRecorder Recorder(new llvm::vfs::InMemoryFileSystem);
  (void)Recorder.exists("/p/\xff.h");
  EXPECT_TRUE(Recorder.take().empty());
}

TEST(CacheFolder, IsTheUsersAlone) {
  using namespace llvm::sys::fs;
  Scratch Top;
  std::string Path = Top.file("new/cache");
  llvm::Expected<CacheFolder> Folder = CacheFolder::open(Path);
  ASSERT_TRUE(bool(Folder));
  EXPECT_EQ(llvm::cantFail(llvm::errorOrToExpected(getPermissions(Path))),
            owner_all);
  ASSERT_FALSE(bool(Folder->write("units", "key", "bytes")));
  EXPECT_EQ(Folder->read("units", "key")->getBuffer(), "bytes");
  EXPECT_EQ(Folder->read("units", "other"), nullptr);
  ASSERT_FALSE(setPermissions(Path, owner_all | group_write));
  llvm::Expected<CacheFolder> Shared = CacheFolder::open(Path);
  ASSERT_FALSE(bool(Shared));
  EXPECT_EQ(llvm::toString(Shared.takeError()),
            "'" + Path + "': others than you may write there");
}

TEST(CacheFolder, ForgetsWhatWasUsedLeastRecently) {
  Scratch Top;
  CacheFolder Folder = llvm::cantFail(CacheFolder::open(Top.file("cache")));
  std::string Bytes(1000, 'x');
  for (StringRef Key : {"a", "b", "c"}) {
    ASSERT_FALSE(bool(Folder.write("units", Key, Bytes)));
    CacheFolder::touch(Folder.path("units", Key));
  }
  EXPECT_EQ(Folder.size("").Files, 3U);
  EXPECT_EQ(Folder.size("units").Bytes, 3000U);
  EXPECT_EQ(Folder.size("pch").Files, 0U);
  EXPECT_NE(Folder.read("units", "a"), nullptr); // used last
  Folder.prune(2500, /*Now=*/true);
  EXPECT_EQ(Folder.read("units", "b"), nullptr);
  EXPECT_NE(Folder.read("units", "a"), nullptr);
  EXPECT_NE(Folder.read("units", "c"), nullptr);
  ASSERT_FALSE(bool(Folder.clear()));
  EXPECT_EQ(Folder.size("").Files, 0U);
}

} // namespace
