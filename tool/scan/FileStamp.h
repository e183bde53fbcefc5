//===- FileStamp.h - Whether a file is what it was --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The digest of a file's content is what counts. A stamp tells, for the price
// of a stat, that the content is the same as when it was last read.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_FILESTAMP_H
#define WARRANT_SCAN_FILESTAMP_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>

namespace warrant {

/// What every change of a file changes. Times are nanoseconds since 1970.
struct FileStamp {
  uint64_t Size = 0;
  uint64_t Modified = 0;
  uint64_t Changed = 0; ///< also by what sets Modified back
  uint64_t Inode = 0;
  uint64_t Device = 0;
  friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// What is at a path.
struct FileState {
  bool Exists = false;
  bool IsDirectory = false;
  FileStamp Stamp;
};
FileState lookAt(const std::string &Path);

/// Nanoseconds since 1970, by the clock that stamps are made with.
uint64_t nowInNanoseconds();

/// The digests of files, as long as their stamps hold.
class DigestTable {
public:
  struct Entry {
    FileStamp Stamp;
    std::string Digest;
    /// Whether any later change is sure to change the stamp: clocks of file
    /// systems tick slowly, so that a file as young as its reading may be
    /// written once more without a trace.
    bool Settled = true;
  };

  void add(llvm::StringRef Path, Entry E) { ByPath[Path] = std::move(E); }

  /// The digest of what is at \p Path, which looks like \p Now; empty where
  /// it can't be read.
  std::string digest(const std::string &Path, const FileState &Now);

  /// Whether a file had to be read.
  bool hasGrown() const { return HasGrown; }
  const llvm::StringMap<Entry> &entries() const { return ByPath; }

private:
  llvm::StringMap<Entry> ByPath;
  bool HasGrown = false;
};

} // namespace warrant

#endif // WARRANT_SCAN_FILESTAMP_H
