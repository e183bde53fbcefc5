//===- CacheManifest.cpp - What the cache knows of a project --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CacheManifest.h"
#include "tool/report/UnitFields.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace warrant {

/// Bumped with every change of the structs or of how they are written.
static constexpr StringRef Magic("wcache\0\2", 8);

/// How many results of one command are kept: those of a few branches.
static constexpr size_t VariantsPerCommand = 8;

void fields(auto &Code, Is<FileStamp> auto &S) {
  auto &[Size, Modified, Changed, Inode, Device] = S;
  Code(Size, Modified, Changed, Inode, Device);
}

void fields(auto &Code, Is<StampedFile> auto &F) {
  auto &[Path, Stamp, Digest] = F;
  Code(Path, Stamp, Digest);
}

void fields(auto &Code, Is<CachedUnit> auto &U) {
  auto &[Command, Prefix, LastUsed, File, Configuration, State, Messages,
         Inputs, Parts] = U;
  Code(Command, Prefix, LastUsed, File, Configuration, State, Messages, Inputs,
       Parts);
}

void fields(auto &Code, Is<CacheManifest> auto &M) {
  auto &[Files, Inputs, Parts, Units] = M;
  Code(Files, Inputs, Parts, Units);
}

static bool allBelow(ArrayRef<unsigned> Numbers, size_t Size) {
  return all_of(Numbers, [&](unsigned N) { return N < Size; });
}

Expected<CacheManifest> decodeManifest(StringRef Bytes) {
  Expected<StringRef> Payload = unframed(Magic, Bytes, "a cache's entry");
  if (!Payload)
    return Payload.takeError();
  Decoder Code(*Payload);
  CacheManifest M;
  Code(M);
  bool IsWhole =
      Code.isWholeAndRight() && all_of(M.Units, [&](const CachedUnit &U) {
        return allBelow(U.Inputs, M.Inputs.size()) &&
               allBelow(U.Parts, M.Parts.size());
      });
  if (!IsWhole)
    return createStringError("a cache's entry that makes no sense");
  return M;
}

std::string encodePart(const UnitResult &Part) {
  Encoder Code;
  Code(Part);
  return Code.take();
}

std::optional<UnitResult> decodePart(StringRef Bytes) {
  Decoder Code(Bytes);
  UnitResult Part;
  Code(Part);
  if (!Code.isWholeAndRight())
    return std::nullopt;
  return Part;
}

unsigned ManifestBuilder::input(const UnitInput &Input) {
  std::string Key(1, static_cast<char>(Input.Kind));
  Key += Input.Path;
  Key += '\0';
  Key += Input.Answer;
  auto [It, IsNew] = InputNumbers.try_emplace(Key, Inputs.size());
  if (IsNew)
    Inputs.push_back(Input);
  return It->second;
}

std::pair<StringRef, unsigned> ManifestBuilder::part(StringRef Bytes) {
  auto [It, IsNew] = PartNumbers.try_emplace(Bytes, Parts.size());
  if (IsNew)
    Parts.push_back({It->first()});
  return {It->first(), It->second};
}

void ManifestBuilder::addUnit(CachedUnit Unit) {
  sort(Unit.Inputs);
  std::vector<std::vector<unsigned>> &Variants = InputsByCommand[Unit.Command];
  if (Variants.size() == VariantsPerCommand ||
      is_contained(Variants, Unit.Inputs))
    return;
  Variants.push_back(Unit.Inputs);
  Units.push_back(std::move(Unit));
}

void ManifestBuilder::addAll(const CacheManifest &From, uint64_t Oldest) {
  std::vector<std::optional<unsigned>> InputsHere(From.Inputs.size());
  std::vector<std::optional<unsigned>> PartsHere(From.Parts.size());
  std::vector<const CachedUnit *> LatestFirst;
  for (const CachedUnit &Unit : From.Units)
    if (Unit.LastUsed >= Oldest)
      LatestFirst.push_back(&Unit);
  stable_sort(LatestFirst, [](const CachedUnit *A, const CachedUnit *B) {
    return A->LastUsed > B->LastUsed;
  });
  for (const CachedUnit *Each : LatestFirst) {
    if (InputsByCommand[Each->Command].size() == VariantsPerCommand)
      continue;
    CachedUnit Unit = *Each;
    for (unsigned &N : Unit.Inputs) {
      std::optional<unsigned> &Here = InputsHere[N];
      N = Here ? *Here : *(Here = input(From.Inputs[N]));
    }
    for (unsigned &N : Unit.Parts) {
      std::optional<unsigned> &Here = PartsHere[N];
      N = Here ? *Here : *(Here = part(From.Parts[N].Bytes).second);
    }
    addUnit(std::move(Unit));
  }
}

std::string ManifestBuilder::encode(const DigestTable &Digests) const {
  CacheManifest M;
  StringSet<> Named;
  for (const UnitInput &Input : Inputs)
    if (Input.Kind == InputKind::Contents)
      Named.insert(Input.Path);
  for (const auto &[Path, Entry] : Digests.entries())
    if (Entry.Settled && Named.contains(Path))
      M.Files.push_back({Path.str(), Entry.Stamp, Entry.Digest});
  sort(M.Files, [](const StampedFile &A, const StampedFile &B) {
    return A.Path < B.Path;
  });
  M.Inputs = Inputs;
  M.Parts = Parts;
  M.Units = Units;
  Encoder Code;
  Code(M);
  return framed(Magic, Code.take());
}

} // namespace warrant
