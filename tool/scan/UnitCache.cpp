//===- UnitCache.cpp - Results of earlier runs ----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitCache.h"
#include "CacheKey.h"
#include "InputRecorder.h"
#include "tool/report/UnitParts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace warrant {

static constexpr StringLiteral Kind = "units";
static constexpr uint64_t Day = uint64_t(24) * 3600 * 1'000'000'000;
/// What nothing asked for in this time is dropped when others are added.
static constexpr uint64_t LongestUnused = 30 * Day;

/// What is kept in \p Bytes; nothing where there is nothing that can be read.
static CacheManifest manifestIn(const MemoryBuffer *Bytes) {
  if (!Bytes)
    return {};
  Expected<CacheManifest> Found = decodeManifest(Bytes->getBuffer());
  if (Found)
    return std::move(*Found);
  consumeError(Found.takeError()); // damaged or of others: as if not there
  return {};
}

UnitCache::UnitCache(CacheFolder F, std::string K)
    : Folder(std::move(F)), Key(std::move(K)),
      KeptBytes(Folder.read(Kind, Key)), Kept(manifestIn(KeptBytes.get())),
      Truth(Kept.Inputs.size()), Start(nowInNanoseconds()) {
  for (const StampedFile &File : Kept.Files)
    Digests.add(File.Path, {File.Stamp, File.Digest});
}

Expected<std::unique_ptr<UnitCache>>
UnitCache::open(StringRef Path, const Config &C, const FileClassifier &Files,
                const EngineOptions &Options) {
  Expected<CacheFolder> Folder = CacheFolder::open(Path);
  if (!Folder)
    return Folder.takeError();
  Expected<std::string> Key = sharedKey(*Folder, C, Files, Options);
  if (!Key)
    return Key.takeError();
  return std::unique_ptr<UnitCache>(
      new UnitCache(std::move(*Folder), std::move(*Key)));
}

//===----------------------------------------------------------------------===//
// What holds
//===----------------------------------------------------------------------===//

const FileState &UnitCache::stateOf(const std::string &Path) {
  auto [It, IsNew] = States.try_emplace(Path);
  if (IsNew)
    It->second = lookAt(Path);
  return It->second;
}

bool UnitCache::isTrue(const UnitInput &Input) {
  switch (Input.Kind) {
  case InputKind::Absent:
    return !stateOf(Input.Path).Exists;
  case InputKind::Directory:
    return stateOf(Input.Path).IsDirectory;
  case InputKind::Present:
    return stateOf(Input.Path).Exists && !stateOf(Input.Path).IsDirectory;
  case InputKind::Contents:
    return Digests.digest(Input.Path, stateOf(Input.Path)) == Input.Answer;
  case InputKind::Listing:
    return listingDigest(*vfs::getRealFileSystem(), Input.Path) == Input.Answer;
  case InputKind::RealPath: {
    SmallString<256> Real;
    return !sys::fs::real_path(Input.Path, Real) && Real == Input.Answer;
  }
  }
  return false;
}

bool UnitCache::isTrue(unsigned Input) {
  std::optional<bool> &Known = Truth[Input];
  if (!Known)
    Known = isTrue(Kept.Inputs[Input]);
  return *Known;
}

//===----------------------------------------------------------------------===//
// Taking and adding
//===----------------------------------------------------------------------===//

/// Merges a part unless that was done; false where it can't be read.
bool UnitCache::mergePart(StringRef Bytes, Merger &All) {
  if (!Merged.insert(CachedHashStringRef(Bytes)).second)
    return true;
  std::optional<UnitResult> Part = decodePart(Bytes);
  if (!Part)
    return false;
  All.addPart(std::move(*Part));
  return true;
}

bool UnitCache::take(CachedUnit &Unit, Merger &All) {
  if (!all_of(Unit.Inputs, [&](unsigned N) { return isTrue(N); }))
    return false;
  for (unsigned N : Unit.Parts)
    if (!mergePart(Kept.Parts[N].Bytes, All))
      return false; // what was merged of it is true all the same
  All.addUnit({Unit.File, Unit.Configuration, Unit.State, Unit.Messages, {}});
  IsDirty |= Unit.LastUsed + Day < Start;
  Unit.LastUsed = Start;
  return true;
}

Plan UnitCache::takeKnown(const Plan &P, Merger &All,
                          function_ref<void(const WorkItem &)> Taken) {
  StringMap<SmallVector<CachedUnit *, 1>> ByCommand;
  for (CachedUnit &Unit : Kept.Units)
    ByCommand[Unit.Command].push_back(&Unit);
  Plan Rest{{}, P.BuildFolders, P.Notes, P.Prefixes};
  for (const WorkItem &Item : P.Items) {
    SmallVector<CachedUnit *, 1> Earlier;
    if (Item.SkipReason.empty())
      Earlier = ByCommand.lookup(commandKey(Item));
    if (any_of(Earlier, [&](CachedUnit *Unit) { return take(*Unit, All); })) {
      Taken(Item);
      continue;
    }
    Rest.Items.push_back(Item);
    // What it could use then it can most often use now, alone as it may be.
    if (!Earlier.empty())
      Rest.Items.back().Prefix = Earlier.front()->Prefix;
  }
  return Rest;
}

/// Whether a later run would find the same: not where a worker died, nor where
/// it is not known what the unit read.
static bool isKeepable(const UnitResult &U) {
  return (U.State == UnitStatus::Ok || U.State == UnitStatus::Errors) &&
         !U.Inputs.empty() && !U.Command.empty();
}

void UnitCache::add(UnitResult U, Merger &All) {
  if (!isKeepable(U))
    return All.add(std::move(U));
  CachedUnit Unit{U.Command, U.Prefix,   Start, U.File, U.Configuration,
                  U.State,   U.Messages, {},    {}};
  All.addUnit({U.File, U.Configuration, U.State, std::move(U.Messages), {}});
  for (const UnitInput &Input : U.Inputs)
    Unit.Inputs.push_back(New.input(Input));
  for (UnitResult &Part : splitUnit(std::move(U))) {
    auto [Bytes, Number] = New.part(encodePart(Part));
    Unit.Parts.push_back(Number);
    if (Merged.insert(CachedHashStringRef(Bytes)).second)
      All.addPart(std::move(Part));
  }
  New.addUnit(std::move(Unit));
  IsDirty = true;
}

//===----------------------------------------------------------------------===//
// Saving
//===----------------------------------------------------------------------===//

Error UnitCache::save() {
  if (!IsDirty && !Digests.hasGrown())
    return Error::success();
  // What was read is stamped now; where it has changed since, the digest that
  // the unit saw is another, and the unit will not hold.
  uint64_t Oldest = Start > LongestUnused ? Start - LongestUnused : 0;
  New.addAll(Kept, Oldest);
  // Another run may have been here in between.
  std::unique_ptr<MemoryBuffer> Others = Folder.read(Kind, Key);
  if (Others && (!KeptBytes || Others->getBuffer() != KeptBytes->getBuffer()))
    New.addAll(manifestIn(Others.get()), Oldest);
  for (const UnitInput &Input : New.inputs())
    if (Input.Kind == InputKind::Contents)
      Digests.digest(Input.Path, stateOf(Input.Path));
  if (Error E = Folder.write(Kind, Key, New.encode(Digests)))
    return E;
  Folder.prune(CacheLimitBytes, /*Now=*/false);
  return Error::success();
}

} // namespace warrant
