//===- ConfigTest.cpp - Loading and dumping the configuration -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Config.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace warrant;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// What loading \p Yaml over the defaults complains of; empty if of nothing.
std::string load(StringRef Yaml, Config &C) {
  return toString(loadConfig(MemoryBufferRef(Yaml, ".warrant.yaml"), C));
}

std::string mistakes(StringRef Yaml) {
  Config C;
  return load(Yaml, C);
}

TEST(ConfigTest, EmptyFilesChangeNothing) {
  for (StringRef Yaml : {"", "# a comment\n", "---\n", "\n\n"}) {
    Config C;
    EXPECT_EQ(load(Yaml, C), "") << Yaml.str();
    EXPECT_THAT(C.Origins, IsEmpty());
  }
}

TEST(ConfigTest, ReadsEveryKey) {
  Config C;
  C.Root = "/project/sub";
  EXPECT_EQ(load("root: ..\n"
                 "checks: ['-*', volatile-*]\n"
                 "include: [src]\n"
                 "exclude:\n"
                 "  - src/old   # not ours any more\n"
                 "  - \"*.inc\"\n"
                 "vendored: ['!external']\n"
                 "strict: true  # yes\n"
                 "markers: [SOUND]\n"
                 "reject: [see above]\n"
                 "limits:\n"
                 "  timeout: 60\n"
                 "  memory: 512 \n",
                 C),
            "");
  EXPECT_EQ(C.Root, "/project");
  EXPECT_THAT(C.Checks, ElementsAre("-*", "volatile-*"));
  EXPECT_THAT(C.Include, ElementsAre("src"));
  EXPECT_THAT(C.Exclude, ElementsAre("src/old", "*.inc"));
  EXPECT_THAT(C.Vendored, ElementsAre("!external"));
  EXPECT_TRUE(C.Strict);
  EXPECT_THAT(C.Markers, ElementsAre("SOUND"));
  EXPECT_THAT(C.Reject, ElementsAre("see above"));
  EXPECT_EQ(C.TimeoutSeconds, 60U);
  EXPECT_EQ(C.MemoryMegabytes, 512U);
  EXPECT_EQ(C.Origins["strict"], ".warrant.yaml:8:1");
  EXPECT_EQ(C.Origins["limits.memory"], ".warrant.yaml:13:3");
  EXPECT_EQ(C.Origins.count("pointer-arithmetic"), 0U);
}

TEST(ConfigTest, ChecksMayBeAStringWithCommas) {
  Config C;
  EXPECT_EQ(load("checks: '-*, volatile-access,warrant-pointer-*'\r\n", C), "");
  EXPECT_THAT(C.Checks,
              ElementsAre("-*", "volatile-access", "warrant-pointer-*"));
}

TEST(ConfigTest, TheLastGlobThatMatchesDecides) {
  const CheckInfo *Volatile = findCheck("volatile-access");
  const CheckInfo *Pointer = findCheck("warrant-pointer-arithmetic");
  ASSERT_TRUE(Volatile && Pointer);
  Config C;
  EXPECT_EQ(C.isCheckEnabled(*Volatile), Volatile->OnByDefault);
  C.Checks = {"-*", "volatile-*"};
  EXPECT_TRUE(C.isCheckEnabled(*Volatile));
  EXPECT_FALSE(C.isCheckEnabled(*Pointer));
  C.Checks = {"volatile-*", "-warrant-volatile-access"};
  EXPECT_FALSE(C.isCheckEnabled(*Volatile));
  EXPECT_TRUE(C.isCheckEnabled(*Pointer));
}

TEST(ConfigTest, SeveralMistakesAreFoundInOneRun) {
  EXPECT_EQ(mistakes("marker: [X]\n"
                     "strict: yes\n"
                     "limits:\n"
                     "  memroy: 4\n"
                     "  timeout: 0\n"),
            ".warrant.yaml:1:1: error: unknown key 'marker'; did you mean "
            "'markers'?\n"
            ".warrant.yaml:2:9: error: expected true or false, not 'yes'; did "
            "you mean 'true'?\n"
            ".warrant.yaml:4:3: error: unknown key 'limits.memroy'; did you "
            "mean 'memory'?\n"
            ".warrant.yaml:5:12: error: expected a number from 1 to 86400, "
            "not 0");
}

TEST(ConfigTest, AMistakeLeavesTheConfigurationAlone) {
  Config C;
  EXPECT_NE(load("strict: true\nroot: 5\nmarker: x\n", C), "");
  EXPECT_FALSE(C.Strict);
  EXPECT_THAT(C.Origins, IsEmpty());
}

struct MistakeCase {
  const char *Yaml;
  const char *Message;
};

class ConfigMistake : public testing::TestWithParam<MistakeCase> {};

TEST_P(ConfigMistake, IsReported) {
  EXPECT_THAT(mistakes(GetParam().Yaml), HasSubstr(GetParam().Message));
}

