//===- RegisterAddresses.cpp - Addresses that become registers ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RegisterAddresses.h"
#include "CastKinds.h"
#include "CastSources.h"
#include "Place.h"
#include "Registers.h"
#include "Types.h"
#include "VolatileUses.h"
#include "WrapperUses.h"

using namespace clang;

namespace warrant {

static bool leadsToVolatileMemory(QualType Pointer) {
  return Pointer->isPointerType() && !Pointer->isFunctionPointerType() &&
         isVolatileMemory(Pointer->getPointeeType());
}

/// Whether \p E only gives a pointer another type.
static bool retypes(const CastExpr &E) {
  return E.getCastKind() == CK_BitCast || E.getCastKind() == CK_NoOp;
}

/// The cast of an integer that \p Pointer is made of by casts and offsets that
/// know nothing of volatile memory, or null.
static const CastExpr *integerUnder(const Expr *Pointer,
                                    const ASTContext &AST) {
  for (const Expr *E = Pointer->IgnoreParens();; E = E->IgnoreParens()) {
    const auto *Sum = dyn_cast<BinaryOperator>(E);
    if (Sum && Sum->isAdditiveOp()) {
      E = Sum->getLHS()->getType()->isPointerType() ? Sum->getLHS()
                                                    : Sum->getRHS();
      continue;
    }
    const auto *Cast = dyn_cast<CastExpr>(E);
    const bool Made = Cast && Cast->getCastKind() == CK_IntegralToPointer;
    if (!Cast || (!Made && !retypes(*Cast)) ||
        leadsToVolatileMemory(Cast->getType()))
      return nullptr;
    const Expr *From = Cast->getSubExpr();
    if (Made)
      return isNull(From, AST) || pointerThroughInteger(From, AST) ? nullptr
                                                                   : Cast;
    E = From;
  }
}

/// Whether the cast \p E, to the type \p To, is the one that makes a pointer
/// to volatile memory of what was an integer before: `(volatile u32 *)base`,
/// `(volatile u32 *)((char *)base + 4)`.
static bool isRegisterAddress(const CastExpr &E, QualType To,
                              const ASTContext &AST) {
  return makesRegister(E, To, AST) ||
         (retypes(E) && integerUnder(E.getSubExpr(), AST) &&
          leadsToVolatileMemory(To));
}

static bool isComparison(const Stmt *S) {
  const auto *Around = dyn_cast_or_null<BinaryOperator>(S);
  return Around && Around->isComparisonOp();
}

bool isPartOfRegisterAddress(const CastExpr &E, const Context &C) {
  if (!E.getType()->isPointerType())
    return false;
  bool MakesIt = isRegisterAddress(E, E.getType(), C.AST);
  if (MakesIt || !integerUnder(&E, C.AST))
    return MakesIt;
  if (isHandedToWrapper(E, C))
    return true;
  for (unsigned N = 0;; ++N) {
    const auto *Around = dyn_cast_or_null<Expr>(C.parent(N));
    const auto *Sum = dyn_cast_or_null<BinaryOperator>(Around);
    const auto *Cast = dyn_cast_or_null<CastExpr>(Around);
    if (isa_and_nonnull<ParenExpr>(Around) ||
        (Sum && Sum->isAdditiveOp() && Sum->getType()->isPointerType()))
      continue;
    if (!Cast || !retypes(*Cast) || isComparison(C.parent(N + 1)))
      return false;
    if (leadsToVolatileMemory(Cast->getType()))
      return true;
  }
}

static Operation addressOperation(const Expr &E, SourceLocation Token,
                                  const Expr *From) {
  Operation Op;
  Op.Kind = "mmio-address";
  Op.Token = Token;
  Op.Range = E.getSourceRange();
  Op.Selectors = {From};
  return Op;
}

static bool standsAtDefinition(const Operation &Op, const Context &C) {
  std::optional<Place> Where = place(Op, C);
  return Where && Where->AtDefinition;
}

/// Reports the address \p Op, but as what it is made of where a macro has a
/// name for that.
static void reportAddress(Operation Op, const CastExpr &E, const Context &C,
                          Sink &Out) {
  if (const CastExpr *Inner = integerUnder(E.getSubExpr(), C.AST)) {
    Operation Named =
        addressOperation(*Inner, Inner->getBeginLoc(), Inner->getSubExpr());
    if (standsAtDefinition(Named, C))
      return Out.report(std::move(Named));
  }
  Out.report(std::move(Op));
}

void reportRegisterAddress(const ExplicitCastExpr &E, const Context &C,
                           Sink &Out) {
  if (!isRegisterAddress(E, E.getTypeAsWritten(), C.AST))
    return;
  const auto *Functional = dyn_cast<CXXFunctionalCastExpr>(&E);
  Operation Op = addressOperation(
      E, Functional ? Functional->getLParenLoc() : E.getBeginLoc(),
      E.getSubExpr());
  // What is accessed on the spot is a part of the access, but for a register's
  // own name.
  bool IsPart = isAccessedAtOnce(C) || isHandedToWrapper(E, C);
  if (IsPart && !standsAtDefinition(Op, C))
    return;
  reportAddress(std::move(Op), E, C, Out);
}

void reportImplicitAddress(const ImplicitCastExpr &E, const Context &C,
                           Sink &Out) {
  if (E.isPartOfExplicitCast() || isComparison(C.parent()) ||
      !isRegisterAddress(E, E.getType(), C.AST) || isHandedToWrapper(E, C))
    return;
  const Expr *Written = strip(E.getSubExpr());
  reportAddress(addressOperation(*Written, Written->getBeginLoc(), Written), E,
                C, Out);
}

void reportPlainAccess(const Expr &E, const Expr *Pointer, SourceLocation Token,
                       const Context &C, Sink &Out) {
  if (E.isTypeDependent() || E.getType()->isFunctionType() ||
      !constantAddress(Pointer, C.AST) || isVolatileMemory(E.getType()) ||
      !isAccessed(E, C))
    return;
  if (isVolatileMemory(strip(Pointer)->getType()->getPointeeType()))
    return;
  Operation Op;
  Op.Kind = "non-volatile-mmio";
  Op.Token = Token;
  Op.Range = E.getSourceRange();
  Op.Selectors = {Pointer};
  Op.Void = {Property::Atomicity};
  Out.report(std::move(Op));
}

} // namespace warrant
