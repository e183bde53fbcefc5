//===- Policy.h - What the project allows itself ----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The keys `policy` and `units` of .warrant.yaml as values. They change what is
// asked of sites and what fails a run, never which sites an analysis finds.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_H
#define WARRANT_POLICY_H

#include "warrant/Words.h"
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace warrant {

/// A rule for some paths.
struct PolicyRule {
  std::vector<std::string> Paths;  ///< globs; empty: everywhere
  std::vector<std::string> Forbid; ///< globs over checks and kinds
  std::optional<unsigned> Budget;  ///< so many open sites, and no more
  /// Globs over checks and kinds, the last that matches wins.
  std::vector<std::pair<std::string, Severity>> Severities;
  bool Vendored = false;      ///< third-party code, too
  std::optional<bool> Strict; ///< the mode there; the last that says it wins
  std::string Reason;
  std::string Place; ///< `.warrant.yaml:3:5`
};

/// Sites, or units that fail, that a person sets aside.
struct PolicyExcuse {
  std::vector<std::string> Paths; ///< globs
  std::vector<std::string> Names; ///< globs over checks, kinds and defects
  std::string Reason;
  std::string Owner;
  std::string Expires; ///< `2026-12-31`, or empty
  std::string Place;
};

} // namespace warrant

#endif // WARRANT_POLICY_H
