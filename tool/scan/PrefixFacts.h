//===- PrefixFacts.h - The facts of a prefix as a file ----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lines, each with a word that says of what: `options`, `file`, `includes` (of
// the file before), `base`, `header`, `spelling`, `word`,
// `anywhere`, `feature`, and `end`,
// without which the file is cut off.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_PREFIXFACTS_H
#define WARRANT_SCAN_PREFIXFACTS_H

#include "Prefix.h"

namespace warrant {

/// Notes how \p File is now, so that another run sees that it has changed.
llvm::Error setState(PrefixFile &File);

llvm::Error writeFacts(const PrefixFacts &Facts, llvm::StringRef Path);

/// The facts of the prefix whose path, without an ending, is \p Path. Nothing
/// where they are not there, or damaged, or where one of the files has changed.
std::optional<PrefixFacts> readFacts(llvm::StringRef Path);

} // namespace warrant

#endif // WARRANT_SCAN_PREFIXFACTS_H
