//===- Types.cpp - Questions about types that checks share ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Types.h"
#include "PatternTypes.h"
#include "StdCalls.h"

using namespace clang;

namespace warrant {

/// Whether \p T is `std::ranges::iterator_t<C>` or what is made of it.
static bool isIteratorAlias(QualType T) {
  const auto *Named = dyn_cast<TemplateSpecializationType>(T.getTypePtr());
  const TemplateDecl *Alias = Named && Named->isTypeAlias()
                                  ? Named->getTemplateName().getAsTemplateDecl()
                                  : nullptr;
  return Alias && isWithinStd(Alias) &&
         (Alias->getName() == "iterator_t" ||
          Alias->getName() == "borrowed_iterator_t");
}

bool isSpelledAsIterator(QualType T) {
  while (!T.isNull()) {
    if (const auto *Alias = dyn_cast<TypedefType>(T.getTypePtr())) {
      const TypedefNameDecl *D = Alias->getDecl();
      StringRef Name = D->getIdentifier() ? D->getName() : StringRef();
      if (D->getDeclContext()->isRecord() &&
          (Name == "iterator" || Name == "const_iterator"))
        return true;
    }
    if (isIteratorAlias(T))
      return true;
    if (T.getCanonicalType() == T)
      return false;
    QualType Next = T->getLocallyUnqualifiedSingleStepDesugaredType();
    if (Next.getTypePtr() == T.getTypePtr())
      return false;
    T = Next;
  }
  return false;
}

bool isRawPointer(QualType T) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  if (const auto *Atomic = T->getAs<AtomicType>())
    T = Atomic->getValueType();
  const auto *Pointer = T->getAs<PointerType>();
  return Pointer && !Pointer->isFunctionPointerType() &&
         !isSpelledAsIterator(T);
}

const Expr *strip(const Expr *E) { return E->IgnoreParenImpCasts(); }

bool isPointerOperand(const Expr *E) {
  if (isIteratorResult(E))
    return false;
  QualType T = strip(E)->getType();
  return pointerShape(E) != PointerShape::None ||
         (isRawPointer(E->getType()) && !T->isFunctionType() &&
          !isSpelledAsIterator(T));
}

/// Whether \p E is an array of at most one element at the end of what a
/// pointer or a reference leads to: there may be more of it, or none.
static bool isTrailing(const Expr *E) {
  const auto *Member = dyn_cast<MemberExpr>(E);
  const auto *Field =
      Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  if (!Field)
    return false;
  const RecordDecl *Record = Field->getParent();
  const auto *Array =
      dyn_cast<ConstantArrayType>(Field->getType()->getAsArrayTypeUnsafe());
  bool IsLast =
      Record->isUnion() || Field->getFieldIndex() + 1 ==
                               unsigned(llvm::range_size(Record->fields()));
  if (!Array || Array->getSize().ugt(1) || !IsLast)
    return false;
  const Expr *Object = E;
  while ((Member = dyn_cast<MemberExpr>(Object)) && !Member->isArrow())
    Object = Member->getBase()->IgnoreParenImpCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(Object);
  return !Ref || Ref->getDecl()->getType()->isReferenceType();
}

/// Whether a pointer to \p E steps by less than an element of it.
static bool isSeenAsBase(const Expr *E) {
  while (const auto *Cast = dyn_cast<ImplicitCastExpr>(E->IgnoreParens())) {
    if (Cast->getCastKind() == CK_DerivedToBase ||
        Cast->getCastKind() == CK_UncheckedDerivedToBase)
      return true;
    E = Cast->getSubExpr();
  }
  return false;
}

std::optional<uint64_t> knownExtent(const Expr *E, const ASTContext &AST) {
  QualType T = strip(E)->getType();
  if (isTrailing(strip(E)) || isSeenAsBase(E))
    return std::nullopt;
  if (const auto *Array = AST.getAsConstantArrayType(T))
    return Array->getSize().getLimitedValue();
  if (const auto *Vector = T->getAs<VectorType>())
    return Vector->getNumElements();
  return std::nullopt;
}

