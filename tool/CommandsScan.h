//===- CommandsScan.h - An audit as commands run it -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDSSCAN_H
#define WARRANT_COMMANDSSCAN_H

#include "CommandsProject.h"
#include "warrant/Report.h"

namespace warrant {

class Profile;

/// Runs the stages up to the merged report.
llvm::Expected<Report> audit(const ScanRequest &Request, const Config &C,
                             Profile *Times = nullptr);

/// The same for units that were planned, without what is asked of the files
/// around them.
Report auditUnits(const ScanRequest &Request, const Config &C, const Target &T,
                  const FileClassifier &Files);

/// Whether the whole project is asked for.
inline bool isWhole(const ScanRequest &Request) {
  return Request.Paths.empty() && !Request.Commands.HasFlags;
}

} // namespace warrant

#endif // WARRANT_COMMANDSSCAN_H
