//===- HeaderSets.h - Which system headers units share ----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Most of what a C++ unit parses are system headers, and its neighbours parse
// the same. Here the parent finds which sets of them are worth to be parsed
// once:
//
//   files of the project -> their unconditional #includes -> for each unit the
//     system headers that it is sure to include -> sets that units share
//
// That is a guess about cost only. Whether a unit may use a precompiled set is
// decided where it is parsed (PrefixGuard.h).
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_HEADERSETS_H
#define WARRANT_SCAN_HEADERSETS_H

#include "warrant/Plan.h"

namespace warrant {

/// Fills in the prefixes of \p P, and gives each item that shares enough with
/// others its own.
void planPrefixes(Plan &P, const FileClassifier &Files);

} // namespace warrant

#endif // WARRANT_SCAN_HEADERSETS_H
