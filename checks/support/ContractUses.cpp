//===- ContractUses.cpp - What contracts document and ask -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Contracts.h"
#include "Types.h"
#include "clang/AST/ASTLambda.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace warrant {
namespace {

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
// In the body
//===----------------------------------------------------------------------===//

bool ContractFinder::isOnParameter(const Operation &Op, const Context &C,
                                   bool OrThis) {
  if (!C.Function || isLambdaCallOperator(C.Function) || Op.Selectors.empty())
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
  if (!C.Function || isLambdaCallOperator(C.Function))
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

/// The conditions of \p Asked that \p Comment leaves open, by their index.
static std::set<unsigned>
leftByComment(const Contract &Asked, const std::optional<SafetyText> &Comment,
              bool Strict) {
  unsigned Count = Asked.Conditions.size();
  std::set<unsigned> Open;
  if (Comment)
    Open = leftOpen(Comment->Text, Count);
  // In strict mode prose answers what it has a word of.
  bool IsProse = Comment && leftOpen(Comment->Text, Count + 1).empty();
  bool MayAnswer = Comment && !(Strict && Count > 1 && IsProse);
  for (unsigned I = 0; I < Count && !MayAnswer; ++I)
    if (!Comment || !mentions(Comment->Text, Asked.Conditions[I]))
      Open.insert(I);
  return Open;
}

/// Takes from \p Open what the contract of the function around \p Op restates.
void ContractFinder::handOn(const Operation &Op, const Context &C,
                            std::set<unsigned> &Open, Association &A) {
  const Contract *Own = ofCaller(C);
  if (!Own)
    return;
  const Contract &Asked = *asked(Op);
  Renaming Names = renamingOf(Op, Asked, AST);
  Renaming OwnNames = renamingIn(*C.Function, *Own);
  bool Handed = false;
  for (unsigned I = 0; I < Asked.Conditions.size(); ++I)
    if (restates(Own->Conditions, Asked.Conditions[I], Names, OwnNames))
      Handed |= Open.erase(I) != 0;
  if (Handed && !A.Comment)
    takeContract(*Own, A);
}

static void noteOpen(Site &S, const Contract &Asked,
                     const std::set<unsigned> &Open) {
  for (unsigned I : Open) {
    bool Several = Asked.Conditions.size() > 1;
    std::string Number = Several ? std::to_string(I + 1) : "";
    const std::string &Text = Asked.Conditions[I];
    std::string Which = "condition" + (Several ? " " + Number : "");
    S.Related.push_back({Asked.Where, Which + " of '" + Asked.Name +
                                          "' is left open: '" + Text + "'"});
    S.Conditions.push_back({Number, Text});
  }
  llvm::sort(S.Related);
}

void ContractFinder::decideUse(Site &S, const Operation &Op, Association &A,
                               const Context &C) {
  const Contract *Asked = asked(Op);
  assert(Asked && Asked->isDemanding() && "no use of a contract");
  std::set<unsigned> Open = leftByComment(*Asked, A.Comment, C.Settings.Strict);
  handOn(Op, C, Open, A);
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
  noteOpen(S, *Asked, Open);
}

} // namespace warrant
