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
#include "clang/AST/ASTLambda.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace warrant {
namespace {

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

} // namespace

/// What heads a contract of \p D beside SAFETY.
std::vector<std::string>
ContractFinder::headingsAt(const FunctionDecl &D) const {
  std::vector<std::string> Headings = Settings.ContractHeadings;
  // Chromium's heading, at functions that it marks.
  if (Settings.follows("chromium") && D.hasAttr<UnsafeBufferUsageAttr>())
    Headings.push_back("PRECONDITIONS:");
  return Headings;
}

std::unique_ptr<Contract>
ContractFinder::findConfigured(const FunctionDecl &D, const Anchor &Where,
                               ArrayRef<std::string> Headings) {
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
  const CommentIndex &Comments = Files.comments(File);
  // Most files have no such text, and most calls are of what has no contract.
  const std::vector<std::string> Headings = headingsAt(D);
  if (Headings.empty() && Comments.isSilent())
    return nullptr;
  Anchor Where = makeDeclarationAnchor(D, AST);
  if (Where.Levels.empty())
    return nullptr;
  Association A = Comments.associate(Where);
  SourceLocation End = headEnd(D);
  bool InBody = A.Comment && End.isValid() &&
                A.Comment->Offset >= SM.getFileOffset(SM.getFileLoc(End));
  if (!A.Comment || InBody)
    return findConfigured(D, Where, Headings);
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
  if (IsNew && !isLambdaCallOperator(Written)) {
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

/// Whether the doc comment of \p D says something of the memory that callers
/// hand in: a prose contract, which nothing is asked of at calls.
bool ContractFinder::saysWhatIsHandedIn(const FunctionDecl &D) {
  SourceLocation Loc = AST.getSourceManager().getFileLoc(D.getLocation());
  FileID File = AST.getSourceManager().getFileID(Loc);
  Anchor Where = makeDeclarationAnchor(D, AST);
  if (D.isImplicit() || Where.Levels.empty() || !Files.isAudited(File) ||
      !Files.isReadable(File))
    return false;
  constexpr PropertySet Memory = {Property::Bounds, Property::Lifetime,
                                  Property::Null, Property::Alignment,
                                  Property::Initialized};
  SafetyText Doc;
  Doc.Text =
      Files.comments(File).documentationAbove(Where.Levels.front().Begin);
  return llvm::any_of(addressedProperties(Doc, Memory), [](const auto &Entry) {
    return Entry.second.first != PropertyOrigin::Missing;
  });
}

bool ContractFinder::tellsCallers(const FunctionDecl &F) {
  const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
  return isDemanding(F) || llvm::any_of((Pattern ? Pattern : &F)->redecls(),
                                        [&](const FunctionDecl *D) {
                                          return saysWhatIsHandedIn(*D);
                                        });
}

} // namespace warrant
