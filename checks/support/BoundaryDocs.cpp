//===- BoundaryDocs.cpp - What each pointer of a boundary has -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BoundaryDocs.h"
#include "Anchors.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace warrant {
namespace {

/// \p Text on one line, and not longer than one reads.
std::string shortened(StringRef Text) {
  constexpr size_t Limit = 160;
  llvm::SmallVector<StringRef, 32> Words;
  llvm::SplitString(Text, Words);
  std::string Line = llvm::join(Words, " ");
  if (Line.size() > Limit)
    Line = Line.substr(0, Line.rfind(' ', Limit)) + " ...";
  return Line;
}

} // namespace

bool noteDoc(const SafetyText &Doc, bool Answers, StringRef Whose,
             std::vector<Considered> &Looked) {
  std::string Rule = Answers ? "taken: documents " + Whose.str()
                             : "not taken: documents " + Whose.str() +
                                   ", without a word of what is required";
  Looked.push_back({Doc.Line, shortened(Doc.Text), Rule, Answers, ""});
  return Answers;
}

BoundaryDocs::BoundaryDocs(const FunctionDecl &F, const Operation &Op,
                           const Context &C, UnitFiles &Files)
    : F(F), Op(Op), C(C), Files(Files), Described(describe(F)) {}

const CommentIndex *BoundaryDocs::commentsOf(const FunctionDecl &D) const {
  const SourceManager &SM = C.sources();
  FileID File = SM.getFileID(SM.getFileLoc(D.getLocation()));
  return Files.isOwn(File) ? &Files.comments(File) : nullptr;
}

bool BoundaryDocs::isDocumentedBelow(const FunctionDecl &D) const {
  const SourceManager &SM = C.sources();
  return Files.isDocumentedBelow(SM.getFileID(SM.getFileLoc(D.getLocation())));
}

/// Markers and tags would read as claims.
std::string BoundaryDocs::withoutMarkers(StringRef Lines) const {
  std::string Out;
  auto Strip = [](StringRef Line, StringRef Marker) {
    if (!Line.consume_front_insensitive(Marker))
      return StringRef();
    Line = Line.ltrim();
    if (Line.starts_with("("))
      Line = Line.split(')').second.ltrim();
    return Line.consume_front(":") ? Line : StringRef();
  };
  for (StringRef Line : llvm::split(Lines, '\n')) {
    StringRef Rest = Strip(Line, "SAFETY");
    for (const std::string &Marker : C.Settings.Markers)
      if (Rest.empty())
        Rest = Strip(Line, Marker);
    Out += (Rest.empty() ? Line : Rest).str() + "\n";
  }
  return Out;
}

/// The parameter of \p D that the comment at \p Offset stands beside.
static std::optional<unsigned>
parameterAt(const FunctionDecl &D, const DeclarationComments::Inner &Inner,
            const SourceManager &SM) {
  std::optional<unsigned> Before;
  unsigned End = SM.getFileOffset(SM.getFileLoc(D.getSourceRange().getEnd()));
  for (unsigned I = 0; I < D.getNumParams(); ++I) {
    const ParmVarDecl *P = D.getParamDecl(I);
    if (SM.getFileOffset(SM.getFileLoc(P->getBeginLoc())) < Inner.Offset)
      Before = I;
  }
  if (Inner.Before) {
    unsigned Next = Before ? *Before + 1 : 0;
    return Next < D.getNumParams() ? std::optional(Next) : std::nullopt;
  }
  // Behind the declaration's end it speaks of the whole, but for the last
  // parameter's, on the same line as that.
  return Inner.Offset < End ? Before : std::nullopt;
}

std::vector<DocStatement>
BoundaryDocs::statementsWithin(const FunctionDecl &D,
                               const DeclarationComments &Comments) const {
  std::vector<DocStatement> Out;
  for (const DeclarationComments::Inner &Inner : Comments.Within) {
    std::optional<unsigned> Index = parameterAt(D, Inner, C.sources());
    llvm::append_range(Out, Index ? readDocOf(*Index, Inner.Text, Described)
                                  : readDoc(Inner.Text, Described));
  }
  return Out;
}

/// The function that \p Doc does nothing but refer to: `@see f`, `See f().`
static StringRef referredIn(StringRef Doc) {
  Doc = Doc.trim();
  if (Doc.contains('\n'))
    return {};
  bool Command = Doc.consume_front("@") || Doc.consume_front("\\");
  auto [Verb, Rest] = Doc.split(' ');
  static constexpr StringRef Verbs[] = {"see", "sa", "copydoc", "copybrief"};
  if (Command ? !llvm::is_contained(Verbs, Verb) : Verb != "See")
    return {};
  Rest = Rest.trim(" ():.#");
  bool Name =
      llvm::all_of(Rest, [](char C) { return llvm::isAlnum(C) || C == '_'; });
  return Name ? Rest : StringRef();
}

