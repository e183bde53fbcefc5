//===- TextSummary.h - What the text report ends with -----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_TEXTSUMMARY_H
#define WARRANT_REPORT_TEXTSUMMARY_H

#include "TextLines.h"

namespace warrant {

/// Whether \p S is to be written about: not documented, not proven, and not
/// set aside by a person.
bool isOpen(const Site &S);

/// Whether \p S is documented, and its comment leaves a property open: what
/// `--notes` shows.
bool leavesOpen(const Site &S);

/// The open sites by directory and check: the directories with most first.
void printTable(const Report &R, llvm::raw_ostream &OS);

/// Counts, what was not analysed, blind spots, and the verdict.
void printSummary(const Report &R, const Verdict &V, const TextOptions &Options,
                  TextLines &Lines, llvm::raw_ostream &OS);

} // namespace warrant

#endif // WARRANT_REPORT_TEXTSUMMARY_H
