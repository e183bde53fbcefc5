//===- LibraryCasts.h - Casts that the standard library spells -----*- C++
//-*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_LIBRARYCASTS_H
#define WARRANT_CHECKS_SUPPORT_LIBRARYCASTS_H

#include "CastKinds.h"

namespace warrant {

/// What a call of `std::bit_cast`, `std::static_pointer_cast` and the like is.
CastKind classifyLibraryCast(const clang::CallExpr &E,
                             const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_LIBRARYCASTS_H