/// The comment above the function \p Name of the unit, or nothing.
std::string BoundaryDocs::docOf(StringRef Name) const {
  if (Name.empty() || Name == F.getName())
    return "";
  const DeclContext *Around = F.getDeclContext()->getRedeclContext();
  for (const NamedDecl *Found : Around->lookup(&C.AST.Idents.get(Name)))
    for (const Decl *D : Found->redecls()) {
      const auto *Other = dyn_cast<FunctionDecl>(D);
      const CommentIndex *Comments = Other ? commentsOf(*Other) : nullptr;
      Anchor Where = makeDeclarationAnchor(*D, C.AST);
      if (!Comments || Where.Levels.empty())
        continue;
      DeclarationComments Its = Comments->commentsOf(Where.Levels.front().Begin,
                                                     isDocumentedBelow(*Other));
      if (!Its.Doc.empty())
        return Its.Doc;
    }
  return "";
}

std::vector<DocStatement>
BoundaryDocs::statementsAt(const FunctionDecl &D) const {
  const CommentIndex *Comments = commentsOf(D);
  Anchor Where = makeDeclarationAnchor(D, C.AST);
  if (!Comments || Where.Levels.empty())
    return {};
  DeclarationComments Around =
      Comments->commentsOf(Where.Levels.front().Begin, isDocumentedBelow(D));
  std::string Other = docOf(referredIn(Around.Doc));
  std::vector<DocStatement> Out =
      readDoc(withoutMarkers(Other.empty() ? Around.Doc : Other), Described);
  llvm::append_range(Out, statementsWithin(D, Around));
  return Out;
}

std::vector<unsigned> BoundaryDocs::pointers() const {
  std::vector<unsigned> Out;
  for (unsigned I = 0; I < Described.Parameters.size(); ++I)
    if (Described.Parameters[I].isPointer())
      Out.push_back(I);
  if (Described.Result.isPointer())
    Out.push_back(ResultSubject);
  return Out;
}

bool BoundaryDocs::answersAny(std::vector<DocStatement> Said,
                              PropertySet Required) const {
  DocAnswers Answers(std::move(Said), Described, /*Strict=*/false);
  auto IsAnswered = [&](Property P, std::optional<unsigned> Index) {
    return Answers.of(P, Index).first != PropertyOrigin::Missing;
  };
  return llvm::any_of(allProperties(), [&](Property P) {
    if (!Required.contains(P))
      return false;
    if (!PointerProperties.contains(P))
      return IsAnswered(P, std::nullopt);
    return llvm::any_of(pointers(),
                        [&](unsigned I) { return IsAnswered(P, I); });
  });
}

std::optional<SafetyText>
BoundaryDocs::answeringDoc(const FunctionDecl &D, PropertySet Required,
                           std::vector<Considered> &Looked) const {
  const CommentIndex *Comments = commentsOf(D);
  Anchor Where = makeDeclarationAnchor(D, C.AST);
  if (!Comments || Where.Levels.empty())
    return std::nullopt;
  unsigned Begin = Where.Levels.front().Begin;
  SafetyText Doc;
  Doc.Text = Comments->documentationAbove(Begin);
  Doc.Line = Comments->position(Begin).first;
  if (Doc.Text.empty()) {
    DeclarationComments Around =
        Comments->commentsOf(Begin, isDocumentedBelow(D));
    Doc.Text = Around.Doc;
    Doc.Line = Around.DocLine;
  }
  if (Doc.Text.empty())
    return std::nullopt;
  bool Answers = answersAny(statementsAt(D), Required);
  return noteDoc(Doc, Answers, "the declaration", Looked)
             ? std::optional(std::move(Doc))
             : std::nullopt;
}

std::optional<SafetyText>
BoundaryDocs::answeringHead(const FunctionDecl &D, PropertySet Required,
                            std::vector<Considered> &Looked) const {
  const CommentIndex *Comments = commentsOf(D);
  if (!Comments)
    return std::nullopt;
  auto [Line, Text] = Comments->headComment();
  std::vector<DocStatement> Said = readHeadComment(Text, Described);
  if (Said.empty())
    return std::nullopt;
  SafetyText Doc;
  Doc.Line = Line;
  for (const DocStatement &S : Said)
    Doc.Text += (Doc.Text.empty() ? "" : ". ") + StringRef(S.Text).trim().str();
  bool Answers = answersAny(std::move(Said), Required);
  return noteDoc(Doc, Answers, "the file's declarations", Looked)
             ? std::optional(std::move(Doc))
             : std::nullopt;
}

