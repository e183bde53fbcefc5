//===- PlanCommandsTest.cpp - What becomes of compile commands ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/scan/Commands.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace warrant;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// /src/a.c and its folder, in memory.
IntrusiveRefCntPtr<vfs::InMemoryFileSystem>
files(std::initializer_list<std::pair<StringRef, StringRef>> List) {
  auto FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  for (auto [Name, Text] : List)
    FS->addFile(Name, 0, MemoryBuffer::getMemBufferCopy(Text));
  return FS;
}

ParseCommand convert(std::vector<std::string> Command,
                     StringRef File = "/src/a.c") {
  auto FS = files({{"/src/a.c", "int a;"}, {"/src/x.rsp", "-DA -DB='1 2'"}});
  return toParseCommand(Command, File, "/src", *FS);
}

std::vector<std::string> arguments(std::vector<std::string> Command) {
  return convert(std::move(Command)).Arguments;
}

TEST(PlanCommands, OutputsAndWarningsGo) {
  EXPECT_THAT(arguments({"/bin/cc", "-c", "-Wall", "-Werror=foo", "-pedantic",
                         "-o", "a.o", "-MD", "-MF", "a.d", "-save-temps", "-S",
                         "-O2", "a.c"}),
              ElementsAre("/bin/cc", "-O2", "/src/a.c"));
}

TEST(PlanCommands, DependencyFilesGoInEverySpelling) {
  EXPECT_THAT(
      arguments({"/bin/cc", "-Wp,-MMD,a.d", "-Wp,-DX=1", "-MTa", "-MQ", "b",
                 "-MJa.json", "--serialize-diagnostics", "d", "a.c"}),
      ElementsAre("/bin/cc", "-DX=1", "/src/a.c"));
}

TEST(PlanCommands, WrappersGo) {
  for (const char *Wrapper : {"ccache", "/usr/bin/distcc", "icecc", "sccache"})
    EXPECT_THAT(arguments({Wrapper, "/bin/cc", "a.c"}),
                ElementsAre("/bin/cc", "/src/a.c"));
  EXPECT_THAT(arguments({"env", "A=1", "ccache", "/bin/cc", "a.c"}),
              ElementsAre("/bin/cc", "/src/a.c"));
}

TEST(PlanCommands, FlagsOfOthersAreDroppedAndTold) {
  ParseCommand Result =
      convert({"/bin/gcc", "-fconserve-stack", "-Wno-gcc-only", "a.c"});
  EXPECT_THAT(Result.Arguments, ElementsAre("/bin/gcc", "/src/a.c"));
  EXPECT_THAT(Result.Dropped, ElementsAre("-fconserve-stack"));
}

TEST(PlanCommands, NothingIsLoaded) {
  ParseCommand Result =
      convert({"/bin/clang", "-fplugin=x.so", "-Xclang", "-load", "-Xclang",
               "y.so", "-mllvm", "-z", "-fpass-plugin=p.so", "a.c"});
  EXPECT_THAT(Result.Arguments, ElementsAre("/bin/clang", "/src/a.c"));
  EXPECT_THAT(Result.Dropped, ElementsAre("-fplugin=x.so", "-fpass-plugin=p.so",
                                          "-Xclang -load y.so"));
}

TEST(PlanCommands, PrecompiledHeadersComeAsText) {
  ParseCommand Result =
      convert({"/bin/clang", "-Xclang", "-include-pch", "-Xclang", "h.pch",
               "-Xclang", "-include", "-Xclang", "h.h", "a.c"});
  EXPECT_THAT(Result.Arguments,
              ElementsAre("/bin/clang", "-include", "h.h", "/src/a.c"));
  EXPECT_THAT(Result.Dropped, IsEmpty());
}

TEST(PlanCommands, ResponseFilesAreRead) {
  EXPECT_THAT(arguments({"/bin/cc", "@x.rsp", "a.c"}),
              ElementsAre("/bin/cc", "-D", "A", "-D", "B=1 2", "/src/a.c"));
}

