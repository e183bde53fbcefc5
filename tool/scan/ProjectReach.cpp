//===- ProjectReach.cpp - Whose templates arguments lead to ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ProjectReach.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace warrant {
namespace {

/// Whether an instantiation can show more than the text does: whatever depends
/// on a type may turn out to be an operation on a raw pointer, or a call of
/// what has a contract.
class DependentCode : public RecursiveASTVisitor<DependentCode> {
public:
  static bool isIn(Stmt *Body) {
    DependentCode Search;
    Search.TraverseStmt(Body);
    return Search.Found;
  }
  bool VisitExpr(Expr *E) {
    Found = E->isInstantiationDependent();
    return !Found;
  }

private:
  bool Found = false;
};

} // namespace

bool ProjectReach::waits(const FunctionDecl *Pattern) {
  const FunctionDecl *Definition = nullptr;
  if (!Pattern || !Pattern->isDependentContext() ||
      !Pattern->hasBody(Definition) || !IsAudited(Definition->getLocation()))
    return false;
  auto [It, IsNew] = Patterns.try_emplace(Definition, false);
  if (IsNew)
    Patterns[Definition] = DependentCode::isIn(Definition->getBody());
  return Patterns[Definition];
}

/// The class or class template that \p T names; null for what can be any.
static const Decl *classOf(QualType T) {
  if (const auto *Spelled = T->getAs<TemplateSpecializationType>())
    if (const auto *Template = dyn_cast_or_null<ClassTemplateDecl>(
            Spelled->getTemplateName().getAsTemplateDecl()))
      return Template->getCanonicalDecl();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  return R ? R->getCanonicalDecl() : nullptr;
}

void ProjectReach::note(const ClassTemplateSpecializationDecl &Written) {
  // Who names a template of the project is of the project.
  if (!IsAudited(Written.getLocation()) ||
      IsAudited(Written.getSpecializedTemplate()->getLocation()) ||
      !hasTemplate(Written))
    return;
  for (const TemplateArgument &Each : Written.getTemplateArgs().asArray()) {
    if (Each.getKind() != TemplateArgument::Type)
      continue;
    QualType T = Each.getAsType();
    if (const Decl *Class = classOf(T))
      Specialized.insert(Class);
    else
      EveryClass |= T->isDependentType();
  }
}

void ProjectReach::findSpecializations(const DeclContext &In) {
  for (const Decl *Each : In.noload_decls()) {
    if (const auto *Written = dyn_cast<ClassTemplateSpecializationDecl>(Each))
      note(*Written);
    else if (isa<NamespaceDecl, LinkageSpecDecl>(Each))
      findSpecializations(*cast<DeclContext>(Each));
  }
}

bool ProjectReach::any(ArrayRef<TemplateArgument> Arguments) {
  return llvm::any_of(
      Arguments, [&](const TemplateArgument &Each) { return argument(Each); });
}

bool ProjectReach::argument(const TemplateArgument &Argument) {
  switch (Argument.getKind()) {
  case TemplateArgument::Type:
    return type(Argument.getAsType());
  case TemplateArgument::Pack:
    return any(Argument.pack_elements());
  case TemplateArgument::Template: {
    const TemplateDecl *Template = Argument.getAsTemplate().getAsTemplateDecl();
    return !Template || IsAudited(Template->getLocation());
  }
  case TemplateArgument::Declaration: {
    const auto *F = dyn_cast<FunctionDecl>(Argument.getAsDecl());
    return F && waits(F->getTemplateInstantiationPattern());
  }
  default:
    return false;
  }
}

bool ProjectReach::type(QualType T) {
  T = T.getCanonicalType();
  if (T.isNull() || T->isDependentType())
    return false;
  if (const auto *Function = T->getAs<FunctionProtoType>())
    return type(Function->getReturnType()) ||
           llvm::any_of(Function->param_types(),
                        [&](QualType Each) { return type(Each); });
  if (const auto *Array = dyn_cast<ArrayType>(T))
    return type(Array->getElementType());
  if (const auto *Member = T->getAs<MemberPointerType>())
    return type(QualType(Member->getClass(), 0)) ||
           type(Member->getPointeeType());
  if (QualType Pointee = T->getPointeeType(); !Pointee.isNull())
    return type(Pointee);
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  return R && record(*R);
}

