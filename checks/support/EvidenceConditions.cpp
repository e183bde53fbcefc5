//===- EvidenceConditions.cpp - Which bounds a condition establishes ------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EvidenceFlow.h"
#include "clang/Basic/Builtins.h"
#include "llvm/Support/CheckedArithmetic.h"

using namespace clang;

namespace warrant {
namespace {

/// \p E without what changes no truth value of a comparison.
const Expr *truthOf(const Expr *E) {
  while (true) {
    E = E->IgnoreParens();
    const auto *Call = dyn_cast<CallExpr>(E);
    unsigned Builtin = Call ? Call->getBuiltinCallee() : 0;
    if (Builtin == Builtin::BI__builtin_expect ||
        Builtin == Builtin::BI__builtin_expect_with_probability) {
      E = Call->getArg(0);
      continue;
    }
    const auto *Cast = dyn_cast<CastExpr>(E);
    if (!Cast || (Cast->getCastKind() != CK_IntegralToBoolean &&
                  Cast->getCastKind() != CK_NoOp &&
                  Cast->getCastKind() != CK_IntegralCast))
      return E;
    // `!!x` and comparisons are 0 or 1 and survive every conversion; of other
    // values only the test for zero does.
    E = Cast->getSubExpr();
  }
}

bool isStep(const Expr *E, const VarDecl *V) {
  const auto *Step = dyn_cast<UnaryOperator>(E);
  const auto *Ref =
      Step && Step->isIncrementDecrementOp()
          ? dyn_cast<DeclRefExpr>(Step->getSubExpr()->IgnoreParens())
          : nullptr;
  return Ref && Ref->getDecl() == V;
}

/// Whether \p S or a part of it is one of the writes to \p V.
bool changes(const Stmt *S, const VarDecl *V, const LocalUses &Uses) {
  const VariableWrite *W = Uses.writeAt(S);
  if (W && W->Target == V)
    return true;
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return Child && changes(Child, V, Uses);
  });
}

} // namespace

/// Whether \p G holds where \p Condition has just turned out as \p Truth.
bool BoundProver::implied(const Expr *Condition, bool Truth, const Goal &G) {
  const Expr *E = truthOf(Condition);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E);
      Unary && Unary->getOpcode() == UO_LNot)
    return implied(Unary->getSubExpr(), !Truth, G);
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (Binary && Binary->isLogicalOp())
    return impliedByLogical(*Binary, Truth, G);
  if (Binary && Binary->isBitwiseOp())
    return impliedByBits(*Binary, Truth, G);
  if (Binary && Binary->isComparisonOp()) {
    if (!isFollowed(Binary->getLHS()->getType()) ||
        !isFollowed(Binary->getRHS()->getType()) ||
        Binary->getOpcode() == BO_Cmp)
      return false;
    BinaryOperatorKind Opcode =
        Truth ? Binary->getOpcode()
              : BinaryOperator::negateComparisonOp(Binary->getOpcode());
    return impliedByComparison(Opcode, Binary->getLHS(), Binary->getRHS(), G);
  }
  return impliedByZero(Condition, Truth, G);
}

/// The other side of a comparison; null stands for zero.
bool BoundProver::otherSide(const Expr *E, Bound B) {
  if (E)
    return value(E, B);
  return B.Upper ? B.Limit >= 0 : B.Limit <= 0 && !B.Symbol;
}

std::optional<int64_t> BoundProver::constantSide(const Expr *E) const {
  if (E && E->getType()->isPointerType())
    return indexOf(E);
  return E ? constantOf(E, AST) : 0;
}

/// `if (n)`, `while (i--)`.
bool BoundProver::impliedByZero(const Expr *E, bool Truth, const Goal &G) {
  // That a pointer is null says nothing of where it points.
  if (G.V->getType()->isPointerType())
    return false;
  E = E->IgnoreParens();
  if (const auto *Cast = dyn_cast<CastExpr>(E);
      Cast && Cast->getCastKind() == CK_IntegralToBoolean)
    E = Cast->getSubExpr();
  std::optional<Comparand> V = comparand(E, G.V);
  if (!V)
    return false;
  return compare(*V, Truth ? BO_NE : BO_EQ, nullptr, G);
}

/// Where both operands are known together what they say was read before the
/// last of them was evaluated.
bool BoundProver::impliedByLogical(const BinaryOperator &E, bool Truth,
                                   const Goal &G) {
  if (changes(&E, G.V, Uses))
    return false;
  bool Both = (E.getOpcode() == BO_LAnd) == Truth;
  if (Both)
    return implied(E.getLHS(), Truth, G) || implied(E.getRHS(), Truth, G);
  return implied(E.getLHS(), Truth, G) && implied(E.getRHS(), Truth, G);
}

