//===- Exceptions.cpp - Exceptions at boundaries --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Exceptions.h"
#include "ExceptionTypes.h"
#include "OverlayMatch.h"

using namespace clang;

namespace warrant {
namespace {

/// How many calls between an export and a throw are told.
constexpr unsigned MaxPlaces = 8;

/// Whether a caller learns the same from both.
bool isSame(const Escapes &A, const Escapes &B) {
  return llvm::equal(A, B, [](const Escape &X, const Escape &Y) {
    return X.Type == Y.Type && X.Sure == Y.Sure && X.Depth == Y.Depth;
  });
}

const Escape *findType(const Escapes &All, QualType Type) {
  const auto *It =
      llvm::find_if(All, [&](const Escape &E) { return E.Type == Type; });
  return It == All.end() ? nullptr : It;
}

std::string messageOf(const Escape &E) {
  return E.What +
         (E.CaughtOnly.empty() ? "" : "; only " + E.CaughtOnly + " is caught");
}

} // namespace

const FunctionDecl *ExceptionFinder::judged(const FunctionDecl &F) {
  const FunctionDecl *Definition = nullptr;
  if (!F.getBody(Definition) || Definition->isDependentContext())
    return nullptr;
  const SourceManager &SM = AST.getSourceManager();
  SourceLocation Loc = SM.getFileLoc(Definition->getLocation());
  FileID File = Loc.isValid() ? SM.getFileID(Loc) : FileID();
  bool IsProject =
      File.isValid() && Files.isAudited(File) && !Files.isVendored(File);
  return IsProject ? Definition : nullptr;
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

/// Follows the calls to where the exception is thrown.
void ExceptionFinder::addPlaces(Operation &Op, const Escape &First) {
  const Escape *E = &First;
  for (unsigned I = 0; E && I != MaxPlaces; ++I) {
    Op.Related.push_back({E->Where, E->What});
    E = E->From ? findType(Nodes[Indices[E->From]].Leaving, E->Type) : nullptr;
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
  const Escape &Surest =
      *llvm::min_element(Leaving, [](const Escape &A, const Escape &B) {
        return A.isSurerThan(B);
      });
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

} // namespace warrant
