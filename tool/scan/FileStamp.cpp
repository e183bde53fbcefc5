//===- FileStamp.cpp - Whether a file is what it was ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FileStamp.h"
#include "InputRecorder.h"
#include "llvm/Support/MemoryBuffer.h"
#include <algorithm>
#include <chrono>
#include <sys/stat.h>

using namespace llvm;

namespace warrant {

static constexpr uint64_t Second = 1'000'000'000;

static uint64_t inNanoseconds(const timespec &Time) {
  return static_cast<uint64_t>(Time.tv_sec) * Second +
         static_cast<uint64_t>(Time.tv_nsec);
}

uint64_t nowInNanoseconds() {
  auto Since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(Since).count();
}

FileState lookAt(const std::string &Path) {
  struct stat Found;
  if (::stat(Path.c_str(), &Found))
    return {};
  return {.Exists = true,
          .IsDirectory = S_ISDIR(Found.st_mode),
          .Stamp = {.Size = static_cast<uint64_t>(Found.st_size),
                    .Modified = inNanoseconds(Found.st_mtim),
                    .Changed = inNanoseconds(Found.st_ctim),
                    .Inode = Found.st_ino,
                    .Device = Found.st_dev}};
}

std::string DigestTable::digest(const std::string &Path, const FileState &Now) {
  // The coarsest clock that is in use, FAT's, ticks every two seconds.
  constexpr uint64_t Tick = 2 * Second;
  if (!Now.Exists || Now.IsDirectory)
    return {};
  auto Known = ByPath.find(Path);
  if (Known != ByPath.end() && Known->second.Stamp == Now.Stamp)
    return Known->second.Digest;
  uint64_t Began = nowInNanoseconds();
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return {};
  Entry E{Now.Stamp, contentDigest((*Buffer)->getBuffer()), true};
  E.Settled = std::max(Now.Stamp.Modified, Now.Stamp.Changed) + Tick < Began &&
              lookAt(Path).Stamp == Now.Stamp;
  HasGrown |= E.Settled;
  std::string Digest = E.Digest;
  add(Path, std::move(E));
  return Digest;
}

} // namespace warrant
