//===- OverlayKeys.h - The keys of overlay files ----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tables that the loader of overlays reads by and that their JSON Schema is
// written from.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_OVERLAYKEYS_H
#define WARRANT_POLICY_OVERLAYKEYS_H

#include "warrant/Overlay.h"

namespace warrant {

/// How the value of a fact is written.
enum class FactForm : uint8_t {
  Extent,     ///< `{pointer: to, bytes: size}`
  Alignment,  ///< `{pointer: p, to: 16}`
  Parameter,  ///< `format`
  Parameters, ///< `[to, from]`
  Two         ///< the same, two of them
};

struct FactKey {
  llvm::StringLiteral Name;
  OverlayFact::Kind Is;
  FactForm Form;
  llvm::StringLiteral Help; ///< lower case, no full stop
};

/// The keys of a condition that state a fact.
llvm::ArrayRef<FactKey> factKeys();

/// The keys of a function, of a condition beside the facts, and of an extent.
llvm::ArrayRef<llvm::StringRef> functionKeys();
llvm::ArrayRef<llvm::StringRef> conditionKeys();
llvm::ArrayRef<llvm::StringRef> extentKeys();

/// The kinds that an overlay may give to a function.
std::vector<llvm::StringRef> overlayKinds();

} // namespace warrant

#endif // WARRANT_POLICY_OVERLAYKEYS_H
