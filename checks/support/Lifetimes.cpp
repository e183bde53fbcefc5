//===- Lifetimes.cpp - Objects that begin and end by hand -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lifetimes.h"
#include "MemorySource.h"
#include "Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecordLayout.h"

using namespace clang;

namespace warrant {
namespace {

/// The smart pointer that takes what the node makes, and as what.
struct Taker {
  const ClassTemplateSpecializationDecl *Class = nullptr;
  bool HasDeleter = false;
};

Taker takerIn(const Stmt &Around, const Stmt &Value) {
  if (const auto *Made = dyn_cast<CXXConstructExpr>(&Around))
    if (Made->getNumArgs() > 0 && Made->getArg(0) == &Value)
      return {dyn_cast<ClassTemplateSpecializationDecl>(
                  Made->getConstructor()->getParent()),
              Made->getNumArgs() > 1 &&
                  !isa<CXXDefaultArgExpr>(Made->getArg(1))};
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&Around);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  if (Method && Method->getIdentifier() && Method->getName() == "reset" &&
      Call->getNumArgs() > 0 && Call->getArg(0) == &Value)
    return {dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent()),
            Call->getNumArgs() > 1};
  return {};
}

/// The smart pointer that takes the node at once.
Taker takerOf(const Stmt &Node, const Context &C) {
  const Stmt *Value = &Node;
  unsigned N = 0;
  for (; isa_and_nonnull<ImplicitCastExpr, ParenExpr>(C.parent(N)); ++N)
    Value = C.parent(N);
  Taker T = C.parent(N) ? takerIn(*C.parent(N), *Value) : Taker();
  return isStdSmartPointer(T.Class) ? T : Taker();
}

/// Whether \p Class, a smart pointer, calls `delete` itself.
bool deletes(const ClassTemplateSpecializationDecl &Class) {
  const TemplateArgumentList &Arguments = Class.getTemplateArgs();
  if (Class.getName() == "shared_ptr" || Arguments.size() < 2 ||
      Arguments[1].getKind() != TemplateArgument::Type)
    return true;
  const CXXRecordDecl *Deleter = Arguments[1].getAsType()->getAsCXXRecordDecl();
  return Deleter && isInStd(Deleter) && Deleter->getName() == "default_delete";
}

/// Whether a \p To that is deleted may be the \p Made that was made.
bool mayDeleteAs(QualType Made, QualType To, const ASTContext &AST) {
  if (AST.hasSameUnqualifiedType(Made, To))
    return true;
  const CXXRecordDecl *Base = To->getAsCXXRecordDecl();
  const CXXDestructorDecl *D =
      Base && Base->hasDefinition() ? Base->getDestructor() : nullptr;
  return D && D->isVirtual();
}

/// What \p D is aligned to, wherever the object is that a field belongs to.
int64_t alignmentOf(const ValueDecl &D, const ASTContext &AST) {
  const auto *Field = dyn_cast<FieldDecl>(&D);
  if (!Field || Field->getParent()->isDependentContext())
    return AST.getDeclAlign(&D).getQuantity();
  const ASTRecordLayout &Layout = AST.getASTRecordLayout(Field->getParent());
  CharUnits Offset = AST.toCharUnitsFromBits(
      static_cast<int64_t>(Layout.getFieldOffset(Field->getFieldIndex())));
  return Layout.getAlignment().alignmentAtOffset(Offset).getQuantity();
}

/// The variable or member whose address \p Where is, or null.
const ValueDecl *storageNamed(const Expr *Where) {
  const Expr *Object = Where->IgnoreParenCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(Object)) {
    if (U->getOpcode() != UO_AddrOf)
      return nullptr;
    Object = strip(U->getSubExpr());
  } else if (!Object->getType()->isArrayType()) {
    return nullptr;
  }
  const ValueDecl *D = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Object))
    D = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(Object))
    D = Member->getMemberDecl();
  return isa_and_nonnull<VarDecl, FieldDecl>(D) ? D : nullptr;
}

bool hasKnownLayout(QualType T) {
  return !T->isDependentType() && !T->isIncompleteType() &&
         !T->isReferenceType() && T->isConstantSizeType();
}

} // namespace

void addOwner(Operation &Op, const CXXNewExpr &New, const Context &C) {
  Taker T = takerOf(New, C);
  if (!T.Class || T.HasDeleter || !deletes(*T.Class) ||
      New.getNumPlacementArgs() || New.isTypeDependent())
    return;
  QualType Owned = T.Class->getTemplateArgs()[0].getAsType();
  std::string Name = "'" + T.Class->getNameAsString() + "'";
  if (New.isArray() != Owned->isArrayType()) {
    Op.Defects.push_back({"mismatched-free", Precision::Certain,
                          "memory from '" +
                              std::string(New.isArray() ? "new[]" : "new") +
                              "' is given back as if from '" +
                              (New.isArray() ? "new" : "new[]") + "'"});
    return;
  }
  bool Remembers = T.Class->getName() == "shared_ptr";
  if (Remembers || New.isArray() ||
      mayDeleteAs(New.getAllocatedType(), Owned, C.AST))
    Op.Proof = "a " + Name + " owns it at once";
}

