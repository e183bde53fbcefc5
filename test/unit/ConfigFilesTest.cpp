//===- ConfigFilesTest.cpp - What a file is to the audit ------------------===//
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

namespace {

Config rooted(StringRef Root = "/p") {
  Config C;
  C.Root = Root.str();
  return C;
}

FileClass classify(const Config &C, StringRef Path,
                   std::vector<std::string> BuildFolders = {}) {
  return cantFail(FileClassifier::create(C, std::move(BuildFolders)))
      .classify(Path);
}

bool isExcluded(StringRef Glob, StringRef Relative) {
  Config C = rooted();
  C.Exclude = {Glob.str()};
  return classify(C, ("/p/" + Relative).str()) == FileClass::Excluded;
}

TEST(ConfigFilesTest, TheRootBoundsTheProject) {
  Config C = rooted();
  EXPECT_EQ(classify(C, "/p/a.c"), FileClass::Project);
  EXPECT_EQ(classify(C, "/p/x/./y/../a.c"), FileClass::Project);
  EXPECT_EQ(classify(C, "/p/../q/a.c"), FileClass::Outside);
  EXPECT_EQ(classify(C, "/pp/a.c"), FileClass::Outside);
  EXPECT_EQ(classify(C, "/usr/include/stdio.h"), FileClass::Outside);
  EXPECT_EQ(classify(rooted("/"), "/a.c"), FileClass::Project);
}

TEST(ConfigFilesTest, FoldersAreSpelledRelativeToTheRoot) {
  FileClassifier Files = cantFail(FileClassifier::create(rooted(), {}));
  EXPECT_EQ(Files.display("/p/src/a.c"), "src/a.c");
  EXPECT_EQ(Files.display("/p/src/../b.c"), "b.c");
  EXPECT_EQ(Files.display("/q/a.c"), "/q/a.c");
}

struct GlobCase {
  const char *Glob;
  const char *Matching;
  const char *Other;
};

class ConfigGlob : public testing::TestWithParam<GlobCase> {};

TEST_P(ConfigGlob, MatchesAsInAGitignore) {
  const GlobCase &Case = GetParam();
  EXPECT_TRUE(isExcluded(Case.Glob, Case.Matching));
  EXPECT_FALSE(isExcluded(Case.Glob, Case.Other));
}

INSTANTIATE_TEST_SUITE_P(
    All, ConfigGlob,
    testing::Values(
        // A lone name is meant at any depth, one with a slash from the root.
        GlobCase{"gen.c", "a/b/gen.c", "a/b/regen.c"},
        GlobCase{"old", "src/old/x/y.c", "src/older/y.c"},
        GlobCase{"src/old", "src/old/y.c", "a/src/old/y.c"},
        GlobCase{"/gen.c", "gen.c", "a/gen.c"},
        GlobCase{"./gen.c", "gen.c", "a/gen.c"},
        // `*` ends at a slash.
        GlobCase{"src/*.c", "src/a.c", "src/x/a.c"},
        GlobCase{"*.inc", "src/x/a.inc", "src/x/a.inc.c"},
        GlobCase{"src/*/a.c", "src/x/a.c", "src/x/y/a.c"},
        GlobCase{"src/a?.c", "src/ab.c", "src/abc.c"},
        GlobCase{"src/[ab].{c,h}", "src/b.h", "src/c.h"},
        // `**` is any number of folders, none included.
        GlobCase{"src/**/a.c", "src/a.c", "src/b.c"},
        GlobCase{"src/**/a.c", "src/x/y/a.c", "a.c"},
        GlobCase{"**/test/**", "x/test/a.c", "x/test"},
        GlobCase{"**/test", "test/a.c", "tests/a.c"},
        GlobCase{"src/**", "src/x/a.c", "src2/a.c"},
        // A folder only.
        GlobCase{"gen/", "x/gen/a.c", "x/gen"}));

TEST(ConfigFilesTest, TheLastGlobThatMatchesDecides) {
  Config C = rooted();
  C.Exclude = {"test", "!test/unit", "test/unit/data"};
  EXPECT_EQ(classify(C, "/p/test/a.c"), FileClass::Excluded);
  EXPECT_EQ(classify(C, "/p/test/unit/a.c"), FileClass::Project);
  EXPECT_EQ(classify(C, "/p/test/unit/data/a.c"), FileClass::Excluded);
}

TEST(ConfigFilesTest, IncludeLimitsAndExcludeGoesFirst) {
  Config C = rooted();
  C.Include = {"src"};
  C.Exclude = {"src/old"};
  EXPECT_EQ(classify(C, "/p/src/a.c"), FileClass::Project);
  EXPECT_EQ(classify(C, "/p/src/old/a.c"), FileClass::Excluded);
  EXPECT_EQ(classify(C, "/p/app/a.c"), FileClass::Excluded);
}

class ConfigVendored : public testing::TestWithParam<const char *> {};

TEST_P(ConfigVendored, IsBuiltIn) {
  EXPECT_EQ(classify(rooted(), (Twine("/p/") + GetParam()).str()),
            FileClass::Vendored);
}

INSTANTIATE_TEST_SUITE_P(
    All, ConfigVendored,
    testing::Values("third_party/zlib/inflate.c", "src/3rdparty/x.h",
                    "vendor/x.c", "External/x.c", "Drivers/CMSIS/core_cm4.h",
                    "Drivers/STM32F4xx_HAL_Driver/Src/uart.c",
                    "Middlewares/Third_Party/FreeRTOS/queue.c", "a/api.pb.cc",
                    "a/api.pb.h", "moc_window.cpp", "ui_window.h",
                    "parser.tab.c", "lexer.yy.c", "monster_generated.h"));

TEST(ConfigFilesTest, NamesThatOnlyResembleVendoredOnesAreProject) {
  for (const char *Path : {"/p/vendors.c", "/p/src/extern.c", "/p/uimode.h",
                           "/p/src/mocking.cpp", "/p/generated.h"})
    EXPECT_EQ(classify(rooted(), Path), FileClass::Project) << Path;
}

TEST(ConfigFilesTest, ConfigurationAddsAndTakesBackVendored) {
  Config C = rooted();
  C.Vendored = {"lib/lz4", "!external", "external/zlib"};
  EXPECT_EQ(classify(C, "/p/lib/lz4/a.c"), FileClass::Vendored);
  EXPECT_EQ(classify(C, "/p/external/ours/a.c"), FileClass::Project);
  EXPECT_EQ(classify(C, "/p/external/zlib/a.c"), FileClass::Vendored);
  EXPECT_EQ(classify(C, "/p/vendor/a.c"), FileClass::Vendored);
}

TEST(ConfigFilesTest, BuildFoldersAreNotProject) {
  EXPECT_EQ(classify(rooted(), "/p/build/gen.c", {"/p/build"}),
            FileClass::Excluded);
  EXPECT_EQ(classify(rooted(), "/p/builder/a.c", {"/p/build"}),
            FileClass::Project);
}

TEST(ConfigFilesTest, ABuildAmongTheSourcesLeavesThemProject) {
  EXPECT_EQ(classify(rooted(), "/p/a.c", {"/p"}), FileClass::Project);
  EXPECT_EQ(classify(rooted(), "/p/_deps/x/a.c", {"/p"}), FileClass::Excluded);
  EXPECT_EQ(classify(rooted("/p/src"), "/p/src/a.c", {"/p"}),
            FileClass::Project);
}

TEST(ConfigFilesTest, AMalformedGlobIsAnError) {
  Config C = rooted();
  C.Vendored = {"[x"};
  Expected<FileClassifier> Files = FileClassifier::create(C, {});
  ASSERT_FALSE(static_cast<bool>(Files));
  EXPECT_THAT(toString(Files.takeError()),
              testing::HasSubstr("'[x' in 'vendored'"));
}

} // namespace
