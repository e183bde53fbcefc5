//===- SharedAnswers.h - What units need not ask twice ----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The units of one process ask the file system for the same headers in the same
// folders, and clang's driver for the same flags. What is not there is asked
// for once, and so is what the driver makes of commands that differ in their
// file alone. Contents, and what is there, are looked at anew by each unit.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_SHAREDANSWERS_H
#define WARRANT_SCAN_SHAREDANSWERS_H

#include "InputRecorder.h"
#include "UnitMessages.h"
#include "warrant/Plan.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "llvm/ADT/StringSet.h"
#include <map>

namespace warrant {

class SharedAnswers {
public:
  using FileSystem = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;

  /// \p FS, but for what is known not to be there. This object must outlive it.
  FileSystem over(FileSystem FS);

  /// As invocationFor(). \p Inputs, which may be null, is part of \p FS and
  /// notes what the driver asks, or asked then.
  std::shared_ptr<clang::CompilerInvocation>
  invocation(const WorkItem &Item, bool Exact, UnitMessages &Messages,
             FileSystem FS, InputRecorder *Inputs);

private:
  struct DriverResult {
    std::shared_ptr<clang::CompilerInvocation> Invocation;
    std::vector<UnitInput> Inputs;
  };
  llvm::StringSet<> Absent; ///< absolute paths
  std::map<std::vector<std::string>, DriverResult> ByCommand;
};

} // namespace warrant

#endif // WARRANT_SCAN_SHAREDANSWERS_H
