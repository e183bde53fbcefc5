//===- NameScope.cpp - Which words are names where ------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NameScope.h"
#include "Anchors.h"
#include "SiteText.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {

//===----------------------------------------------------------------------===//
// What the unit declares
//===----------------------------------------------------------------------===//

namespace {

/// Calls \p Tell for each declaration in \p Of and in what nests in it, but for
/// parameters and locals; what \p Skip answers true for is left out whole.
/// \p Own leaves out what a precompiled header holds: it is not the project's.
class NameCollector {
public:
  using Visitor = llvm::function_ref<void(const NamedDecl &)>;
  using Filter = llvm::function_ref<bool(const Decl &)>;
  NameCollector(Visitor Tell, Filter Skip, bool Own)
      : Tell(Tell), Skip(Skip), Own(Own) {}

  void collect(const DeclContext &Of) {
    if (!Own)
      (void)Of.decls_begin(); // loads what is in a precompiled header
    for (const Decl *D : Of.noload_decls())
      if (!Skip(*D))
        add(*D);
  }

private:
  void add(const Decl &D) {
    if (const auto *Friend = dyn_cast<FriendDecl>(&D)) {
      if (const NamedDecl *Named = Friend->getFriendDecl())
        add(*Named);
      return;
    }
    if (const auto *Named = dyn_cast<NamedDecl>(&D))
      Tell(*Named);
    if (const auto *Template = dyn_cast<TemplateDecl>(&D)) {
      addTemplate(*Template);
      return;
    }
    const auto *Inner = dyn_cast<DeclContext>(&D);
    if (Inner && !isa<FunctionDecl>(D))
      collect(*Inner);
  }

  void addTemplate(const TemplateDecl &Template) {
    if (const TemplateParameterList *List = Template.getTemplateParameters())
      for (const NamedDecl *P : *List)
        Tell(*P);
    if (const NamedDecl *Templated = Template.getTemplatedDecl())
      add(*Templated);
  }

  Visitor Tell;
  Filter Skip;
  bool Own;
};

} // namespace

void NameScope::collect() {
  if (Collected)
    return;
  Collected = true;
  auto Tell = [&](const NamedDecl &D) {
    if (const IdentifierInfo *II = D.getIdentifier())
      Names[II] |= isa<FieldDecl, IndirectFieldDecl>(D);
    if (const auto *F = dyn_cast<FunctionDecl>(&D))
      for (const ParmVarDecl *P : F->parameters())
        if (const IdentifierInfo *II = P->getIdentifier())
          Parameters[II].push_back(F);
  };
  NameCollector(
      Tell, [](const Decl &) { return false; }, /*Own=*/false)
      .collect(*AST.getTranslationUnitDecl());
  LangOptions Language;
  Language.C99 = Language.CPlusPlus = Language.CPlusPlus11 = true;
  Language.CPlusPlus20 = Language.Bool = Language.Char8 = true;
  Keywords = std::make_unique<IdentifierTable>(Language);
}

bool NameScope::isKeyword(StringRef Word) {
  return Keywords->find(Word) != Keywords->end();
}

bool NameScope::isOfUnit(StringRef Word) {
  collect();
  // NULL is no fact, and a keyword names nothing.
  if (Word == "NULL" || isKeyword(Word))
    return false;
  const IdentifierInfo *II = nullptr;
  // A precompiled header is asked too. What nobody knows stays unknown: get()
  // would enter it into the table.
  if (auto It = AST.Idents.find(Word); It != AST.Idents.end())
    II = It->second;
  else if (auto *External = AST.Idents.getExternalIdentifierLookup())
    II = External->get(Word);
  return II && (II->hadMacroDefinition() || Names.count(II));
}

bool NameScope::isField(StringRef Word) {
  auto It = AST.Idents.find(Word);
  return It != AST.Idents.end() && Names.lookup(It->second);
}

bool NameScope::isAudited(SourceLocation Loc) {
  const SourceManager &SM = AST.getSourceManager();
  Loc = Loc.isValid() ? SM.getFileLoc(Loc) : Loc;
  return Loc.isValid() && Files.isAudited(SM.getFileID(Loc));
}

std::set<std::string> NameScope::declared() {
  std::set<std::string> Out;
  auto Tell = [&](const NamedDecl &D) {
    if (const IdentifierInfo *II = D.getIdentifier())
      Out.insert(II->getName().str());
  };
  NameCollector(
      Tell, [&](const Decl &D) { return !isAudited(D.getLocation()); },
      /*Own=*/true)
      .collect(*AST.getTranslationUnitDecl());
  for (const auto &[II, State] : PP.macros(/*IncludeExternalMacros=*/false)) {
    const MacroDirective *Last = State.getLatest();
    if (Last && isAudited(Last->getLocation()))
      Out.insert(II->getName().str());
  }
  return Out;
}

//===----------------------------------------------------------------------===//
// What an operation sees
//===----------------------------------------------------------------------===//

