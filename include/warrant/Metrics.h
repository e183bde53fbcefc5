//===- Metrics.h - Measures of the unsafe surface ---------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Numbers that can be followed from report to report. None stands without what
// it is a part of. Vendored files are left out.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_METRICS_H
#define WARRANT_METRICS_H

#include "warrant/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace warrant {

/// \c Part of \c Whole, as a share or for each thousand.
struct Measure {
  enum class Unit : uint8_t { Share, PerThousand };
  llvm::StringLiteral Id;   ///< `documented`
  llvm::StringLiteral Name; ///< `operations documented or proven`
  llvm::StringLiteral Of;   ///< what Whole counts: `operations`
  uint64_t Part = 0;
  uint64_t Whole = 0;
  Unit As = Unit::Share;
  bool IsBlindSpot = false; ///< about what the audit could not see
};

/// Always the same measures in the same order.
std::vector<Measure> measure(const Report &R);

/// The measure's value: `25.0 %`, `1.20`, or `none` where Whole is zero.
std::string valueOf(const Measure &M);

/// A report and what a trend calls it.
struct NamedReport {
  std::string Name;
  const Report *Audit = nullptr;
};

/// The measures of each report, and operations by kind, folder, file and
/// function of the last one.
void writeMetricsJSON(llvm::ArrayRef<NamedReport> Reports,
                      llvm::raw_ostream &OS);

/// A table with a column for each report.
void writeTrend(llvm::ArrayRef<NamedReport> Reports, llvm::raw_ostream &OS);

} // namespace warrant

#endif // WARRANT_METRICS_H