std::optional<BinaryView> asBinary(const Stmt &S) {
  if (const auto *B = dyn_cast<BinaryOperator>(&S))
    return BinaryView{B->getOpcode(), B->getLHS(), B->getRHS(),
                      B->getOperatorLoc()};
  if (const auto *Fold = dyn_cast<CXXFoldExpr>(&S))
    // The operators that it becomes stand at the dots.
    return BinaryView{Fold->getOperator(),
                      Fold->getLHS() ? Fold->getLHS() : Fold->getPattern(),
                      Fold->getRHS() ? Fold->getRHS() : Fold->getPattern(),
                      Fold->getEllipsisLoc()};
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S);
  if (!Call || !Call->isTypeDependent() || !Call->isInfixBinaryOp())
    return std::nullopt;
  return BinaryView{BinaryOperator::getOverloadedOpcode(Call->getOperator()),
                    Call->getArg(0), Call->getArg(1), Call->getOperatorLoc()};
}

std::optional<StepView> asStep(const Stmt &S) {
  if (const auto *U = dyn_cast<UnaryOperator>(&S);
      U && U->isIncrementDecrementOp())
    return StepView{U->getSubExpr(), U->getOperatorLoc()};
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(&S);
  if (!Call || !Call->isTypeDependent() || Call->getNumArgs() < 1)
    return std::nullopt;
  if (Call->getOperator() != OO_PlusPlus &&
      Call->getOperator() != OO_MinusMinus)
    return std::nullopt;
  return StepView{Call->getArg(0), Call->getOperatorLoc()};
}

namespace {

std::optional<uint64_t> constantValue(const Expr *E, const ASTContext &AST) {
  if (E->isValueDependent() || !E->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  Expr::EvalResult Result;
  if (!E->EvaluateAsInt(Result, AST))
    return std::nullopt;
  llvm::APSInt Value = Result.Val.getInt();
  if (Value.isSigned() && Value.isNegative())
    return std::nullopt;
  return Value.getLimitedValue();
}

/// The largest value of the type of \p E (of its bits, for a bit-field).
std::optional<uint64_t> largestOfType(const Expr *E, const ASTContext &AST) {
  QualType T = E->getType();
  if (T->isDependentType() || !T->isUnsignedIntegerOrEnumerationType() ||
      T->isEnumeralType())
    return std::nullopt;
  uint64_t Bits = T->isBooleanType() ? 1 : AST.getTypeSize(T);
  if (const FieldDecl *Field = E->getSourceBitField())
    if (!Field->getBitWidth()->isValueDependent())
      Bits = std::min<uint64_t>(Bits, Field->getBitWidthValue(AST));
  return Bits >= 64 ? UINT64_MAX : (uint64_t(1) << Bits) - 1;
}

std::optional<uint64_t> smaller(std::optional<uint64_t> A,
                                std::optional<uint64_t> B) {
  if (A && B)
    return std::min(*A, *B);
  return A ? A : B;
}

std::optional<uint64_t> largestOfBinary(const BinaryOperator &B,
                                        const ASTContext &AST) {
  std::optional<uint64_t> L = largestValue(B.getLHS(), AST);
  std::optional<uint64_t> R = constantValue(B.getRHS(), AST);
  switch (B.getOpcode()) {
  case BO_And:
    // A mask that is not negative bounds the result whatever the other is.
    return smaller(L, largestValue(B.getRHS(), AST));
  case BO_Rem:
    // A negative dividend would give a negative remainder.
    return L && R && *R > 0 ? std::optional(std::min(*L, *R - 1))
                            : std::nullopt;
  case BO_Shr:
    return L && R && *R < 64 ? std::optional(*L >> *R) : std::nullopt;
  case BO_Div:
    return L && R && *R > 0 ? std::optional(*L / *R) : std::nullopt;
  case BO_Comma:
    return largestValue(B.getRHS(), AST);
  default:
    return std::nullopt;
  }
}

std::optional<uint64_t> largestOfCast(const CastExpr &Cast,
                                      const ASTContext &AST) {
  const Expr *Sub = Cast.getSubExpr();
  if (Cast.getCastKind() == CK_LValueToRValue || Cast.getCastKind() == CK_NoOp)
    return largestValue(Sub, AST);
  if (Cast.getCastKind() != CK_IntegralCast)
    return std::nullopt;
  std::optional<uint64_t> Inner = largestValue(Sub, AST);
  QualType T = Cast.getType();
  if (!Inner || T->isDependentType() || !T->isIntegralOrEnumerationType())
    return std::nullopt;
  // A value that fits stays what it is; one that does not may wrap.
  unsigned Bits = AST.getIntWidth(T) - (T->isSignedIntegerOrEnumerationType());
  bool Fits = Bits >= 64 || *Inner < (uint64_t(1) << Bits);
  return Fits ? Inner : std::nullopt;
}

std::optional<uint64_t> largestByForm(const Expr *E, const ASTContext &AST) {
  if (const auto *Paren = dyn_cast<ParenExpr>(E))
    return largestValue(Paren->getSubExpr(), AST);
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return largestOfCast(*Cast, AST);
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return largestOfBinary(*B, AST);
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
    std::optional<uint64_t> L = largestValue(Choice->getTrueExpr(), AST);
    std::optional<uint64_t> R = largestValue(Choice->getFalseExpr(), AST);
    return L && R ? std::optional(std::max(*L, *R)) : std::nullopt;
  }
  return std::nullopt;
}

} // namespace