bool ProjectReach::record(const CXXRecordDecl &R) {
  const CXXRecordDecl *Key = R.getCanonicalDecl();
  auto [It, IsNew] = Records.try_emplace(Key, false);
  if (!IsNew)
    return It->second;
  const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(&R);
  bool Can = Class && any(Class->getTemplateArgs().asArray());
  const CXXRecordDecl *Pattern = R.getTemplateInstantiationPattern();
  Can |= EveryClass || Specialized.contains(Key) ||
         (Class && Specialized.contains(
                       Class->getSpecializedTemplate()->getCanonicalDecl()));
  if (!Can && IsAudited((Pattern ? Pattern : &R)->getLocation()))
    Can = hasTemplate(R) || interfaceOf(R) || isFoundThrough(R);
  Records[Key] = Can;
  return Can;
}

/// What a body that has an object of \p R gets hold of: its bases, what its
/// members return, the types that it names.
bool ProjectReach::interfaceOf(const CXXRecordDecl &R) {
  const CXXRecordDecl *Definition = R.getDefinition();
  if (!Definition)
    return false;
  for (const CXXBaseSpecifier &Base : Definition->bases())
    if (type(Base.getType()))
      return true;
  return llvm::any_of(Definition->decls(), [&](const Decl *Member) {
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Member))
      return type(Method->getReturnType());
    const auto *Name = dyn_cast<TypedefNameDecl>(Member);
    return Name && type(Name->getUnderlyingType());
  });
}

static const FunctionDecl *functionOf(const Decl &Member) {
  const Decl *D = &Member;
  if (const auto *Friend = dyn_cast<FriendDecl>(D))
    D = Friend->getFriendDecl();
  if (const auto *Template = dyn_cast_or_null<FunctionTemplateDecl>(D))
    return Template->getTemplatedDecl();
  return dyn_cast_or_null<FunctionDecl>(D);
}

bool ProjectReach::hasTemplate(const CXXRecordDecl &R) {
  const CXXRecordDecl *Definition = R.getDefinition();
  if (!Definition) // nothing has instantiated it so far
    Definition = R.getTemplateInstantiationPattern();
  return Definition && llvm::any_of(Definition->decls(), [&](Decl *Member) {
           const FunctionDecl *F = functionOf(*Member);
           return F &&
                  (waits(F) || waits(F->getTemplateInstantiationPattern()));
         });
}

/// Whether \p T, a parameter's type in a pattern, takes an object of \p R.
static bool takes(QualType T, const CXXRecordDecl &R) {
  T = T.getNonReferenceType();
  while (!T->getPointeeType().isNull())
    T = T->getPointeeType();
  if (!T->isDependentType()) {
    const CXXRecordDecl *Other = T->getAsCXXRecordDecl();
    return Other && Other->getCanonicalDecl() == R.getCanonicalDecl();
  }
  const auto *Spelled = T->getAs<TemplateSpecializationType>();
  const auto *Of = dyn_cast<ClassTemplateSpecializationDecl>(&R);
  if (!Spelled || !Spelled->getTemplateName().getAsTemplateDecl())
    return true;
  return Of &&
         Of->getSpecializedTemplate()->getCanonicalDecl() ==
             Spelled->getTemplateName().getAsTemplateDecl()->getCanonicalDecl();
}

/// Whether a call with an object of \p R finds a function template, declared
/// beside its class, that takes one.
bool ProjectReach::isFoundThrough(const CXXRecordDecl &R) {
  const DeclContext *Around = R.getDeclContext();
  while (!Around->isFileContext())
    Around = Around->getParent();
  const auto *N = dyn_cast<NamespaceDecl>(Around);
  if (!N)
    return false;
  auto IsFound = [&](const Decl *D) {
    const auto *Template = dyn_cast<FunctionTemplateDecl>(D);
    if (!Template || !waits(Template->getTemplatedDecl()))
      return false;
    return llvm::any_of(
        Template->getTemplatedDecl()->parameters(),
        [&](const ParmVarDecl *P) { return takes(P->getType(), R); });
  };
  return llvm::any_of(N->redecls(), [&](const NamespaceDecl *Each) {
    return IsAudited(Each->getLocation()) &&
           llvm::any_of(Each->decls(), IsFound);
  });
}

bool ProjectReach::canReach(const Decl &D) {
  if (const auto *F = dyn_cast<FunctionDecl>(&D))
    if (const TemplateArgumentList *List = F->getTemplateSpecializationArgs();
        List && any(List->asArray()))
      return true;
  if (const auto *V = dyn_cast<VarTemplateSpecializationDecl>(&D);
      V && any(V->getTemplateArgs().asArray()))
    return true;
  if (const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(&D);
      Class && any(Class->getTemplateArgs().asArray()))
    return true;
  const auto *Parent = dyn_cast_or_null<Decl>(D.getDeclContext());
  return Parent && !isa<TranslationUnitDecl, NamespaceDecl>(Parent) &&
         canReach(*Parent);
}

} // namespace warrant
