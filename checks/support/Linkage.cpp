//===- Linkage.cpp - What a linker and another compiler see ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Linkage.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace warrant {
namespace {

bool isCharacterBuiltin(QualType T) {
  return T->isWideCharType() || T->isChar8Type() || T->isChar16Type() ||
         T->isChar32Type();
}

/// \p T without what only one of the two languages spells: typedefs, exception
/// specifications, characters that are types of their own in C++. An array's
/// extent may be left out, and so it is.
class InC {
public:
  /// \p NamesClasses: with the names of classes that pointers lead to.
  InC(const ASTContext &AST, bool NamesClasses)
      : AST(AST), NamesClasses(NamesClasses) {}

  QualType type(QualType T) const {
    T = T.getCanonicalType();
    return AST.getQualifiedType(unqualified(T), T.getQualifiers());
  }

private:
  QualType unqualified(QualType T) const {
    if (const auto *P = T->getAs<clang::PointerType>())
      return AST.getPointerType(pointee(P->getPointeeType()));
    if (const auto *R = T->getAs<clang::ReferenceType>())
      return AST.getLValueReferenceType(type(R->getPointeeType()));
    if (const auto *F = T->getAs<FunctionProtoType>())
      return function(*F);
    if (const ArrayType *A = AST.getAsArrayType(T))
      return AST.getIncompleteArrayType(type(A->getElementType()),
                                        ArraySizeModifier::Normal, 0);
    return isCharacterBuiltin(T)
               ? AST.getIntTypeForBitwidth(AST.getTypeSize(T),
                                           T->isSignedIntegerType())
               : T.getUnqualifiedType();
  }

  QualType pointee(QualType T) const {
    return !NamesClasses && T->isRecordType()
               ? AST.getQualifiedType(AST.VoidTy, T.getQualifiers())
               : type(T);
  }

  QualType function(const FunctionProtoType &F) const {
    FunctionProtoType::ExtProtoInfo Info;
    Info.ExtInfo = FunctionType::ExtInfo(F.getCallConv());
    Info.Variadic = F.isVariadic();
    llvm::SmallVector<QualType, 8> Parameters;
    for (QualType P : F.param_types())
      Parameters.push_back(type(P));
    return AST.getFunctionType(type(F.getReturnType()), Parameters, Info);
  }

  const ASTContext &AST;
  bool NamesClasses;
};

std::string spelling(QualType T, bool NamesClasses, const ASTContext &AST) {
  PrintingPolicy Policy(AST.getLangOpts());
  Policy.SuppressTagKeyword = true;
  Policy.AnonymousTagLocations = false;
  Policy.Bool = true;
  Policy.UseVoidForZeroParams = false;
  return InC(AST, NamesClasses).type(T).getAsString(Policy);
}

bool passesInRegisters(QualType T) {
  const RecordDecl *Record = T->getAsRecordDecl();
  return !Record || Record->canPassInRegisters();
}

/// How a value of \p T passes, or nothing where that is unknown.
std::optional<std::string> passing(QualType T, const ASTContext &AST) {
  T = T.getCanonicalType();
  if (T->isVoidType())
    return "v";
  if (T->isReferenceType() || T->isAnyPointerType() || T->isNullPtrType())
    return "p";
  if (T->isIncompleteType() || T->isDependentType())
    return std::nullopt;
  const std::string Size = std::to_string(AST.getTypeSize(T));
  if (T->isIntegralOrEnumerationType())
    return "i" + Size;
  if (T->isRealFloatingType())
    return "f" + Size;
  if (T->isRecordType())
    return (passesInRegisters(T) ? "s" : "r") + Size + "." +
           std::to_string(AST.getTypeAlign(T));
  return std::string(T->getTypeClassName()) + Size;
}

std::optional<std::string> passing(const FunctionProtoType &F,
                                   const ASTContext &AST) {
  std::optional<std::string> Returned = passing(F.getReturnType(), AST);
  if (!Returned)
    return std::nullopt;
  std::string Result = *Returned + "(";
  for (QualType P : F.param_types()) {
    std::optional<std::string> Passed = passing(P, AST);
    if (!Passed)
      return std::nullopt;
    Result += *Passed + ",";
  }
  return Result + (F.isVariadic() ? "...)" : ")") +
         std::to_string(F.getCallConv());
}

bool isDefinition(const ValueDecl &D) {
  if (const auto *F = dyn_cast<FunctionDecl>(&D))
    return F->isThisDeclarationADefinition() || F->hasDefiningAttr();
  const auto *V = dyn_cast<VarDecl>(&D);
  return V && V->hasGlobalStorage() &&
         V->isThisDeclarationADefinition() != VarDecl::DeclarationOnly;
}

/// Of an object, what reads and writes of it agree on.
std::optional<std::string> passingOf(const ValueDecl &D,
                                     const ASTContext &AST) {
  const QualType T = D.getType();
  if (const auto *F = T->getAs<FunctionProtoType>())
    return passing(*F, AST);
  if (T->isFunctionType())
    return std::nullopt; // without a prototype
  if (const ArrayType *A = AST.getAsArrayType(T))
    if (std::optional<std::string> Element = passing(A->getElementType(), AST))
      return "a" + *Element;
  return passing(T, AST);
}

} // namespace

std::string linkageName(const NamedDecl &D) {
  const auto *Label = D.getAttr<AsmLabelAttr>();
  return (Label ? Label->getLabel() : D.getName()).str();
}

bool isDefinitionInC(const Decl &D) {
  const auto *Value = dyn_cast<ValueDecl>(&D);
  return Value && !D.getASTContext().getLangOpts().CPlusPlus &&
         isDefinition(*Value) && Value->isExternallyVisible();
}

void addLinkage(ArrayRef<const ValueDecl *> Declarations, UnitFiles &Files,
                StringRef Configuration, std::set<LinkageDeclaration> &To) {
  for (const ValueDecl *D : Declarations) {
    const ASTContext &AST = D->getASTContext();
    const SourceManager &SM = AST.getSourceManager();
    const SourceLocation Loc = SM.getFileLoc(D->getLocation());
    if (!Files.isAudited(SM.getFileID(Loc)))
      continue;
    LinkageDeclaration Linkage;
    Linkage.Where = Files.location(Loc);
    Linkage.Configuration = Configuration;
    Linkage.IsDefinition = isDefinition(*D);
    if (std::optional<std::string> Passing = passingOf(*D, AST)) {
      Linkage.Passing = std::move(*Passing);
      Linkage.Type = spelling(D->getType(), /*NamesClasses=*/true, AST);
      Linkage.Compared = spelling(D->getType(), /*NamesClasses=*/false, AST);
    }
    To.insert(std::move(Linkage));
  }
}

} // namespace warrant
