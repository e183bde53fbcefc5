//===- CacheManifest.h - What the cache knows of a project ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One entry of the cache for all units that share root, configuration and
// tool. A thousand units read much the same files and say much the same of
// them, so each input and each part is there once, and units are numbers.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_CACHEMANIFEST_H
#define WARRANT_SCAN_CACHEMANIFEST_H

#include "FileStamp.h"
#include "tool/report/Codec.h"
#include "warrant/Site.h"
#include <unordered_set>

namespace warrant {

struct StampedFile {
  std::string Path;
  FileStamp Stamp;
  std::string Digest;
};

/// The result of one unit, and what it holds under.
struct CachedUnit {
  std::string Command;
  std::string Prefix;    ///< that it was parsed with, or empty
  uint64_t LastUsed = 0; ///< nanoseconds since 1970
  std::string File;
  std::string Configuration;
  UnitStatus State = UnitStatus::Ok;
  std::vector<std::string> Messages;
  std::vector<unsigned> Inputs; ///< sorted
  std::vector<unsigned> Parts;
};

struct CacheManifest {
  std::vector<StampedFile> Files;
  std::vector<UnitInput> Inputs;
  std::vector<Blob> Parts; ///< a UnitResult each
  std::vector<CachedUnit> Units;
};

/// What \p Bytes say, and refers to. Damage of any kind, or another version, is
/// an error.
llvm::Expected<CacheManifest> decodeManifest(llvm::StringRef Bytes);

/// A part of a unit as bytes, and back.
std::string encodePart(const UnitResult &Part);
std::optional<UnitResult> decodePart(llvm::StringRef Bytes);

/// Puts a manifest together.
class ManifestBuilder {
public:
  unsigned input(const UnitInput &Input);
  /// The bytes that are kept, and their number.
  std::pair<llvm::StringRef, unsigned> part(llvm::StringRef Bytes);
  /// Adds a unit in this builder's numbers; of those that differ only in what
  /// they say the first stays, and of one command the first few.
  void addUnit(CachedUnit Unit);
  /// Adds the units of \p From that were used after \p Oldest.
  void addAll(const CacheManifest &From, uint64_t Oldest);
  llvm::ArrayRef<UnitInput> inputs() const { return Inputs; }
  std::string encode(const DigestTable &Digests) const;

private:
  llvm::StringMap<unsigned> InputNumbers, PartNumbers;
  std::vector<UnitInput> Inputs;
  std::vector<Blob> Parts;
  std::vector<CachedUnit> Units;
  llvm::StringMap<std::vector<std::vector<unsigned>>> InputsByCommand;
};

} // namespace warrant

#endif // WARRANT_SCAN_CACHEMANIFEST_H
