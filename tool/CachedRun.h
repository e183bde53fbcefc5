//===- CachedRun.h - Analysing what the cache does not know -----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The run of a plan as commands do it: what the cache knows is taken from
// there, the rest is analysed, and what is new is kept.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CACHEDRUN_H
#define WARRANT_CACHEDRUN_H

#include "Profile.h"
#include "warrant/Plan.h"
#include "warrant/Report.h"

namespace warrant {

/// Gives \p All the results of all units of \p Units, as they come: of a large
/// project they would not all fit into memory. Observers hear of what is taken
/// from the cache as of units that end without a beginning.
void runCached(const Plan &Units, const Config &C, const FileClassifier &Files,
               EngineOptions Options, Profile *Times, Merger &All);

/// Counts the units that were taken from the cache.
class CachedCount final : public RunObserver {
public:
  void ends(const WorkItem &, int, const UnitAside &Aside) override {
    ++All;
    Cached += Aside.Cached;
  }
  /// `997 of 1000 units from the cache`
  std::string text() const;

private:
  unsigned All = 0, Cached = 0;
};

} // namespace warrant

#endif // WARRANT_CACHEDRUN_H
