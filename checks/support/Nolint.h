//===- Nolint.h - NOLINT comments and their reasons -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The comments by which clang-tidy is told to be silent, with the lines that
// they speak of: an excuse where they name a check of Warrant's, a
// justification where the convention `gsl` is followed.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_NOLINT_H
#define WARRANT_CHECKS_SUPPORT_NOLINT_H

#include "CommentScan.h"

namespace warrant {

/// One `NOLINT(names): reason`, `NOLINTNEXTLINE(...)` or region.
struct Nolint {
  unsigned Offset = 0; ///< of the comment that holds it
  unsigned Line = 0;
  std::vector<std::string> Names; ///< as written; empty when it names none
  /// Behind `:` or `--`, else what a NOLINTJUSTIFICATION above it says.
  std::string Reason;
  unsigned ReasonLine = 0;
  unsigned FirstLine = 0, LastLine = 0; ///< that it speaks of
  bool Unclosed = false; ///< a region without an end, which does nothing
};

/// Every one of \p F, in its order.
std::vector<Nolint> readNolints(const ScannedFile &F);

/// What stands behind a suppression's word.
struct NamesAndReason {
  std::vector<std::string> Names;
  llvm::StringRef Reason;
  bool Promised = false; ///< a reason is announced, and may follow below
};

/// Reads `(a, b): reason`; absence where \p Text does not begin so.
std::optional<NamesAndReason> readNamesAndReason(llvm::StringRef Text);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_NOLINT_H
