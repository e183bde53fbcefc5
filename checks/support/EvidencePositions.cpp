//===- EvidencePositions.cpp - Pointers as indices into one array ---------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pointer into an array of known length is the index of its element, and
// `p != a + 8` bounds it as `i != 8` does. What was not computed from that
// array has no index, so that a pointer which may be set to anything else is
// never seen to keep to a bound.
//
//===----------------------------------------------------------------------===//

#include "EvidenceFlow.h"
#include "PointerOrigin.h"
#include "Types.h"
#include "llvm/Support/CheckedArithmetic.h"

using namespace clang;

namespace warrant {

/// Whether bounds of values of type \p T can be asked for.
bool BoundProver::isFollowed(QualType T) const {
  if (T->isDependentType())
    return false;
  if (T->isIntegralOrEnumerationType())
    return true;
  return Base && T->isObjectPointerType() &&
         AST.hasSameUnqualifiedType(T->getPointeeType(), Base->Element);
}

/// The constant index of what \p Pointer points to, by its form alone.
std::optional<int64_t> BoundProver::indexOf(const Expr *Pointer) const {
  const Expr *E = Pointer->IgnoreParens();
  if (!isFollowed(E->getType()))
    return std::nullopt;
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    const Expr *Sub = Cast->getSubExpr();
    if (Cast->getCastKind() == CK_ArrayToPointerDecay)
      return isSameObject(Sub, Base->Object) ? std::optional(0) : std::nullopt;
    // Bytes of any object begin where it does.
    if (Cast->getCastKind() == CK_BitCast && isByte(Base->Element))
      return indexOfObject(Sub);
    if (Cast->getCastKind() == CK_LValueToRValue)
      return indexOfVariable(Sub);
    return Cast->getCastKind() == CK_NoOp ? indexOf(Sub) : std::nullopt;
  }
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return indexOf(Full->getSubExpr());
  if (const auto *Sum = dyn_cast<BinaryOperator>(E))
    return indexOfSum(*Sum);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_AddrOf ? indexOfOperand(Unary->getSubExpr())
                                           : std::nullopt;
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() || !isInStd(Callee) ||
      Call->getNumArgs() != 1 || !isSameObject(Call->getArg(0), Base->Object) ||
      !Call->getArg(0)->IgnoreParenImpCasts()->getType()->isArrayType())
    return std::nullopt;
  StringRef Name = Callee->getName();
  if (Name == "begin" || Name == "cbegin" || Name == "data")
    return 0;
  return Name == "end" || Name == "cend" ? std::optional(Base->Extent)
                                         : std::nullopt;
}

/// A variable that keeps what it begins with, as `end` mostly does.
std::optional<int64_t> BoundProver::indexOfVariable(const Expr *E) const {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParens());
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  bool Keeps = V && !isa<ParmVarDecl>(V) && V->getInit() && Uses.isUnchanged(V);
  return Keeps ? indexOf(V->getInit()) : std::nullopt;
}

std::optional<int64_t> BoundProver::indexOfSum(const BinaryOperator &E) const {
  const Expr *L = E.getLHS(), *R = E.getRHS();
  if (!E.isAdditiveOp())
    return std::nullopt;
  if (!L->getType()->isPointerType())
    std::swap(L, R);
  std::optional<int64_t> Index = indexOf(L), Amount = constantOf(R, AST);
  if (!Index || !Amount)
    return std::nullopt;
  return E.getOpcode() == BO_Add ? llvm::checkedAdd(*Index, *Amount)
                                 : llvm::checkedSub(*Index, *Amount);
}

/// The same of what \p E names.
std::optional<int64_t> BoundProver::indexOfOperand(const Expr *E) const {
  E = E->IgnoreParens();
  const auto *Element = dyn_cast<ArraySubscriptExpr>(E);
  if (!Element)
    return isSameObject(E, Base->Object) ? std::optional(0) : std::nullopt;
  std::optional<int64_t> Array = indexOf(Element->getBase());
  std::optional<int64_t> Index = constantOf(Element->getIdx(), AST);
  return Array && Index ? llvm::checkedAdd(*Array, *Index) : std::nullopt;
}

/// The bytes of an object are seen through a pointer to it, or to its elements.
std::optional<int64_t> BoundProver::indexOfObject(const Expr *Pointer) const {
  const Expr *E = Pointer->IgnoreParens();
  if (const auto *Cast = dyn_cast<CastExpr>(E);
      Cast &&
      (Cast->getCastKind() == CK_ArrayToPointerDecay ||
       Cast->getCastKind() == CK_BitCast || Cast->getCastKind() == CK_NoOp)) {
    const Expr *Sub = Cast->getSubExpr();
    if (Cast->getCastKind() != CK_ArrayToPointerDecay)
      return indexOfObject(Sub);
    return isSameObject(Sub, Base->Object) ? std::optional(0) : std::nullopt;
  }
  const auto *Unary = dyn_cast<UnaryOperator>(E);
  bool Names = Unary && Unary->getOpcode() == UO_AddrOf &&
               isSameObject(Unary->getSubExpr(), Base->Object);
  return Names ? std::optional(0) : std::nullopt;
}

/// Where `p += 2` leads.
bool BoundProver::valueOfMove(const CompoundAssignOperator &E, Bound B) {
  const VariableWrite *W = Uses.writeAt(&E);
  std::optional<FlowPoint> At = Flow.pointOf(&E);
  std::optional<int64_t> Amount = constantOf(E.getRHS(), AST);
  return W && At && Amount && *Amount >= 0 &&
         W->Kind != VariableWrite::How::Other && Uses.isTrusted(W->Target) &&
         Uses.isAlone(&E) && stepKeeps(*W, *Amount, *At, {W->Target, B});
}

bool BoundProver::valueOfPointer(const Expr *E, Bound B) {
  if (std::optional<int64_t> Index = indexOf(E))
    return !B.Symbol && (B.Upper ? *Index <= B.Limit : *Index >= B.Limit);
  if (const auto *Step = dyn_cast<CompoundAssignOperator>(E))
    return valueOfMove(*Step, B);
  const auto *Unary = dyn_cast<UnaryOperator>(E);
  if (!Unary)
    return valueByForm(E, B);
  const Expr *Operand = Unary->getSubExpr()->IgnoreParens();
  if (Unary->getOpcode() != UO_AddrOf)
    return valueByForm(E, B);
  const auto *Element = dyn_cast<ArraySubscriptExpr>(Operand);
  return Element && valueOfPair(Element->getBase(), Element->getIdx(),
                                Element->getType(), B);
}

} // namespace warrant