std::optional<uint64_t> largestValue(const Expr *E, const ASTContext &AST) {
  if (E->isTypeDependent())
    return std::nullopt;
  if (std::optional<uint64_t> Constant = constantValue(E, AST))
    return Constant;
  return smaller(largestByForm(E, AST), largestOfType(E, AST));
}

bool isComputed(const Expr *Offset) {
  const Expr *E = strip(Offset)->IgnoreParenCasts();
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E))
    return isComputed(Choice->getTrueExpr()) ||
           isComputed(Choice->getFalseExpr());
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_Minus &&
           !isa<IntegerLiteral>(Unary->getSubExpr()->IgnoreParenCasts());
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary)
    return isa<CXXOperatorCallExpr>(E);
  switch (Binary->getOpcode()) {
  case BO_Div:
  case BO_Rem:
  case BO_And:
  case BO_Or:
  case BO_Xor:
  case BO_Shr:
    return isComputed(Binary->getLHS()) || isComputed(Binary->getRHS());
  case BO_Comma:
  case BO_Assign:
    return isComputed(Binary->getRHS());
  default:
    return true;
  }
}

std::string proveIndex(const Expr *Base, const Expr *Index, bool OnePast,
                       const ASTContext &AST) {
  std::optional<uint64_t> Extent = knownExtent(Base, AST);
  std::optional<uint64_t> Largest = largestValue(Index, AST);
  if (!Extent || !Largest || *Largest >= *Extent + (OnePast ? 1 : 0))
    return {};
  std::string What = constantValue(Index, AST) ? "index " : "index at most ";
  return What + std::to_string(*Largest) + " of an array of " +
         std::to_string(*Extent);
}

bool isVolatile(QualType T) {
  return !T.isNull() && T.getNonReferenceType().isVolatileQualified();
}

bool anyPart(QualType T, llvm::function_ref<bool(QualType)> Is) {
  const RecordDecl *Record = T->getAsRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record)
    return false;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (Is(Base.getType()))
        return true;
  return llvm::any_of(Record->fields(),
                      [&](const FieldDecl *F) { return Is(F->getType()); });
}

bool isVolatileMemory(QualType T) {
  if (T.isNull())
    return false;
  if (T.isVolatileQualified())
    return true;
  if (T->isDependentType())
    return false;
  T = T.getCanonicalType();
  while (const Type *Element = T->getArrayElementTypeNoTypeQual())
    T = QualType(Element, 0);
  return anyPart(T, isVolatileMemory);
}

bool isByte(QualType T) {
  if (T.isNull())
    return false;
  T = T.getCanonicalType().getUnqualifiedType();
  return T->isStdByteType() || T->isSpecificBuiltinType(BuiltinType::Char_S) ||
         T->isSpecificBuiltinType(BuiltinType::Char_U) ||
         T->isSpecificBuiltinType(BuiltinType::UChar);
}

std::string calledName(const CallExpr &E) {
  const FunctionDecl *Callee = E.getDirectCallee();
  return Callee ? Callee->getQualifiedNameAsString() : std::string();
}

bool isInStd(const Decl *D) { return D->isInStdNamespace(); }

} // namespace warrant
