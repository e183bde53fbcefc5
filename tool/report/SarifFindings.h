//===- SarifFindings.h - What becomes a result in SARIF ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which findings a log has, in which order, and of these what a profile leaves
// out.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_SARIFFINDINGS_H
#define WARRANT_REPORT_SARIFFINDINGS_H

#include "warrant/Report.h"

namespace warrant {

/// One result: a site that is open, a defect of a site, a remark, or what the
/// baseline knows and is no more.
struct SarifFinding {
  const Site *Open = nullptr; ///< a defect's site, too
  const Defect *Wrong = nullptr;
  const Remark *Said = nullptr;
  const BaselineEntry *Gone = nullptr;

  const std::optional<std::string> *baseline() const;
  bool isExcused() const { return Open && Open->Excuse; }
};

/// Everything but what is documented, proven or vendored, in the report's
/// order.
std::vector<SarifFinding> findingsOf(const Report &R, const Verdict &V);

/// SARIF's level of \p F.
llvm::StringRef levelOf(const SarifFinding &F);
/// The same of an operation of which nothing is wrong but the documentation.
llvm::StringRef sarifLevel(Severity Level, Precision Sure);

/// Leaves out what GitHub would show although it is settled, since it looks at
/// neither suppressions nor baselines.
void dropSettled(std::vector<SarifFinding> &Findings,
                 std::vector<std::string> &LeftOut);

/// Leaves the \p Limit worst, in their order.
void keepWorst(std::vector<SarifFinding> &Findings, size_t Limit);

} // namespace warrant

#endif // WARRANT_REPORT_SARIFFINDINGS_H