/// `x & y` is zero where one of them is, and `x | y` where both are; the latter
/// only of truth values, since a conversion may drop other bits.
bool BoundProver::impliedByBits(const BinaryOperator &E, bool Truth,
                                const Goal &G) {
  const Expr *L = E.getLHS(), *R = E.getRHS();
  bool Truths =
      L->isKnownToHaveBooleanValue() && R->isKnownToHaveBooleanValue();
  if (E.getOpcode() == BO_Xor || changes(&E, G.V, Uses) || (!Truth && !Truths))
    return false;
  bool Both = (E.getOpcode() == BO_And) == Truth;
  if (Both)
    return implied(L, Truth, G) || implied(R, Truth, G);
  return implied(L, Truth, G) && implied(R, Truth, G);
}

bool BoundProver::impliedByComparison(BinaryOperatorKind Opcode, const Expr *L,
                                      const Expr *R, const Goal &G) {
  if (std::optional<Comparand> V = comparand(L, G.V))
    return compare(*V, Opcode, R, G);
  if (std::optional<Comparand> V = comparand(R, G.V))
    return compare(*V, BinaryOperator::reverseComparisonOp(Opcode), L, G);
  return false;
}

/// \p E as the value of \p V, plus a constant, in a comparison.
std::optional<BoundProver::Comparand>
BoundProver::comparand(const Expr *E, const VarDecl *V) const {
  E = E->IgnoreParens();
  if (isStep(E, V)) {
    const auto *Step = cast<UnaryOperator>(E);
    const auto *Ref = cast<DeclRefExpr>(Step->getSubExpr()->IgnoreParens());
    int64_t Before = Step->isIncrementOp() ? -1 : 1;
    return Comparand{Ref, nullptr, Step, Step->isPostfix() ? Before : 0, 0, {}};
  }
  if (const auto *Sum = dyn_cast<BinaryOperator>(E))
    return comparandOfSum(*Sum, V);
  const auto *Cast = dyn_cast<CastExpr>(E);
  return Cast ? comparandOfCast(*Cast, V) : std::nullopt;
}

/// `V + 1`, which may ask for room in its type.
std::optional<BoundProver::Comparand>
BoundProver::comparandOfSum(const BinaryOperator &E, const VarDecl *V) const {
  if (!E.isAdditiveOp())
    return std::nullopt;
  std::optional<Comparand> C = comparand(E.getLHS(), V);
  if (!C || C->Step || C->WrappedBits || C->Room)
    return std::nullopt;
  std::optional<int64_t> Amount = constantOf(E.getRHS(), AST);
  if (!Amount || *Amount > INT32_MAX || *Amount < INT32_MIN)
    return std::nullopt;
  int64_t Added = E.getOpcode() == BO_Add ? *Amount : -*Amount;
  if (!cannotOverflow(E.getType())) {
    if (C->Offset)
      return std::nullopt;
    C->Room = roomFor(E.getType(), Added >= 0, std::abs(Added), AST);
    if (!C->Room)
      return std::nullopt;
  }
  C->Offset += Added;
  return C;
}

std::optional<BoundProver::Comparand>
BoundProver::comparandOfCast(const CastExpr &E, const VarDecl *V) const {
  const Expr *Sub = E.getSubExpr()->IgnoreParens();
  if (E.getCastKind() == CK_LValueToRValue) {
    const auto *Ref = dyn_cast<DeclRefExpr>(Sub);
    if (Ref && Ref->getDecl() == V)
      return Comparand{Ref, &E, nullptr, 0, 0, {}};
    return isStep(Sub, V) ? comparand(Sub, V) : std::nullopt;
  }
  if (E.getCastKind() != CK_NoOp && E.getCastKind() != CK_IntegralCast)
    return std::nullopt;
  std::optional<Comparand> C = comparand(Sub, V);
  if (!C)
    return std::nullopt;
  QualType From = Sub->getType(), To = E.getType();
  unsigned Had = AST.getIntWidth(From), Has = AST.getIntWidth(To);
  bool WasSigned = From->isSignedIntegerOrEnumerationType();
  bool IsSigned = To->isSignedIntegerOrEnumerationType();
  if (Has < Had || (Has == Had && !WasSigned && IsSigned))
    return std::nullopt;
  if (WasSigned && !IsSigned)
    C->WrappedBits = Had;
  return C;
}

bool BoundProver::compare(const Comparand &V, BinaryOperatorKind Opcode,
                          const Expr *Other, const Goal &G) {
  if (!Uses.isTrusted(G.V) || Uses.isUnsequenced(*V.Ref, V.Step) ||
      !hasRoom(V, G))
    return false;
  bool Postfix = V.Step && V.Step->isPostfix();
  // What passes its type's end is not one less, or one more, than what was
  // compared.
  if (Postfix && V.Step->isDecrementOp() && G.B.Upper)
    return isPositive(V, Opcode, Other) && beforeStep(V, G);
  if (Postfix && V.Step->isIncrementOp() && !G.B.Upper &&
      !cannotOverflow(G.V->getType()))
    return false;
  bool Holds = G.B.Upper ? compareUpper(V, Opcode, Other, G)
                         : compareLower(V, Opcode, Other, G);
  return Holds && because(Reason::How::Checked, V.Ref->getLocation());
}

