//===- PrefixWords.h - Where a prefix names a word --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_PREFIXWORDS_H
#define WARRANT_SCAN_PREFIXWORDS_H

#include "Prefix.h"
#include "llvm/ADT/BitVector.h"

namespace warrant {

/// Looks words up in the files of a prefix, each of which is as it was when the
/// prefix was made.
class PrefixWords {
public:
  explicit PrefixWords(const PrefixFacts &Facts) : Facts(Facts) {}

  /// Whether \p Word may be meant in one of \p Files.
  bool areIn(llvm::ArrayRef<unsigned> Files, llvm::StringRef Word);

private:
  const PrefixFacts &Facts;
  llvm::StringMap<llvm::BitVector> FilesNaming; ///< a word
};

} // namespace warrant

#endif // WARRANT_SCAN_PREFIXWORDS_H
