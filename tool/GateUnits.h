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

/// Whether a file of that name says how units are built or judged, so that all
/// of them are touched.
bool touchesAll(llvm::StringRef File);

/// Leaves those of \p Units that \p Changed touches.
llvm::Error keepTouched(Plan &Units, llvm::StringRef Root,
                        const std::set<std::string> &Changed);

} // namespace warrant

#endif // WARRANT_GATEUNITS_H
