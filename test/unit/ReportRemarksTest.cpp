//===- ReportRemarksTest.cpp - Remarks that other units may refute --------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Report.h"
#include "warrant/Writers.h"
#include "gtest/gtest.h"

using namespace warrant;

namespace {

const Location Place{"a.h", 3, 1};

/// A unit that takes the names \p Names for stale in the comment at Place.
UnitResult suspecting(std::initializer_list<const char *> Names) {
  UnitResult U;
  U.File = "a.cpp";
  for (const char *Name : Names)
    U.Suspected.insert({"stale", Place, std::string("no ") + Name, Name, ""});
  return U;
}

UnitResult other() {
  UnitResult U;
  U.File = "b.cpp";
  return U;
}

std::vector<std::string> remarked(UnitResult A, UnitResult B) {
  std::vector<std::string> Subjects;
  for (const Remark &M : merge({std::move(A), std::move(B)}).Remarks)
    Subjects.push_back(M.Subject);
  return Subjects;
}

using Subjects = std::vector<std::string>;

TEST(ReportRemarks, WhatNobodyRefutesHolds) {
  EXPECT_EQ(remarked(suspecting({"p", "q"}), other()), (Subjects{"p", "q"}));
}

TEST(ReportRemarks, OneSubjectIsRefuted) {
  UnitResult B = other();
  B.Refuted.insert({Place, "stale", "p"});
  EXPECT_EQ(remarked(suspecting({"p", "q"}), B), Subjects{"q"});
}

TEST(ReportRemarks, AnySubjectIsRefuted) {
  UnitResult B = other();
  B.Refuted.insert({Place, "stale", ""});
  EXPECT_EQ(remarked(suspecting({"p", "q"}), B), Subjects());
}

TEST(ReportRemarks, OtherPlacesAndKindsRefuteNothing) {
  UnitResult B = other();
  B.Refuted.insert({Place, "orphan", ""});
  B.Refuted.insert({{"a.h", 4, 1}, "stale", "p"});
  EXPECT_EQ(remarked(suspecting({"p"}), B), Subjects{"p"});
}

TEST(ReportRemarks, NamesOfOtherUnitsAreNotStale) {
  UnitResult B = other();
  B.Declared = {"p"};
  UnitResult A = suspecting({"p", "q"});
  A.Suspected.insert({"unbacked", Place, "says p", "p", ""});
  EXPECT_EQ(remarked(A, B), (Subjects{"q", "p"}));
}

TEST(ReportRemarks, CrossProcesses) {
  UnitResult A = suspecting({"p"});
  A.Refuted.insert({Place, "stale", "q"});
  A.Declared = {"f", "g"};
  std::string Line;
  llvm::raw_string_ostream OS(Line);
  writeUnit(A, OS);
  llvm::Expected<UnitResult> Read = readUnit(Line);
  ASSERT_TRUE(static_cast<bool>(Read)) << llvm::toString(Read.takeError());
  EXPECT_EQ(*Read, A);
}

} // namespace
