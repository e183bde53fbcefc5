//===- CommandsRun.h - What a report says of its run ------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The facts about a run that no stage knows: the revision, digests of what
// went in, and the files that no unit saw.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDSRUN_H
#define WARRANT_COMMANDSRUN_H

#include "CommandsProject.h"
#include "Git.h"
#include "warrant/Report.h"

namespace warrant {

/// A run of \p Commands, a digest each. Without git, or outside its
/// repositories, the revision is empty.
RunInfo describeRun(std::vector<std::string> Configurations,
                    const std::set<std::string> &Commands, const Config &C);

/// A hash of each command of \p Units that is the same wherever the project
/// and its build folders lie.
std::set<std::string> commandDigests(const Plan &Units, const Config &C);

/// The lines whose comments must not be copies, for `--copied-since`.
llvm::Expected<AddedLines> linesAsked(llvm::StringRef CopiedSince,
                                      const Config &C);
/// Adds the remarks about copies to \p R, where they were asked for.
void remarkAskedCopies(Report &R, const Config &C, const AddedLines &Added);

/// The project's C and C++ files below \p Paths (all, if empty) that are not
/// among \p Seen; relative to the root and sorted.
std::vector<std::string> filesNotIn(const std::set<std::string> &Seen,
                                    const Config &C,
                                    const FileClassifier &Files,
                                    llvm::ArrayRef<std::string> Paths);

/// Those that are in no unit of \p R.
std::vector<std::string> filesInNoUnit(const Report &R, const Config &C,
                                       const FileClassifier &Files,
                                       llvm::ArrayRef<std::string> Paths);

} // namespace warrant

#endif // WARRANT_COMMANDSRUN_H
