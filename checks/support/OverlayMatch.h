//===- OverlayMatch.h - Which function an overlay means ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From a declaration to what an overlay says of it. Clang's builtins, the
// fortified forms that macros make of calls and the names in namespace std are
// the library's functions.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_OVERLAYMATCH_H
#define WARRANT_CHECKS_SUPPORT_OVERLAYMATCH_H

#include "Check.h"
#include "warrant/Overlay.h"

namespace warrant {

/// What an overlay says of a function.
struct OverlayUse {
  const OverlayFunction *Entry;
  /// Arguments that only the fortified form takes.
  unsigned ExtraAt = 0;
  unsigned Extra = 0;

  /// Leaves in \p Arguments those that Entry speaks of.
  void fit(llvm::SmallVectorImpl<const clang::Expr *> &Arguments) const;
};

/// What the overlays of \p Settings demand of callers of \p F, the first that
/// fits.
std::optional<OverlayUse> findOverlay(const clang::FunctionDecl &F,
                                      const Config &Settings);

/// Whether exceptions leave \p F, where an overlay says that.
std::optional<bool> findThrows(const clang::FunctionDecl &F,
                               const Config &Settings);

/// Moves an operation whose operator a system header's macro spells to where
/// that macro is used: each call is one operation, whatever it expands to.
void leaveSystemMacros(Operation &Op, const clang::SourceManager &SM);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_OVERLAYMATCH_H
