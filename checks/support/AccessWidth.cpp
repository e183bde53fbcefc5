//===- AccessWidth.cpp - What a target does in one access -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AccessWidth.h"
#include "clang/AST/RecordLayout.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Basic/TargetOptions.h"

using namespace clang;

namespace warrant {

static const llvm::Triple &triple(const ASTContext &AST) {
  return AST.getTargetInfo().getTriple();
}

std::string targetName(const ASTContext &AST) {
  return triple(AST).getArchName().str();
}

uint64_t registerBits(const ASTContext &AST) {
  // Its addresses have 16 bits, its registers and its bus have 8.
  if (triple(AST).getArch() == llvm::Triple::avr)
    return 8;
  // Not the pointers' width: x32 has pointers of 32 bits and registers of 64.
  if (triple(AST).isArch64Bit())
    return 64;
  return triple(AST).isArch32Bit() ? 32 : 16;
}

bool isTorn(QualType T, const ASTContext &AST) {
  if (T->isDependentType() || !T->isScalarType() || T->isAtomicType())
    return false;
  // Their registers take floating-point values of any width in one access.
  if (T->isRealFloatingType() && triple(AST).isX86())
    return false;
  return AST.getTypeSize(T) > registerBits(AST);
}

std::string describeTorn(QualType T, const ASTContext &AST) {
  return "an access of " + std::to_string(AST.getTypeSize(T)) +
         " bits is made in pieces: " + targetName(AST) + " has registers of " +
         std::to_string(registerBits(AST));
}

Unaligned unalignedAccess(const ASTContext &AST) {
  const llvm::Triple &Target = triple(AST);
  const llvm::StringMap<bool> &Features =
      AST.getTargetInfo().getTargetOpts().FeatureMap;
  if (Target.isX86())
    return Unaligned::Whole;
  if (Target.isRISCV())
    return Features.lookup("unaligned-scalar-mem") ||
                   Features.lookup("fast-unaligned-access")
               ? Unaligned::Perhaps
               : Unaligned::InPieces;
  if (Target.isARM() || Target.isThumb() || Target.isAArch64())
    return Features.lookup("strict-align") ? Unaligned::InPieces
                                           : Unaligned::Perhaps;
  if (Target.isMIPS() || Target.isSPARC())
    return Unaligned::InPieces;
  return Unaligned::Perhaps;
}

CharUnits naturalAlignment(QualType T, const ASTContext &AST) {
  // Nothing is aligned on a bus of 8 bits; Clang's tables say otherwise.
  if (registerBits(AST) == 8)
    return CharUnits::One();
  return AST.getTypeAlignInChars(AST.getCanonicalType(T));
}

/// The alignment of the member that \p E names, from that of the whole.
static CharUnits memberAlignment(const MemberExpr &E, const FieldDecl &Field,
                                 const ASTContext &AST) {
  const Expr *Base = E.getBase();
  const RecordDecl *Record = Field.getParent();
  if (Record->isInvalidDecl() || !Record->isCompleteDefinition())
    return naturalAlignment(E.getType(), AST);
  CharUnits Whole =
      E.isArrow() ? AST.getTypeAlignInChars(Base->getType()->getPointeeType())
                  : declaredAlignment(Base, AST);
  uint64_t Offset =
      AST.getASTRecordLayout(Record).getFieldOffset(Field.getFieldIndex());
  return Whole.alignmentAtOffset(AST.toCharUnitsFromBits(Offset));
}

/// The alignment of the element that \p E names.
static CharUnits elementAlignment(const ArraySubscriptExpr &E,
                                  const ASTContext &AST) {
  const Expr *Base = E.getBase()->IgnoreParenImpCasts();
  if (!Base->getType()->isArrayType())
    return AST.getTypeAlignInChars(E.getType());
  CharUnits Step = AST.getTypeSizeInChars(E.getType());
  return declaredAlignment(Base, AST).alignmentAtOffset(Step);
}

CharUnits declaredAlignment(const Expr *E, const ASTContext &AST) {
  E = E->IgnoreParens();
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    if (const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl()))
      return memberAlignment(*Member, *Field, AST);
  if (const auto *Index = dyn_cast<ArraySubscriptExpr>(E))
    return elementAlignment(*Index, AST);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (!Ref->getType()->isReferenceType() && isa<VarDecl>(Ref->getDecl()))
      return AST.getDeclAlign(Ref->getDecl());
  return AST.getTypeAlignInChars(E->getType());
}

} // namespace warrant
