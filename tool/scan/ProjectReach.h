//===- ProjectReach.h - Whose templates arguments lead to -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells whether an instantiation of a template from outside the project can get
// at a template of the project: by a class among its template arguments, by
// what that class is made of and hands out, by a function that is found through
// it, or by a specialization that the project has written for it. Where that
// can't be excluded the answer is yes.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_PROJECTREACH_H
#define WARRANT_SCAN_PROJECTREACH_H

#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace warrant {

/// See the file comment.
class ProjectReach {
public:
  using Filter = llvm::function_ref<bool(clang::SourceLocation)>;

  ProjectReach(const clang::TranslationUnitDecl &Unit, Filter IsAudited)
      : IsAudited(IsAudited) {
    findSpecializations(Unit);
  }

  /// Whether the body of \p D, a specialization or a member of one, can.
  bool canReach(const clang::Decl &D);

private:
  void findSpecializations(const clang::DeclContext &In);
  void note(const clang::ClassTemplateSpecializationDecl &Written);
  bool any(llvm::ArrayRef<clang::TemplateArgument> Arguments);
  bool argument(const clang::TemplateArgument &Argument);
  bool type(clang::QualType T);
  bool record(const clang::CXXRecordDecl &R);
  bool interfaceOf(const clang::CXXRecordDecl &R);
  bool hasTemplate(const clang::CXXRecordDecl &R);
  bool isFoundThrough(const clang::CXXRecordDecl &R);
  bool waits(const clang::FunctionDecl *Pattern);

  Filter IsAudited;
  /// The classes and templates that the project specializes others' templates
  /// for; EveryClass where it does for whatever has a property.
  llvm::DenseSet<const clang::Decl *> Specialized;
  bool EveryClass = false;
  /// Answers; while a class is looked at, no.
  llvm::DenseMap<const clang::CXXRecordDecl *, bool> Records;
  llvm::DenseMap<const clang::FunctionDecl *, bool> Patterns;
};

} // namespace warrant

#endif // WARRANT_SCAN_PROJECTREACH_H
