//===- ReportSaferTest.cpp - Tests of safer forms in reports --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportSample.h"
#include "tool/report/Merge.h"
#include "gtest/gtest.h"

using namespace warrant;
using namespace warrant::test;

TEST(ReportSafer, FormsThatAllUnitsAllowStay) {
  Site A = sampleSite(0, 1), B = A;
  A.Safer = {{"a", {{1, 1, 1, 2, "a"}}}, {"b", {{1, 1, 1, 2, "b"}}}};
  B.Safer = {{"b", {{1, 1, 1, 2, "b"}}}, {"c", {{1, 1, 1, 2, "c"}}}};
  ASSERT_EQ(joinSites(A, B).Safer.size(), 1U);
  EXPECT_EQ(joinSites(A, B).Safer.front().Code, "b");
  EXPECT_TRUE(joinSites(A, sampleSite(0, 1)).Safer.empty());
}