TEST(PlanCommands, CrossCompilersNameTheirTarget) {
  EXPECT_THAT(arguments({"/x/arm-none-eabi-gcc", "a.c"}),
              ElementsAre("/x/arm-none-eabi-gcc", "--target=arm-none-eabi",
                          "/src/a.c"));
  EXPECT_THAT(arguments({"/x/riscv64-linux-gnu-gcc-12", "a.c"}),
              ElementsAre("/x/riscv64-linux-gnu-gcc-12",
                          "--target=riscv64-linux-gnu", "/src/a.c"));
  EXPECT_THAT(
      arguments({"/x/arm-none-eabi-gcc", "--target=armv7m-none-eabi", "a.c"}),
      ElementsAre("/x/arm-none-eabi-gcc", "--target=armv7m-none-eabi",
                  "/src/a.c"));
}

TEST(PlanCommands, ATargetOfOneWordIsOne) {
  EXPECT_THAT(arguments({"/x/avr-gcc", "a.c"}),
              ElementsAre("/x/avr-gcc", "--target=avr", "/src/a.c"));
  EXPECT_THAT(arguments({"/x/my-gcc", "a.c"}),
              ElementsAre("/x/my-gcc", "/src/a.c"));
}

TEST(PlanCommands, ATargetThatClangLacksIsTold) {
  ParseCommand Result = convert({"/x/tricore-elf-gcc", "a.c"});
  EXPECT_THAT(Result.Arguments, ElementsAre("/x/tricore-elf-gcc", "/src/a.c"));
  EXPECT_EQ(Result.UnknownTarget, "tricore-elf-gcc");
}

TEST(PlanCommands, TheDriversModeFollowsTheName) {
  EXPECT_THAT(arguments({"/bin/g++", "a.c"}),
              ElementsAre("/bin/g++", "--driver-mode=g++", "/src/a.c"));
}

TEST(PlanCommands, TheLanguageThatHoldsAtTheFileIsKept) {
  EXPECT_THAT(arguments({"/bin/cc", "-x", "c++", "a.c", "-x", "c", "b.c"}),
              ElementsAre("/bin/cc", "-x", "c++", "/src/a.c"));
}

TEST(PlanCommands, AFlagWithoutItsValueIsTold) {
  EXPECT_THAT(convert({"/bin/cc", "a.c", "-I"}).Dropped, ElementsAre("-I"));
}

TEST(PlanCommands, OtherLanguagesAreSkipped) {
  std::pair<StringRef, StringRef> Cases[] = {
      {"/a.c", ""},
      {"/a.cpp", ""},
      {"/a.cc", ""},
      {"/a.C", ""},
      {"/a.h", ""},
      {"/a.ii", ""},
      {"/a.s", "assembly"},
      {"/a.S", "assembly"},
      {"/a.cu", "CUDA"},
      {"/a.m", "Objective-C"},
      {"/a.mm", "Objective-C++"},
      {"/a.cppm", "C++ modules"},
      {"/a.ixx", "C++ modules"},
      {"/a.f90", "neither C nor C++ (`.f90`)"},
      {"/a.swift", "neither C nor C++ (`.swift`)"}};
  for (auto [File, Reason] : Cases)
    EXPECT_EQ(skipReason(File, ""), Reason) << File.str();
  EXPECT_EQ(skipReason("/a.c", "assembler-with-cpp"), "assembly");
  EXPECT_EQ(skipReason("/a.S", "c"), "");
  EXPECT_EQ(skipReason("/a.txt", "c++"), "");
  EXPECT_EQ(skipReason("/a.c", "ada"), "language `ada`");
}

TEST(PlanCommands, UnitsOfModulesAreSkippedWhereTheyUseThem) {
  auto FS = files({{"/src/plain.cpp", "#include <vector>\nint import = 1;"},
                   {"/src/user.cpp", "import geometry;"},
                   {"/src/part.cpp", "module geometry;"}});
  auto Reason = [&](StringRef File) {
    return toParseCommand({"/bin/g++", "-fmodules-ts", File.str()}, File,
                          "/src", *FS)
        .SkipReason;
  };
  EXPECT_EQ(Reason("/src/plain.cpp"), "");
  EXPECT_EQ(Reason("/src/user.cpp"), "C++ modules");
  EXPECT_EQ(Reason("/src/part.cpp"), "C++ modules");
}

} // namespace
