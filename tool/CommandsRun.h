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
#include "warrant/Report.h"

namespace warrant {

/// Without git, or outside its repositories, the revision is empty.
RunInfo describeRun(const Target &T, const Config &C);

/// A hash of the commands of \p Units that is the same wherever the project and
/// its build folders lie.
std::string commandsDigest(const Plan &Units, const Config &C);

/// The project's C and C++ files below \p Paths (all, if empty) that are in no
/// unit of \p R; relative to the root and sorted.
std::vector<std::string> filesInNoUnit(const Report &R, const Config &C,
                                       const FileClassifier &Files,
                                       llvm::ArrayRef<std::string> Paths);

} // namespace warrant

#endif // WARRANT_COMMANDSRUN_H
