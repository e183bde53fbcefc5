//===- ExceptionTypes.cpp - What is thrown and what catches it ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ExceptionTypes.h"
#include "Owner.h"
#include "Types.h"
#include "clang/AST/Attr.h"
#include "clang/AST/CXXInheritance.h"

using namespace clang;

namespace warrant {
namespace {

bool isPublicBase(QualType Base, QualType Derived) {
  const CXXRecordDecl *To = Base->getAsCXXRecordDecl();
  const CXXRecordDecl *From = Derived->getAsCXXRecordDecl();
  if (!To || !From || !From->hasDefinition())
    return false;
  CXXBasePaths Paths(/*FindAmbiguities=*/true, /*RecordPaths=*/true,
                     /*DetectVirtual=*/false);
  if (!From->isDerivedFrom(To, Paths) ||
      Paths.isAmbiguous(Base->getCanonicalTypeUnqualified()))
    return false;
  return llvm::any_of(
      Paths, [](const CXXBasePath &P) { return P.Access == AS_public; });
}

/// Whether a handler of the pointer \p To takes the pointer \p From.
bool isPointerCaught(QualType From, QualType To) {
  if (From->isNullPtrType())
    return To->isAnyPointerType() || To->isMemberPointerType();
  if (!From->isPointerType() || !To->isPointerType())
    return false;
  QualType Source = From->getPointeeType(), Target = To->getPointeeType();
  if (!Target.isAtLeastAsQualifiedAs(Source))
    return false;
  if (Target->isVoidType())
    return !Source->isFunctionType();
  return exceptionType(Source) == exceptionType(Target) ||
         isPublicBase(exceptionType(Target), exceptionType(Source));
}

} // namespace

QualType exceptionType(QualType T) {
  return T.getCanonicalType().getUnqualifiedType();
}

QualType libraryException(StringRef Name, const ASTContext &AST) {
  for (const NamedDecl *Std :
       AST.getTranslationUnitDecl()->lookup(&AST.Idents.get("std"))) {
    const auto *Namespace = dyn_cast<NamespaceDecl>(Std);
    if (!Namespace)
      continue;
    for (const NamedDecl *Each : Namespace->lookup(&AST.Idents.get(Name)))
      if (const auto *Class = dyn_cast<CXXRecordDecl>(Each))
        return exceptionType(AST.getRecordType(Class));
  }
  return {};
}

bool isCaught(QualType Thrown, const CXXCatchStmt &Handler) {
  QualType Declared = Handler.getCaughtType();
  if (Declared.isNull())
    return true;
  if (Thrown.isNull())
    return false;
  QualType Caught = exceptionType(Declared.getNonReferenceType());
  if (Caught == Thrown || isPublicBase(Caught, Thrown))
    return true;
  // A reference binds to what a conversion makes only where it is to const.
  bool Converts = !Declared->isReferenceType() ||
                  Declared.getNonReferenceType().isConstQualified();
  return Converts && isPointerCaught(Thrown, Caught);
}

bool isNothrow(const FunctionDecl &F) {
  if (F.hasAttr<NoThrowAttr>())
    return true;
  const auto *Type = F.getType()->getAs<FunctionProtoType>();
  if (!Type)
    return false;
  // Nobody asked yet: so it is of members that nobody declares.
  if (isUnresolvedExceptionSpec(Type->getExceptionSpecType()))
    return F.isTrivial() || isa<CXXDestructorDecl>(F);
  return Type->isNothrow();
}

/// Whether \p T, or what it points to, has its name from a block of C linkage.
static bool isNamedInC(QualType T) {
  for (; !T.isNull(); T = T->getPointeeType())
    while (const auto *Named = T->getAs<TypedefType>()) {
      if (Named->getDecl()->getDeclContext()->isExternCContext())
        return true;
      T = Named->desugar();
    }
  return false;
}

bool pointsToC(const Expr *Callee) {
  Callee = strip(Callee);
  if (const auto *Star = dyn_cast<UnaryOperator>(Callee);
      Star && Star->getOpcode() == UO_Deref)
    Callee = strip(Star->getSubExpr());
  if (isNamedInC(Callee->getType()))
    return true;
  const ValueDecl *D = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Callee))
    D = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(Callee))
    D = Member->getMemberDecl();
  if (!D)
    return false;
  const auto *Function = dyn_cast<FunctionDecl>(D->getDeclContext());
  bool IsParameter = isa<ParmVarDecl>(D) && Function && Function->isExternC();
  const auto *Field = dyn_cast<FieldDecl>(D);
  return IsParameter || (Field && Field->getParent()->isExternCContext()) ||
         D->getLexicalDeclContext()->isExternCContext();
}

} // namespace warrant
