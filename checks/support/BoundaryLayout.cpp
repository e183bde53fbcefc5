//===- BoundaryLayout.cpp - Layouts that C code relies on -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BoundaryLayout.h"
#include "SeenByC.h"
#include "Types.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace warrant {
namespace {

/// What \p T is made of or leads to, behind any pointers and arrays.
QualType baseOf(QualType T, const ASTContext &AST) {
  for (;;) {
    if (const ArrayType *A = AST.getAsArrayType(T))
      T = A->getElementType();
    else if (T->isPointerType() || T->isReferenceType())
      T = T->getPointeeType();
    else
      return T;
  }
}

const CXXRecordDecl *classBehind(QualType T, const ASTContext &AST) {
  const CXXRecordDecl *Class = baseOf(T, AST)->getAsCXXRecordDecl();
  return Class ? Class->getDefinition() : nullptr;
}

bool differsInAccess(const CXXRecordDecl &Class) {
  AccessSpecifier First = AS_none;
  for (const FieldDecl *Field : Class.fields()) {
    if (First != AS_none && Field->getAccess() != First)
      return true;
    First = Field->getAccess();
  }
  return false;
}

/// Why a member of \p Class keeps C from sharing its layout.
std::string memberFault(const CXXRecordDecl &Class, const ASTContext &AST) {
  for (const FieldDecl *Field : Class.fields()) {
    const QualType T = Field->getType();
    const CXXRecordDecl *Member =
        AST.getBaseElementType(T)->getAsCXXRecordDecl();
    const bool IsForeign = T->isReferenceType() || T->isMemberPointerType() ||
                           (Member && Member->hasDefinition() &&
                            (isInStd(Member) || !Member->isStandardLayout()));
    if (IsForeign)
      return "whose member '" + Field->getName().str() + "' is a " +
             quoteType(T, AST);
  }
  return {};
}

/// Why C can't share the layout of \p Class, or nothing.
std::string faultOfLayout(const CXXRecordDecl &Class, const ASTContext &AST) {
  if (Class.isPolymorphic())
    return "which has virtual functions";
  if (Class.getNumVBases() != 0)
    return "which has virtual bases";
  if (std::string Member = memberFault(Class, AST); !Member.empty())
    return Member;
  if (Class.isStandardLayout())
    return {};
  return differsInAccess(Class) ? "whose members differ in access"
                                : "whose bases have members too";
}

/// Asks \p Of about each class that C sees behind \p T, until it answers.
std::string
findBehind(QualType T, const ASTContext &AST,
           llvm::function_ref<std::string(const CXXRecordDecl &)> Of) {
  llvm::SmallVector<const CXXRecordDecl *, 8> Open = {classBehind(T, AST)};
  llvm::SmallPtrSet<const CXXRecordDecl *, 8> Known;
  while (!Open.empty()) {
    const CXXRecordDecl *Class = Open.pop_back_val();
    if (!Class || Class->isDependentContext() || !Known.insert(Class).second ||
        !isSeenByC(*Class))
      continue;
    if (std::string Answer = Of(*Class); !Answer.empty())
      return Answer;
    for (const FieldDecl *Field : Class->fields())
      Open.push_back(classBehind(Field->getType(), AST));
  }
  return {};
}

/// The type that \p T is by the project's own names: who writes `int64_t` or
/// `size_t` has decided, who writes `long` has not.
QualType behindOwnNames(QualType T, const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  while (const auto *Alias = T->getAs<TypedefType>()) {
    const SourceLocation Loc = Alias->getDecl()->getLocation();
    if (Loc.isInvalid() || SM.isInSystemHeader(SM.getFileLoc(Loc)))
      return {};
    T = Alias->desugar();
  }
  return T;
}

std::string whatOfScalar(QualType T) {
  if (T->isBooleanType())
    return "which C code may take for an int";
  if (T->isWideCharType())
    return "of 2 bytes on some targets and of 4 on others";
  if (T->isSpecificBuiltinType(BuiltinType::Long) ||
      T->isSpecificBuiltinType(BuiltinType::ULong))
    return "of 4 bytes on some targets and of 8 on others";
  const auto *Enum = T->getAs<EnumType>();
  return Enum && !Enum->getDecl()->isFixed()
             ? "an enumeration whose size is the compiler's choice"
             : "";
}

} // namespace

std::string quoteType(QualType T, const ASTContext &AST) {
  PrintingPolicy Policy = AST.getPrintingPolicy();
  Policy.AnonymousTagLocations = false;
  return "'" + T.getAsString(Policy) + "'";
}

std::string layoutFault(QualType T, const ASTContext &AST) {
  return findBehind(T, AST, [&](const CXXRecordDecl &Class) {
    const std::string Fault = faultOfLayout(Class, AST);
    if (Fault.empty())
      return Fault;
    const QualType Of = AST.getRecordType(&Class);
    return (AST.hasSameUnqualifiedType(Of, T) ? "is a " : "leads to a ") +
           quoteType(Of, AST) + ", " + Fault;
  });
}

std::string noteOf(QualType T, const ASTContext &AST) {
  const QualType Base = baseOf(T, AST);
  const QualType Own = behindOwnNames(Base, AST);
  const std::string What = Own.isNull() ? "" : whatOfScalar(Own);
  if (What.empty())
    return {};
  return (Base == T ? "is a " : "leads to a ") +
         quoteType(Base.getUnqualifiedType(), AST) + ", " + What;
}

void addMemberNotes(QualType T, const ASTContext &AST,
                    std::vector<std::string> &Notes) {
  findBehind(T, AST, [&](const CXXRecordDecl &Class) {
    for (const FieldDecl *Field : Class.fields())
      if (const std::string Note = noteOf(Field->getType(), AST); !Note.empty())
        Notes.push_back("member '" + Field->getName().str() + "' of " +
                        quoteType(AST.getRecordType(&Class), AST) + " " + Note);
    return std::string();
  });
}

} // namespace warrant
