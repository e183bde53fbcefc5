//===- ExceptionWalk.cpp - What one function lets escape ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ExceptionBody.h"
#include "ExceptionTypes.h"

using namespace clang;

namespace warrant {

/// How many functions of other units one may await; with more it is open.
constexpr unsigned MaxAwaited = 32;

static bool isAwaited(const Escape &E) { return E.Awaited; }

/// Whether nothing is left to ask of the functions of other units.
static bool isOpen(const Escape &E) { return E.Type.isNull() && !E.Awaited; }

void addEscape(Escapes &To, Escape E) {
  if (E.Awaited && llvm::any_of(To, isOpen))
    return;
  if (llvm::count_if(To, isAwaited) >= MaxAwaited)
    E.Awaited = nullptr;
  if (isOpen(E))
    llvm::erase_if(To, isAwaited);
  for (Escape &Known : To)
    if (Known.isSameAs(E)) {
      if (E.isSurerThan(Known))
        Known = std::move(E);
      return;
    }
  To.push_back(std::move(E));
}

void BodyWalk::VisitInitListExpr(const InitListExpr *E) {
  // The semantic form has the conversions.
  if (!E->isSemanticForm() && E->getSemanticForm())
    E = E->getSemanticForm();
  VisitStmt(E);
  if (E->hasArrayFiller())
    Visit(E->getArrayFiller());
}

//===----------------------------------------------------------------------===//
// What catches
//===----------------------------------------------------------------------===//

/// Takes from \p From what \p Handler catches. Of what isn't known it may
/// catch some, and the rest stays.
Escapes BodyWalk::take(Escapes &From, const CXXCatchStmt &Handler) const {
  Escapes Taken, Left;
  for (Escape &E : From) {
    bool Catches = isCaught(E.Type, Handler);
    if (!Catches && E.Type.isNull()) {
      Escape Some = E;
      Some.Awaited = nullptr;
      Some.Type = exceptionType(Handler.getCaughtType().getNonReferenceType());
      addEscape(Taken, std::move(Some));
    }
    addEscape(Catches ? Taken : Left, std::move(E));
  }
  From = std::move(Left);
  return Taken;
}

/// Runs \p Inside under the handlers of \p Try, whose ends throw again in the
/// function-try-block of a constructor or destructor.
template <typename Fn>
void BodyWalk::guarded(const CXXTryStmt &Try, Fn Inside, bool ThrowsAgain) {
  Escapes Inner;
  {
    llvm::SaveAndRestore Save(Out, &Inner);
    Inside();
  }
  std::string Types;
  for (unsigned I = 0; I != Try.getNumHandlers() && !Inner.empty(); ++I) {
    const CXXCatchStmt &Handler = *Try.getHandler(I);
    const Escapes Taken = take(Inner, Handler);
    if (QualType Type = Handler.getCaughtType(); !Type.isNull())
      Types += (Types.empty() ? "'" : ", '") +
               Type.getNonReferenceType().getUnqualifiedType().getAsString(
                   AST.getPrintingPolicy()) +
               "'";
    if (Taken.empty())
      continue;
    llvm::SaveAndRestore Save(Caught, &Taken);
    Visit(Handler.getHandlerBlock());
    if (ThrowsAgain)
      throwAgain(Taken, Handler.getBeginLoc(),
                 "the end of the handler throws on what was caught");
  }
  for (Escape &E : Inner) {
    if (E.CaughtOnly.empty())
      E.CaughtOnly = Types;
    addEscape(*Out, std::move(E));
  }
}

void BodyWalk::throwAgain(const Escapes &Taken, SourceLocation Where,
                          const std::string &What) {
  for (const Escape &E : Taken)
    addEscape(*Out, {Precision::Certain, E.Type, placeOf(Where), What});
}

//===----------------------------------------------------------------------===//
// What never runs
//===----------------------------------------------------------------------===//

void BodyWalk::VisitIfStmt(const IfStmt *S) {
  if (S->isConsteval())
    return Visit(S->isNegatedConsteval() ? S->getThen() : S->getElse());
  Visit(S->getInit());
  Visit(S->getConditionVariableDeclStmt());
  if (!S->isConstexpr())
    Visit(S->getCond());
  for (const Stmt *Branch : {S->getThen(), S->getElse()})
    if (Branch && !isNeverTaken(*S, Branch, AST))
      Visit(Branch);
}

void BodyWalk::VisitConditionalOperator(const ConditionalOperator *E) {
  std::optional<bool> Value = constantCondition(E->getCond(), AST);
  Visit(E->getCond());
  if (Value != false)
    Visit(E->getTrueExpr());
  if (Value != true)
    Visit(E->getFalseExpr());
}

/// Whether what follows \p S in its block is not reached through it.
static bool endsPath(const Stmt *S) {
  if (isa<ReturnStmt, BreakStmt, ContinueStmt, GotoStmt>(S))
    return true;
  const auto *E = dyn_cast<Expr>(S);
  E = E ? E->IgnoreImplicit()->IgnoreParens() : nullptr;
  const auto *Call = dyn_cast_or_null<CallExpr>(E);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  return isa_and_nonnull<CXXThrowExpr>(E) || (F && F->isNoReturn());
}

void BodyWalk::VisitCompoundStmt(const CompoundStmt *S) {
  bool Ended = false;
  for (const Stmt *Each : S->body()) {
    Ended = Ended && !hasLabel(Each);
    if (Ended)
      continue;
    Visit(Each);
    Ended = endsPath(Each);
  }
}

//===----------------------------------------------------------------------===//
// A function
//===----------------------------------------------------------------------===//

Escapes BodyWalk::function(const FunctionDecl &F) {
  Escapes All;
  Out = &All;
  const Stmt *Body = F.getBody();
  const auto *Try = dyn_cast_or_null<CXXTryStmt>(Body);
  auto Inside = [&] {
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F))
      for (const CXXCtorInitializer *Init : Constructor->inits())
        used(Init->isWritten() ? SourceLocation() : F.getLocation(),
             Init->getInit());
    Visit(Try ? Try->getTryBlock() : Body);
    if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&F)) {
      for (const FieldDecl *Field : Destructor->getParent()->fields())
        destroy(Field->getType(), F.getLocation());
      for (const CXXBaseSpecifier &Base : Destructor->getParent()->bases())
        destroy(Base.getType(), F.getLocation());
    }
  };
  if (Try)
    guarded(*Try, Inside, isa<CXXConstructorDecl, CXXDestructorDecl>(F));
  else
    Inside();
  for (const ParmVarDecl *P : F.parameters())
    destroy(P->getType(), P->getLocation());
  return All;
}

Escapes walkBody(const FunctionDecl &Definition, CalleeKnowledge &Known) {
  return BodyWalk(Definition.getASTContext(), Known).function(Definition);
}

} // namespace warrant
