//===- EvidenceOverflow.cpp - Offsets that fit their type -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EvidenceOverflow.h"
#include "Types.h"
#include "llvm/Support/CheckedArithmetic.h"

using namespace clang;

namespace warrant {
namespace {

/// Shifts are by no more than this.
constexpr int64_t MostShift = 62;

/// What \p T holds at most, as far as numbers reach here.
int64_t mostOf(QualType T, const ASTContext &AST) {
  return largestOf(T, AST).value_or(INT64_MAX);
}

} // namespace

std::string OverflowProver::fact(const Expr *Offset) {
  if (!fits(Offset))
    return {};
  if (std::optional<int64_t> Constant = constantOf(Offset, AST)) {
    // A larger one may overflow as a number of bytes.
    bool Small = *Constant >= INT32_MIN && *Constant <= INT32_MAX;
    return Small ? "the offset is always " + std::to_string(*Constant) : "";
  }
  std::string Where = describeReasons(Reasons, AST.getSourceManager());
  return "the offset fits its type" + (Where.empty() ? "" : ", " + Where);
}

/// Whether nothing that \p E computes leaves its type.
bool OverflowProver::fits(const Expr *E) {
  E = E->IgnoreParens();
  if (!isComputed(E))
    return true;
  if (E->isInstantiationDependent() ||
      !E->getType()->isIntegralOrEnumerationType())
    return false;
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return fits(Full->getSubExpr());
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return conversionFits(*Cast);
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return fits(Choice->getTrueExpr()) && fits(Choice->getFalseExpr());
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  return Binary && fits(Binary->getLHS()) && fits(Binary->getRHS()) &&
         resultFits(*Binary);
}

/// A conversion of what is computed keeps its value.
bool OverflowProver::conversionFits(const CastExpr &E) {
  const Expr *Sub = E.getSubExpr();
  if (E.getCastKind() == CK_NoOp)
    return fits(Sub);
  if (E.getCastKind() != CK_IntegralCast || !fits(Sub))
    return false;
  std::optional<int64_t> Most = largestOf(E.getType(), AST);
  bool Wide =
      AST.getIntWidth(E.getType()) >= AST.getIntWidth(Sub->getType()) && !Most;
  return isWithin(Sub, smallestOf(E.getType(), AST), std::nullopt) &&
         (Wide || (Most && keepsTo(Sub, {true, *Most})));
}

bool OverflowProver::resultFits(const BinaryOperator &E) {
  const Expr *L = E.getLHS(), *R = E.getRHS();
  QualType T = E.getType();
  std::optional<int64_t> Amount = constantOf(R, AST);
  switch (E.getOpcode()) {
  case BO_Add:
    return sumFits(L, R, T);
  case BO_Sub:
    return differenceFits(L, R, T);
  case BO_Mul:
    return productFits(L, R, T);
  case BO_Shl:
    return Amount && *Amount >= 0 && *Amount <= MostShift &&
           keepsTo(L, {false, 0}) && multipleFits(L, int64_t(1) << *Amount, T);
  case BO_Div:
  case BO_Rem:
    // The smallest value of a signed type by -1 is too large for it.
    return T->isUnsignedIntegerOrEnumerationType() || (Amount && *Amount != -1);
  case BO_Shr:
  case BO_And:
  case BO_Or:
  case BO_Xor:
    return true;
  default:
    return false;
  }
}

bool OverflowProver::sumFits(const Expr *L, const Expr *R, QualType T) {
  if (std::optional<int64_t> Amount = constantOf(R, AST))
    return hasRoom(L, *Amount >= 0, *Amount, T);
  if (std::optional<int64_t> Amount = constantOf(L, AST))
    return hasRoom(R, *Amount >= 0, *Amount, T);
  std::optional<int64_t> Least = smallestOf(T, AST);
  return Least && llvm::all_of(std::array{L, R}, [&](const Expr *E) {
           return isWithin(E, *Least / 2, mostOf(T, AST) / 2);
         });
}

bool OverflowProver::differenceFits(const Expr *L, const Expr *R, QualType T) {
  std::optional<int64_t> Least = smallestOf(T, AST);
  if (std::optional<int64_t> Amount = constantOf(R, AST))
    return hasRoom(L, *Amount < 0, *Amount, T);
  if (!Least)
    return false;
  if (std::optional<int64_t> From = constantOf(L, AST)) {
    std::optional<int64_t> Most = llvm::checkedSub(*From, *Least);
    std::optional<int64_t> Negative = llvm::checkedSub(*From, mostOf(T, AST));
    return Most && Negative && isWithin(R, Negative, Most);
  }
  return *Least < 0 && llvm::all_of(
                           std::array{L, R},
                           [&](const Expr *E) {
                             return isWithin(E, *Least / 2, mostOf(T, AST) / 2);
                           });
}

/// Two factors fit where each has half of the bits.
bool OverflowProver::productFits(const Expr *L, const Expr *R, QualType T) {
  if (std::optional<int64_t> Factor = constantOf(R, AST))
    return multipleFits(L, *Factor, T);
  if (std::optional<int64_t> Factor = constantOf(L, AST))
    return multipleFits(R, *Factor, T);
  std::optional<int64_t> Least = smallestOf(T, AST);
  int64_t Root = int64_t(1) << (std::min(AST.getIntWidth(T), 64U) / 2 - 1);
  return Least && llvm::all_of(std::array{L, R}, [&](const Expr *E) {
           return isWithin(E, std::max(*Least, -Root), Root);
         });
}

bool OverflowProver::multipleFits(const Expr *E, int64_t Factor, QualType T) {
  std::optional<int64_t> Least = smallestOf(T, AST);
  if (Factor <= 0 || !Least)
    return Factor == 0;
  return isWithin(E, *Least / Factor, mostOf(T, AST) / Factor);
}

/// Whether \p Amount of either sign can be added to \p E, or taken from it.
bool OverflowProver::hasRoom(const Expr *E, bool Adds, int64_t Amount,
                             QualType T) {
  if (Amount < INT32_MIN || Amount > INT32_MAX)
    return false;
  Amount = std::abs(Amount);
  std::optional<Bound> Room = roomFor(T, Adds, Amount, AST);
  if (Room && keepsTo(E, *Room))
    return true;
  bool IsLargest =
      T->isUnsignedIntegerOrEnumerationType() && AST.getIntWidth(T) == 64;
  return Adds && IsLargest && keepsTo(E, {true, -Amount, Flow.largest()});
}

bool OverflowProver::isWithin(const Expr *E, std::optional<int64_t> Least,
                              std::optional<int64_t> Most) {
  return Least && keepsTo(E, {false, *Least}) &&
         (!Most || keepsTo(E, {true, *Most}));
}

bool OverflowProver::keepsTo(const Expr *E, Bound B) {
  BoundProver Prover(Flow);
  bool Keeps = Prover.value(E, B);
  if (Keeps)
    Reasons.append(Prover.reasons().begin(), Prover.reasons().end());
  return Keeps;
}

} // namespace warrant
