//===- UnitsFile.h - Files of units that are merged later -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What `warrant analyze-unit` and `warrant scan --units-out` write and `warrant
// merge` reads: a header, then results in the form of UnitCodec.h, sorted and
// each once. A report can't take its place: it has counts where merging needs
// sets. No clock, no absolute path and no order of work is in it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_UNITSFILE_H
#define WARRANT_REPORT_UNITSFILE_H

#include "warrant/Site.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

namespace warrant {

/// What a file says of all its units.
struct UnitsInfo {
  std::string Tool;     ///< filled by writeUnits(), and checked by readUnits()
  std::string Revision; ///< git's commit, or empty
  std::string ConfigDigest;
  std::set<std::string> Configurations;
  std::set<std::string> Commands;     ///< a digest each
  std::set<std::string> BuildFolders; ///< those at or below the root, from it
  unsigned Part = 0;                  ///< of `--shard`: 1 of
  unsigned Parts = 0;                 ///< 4; 0 where a file stands for itself
  unsigned Units = 0;                 ///< filled by writeUnits()
  friend bool operator==(const UnitsInfo &, const UnitsInfo &) = default;
};

/// A unit for writeUnits(), without what only this machine knows.
std::string unitForFile(UnitResult U);

/// The bytes of a file of \p Units.
std::string writeUnits(UnitsInfo Info, std::vector<std::string> Units);

/// Gives each unit of \p Bytes to \p Take. The error says what is wrong with
/// the file.
llvm::Expected<UnitsInfo> readUnits(llvm::StringRef Bytes,
                                    llvm::function_ref<void(UnitResult)> Take);

} // namespace warrant

#endif // WARRANT_REPORT_UNITSFILE_H
