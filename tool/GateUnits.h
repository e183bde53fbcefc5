//===- GateUnits.h - Which units a change touches ---------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Before anything is parsed, so it is told from names: a unit is touched where
// it, or what it includes by way of any file of that name, has changed. That
// may be too many units, and never too few, but for headers that a build makes
// of others.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_GATEUNITS_H
#define WARRANT_GATEUNITS_H

#include "Git.h"
#include "warrant/Plan.h"

namespace warrant {

/// The files below \p Root, relative to it, that differ from \p Commit: new,
/// changed and gone ones.
llvm::Expected<std::set<std::string>> changedFiles(llvm::StringRef Root,
                                                   llvm::StringRef Commit);

/// Whether a file of that name says how units are built.
bool describesBuild(llvm::StringRef File);

/// Sources of the project that are \p Changed and that none of \p Units is:
/// nobody looks at them.
std::vector<std::string> unseenSources(const Config &C, const Plan &Units,
                                       const std::set<std::string> &Changed);

/// Sources that are \p Changed, are no more, and have no other name now, with
/// the command of the unit that is nearest to each. What moved from them is to
/// be found there.
std::vector<WorkItem>
goneUnits(const Plan &Units, llvm::StringRef Root,
          const std::set<std::string> &Changed,
          const std::map<std::string, std::string> &FormerNames);

/// Leaves those of \p Units that \p Changed touches.
llvm::Error keepTouched(Plan &Units, llvm::StringRef Root,
                        const std::set<std::string> &Changed);

} // namespace warrant

#endif // WARRANT_GATEUNITS_H
