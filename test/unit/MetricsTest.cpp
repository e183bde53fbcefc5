//===- MetricsTest.cpp - Measures of the unsafe surface -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Metrics.h"
#include "ReportSample.h"
#include "llvm/ADT/STLExtras.h"
#include <gtest/gtest.h>

using namespace warrant;
using warrant::test::sampleReport;

namespace {

Measure measured(const Report &R, llvm::StringRef Id) {
  const std::vector<Measure> All = measure(R);
  auto It = llvm::find_if(All, [&](const Measure &M) { return Id == M.Id; });
  EXPECT_NE(It, All.end()) << Id.str();
  return It == All.end() ? All.front() : *It;
}

TEST(Metrics, PublicFunctionsOfUnitsAreCountedOnce) {
  UnitResult A, B;
  A.Files["a.h"].Public = B.Files["a.h"].Public = {{"a.h", 2, 1}};
  B.Files["a.h"].PublicWithContract = {{"a.h", 2, 1}};
  const Report R = merge({A, B});
  EXPECT_EQ(R.Files.at("a.h").PublicFunctions, 1U);
  EXPECT_EQ(R.Files.at("a.h").PublicWithContract, 1U);
}

TEST(Metrics, EachHasWhatItIsAPartOf) {
  const Report R = sampleReport();
  const Measure Documented = measured(R, "documented");
  EXPECT_EQ(Documented.Part, 3U); // with the proven one
  EXPECT_EQ(Documented.Whole, 9U);
  EXPECT_EQ(valueOf(Documented), "33.3 %");
  const Measure Density = measured(R, "density");
  EXPECT_EQ(Density.Part, 9U);
  EXPECT_EQ(Density.Whole, 31U); // without the vendored file
  EXPECT_EQ(valueOf(Density), "290.32");
  EXPECT_EQ(measured(R, "functions-without").Part, 0U);
  EXPECT_EQ(measured(R, "functions-without").Whole, 1U);
  EXPECT_EQ(measured(R, "units-failed").Part, 2U);
  EXPECT_EQ(measured(R, "units-failed").Whole, 5U);
}

TEST(Metrics, WithoutAWholeThereIsNoValue) {
  for (const Measure &M : measure(Report())) {
    EXPECT_EQ(M.Whole, 0U) << M.Id.str();
    EXPECT_EQ(valueOf(M), "none") << M.Id.str();
  }
}

} // namespace
