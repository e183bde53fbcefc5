//===- AnalyzeAST.cpp - From an AST to sites ------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AnalyzeAST.h"
#include "CommentAudit.h"
#include "ContractRemarks.h"
#include "Contracts.h"
#include "Documentation.h"
#include "Evidence.h"
#include "Linkage.h"
#include "NameScope.h"
#include "PatternTypes.h"
#include "SaferForms.h"
#include "SiteText.h"
#include "UnitFiles.h"
#include "Walker.h"
#include "tool/report/Merge.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace warrant {
namespace {

constexpr size_t SnippetLimit = 120;

/// An operation's identity within the unit; see DESIGN, one operation, one
/// site.
struct Key {
  const Check *From;
  std::string Kind;
  Location Token, Where;
  std::string Linkage;
  friend auto operator<=>(const Key &, const Key &) = default;
};

/// A site while its unit is walked: patterns and instantiations unite in it.
struct Candidate {
  Site Value;
  bool InPattern = false;
  SourceLocation Guessed; ///< the operator, where the pattern guessed the kind
  std::optional<Precision> InInstantiation;
};

class Auditor final : public WalkHandler {
public:
  Auditor(ASTContext &AST, const Preprocessor &PP, const Config &C,
          const FileClassifier &Files, CommentCache *Kept, UnitResult &Out)
      : AST(AST), SM(AST.getSourceManager()),
        Files(SM, AST.getLangOpts(), C, Files, Kept),
        Facts(AST, C, this->Files), Out(Out), Names(AST, PP, this->Files),
        Contracts(AST, C, this->Files),
        Comments(AST, C, this->Files, Names, Contracts, Out),
        Remarks(AST, C, this->Files, Contracts, Out) {
    for (const Check *Each : allCheckImplementations())
      if (C.isCheckEnabled(*Each->Info))
        Enabled.insert(Each);
  }

  bool isAudited(SourceLocation Loc) override {
    return Loc.isValid() && Files.isAudited(SM.getFileID(SM.getFileLoc(Loc)));
  }
  bool mayBeDocumented(SourceLocation Loc) override {
    // A macro's text may be in another file.
    return Loc.isMacroID() || Loc.isInvalid() ||
           !Files.comments(SM.getFileID(Loc)).isSilent();
  }
  void function(const FunctionDecl &F) override;
  void indirectCall(const CallExpr &E) override;
  void declaration(const Decl &D) override;
  void statement(const Stmt &S, const Context &C,
                 ArrayRef<Node> Stack) override {
    if (C.InInstantiation)
      Decided.insert(decidedOperator(S));
    Comments.statement(S, C, Stack);
  }
  void operation(const Check &From, Operation Op, const Context &C,
                 ArrayRef<Node> Stack) override;
  void finish();

private:
  Site makeSite(const Check &From, const Operation &Op, const Place &P,
                const Context &C, ArrayRef<Node> Stack);
  void decide(Site &S, const Operation &Op, const Association &A,
              PropertySet Required, bool Asks, const NamesInScope *Names,
              const Context &C);
  std::optional<NamesInScope> namesFor(const Association &A,
                                       const Operation &Op, const Place &P,
                                       const Context &C);
  void notePattern(const Operation &Op, const Context &C, Precision Sure);
  std::optional<Place> placeOf(const Operation &Op, const Context &C);
  void dropWrongGuesses();

