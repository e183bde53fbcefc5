//===- CastKinds.cpp - What a cast between memory's types is --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CastKinds.h"
#include "Allocation.h"
#include "RegisterAddresses.h"
#include "Types.h"

using namespace clang;

namespace warrant {

QualType sourceType(const Expr *E, const ASTContext &AST) {
  QualType T = E->IgnoreParenImpCasts()->getType();
  if (T->isArrayType())
    return AST.getArrayDecayedType(T);
  return T->isFunctionType() ? AST.getPointerType(T) : T;
}

QualType target(QualType T) {
  return T->isReferenceType() ? T.getNonReferenceType() : T->getPointeeType();
}

namespace {

bool loses(Qualifiers Had, Qualifiers Has) {
  return (Had.hasConst() && !Has.hasConst()) ||
         (Had.hasVolatile() && !Has.hasVolatile());
}

/// One level of pointers, member pointers or arrays down, in both alike.
bool descend(QualType &A, QualType &B, const ASTContext &AST) {
  bool Pointers = (A->isAnyPointerType() && B->isAnyPointerType()) ||
                  (A->isMemberPointerType() && B->isMemberPointerType());
  const ArrayType *Left = AST.getAsArrayType(A);
  const ArrayType *Right = AST.getAsArrayType(B);
  if (!Pointers && !(Left && Right))
    return false;
  A = Pointers ? A->getPointeeType() : Left->getElementType();
  B = Pointers ? B->getPointeeType() : Right->getElementType();
  return true;
}

/// Whether \p A and \p B differ in their qualifiers alone, at any level.
bool isSimilar(QualType A, QualType B, const ASTContext &AST) {
  while (!AST.hasSameUnqualifiedType(A, B)) {
    const auto *Left = A->getAs<MemberPointerType>();
    const auto *Right = B->getAs<MemberPointerType>();
    if (Left && Right && Left->getClass() != Right->getClass())
      return false;
    const ConstantArrayType *Few = AST.getAsConstantArrayType(A);
    const ConstantArrayType *Many = AST.getAsConstantArrayType(B);
    if (Few && Many && Few->getSize() != Many->getSize())
      return false;
    if (!descend(A, B, AST))
      return false;
  }
  return true;
}

} // namespace

bool dropsQualifier(QualType From, QualType To, const ASTContext &AST) {
  do {
    if (loses(From.getQualifiers(), To.getQualifiers()))
      return true;
  } while (descend(From, To, AST));
  return false;
}

bool opensHole(QualType From, QualType To, const ASTContext &AST) {
  if (!isSimilar(From, To, AST))
    return false;
  bool OuterConst = true;
  for (bool First = true;; First = false) {
    Qualifiers Had = From.getQualifiers(), Has = To.getQualifiers();
    if (!First && !OuterConst && loses(Has, Had))
      return true;
    OuterConst &= From->isArrayType() || Has.hasConst();
    if (!descend(From, To, AST))
      return false;
  }
}

bool isNullConstant(const Expr *E, const ASTContext &AST) {
  // SAFETY(mutability): every ASTContext is created mutable, and asking whether
  // an expression is a null pointer constant only reads it.
  return !E->isValueDependent() &&
         E->isNullPointerConstant(const_cast<ASTContext &>(AST),
                                  Expr::NPC_NeverValueDependent);
}

/// Whether \p T is an integer of which there is a signed and an unsigned kind.
static bool hasSignedness(QualType T) {
  return T->isIntegerType() && !T->isDependentType() && !T->isEnumeralType() &&
         !T->isBooleanType() && !T->isWideCharType() && !T->isChar8Type() &&
         !T->isChar16Type() && !T->isChar32Type();
}

std::string proveAccess(QualType From, QualType To, const ASTContext &AST) {
  if (isByte(To))
    return "access to bytes";
  if (hasSignedness(From) && hasSignedness(To) &&
      AST.hasSameUnqualifiedType(
          AST.getCorrespondingUnsignedType(
              AST.getCorrespondingSignedType(From)),
          AST.getCorrespondingUnsignedType(AST.getCorrespondingSignedType(To))))
    return "signed and unsigned of one type";
  return {};
}

bool isNull(const Expr *E, const ASTContext &AST) {
  for (;;) {
    E = E->IgnoreParens();
    if (isNullConstant(E, AST))
      return true;
    const auto *Cast = dyn_cast<CastExpr>(E);
    if (!Cast || !Cast->getType()->isPointerType())
      return false;
    E = Cast->getSubExpr();
  }
}

namespace {

bool isFunctionPointer(QualType T) { return T->isFunctionPointerType(); }

/// Whether \p E, a void pointer, was just a pointer to \p To.
bool isRoundTrip(const Expr *E, QualType To, const ASTContext &AST) {
  const auto *Cast = dyn_cast<CastExpr>(E->IgnoreParens());
  while (Cast && Cast->getCastKind() == CK_NoOp)
    Cast = dyn_cast<CastExpr>(Cast->getSubExpr()->IgnoreParens());
  if (!Cast || Cast->getCastKind() != CK_BitCast)
    return false;
  QualType Was = Cast->getSubExpr()->getType();
  return Was->isPointerType() &&
         AST.hasSameUnqualifiedType(Was->getPointeeType(), To);
}

} // namespace

CastKind classifyObjects(QualType From, QualType To, const ASTContext &AST) {
  if (From->isVoidType())
    return {To->isVoidType() ? "" : "from-void",
            isByte(To) ? "access to bytes" : ""};
  if (To->isVoidType())
    return {};
  if (From->isFunctionType() || To->isFunctionType())
    return {AST.hasSameUnqualifiedType(From, To) ? "" : "function-pointer", ""};
  if (From.getAddressSpace() != To.getAddressSpace())
    return {"reinterpret", ""};
  if (isSimilar(From, To, AST))
    return {};
  return {"reinterpret", proveAccess(From, To, AST)};
}

CastKind classifyPointers(QualType From, QualType To, const Expr *Operand,
                          const Context &C) {
  const ASTContext &AST = C.AST;
  if (isFunctionPointer(From) || isFunctionPointer(To))
    return {AST.hasSameUnqualifiedType(From, To) ? "" : "function-pointer", ""};
  CastKind V = classifyObjects(target(From), target(To), AST);
  if (V.Kind != "from-void" || !V.Proof.empty())
    return V;
  const CallExpr *Call = allocationOf(Operand, C);
  if (isRoundTrip(Operand, target(To), AST))
    V.Proof = "changes nothing";
  else if (Call && isFitting(*Call, target(To), AST))
    V.Proof = "directly from an allocator";
  return V;
}

CastKind classifyInteger(const Expr *Operand, QualType To,
                         const ASTContext &AST) {
  if (isNull(Operand, AST))
    return {};
  if (isFunctionPointer(To))
    return {"function-pointer", ""};
  // An address that becomes a register's is volatile-access' mmio-address.
  return {isVolatileMemory(target(To)) ? "" : "int-to-pointer", ""};
}

namespace {

bool holdsPointer(QualType T) {
  T = QualType(T->getBaseElementTypeUnsafe(), 0);
  if (T->isAnyPointerType() || T->isMemberPointerType())
    return true;
  return anyPart(T, holdsPointer);
}

} // namespace

CastKind classifyBits(QualType From, QualType To, const ASTContext &AST) {
  if (!holdsPointer(From) && !holdsPointer(To))
    return {};
  return {"bit-cast",
          AST.hasSameUnqualifiedType(From, To) ? "changes nothing" : ""};
}

namespace {

/// A dependent cast as far as the pattern's text says what it is.
CastKind classifyDependent(const ExplicitCastExpr &E, QualType From,
                           QualType To, const Context &C) {
  bool Named = isa<CXXReinterpretCastExpr>(E);
  bool FromPointer = From->isPointerType() && !To->isReferenceType();
  if (isa<BuiltinBitCastExpr>(E))
    return {FromPointer || To->isPointerType() ? "bit-cast" : "", ""};
  if (From->isVoidPointerType() && To->isPointerType())
    return {"from-void", ""};
  if (isa<CXXStaticCastExpr, CXXConstCastExpr, CXXDynamicCastExpr>(E))
    return {};
  if (FromPointer && To->isPointerType())
    return classifyPointers(From, To, E.getSubExpr(), C);
  if (FromPointer && To->isIntegralType(C.AST))
    return {"pointer-to-int", ""};
  if (From->isIntegerType() && To->isPointerType())
    return classifyInteger(E.getSubExpr(), To, C.AST);
  if (From->isMemberPointerType() && To->isMemberPointerType())
    return {"member-pointer", ""};
  bool Array = To->isReferenceType() && From->isArrayType();
  return {Named || Array ? "reinterpret" : "", ""};
}

/// A cast in a spelling that can reinterpret, and here changes nothing.
CastKind classifyNoOp(const ExplicitCastExpr &E, QualType From, QualType To,
                      const ASTContext &AST) {
  bool Named = isa<CXXReinterpretCastExpr>(E);
  const auto *Functional = dyn_cast<CXXFunctionalCastExpr>(&E);
  if (!Named && !isa<CStyleCastExpr>(E) &&
      (!Functional || Functional->isListInitialization() ||
       To->getContainedDeducedType()))
    return {};
  bool Same = To->isReferenceType() ? AST.hasSameType(target(To), From)
                                    : AST.hasSameUnqualifiedType(To, From);
  if (!To->isReferenceType() &&
      (!To->isPointerType() || To->isVoidPointerType()))
    return {};
  if (!Named && !Same)
    return {};
  return {isFunctionPointer(To) ? "function-pointer" : "reinterpret",
          Same ? "changes nothing" : "adds qualifiers only"};
}

} // namespace

CastKind classifyCast(const ExplicitCastExpr &E, QualType From, QualType To,
                      const Context &C) {
  const ASTContext &AST = C.AST;
  if (!To->isReferenceType() &&
      (isNull(E.getSubExpr(), AST) || isPartOfRegisterAddress(E, C)))
    return {};
  switch (E.getCastKind()) {
  case CK_Dependent: {
    CastKind V = classifyDependent(E, From, To, C);
    V.IsGuess = true;
    return V;
  }
  case CK_BitCast:
  case CK_AddressSpaceConversion:
    return From->isPointerType() && To->isPointerType()
               ? classifyPointers(From, To, E.getSubExpr(), C)
               : CastKind{};
  case CK_LValueBitCast:
    return classifyObjects(From, target(To), AST);
  case CK_IntegralToPointer:
    return classifyInteger(E.getSubExpr(), To, AST);
  case CK_PointerToIntegral:
    return {"pointer-to-int", ""};
  case CK_ReinterpretMemberPointer:
  case CK_DerivedToBaseMemberPointer:
    return {"member-pointer", ""};
  case CK_BaseToDerived:
    return {"downcast", ""};
  case CK_LValueToRValueBitCast:
    return classifyBits(From, To, AST);
  case CK_NoOp:
    return classifyNoOp(E, From, To, AST);
  default:
    return {};
  }
}

bool mayConvertPointer(const ImplicitCastExpr &E) {
  switch (E.getCastKind()) {
  case CK_BitCast:
  case CK_NoOp:
  case CK_IntegralToPointer:
  case CK_PointerToIntegral:
    return !E.isPartOfExplicitCast();
  default:
    return false;
  }
}

} // namespace warrant
