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

std::string TemporaryPrefixes::path() {
  SmallString<128> Path;
  if (Folder.empty() && !sys::fs::createUniqueDirectory("warrant", Path))
    Folder = std::string(Path);
  return Folder.empty() ? Folder : Folder + "/";
}

void TemporaryPrefixes::remove() {
  if (!Folder.empty())
    // What is left in the system's temporary folder the system removes.
    (void)sys::fs::remove_directories(Folder);
  Folder.clear();
}

} // namespace warrant
