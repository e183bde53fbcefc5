//===- Wrappers.h - The accessors of registers in use -----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads what the key `wrappers` says, and prints it: names of sets that are
// built in, which are YAML of the same form, and entries. See
// docs/registers.md.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_WRAPPERS_H
#define WARRANT_POLICY_WRAPPERS_H

#include "YamlValues.h"
#include "llvm/Support/JSON.h"

namespace warrant {

/// The elements of the list \p N; absence means that mistakes were noted.
std::optional<std::vector<Wrapper>>
readWrappers(YamlValues &Values, llvm::yaml::Node &N, llvm::SMLoc At);

/// Everything that \p Wrappers name, sets included; what comes later wins.
WrapperTable accessorsOf(llvm::ArrayRef<Wrapper> Wrappers);

/// \p W as it would be written.
llvm::json::Value wrapperAsJSON(const Wrapper &W);

/// The JSON Schema of the list.
llvm::json::Object wrappersSchema();

} // namespace warrant

#endif // WARRANT_POLICY_WRAPPERS_H
