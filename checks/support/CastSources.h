//===- CastSources.h - What a pointer was before it was cast -----*- C++
//-*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CASTSOURCES_H
#define WARRANT_CHECKS_SUPPORT_CASTSOURCES_H

#include "Check.h"

namespace warrant {

/// The pointer that the integer \p E, which becomes a pointer, was just before
/// and holds whole; null where it comes from elsewhere.
const clang::Expr *pointerThroughInteger(const clang::Expr *E,
                                         const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CASTSOURCES_H
