//===- CommandsUnits.h - Units that are merged later ------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDSUNITS_H
#define WARRANT_COMMANDSUNITS_H

#include "CommandsProject.h"
#include "report/UnitsFile.h"

namespace warrant {

/// Fills \p Info with what a file of \p T's units says of them.
void describeUnits(const Target &T, const Config &C, UnitsInfo &Info);

/// Leaves the \p Shard, as `2/4`, of the units and notes it in \p Info.
llvm::Error takeShard(llvm::StringRef Shard, Plan &Units, UnitsInfo &Info);

/// Writes to a file, or to standard output if that is `-`. The status is 0 or
/// WrongUse.
int writeUnitsTo(llvm::StringRef File, const std::string &Bytes);

} // namespace warrant

#endif // WARRANT_COMMANDSUNITS_H
