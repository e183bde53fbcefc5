//===- CommentAudit.cpp - What is to be said of comments ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommentAudit.h"
#include "Anchors.h"
#include "OtherOperations.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

constexpr llvm::StringLiteral Orphan = "orphan";
constexpr llvm::StringLiteral StaleExcuse = "stale-excuse";

const CheckInfo &ownInfo() {
  const CheckInfo *Info = findCheck("safety-comment");
  assert(Info && "the check is built in");
  return *Info;
}

bool namesOperation(const ExcuseText &E, const Check &From,
                    const Operation &Op) {
  return E.names(From.Info->Name) ||
         E.names("warrant-" + From.Info->Name.str()) || E.names(Op.Kind) ||
         llvm::any_of(Op.Defects,
                      [&](const Defect &D) { return E.names(D.Id); });
}

/// A variable whose documentation is read where it is used, or that anyone
/// may change from anywhere.
bool isDocumentedVariable(const ValueDecl &D) {
  QualType T = D.getType();
  if (T->isAnyPointerType() || T->isReferenceType())
    if (T->getPointeeType().isVolatileQualified())
      return true;
  const auto *V = dyn_cast<VarDecl>(&D);
  return T.isVolatileQualified() ||
         (V && V->hasGlobalStorage() && !T.isConstQualified());
}

bool mayBeDocumented(const Decl &D) {
  if (isa<FunctionDecl>(D))
    return true;
  if (isa<ClassTemplateSpecializationDecl, VarTemplateSpecializationDecl>(D))
    return true; // may promise something of a type
  const auto *V = dyn_cast<ValueDecl>(&D);
  return V && isa<VarDecl, FieldDecl>(D) && isDocumentedVariable(*V);
}

std::string quoted(llvm::ArrayRef<std::string> Names) {
  return "'" + llvm::join(Names, ", ") + "'";
}

} // namespace

CommentAudit::CommentAudit(ASTContext &AST, const Config &C, UnitFiles &Files,
                           NameScope &Names, ContractFinder &Contracts,
                           UnitResult &Out)
    : AST(AST), SM(AST.getSourceManager()), Settings(C), Files(Files), Out(Out),
      Claims(Names, Contracts, Out), Enabled(isEnabled(C)) {}

bool CommentAudit::isEnabled(const Config &C) {
  return C.isCheckEnabled(ownInfo());
}

//===----------------------------------------------------------------------===//
// What the unit shows
//===----------------------------------------------------------------------===//

void CommentAudit::near(const AskedPlace &Asked, const CodeAround &Around) {
  const CommentIndex &Comments = Files.comments(Asked.File);
  for (const SafetyText &T : Comments.textsAround(Asked.Where)) {
    Location Where = placeOf(Asked.File, Comments, T.Offset, T.Line);
    Claims.read(T, Where, Around);
    refute(Orphan, std::move(Where));
  }
}

void CommentAudit::operation(const Check &From, const Operation &Op,
                             const Place &P, ArrayRef<Node> Stack,
                             const Context &C) {
  bool Silent = Files.comments(SM.getFileID(P.Token)).isSilent();
  if (!Enabled || (Silent && !Op.Boundary && !Op.DocumentedAtAddress))
    return;
  CodeAround Around = codeAround(Op, P, C);
  for (const AskedPlace &Asked : askedPlaces(Op, P, Stack, C, Files)) {
    near(Asked, Around);
    const CommentIndex &Comments = Files.comments(Asked.File);
    for (const ExcuseText &E : Comments.excusesAround(Asked.Where))
      if (namesOperation(E, From, Op))
        refute(StaleExcuse, placeOf(Asked.File, Comments, E.Offset, E.Line));
  }
}

/// Where a comment would go, and what it would ask about.
void CommentAudit::note(Site &S, const Operation &Op, const Place &P,
                        ArrayRef<Node> Stack, const Context &C) {
  FileID File = SM.getFileID(P.Token);
  if (Files.display(File) != S.Where.File)
    return;
  Anchor A = Op.Boundary ? makeDeclarationAnchor(*Op.Boundary, AST)
                         : makeAnchor(P, Stack, AST);
  auto [Line, Column] = Files.comments(File).notePlace(A);
  // In a macro's argument it could become part of a string.
  bool InArgument =
      Op.Token.isMacroID() && SM.getExpansionLoc(Op.Token) != P.Token;
  if (Column && (InArgument || P.AtDefinition || Op.Boundary))
    return;
  S.NoteLine = Line;
  S.NoteColumn = Column;
  for (const Expr *E : Op.Selectors)
    S.Operands.push_back(
        E->getBeginLoc().isMacroID() || E->getEndLoc().isMacroID()
            ? ""
            : Lexer::getSourceText(
                  CharSourceRange::getTokenRange(E->getSourceRange()), SM,
                  AST.getLangOpts())
                  .str());
}

void CommentAudit::site(Site &S, const Operation &Op, const Place &P,
                        ArrayRef<Node> Stack, const Context &C) {
  if (S.State == Status::Undocumented && S.Rejection.empty())
    note(S, Op, P, Stack, C);
  if (Files.comments(SM.getFileID(P.Token)).isSilent() && !Op.Boundary)
    return;
  for (const AskedPlace &Asked : askedPlaces(Op, P, Stack, C, Files))
    for (const ExcuseText &E :
         Files.comments(Asked.File).excusesAround(Asked.Where)) {
      bool Covers = E.names(S.Check) || E.names("warrant-" + S.Check) ||
                    E.names(S.Kind) ||
                    llvm::any_of(S.Defects, [&](const Defect &D) {
                      return E.names(D.Id);
                    });
      if (Covers && !E.Rejection && !S.Excuse)
        S.Excuse = E.Reason;
    }
}

