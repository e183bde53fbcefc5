//===- Cache.h - A folder of what can be found out again --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where the cache lies, and how files get in and out of it. A file is there as
// a whole or not at all, and never changes: another content has another name
// or takes its place. Nobody but the user may write there. See docs/cache.md.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_CACHE_H
#define WARRANT_SCAN_CACHE_H

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <string>

namespace warrant {

/// \p Given, else WARRANT_CACHE_DIR, else `warrant` in the user's cache folder.
/// Empty where there is to be no cache: WARRANT_CACHE_DIR is set and empty, or
/// the user has no home.
std::string cacheFolder(llvm::StringRef Given);

/// What a cache may hold unless the user says otherwise.
inline constexpr uint64_t CacheLimitBytes = uint64_t(4) << 30;

/// How much a cache holds.
struct CacheSize {
  unsigned Files = 0;
  uint64_t Bytes = 0;
};

class CacheFolder {
public:
  /// The folder at \p Path, which is made if it is not there. The error says
  /// that it can't be made or that others than the user may write there.
  static llvm::Expected<CacheFolder> open(llvm::StringRef Path);

  /// Where the entry \p Key (a digest, with an extension if one is needed) of
  /// the sort \p Kind (`units`, `pch`) lies.
  std::string path(llvm::StringRef Kind, llvm::StringRef Key) const;

  /// The entry's bytes; null where there is none. It counts as used now.
  std::unique_ptr<llvm::MemoryBuffer> read(llvm::StringRef Kind,
                                           llvm::StringRef Key) const;
  /// Writes the entry as a whole, or not at all.
  llvm::Error write(llvm::StringRef Kind, llvm::StringRef Key,
                    llvm::StringRef Bytes) const;

  /// Notes that the entry was used, so that others are removed before it.
  static void touch(llvm::StringRef EntryPath);

  /// Removes what was used least recently until \p Limit bytes are left. With
  /// \p Now false only when that was not done for a while.
  void prune(uint64_t Limit, bool Now) const;
  /// What there is, as \p Kind or of all kinds if that is empty.
  CacheSize size(llvm::StringRef Kind) const;
  /// Removes all entries, and nothing else that may lie there.
  llvm::Error clear() const;

private:
  explicit CacheFolder(llvm::StringRef Path) : Path(Path) {}
  void forEachEntry(
      llvm::function_ref<void(llvm::StringRef Entry, uint64_t Bytes)> Do) const;
  std::string Path;
};

} // namespace warrant

#endif // WARRANT_SCAN_CACHE_H