/// Whether what is added to the variable in a comparison stays in its type.
bool BoundProver::hasRoom(const Comparand &V, const Goal &G) {
  if (!V.Room)
    return true;
  std::optional<FlowPoint> At = Flow.pointOf(V.Read);
  return At && variable({G.V, *V.Room}, *At);
}

/// Whether a step down that is compared as it was before was above zero then,
/// so that it stays within its type.
bool BoundProver::isPositive(const Comparand &V, BinaryOperatorKind Opcode,
                             const Expr *Other) {
  if (cannotOverflow(V.Ref->getType()))
    return true;
  if (V.WrappedBits || V.Ref->getType()->isSignedIntegerOrEnumerationType())
    return false;
  switch (Opcode) {
  case BO_GT:
    return otherSide(Other, {false, 0});
  case BO_GE:
  case BO_EQ:
    return otherSide(Other, {false, 1});
  case BO_NE:
    return constantSide(Other) == 0;
  default:
    return false;
  }
}

/// The upper bound \p G behind `i--` is one above it before.
bool BoundProver::beforeStep(const Comparand &V, const Goal &G) {
  std::optional<FlowPoint> At = Flow.pointOf(V.Step);
  std::optional<int64_t> Limit = llvm::checkedAdd(G.B.Limit, int64_t(1));
  return At && Limit && variable({G.V, {true, *Limit, G.B.Symbol}}, *At);
}

/// Whether the comparand kept to \p G when it was found to differ from its end.
bool BoundProver::beforeExclusion(const Comparand &V, Goal G) {
  bool Postfix = V.Step && V.Step->isPostfix();
  std::optional<FlowPoint> At =
      Postfix ? Flow.pointOf(V.Step) : Flow.pointOf(V.Read);
  if (!Postfix)
    G.B.Limit -= V.Offset;
  return At && variable(G, *At);
}

bool BoundProver::compareUpper(const Comparand &V, BinaryOperatorKind Opcode,
                               const Expr *Other, const Goal &G) {
  std::optional<int64_t> Limit = llvm::checkedAdd(G.B.Limit, V.Offset);
  std::optional<int64_t> Above =
      Limit ? llvm::checkedAdd(*Limit, int64_t(1)) : std::nullopt;
  if (!Above)
    return false;
  // What was negative is large now, and excluded only by a smaller bound.
  if (V.WrappedBits &&
      (G.B.Symbol || *Above > (INT64_MAX >> (64 - V.WrappedBits))))
    return false;
  switch (Opcode) {
  case BO_LT:
    return otherSide(Other, {true, *Above, G.B.Symbol});
  case BO_LE:
  case BO_EQ:
    return otherSide(Other, {true, *Limit, G.B.Symbol});
  case BO_NE: {
    // `i != 8` where it was no more than 8.
    std::optional<int64_t> Excluded = constantSide(Other);
    if (G.B.Symbol || !Excluded || *Excluded > *Above)
      return false;
    return beforeExclusion(V, {G.V, {true, *Excluded}});
  }
  default:
    return false;
  }
}

bool BoundProver::compareLower(const Comparand &V, BinaryOperatorKind Opcode,
                               const Expr *Other, const Goal &G) {
  std::optional<int64_t> Limit = llvm::checkedAdd(G.B.Limit, V.Offset);
  std::optional<int64_t> Below =
      Limit ? llvm::checkedSub(*Limit, int64_t(1)) : std::nullopt;
  if (!Below || G.B.Symbol)
    return false;
  if (V.WrappedBits) {
    // Below a bound that is not negative as the signed type is not negative.
    int64_t Largest = INT64_MAX >> (64 - V.WrappedBits);
    bool Bounded = Opcode == BO_LT || Opcode == BO_LE || Opcode == BO_EQ;
    return Bounded && *Limit <= 0 && otherSide(Other, {true, Largest});
  }
  switch (Opcode) {
  case BO_GT:
    return otherSide(Other, {false, *Below});
  case BO_GE:
  case BO_EQ:
    return otherSide(Other, {false, *Limit});
  case BO_NE: {
    std::optional<int64_t> Excluded = constantSide(Other);
    return Excluded && *Excluded >= *Below &&
           beforeExclusion(V, {G.V, {false, *Excluded}});
  }
  default:
    return false;
  }
}

} // namespace warrant
