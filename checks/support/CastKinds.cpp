//===- CastKinds.cpp - What a cast between memory's types is --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CastKinds.h"
#include "Allocation.h"
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

bool dropsQualifier(QualType From, QualType To) {
  while (!From.isNull() && !To.isNull()) {
    Qualifiers Had = From.getQualifiers(), Has = To.getQualifiers();
    if ((Had.hasConst() && !Has.hasConst()) ||
        (Had.hasVolatile() && !Has.hasVolatile()))
      return true;
    if (!From->isAnyPointerType() || !To->isAnyPointerType())
      return false;
    From = From->getPointeeType();
    To = To->getPointeeType();
  }
  return false;
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

namespace {

bool isFunctionPointer(QualType T) { return T->isFunctionPointerType(); }

/// The kind of a cast between two object pointers or references, or empty.
StringRef objectKind(QualType From, QualType To, bool FromVoid,
                     const ASTContext &AST) {
  if (FromVoid)
    return To->isVoidType() ? "" : "from-void";
  if (To->isVoidType() || AST.hasSameUnqualifiedType(From, To))
    return "";
  return "reinterpret";
}

} // namespace

CastKind classifyPointers(QualType From, QualType To, const Expr *Operand,
                          const Context &C) {
  const ASTContext &AST = C.AST;
  if (isFunctionPointer(From) || isFunctionPointer(To))
    return {AST.hasSameUnqualifiedType(From, To) ? "" : "function-pointer", ""};
  QualType Left = target(From), Right = target(To);
  StringRef Kind = objectKind(Left, Right, From->isVoidPointerType(), AST);
  const CallExpr *Call = allocationOf(Operand, C);
  if (Kind == "from-void" && Call && isFitting(*Call, Right, AST))
    return {Kind, "directly from an allocator"};
  return {Kind, Kind.empty() ? "" : proveAccess(Left, Right, AST)};
}

namespace {

CastKind classifyInteger(const ExplicitCastExpr &E, QualType To,
                         const ASTContext &AST) {
  const Expr *Operand = E.getSubExpr();
  if (isNullConstant(Operand, AST))
    return {};
  if (isFunctionPointer(To))
    return {"function-pointer", ""};
  // An address that becomes a register's is volatile-access' mmio-address.
  return {isVolatileMemory(target(To)) ? "" : "int-to-pointer", ""};
}

/// A dependent cast as far as the pattern's text says what it is.
CastKind classifyDependent(const ExplicitCastExpr &E, QualType From,
                           QualType To, const Context &C) {
  bool Named = isa<CXXReinterpretCastExpr>(E);
  bool ToObject = To->isPointerType() || To->isReferenceType();
  if (From->isVoidPointerType() && To->isPointerType())
    return {"from-void", ""};
  if (isa<CXXStaticCastExpr, CXXConstCastExpr, CXXDynamicCastExpr>(E))
    return {};
  if (ToObject && From->isPointerType())
    return classifyPointers(From, To, E.getSubExpr(), C);
  if (ToObject && From->isIntegerType())
    return {"int-to-pointer", ""};
  return {Named ? "reinterpret" : "", ""};
}

/// A cast in a spelling that can reinterpret, and here changes nothing.
CastKind classifyNoOp(const ExplicitCastExpr &E, QualType From, QualType To,
                      const ASTContext &AST) {
  bool Named = isa<CXXReinterpretCastExpr>(E);
  const auto *Functional = dyn_cast<CXXFunctionalCastExpr>(&E);
  if (!Named && !isa<CStyleCastExpr>(E) &&
      (!Functional || Functional->isListInitialization()))
    return {};
  bool Same = AST.hasSameType(To->isReferenceType() ? target(To) : To, From);
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
  switch (E.getCastKind()) {
  case CK_Dependent:
    return classifyDependent(E, From, To, C);
  case CK_BitCast:
  case CK_AddressSpaceConversion:
    return From->isPointerType() && To->isPointerType()
               ? classifyPointers(From, To, E.getSubExpr(), C)
               : CastKind{};
  case CK_LValueBitCast:
    return {objectKind(From, target(To), false, AST),
            proveAccess(From, target(To), AST)};
  case CK_IntegralToPointer:
    return classifyInteger(E, To, AST);
  case CK_PointerToIntegral:
    return {"pointer-to-int", ""};
  case CK_ReinterpretMemberPointer:
  case CK_BaseToDerivedMemberPointer:
  case CK_DerivedToBaseMemberPointer:
    return {"member-pointer", ""};
  case CK_BaseToDerived:
    return {"downcast", ""};
  case CK_LValueToRValueBitCast:
    return {From->isAnyPointerType() || To->isAnyPointerType() ? "bit-cast"
                                                               : "",
            ""};
  case CK_NoOp:
    return classifyNoOp(E, From, To, AST);
  default:
    return {};
  }
}

} // namespace warrant
