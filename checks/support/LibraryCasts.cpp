//===- LibraryCasts.cpp - Casts that the standard library spells
//-------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LibraryCasts.h"
#include "Types.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace warrant {
namespace {

/// What the smart pointer of type \p T leads to, or null.
QualType managed(QualType T) {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Class || Class->getTemplateArgs().size() == 0 ||
      Class->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return {};
  QualType To = Class->getTemplateArgs()[0].getAsType();
  return To->isArrayType() ? QualType(To->getArrayElementTypeNoTypeQual(), 0)
                           : To;
}

CastKind classifySmart(StringRef Name, QualType From, QualType To,
                       const ASTContext &AST) {
  bool Static = Name == "static_pointer_cast";
  if (Name == "const_pointer_cast")
    return {dropsQualifier(From, To, AST) ? "cast-away" : "", ""};
  if (!Static && Name != "reinterpret_pointer_cast")
    return {};
  if (!Static || From->isVoidType())
    return classifyObjects(From, To, AST);
  const CXXRecordDecl *Base = From->getAsCXXRecordDecl();
  const CXXRecordDecl *Derived = To->getAsCXXRecordDecl();
  bool Down = Base && Derived && Derived->hasDefinition() &&
              Derived->isDerivedFrom(Base);
  return {Down ? "downcast" : "", ""};
}

} // namespace

CastKind classifyLibraryCast(const CallExpr &E, const ASTContext &AST) {
  const FunctionDecl *Callee = E.getDirectCallee();
  if (!Callee || !Callee->getIdentifier() || !isInStd(Callee) ||
      E.getNumArgs() != 1 || E.isTypeDependent())
    return {};
  if (Callee->getName() == "bit_cast")
    return classifyBits(E.getArg(0)->getType(), E.getType(), AST);
  QualType From = managed(E.getArg(0)->getType()), To = managed(E.getType());
  if (From.isNull() || To.isNull())
    return {};
  return classifySmart(Callee->getName(), From, To, AST);
}

} // namespace warrant
