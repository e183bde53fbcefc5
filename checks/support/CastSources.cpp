//===- CastSources.cpp - What a pointer was before it was cast
//-------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CastSources.h"

using namespace clang;

namespace warrant {

const Expr *pointerThroughInteger(const Expr *E, const ASTContext &AST) {
  uint64_t Needed = AST.getTypeSize(AST.VoidPtrTy);
  for (;;) {
    E = E->IgnoreParens();
    const auto *Cast = dyn_cast<CastExpr>(E);
    if (!Cast || E->getType()->isDependentType() ||
        !E->getType()->isIntegerType() ||
        AST.getTypeSize(E->getType()) < Needed)
      return nullptr;
    if (Cast->getCastKind() == CK_PointerToIntegral)
      return Cast->getSubExpr();
    if (Cast->getCastKind() != CK_IntegralCast &&
        Cast->getCastKind() != CK_NoOp)
      return nullptr;
    E = Cast->getSubExpr();
  }
}

} // namespace warrant
