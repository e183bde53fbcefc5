//===- ConfigCompare.h - What a change does to the policy -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_CONFIGCOMPARE_H
#define WARRANT_POLICY_CONFIGCOMPARE_H

#include "warrant/Config.h"
#include "llvm/Support/JSON.h"

namespace warrant {

/// Every value but the root, by its key.
llvm::json::Object configValues(const Config &C);

/// One key, or what files say that a key names.
struct ConfigChange {
  std::string Key;
  std::string What;     ///< `[] -> ["src/new"]`
  bool Loosens = false; ///< or may: only what is sure to tighten does not
};

/// Sorted by key.
std::vector<ConfigChange> compareConfigs(const Config &Old, const Config &New);

} // namespace warrant

#endif // WARRANT_POLICY_CONFIGCOMPARE_H
