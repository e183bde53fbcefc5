//===- RegisterAddresses.cpp - Addresses that become registers ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RegisterAddresses.h"
#include "CastKinds.h"
#include "Place.h"
#include "Registers.h"
#include "Types.h"
#include "VolatileUses.h"

using namespace clang;

namespace warrant {

void reportRegisterAddress(const ExplicitCastExpr &E, const Context &C,
                           Sink &Out) {
  if (!makesRegister(E, E.getTypeAsWritten(), C.AST))
    return;
  Operation Op;
  Op.Kind = "mmio-address";
  const auto *Functional = dyn_cast<CXXFunctionalCastExpr>(&E);
  Op.Token = Functional ? Functional->getLParenLoc() : E.getBeginLoc();
  Op.Range = E.getSourceRange();
  Op.Selectors = {E.getSubExpr()};
  if (isAccessedAtOnce(C)) {
    // Then it is a part of the access, but for a register's own name.
    std::optional<Place> Where = place(Op, C);
    if (!Where || !Where->AtDefinition)
      return;
  }
  Out.report(std::move(Op));
}

void reportImplicitAddress(const ImplicitCastExpr &E, const Context &C,
                           Sink &Out) {
  const auto *Around = dyn_cast_or_null<BinaryOperator>(C.parent());
  if (E.isPartOfExplicitCast() || !makesRegister(E, E.getType(), C.AST) ||
      (Around && Around->isComparisonOp()))
    return;
  const Expr *Written = strip(E.getSubExpr());
  Operation Op;
  Op.Kind = "mmio-address";
  Op.Token = Written->getBeginLoc();
  Op.Range = Written->getSourceRange();
  Op.Selectors = {Written};
  Out.report(std::move(Op));
}

void reportPlainAccess(const Expr &E, const Expr *Pointer, SourceLocation Token,
                       const Context &C, Sink &Out) {
  if (E.isTypeDependent() || E.getType()->isFunctionType() ||
      isVolatileMemory(E.getType()) || !constantAddress(Pointer, C.AST) ||
      !isAccessed(E, C))
    return;
  if (isVolatileMemory(strip(Pointer)->getType()->getPointeeType()))
    return;
  Operation Op;
  Op.Kind = "non-volatile-mmio";
  Op.Token = Token;
  Op.Range = E.getSourceRange();
  Op.Selectors = {Pointer};
  Op.StandsAtUse = true;
  Op.Void = {Property::Atomicity};
  Out.report(std::move(Op));
}

} // namespace warrant
