//===- EvidenceValues.cpp - Which bounds a value keeps to -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EvidenceCounted.h"
#include "EvidenceFlow.h"
#include "Types.h"
#include "llvm/Support/CheckedArithmetic.h"

using namespace clang;

namespace warrant {

std::optional<int64_t> constantOf(const Expr *E, const ASTContext &AST) {
  Expr::EvalResult Result;
  if (E->isValueDependent() || !E->getType()->isIntegralOrEnumerationType() ||
      !E->EvaluateAsInt(Result, AST))
    return std::nullopt;
  llvm::APSInt Value = Result.Val.getInt();
  return Value.isRepresentableByInt64() ? std::optional(Value.getExtValue())
                                        : std::nullopt;
}

std::optional<int64_t> smallestOf(QualType T, const ASTContext &AST) {
  if (T->isUnsignedIntegerOrEnumerationType())
    return 0;
  unsigned Bits = AST.getIntWidth(T);
  return Bits > 64 ? std::nullopt : std::optional(INT64_MIN >> (64 - Bits));
}

std::optional<int64_t> largestOf(QualType T, const ASTContext &AST) {
  unsigned Bits = AST.getIntWidth(T);
  Bits -= T->isSignedIntegerOrEnumerationType();
  return Bits > 63 ? std::nullopt : std::optional(INT64_MAX >> (63 - Bits));
}

std::optional<Bound> roomFor(QualType T, bool Adds, int64_t Amount,
                             const ASTContext &AST) {
  std::optional<int64_t> End = Adds ? largestOf(T, AST) : smallestOf(T, AST);
  if (!End && Adds)
    End = INT64_MAX; // not the whole room, but as much as can be said
  if (!End)
    return std::nullopt;
  std::optional<int64_t> Limit =
      Adds ? llvm::checkedSub(*End, Amount) : llvm::checkedAdd(*End, Amount);
  return Limit ? std::optional(Bound{Adds, *Limit}) : std::nullopt;
}

/// Whether overflow of \p T is undefined, so that no execution has one.
bool BoundProver::cannotOverflow(QualType T) const {
  if (T->isPointerType())
    return true;
  return T->isSignedIntegerOrEnumerationType() &&
         AST.getIntWidth(T) >= AST.getIntWidth(AST.IntTy) &&
         AST.getLangOpts().getSignedOverflowBehavior() ==
             LangOptions::SOB_Undefined;
}

bool BoundProver::byType(QualType T, Bound B) const {
  if (B.Symbol || T->isDependentType() || !T->isIntegralOrEnumerationType())
    return false;
  std::optional<int64_t> End = B.Upper ? largestOf(T, AST) : smallestOf(T, AST);
  return End && (B.Upper ? *End <= B.Limit : *End >= B.Limit);
}

/// Whether the type of \p E says that it is at most \p Limit above the largest
/// value of 64 bits.
bool BoundProver::isBelowLargest(const Expr *E, int64_t Limit) const {
  if (AST.getIntWidth(E->getType()) > 64)
    return false;
  return Limit >= 0 ||
         (Limit >= INT32_MIN && largestOf(E->getType(), AST).has_value());
}

bool BoundProver::value(const Expr *E, Bound B) {
  E = E->IgnoreParens();
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return List->getNumInits() == 1 && value(List->getInit(0), B);
  if (E->isTypeDependent() || !isFollowed(E->getType()))
    return false;
  if (E->getType()->isPointerType())
    return valueOfPointer(E, B);
  if (B.Symbol == Flow.largest() && B.Upper && isBelowLargest(E, B.Limit))
    return true;
  if (std::optional<int64_t> Constant = constantOf(E, AST))
    // A symbol is not negative, so that it only makes an upper bound wider.
    return B.Upper ? *Constant <= B.Limit : *Constant >= B.Limit && !B.Symbol;
  if (byType(E->getType(), B))
    return true;
  std::optional<uint64_t> Largest = largestValue(E, AST);
  if (Largest && B.Upper && B.Limit >= 0 && *Largest <= uint64_t(B.Limit))
    return true;
  if (Largest && !B.Upper && B.Limit <= 0 && !B.Symbol)
    return true;
  return valueByForm(E, B);
}

/// The bounds of operands that \p E keeps to.
bool BoundProver::valueByForm(const Expr *E, Bound B) {
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return valueOfCast(*Cast, B);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return valueOfUnary(*Unary, B);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return valueOfBinary(*Binary, B);
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return value(Full->getSubExpr(), B);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return valueOfCall(*Call, B);
  if (const auto *Block = dyn_cast<StmtExpr>(E)) {
    const auto *Last =
        dyn_cast_or_null<Expr>(Block->getSubStmt()->getStmtExprResult());
    return Last && value(Last, B);
  }
  const auto *Choice = dyn_cast<ConditionalOperator>(E);
  return Choice && value(Choice->getTrueExpr(), B) &&
         value(Choice->getFalseExpr(), B);
}

bool BoundProver::valueOfCast(const CastExpr &E, Bound B) {
  switch (E.getCastKind()) {
  case CK_LValueToRValue:
    return valueOfRead(E, B);
  case CK_NoOp:
    return value(E.getSubExpr(), B);
  case CK_IntegralCast:
    return valueOfConversion(E, B);
  default:
    return false;
  }
}

/// A conversion that the value survives.
bool BoundProver::valueOfConversion(const CastExpr &E, Bound B) {
  const Expr *Sub = E.getSubExpr();
  QualType From = Sub->getType(), To = E.getType();
  std::optional<int64_t> Smallest = smallestOf(To, AST);
  if (!Smallest)
    return false;
  if (!byType(From, {false, *Smallest}) && !value(Sub, {false, *Smallest}))
    return false;
  std::optional<int64_t> Largest = largestOf(To, AST);
  bool Fits = AST.getIntWidth(To) >= AST.getIntWidth(From) &&
              To->isUnsignedIntegerOrEnumerationType();
  if (!Fits && (!Largest || !value(Sub, {true, *Largest})))
    return false;
  return value(Sub, B);
}

/// The value that a variable has where it is read.
bool BoundProver::valueOfRead(const CastExpr &Read, Bound B) {
  const Expr *Operand = Read.getSubExpr()->IgnoreParens();
  // In C++ a step before, or an assignment, is the variable itself.
  if (isa<UnaryOperator, BinaryOperator, CallExpr>(Operand))
    return value(Operand, B);
  if (Holder && B.Symbol && isMemberOf(Operand, B.Symbol, Holder))
    return B.Upper ? B.Limit >= 0 : B.Limit <= 0;
  const auto *Ref = dyn_cast<DeclRefExpr>(Operand);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!V || !Uses.isTrusted(V) || Uses.isUnsequenced(*Ref))
    return false;
  if (V == B.Symbol)
    return B.Upper ? B.Limit >= 0 : B.Limit <= 0;
  std::optional<FlowPoint> At = Flow.pointOf(&Read);
  return At && variable({V, B}, *At);
}

