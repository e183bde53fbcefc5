//===- CacheKey.h - What results are kept under -----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All that a unit's result depends on beside the files that it reads, as
// digests.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_CACHEKEY_H
#define WARRANT_SCAN_CACHEKEY_H

#include "Cache.h"
#include "warrant/Plan.h"

namespace warrant {

/// The digest of what all units of a run share: this program, configuration,
/// root, environment. The error says that the program can't be read.
llvm::Expected<std::string> sharedKey(const CacheFolder &Folder,
                                      const Config &C,
                                      const FileClassifier &Files,
                                      const EngineOptions &Options);

/// The digest of what one unit adds.
std::string commandKey(const WorkItem &Item);

} // namespace warrant

#endif // WARRANT_SCAN_CACHEKEY_H
