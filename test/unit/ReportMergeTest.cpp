//===- ReportMergeTest.cpp - Tests of merging units -----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportSample.h"
#include "tool/report/Merge.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <array>
#include <random>

using namespace warrant;
using namespace warrant::test;

namespace {

/// Values from small sets, so that units often see the same thing.
class Random {
public:
  explicit Random(unsigned Seed) : Engine(Seed) {}

  unsigned below(unsigned N) { return Engine() % N; }
  std::string word() {
    return std::string(1, llvm::StringRef("abc")[below(3)]);
  }
  Location location() {
    static constexpr std::array Files = {"a.cpp", "b.h", "v/c.c"};
    return {Files[below(3)], 1 + below(3), 1 + below(2)};
  }
  std::set<Location> locations() {
    std::set<Location> Set;
    while (below(3))
      Set.insert(location());
    return Set;
  }
  std::set<LinkageDeclaration> declarations() {
    std::set<LinkageDeclaration> Set;
    while (below(3))
      Set.insert({location(), word(), word(), word(), word(), below(2) == 0});
    return Set;
  }
  template <typename Enum> Enum upTo(Enum Last) {
    return static_cast<Enum>(below(static_cast<unsigned>(Last) + 1));
  }
  std::mt19937 &engine() { return Engine; }

  Site site();
  FileFacts facts();
  UnitResult unit();

private:
  std::mt19937 Engine;
};

Site Random::site() {
  static constexpr std::array Kinds = {"import", "export", "callback"};
  Site S;
  S.Check = word();
  S.Kind = Kinds[below(3)];
  S.State = upTo(Status::Proven);
  S.Sure = upTo(Precision::Possible);
  S.Level = upTo(Severity::Low);
  S.Where = location();
  S.Token = S.Where;
  S.EndLine = S.Where.Line + below(2);
  S.EndColumn = 1 + below(9);
  if (below(2))
    S.Identity = word();
  S.Function = word();
  S.FunctionName = word();
  S.Snippet = word();
  S.Tokens = word();
  S.Expansions = locations();
  if (below(2))
    S.Comment = CommentRef{word(), word(), below(3), Placement::Inside};
  for (Property P :
       {Property::Bounds, Property::Lifetime, Property::Null, Property::Errors})
    if (below(2))
      S.Properties.push_back({P, upTo(PropertyOrigin::Missing), word()});
  if (below(3) == 0)
    S.Defects.push_back({word(), upTo(Precision::Possible), word()});
  if (below(3) == 0)
    S.Related.push_back({location(), word()});
  while (below(3) == 0)
    S.Notes.insert(word());
  S.Declarations = declarations();
  while (below(3))
    S.Safer.push_back({word(), {{below(2), 1, 1, 1, word()}}});
  if (below(2))
    S.Proof = word();
  if (below(2))
    S.Rejection = word();
  S.NoteLine = below(3);
  S.NoteColumn = below(2);
  while (below(3) == 0)
    S.Operands.push_back(word());
  if (below(3) == 0)
    S.Conditions.push_back({word(), word()});
  return S;
}

FileFacts Random::facts() {
  FileFacts F;
  F.Lines = below(9);
  F.Vendored = below(4) == 0;
  F.Functions = locations();
  F.FunctionsWithOperations = locations();
  F.Public = locations();
  F.PublicWithContract = locations();
  while (below(3)) {
    const unsigned Begin = 1 + below(9);
    F.Excluded.push_back({Begin, Begin + below(4)});
  }
  return F;
}

UnitResult Random::unit() {
  UnitResult U;
  U.File = word();
  U.Configuration = word();
  U.State = upTo(UnitStatus::Skipped);
  while (below(4))
    U.Sites.push_back(site());
  while (below(3))
    U.Remarks.push_back({word(), location(), word(), word(), ""});
  while (below(3))
    U.Files[location().File] = facts();
  while (below(3))
    U.CDefinitions[word()] = declarations();
  while (below(3))
    U.Exceptions[word()] = {below(2) == 0, below(2) == 0, {{word(), word()}}};
  U.IndirectCalls = locations();
  U.Patterns = locations();
  U.InstantiatedPatterns = locations();
  return U;
}

std::string json(const Report &R) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  EXPECT_FALSE(static_cast<bool>(writeJSON(R, judge(R, {}), OS)));
  return Text;
}