void CommentAudit::declaration(const Decl &D) {
  if (!Enabled || !mayBeDocumented(D))
    return;
  FileID File = SM.getFileID(SM.getFileLoc(D.getLocation()));
  if (!Files.isAudited(File) || Files.comments(File).isSilent())
    return;
  near({File, makeDeclarationAnchor(D, AST)}, {&D, nullptr});
}

void CommentAudit::statement(const Stmt &S, const Context &C,
                             ArrayRef<Node> Stack) {
  if (!Enabled || !isOtherOperation(S))
    return;
  const auto *E = dyn_cast<Expr>(&S);
  const SourceLocation Token = E ? E->getExprLoc() : S.getBeginLoc();
  // Most files say nothing; a macro's text may be in another file.
  if (Token.isFileID() && Token.isValid() &&
      Files.comments(SM.getFileID(Token)).isSilent())
    return;
  Operation Op;
  Op.Token = Token;
  Op.Range = S.getSourceRange();
  std::optional<Place> P = place(Op, C);
  if (!P)
    return;
  FileID File = SM.getFileID(P->Token);
  if (!Files.isAudited(File) || Files.comments(File).isSilent())
    return;
  near({File, makeAnchor(*P, Stack, AST)}, codeAround(Op, *P, C));
}

//===----------------------------------------------------------------------===//
// What comments lack
//===----------------------------------------------------------------------===//

Location CommentAudit::placeOf(FileID File, const CommentIndex &Comments,
                               unsigned Offset, unsigned Line) {
  auto [FirstLine, Column] = Comments.position(Offset);
  return {Files.display(File), Line, FirstLine == Line ? Column : 1};
}

void CommentAudit::suspect(StringRef Kind, Location Where, std::string Message,
                           StringRef Subject) {
  Out.Suspected.insert(
      {Kind.str(), std::move(Where), std::move(Message), Subject.str(), ""});
}

void CommentAudit::refute(StringRef Kind, Location Where) {
  Out.Refuted.insert({std::move(Where), Kind.str(), ""});
}

/// How much one comment covers.
void CommentAudit::covers() {
  std::map<Location, std::vector<const Site *>> ByComment;
  for (const Site &S : Out.Sites) {
    bool Beside = S.Comment && S.Comment->Where != Placement::Declaration &&
                  S.Comment->Where != Placement::Address;
    if (!Beside)
      continue;
    if (S.State != Status::Proven)
      ByComment[{S.Comment->File, S.Comment->Line, 1}].push_back(&S);
  }
  size_t Limit = Settings.integerOption(ownInfo(), "broad-limit");
  for (const auto &[Where, Sites] : ByComment)
    if (Sites.size() > Limit)
      suspect("broad", Where,
              "covers " + std::to_string(Sites.size()) +
                  " operations, more than " + std::to_string(Limit),
              Sites.front()->Comment->Text);
}

void CommentAudit::texts(FileID File, const CommentIndex &Comments) {
  for (TextFault &F : Comments.faults(Settings))
    suspect(F.Kind, placeOf(File, Comments, F.Offset, F.Line),
            std::move(F.Message), F.Subject);
  bool Orphans = !Settings.boolOption(ownInfo(), "allow-orphan");
  for (const SafetyText &T : Comments.texts()) {
    Location Where = placeOf(File, Comments, T.Offset, T.Line);
    bool Justifies = !rejectionOf(T.Text, Settings.Reject);
    if (Orphans && Justifies && !T.Contract &&
        !Comments.isAtDirective(T.Offset))
      suspect(Orphan, Where, "no operation is under this SAFETY comment",
              T.Text);
  }
}

void CommentAudit::excuses(FileID File, const CommentIndex &Comments) {
  for (const ExcuseText &E : Comments.excuses()) {
    Location Where = placeOf(File, Comments, E.Offset, E.Line);
    std::string Names = quoted(E.Names);
    if (E.Names.empty())
      suspect("bare-excuse", Where,
              "excuses nothing: name a check, a kind or a defect in "
              "parentheses",
              "");
    else if (E.Rejection)
      suspect("bare-excuse", Where,
              "excuses " + Names +
                  (*E.Rejection == "empty"
                       ? " without a reason, and so does nothing"
                       : " and does nothing: " + *E.Rejection),
              Names);
    else if (!Comments.isAtDirective(E.Offset))
      suspect(StaleExcuse, Where,
              "excuses " + Names + ", and there is no such site here", Names);
  }
}

void CommentAudit::finish() {
  if (!Enabled)
    return;
  covers();
  std::set<StringRef> Done;
  for (unsigned I = 0; I < SM.local_sloc_entry_size(); ++I) {
    const SrcMgr::SLocEntry &Entry = SM.getLocalSLocEntry(I);
    if (!Entry.isFile())
      continue;
    FileID File = SM.getFileID(SourceLocation::getFromRawEncoding(
        static_cast<SourceLocation::UIntTy>(Entry.getOffset())));
    if (!Files.isAudited(File) || !Files.isReadable(File) ||
        !Done.insert(Files.display(File)).second)
      continue;
    const CommentIndex &Comments = Files.comments(File);
    texts(File, Comments);
    excuses(File, Comments);
  }
  Claims.finish();
}

} // namespace warrant
