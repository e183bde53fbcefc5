//===- TidyBaseline.h - The baseline in clang-tidy --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the project lives with for now is no diagnostic where the option
// `Baseline` says so. That a file was renamed, or that something is no more, is
// the scanner's to find out.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_TIDY_TIDYBASELINE_H
#define WARRANT_TIDY_TIDYBASELINE_H

#include "warrant/Baseline.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace warrant {

/// Marks the findings of \p R that the baseline in the root \p Root, or where
/// it says so in their folders, knows. Without a baseline nothing is.
llvm::Error markKnown(Report &R, llvm::StringRef Root,
                      llvm::vfs::FileSystem &FS);

} // namespace warrant

#endif // WARRANT_TIDY_TIDYBASELINE_H