TEST(ReportMerge, OrderAndRepetitionDoNotMatter) {
  for (unsigned Seed = 0; Seed != 300; ++Seed) {
    Random Any(Seed);
    std::vector<UnitResult> Units;
    for (unsigned N = Any.below(6); N != 0; --N)
      Units.push_back(Any.unit());
    const Report Once = merge(Units);
    for (unsigned N = Units.empty() ? 0 : Any.below(4); N != 0; --N)
      Units.push_back(Units[Any.below(Units.size())]);
    std::shuffle(Units.begin(), Units.end(), Any.engine());
    const Report Again = merge(Units);
    ASSERT_EQ(Once, Again) << "seed " << Seed;
    ASSERT_EQ(json(Once), json(Again)) << "seed " << Seed;
  }
}

TEST(ReportMerge, SitesJoinInAnyGrouping) {
  for (unsigned Seed = 0; Seed != 3000; ++Seed) {
    Random Any(Seed);
    Site A = Any.site(), B = Any.site(), C = Any.site();
    for (Site *S : {&A, &B, &C}) { // what their key makes equal
      S->Check = "check";
      S->Identity = "name";
      *S = joinSites(*S, *S);
    }
    ASSERT_EQ(joinSites(A, A), A) << "seed " << Seed;
    ASSERT_EQ(joinSites(A, B), joinSites(B, A)) << "seed " << Seed;
    ASSERT_EQ(joinSites(joinSites(A, B), C), joinSites(A, joinSites(B, C)))
        << "seed " << Seed;
  }
}

TEST(ReportMerge, FactsJoinInAnyGrouping) {
  for (unsigned Seed = 0; Seed != 1000; ++Seed) {
    Random Any(Seed);
    FileFacts A = Any.facts(), B = Any.facts(), C = Any.facts();
    for (FileFacts *F : {&A, &B, &C})
      *F = joinFacts(*F, *F);
    ASSERT_EQ(joinFacts(A, A), A) << "seed " << Seed;
    ASSERT_EQ(joinFacts(A, B), joinFacts(B, A)) << "seed " << Seed;
    ASSERT_EQ(joinFacts(joinFacts(A, B), C), joinFacts(A, joinFacts(B, C)))
        << "seed " << Seed;
  }
}

TEST(ReportMerge, WorstStatusSurestPrecision) {
  Site A = sampleSite(1, 1), B = A;
  A.State = Status::Documented;
  A.Sure = Precision::Possible;
  B.State = Status::Unknown;
  B.Sure = Precision::Certain;
  const Site Joined = joinSites(A, B);
  EXPECT_EQ(Joined.State, Status::Unknown);
  EXPECT_EQ(Joined.Sure, Precision::Certain);
}

TEST(ReportMerge, CommentOfTheWorstStatusStays) {
  Site A = sampleSite(1, 1), B = A;
  A.State = Status::Documented;
  A.Comment = CommentRef{"good", "a.cpp", 1, Placement::AboveLine};
  A.Proof = "stale";
  EXPECT_EQ(joinSites(A, B).Comment, std::nullopt);
  EXPECT_EQ(joinSites(A, B).Proof, "");
  B.State = Status::Proven;
  B.Proof = "masked";
  EXPECT_EQ(joinSites(A, B).Comment, A.Comment);
  EXPECT_EQ(joinSites(A, B).Proof, "");
  EXPECT_EQ(joinSites(B, B).Proof, "masked");
}

TEST(ReportMerge, NotePlaceOfAnyUnitStays) {
  Site A = sampleSite(1, 1), B = A;
  A.State = Status::Documented;
  B.NoteLine = 1;
  B.NoteColumn = 3;
  EXPECT_EQ(joinSites(A, B).NoteLine, 1U);
  EXPECT_EQ(joinSites(B, A).NoteColumn, 3U);
  // Not that of another place where the same thing is declared.
  A.Where.Line = 0;
  EXPECT_EQ(joinSites(A, B).NoteLine, 0U);
}

TEST(ReportMerge, LeastSurePropertyStays) {
  auto Origin = [](PropertyOrigin X, PropertyOrigin Y) {
    Site A = sampleSite(1, 1), B = A;
    A.Properties = {{Property::Bounds, X, "x"}};
    B.Properties = {{Property::Bounds, Y, "y"}};
    const Site Joined = joinSites(A, B);
    EXPECT_EQ(Joined.Properties.size(), 1U);
    return Joined.Properties[0].Origin;
  };
  using enum PropertyOrigin;
  EXPECT_EQ(Origin(Evidence, Missing), Missing);
  EXPECT_EQ(Origin(Evidence, Tagged), Tagged);
  EXPECT_EQ(Origin(Tagged, Text), Text);
  EXPECT_EQ(Origin(Evidence, Evidence), Evidence);
}

