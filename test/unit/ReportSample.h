//===- ReportSample.h - A report of every feature, for tests ----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The units, checks and sources that the writers' tests and the golden files
// of test/report/Inputs are made of.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_TEST_UNIT_REPORTSAMPLE_H
#define WARRANT_TEST_UNIT_REPORTSAMPLE_H

#include "warrant/CheckInfo.h"
#include "warrant/Writers.h"

namespace warrant::test {

/// Two checks and a remark's, in place of those that are built in.
llvm::ArrayRef<const CheckInfo *> sampleChecks();

/// A site of `pointer-arithmetic`, kind `subscript`, in `src/a.cpp`.
Site sampleSite(unsigned Line, unsigned Column);

/// The results of units that were analysed, failed and were skipped; sites of
/// every status, a defect, an excuse, a boundary, a macro, vendored files.
std::vector<UnitResult> sampleUnits();

/// Those units merged, with what the scanner adds.
Report sampleReport();

/// The files that the sample names, or absence.
std::optional<std::string> sampleSource(llvm::StringRef File);

} // namespace warrant::test

#endif // WARRANT_TEST_UNIT_REPORTSAMPLE_H
