//===- PolicyReader.h - The policy of .warrant.yaml -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the keys `policy.rules`, `policy.excuses` and `units`, and prints them.
// See docs/policy.md.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_POLICYREADER_H
#define WARRANT_POLICY_POLICYREADER_H

#include "YamlValues.h"
#include "llvm/Support/JSON.h"

namespace warrant {

/// The elements of the list \p N; absence means that mistakes were noted.
std::optional<std::vector<PolicyRule>>
readRules(YamlValues &Values, llvm::yaml::Node &N, llvm::SMLoc At);
/// Entries with `names` are of sites, those without of units.
std::optional<std::vector<PolicyExcuse>> readExcuses(YamlValues &Values,
                                                     llvm::yaml::Node &N,
                                                     llvm::SMLoc At,
                                                     bool OfUnits);

/// As they would be written.
llvm::json::Value ruleAsJSON(const PolicyRule &R);
llvm::json::Value excuseAsJSON(const PolicyExcuse &E);

/// The JSON Schemas of the lists.
llvm::json::Object rulesSchema();
llvm::json::Object excusesSchema(bool OfUnits);

/// Whether \p Text is a day as `2026-12-31`.
bool isDate(llvm::StringRef Text);

} // namespace warrant

#endif // WARRANT_POLICY_POLICYREADER_H
