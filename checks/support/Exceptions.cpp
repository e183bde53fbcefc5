//===- Exceptions.cpp - Exceptions at boundaries --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Exceptions.h"
#include "ExceptionTypes.h"
#include "Linkage.h"
#include "OverlayMatch.h"
#include "clang/AST/Mangle.h"

using namespace clang;

namespace warrant {
namespace {

/// How many calls between an export and a throw are told.
constexpr unsigned MaxPlaces = 8;

/// Whether a caller learns the same from both.
bool isSame(const Escapes &A, const Escapes &B) {
  return llvm::equal(A, B, [](const Escape &X, const Escape &Y) {
    return X.isSameAs(Y) && X.Sure == Y.Sure && X.Depth == Y.Depth;
  });
}

/// The name that linkers have for \p F.
std::string symbolOf(const FunctionDecl &F) {
  return F.isExternC() ? linkageName(F)
                       : ASTNameGenerator(F.getASTContext()).getName(&F);
}

/// In which order ways out are told: what this unit knows for itself first.
bool isWorse(const Escape &A, const Escape &B) {
  auto Key = [](const Escape &E) {
    return std::tuple(E.Sure, E.Awaited != nullptr, E.Depth);
  };
  return Key(A) < Key(B);
}

} // namespace

bool ExceptionFinder::isProject(SourceLocation Loc) {
  Loc = AST.getSourceManager().getFileLoc(Loc);
  FileID File =
      Loc.isValid() ? AST.getSourceManager().getFileID(Loc) : FileID();
  return File.isValid() && Files.isAudited(File) && !Files.isVendored(File);
}

const FunctionDecl *ExceptionFinder::judged(const FunctionDecl &F) {
  const FunctionDecl *Definition = nullptr;
  bool Counts = F.getBody(Definition) && !Definition->isDependentContext() &&
                isProject(Definition->getLocation());
  return Counts ? Definition : nullptr;
}

bool ExceptionFinder::isProjects(const FunctionDecl &F) {
  return F.isExternallyVisible() &&
         llvm::all_of(F.redecls(), [&](const FunctionDecl *D) {
           return isProject(D->getLocation());
         });
}

std::optional<bool> ExceptionFinder::throws(const FunctionDecl &F) {
  return findThrows(F, Settings);
}

unsigned ExceptionFinder::indexOf(const FunctionDecl &Definition) {
  auto [It, New] = Indices.try_emplace(&Definition, Nodes.size());
  if (New) {
    Pending.insert(It->second);
    Nodes.push_back({&Definition, {}, {}});
  }
  return It->second;
}

const Escapes &ExceptionFinder::escapes(const FunctionDecl &Definition) {
  Node &Callee = Nodes[indexOf(Definition)];
  if (Current)
    Callee.Callers.insert(*Current);
  return Callee.Leaving;
}

void ExceptionFinder::update(unsigned Index) {
  Current = Index;
  Escapes Leaving = walkBody(*Nodes[Index].Definition, *this);
  Current.reset();
  Node &Walked = Nodes[Index];
  if (!isSame(Leaving, Walked.Leaving))
    Pending.insert(Walked.Callers.begin(), Walked.Callers.end());
  Walked.Leaving = std::move(Leaving);
}

/// What leaves \p Definition. Functions call each other in circles: each is
/// walked anew until nothing changes, callees first. What leaves one only
/// grows meanwhile, or gets surer.
const Escapes &ExceptionFinder::find(const FunctionDecl &Definition) {
  unsigned Index = indexOf(Definition);
  while (!Pending.empty()) {
    unsigned Last = *Pending.rbegin();
    Pending.erase(Last);
    update(Last);
  }
  return Nodes[Index].Leaving;
}

/// The same in the function that it comes out of, or null.
const Escape *ExceptionFinder::next(const Escape &E) const {
  if (!E.From)
    return nullptr;
  const Escapes &Leaving = Nodes[Indices.lookup(E.From)].Leaving;
  const auto *It = llvm::find_if(
      Leaving, [&](const Escape &Each) { return Each.isSameAs(E); });
  return It == Leaving.end() ? nullptr : It;
}

/// The same where it comes from.
const Escape &ExceptionFinder::rootOf(const Escape &E) const {
  const Escape *Root = &E;
  while (const Escape *Next = next(*Root))
    Root = Next;
  return *Root;
}

/// Where a throw is in view, by the call that leads to it; where none is, by
/// what might throw.
std::string ExceptionFinder::messageOf(const Escape &E) const {
  const Escape &Root = rootOf(E);
  std::string Text = E.What;
  if (E.Sure == Precision::Possible && &Root != &E)
    Text = Root.What + ", by way of " + nameOf(*E.From);
  return Text +
         (E.CaughtOnly.empty() ? "" : "; only " + E.CaughtOnly + " is caught");
}

/// Follows the calls to where the exception is thrown.
void ExceptionFinder::addPlaces(Operation &Op, const Escape &First) {
  unsigned Places = 0;
  for (const Escape *E = &First; E && Places != MaxPlaces; E = next(*E)) {
    Op.Related.push_back({E->Where, E->What});
    ++Places;
  }
}

/// Judges \p Functions, any of which C code may call.
void ExceptionFinder::judge(Operation &Op,
                            ArrayRef<const FunctionDecl *> Functions) {
  Escapes Leaving;
  bool Returns = false;
  for (const FunctionDecl *F : Functions) {
    Returns |= !F->getReturnType()->isVoidType();
    if (!isNothrow(*F))
      for (const Escape &E : find(*F))
        addEscape(Leaving, E);
  }
  if (Leaving.empty()) {
    if (!Returns)
      Op.Evidence.push_back(
          {Property::Errors, PropertyOrigin::Evidence,
           "nothing that is called here may throw, and nothing is returned"});
    return;
  }
  const Escape &Surest = *llvm::min_element(Leaving, isWorse);
  if (Surest.Sure == Precision::Possible) {
    Op.Evidence.push_back(
        {Property::Errors, PropertyOrigin::Missing, messageOf(Surest)});
    return;
  }
  Op.Defects.push_back({"exception-may-escape", Surest.Sure,
                        "an exception may escape: " + messageOf(Surest)});
  addPlaces(Op, Surest);
}

void ExceptionFinder::addTo(Operation &Op) {
  bool IsExport = Op.Kind == "export";
  if (!AST.getLangOpts().CXXExceptions || (!IsExport && Op.Kind != "callback"))
    return;
  llvm::SmallVector<const FunctionDecl *, 2> Functions;
  if (IsExport)
    Functions = {cast<FunctionDecl>(Op.Boundary)};
  else if (!Op.Selectors.empty())
    Functions = namedFunctions(Op.Selectors.front());
  for (const FunctionDecl *&F : Functions) {
    const FunctionDecl *Definition = nullptr;
    if (!F->getBody(Definition) || Definition->isDependentContext())
      return;
    F = Definition;
  }
  if (!Functions.empty())
    judge(Op, Functions);
}

void ExceptionFinder::addDefinition(const FunctionDecl &F, UnitResult &Out) {
  // Who calls an inline function sees its body.
  if (!IsAsked || !AST.getLangOpts().CPlusPlus || !F.isExternallyVisible() ||
      F.isDependentContext() || F.isMain() || !isProject(F.getLocation()) ||
      (F.isInlined() && !F.isExternC()))
    return;
  ExceptionFacts &Facts = Out.Exceptions[symbolOf(F)];
  Facts.Returns = !F.getReturnType()->isVoidType();
  if (!AST.getLangOpts().CXXExceptions || isNothrow(F))
    return;
  const Escapes &Leaving = find(F);
  if (Leaving.empty())
    return;
  const Escape &Worst = *llvm::min_element(Leaving, isWorse);
  Facts.Open =
      llvm::any_of(Leaving, [](const Escape &E) { return !E.Awaited; });
  if (Facts.Open)
    Facts.Awaits[""] = Worst.Sure == Precision::Possible
                           ? rootOf(Worst).What
                           : nameOf(F) + verbOf(Worst, AST);
  for (const Escape &E : Leaving)
    if (!Facts.Open)
      Facts.Awaits[symbolOf(*E.Awaited)] = nameOf(*E.Awaited);
}

} // namespace warrant
