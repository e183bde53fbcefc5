//===- TemporaryPrefixes.cpp - Prefixes that go with a run ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TemporaryPrefixes.h"
#include "scan/Cache.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace warrant {

std::string prefixPathIn(StringRef Folder) {
  Expected<CacheFolder> Cache = CacheFolder::open(Folder);
  if (Cache)
    return Cache->path("pch", "");
  consumeError(Cache.takeError()); // whoever opened it first has noted it
  return {};
}

TemporaryPrefixes::TemporaryPrefixes() {
  SmallString<128> Path;
  sys::fs::createUniquePath("warrant-%%%%%%%%", Path, /*MakeAbsolute=*/true);
  Folder = std::string(Path);
}

void TemporaryPrefixes::beginsAll() {
  if (IsUsed)
    // Where it can't be made, no prefix can, and the run does without.
    IsThere = !sys::fs::create_directory(Folder, /*IgnoreExisting=*/false,
                                         sys::fs::owner_all);
}

void TemporaryPrefixes::remove() {
  if (IsThere)
    // What is left in the system's temporary folder the system removes.
    (void)sys::fs::remove_directories(Folder);
  IsThere = false;
}

} // namespace warrant