  ASTContext &AST;
  const SourceManager &SM;
  UnitFiles Files;
  EvidenceFinder Facts;
  UnitResult &Out;
  NameScope Names;
  ContractFinder Contracts;
  CommentAudit Comments;
  ContractRemarks Remarks;
  llvm::SmallPtrSet<const Check *, 16> Enabled;
  std::map<Key, Candidate> Found;
  /// The operators that instantiations have shown.
  llvm::DenseSet<SourceLocation> Decided;
};

void Auditor::function(const FunctionDecl &F) {
  Location Where = Files.location(SM.getFileLoc(F.getLocation()));
  Out.Files[Where.File].Functions.insert(Where);
  Remarks.definition(F);
  Facts.addDefinition(F, Out);
}

void Auditor::declaration(const Decl &D) {
  Comments.declaration(D);
  Remarks.declaration(D);
  if (isDefinitionInC(D))
    addLinkage({cast<ValueDecl>(&D)}, Files, Out.Configuration,
               Out.CDefinitions[linkageName(*cast<NamedDecl>(&D))]);
}

void Auditor::indirectCall(const CallExpr &E) {
  if (SourceLocation Loc = SM.getFileLoc(E.getBeginLoc()); isAudited(Loc))
    Out.IndirectCalls.insert(Files.location(Loc));
}

std::optional<Place> Auditor::placeOf(const Operation &Op, const Context &C) {
  if (!Op.Boundary)
    return place(Op, C);
  Place P;
  P.Begin = P.Token = P.Spelling = SM.getFileLoc(Op.Token);
  P.End = Lexer::getLocForEndOfToken(P.Token, 0, SM, AST.getLangOpts());
  return P;
}

void Auditor::notePattern(const Operation &Op, const Context &C,
                          Precision Sure) {
  const FunctionDecl *F = titleFunction(C.Function);
  if (!F || (!C.InInstantiation && Sure != Precision::Possible))
    return;
  Location Where = Files.location(SM.getFileLoc(F->getLocation()));
  (C.InInstantiation ? Out.InstantiatedPatterns : Out.Patterns).insert(Where);
}

void Auditor::operation(const Check &From, Operation Op, const Context &C,
                        ArrayRef<Node> Stack) {
  if (Op.isUse() && !Contracts.isDemanding(Op))
    return;
  if (Op.Callee)
    Contracts.addOverlay(Op);
  if (Op.Overlay)
    leaveSystemMacros(Op, SM);
  std::optional<Place> P = placeOf(Op, C);
  if (!P || !Files.isAudited(SM.getFileID(P->Token)))
    return;
  if (!Enabled.count(&From)) {
    Comments.operation(From, Op, *P, Stack, C);
    return;
  }
  const auto *Node = dyn_cast_if_present<const Stmt *>(Stack.back());
  Facts.addTo(Op, Node, C);
  Precision Sure = !Op.UsedMacro.isValid() && isUndecided(Node)
                       ? Precision::Possible
                       : Op.Sure;
  notePattern(Op, C, Sure);
  // An operation at a definition is the definition's, not the using function's.
  if (const FunctionDecl *F = titleFunction(C.Function);
      F && !P->AtDefinition) {
    Location Where = Files.location(SM.getFileLoc(F->getLocation()));
    if (Where.File == Files.display(SM.getFileID(P->Token)))
      Out.Files[Where.File].FunctionsWithOperations.insert(Where);
  }
  Key K{&From, Op.Kind.str(), Files.location(P->Spelling),
        Files.location(P->Token), Op.LinkageName};
  auto [It, IsNew] = Found.try_emplace(std::move(K));
  Candidate &Known = It->second;
  if (IsNew) {
    Known.Value = makeSite(From, Op, *P, C, Stack);
  } else if (Op.Proof.empty() && Known.Value.State == Status::Proven) {
    // Another instantiation, or another use, may have no proof.
    Site Other = makeSite(From, Op, *P, C, Stack);
    Other.Expansions = std::move(Known.Value.Expansions);
    llvm::append_range(Other.Defects, Known.Value.Defects);
    Known.Value = std::move(Other);
  } else {
    llvm::append_range(Known.Value.Defects, Op.Defects);
  }
  if (P->AtDefinition)
    Known.Value.Expansions.insert(Files.location(P->Expansion));
  if (!C.InInstantiation) {
    Known.Value.Sure =
        Known.InPattern ? std::min(Known.Value.Sure, Sure) : Sure;
    Known.InPattern = true;
    if (Op.IsGuess)
      Known.Guessed = Op.Token;
    return;
  }
  Known.InInstantiation =
      Known.InInstantiation ? std::min(*Known.InInstantiation, Sure) : Sure;
}

Site Auditor::makeSite(const Check &From, const Operation &Op, const Place &P,
                       const Context &Around, ArrayRef<Node> Stack) {
  const Context C = Around.with(Files.settingsIn(SM.getFileID(P.Token)));
  const KindInfo *Kind = findKind(*From.Info, Op.Kind);
  assert(Kind && "a check reports only its own kinds");
  Site S;
  S.Check = From.Info->Name.str();
  S.Kind = Op.Kind.str();
  S.Level = Kind->Level;
  S.Where = Files.location(P.Begin);
  Location End = Files.location(P.End);
  S.EndLine = End.Line;
  S.EndColumn = End.Column;
  S.Token = Files.location(P.Spelling);
  S.Identity = Op.LinkageName;
  if (!P.AtDefinition) {
    S.Function = functionTitle(C.Function);
    S.FunctionName = functionName(C.Function);
  }
  S.Macro = P.Macro;
  S.Register = Op.Register;
  S.Object = Op.Object;
  S.Rewrites = Op.Rewrites;
  S.Snippet = snippetOf(P.Begin, P.End, AST, SnippetLimit);
  S.Tokens = tokensOf(P.Begin, P.End, AST);
  S.Defects = Op.Defects;
  for (const auto &[Loc, Message] : Op.Related)
    S.Related.push_back({Files.location(SM.getFileLoc(Loc)), Message});
  llvm::sort(S.Related);
  S.Notes.insert(Op.Notes.begin(), Op.Notes.end());
  addLinkage(Op.Declarations, Files, Out.Configuration, S.Declarations);
  PropertySet Required = Kind->Required;
  for (Property Void : allProperties())
    if (Op.Void.contains(Void))
      Required.erase(Void);
  Association A =
      findDocumentation(Op, P, Stack, {From.Info, Kind}, Required, C, Files);
  if (!A.Comment && A.Rejection.empty())
    Contracts.document(Op, P, C, A);
  if (!A.Comment && A.Rejection.empty())
    A.Rejection = A.Placeholder;
  if (Op.isUse())
    Contracts.decideUse(S, Op, A, C);
  std::optional<NamesInScope> Named = namesFor(A, Op, P, C);
  decide(S, Op, A, Required, !Kind->Required.empty(), Named ? &*Named : nullptr,
         C);
  if (!Files.isReadable(SM.getFileID(P.Token)))
    S.State = Status::Unknown;
  S.Safer = saferForms(Op, P, Stack.back(), C);
  Remarks.site(S, Op, P, C);
  Comments.operation(From, Op, P, Stack, C);
  Comments.site(S, Op, P, Stack, C);
  return S;
}

/// What the comment of \p A may lean on, where strict mode asks for it.
std::optional<NamesInScope> Auditor::namesFor(const Association &A,
                                              const Operation &Op,
                                              const Place &P,
                                              const Context &C) {
  if (!C.Settings.Strict || !A.Comment)
    return std::nullopt;
  return Names.at(possibleNames(A.Comment->Text), Op, P, C);
}

/// \p Asks: the kind asks for properties at all, whatever the types make void.
void Auditor::decide(Site &S, const Operation &Op, const Association &A,
                     PropertySet Required, bool Asks, const NamesInScope *Names,
                     const Context &C) {
  for (const Considered &L : A.Looked)
    S.Looked.push_back(
        (L.File.empty() || L.File == S.Where.File ? "line " : L.File + ":") +
        std::to_string(L.Line) + ": \"" + L.Text + "\": " + L.Rule);
  S.Rejection = A.Rejection;
  S.Properties = propertiesOf(Op, A, Required, Names, C, Files);
  if (A.Comment)
    S.Comment =
        CommentRef{A.Comment->Text, A.File.empty() ? S.Where.File : A.File,
                   A.Comment->Line, A.Where};
  if (Op.isUse())
    return; // ContractFinder::decideUse() has
  S.Proof =
      Op.Proof.empty() && Asks ? provenByEvidence(S.Properties) : Op.Proof;
  if (!S.Proof.empty()) {
    S.State = Status::Proven;
    for (PropertyState &P : S.Properties)
      if (P.Origin == PropertyOrigin::Missing)
        P = {P.Name, PropertyOrigin::Evidence, S.Proof};
    return;
  }
  S.State = A.Comment ? Status::Documented : Status::Undocumented;
  bool Open = llvm::any_of(S.Properties, [](const PropertyState &P) {
    return P.Origin == PropertyOrigin::Missing;
  });
  if (A.Comment && C.Settings.Strict && Open)
    S.State = Status::Partial;
}

/// Forgets the kinds that were guessed from a pattern where instantiations have
/// shown something else.
void Auditor::dropWrongGuesses() {
  std::erase_if(Found, [&](const auto &Each) {
    const Candidate &Known = Each.second;
    return Known.Guessed.isValid() && !Known.InInstantiation &&
           Decided.contains(Known.Guessed);
  });
}

void Auditor::finish() {
  dropWrongGuesses();
  for (auto &[K, Known] : Found) {
    // What only instantiations show is no pointer in the pattern's text.
    if (!Known.InPattern)
      Known.Value.Sure = Precision::Possible;
    else if (Known.InInstantiation)
      Known.Value.Sure = std::min(Known.Value.Sure, *Known.InInstantiation);
    Known.Value.Configurations.insert(Out.Configuration);
    Known.Value.Defects = uniteDefects(std::move(Known.Value.Defects));
    Out.Sites.push_back(std::move(Known.Value));
  }
  Comments.finish();
}

} // namespace

void analyzeAST(ASTContext &AST, const Preprocessor &PP, const Config &C,
                const FileClassifier &Files, UnitResult &Out,
                CommentCache *Kept) {
  // A comment has its operation under it whether the check is on or off.
  std::vector<const Check *> Running, Quiet;
  for (const Check *Each : allCheckImplementations())
    if (C.isCheckEnabled(*Each->Info))
      Running.push_back(Each);
    else if (CommentAudit::isEnabled(C))
      Quiet.push_back(Each);
  Auditor Handler(AST, PP, C, Files, Kept, Out);
  Out.HandlerUses = walk(AST, C, Running, Quiet, Handler);
  Handler.finish();
}

} // namespace warrant