TEST(ReportMerge, KeyIsCheckKindTokenAndPlace) {
  UnitResult U;
  U.Sites = {sampleSite(1, 1), sampleSite(1, 1)};
  EXPECT_EQ(merge({U}).Sites.size(), 1U);
  U.Sites.push_back(sampleSite(1, 1));
  U.Sites.back().Kind = "offset";
  U.Sites.push_back(sampleSite(1, 1));
  U.Sites.back().Token.Column = 7;
  U.Sites.push_back(sampleSite(1, 1));
  U.Sites.back().Where.Line = 2; // a macro's operator, used at another place
  EXPECT_EQ(merge({U}).Sites.size(), 4U);
}

UnitResult boundaryUnit(std::string File, std::string Kind) {
  UnitResult U;
  U.File = File;
  U.Sites = {sampleSite(1, 1)};
  U.Sites[0].Kind = std::move(Kind);
  U.Sites[0].Identity = "api";
  U.Sites[0].Where.File = U.Sites[0].Token.File = std::move(File);
  return U;
}

TEST(ReportMerge, BoundaryIsOneSiteAtItsHeader) {
  const Report R = merge({boundaryUnit("a/def.cpp", "export"),
                          boundaryUnit("z/api.h", "import"),
                          boundaryUnit("b/use.c", "import")});
  ASSERT_EQ(R.Sites.size(), 1U);
  EXPECT_EQ(R.Sites[0].Kind, "export");
  EXPECT_EQ(R.Sites[0].Where.File, "z/api.h");
}

TEST(ReportMerge, DefinitionInCMakesAnExport) {
  UnitResult C;
  C.File = "api.c";
  C.CDefinitions["api"];
  EXPECT_EQ(merge({boundaryUnit("api.h", "import")}).Sites[0].Kind, "import");
  EXPECT_EQ(merge({C, boundaryUnit("api.h", "import")}).Sites[0].Kind,
            "export");
  EXPECT_EQ(merge({C, boundaryUnit("api.h", "callback")}).Sites[0].Kind,
            "callback");
}

TEST(ReportMerge, ConfigurationsAreUnited) {
  UnitResult A, B;
  A.Configuration = "debug";
  B.Configuration = "release";
  A.Sites = B.Sites = {sampleSite(1, 1)};
  const Report R = merge({A, B});
  ASSERT_EQ(R.Sites.size(), 1U);
  EXPECT_EQ(R.Sites[0].Configurations,
            (std::set<std::string>{"debug", "release"}));
  EXPECT_EQ(R.Run.Configurations,
            (std::vector<std::string>{"debug", "release"}));
}

TEST(ReportMerge, CountsAreDerivedFromSets) {
  UnitResult A, B;
  A.Files["a.h"].Excluded = {{1, 4}, {5, 9}};
  B.Files["a.h"].Excluded = {{3, 6}, {9, 20}};
  A.Files["a.h"].Functions = {{"a.h", 1, 1}, {"a.h", 2, 1}};
  B.Files["a.h"].Functions = {{"a.h", 2, 1}};
  A.Files["v.h"].Vendored = true;
  A.Files["v.h"].Excluded = {{1, 100}};
  A.Patterns = {{"a.h", 1, 1}, {"a.h", 2, 1}, {"v.h", 1, 1}};
  B.InstantiatedPatterns = {{"a.h", 2, 1}};
  A.IndirectCalls = B.IndirectCalls = {{"a.h", 3, 1}};
  const Report R = merge({A, B});
  EXPECT_EQ(R.Blind.LinesNeverLive, 5U); // 3 to 6, and 9
  EXPECT_EQ(R.Blind.UninstantiatedPatterns, 1U);
  EXPECT_EQ(R.Blind.IndirectCalls, 1U);
  EXPECT_EQ(R.Files.at("a.h").Functions, 2U);
}

TEST(ReportMerge, SampleSummary) {
  const Summary S = summarize(sampleReport());
  Summary Expected;
  Expected.Sites = 9;
  Expected.Unknown = 1;
  Expected.Undocumented = 4;
  Expected.Partial = 1;
  Expected.Documented = 2;
  Expected.Proven = 1;
  Expected.Excused = 1;
  Expected.Defects = 1;
  Expected.Remarks = 1;
  Expected.VendoredFiles = 1;
  Expected.VendoredSites = 1;
  EXPECT_EQ(S, Expected);
}

TEST(ReportMerge, UnitByUnitIsTheSame) {
  std::vector<UnitResult> Units = sampleUnits();
  const Report AtOnce = merge(Units);
  std::reverse(Units.begin(), Units.end());
  Merger All;
  for (const UnitResult &U : Units)
    All.add(U);
  All.add(Units.front());
  EXPECT_EQ(All.take(), AtOnce);
}

} // namespace
