//===- Contracts.cpp - The contract of a function -------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Contracts.h"
#include "Anchors.h"
#include "SiteText.h"
#include "Types.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace warrant {
namespace {

bool isLambda(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method && Method->getParent()->isLambda();
}

/// Where the part of \p D begins that is not its head: the body's brace, or a
/// constructor's first initializer.
SourceLocation headEnd(const FunctionDecl &D) {
  if (!D.doesThisDeclarationHaveABody() || !D.getBody())
    return {};
  SourceLocation End = D.getBody()->getBeginLoc();
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&D))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      if (Init->isWritten() && Init->getSourceOrder() == 0)
        End = Init->getSourceLocation();
  return End;
}

/// What the parameters that \p Asked speaks of are to the caller in \p Op.
Renaming renamingOf(const Operation &Op, const Contract &Asked,
                    const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  Renaming Names;
  bool Told = Op.Overlay && Op.Overlay->HasParameters;
  if (!Told && !Asked.Stated)
    return Names;
  unsigned Count =
      Told ? Op.Overlay->Parameters.size() : Asked.Stated->getNumParams();
  for (unsigned I = 0; I < Count; ++I) {
    std::string Name = Told ? Op.Overlay->Parameters[I]
                            : Asked.Stated->getParamDecl(I)->getNameAsString();
    if (Name.empty() || I >= Op.Arguments.size())
      continue;
    SourceRange Written = Op.Arguments[I]->getSourceRange();
    StringRef Text = Lexer::getSourceText(
        CharSourceRange::getTokenRange(SM.getFileLoc(Written.getBegin()),
                                       SM.getFileLoc(Written.getEnd())),
        SM, AST.getLangOpts());
    Names.push_back({Name, Text.str()});
  }
  return Names;
}

/// What the parameters that \p Own speaks of are called in \p F.
Renaming renamingIn(const FunctionDecl &F, const Contract &Own) {
  Renaming Names;
  unsigned Count = Own.Stated ? Own.Stated->getNumParams() : 0;
  for (unsigned I = 0; I < std::min(Count, F.getNumParams()); ++I) {
    std::string Name = Own.Stated->getParamDecl(I)->getNameAsString();
    if (!Name.empty())
      Names.push_back({Name, F.getParamDecl(I)->getNameAsString()});
  }
  return Names;
}

} // namespace

//===----------------------------------------------------------------------===//
// Finding
//===----------------------------------------------------------------------===//

std::unique_ptr<Contract> ContractFinder::findConfigured(const FunctionDecl &D,
                                                         const Anchor &Where) {
  std::vector<std::string> Headings = Settings.ContractHeadings;
  // Chromium's heading, at functions that it marks.
  if (Settings.follows("chromium") && D.hasAttr<UnsafeBufferUsageAttr>())
    Headings.push_back("PRECONDITIONS:");
  if (Headings.empty())
    return nullptr;
  const SourceManager &SM = AST.getSourceManager();
  SourceLocation Loc = SM.getFileLoc(D.getLocation());
  const CommentIndex &Comments = Files.comments(SM.getFileID(Loc));
  std::string Lines = Comments.documentationAbove(Where.Levels.front().Begin);
  std::string Text = textBehindHeading(Lines, Headings);
  if (Text.empty() || rejectionOf(Text, Settings.Reject))
    return nullptr;
  auto Made = std::make_unique<Contract>();
  Made->Stated = &D;
  Made->Conditions = conditionsOf(Text, Lines);
  Made->Text = std::move(Text);
  Made->Where = Files.location(Loc);
  return Made;
}

std::unique_ptr<Contract> ContractFinder::findAt(const FunctionDecl &D) {
  const SourceManager &SM = AST.getSourceManager();
  SourceLocation Loc = SM.getFileLoc(D.getLocation());
  if (Loc.isInvalid() || D.isImplicit() || SM.isInSystemHeader(Loc) ||
      !Files.isReadable(SM.getFileID(Loc)))
    return nullptr;
  FileID File = SM.getFileID(Loc);
  Anchor Where = makeDeclarationAnchor(D, AST);
  if (Where.Levels.empty())
    return nullptr;
  const CommentIndex &Comments = Files.comments(File);
  Association A = Comments.associate(Where);
  SourceLocation End = headEnd(D);
  bool InBody = A.Comment && End.isValid() &&
                A.Comment->Offset >= SM.getFileOffset(SM.getFileLoc(End));
  if (!A.Comment || InBody)
    return findConfigured(D, Where);
  auto Made = std::make_unique<Contract>();
  Made->Stated = &D;
  Made->Text = A.Comment->Text;
  Made->Where = {Files.display(File), A.Comment->Line, 1};
  bool AnythingGoes =
      StringRef(Made->Text).rtrim('.').equals_insensitive("none");
  if (!AnythingGoes)
    Made->Conditions = conditionsOf(
        Made->Text, Comments.documentationAbove(Where.Levels.front().Begin));
  return Made;
}

