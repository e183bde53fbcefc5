//===- ConstantValue.cpp - What variables and calls stand for -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConstantEvaluator.h"
#include "EvidenceUses.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace warrant {

using Integer = ConstantEvaluator::Integer;

/// Variables, parameters and functions are followed so far.
static constexpr unsigned MaxDepth = 12;

//===----------------------------------------------------------------------===//
// Variables, parameters and calls
//===----------------------------------------------------------------------===//

bool keepsValue(const VarDecl &V, const FunctionDecl *In) {
  if (V.getType().isVolatileQualified() || V.isWeak())
    return false;
  if (V.getType()->isReferenceType() || V.getType().isConstQualified())
    return true;
  return V.hasLocalStorage() && In && In->getBody() &&
         V.getDeclContext() == In && LocalUses(*In).isUnchanged(&V);
}

// Bodies of system headers are not always there.
const Expr *returnedBy(const FunctionDecl &Function, const ASTContext &AST) {
  const Stmt *Body = Function.getBody();
  if (!Body || Function.isDependentContext() || Function.isVariadic() ||
      AST.getSourceManager().isInSystemHeader(Body->getBeginLoc()))
    return nullptr;
  const auto *Block = dyn_cast<CompoundStmt>(Body);
  const auto *Return = Block && Block->size() == 1
                           ? dyn_cast<ReturnStmt>(Block->body_front())
                           : nullptr;
  return Return ? Return->getRetValue() : nullptr;
}

ConstantEvaluator::Source
ConstantEvaluator::calledBy(const CallExpr &Call) const {
  const FunctionDecl *Callee = Call.getDirectCallee();
  const FunctionDecl *Definition = nullptr;
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (!Callee || Callee->isWeak() || isa<CXXOperatorCallExpr>(Call) ||
      (Method && Method->isVirtual()) || !Callee->isDefined(Definition))
    return {};
  return {returnedBy(*Definition, AST),
          {Definition, llvm::ArrayRef(Call.getArgs(), Call.getNumArgs()), &F}};
}

/// The \p Index th of the list \p Of; a base class would count as a member.
static const Expr *elementOf(const Expr &Of, unsigned Index) {
  const auto *List = dyn_cast<InitListExpr>(&Of);
  const CXXRecordDecl *Class = Of.getType()->getAsCXXRecordDecl();
  if (!List || (Class && Class->getNumBases() > 0) ||
      Index >= List->getNumInits())
    return nullptr;
  return List->getInit(Index);
}

/// The initializer of the member or element \p E of a variable that keeps its
/// value, or of that variable; null if it has none of its own.
const Expr *ConstantEvaluator::initializerOf(const Expr *E) const {
  E = E->IgnoreParenImpCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    const Expr *Init =
        V && !isa<ParmVarDecl>(V) ? V->getAnyInitializer() : nullptr;
    return Init && keepsValue(*V, F.Function) ? Init : nullptr;
  }
  const Expr *Of = nullptr;
  unsigned Index = 0;
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (!Field || Member->isArrow() || Field->getParent()->isUnion())
      return nullptr;
    Of = initializerOf(Member->getBase());
    Index = Field->getFieldIndex();
  } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E)) {
    Integer At = integer(Element->getIdx());
    if (!At || At->isNegative())
      return nullptr;
    Of = initializerOf(Element->getBase());
    Index = At->getLimitedValue(UINT32_MAX);
  }
  return Of ? elementOf(*Of, Index) : nullptr;
}

/// \p E is a call, or the variable or parameter whose value is taken.
ConstantEvaluator::Source ConstantEvaluator::sourceOf(const Expr *E) const {
  if (Depth == MaxDepth)
    return {};
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return calledBy(*Call);
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (const auto *P = dyn_cast_or_null<ParmVarDecl>(V)) {
    unsigned Index = P->getFunctionScopeIndex();
    if (F.Caller && P->getDeclContext() == F.Function &&
        Index < F.Arguments.size())
      return {F.Arguments[Index], *F.Caller};
    return {};
  }
  const Expr *Init = initializerOf(E);
  return Init ? Source{Init, F} : Source();
}

//===----------------------------------------------------------------------===//
// Integers
//===----------------------------------------------------------------------===//

static Integer compute(BinaryOperatorKind Opcode, const llvm::APSInt &L,
                       const llvm::APSInt &R) {
  switch (Opcode) {
  case BO_Add:
    return L + R;
  case BO_Sub:
    return L - R;
  case BO_Mul:
    return L * R;
  case BO_And:
    return L & R;
  case BO_Or:
    return L | R;
  case BO_Xor:
    return L ^ R;
  default:
    return std::nullopt;
  }
}

Integer ConstantEvaluator::arithmetic(const BinaryOperator &E) const {
  Integer L = integer(E.getLHS()), R = integer(E.getRHS());
  if (!L || !R)
    return std::nullopt;
  if (E.isShiftOp()) {
    unsigned Bits = R->getLimitedValue(L->getBitWidth());
    if (R->isNegative() || Bits == L->getBitWidth())
      return std::nullopt;
    return E.getOpcode() == BO_Shl ? *L << Bits : *L >> Bits;
  }
  if (L->getBitWidth() != R->getBitWidth() || L->isSigned() != R->isSigned())
    return std::nullopt;
  return compute(E.getOpcode(), *L, *R);
}

Integer ConstantEvaluator::convertedInteger(const CastExpr &E) const {
  QualType To = E.getType();
  auto Fit = [&](llvm::APSInt Value) {
    Value = Value.extOrTrunc(AST.getIntWidth(To));
    Value.setIsSigned(To->isSignedIntegerOrEnumerationType());
    return Value;
  };
  Source From;
  switch (E.getCastKind()) {
  case CK_NoOp:
    return integer(E.getSubExpr());
  case CK_IntegralCast:
    if (Integer Value = integer(E.getSubExpr()))
      return Fit(*Value);
    return std::nullopt;
  case CK_PointerToIntegral:
    if (std::optional<ConstantAddress> At = pointer(E.getSubExpr());
        At && At->Count == 1)
      return Fit(llvm::APSInt::getUnsigned(At->First));
    return std::nullopt;
  case CK_LValueToRValue:
    From = sourceOf(E.getSubExpr()->IgnoreParens());
    return From.Value ? in(From).integer(From.Value) : std::nullopt;
  default:
    return std::nullopt;
  }
}

Integer ConstantEvaluator::integer(const Expr *E) const {
  E = E->IgnoreParens();
  if (E->isValueDependent() || E->isTypeDependent() ||
      !E->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  Expr::EvalResult Result;
  if (E->EvaluateAsInt(Result, AST))
    return Result.Val.getInt();
  if (const auto *C = dyn_cast<CastExpr>(E))
    return convertedInteger(*C);
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return arithmetic(*B);
  if (const auto *U = dyn_cast<UnaryOperator>(E)) {
    Integer Value =
        U->getOpcode() == UO_Not ? integer(U->getSubExpr()) : std::nullopt;
    return Value ? Integer(~*Value) : std::nullopt;
  }
  Source From = sourceOf(E);
  return From.Value ? in(From).integer(From.Value) : std::nullopt;
}

Integer constantValueOf(const Expr &E, const ASTContext &AST,
                        const FunctionDecl *In) {
  return ConstantEvaluator(AST, {In, {}, nullptr}).integer(&E);
}

} // namespace warrant