namespace {

using WordSet = llvm::StringSet<>;

void addName(const NamedDecl *D, WordSet &Out) {
  if (!D)
    return;
  if (const IdentifierInfo *II = D->getIdentifier())
    Out.insert(II->getName());
  if (const auto *Parts = dyn_cast<DecompositionDecl>(D))
    for (const BindingDecl *Part : Parts->bindings())
      addName(Part, Out);
}

void addLocals(const Stmt *S, WordSet &Out) {
  while (const auto *Labelled = dyn_cast_or_null<SwitchCase>(S))
    S = Labelled->getSubStmt();
  if (const auto *Declares = dyn_cast_or_null<DeclStmt>(S))
    for (const Decl *D : Declares->decls())
      addName(dyn_cast<NamedDecl>(D), Out);
}

/// The locals that are declared before the node inside of \p Parents.
void addLocals(ArrayRef<const Stmt *> Parents, WordSet &Out) {
  for (size_t I = 0; I < Parents.size(); ++I) {
    if (const auto *Catch = dyn_cast<CXXCatchStmt>(Parents[I]))
      addName(Catch->getExceptionDecl(), Out);
    const Stmt *Inside = I + 1 < Parents.size() ? Parents[I + 1] : nullptr;
    if (!Inside)
      continue; // the node itself; only an expression is around it
    for (const Stmt *Child : Parents[I]->children()) {
      if (Child == Inside)
        break;
      addLocals(Child, Out);
    }
  }
}

void addParameters(const FunctionDecl &F, WordSet &Out) {
  for (const FunctionDecl *D : F.redecls())
    for (const ParmVarDecl *P : D->parameters())
      addName(P, Out);
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Method)
    return;
  for (const LambdaCapture &Capture : Method->getParent()->captures())
    if (Capture.capturesVariable())
      addName(Capture.getCapturedVar(), Out);
  if (Method->isInstance())
    Out.insert("this");
}

const CXXRecordDecl *recordAround(const Context &C) {
  const DeclContext *At = C.Function ? titleFunction(C.Function) : nullptr;
  if (!At && C.Holder)
    At = C.Holder->getDeclContext();
  while (At && !At->isRecord() && !At->isFileContext())
    At = At->getParent();
  return dyn_cast_or_null<CXXRecordDecl>(At);
}

} // namespace

/// Whether \p Word is a member of the class around, or of one of its bases.
bool NameScope::isMember(StringRef Word, const Context &C) {
  const CXXRecordDecl *Record = recordAround(C);
  auto It = AST.Idents.find(Word);
  if (!Record || It == AST.Idents.end() || !Record->hasDefinition())
    return false;
  DeclarationName Name(It->second);
  auto Has = [&](const CXXRecordDecl *R) { return !R->lookup(Name).empty(); };
  bool Found = Has(Record);
  Record->forallBases([&](const CXXRecordDecl *Base) {
    Found |= Has(Base);
    return true;
  });
  return Found;
}

void NameScope::addVisible(const Operation &Op, const Place &P,
                           const Context &C, WordSet &Out) {
  const SourceManager &SM = AST.getSourceManager();
  addWords({P.Begin, P.End}, Out);
  for (const Expr *E : Op.Selectors)
    addWords({SM.getFileLoc(E->getBeginLoc()),
              Lexer::getLocForEndOfToken(SM.getFileLoc(E->getEndLoc()), 0, SM,
                                         AST.getLangOpts())},
             Out);
  if (P.AtDefinition) {
    Anchor Macro = makeMacroAnchor(P.Token, SM);
    if (Macro.Levels.empty())
      return;
    SourceLocation File = SM.getLocForStartOfFile(SM.getFileID(P.Token));
    const EnclosingLevel &Whole = Macro.Levels.front();
    addWords(
        {File.getLocWithOffset(Whole.Begin), File.getLocWithOffset(Whole.End)},
        Out);
    return;
  }
  if (const auto *F = dyn_cast_or_null<FunctionDecl>(Op.Boundary))
    addParameters(*F, Out);
  addLocals(C.Parents, Out);
  if (C.Function)
    addParameters(*C.Function, Out);
}

NamesInScope NameScope::at(const std::set<std::string> &Words,
                           const Operation &Op, const Place &P,
                           const Context &C) {
  NamesInScope Out;
  Out.AtDeclaration = Op.Boundary != nullptr;
  WordSet Visible;
  addVisible(Op, P, C, Visible);
  const FunctionDecl *F = P.AtDefinition ? nullptr : titleFunction(C.Function);
  for (const std::string &Word : Words) {
    bool Unit = isOfUnit(Word);
    if (isKeyword(Word) && Word != "this")
      continue;
    // A field of another object is at hand where the code around uses it.
    bool Near = Visible.contains(Word) || isMember(Word, C) ||
                (F && isField(Word) && codeOf(*F).contains(Word));
    if (Near)
      Out.Near.insert(Word);
    else if (Unit)
      Out.Far.insert(Word);
  }
  return Out;
}

} // namespace warrant
