//===- BoundaryDocsTypes.cpp - What declarations say of pointers ----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Boundaries.h"
#include "BoundaryDocs.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace warrant {
namespace {

using Shape = DocSubject::Shape;

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

/// `FILE *` and the like: complete, and nobody's to look into.
bool isStream(QualType To) {
  const auto *Named = To->getAs<TypedefType>();
  StringRef Name = Named ? Named->getDecl()->getName() : StringRef();
  return Name == "FILE" || Name == "DIR";
}

/// What is handed on to a callback as it came.
bool isContextName(StringRef Name) {
  std::string Lower = Name.lower();
  return llvm::StringSwitch<bool>(Lower)
      .Cases("context", "ctx", "user_data", "userdata", "user", true)
      .Cases("opaque", "arg", "cookie", "closure", "priv", "baton", true)
      .Cases("payload", "state", "pargument", "parg", true)
      .Default(StringRef(Lower).ends_with("_ctx") ||
               StringRef(Lower).ends_with("_data"));
}

Shape shapeOf(QualType T, const FunctionDecl &F) {
  if (StringRef(T.getAsString()).contains("va_list"))
    return Shape::Value;
  if (T->isFunctionPointerType() || T->isFunctionReferenceType())
    return Shape::Callback;
  if (T->isAnyPointerType() || T->isReferenceType()) {
    QualType To = T->getPointeeType();
    if (To->isAnyCharacterType())
      return Shape::Text;
    const CXXRecordDecl *Class = To->getAsCXXRecordDecl();
    bool Opaque = To->isRecordType() &&
                  (!hasLayout(T, F) || (Class && !Class->isStandardLayout()));
    return Opaque || isStream(To) || T->isReferenceType() ? Shape::Handle
                                                          : Shape::Array;
  }
  bool Counts = T->isIntegralType(F.getASTContext()) && !T->isBooleanType() &&
                !T->isEnumeralType();
  return Counts ? Shape::Number : Shape::Value;
}

/// Whether \p P is the number of something, by its name or its type.
bool isCount(const ParmVarDecl &P, Shape What) {
  if (What != Shape::Number)
    return false;
  const auto *Named = P.getType()->getAs<TypedefType>();
  if (Named && Named->getDecl()->getName().contains("size_t"))
    return true;
  std::string Name = P.getName().lower();
  StringRef Lower = Name;
  static constexpr StringRef Parts[] = {"len",   "size",     "count",
                                        "num",   "capacity", "bytes",
                                        "nmemb", "elem",     "dim"};
  return Lower.empty() || Lower == "n" || Lower == "sz" ||
         Lower.starts_with("n_") || Lower.ends_with("_n") ||
         llvm::any_of(Parts,
                      [&](StringRef Part) { return Lower.contains(Part); });
}

/// Whether a count stands beside the parameter \p Index of \p F, or behind
/// arrays of its kind.
bool hasCount(const FunctionDecl &F, unsigned Index, const DocFunction &Doc) {
  auto CountAt = [&](unsigned I) {
    return isCount(*F.getParamDecl(I), Doc.Parameters[I].What);
  };
  auto IsSame = [&](unsigned I) {
    return F.getASTContext().hasSameUnqualifiedType(
        F.getParamDecl(I)->getType()->getPointeeType(),
        F.getParamDecl(Index)->getType()->getPointeeType());
  };
  auto IsArray = [&](unsigned I) {
    return Doc.Parameters[I].What == Shape::Array ||
           Doc.Parameters[I].What == Shape::Text;
  };
  unsigned Behind = Index + 1;
  while (Behind < F.getNumParams() && IsArray(Behind) && IsSame(Behind))
    ++Behind;
  if (Behind < F.getNumParams() && CountAt(Behind))
    return true;
  // A count in front of it may be that of an array in front of the count.
  return Index > 0 && CountAt(Index - 1) && (Index == 1 || !IsArray(Index - 2));
}

/// Whether the function gives a pointer back through a parameter of type \p T.
bool isOut(QualType T) {
  if (!T->isAnyPointerType() || !T->getPointeeType()->isAnyPointerType())
    return false;
  return !T->getPointeeType().isConstQualified() &&
         !T->getPointeeType()->getPointeeType()->isFunctionType();
}

/// Whether \p T has a length only where a count comes with it.
bool needsCount(QualType T) {
  return T->isAnyPointerType() && !T->getPointeeType()->isAnyCharacterType();
}

//===----------------------------------------------------------------------===//
// Facts
//===----------------------------------------------------------------------===//

QualType typeOf(const FunctionDecl &F, unsigned Index) {
  return Index == ResultSubject ? F.getReturnType()
                                : F.getParamDecl(Index)->getType();
}

std::string nullFact(const FunctionDecl &F, unsigned Index) {
  QualType T = typeOf(F, Index);
  if (T->isReferenceType())
    return "a reference is never null";
  auto Kind = T->getNullability();
  if (Kind == NullabilityKind::NonNull)
    return "declared _Nonnull";
  if (Kind == NullabilityKind::Nullable ||
      Kind == NullabilityKind::NullableResult)
    return "declared _Nullable";
  if (Index == ResultSubject)
    return F.hasAttr<ReturnsNonNullAttr>() ? "declared returns_nonnull" : "";
  const ParmVarDecl *P = F.getParamDecl(Index);
  const auto *Array = dyn_cast<ArrayType>(P->getOriginalType().getTypePtr());
  if (Array && Array->getSizeModifier() == ArraySizeModifier::Static)
    return "declared as an array with 'static'";
  bool Listed =
      llvm::any_of(F.specific_attrs<NonNullAttr>(),
                   [&](const NonNullAttr *A) { return A->isNonNull(Index); });
  return Listed || P->hasAttr<NonNullAttr>() ? "declared nonnull" : "";
}

std::string boundsFact(const FunctionDecl &F, unsigned Index) {
  QualType T = typeOf(F, Index);
  if (T->getAs<CountAttributedType>())
    return "declared with its count";
  if (Index == ResultSubject)
    return F.hasAttr<AllocSizeAttr>() ? "declared alloc_size" : "";
  const ParmVarDecl *P = F.getParamDecl(Index);
  const auto *Array =
      dyn_cast<ConstantArrayType>(P->getOriginalType().getTypePtr());
  if (Array)
    return "declared as an array of " +
           std::to_string(Array->getSize().getZExtValue());
  if (P->hasAttr<PassObjectSizeAttr>())
    return "declared pass_object_size";
  for (const FormatAttr *A : F.specific_attrs<FormatAttr>())
    if (A->getFormatIdx() == static_cast<int>(Index) + 1)
      return "a format string";
  return {};
}

std::string lifetimeFact(const FunctionDecl &F, unsigned Index) {
  if (Index == ResultSubject)
    return llvm::any_of(F.parameters(),
                        [](const ParmVarDecl *P) {
                          return P->hasAttr<LifetimeBoundAttr>();
                        })
               ? "a parameter is declared lifetimebound"
               : "";
  const ParmVarDecl *P = F.getParamDecl(Index);
  if (P->hasAttr<NoEscapeAttr>())
    return "declared noescape";
  return P->hasAttr<LifetimeBoundAttr>() ? "declared lifetimebound" : "";
}

std::string ownershipFact(const FunctionDecl &F, unsigned Index) {
  if (Index == ResultSubject && F.hasAttr<RestrictAttr>())
    return "declared malloc";
  for (const OwnershipAttr *A : F.specific_attrs<OwnershipAttr>()) {
    bool Returns = A->isReturns();
    bool Listed = llvm::any_of(
        A->args(), [&](const ParamIdx &I) { return I.getASTIndex() == Index; });
    if (Returns ? Index == ResultSubject : Listed)
      return (Twine("declared ") + A->getSpelling()).str();
  }
  return {};
}

/// The words that stand for parameters in a text: `watch` for `watch_`, where
/// no other is called so.
void addPlainNames(DocFunction &Doc) {
  auto IsTaken = [&](const std::string &Name) {
    return llvm::any_of(Doc.Parameters, [&](const DocSubject &P) {
      return P.Names.count(Name) != 0;
    });
  };
  std::vector<std::pair<unsigned, std::string>> Plain;
  for (const auto &[I, P] : llvm::enumerate(Doc.Parameters))
    for (const std::string &Name : P.Names)
      if (std::string Word = StringRef(Name).trim('_').str();
          Word.size() > 1 && !IsTaken(Word))
        Plain.push_back({static_cast<unsigned>(I), Word});
  auto IsShared = [&](const std::pair<unsigned, std::string> &One) {
    return llvm::any_of(Plain, [&](const auto &Other) {
      return Other.first != One.first && Other.second == One.second;
    });
  };
  for (const auto &One : Plain)
    if (!IsShared(One))
      Doc.Parameters[One.first].Names.insert(One.second);
}

} // namespace