void addStorageFacts(Operation &Op, const Expr *Where, QualType T,
                     const Context &C) {
  const ValueDecl *D = storageNamed(Where);
  if (!D || !hasKnownLayout(T) || !hasKnownLayout(D->getType()))
    return;
  int64_t Has = C.AST.getTypeSizeInChars(D->getType()).getQuantity();
  int64_t Wants = C.AST.getTypeSizeInChars(T).getQuantity();
  int64_t Aligned = alignmentOf(*D, C.AST);
  int64_t Align = C.AST.getTypeAlignInChars(T).getQuantity();
  std::string Name = "'" + D->getNameAsString() + "'";
  if (Has >= Wants)
    Op.Evidence.push_back({Property::Bounds, PropertyOrigin::Evidence,
                           Name + " has " + std::to_string(Has) + " bytes"});
  else
    Op.Defects.push_back({"placement-too-small", Precision::Certain,
                          std::to_string(Wants) + " bytes are made, and " +
                              Name + " has " + std::to_string(Has)});
  if (Aligned >= Align)
    Op.Evidence.push_back({Property::Alignment, PropertyOrigin::Evidence,
                           Name + " is aligned to " + std::to_string(Aligned)});
  else
    Op.Defects.push_back({"placement-misaligned", Precision::Likely,
                          "an alignment of " + std::to_string(Align) +
                              " is needed, and " + Name + " has " +
                              std::to_string(Aligned)});
}

std::optional<Defect> deleteDefect(QualType T) {
  if (T.isNull() || T->isDependentType())
    return std::nullopt;
  std::string Name = "'" + T.getAsString() + "'";
  if (T->isVoidType())
    return Defect{"delete-void", Precision::Certain,
                  "a pointer to void is deleted"};
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R)
    return std::nullopt;
  if (!R->hasDefinition())
    return Defect{"delete-incomplete", Precision::Likely,
                  Name + " is incomplete, so its destructor is not called"};
  const CXXDestructorDecl *D = R->getDestructor();
  if (!R->isPolymorphic() || R->isEffectivelyFinal() || !D || D->isVirtual())
    return std::nullopt;
  return Defect{"delete-non-virtual",
                R->isAbstract() ? Precision::Certain : Precision::Possible,
                "the destructor of " + Name + " is not virtual"};
}

const Expr *calledDestructor(const CallExpr &E) {
  const Expr *Callee = E.getCallee()->IgnoreParens();
  if (const auto *Member = dyn_cast<MemberExpr>(Callee))
    return isa<CXXDestructorDecl>(Member->getMemberDecl()) ? Member->getBase()
                                                           : nullptr;
  if (const auto *Pseudo = dyn_cast<CXXPseudoDestructorExpr>(Callee))
    return Pseudo->getDestroyedType().isNull() ||
                   Pseudo->getDestroyedType()->isDependentType()
               ? Pseudo->getBase()
               : nullptr;
  const auto *Open = dyn_cast<CXXDependentScopeMemberExpr>(Callee);
  return Open && !Open->isImplicitAccess() &&
                 Open->getMember().getNameKind() ==
                     DeclarationName::CXXDestructorName
             ? Open->getBase()
             : nullptr;
}

SourceLocation destructorToken(const CallExpr &E) {
  // The name's place differs between a pattern and what is made of it.
  const Expr *Callee = E.getCallee()->IgnoreParens();
  if (const auto *Member = dyn_cast<MemberExpr>(Callee))
    return Member->getOperatorLoc();
  if (const auto *Open = dyn_cast<CXXDependentScopeMemberExpr>(Callee))
    return Open->getOperatorLoc();
  return cast<CXXPseudoDestructorExpr>(Callee)->getOperatorLoc();
}

const Expr *adoptedPointer(const Expr &E) {
  const CXXRecordDecl *By = nullptr;
  const Expr *Pointer = nullptr;
  if (const auto *Made = dyn_cast<CXXConstructExpr>(&E)) {
    By = Made->getConstructor()->getParent();
    Pointer = Made->getNumArgs() > 0 ? Made->getArg(0) : nullptr;
  } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&E)) {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (!Method || !Method->getIdentifier() || Method->getName() != "reset")
      return nullptr;
    By = Method->getParent();
    Pointer = Call->getNumArgs() > 0 ? Call->getArg(0) : nullptr;
  }
  bool Raw = Pointer && isRawPointer(Pointer->getType()) &&
             !isa<CXXDefaultArgExpr>(Pointer);
  return Raw && isStdSmartPointer(By) ? Pointer : nullptr;
}

} // namespace warrant
