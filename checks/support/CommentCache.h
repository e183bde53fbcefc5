//===- CommentCache.h - Comments that outlive a unit ---------- -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A server analyses one unit again and again, and its headers change rarely.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_COMMENTCACHE_H
#define WARRANT_CHECKS_SUPPORT_COMMENTCACHE_H

#include "warrant/Config.h"
#include "warrant/SafetyComments.h"
#include <map>
#include <mutex>
#include <tuple>

namespace warrant {

/// Keeps the comments of files. What it answers is what CommentIndex::scan()
/// would, whether a file's text is from the disk or an editor's: texts are
/// compared. Several threads may ask at a time.
class CommentCache {
public:
  /// \p Digest is that of \p C; \p File names what has the text \p Buffer.
  CommentIndex comments(llvm::StringRef File, llvm::StringRef Buffer,
                        const Config &C, llvm::StringRef Digest,
                        ScanOptions Options);

private:
  /// The digest, the file, and whether it may have raw strings.
  using Key = std::tuple<std::string, std::string, bool>;

  std::mutex Guard;
  std::map<Key, CommentIndex> Known;
  size_t Bytes = 0; ///< of the texts in Known
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_COMMENTCACHE_H
