//===- BoundaryTypes.cpp - What types say at a boundary to C --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BoundaryTypes.h"
#include "BoundaryLayout.h"
#include "SeenByC.h"
#include "Types.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace warrant {
namespace {

/// What has a type at the boundary, in words.
struct Subject {
  std::string Name;
  QualType Type;
};

std::vector<Subject> subjectsOf(const FunctionDecl &F) {
  std::vector<Subject> Subjects = {{"the result", F.getReturnType()}};
  for (unsigned I = 0; I != F.getNumParams(); ++I) {
    const ParmVarDecl &P = *F.getParamDecl(I);
    const std::string Name = P.getIdentifier() ? "'" + P.getName().str() + "'"
                                               : std::to_string(I + 1);
    Subjects.push_back({"parameter " + Name, P.getType()});
  }
  return Subjects;
}

bool isVaList(QualType T, const ASTContext &AST) {
  return T.getCanonicalType().getUnqualifiedType() ==
         AST.getBuiltinVaListType().getCanonicalType();
}

/// What is wrong with a copy of the class \p T.
std::optional<Defect> faultOfCopy(QualType T, const std::string &Subject,
                                  const ASTContext &AST) {
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class || isVaList(T, AST))
    return std::nullopt;
  const std::string Is = Subject + " is a " + quoteType(T, AST) + " by value, ";
  if (isInStd(Class))
    return Defect{"not-a-c-type", Precision::Likely,
                  Is + "a class of the C++ standard library"};
  if (!Class->hasDefinition() || T.isTriviallyCopyableType(AST))
    return std::nullopt;
  if (isSeenByC(*Class) && !Class->canPassInRegisters())
    return Defect{"not-a-c-type", Precision::Certain,
                  Is + "which C++ passes by address and C does not"};
  return Defect{"not-a-c-type", Precision::Likely,
                Is + "whose copies run code that C does not run"};
}

std::optional<Defect> faultOf(QualType T, const std::string &Subject,
                              const ASTContext &AST);

/// What is wrong with a function that is passed, by its own types.
std::optional<Defect> faultOfFunction(const FunctionProtoType &F,
                                      const std::string &Subject,
                                      const ASTContext &AST) {
  if (auto Fault = faultOf(F.getReturnType(), "the result of " + Subject, AST))
    return Fault;
  for (unsigned I = 0; I != F.getNumParams(); ++I)
    if (auto Fault = faultOf(
            F.getParamType(I),
            "parameter " + std::to_string(I + 1) + " of " + Subject, AST))
      return Fault;
  return std::nullopt;
}

/// Why C can't hold a value of \p T.
std::optional<Defect> faultOf(QualType T, const std::string &Subject,
                              const ASTContext &AST) {
  if (T->isDependentType())
    return std::nullopt;
  if (T->isReferenceType())
    return Defect{"not-a-c-type", Precision::Likely,
                  Subject + " is a " + quoteType(T, AST) +
                      ", and C has no references"};
  if (T->isMemberPointerType())
    return Defect{"not-a-c-type", Precision::Likely,
                  Subject + " is a " + quoteType(T, AST) +
                      ", and C has no pointers to members"};
  if (const auto *P = T->getAs<clang::PointerType>())
    if (const auto *F = P->getPointeeType()->getAs<FunctionProtoType>())
      return faultOfFunction(*F, Subject, AST);
  return faultOfCopy(T, Subject, AST);
}

void addFaults(const Subject &S, const ASTContext &AST, Operation &Op) {
  if (std::optional<Defect> Fault = faultOf(S.Type, S.Name, AST)) {
    Op.Defects.push_back(std::move(*Fault));
    return;
  }
  const std::string Layout = layoutFault(S.Type, AST);
  if (!Layout.empty())
    Op.Defects.push_back(
        {"non-standard-layout", Precision::Likely, S.Name + " " + Layout});
}

void addNotes(const Subject &S, bool IsSeenByC, const ASTContext &AST,
              Operation &Op) {
  const CXXRecordDecl *Class = S.Type->getAsCXXRecordDecl();
  if (isa_and_nonnull<ClassTemplateSpecializationDecl>(Class))
    Op.Notes.push_back(S.Name + " is a " + quoteType(S.Type, AST) +
                       ", a specialization that C can't name");
  if (!IsSeenByC)
    return;
  if (const std::string Note = noteOf(S.Type, AST); !Note.empty())
    Op.Notes.push_back(S.Name + " " + Note);
  addMemberNotes(S.Type, AST, Op.Notes);
}

} // namespace

void addTypeFacts(const FunctionDecl &F, Operation &Op) {
  const ASTContext &AST = F.getASTContext();
  const bool Seen = isSeenByC(F);
  for (const Subject &S : subjectsOf(F)) {
    addFaults(S, AST, Op);
    addNotes(S, Seen, AST, Op);
  }
  if (F.isVariadic())
    Op.Notes.push_back("nothing checks the types of its variable arguments");
}

void addTypeFacts(const VarDecl &V, Operation &Op) {
  const ASTContext &AST = V.getASTContext();
  const Subject Object = {"the object", V.getType()};
  addFaults(Object, AST, Op);
  addNotes(Object, isSeenByC(V), AST, Op);
}

} // namespace warrant
