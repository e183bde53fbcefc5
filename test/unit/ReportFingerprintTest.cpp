//===- ReportFingerprintTest.cpp - Tests of fingerprints ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportSample.h"
#include "tool/report/Fingerprint.h"
#include "llvm/Support/Regex.h"
#include "gtest/gtest.h"

using namespace warrant;
using namespace warrant::test;

namespace {

std::string of(Site S) {
  std::vector<Site> One = {std::move(S)};
  fingerprint(One);
  return One[0].Fingerprint;
}

TEST(ReportFingerprint, HasItsForm) {
  EXPECT_TRUE(llvm::Regex("^w1:[0-9a-f]{32}$").match(of(sampleSite(1, 1))));
}

// What is in baselines of users must not change with a release.
TEST(ReportFingerprint, IsStableAcrossReleases) {
  EXPECT_EQ(of(sampleSite(1, 1)), "w1:2052a6e88491a53b33230b38d690ec9c");
}

TEST(ReportFingerprint, IgnoresWhatEditsElsewhereChange) {
  Site S = sampleSite(70, 9);
  S.State = Status::Documented;
  S.Sure = Precision::Possible;
  S.Snippet = "p [ i ]";
  S.Function = "ns::f(long *, int)";
  S.Macro = "M";
  EXPECT_EQ(of(S), of(sampleSite(1, 1)));
}

TEST(ReportFingerprint, TellsOperationsApart) {
  const std::string Plain = of(sampleSite(1, 1));
  for (std::string Site::*Member :
       {&Site::Check, &Site::Kind, &Site::FunctionName, &Site::Tokens}) {
    Site S = sampleSite(1, 1);
    S.*Member += "x";
    EXPECT_NE(of(S), Plain);
  }
  Site S = sampleSite(1, 1);
  S.Where.File = "src/z.cpp";
  EXPECT_NE(of(S), Plain);
  // The end of one field is not the beginning of the next.
  Site A = sampleSite(1, 1), B = A;
  A.FunctionName = "fp";
  A.Tokens = "[i]";
  B.FunctionName = "f";
  B.Tokens = "p[i]";
  EXPECT_NE(of(A), of(B));
}

TEST(ReportFingerprint, CountsEqualsInTheirOrder) {
  std::vector<Site> Sites = {sampleSite(9, 1), sampleSite(2, 5),
                             sampleSite(2, 1)};
  fingerprint(Sites);
  EXPECT_EQ(Sites[2].Fingerprint, of(sampleSite(1, 1)));
  EXPECT_NE(Sites[1].Fingerprint, Sites[2].Fingerprint);
  EXPECT_NE(Sites[0].Fingerprint, Sites[1].Fingerprint);
  std::vector<Site> Moved = {sampleSite(30, 1), sampleSite(40, 1),
                             sampleSite(50, 1)};
  fingerprint(Moved);
  EXPECT_EQ(Moved[0].Fingerprint, Sites[2].Fingerprint);
  EXPECT_EQ(Moved[1].Fingerprint, Sites[1].Fingerprint);
  EXPECT_EQ(Moved[2].Fingerprint, Sites[0].Fingerprint);
}

TEST(ReportFingerprint, OfABoundaryIsItsName) {
  Site A = sampleSite(1, 1), B = sampleSite(7, 7);
  A.Identity = B.Identity = "api_open";
  B.Kind = "export";
  B.Where.File = "include/api.h";
  B.Tokens = "other";
  EXPECT_EQ(of(A), of(B));
  B.Identity = "api_close";
  EXPECT_NE(of(A), of(B));
}

TEST(ReportFingerprint, OfARemarkIsItsSubject) {
  std::vector<Remark> Remarks = {{"orphan", {"a.c", 1, 1}, "m", "text", ""},
                                 {"orphan", {"a.c", 2, 1}, "m", "other", ""},
                                 {"orphan", {"a.c", 9, 1}, "n", "text", ""}};
  fingerprint(Remarks);
  EXPECT_NE(Remarks[0].Fingerprint, Remarks[1].Fingerprint);
  EXPECT_NE(Remarks[0].Fingerprint, Remarks[2].Fingerprint);
  std::vector<Remark> Moved = {{"orphan", {"a.c", 5, 3}, "z", "text", ""}};
  fingerprint(Moved);
  EXPECT_EQ(Moved[0].Fingerprint, Remarks[0].Fingerprint);
}

} // namespace
