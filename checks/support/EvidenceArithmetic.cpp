//===- EvidenceArithmetic.cpp - Bounds of what is computed ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A bound of a sum, a product or the like is a bound of its operands. Where
// both vary the first gets what it needs and the other what is left. Nothing is
// said of what may leave its type on the way.
//
//===----------------------------------------------------------------------===//

#include "EvidenceFlow.h"
#include "Types.h"
#include "llvm/Support/CheckedArithmetic.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace warrant {
namespace {

/// Operands above this are not looked for, and shifts no wider.
constexpr int64_t MostOperand = 1 << 20;
constexpr int64_t MostShift = 62;

} // namespace

bool BoundProver::valueOfArithmetic(const BinaryOperator &E, Bound B) {
  const Expr *L = E.getLHS(), *R = E.getRHS();
  switch (E.getOpcode()) {
  case BO_Add:
    return valueOfPair(L, R, E.getType(), B);
  case BO_Sub:
    return valueOfMinus(E, B);
  default:
    break;
  }
  // A symbol's own value is only followed through sums.
  if (B.Symbol)
    return false;
  std::optional<int64_t> Amount = constantOf(R, AST);
  bool Shifts = Amount && *Amount >= 0 && *Amount <= MostShift;
  switch (E.getOpcode()) {
  case BO_Mul:
    return valueOfProduct(E, B);
  case BO_Shl:
    return Shifts && valueOfMultiple(L, int64_t(1) << *Amount, E.getType(), B);
  case BO_Div:
    // What is at least zero leaves no more than it is, whatever divides it.
    return Amount ? valueOfQuotient(L, *Amount, B)
                  : isNotNegative(L) && isNotNegative(R) &&
                        (B.Upper ? value(L, B) : B.Limit <= 0);
  case BO_Shr:
    return Shifts && valueOfQuotient(L, int64_t(1) << *Amount, B);
  case BO_Rem:
    return valueOfRemainder(L, R, B);
  case BO_And:
  case BO_Or:
  case BO_Xor:
    return valueOfBits(E, B);
  default:
    return false;
  }
}

/// The smallest bound at or below \p Most that \p E is seen to keep to.
std::optional<int64_t> BoundProver::smallestUpper(const Expr *E, int64_t Most) {
  int64_t Low = 0, High = std::min(Most, MostOperand);
  size_t Known = Reasons.size();
  if (High < 0 || !value(E, {true, High}))
    return std::nullopt;
  while (Low < High) {
    int64_t Middle = Low + (High - Low) / 2;
    if (value(E, {true, Middle}))
      High = Middle;
    else
      Low = Middle + 1;
  }
  Reasons.truncate(Known);
  return value(E, {true, High}) ? std::optional(High) : std::nullopt;
}

bool BoundProver::sum(const Expr *L, const Expr *R, Bound B) {
  return valueOfPair(
      L, R, L->getType()->isPointerType() ? L->getType() : R->getType(), B);
}

/// `L + R`, computed in \p T.
bool BoundProver::valueOfPair(const Expr *L, const Expr *R, QualType T,
                              Bound B) {
  if (std::optional<int64_t> Amount = constantOf(R, AST))
    return valueOfSum(L, *Amount, T, B);
  if (std::optional<int64_t> Amount = constantOf(L, AST))
    return valueOfSum(R, *Amount, T, B);
  if (B.Symbol || !isNotNegative(L) || !isNotNegative(R))
    return false;
  if (!B.Upper)
    return B.Limit <= 0 && cannotOverflow(T);
  std::optional<int64_t> Most = smallestUpper(L, B.Limit);
  return Most && value(R, {true, B.Limit - *Most});
}

bool BoundProver::valueOfMinus(const BinaryOperator &E, Bound B) {
  const Expr *L = E.getLHS(), *R = E.getRHS();
  QualType T = E.getType();
  if (std::optional<int64_t> Amount = constantOf(R, AST))
    return *Amount != INT64_MIN && valueOfSum(L, -*Amount, T, B);
  if (B.Symbol)
    return false;
  if (std::optional<int64_t> From = constantOf(L, AST))
    return valueOfRest(*From, R, T, B);
  // Of what is unsigned more may be taken away than there is.
  if (!cannotOverflow(T) || !isNotNegative(R))
    return false;
  if (B.Upper)
    return value(L, B);
  std::optional<int64_t> Most = smallestUpper(R, MostOperand);
  std::optional<int64_t> Least =
      Most ? llvm::checkedAdd(B.Limit, *Most) : std::nullopt;
  return Least && value(L, {false, *Least});
}

