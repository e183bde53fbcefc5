//===- BoundaryTypes.h - What types say at a boundary to C ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Types with C linkage that C has no equal of (defects), and those that the two
// languages or two targets may lay out differently (notes).
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_BOUNDARYTYPES_H
#define WARRANT_CHECKS_SUPPORT_BOUNDARYTYPES_H

#include "Check.h"

namespace warrant {

/// Adds to \p Op what there is to say of the parameters and the result of \p F,
/// or of the object \p V.
void addTypeFacts(const clang::FunctionDecl &F, Operation &Op);
void addTypeFacts(const clang::VarDecl &V, Operation &Op);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_BOUNDARYTYPES_H