std::vector<DocStatement>
BoundaryDocs::allStatements(const SafetyText &Comment) const {
  std::vector<DocStatement> Own, Heads;
  for (const FunctionDecl *D : F.redecls()) {
    llvm::append_range(Own, statementsAt(*D));
    if (const CommentIndex *Comments = commentsOf(*D))
      llvm::append_range(
          Heads, readHeadComment(Comments->headComment().second, Described));
  }
  if (Heads.empty() && Own.empty())
    llvm::append_range(Own, readDoc(Comment.Text, Described));
  llvm::append_range(Own, Heads);
  return Own;
}

std::string BoundaryDocs::labelOf(unsigned Index) const {
  if (Index == ResultSubject)
    return "result";
  StringRef Name = F.getParamDecl(Index)->getName();
  return Name.empty() ? "parameter " + std::to_string(Index + 1) : Name.str();
}

/// A tag answers for the pointers that its text names, or else for all.
bool BoundaryDocs::isTagged(Property P, unsigned Index,
                            const SafetyText &Comment) const {
  if (!llvm::is_contained(Comment.Tags, toString(P)))
    return false;
  SubjectSet Named;
  for (const DocStatement &S : readDoc(Comment.Text, Described))
    if (!S.Implied && !S.IsLength)
      Named.insert(S.About.begin(), S.About.end());
  return Named.empty() || Named.count(Index);
}

PropertyState BoundaryDocs::stateOf(Property P, unsigned Index,
                                    const DocAnswers &Said,
                                    const SafetyText *Comment) const {
  PropertyState S{P, PropertyOrigin::Missing, "", labelOf(Index)};
  if (Comment)
    std::tie(S.Origin, S.By) = Said.of(P, Index);
  if (Comment && isTagged(P, Index, *Comment))
    std::tie(S.Origin, S.By) =
        PropertyAnswer(PropertyOrigin::Tagged, toString(P).str());
  if (S.Origin != PropertyOrigin::Missing)
    return S;
  if (std::string Fact = declaredFact(F, Index, P); !Fact.empty())
    std::tie(S.Origin, S.By) = PropertyAnswer(PropertyOrigin::Evidence, Fact);
  return S;
}

/// What is asked of the function itself.
PropertyState BoundaryDocs::stateOfWhole(Property P, const DocAnswers &Said,
                                         const SafetyText *Comment,
                                         const NamesInScope *Names) const {
  PropertyState S{P, PropertyOrigin::Missing, "", ""};
  if (Comment) {
    PropertyAnswer Here = addressedProperties(*Comment, {P}, Names)[0].second;
    PropertyAnswer Read = Said.of(P, std::nullopt);
    // Layouts, byte orders and errors may be what the function is about.
    bool Subject = (P == Property::Layout || P == Property::Errors) &&
                   Here.first == PropertyOrigin::Text &&
                   Read.first == PropertyOrigin::Missing;
    bool Open = Here.first == PropertyOrigin::Missing && P != Property::Layout;
    std::tie(S.Origin, S.By) = Subject || Open ? Read : Here;
  }
  for (const PropertyState &Fact : Op.Evidence)
    if (Fact.Name == P && S.Origin == PropertyOrigin::Missing)
      S = Fact;
  return S;
}

std::vector<PropertyState>
BoundaryDocs::properties(PropertySet Required, const SafetyText *Comment,
                         const NamesInScope *Names) const {
  DocAnswers Said(Comment ? allStatements(*Comment)
                          : std::vector<DocStatement>(),
                  Described, C.Settings.Strict);
  std::vector<PropertyState> Out;
  for (Property P : allProperties()) {
    if (!Required.contains(P))
      continue;
    if (!PointerProperties.contains(P)) {
      Out.push_back(stateOfWhole(P, Said, Comment, Names));
      continue;
    }
    for (unsigned Index : pointers()) {
      const DocSubject &Subject = Index == ResultSubject
                                      ? Described.Result
                                      : Described.Parameters[Index];
      if (!voidOf(Subject).contains(P))
        Out.push_back(stateOf(P, Index, Said, Comment));
    }
  }
  return Out;
}

} // namespace warrant
