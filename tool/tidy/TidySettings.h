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
#include <tuple>

namespace warrant {

/// A check's options as clang-tidy gives them. An empty text is one that was
/// not given.
struct TidyOptions {
  std::string Root;
  std::string Strict;
  std::string Markers; ///< separated by `;`
  std::string Baseline;
  std::string Notes;
  /// Of the check's own options, in the order of its OptionInfos; lists are
  /// separated by `;`.
  std::vector<std::string> Own;

  using Shared = std::tuple<std::string, std::string, std::string, std::string>;
  /// What has to be alike for checks to be run together.
  Shared shared() const { return {Root, Strict, Markers, Baseline}; }
};

/// A check that clang-tidy runs, with its options.
struct TidyMember {
  const CheckInfo *Info;
  TidyOptions Given;
};

/// What the .warrant.yaml says that is nearest to the file \p Source
/// (absolute); Folder is empty where there is none.
llvm::Expected<Config> openProjectFile(llvm::StringRef Source,
                                       clang::FileManager &Files);

/// The configuration for the file \p Source (absolute): root, mode and markers
/// as in \p Shared, and the own options of all \p Checks. The error has a line
/// for each mistake.
llvm::Expected<Config> openSettings(llvm::StringRef Source,
                                    llvm::ArrayRef<TidyMember> Checks,
                                    const TidyOptions &Shared,
                                    clang::FileManager &Files);

/// What the option \p Name that has \p Text says; where it has none, \p
/// Default.
llvm::Expected<bool> isOn(llvm::StringRef Name, llvm::StringRef Text,
                          bool Default);

/// Whether \p C says by name that \p Check is off. What is on is clang-tidy's
/// to say.
bool isTurnedOff(const Config &C, const CheckInfo &Check);

} // namespace warrant

#endif // WARRANT_TIDY_TIDYSETTINGS_H