DocFunction describe(const FunctionDecl &F) {
  DocFunction Out;
  bool Callbacks = false;
  Out.Result.What = shapeOf(F.getReturnType(), F);
  for (const ParmVarDecl *P : F.parameters()) {
    DocSubject &S = Out.Parameters.emplace_back();
    S.What = shapeOf(P->getType(), F);
    S.IsOut = isOut(P->getType());
    Callbacks |= S.What == Shape::Callback;
  }
  for (const FunctionDecl *D : F.redecls())
    for (unsigned I = 0; I < D->getNumParams(); ++I)
      if (StringRef Name = D->getParamDecl(I)->getName(); !Name.empty())
        Out.Parameters[I].Names.insert(Name.str());
  addPlainNames(Out);
  std::vector<unsigned> Single;
  for (unsigned I = 0; I < F.getNumParams(); ++I) {
    DocSubject &S = Out.Parameters[I];
    bool Context = Callbacks && llvm::any_of(S.Names, isContextName);
    if (S.What == Shape::Array && needsCount(F.getParamDecl(I)->getType()) &&
        (Context || !hasCount(F, I, Out)))
      Single.push_back(I);
  }
  for (unsigned I : Single)
    Out.Parameters[I].What = Shape::Handle;
  QualType Result = F.getReturnType();
  bool Counted = llvm::any_of(llvm::enumerate(Out.Parameters), [&](auto P) {
    return isCount(*F.getParamDecl(P.index()), P.value().What);
  });
  if (needsCount(Result) && Result->getPointeeType()->isVoidType() && !Counted)
    Out.Result.What = Shape::Handle;
  return Out;
}

PropertySet voidOf(const DocSubject &Subject) {
  switch (Subject.What) {
  case Shape::Value:
  case Shape::Number:
    return PointerProperties;
  case Shape::Callback:
    return {Property::Bounds, Property::Ownership};
  case Shape::Handle:
    return {Property::Bounds};
  case Shape::Text:
  case Shape::Array:
    break;
  }
  return {};
}

std::string declaredFact(const FunctionDecl &F, unsigned Index, Property P) {
  for (const FunctionDecl *D : F.redecls()) {
    std::string Fact = P == Property::Null        ? nullFact(*D, Index)
                       : P == Property::Bounds    ? boundsFact(*D, Index)
                       : P == Property::Lifetime  ? lifetimeFact(*D, Index)
                       : P == Property::Ownership ? ownershipFact(*D, Index)
                                                  : std::string();
    if (!Fact.empty())
      return Fact;
  }
  return {};
}

} // namespace warrant