INSTANTIATE_TEST_SUITE_P(
    All, ConfigMistake,
    testing::Values(
        MistakeCase{"strict: true\nstrict: true\n",
                    ":2:1: error: duplicate key 'strict', first given in line "
                    "1"},
        MistakeCase{"strict: 'true'\n", ":1:9: error: expected true or false"},
        MistakeCase{"strict: [true]\n",
                    ":1:10: error: expected true or false, not a list"},
        MistakeCase{"strict:\n", ":1:1: error: 'strict' has no value"},
        MistakeCase{"limits: 5\n", ":1:9: error: expected keys below 'limits'"},
        MistakeCase{"limits: {timeout: '5'}\n",
                    ":1:19: error: expected a number, not '5'"},
        MistakeCase{"limits: {memory: 1}\n",
                    "error: expected a number from 64 to 1048576, not 1"},
        MistakeCase{"exclude: src\n",
                    ":1:10: error: expected a list, as '[a, b]', not text"},
        MistakeCase{"exclude: [[a]]\n", "error: expected text, not a list"},
        MistakeCase{"exclude: ['../x']\n", ":1:11: error: '..' in a glob"},
        MistakeCase{"exclude: ['[a']\n", "error: invalid glob pattern"},
        MistakeCase{"exclude: ['a**']\n", "error: '**' stands for whole"},
        MistakeCase{"exclude: ['']\n", "error: a glob that names nothing"},
        MistakeCase{"exclude:\n  - *_test\n", ":2:5: error: quote text"},
        MistakeCase{"exclude:\n  - a\n  - !b\n  - c\n",
                    ":3:5: error: quote text"},
        MistakeCase{"checks: [pointer-aritmetic]\n",
                    ":1:10: error: 'pointer-aritmetic' matches no check; did "
                    "you mean 'pointer-arithmetic'?"},
        MistakeCase{"checks: '-*,,'\n", ":1:9: error: an empty glob"},
        MistakeCase{"markers: ['SOUND:']\n",
                    "error: write the marker 'SOUND:' without ':'"},
        MistakeCase{"markers: ['']\n", "error: a marker must not be empty"},
        MistakeCase{"reject: [' ']\n", "error: the text must not be empty"},
        MistakeCase{"lexicon: {}\n",
                    ":1:1: error: the key 'lexicon' is not supported by this "
                    "version"},
        MistakeCase{"volatile-acess:\n  x: 1\n",
                    "error: unknown key 'volatile-acess'; did you mean "
                    "'volatile-access'?"},
        MistakeCase{"volatile-access:\n  nonsense: 1\n",
                    ":2:3: error: unknown key 'volatile-access.nonsense'"},
        MistakeCase{"- a\n", "error: expected 'key: value' lines, not a list"},
        MistakeCase{"[a]: b\n", "error: a key must be a word"},
        MistakeCase{"strict: true\n---\nstrict: true\n", "a second document"},
        MistakeCase{"include: [\n", "error: not valid YAML"},
        MistakeCase{"strict: true\n  include: []\n", "error: not valid YAML"}));

TEST(ConfigTest, ADumpCanBeLoadedAndGivesTheSame) {
  Config C;
  C.Root = "/project";
  C.Checks = {"-*", "volatile-*"};
  C.Exclude = {"a b", "\"quoted\"", "{x,y}"};
  C.Strict = true;
  C.TimeoutSeconds = 7;
  C.Origins["strict"] = "command line";
  std::string Dump;
  raw_string_ostream OS(Dump);
  dumpConfig(C, OS);
  EXPECT_THAT(Dump, HasSubstr("strict: true  # command line\n"));
  EXPECT_THAT(Dump, HasSubstr("  timeout: 7  # default\n"));

  Config Loaded;
  ASSERT_EQ(load(Dump, Loaded), "");
  EXPECT_EQ(Loaded.Root, C.Root);
  EXPECT_EQ(Loaded.Exclude, C.Exclude);
  EXPECT_EQ(configDigest(Loaded), configDigest(C));
}

TEST(ConfigTest, TheDigestLeavesTheRootAndTheOriginsOut) {
  Config A, B;
  A.Root = "/a";
  B.Root = "/b";
  B.Origins["strict"] = "command line";
  EXPECT_EQ(configDigest(A), configDigest(B));
  B.Strict = true;
  EXPECT_NE(configDigest(A), configDigest(B));
}

constexpr OptionInfo Options[] = {
    {"names", OptionInfo::Type::StringList, "[a, \"b c\"]", "names"},
    {"none", OptionInfo::Type::StringList, "", "empty by default"},
    {"deep", OptionInfo::Type::Bool, "true", "look deep"},
    {"count", OptionInfo::Type::Integer, "3", "how many"},
    {"word", OptionInfo::Type::String, "\"x y\"", "a text"},
};
const CheckInfo SomeCheck{"some-check", "", true, {}, Options, "", "", "", ""};

TEST(ConfigTest, OptionsHaveTheirDefaults) {
  Config C;
  EXPECT_THAT(C.listOption(SomeCheck, "names"), ElementsAre("a", "b c"));
  EXPECT_THAT(C.listOption(SomeCheck, "none"), IsEmpty());
  EXPECT_TRUE(C.boolOption(SomeCheck, "deep"));
  EXPECT_EQ(C.integerOption(SomeCheck, "count"), 3);
  EXPECT_EQ(C.stringOption(SomeCheck, "word"), "x y");
}

TEST(ConfigTest, OptionsThatAreSetReplaceTheirDefaults) {
  Config C;
  C.CheckOptions["some-check.names"] = {};
  C.CheckOptions["some-check.deep"] = {"false"};
  C.CheckOptions["some-check.count"] = {"-7"};
  EXPECT_THAT(C.listOption(SomeCheck, "names"), IsEmpty());
  EXPECT_FALSE(C.boolOption(SomeCheck, "deep"));
  EXPECT_EQ(C.integerOption(SomeCheck, "count"), -7);
}

TEST(ConfigTest, NearestWordIsNearEnoughToBeMeant) {
  StringRef Words[] = {"checks", "include", "exclude", "markers", "strict"};
  EXPECT_EQ(nearestWord("marker", Words), "markers");
  EXPECT_EQ(nearestWord("inclde", Words), "include");
  EXPECT_EQ(nearestWord("excl", Words), "exclude");
  EXPECT_EQ(nearestWord("Strict", Words), "strict");
  EXPECT_EQ(nearestWord("colour", Words), "");
  EXPECT_EQ(nearestWord("x", Words), "");
  EXPECT_EQ(nearestWord("", Words), "");
}

} // namespace
