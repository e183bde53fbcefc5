//===- ConstantAddress.cpp - Addresses that the source spells -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConstantAddress.h"
#include "ConstantEvaluator.h"
#include "clang/AST/APValue.h"

using namespace clang;

namespace warrant {

using Address = ConstantEvaluator::Address;
using Integer = ConstantEvaluator::Integer;

static Address single(uint64_t At) { return ConstantAddress{At, 0, 1}; }

static Address advanced(Address A, uint64_t Bytes) {
  if (A)
    A->First += Bytes;
  return A;
}

/// \p Index in 64 bits, where a negative one counts back.
static uint64_t scaled(const llvm::APSInt &Index, uint64_t Size) {
  return static_cast<uint64_t>(Index.extOrTrunc(64).getExtValue()) * Size;
}

uint64_t ConstantEvaluator::sizeOf(QualType T) const {
  if (T->isVoidType() || T->isFunctionType())
    return 1;
  return T->isIncompleteType() || T->isDependentType()
             ? 0
             : AST.getTypeSizeInChars(T).getQuantity();
}

/// What the language calls a constant; null pointers, and addresses of objects,
/// are none.
Address ConstantEvaluator::folded(const Expr *E, bool IsLvalue) const {
  Expr::EvalResult Result;
  bool Good = IsLvalue ? E->EvaluateAsLValue(Result, AST)
                       : E->EvaluateAsRValue(Result, AST);
  if (!Good || Result.HasSideEffects || !Result.Val.isLValue() ||
      Result.Val.getLValueBase() || Result.Val.isNullPointer())
    return std::nullopt;
  return single(
      static_cast<uint64_t>(Result.Val.getLValueOffset().getQuantity()));
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

Address ConstantEvaluator::member(const MemberExpr &E) const {
  const auto *Field = dyn_cast<FieldDecl>(E.getMemberDecl());
  if (!Field || Field->getParent()->isInvalidDecl() ||
      !Field->getParent()->isCompleteDefinition())
    return std::nullopt;
  Address Base = E.isArrow() ? pointer(E.getBase()) : lvalue(E.getBase());
  if (Field->isBitField())
    return Base;
  return advanced(Base, AST.getFieldOffset(Field) / AST.getCharWidth());
}

Address ConstantEvaluator::element(const ArraySubscriptExpr &E) const {
  const Expr *Base = E.getBase()->IgnoreParenImpCasts();
  bool IsArray = Base->getType()->isArrayType();
  uint64_t Size = sizeOf(E.getType());
  Address Start = IsArray ? lvalue(Base) : pointer(E.getBase());
  if (!Start || !Size)
    return std::nullopt;
  if (Integer Index = integer(E.getIdx()))
    return advanced(Start, scaled(*Index, Size));
  const auto *Array = AST.getAsConstantArrayType(Base->getType());
  uint64_t Count = Array ? Array->getSize().getLimitedValue() : 0;
  // Of nested ones only those that lie one behind the other.
  if (Count < 2 || (Start->Count > 1 && Start->Stride != Count * Size))
    return std::nullopt;
  return ConstantAddress{Start->First, Size, Start->Count * Count};
}

Address ConstantEvaluator::lvalue(const Expr *E) const {
  E = E->IgnoreParens();
  if (E->isValueDependent() || E->isTypeDependent())
    return std::nullopt;
  Address Known =
      E->getSourceBitField() ? std::nullopt : folded(E, /*IsLvalue=*/true);
  if (Known)
    return Known;
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return member(*Member);
  if (const auto *Index = dyn_cast<ArraySubscriptExpr>(E))
    return element(*Index);
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return U->getOpcode() == UO_Deref ? pointer(U->getSubExpr()) : std::nullopt;
  if (const auto *C = dyn_cast<CastExpr>(E))
    return C->getCastKind() == CK_NoOp || C->getCastKind() == CK_LValueBitCast
               ? lvalue(C->getSubExpr())
               : std::nullopt;
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  // An object that is no reference lies where the linker puts it.
  if (Ref && !Ref->getDecl()->getType()->isReferenceType())
    return std::nullopt;
  Source From = sourceOf(E);
  return From.Value ? in(From).lvalue(From.Value) : std::nullopt;
}

//===----------------------------------------------------------------------===//
// Pointers
//===----------------------------------------------------------------------===//

Address ConstantEvaluator::moved(const BinaryOperator &E) const {
  const Expr *From = E.getLHS(), *By = E.getRHS();
  if (!From->getType()->isPointerType())
    std::swap(From, By);
  uint64_t Size = sizeOf(E.getType()->getPointeeType());
  Integer Count = integer(By);
  if (!E.isAdditiveOp() || !Count || !Size)
    return std::nullopt;
  uint64_t Bytes = scaled(*Count, Size);
  return advanced(pointer(From), E.getOpcode() == BO_Sub ? -Bytes : Bytes);
}

Address ConstantEvaluator::convertedPointer(const CastExpr &E) const {
  const Expr *From = E.getSubExpr();
  switch (E.getCastKind()) {
  case CK_NoOp:
  case CK_BitCast:
  case CK_AddressSpaceConversion:
    return pointer(From);
  case CK_ArrayToPointerDecay:
    return lvalue(From);
  case CK_IntegralToPointer:
    if (Integer Value = integer(From); Value && !Value->isZero())
      return single(
          Value->extOrTrunc(AST.getTypeSize(E.getType())).getZExtValue());
    return std::nullopt;
  case CK_LValueToRValue: {
    Source Value = sourceOf(From->IgnoreParens());
    return Value.Value ? in(Value).pointer(Value.Value) : std::nullopt;
  }
  default:
    return std::nullopt;
  }
}

Address ConstantEvaluator::pointer(const Expr *E) const {
  E = E->IgnoreParens();
  if (E->isValueDependent() || E->isTypeDependent())
    return std::nullopt;
  if (E->getType()->isArrayType())
    return lvalue(E);
  if (!E->getType()->isPointerType())
    return std::nullopt;
  if (Address Known = folded(E, /*IsLvalue=*/false))
    return Known;
  if (const auto *C = dyn_cast<CastExpr>(E))
    return convertedPointer(*C);
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return U->getOpcode() == UO_AddrOf ? lvalue(U->getSubExpr()) : std::nullopt;
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return moved(*B);
  Source From = sourceOf(E);
  return From.Value ? in(From).pointer(From.Value) : std::nullopt;
}

//===----------------------------------------------------------------------===//
// Answers
//===----------------------------------------------------------------------===//

/// Addresses wrap as those of the target do.
static Address wrapped(Address A, const ASTContext &AST) {
  unsigned Width = AST.getTargetInfo().getPointerWidth(LangAS::Default);
  if (A && Width < 64)
    A->First &= llvm::maskTrailingOnes<uint64_t>(Width);
  return A;
}

Address constantAddressOf(const Expr &E, const ASTContext &AST,
                          const FunctionDecl *In) {
  if (!E.isGLValue())
    return std::nullopt;
  return wrapped(ConstantEvaluator(AST, {In, {}, nullptr}).lvalue(&E), AST);
}

Address constantTargetOf(const Expr &E, const ASTContext &AST,
                         const FunctionDecl *In) {
  return wrapped(ConstantEvaluator(AST, {In, {}, nullptr}).pointer(&E), AST);
}

} // namespace warrant
