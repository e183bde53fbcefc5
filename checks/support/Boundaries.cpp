//===- Boundaries.cpp - What two sides of a boundary agree on -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Boundaries.h"
#include "SeenByC.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"

using namespace clang;

namespace warrant {
namespace {

bool isPointerLike(QualType T) {
  return T->isAnyPointerType() || T->isReferenceType();
}

/// Whether C can know the members of the class \p D: not in a namespace, nor
/// of a layout that is C++'s alone.
bool isKnownToC(const RecordDecl &D) {
  const auto *Class = dyn_cast<CXXRecordDecl>(&D);
  if (!Class || isSeenByC(D))
    return true;
  return Class->isStandardLayout() &&
         !isa<NamespaceDecl>(
             Class->getDeclContext()->getEnclosingNamespaceContext());
}

} // namespace

bool hasLayout(QualType T, const FunctionDecl &F) {
  const bool IsCopied = !isPointerLike(T);
  if (!IsCopied)
    T = T->getPointeeType();
  const RecordDecl *Record = T->getAsRecordDecl();
  const RecordDecl *Definition = Record ? Record->getDefinition() : nullptr;
  return Definition && (IsCopied || isKnownToC(*Definition)) &&
         F.getASTContext().getSourceManager().isBeforeInTranslationUnit(
             Definition->getLocation(), F.getFirstDecl()->getLocation());
}

namespace {

/// Whether the parameter \p I, an untyped pointer, has a number beside it, that
/// may be its length.
bool hasNumberBeside(const FunctionDecl &F, unsigned I) {
  auto IsNumber = [&](unsigned N) {
    return N < F.getNumParams() &&
           F.getParamDecl(N)->getType()->isIntegerType();
  };
  return IsNumber(I + 1) || (I != 0 && IsNumber(I - 1));
}

/// Whether \p T is no pointer that has a length: a handle to an opaque class, a
/// function, or untyped.
bool hasNoLength(QualType T, const FunctionDecl &F) {
  if (!isPointerLike(T))
    return true;
  QualType To = T->getPointeeType();
  return To->isVoidType() || To->isFunctionType() ||
         (To->isRecordType() && !hasLayout(T, F));
}

/// Whether no pointer of \p F has a length: an untyped one has where a number
/// may be it.
bool hasOnlyHandles(const FunctionDecl &F) {
  bool Handles = hasNoLength(F.getReturnType(), F), Numbers = false;
  for (unsigned I = 0; I != F.getNumParams(); ++I) {
    const QualType T = F.getParamDecl(I)->getType();
    Handles &=
        hasNoLength(T, F) && !(T->isVoidPointerType() && hasNumberBeside(F, I));
    Numbers |= T->isIntegerType();
  }
  return Handles && !(F.getReturnType()->isVoidPointerType() && Numbers);
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