/// `Operand + Amount`, computed in \p T.
bool BoundProver::valueOfSum(const Expr *Operand, int64_t Amount, QualType T,
                             Bound B) {
  bool Adds = Amount >= 0;
  if (Amount == INT64_MIN)
    return false;
  std::optional<int64_t> Limit = llvm::checkedSub(B.Limit, Amount);
  if (!Limit)
    return false;
  if (!cannotOverflow(T)) {
    std::optional<Bound> Room = roomFor(T, Adds, Adds ? Amount : -Amount, AST);
    if (!Room || !value(Operand, *Room))
      return false;
  }
  return value(Operand, {B.Upper, *Limit, B.Symbol});
}

/// `From - Operand`, computed in \p T.
bool BoundProver::valueOfRest(int64_t From, const Expr *Operand, QualType T,
                              Bound B) {
  std::optional<int64_t> Limit = llvm::checkedSub(From, B.Limit);
  bool Fits = cannotOverflow(T) ||
              (isNotNegative(Operand) && value(Operand, {true, From}));
  return Limit && Fits && value(Operand, {!B.Upper, *Limit});
}

bool BoundProver::valueOfProduct(const BinaryOperator &E, Bound B) {
  const Expr *L = E.getLHS(), *R = E.getRHS();
  if (std::optional<int64_t> Factor = constantOf(R, AST))
    return valueOfMultiple(L, *Factor, E.getType(), B);
  if (std::optional<int64_t> Factor = constantOf(L, AST))
    return valueOfMultiple(R, *Factor, E.getType(), B);
  if (!isNotNegative(L) || !isNotNegative(R))
    return false;
  if (!B.Upper)
    return B.Limit <= 0 && cannotOverflow(E.getType());
  std::optional<int64_t> Most = smallestUpper(L, B.Limit);
  return Most && value(R, {true, B.Limit / std::max<int64_t>(*Most, 1)});
}

/// `Operand * Factor`, computed in \p T. A shift may leave a type that a
/// product may not.
bool BoundProver::valueOfMultiple(const Expr *Operand, int64_t Factor,
                                  QualType T, Bound B) {
  if (Factor <= 0 || !isNotNegative(Operand))
    return false;
  if (B.Upper)
    return B.Limit >= 0 && value(Operand, {true, B.Limit / Factor});
  std::optional<int64_t> Largest = largestOf(T, AST);
  return B.Limit <= 0 && Largest && value(Operand, {true, *Largest / Factor});
}

bool BoundProver::valueOfQuotient(const Expr *Operand, int64_t Divisor,
                                  Bound B) {
  if (Divisor <= 0 || !isNotNegative(Operand))
    return false;
  if (!B.Upper)
    return B.Limit <= 0;
  std::optional<int64_t> Limit =
      llvm::checkedMulAdd(B.Limit, Divisor, Divisor - 1);
  return Limit && value(Operand, {true, *Limit});
}

/// What is at least zero leaves no more than it is, and less than the divisor.
bool BoundProver::valueOfRemainder(const Expr *L, const Expr *R, Bound B) {
  if (!isNotNegative(L))
    return false;
  if (!B.Upper)
    return B.Limit <= 0;
  if (value(L, B))
    return true;
  std::optional<int64_t> Divisor = llvm::checkedAdd(B.Limit, int64_t(1));
  return Divisor && isNotNegative(R) && value(R, {true, *Divisor});
}

bool BoundProver::valueOfBits(const BinaryOperator &E, Bound B) {
  const Expr *L = E.getLHS(), *R = E.getRHS();
  auto Keeps = [&](const Expr *Operand, int64_t Limit) {
    return isNotNegative(Operand) &&
           (!B.Upper || value(Operand, {true, Limit}));
  };
  if (B.Upper ? B.Limit < 0 : B.Limit > 0)
    return false;
  if (E.getOpcode() == BO_And)
    return Keeps(L, B.Limit) || Keeps(R, B.Limit);
  // All bits below the highest of the bound that are surely within it.
  uint64_t Mask = llvm::bit_floor(uint64_t(B.Limit) + 1) - 1;
  return Keeps(L, int64_t(Mask)) && Keeps(R, int64_t(Mask));
}

} // namespace warrant
