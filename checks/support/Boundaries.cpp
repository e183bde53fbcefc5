//===- Boundaries.cpp - What two sides of a boundary agree on -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Boundaries.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"

using namespace clang;

namespace warrant {
namespace {

bool isPointerLike(QualType T) {
  return T->isAnyPointerType() || T->isReferenceType();
}

/// Whether who reads \p F's declaration sees the members of \p T. A type that
/// is completed behind it, beside the implementation say, is opaque.
bool hasLayout(QualType T, const FunctionDecl &F) {
  if (isPointerLike(T))
    T = T->getPointeeType();
  const RecordDecl *Record = T->getAsRecordDecl();
  const RecordDecl *Definition = Record ? Record->getDefinition() : nullptr;
  return Definition &&
         F.getASTContext().getSourceManager().isBeforeInTranslationUnit(
             Definition->getLocation(), F.getLocation());
}

/// Whether the pointers of \p F are handles, which have no length: to opaque
/// classes, to functions, and untyped ones that no number comes with.
bool hasOnlyHandles(const FunctionDecl &F) {
  bool Untyped = false, Numbers = false;
  auto IsHandle = [&](QualType T) {
    if (!isPointerLike(T))
      return true;
    QualType To = T->getPointeeType();
    Untyped |= To->isVoidType();
    return To->isVoidType() || To->isFunctionType() ||
           (To->isRecordType() && !hasLayout(T, F));
  };
  bool Handles = IsHandle(F.getReturnType());
  for (const ParmVarDecl *P : F.parameters()) {
    Handles &= IsHandle(P->getType());
    Numbers |= P->getType()->isIntegerType();
  }
  return Handles && !(Untyped && Numbers);
}

} // namespace

PropertySet voidProperties(const FunctionDecl &F) {
  bool Pointers = isPointerLike(F.getReturnType());
  bool Layouts = hasLayout(F.getReturnType(), F);
  for (const ParmVarDecl *P : F.parameters()) {
    Pointers |= isPointerLike(P->getType());
    Layouts |= hasLayout(P->getType(), F);
  }
  PropertySet Void;
  if (hasOnlyHandles(F))
    Void.insert(Property::Bounds);
  if (!Pointers)
    for (Property P : {Property::Null, Property::Bounds, Property::Lifetime,
                       Property::Ownership})
      Void.insert(P);
  if (!Layouts)
    Void.insert(Property::Layout);
  // Only 32-bit x86 has several conventions that C code mixes.
  if (F.getASTContext().getTargetInfo().getTriple().getArch() !=
      llvm::Triple::x86)
    Void.insert(Property::Convention);
  if (!F.getASTContext().getLangOpts().CXXExceptions &&
      F.getReturnType()->isVoidType())
    Void.insert(Property::Errors);
  return Void;
}

} // namespace warrant
