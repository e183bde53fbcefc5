//===- PointerUse.cpp - What becomes of a pointer -------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PointerUse.h"

using namespace clang;

namespace warrant {
namespace {

/// Whether the value of \p S may be what one of its operands makes.
bool passesOn(const Stmt *S) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(S))
    return Binary->getOpcode() == BO_Comma;
  if (const auto *Unary = dyn_cast<UnaryOperator>(S))
    return Unary->getOpcode() == UO_Extension;
  return isa<ParenExpr, CastExpr, AbstractConditionalOperator, FullExpr>(S);
}

bool isAccessedBy(const Stmt *S) {
  if (const auto *Unary = dyn_cast<UnaryOperator>(S))
    return Unary->getOpcode() == UO_Deref;
  const auto *Member = dyn_cast<MemberExpr>(S);
  return Member && Member->isArrow();
}

/// The same for what the \p N -th parent makes.
bool isAccessedAbove(const Context &C, unsigned N) {
  while (C.parent(N) && passesOn(C.parent(N)))
    ++N;
  return C.parent(N) && isAccessedBy(C.parent(N));
}

} // namespace

bool isAccessed(const Context &C) { return isAccessedAbove(C, 0); }

bool isPositionOnly(const Context &C) {
  unsigned N = 0;
  while (isa_and_nonnull<ParenExpr>(C.parent(N)))
    ++N;
  const auto *U = dyn_cast_or_null<UnaryOperator>(C.parent(N));
  return U && U->getOpcode() == UO_AddrOf && !isAccessedAbove(C, N + 1);
}

} // namespace warrant
