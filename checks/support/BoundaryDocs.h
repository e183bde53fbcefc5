//===- BoundaryDocs.h - What each pointer of a boundary has -----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function with C linkage is asked for each property of each of its pointers,
// of its result, and of itself. What its comments say and what its types and
// attributes establish answers, subject by subject.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_BOUNDARYDOCS_H
#define WARRANT_CHECKS_SUPPORT_BOUNDARYDOCS_H

#include "BoundaryDocsText.h"
#include "Check.h"
#include "UnitFiles.h"

namespace warrant {

/// The documentation of the function \p F, read once.
class BoundaryDocs {
public:
  /// \p Operation is the site; its Boundary is \p F.
  BoundaryDocs(const clang::FunctionDecl &F, const Operation &Op,
               const Context &C, UnitFiles &Files);

  /// The doc comment at the declaration \p D, when it answers any property of
  /// \p Required. \p Looked is told of it either way.
  std::optional<SafetyText> answeringDoc(const clang::FunctionDecl &D,
                                         PropertySet Required,
                                         std::vector<Considered> &Looked) const;
  /// The same of the comment at the head of the file of \p D.
  std::optional<SafetyText>
  answeringHead(const clang::FunctionDecl &D, PropertySet Required,
                std::vector<Considered> &Looked) const;

  /// How each property of \p Required stands, by subject. \p Comment documents
  /// the function, or is null; \p Names are its names in strict mode.
  std::vector<PropertyState> properties(PropertySet Required,
                                        const SafetyText *Comment,
                                        const NamesInScope *Names) const;

private:
  std::vector<DocStatement> statementsAt(const clang::FunctionDecl &D) const;
  std::vector<DocStatement> statementsWithin(const clang::FunctionDecl &D,
                                             const DeclarationComments &) const;
  std::vector<DocStatement> allStatements(const SafetyText &Comment) const;
  bool answersAny(std::vector<DocStatement> Said, PropertySet Required) const;
  PropertyState stateOf(Property P, unsigned Index, const DocAnswers &Said,
                        const SafetyText *Comment) const;
  PropertyState stateOfWhole(Property P, const DocAnswers &Said,
                             const SafetyText *Comment,
                             const NamesInScope *Names) const;
  bool isTagged(Property P, unsigned Index, const SafetyText &Comment) const;
  std::string withoutMarkers(llvm::StringRef Lines) const;
  std::string docOf(llvm::StringRef Name) const;
  std::string labelOf(unsigned Index) const;
  std::vector<unsigned> pointers() const;
  bool isDocumentedBelow(const clang::FunctionDecl &D) const;
  const CommentIndex *commentsOf(const clang::FunctionDecl &D) const;

  const clang::FunctionDecl &F;
  const Operation &Op;
  const Context &C;
  UnitFiles &Files;
  DocFunction Described;
};

/// Puts into \p Looked that \p Doc was taken as documenting \p Whose, or why
/// not, and answers which.
bool noteDoc(const SafetyText &Doc, bool Answers, llvm::StringRef Whose,
             std::vector<Considered> &Looked);

//===----------------------------------------------------------------------===//
// Types and attributes
//===----------------------------------------------------------------------===//

/// \p F as its documentation can speak of it.
DocFunction describe(const clang::FunctionDecl &F);

/// What the type of the subject \p Index makes void of those.
PropertySet voidOf(const DocSubject &Subject);

/// Why \p P holds of the subject \p Index of \p F by its type or an attribute,
/// in words, or empty.
std::string declaredFact(const clang::FunctionDecl &F, unsigned Index,
                         Property P);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_BOUNDARYDOCS_H
