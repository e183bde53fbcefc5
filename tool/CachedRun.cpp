//===- CachedRun.cpp - Analysing what the cache does not know -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CachedRun.h"
#include "scan/UnitCache.h"

using namespace llvm;

namespace warrant {

std::string CachedCount::text() const {
  return std::to_string(Cached) + " of " + std::to_string(All) +
         (All == 1 ? " unit" : " units") + " from the cache";
}

/// An audit without a cache is the same and takes longer: that is noted only.
static void noteNoCache(Error E) {
  errs() << "warrant: note: no cache: " << toString(std::move(E)) << "\n";
}

/// What is known of earlier runs; null where nothing is to be taken or kept.
static std::unique_ptr<UnitCache> openCache(const Config &C,
                                            const FileClassifier &Files,
                                            const EngineOptions &Options) {
  if (Options.CacheFolder.empty())
    return nullptr;
  auto Cache = UnitCache::open(Options.CacheFolder, C, Files, Options);
  if (Cache)
    return std::move(*Cache);
  noteNoCache(Cache.takeError());
  return nullptr;
}

namespace {

/// What was found out until a signal ends the run is kept.
class SaveOnBreak final : public RunObserver {
public:
  explicit SaveOnBreak(UnitCache &Cache) : Cache(Cache) {}
  void breaksOff() override {
    if (Error E = Cache.save())
      noteNoCache(std::move(E));
  }

private:
  UnitCache &Cache;
};

} // namespace

void runCached(const Plan &Units, const Config &C, const FileClassifier &Files,
               EngineOptions Options, Profile *Times, Merger &All) {
  std::unique_ptr<UnitCache> Cache = openCache(C, Files, Options);
  if (!Cache) {
    // Nor will anything else be kept there.
    Options.CacheFolder.clear();
    return runPlan(Units, C, Files, Options, [&](UnitResult U) {
      StageTime Time(Times, "merge");
      All.add(std::move(U));
    });
  }
  Options.WantsInputs = true;
  std::optional<StageTime> Taking(std::in_place, Times, "take from the cache");
  Plan Rest = Cache->takeKnown(Units, All, [&](const WorkItem &Item) {
    UnitAside Aside;
    Aside.Cached = true;
    for (RunObserver *Each : Options.Observers)
      Each->ends(Item, /*Worker=*/0, Aside);
  });
  Taking.reset();
  SaveOnBreak Saver(*Cache);
  Options.Observers.push_back(&Saver);
  runPlan(Rest, C, Files, Options, [&](UnitResult U) {
    StageTime Time(Times, "merge");
    Cache->add(std::move(U), All);
  });
  StageTime Keeping(Times, "keep in the cache");
  if (Error E = Cache->save())
    noteNoCache(std::move(E));
}

} // namespace warrant
