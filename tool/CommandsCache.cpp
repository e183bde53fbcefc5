//===- CommandsCache.cpp - warrant cache ----------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "scan/Cache.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace warrant {

static void printSize(StringRef What, const CacheSize &Size) {
  outs() << left_justify(What, 24)
         << format("%6u files %10.1f MB\n", Size.Files,
                   static_cast<double>(Size.Bytes) / (1 << 20));
}

static int printStats(StringRef Path, const CacheFolder &Folder) {
  outs() << Path << "\n";
  printSize("results of units", Folder.size("units"));
  printSize("precompiled headers", Folder.size("pch"));
  printSize("all", Folder.size(""));
  return printOutput("");
}

int runCache(const CacheCommandRequest &Request) {
  std::string Path = cacheFolder(Request.Folder);
  if (Path.empty())
    return fail(createStringError(
        "there is no cache: WARRANT_CACHE_DIR is empty, or you have no home"));
  Expected<CacheFolder> Folder = CacheFolder::open(Path);
  if (!Folder)
    return fail(Folder.takeError());
  if (Request.Clear)
    if (Error E = Folder->clear())
      return fail(std::move(E));
  if (Request.Prune)
    Folder->prune(Request.Megabytes ? *Request.Megabytes << 20
                                    : CacheLimitBytes,
                  /*Now=*/true);
  return printStats(Path, *Folder);
}

} // namespace warrant
