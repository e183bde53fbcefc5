//===- PrefixKey.h - Which units may share a prefix -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Units whose commands differ in what only their own headers see can share
// system headers that were parsed once.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_PREFIXKEY_H
#define WARRANT_SCAN_PREFIXKEY_H

#include "warrant/Plan.h"

namespace warrant {

/// What of the command of \p Item decides what system headers mean, but for
/// macros; nothing where there is more to it than a prefix can have.
std::optional<std::string> prefixKey(const WorkItem &Item);

/// The flags that say what a unit's own #includes are.
std::vector<std::string> includeFlags(const WorkItem &Item);

} // namespace warrant

#endif // WARRANT_SCAN_PREFIXKEY_H
