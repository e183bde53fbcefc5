//===- CommandsBaseline.h - The project's baseline --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where baselines lie, and what files and git say of what is in them.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDSBASELINE_H
#define WARRANT_COMMANDSBASELINE_H

#include "warrant/Baseline.h"
#include "warrant/Config.h"

namespace warrant {

inline constexpr llvm::StringLiteral BaselineName = ".warrant-baseline";

/// The baseline in \p File, or in the root's and where that says so in those of
/// the folders below. Absence where \p File is empty and the root has none.
llvm::Expected<std::optional<Baseline>> openBaseline(llvm::StringRef Root,
                                                     llvm::StringRef File);

/// What the report, the files and git say. \p Whole: all units of the project
/// were asked for. It refers to \p R.
BaselineScope baselineScope(const Report &R, const Config &C, const Baseline &B,
                            bool Whole);

} // namespace warrant

#endif // WARRANT_COMMANDSBASELINE_H
