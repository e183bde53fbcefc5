//===- Boundaries.h - What two sides of a boundary agree on -----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_BOUNDARIES_H
#define WARRANT_CHECKS_SUPPORT_BOUNDARIES_H

#include "warrant/Words.h"
#include "clang/AST/Decl.h"

namespace warrant {

/// Whether who reads \p F's declaration sees the members of \p T, or of what it
/// leads to. A type that is completed behind it, beside the implementation say,
/// is opaque.
bool hasLayout(clang::QualType T, const clang::FunctionDecl &F);

/// What the types of \p F, a function with C linkage, make void.
PropertySet voidProperties(const clang::FunctionDecl &F);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_BOUNDARIES_H
