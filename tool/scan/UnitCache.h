//===- UnitCache.h - Results of earlier runs --------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes from the cache what holds still, and keeps there what is new. What is
// taken and what is analysed merge to the same report.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_UNITCACHE_H
#define WARRANT_SCAN_UNITCACHE_H

#include "Cache.h"
#include "CacheManifest.h"
#include "warrant/Plan.h"
#include "warrant/Report.h"
#include "llvm/ADT/DenseSet.h"

namespace warrant {

class UnitCache {
public:
  /// The results that are kept in \p Folder for runs like this one. The error
  /// says why there can't be any.
  static llvm::Expected<std::unique_ptr<UnitCache>>
  open(llvm::StringRef Folder, const Config &C, const FileClassifier &Files,
       const EngineOptions &Options);

  /// Gives \p All the results that hold, tells \p Taken of their items, and
  /// returns what is left of \p P.
  Plan takeKnown(const Plan &P, Merger &All,
                 llvm::function_ref<void(const WorkItem &)> Taken);

  /// Gives \p All a result that is new, and keeps it.
  void add(UnitResult U, Merger &All);

  /// Writes down what is new.
  llvm::Error save();

private:
  UnitCache(CacheFolder Folder, std::string Key);
  bool isTrue(unsigned Input);
  bool isTrue(const UnitInput &Input);
  const FileState &stateOf(const std::string &Path);
  bool take(CachedUnit &Unit, Merger &All);
  bool mergePart(llvm::StringRef Bytes, Merger &All);

  CacheFolder Folder;
  std::string Key;
  std::unique_ptr<llvm::MemoryBuffer> KeptBytes; ///< Kept refers to it
  CacheManifest Kept;
  ManifestBuilder New;
  DigestTable Digests;
  llvm::StringMap<FileState> States;      ///< one stat per path and run
  std::vector<std::optional<bool>> Truth; ///< of Kept.Inputs
  llvm::DenseSet<llvm::CachedHashStringRef> Merged;
  uint64_t Start;
  bool IsDirty = false;
};

} // namespace warrant

#endif // WARRANT_SCAN_UNITCACHE_H