/// What is said of code that can't be edited comes before what is in it.
std::unique_ptr<Contract> ContractFinder::findInOverlay(const FunctionDecl &F) {
  std::optional<OverlayUse> Use = findOverlay(F, Settings);
  // What has a kind is the check memory-function's.
  if (!Use || !Use->Entry->Kind.empty())
    return nullptr;
  auto Made = std::make_unique<Contract>();
  for (const OverlayCondition &Each : Use->Entry->Conditions) {
    Made->Text += (Made->Text.empty() ? "" : "; ") + Each.Text;
    Made->Conditions.push_back(Each.Text);
  }
  StringRef File = Use->Entry->File;
  if (StringRef Below = File;
      Below.consume_front(Settings.Root) && Below.consume_front("/"))
    File = Below;
  Made->From = ContractSource::Overlay;
  Made->Where = {File.str(), Use->Entry->Line, 1};
  Made->Overlay = Use;
  return Made;
}

void ContractFinder::addOverlay(Operation &Op) {
  const Contract *Asked = of(*Op.Callee);
  if (!Asked || !Asked->Overlay)
    return;
  Op.Overlay = Asked->Overlay->Entry;
  Asked->Overlay->fit(Op.Arguments);
}

/// What a header says comes before what its source file says.
std::unique_ptr<Contract> ContractFinder::find(const FunctionDecl &F) {
  const SourceManager &SM = AST.getSourceManager();
  std::unique_ptr<Contract> Best;
  bool InHeader = false, BestInHeader = false;
  const FunctionDecl *Marked = nullptr;
  for (const FunctionDecl *D : F.redecls()) {
    bool Header = !SM.isInMainFile(SM.getFileLoc(D->getLocation()));
    InHeader |= Header;
    if (D->hasAttr<UnsafeBufferUsageAttr>() && !Marked)
      Marked = D;
    if (Best && (BestInHeader || !Header))
      continue;
    if (std::unique_ptr<Contract> Here = findAt(*D)) {
      Best = std::move(Here);
      BestInHeader = Header;
    }
  }
  if (Best) {
    Best->Hidden = InHeader && !BestInHeader && !Marked;
    return Best;
  }
  if (!Marked)
    return nullptr;
  auto Made = std::make_unique<Contract>();
  Made->Text = "its buffers are used within their bounds";
  Made->Conditions = {Made->Text};
  Made->Stated = Marked;
  Made->From = ContractSource::Attribute;
  Made->Where = Files.location(SM.getFileLoc(Marked->getLocation()));
  return Made;
}

/// Who calls an override that says nothing relies on what it overrides.
std::unique_ptr<Contract> ContractFinder::findInherited(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Method)
    return nullptr;
  for (const CXXMethodDecl *Base : Method->overridden_methods())
    if (const Contract *Known = of(*Base))
      return std::make_unique<Contract>(*Known);
  return nullptr;
}

const Contract *ContractFinder::of(const FunctionDecl &F) {
  const FunctionDecl *Written = F.getTemplateInstantiationPattern();
  Written = (Written ? Written : &F)->getCanonicalDecl();
  auto [It, IsNew] = Found.try_emplace(Written);
  if (IsNew && !isLambda(*Written)) {
    std::unique_ptr<Contract> Made = findInOverlay(*Written);
    if (!Made && !Written->getBuiltinID())
      Made = find(*Written);
    if (!Made)
      Made = findInherited(*Written);
    if (Made)
      Made->Name = functionName(Written);
    Found[Written] = std::move(Made);
  }
  return Found[Written].get();
}

//===----------------------------------------------------------------------===//
// In the body
//===----------------------------------------------------------------------===//