bool BoundProver::valueOfUnary(const UnaryOperator &E, Bound B) {
  if (E.getOpcode() == UO_Plus || E.getOpcode() == UO_Extension)
    return value(E.getSubExpr(), B);
  const VariableWrite *W = Uses.writeAt(&E);
  std::optional<FlowPoint> At = Flow.pointOf(&E);
  if (!W || !At || !Uses.isTrusted(W->Target) || !Uses.isAlone(&E))
    return false;
  if (E.isPostfix())
    return variable({W->Target, B}, *At);
  return stepKeeps(*W, 1, *At, {W->Target, B});
}

bool BoundProver::valueOfBinary(const BinaryOperator &E, Bound B) {
  const Expr *R = E.getRHS();
  if (E.getOpcode() == BO_Comma)
    return value(R, B);
  if (E.getOpcode() == BO_Assign)
    return AST.hasSameUnqualifiedType(E.getType(), R->getType()) && value(R, B);
  return valueOfArithmetic(E, B);
}

/// What std::min, std::max or std::clamp choose.
bool BoundProver::valueOfCall(const CallExpr &E, Bound B) {
  auto Keeps = [&](unsigned I) { return valueOfArgument(E.getArg(I), E, B); };
  switch (choiceOf(&E)) {
  case StdChoice::Min:
    return B.Upper ? Keeps(0) || Keeps(1) : Keeps(0) && Keeps(1);
  case StdChoice::Max:
    return B.Upper ? Keeps(0) && Keeps(1) : Keeps(0) || Keeps(1);
  case StdChoice::Clamp:
    // Either end, where they are the wrong way around.
    return Keeps(1) && Keeps(2);
  case StdChoice::None:
    return false;
  }
  llvm_unreachable("all choices are covered");
}

/// An argument that is bound by reference, as \p Call finds it.
bool BoundProver::valueOfArgument(const Expr *E, const CallExpr &Call,
                                  Bound B) {
  E = E->IgnoreParenNoopCasts(AST);
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    return value(Temporary->getSubExpr(), B);
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (constantOf(E, AST) || choiceOf(E) != StdChoice::None)
    return value(E, B);
  std::optional<FlowPoint> At = Flow.pointOf(&Call);
  return V && At && Uses.isTrusted(V) && !Uses.isUnsequenced(*Ref) &&
         variable({V, B}, *At);
}

} // namespace warrant
