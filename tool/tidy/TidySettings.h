//===- TidySettings.h - The configuration in clang-tidy ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a check is configured by in clang-tidy: the nearest .warrant.yaml above
// the source file, so that the editor and `warrant scan` agree, and
// clang-tidy's CheckOptions over it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_TIDY_TIDYSETTINGS_H
#define WARRANT_TIDY_TIDYSETTINGS_H

#include "warrant/Config.h"
#include "clang/Basic/FileManager.h"

namespace warrant {

/// A check's options as clang-tidy gives them. An empty text is one that was
/// not given.
struct TidyOptions {
  std::string Root;
  std::string Strict;
  std::string Markers; ///< separated by `;`
  /// Of the check's own options, in the order of its OptionInfos; lists are
  /// separated by `;`.
  std::vector<std::string> Own;
};

/// The configuration for the file \p Source (absolute). The error has a line
/// for each mistake.
llvm::Expected<Config> openSettings(llvm::StringRef Source,
                                    const CheckInfo &Check,
                                    const TidyOptions &Options,
                                    clang::FileManager &Files);

/// Whether \p C says by name that \p Check is off. What is on is clang-tidy's
/// to say.
bool isTurnedOff(const Config &C, const CheckInfo &Check);

} // namespace warrant

#endif // WARRANT_TIDY_TIDYSETTINGS_H
