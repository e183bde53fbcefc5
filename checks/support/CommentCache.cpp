//===- CommentCache.cpp - Comments that outlive a unit --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommentCache.h"

using llvm::StringRef;

namespace warrant {

/// Of texts; what is known of them takes some times as much.
constexpr size_t MostBytes = 8 << 20;

CommentIndex CommentCache::comments(StringRef File, StringRef Buffer,
                                    const Config &C, StringRef Digest,
                                    ScanOptions Options) {
  Key Asked(Digest, File, Options.RawStrings);
  {
    const std::lock_guard Lock(Guard);
    auto Found = Known.find(Asked);
    if (Found != Known.end() && Found->second.text() == Buffer)
      return Found->second;
  }
  CommentIndex Made = CommentIndex::scan(Buffer, C, Options);
  const std::lock_guard Lock(Guard);
  if (auto Old = Known.find(Asked); Old != Known.end()) {
    Bytes -= Old->second.text().size();
    Known.erase(Old);
  }
  // Rare enough that nothing cleverer pays.
  if (Bytes + Buffer.size() > MostBytes) {
    Known.clear();
    Bytes = 0;
  }
  if (Buffer.size() > MostBytes)
    return Made;
  Bytes += Buffer.size();
  Known.emplace(std::move(Asked), Made);
  return Made;
}

} // namespace warrant
