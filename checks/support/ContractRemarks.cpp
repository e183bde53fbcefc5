//===- ContractRemarks.cpp - What is to be said of contracts --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ContractRemarks.h"
#include "SiteText.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace warrant {

constexpr llvm::StringLiteral Missing = "missing-contract";
constexpr llvm::StringLiteral Hidden = "hidden-contract";
constexpr llvm::StringLiteral Override = "override-contract";

ContractRemarks::ContractRemarks(const ASTContext &AST, const Config &Settings,
                                 UnitFiles &Files, ContractFinder &Contracts,
                                 UnitResult &Out)
    : AST(AST), Settings(Settings), Files(Files), Contracts(Contracts),
      Out(Out) {}

bool ContractRemarks::isWanted(StringRef Kind) const {
  const CheckInfo *Info = findCheck("safety-comment");
  return Info && findKind(*Info, Kind) && Settings.isCheckEnabled(*Info);
}

/// What overrides has its base's contract, and what is private has no callers
/// but its class and those that it hands it to.
static bool isForOthers(const FunctionDecl &F) {
  const auto *M = dyn_cast<CXXMethodDecl>(&F);
  return F.getAccess() != AS_private && !(M && M->size_overridden_methods());
}

/// The declaration of \p F that callers in other units know, or null.
const FunctionDecl *ContractRemarks::published(const FunctionDecl &F) const {
  const SourceManager &SM = AST.getSourceManager();
  for (const FunctionDecl *D : F.redecls()) {
    SourceLocation Loc = SM.getFileLoc(D->getLocation());
    if (!SM.isInMainFile(Loc) && Files.isAudited(SM.getFileID(Loc)))
      return D;
  }
  return AST.getLangOpts().CPlusPlus && F.isExternC() ? &F : nullptr;
}

void ContractRemarks::site(const Site &S, const Operation &Op, const Place &P,
                           const Context &C) {
  if (S.State != Status::Undocumented || Op.Boundary || Op.isUse() ||
      P.AtDefinition || !isWanted(Missing))
    return;
  const FunctionDecl *F = titleFunction(C.Function);
  if (!F || F->isMain() || !isForOthers(*F) || Told.count(F) ||
      Contracts.of(*F) || !Contracts.isOnParameter(Op, C, /*OrThis=*/false))
    return;
  const FunctionDecl *Known = published(*F);
  if (!Known)
    return;
  Told.insert(F);
  Out.Remarks.push_back(
      {Missing.str(),
       Files.location(AST.getSourceManager().getFileLoc(Known->getLocation())),
       "'" + functionTitle(F) + "' uses what its callers hand in ('" +
           S.Snippet + "'), and no contract tells them what that must be",
       functionName(F), ""});
}

/// For the metrics: what the project offers to others, and under a contract.
void ContractRemarks::notePublic(const FunctionDecl &F, const Contract *Own) {
  const FunctionDecl *Known = published(F);
  if (!Known || !isForOthers(F))
    return;
  const Location Where =
      Files.location(AST.getSourceManager().getFileLoc(Known->getLocation()));
  FileFacts &Facts = Out.Files[Where.File];
  Facts.Public.insert(Where);
  if (Own)
    Facts.PublicWithContract.insert(Where);
}

void ContractRemarks::definition(const FunctionDecl &F) {
  const Contract *Own = Contracts.of(F);
  notePublic(F, Own && !Own->Hidden ? Own : nullptr);
  if (!isWanted(Hidden))
    return;
  if (!Own || !Own->Hidden || !Own->isDemanding())
    return;
  Out.Remarks.push_back({Hidden.str(), Own->Where,
                         "the contract of '" + functionTitle(&F) +
                             "' stands only at its definition, where callers "
                             "do not see it",
                         functionName(&F), ""});
}

void ContractRemarks::declaration(const Decl &D) {
  const auto *M = dyn_cast<CXXMethodDecl>(&D);
  if (!M || M != M->getCanonicalDecl() || !M->size_overridden_methods() ||
      !isWanted(Override))
    return;
  const Contract *Own = Contracts.of(*M);
  if (!Own)
    return;
  for (const CXXMethodDecl *Base : M->overridden_methods())
    override(*M, *Own, *Base);
}

/// Who calls \p M through \p Base knows the contract of \p Base.
void ContractRemarks::override(const CXXMethodDecl &M, const Contract &Own,
                               const CXXMethodDecl &Base) {
  const Contract *Known = Contracts.of(Base);
  std::vector<std::string> Allowed;
  if (Known)
    Allowed = Known->Conditions;
  Renaming Names;
  for (unsigned I = 0; I < M.getNumParams(); ++I)
    if (M.getParamDecl(I)->getIdentifier())
      Names.push_back({M.getParamDecl(I)->getNameAsString(),
                       Base.getParamDecl(I)->getNameAsString()});
  for (const std::string &Condition : Own.Conditions)
    if (!restates(Allowed, Condition, Names))
      Out.Remarks.push_back({Override.str(), Own.Where,
                             "'" + functionTitle(&M) + "' demands more than '" +
                                 functionTitle(&Base) +
                                 "', which it overrides: '" + Condition + "'",
                             functionName(&M), ""});
}

} // namespace warrant
