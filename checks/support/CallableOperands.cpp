//===- CallableOperands.cpp - What is handed over to be called ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallableOperands.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace warrant {

llvm::SmallVector<const Expr *, 2> callableOperands(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
    auto Operands = callableOperands(Choice->getTrueExpr());
    llvm::append_range(Operands, callableOperands(Choice->getFalseExpr()));
    return Operands;
  }
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && (U->getOpcode() == UO_AddrOf || U->getOpcode() == UO_Plus ||
            U->getOpcode() == UO_Deref))
    return callableOperands(U->getSubExpr());
  if (const auto *Conversion = dyn_cast<CXXMemberCallExpr>(E);
      Conversion && isa<CXXConversionDecl>(Conversion->getMethodDecl()))
    E = Conversion->getImplicitObjectArgument();
  return {E};
}

} // namespace warrant
