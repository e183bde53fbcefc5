//===- PolicyApply.h - What the policy says of a report ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_POLICYAPPLY_H
#define WARRANT_POLICY_POLICYAPPLY_H

#include "warrant/Config.h"
#include "warrant/Report.h"

namespace warrant {

/// The defect that a forbidden site has.
inline constexpr llvm::StringLiteral ForbiddenDefect = "forbidden";

/// Sets severities, sets sites and units aside that the policy excuses, and
/// gives forbidden sites a defect. \p Today, as `2026-12-31`, decides what has
/// expired; empty: nothing. What excuses nothing is told where the \p Whole
/// project was analysed. The result is what is wrong with the policy.
std::vector<std::string> applyPolicy(Report &R, const Config &C,
                                     llvm::StringRef Today, bool Whole);

/// Adds the failures of rules to \p V; what the baseline knows is none.
void judgePolicy(const Report &R, const Config &C, Verdict &V);

} // namespace warrant

#endif // WARRANT_POLICY_POLICYAPPLY_H
