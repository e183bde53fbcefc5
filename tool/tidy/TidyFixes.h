//===- TidyFixes.h - Skeletons as fix-its -----------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The edits of `warrant annotate` in clang-tidy. Sites that share a place share
// a comment, of whatever check they are, and it is the first one's fix-it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_TIDY_TIDYFIXES_H
#define WARRANT_TIDY_TIDYFIXES_H

#include "warrant/Report.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace warrant {

using TidyFixes = std::map<const Site *, clang::FixItHint>;

/// The fix-its for the sites of \p R in project files; \p FileOf finds a file
/// of the report in the unit. A file that `warrant annotate` would leave alone
/// has none.
TidyFixes fixesFor(const Report &R, const clang::SourceManager &SM,
                   llvm::function_ref<clang::FileID(llvm::StringRef)> FileOf);

} // namespace warrant

#endif // WARRANT_TIDY_TIDYFIXES_H
