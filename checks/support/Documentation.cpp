//===- Documentation.cpp - The comment that documents an operation --------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Documentation.h"
#include "Anchors.h"
#include "BoundaryDocs.h"

using namespace clang;

namespace warrant {
namespace {

/// The audited macros that spell the address, and the variables that hold it.
llvm::SmallVector<AskedPlace, 2>
addressPlaces(const Operation &Op, const Context &C, UnitFiles &Files) {
  const SourceManager &SM = C.sources();
  llvm::SmallVector<AskedPlace, 2> Places;
  auto Add = [&](FileID File, Anchor Where) {
    if (Files.isAudited(File))
      Places.push_back({File, std::move(Where)});
  };
  auto AddMacros = [&](SourceLocation Loc) {
    for (SourceLocation Body : macroDefinitions(Loc, SM))
      Add(SM.getFileID(Body), makeMacroAnchor(Body, SM));
  };
  AddMacros(Op.Token);
  for (const Expr *E : Op.Selectors) {
    AddMacros(E->getBeginLoc());
    AddMacros(E->getExprLoc());
    AddMacros(E->getEndLoc());
  }
  for (SourceLocation Spelling : Op.AddressSpellings)
    AddMacros(Spelling);
  for (const ValueDecl *Holder : Op.AddressHolders) {
    Anchor A = makeDeclarationAnchor(*Holder, C.AST);
    Add(SM.getFileID(SM.getFileLoc(Holder->getLocation())), A);
  }
  return Places;
}

/// Lets \p Whole tell of what the search that gave \p Part looked at, too.
void tell(Association &Whole, Association &Part, StringRef File) {
  for (Considered &Each : Part.Looked) {
    Each.File = File;
    Whole.Looked.push_back(Each);
  }
}

/// Puts the comment at the address into \p Out, if there is one.
void addCommentAtAddress(const Operation &Op, OperationKind What,
                         const Context &C, UnitFiles &Files, Association &Out) {
  for (const auto &[File, Where] : addressPlaces(Op, C, Files)) {
    Association A = Files.comments(File).associate(Where, What);
    tell(Out, A, Files.display(File));
    if (!A.Comment)
      continue;
    Out.Comment = std::move(A.Comment);
    Out.Where = Placement::Address;
    Out.File = Files.display(File);
    Out.Rejection = std::move(A.Rejection);
    return;
  }
}

/// The doc comment of an object with C linkage, when it answers any required
/// property. Whether it names what it speaks of is asked later. \p Looked is
/// told of it either way.
std::optional<SafetyText> answeringDoc(const CommentIndex &Comments,
                                       unsigned Begin, PropertySet Required,
                                       std::vector<Considered> &Looked) {
  SafetyText Doc;
  Doc.Text = Comments.documentationAbove(Begin);
  Doc.Line = Comments.position(Begin).first;
  if (Doc.Text.empty())
    return std::nullopt;
  bool Answers =
      llvm::any_of(addressedProperties(Doc, Required), [](const auto &Entry) {
        return Entry.second.first != PropertyOrigin::Missing;
      });
  return noteDoc(Doc, Answers, "the declaration", Looked)
             ? std::optional(std::move(Doc))
             : std::nullopt;
}

/// What is asked of each pointer of the function that \p Op stands for.
std::optional<BoundaryDocs> boundaryDocs(const Operation &Op, const Context &C,
                                         UnitFiles &Files) {
  const auto *F = dyn_cast_or_null<FunctionDecl>(Op.Boundary);
  return F ? std::optional<BoundaryDocs>(std::in_place, *F, Op, C, Files)
           : std::nullopt;
}

/// Puts the head of a file that declares \p D into \p Out, where it states
/// what holds for all that the file declares.
void lookAtHeads(const BoundaryDocs &Docs, const Decl &D, PropertySet Required,
                 const Context &C, UnitFiles &Files, Association &Out) {
  const SourceManager &SM = C.sources();
  for (const Decl *Each : D.redecls()) {
    FileID File = SM.getFileID(SM.getFileLoc(Each->getLocation()));
    Association A;
    A.Comment =
        Docs.answeringHead(*cast<FunctionDecl>(Each), Required, A.Looked);
    if (!A.Looked.empty())
      tell(Out, A, Files.display(File));
    if (!A.Comment)
      continue;
    Out.Comment = std::move(A.Comment);
    Out.Where = Placement::Declaration;
    Out.File = Files.display(File);
    return;
  }
}

/// The documentation of a boundary: SAFETY text or, property by property, any
/// doc comment, at any redeclaration that is the project's.
Association boundaryDocumentation(const Operation &Op, OperationKind What,
                                  PropertySet Required, const Context &C,
                                  UnitFiles &Files) {
  const SourceManager &SM = C.sources();
  const Decl &D = *Op.Boundary;
  std::optional<BoundaryDocs> Docs = boundaryDocs(Op, C, Files);
  Association Out;
  for (const Decl *Redeclared : D.redecls()) {
    SourceLocation Loc = SM.getFileLoc(Redeclared->getLocation());
    FileID File = SM.getFileID(Loc);
    if (!Files.isOwn(File))
      continue;
    const CommentIndex &Comments = Files.comments(File);
    Anchor Where = makeDeclarationAnchor(*Redeclared, C.AST);
    Association A = Comments.associate(Where, What);
    // The questions of a skeleton are no answers.
    if (!A.Comment && A.Rejection.empty() && !Where.Levels.empty())
      A.Comment = Docs ? Docs->answeringDoc(*cast<FunctionDecl>(Redeclared),
                                            Required, A.Looked)
                       : answeringDoc(Comments, Where.Levels.front().Begin,
                                      Required, A.Looked);
    tell(Out, A, Files.display(File));
    if (!A.Rejection.empty())
      Out.Rejection = A.Rejection;
    if (!A.Comment)
      continue;
    Out.Comment = std::move(A.Comment);
    Out.Where = Placement::Declaration;
    Out.File = Files.display(File);
    Out.Rejection = A.Rejection;
    break;
  }
  if (Docs && !Out.Comment && Out.Rejection.empty())
    lookAtHeads(*Docs, D, Required, C, Files, Out);
  return Out;
}

} // namespace

llvm::SmallVector<AskedPlace, 2>
askedPlaces(const Operation &Op, const Place &P, ArrayRef<Node> Stack,
            const Context &C, UnitFiles &Files) {
  const SourceManager &SM = C.sources();
  llvm::SmallVector<AskedPlace, 2> Places;
  if (!Op.Boundary) {
    Places.push_back({SM.getFileID(P.Token), makeAnchor(P, Stack, C.AST)});
    if (Op.DocumentedAtAddress)
      llvm::append_range(Places, addressPlaces(Op, C, Files));
    return Places;
  }
  for (const Decl *Each : Op.Boundary->redecls()) {
    FileID File = SM.getFileID(SM.getFileLoc(Each->getLocation()));
    if (Files.isAudited(File))
      Places.push_back({File, makeDeclarationAnchor(*Each, C.AST)});
  }
  return Places;
}

Association findDocumentation(const Operation &Op, const Place &P,
                              ArrayRef<Node> Stack, OperationKind What,
                              PropertySet Required, const Context &C,
                              UnitFiles &Files) {
  if (Op.Boundary)
    return boundaryDocumentation(Op, What, Required, C, Files);
  FileID File = C.sources().getFileID(P.Token);
  Association A =
      Files.comments(File).associate(makeAnchor(P, Stack, C.AST), What);
  if (A.Comment || !Op.DocumentedAtAddress || C.Settings.Strict)
    return A;
  addCommentAtAddress(Op, What, C, Files, A);
  return A;
}

/// Properties that \p Op has evidence for, or that \p A answers.
std::vector<PropertyState>
propertiesOf(const Operation &Op, const Association &A, PropertySet Required,
             const NamesInScope *Names, const Context &C, UnitFiles &Files) {
  if (std::optional<BoundaryDocs> Docs = boundaryDocs(Op, C, Files))
    return Docs->properties(Required, A.Comment ? &*A.Comment : nullptr, Names);
  std::map<Property, PropertyState> States;
  for (Property P : allProperties())
    if (Required.contains(P))
      States[P] = {P, PropertyOrigin::Missing, ""};
  if (A.Comment)
    for (const auto &[P, Answer] :
         addressedProperties(*A.Comment, Required, Names))
      States[P] = {P, Answer.first, Answer.second};
  for (const PropertyState &Fact : Op.Evidence)
    if (States.count(Fact.Name) &&
        States[Fact.Name].Origin == PropertyOrigin::Missing)
      States[Fact.Name] = Fact;
  std::vector<PropertyState> Result;
  for (auto &[P, State] : States)
    Result.push_back(std::move(State));
  return Result;
}

/// Why nothing is left to write where the analysis established every property
/// that is required; empty otherwise.
std::string provenByEvidence(const std::vector<PropertyState> &Properties) {
  if (Properties.empty())
    return "its types leave nothing to state";
  std::string Facts;
  for (const PropertyState &P : Properties) {
    if (P.Origin != PropertyOrigin::Evidence)
      return {};
    Facts += (Facts.empty() ? "" : "; ") + P.By;
  }
  return Facts;
}

} // namespace warrant