bool ContractFinder::isOnParameter(const Operation &Op, const Context &C,
                                   bool OrThis) {
  if (!C.Function || isLambda(*C.Function) || Op.Selectors.empty())
    return false;
  if (!Reach || &Reach->function() != C.Function)
    Reach = std::make_unique<ParameterReach>(*C.Function);
  bool Pointers = llvm::any_of(Op.Selectors, isPointerOperand);
  if (!Pointers)
    return Reach->reaches(Op.Selectors.front(), OrThis);
  return llvm::all_of(Op.Selectors, [&](const Expr *E) {
    return !isPointerOperand(E) || Reach->reaches(E, OrThis);
  });
}

const Contract *ContractFinder::ofCaller(const Context &C) {
  if (!C.Function || isLambda(*C.Function))
    return nullptr;
  const Contract *Own = of(*C.Function);
  return Own && Own->isDemanding() ? Own : nullptr;
}

static void takeContract(const Contract &Own, Association &A) {
  // Where it stands above the function the search has met, and left, it.
  llvm::erase_if(A.Looked, [&](const Considered &L) {
    return !L.Taken && L.Line == Own.Where.Line && L.Text == Own.Text;
  });
  A.Looked.push_back({Own.Where.Line, Own.Text,
                      "taken: the contract of the function around it",
                      /*Taken=*/true, Own.Where.File});
  A.Comment.emplace();
  A.Comment->Text = Own.Text;
  A.Comment->Line = Own.Where.Line;
  A.Comment->Contract = true;
  A.Where = Placement::Contract;
  A.File = Own.Where.File;
}

void ContractFinder::document(const Operation &Op, const Place &P,
                              const Context &C, Association &A) {
  if (C.Settings.Strict || Op.Boundary || Op.isUse() || P.AtDefinition)
    return;
  const Contract *Own = ofCaller(C);
  if (Own && isOnParameter(Op, C, /*OrThis=*/true))
    takeContract(*Own, A);
}

//===----------------------------------------------------------------------===//
// Where it is used
//===----------------------------------------------------------------------===//

void ContractFinder::decideUse(Site &S, const Operation &Op, Association &A,
                               const Context &C) {
  const Contract *Asked = asked(Op);
  assert(Asked && Asked->isDemanding() && "no use of a contract");
  unsigned Count = Asked->Conditions.size();
  std::set<unsigned> Open;
  for (unsigned I = 0; I < Count; ++I)
    Open.insert(I);
  if (A.Comment)
    Open = leftOpen(A.Comment->Text, Count);
  if (A.Comment && C.Settings.Strict && Count > 1 && Open.empty())
    for (unsigned I = 0; I < Count; ++I)
      if (!mentions(A.Comment->Text, Asked->Conditions[I]) &&
          leftOpen(A.Comment->Text, Count + 1).empty())
        Open.insert(I);
  const Contract *Own = ofCaller(C);
  bool Handed = false;
  Renaming Names, OwnNames;
  if (Own) {
    Names = renamingOf(Op, *Asked, AST);
    OwnNames = renamingIn(*C.Function, *Own);
  }
  for (unsigned I = 0; Own && I < Count; ++I)
    if (restates(Own->Conditions, Asked->Conditions[I], Names, OwnNames))
      Handed |= Open.erase(I) != 0;
  if (Handed && !A.Comment)
    takeContract(*Own, A);
  S.State = Status::Documented;
  for (auto [I, Fact] : llvm::enumerate(Op.ConditionFacts))
    if (!Fact.empty() && Open.erase(I))
      S.Proof += (S.Proof.empty() ? "" : "; ") + Fact;
  if (Open.empty() && !A.Comment)
    S.State = Status::Proven;
  else
    S.Proof.clear();
  if (!Open.empty())
    S.State = A.Comment ? Status::Partial : Status::Undocumented;
  for (unsigned I : Open) {
    std::string Number = Count > 1 ? std::to_string(I + 1) : "";
    const std::string &Text = Asked->Conditions[I];
    std::string Which = "condition" + (Number.empty() ? "" : " " + Number);
    S.Related.push_back({Asked->Where, Which + " of '" + Asked->Name +
                                           "' is left open: '" + Text + "'"});
    S.Conditions.push_back({Number, Text});
  }
  llvm::sort(S.Related);
}

} // namespace warrant
