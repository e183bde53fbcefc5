//===- Walker.cpp - One traversal for all checks --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Walker.h"
#include "DeadCode.h"
#include "EvaluatedVisitor.h"
#include "InterruptHandlers.h"
#include "Owner.h"

using namespace clang;

namespace warrant {
namespace {

bool isInstantiation(const Decl *D) {
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return F->isTemplateInstantiation();
  if (const auto *R = dyn_cast<CXXRecordDecl>(D))
    return isTemplateInstantiation(R->getTemplateSpecializationKind());
  if (const auto *V = dyn_cast<VarDecl>(D))
    return isTemplateInstantiation(V->getTemplateSpecializationKind());
  return false;
}

/// A call through a pointer, whose target the text does not name.
bool isIndirectCall(const CallExpr &E) {
  return !E.isTypeDependent() && !E.getDirectCallee() &&
         !isa<CXXPseudoDestructorExpr>(E.getCallee()->IgnoreParens());
}

class Walker : public EvaluatedVisitor<Walker>, private Sink {
  using Base = EvaluatedVisitor<Walker>;

public:
  Walker(ASTContext &AST, const Config &Settings,
         ArrayRef<const Check *> Checks, ArrayRef<const Check *> Quiet,
         WalkHandler &Handler)
      : Base(AST), Current{AST, Settings, nullptr, nullptr, {}, false},
        Checks(Checks), Quiet(Quiet), Handler(Handler),
        Interrupts(AST, Settings, [&Handler](SourceLocation Loc) {
          return Handler.isAudited(Loc);
        }) {
    Current.Interrupts = &Interrupts;
  }

  // Patterns and instantiations are both walked: an instantiation tells what a
  // dependent operation is.
  bool shouldVisitTemplateInstantiations() const { return true; }

  std::map<std::string, HandlerUse> outwardUses() const {
    return Interrupts.outwardUses();
  }

  bool TraverseDecl(Decl *D);
  bool TraverseStmt(Stmt *S);
  bool TraverseConstructorInitializer(CXXCtorInitializer *Init);
  bool TraverseLambdaExpr(LambdaExpr *E);
  bool TraverseVariableArrayTypeLoc(VariableArrayTypeLoc T);
  bool TraverseClassTemplatePartialSpecializationDecl(
      ClassTemplatePartialSpecializationDecl *D);

private:
  void report(Operation Op) override {
    if (!standsHere(Op))
      return;
    if (Op.Proof.empty() && !Op.Boundary) {
      Op.Proof = Dead.prove(Visited, Current);
      if (!Op.Proof.empty())
        Op.Defects.clear();
    }
    Handler.operation(*Running, std::move(Op), Current, Stack);
  }

  template <typename Fn> bool inFunction(const FunctionDecl *F, Fn Walk) {
    llvm::SaveAndRestore SaveFunction(Current.Function, F);
    llvm::SaveAndRestore SaveParents(FirstParent, Parents.size());
    return Walk();
  }

  bool standsHere(const Operation &Op);
  bool isSkipped(const Decl *D);
  bool traverseFunction(FunctionDecl *F);
  bool traverseLambdaBodies(LambdaExpr &E, FunctionDecl &Operator);
  void visit(const Stmt *S);
  void run(ArrayRef<const Check *> These, const Stmt &S);
  void run(ArrayRef<const Check *> These, const Decl &D);

  Context Current;
  ArrayRef<const Check *> Checks, Quiet;
  WalkHandler &Handler;
  InterruptHandlers Interrupts;
  const Check *Running = nullptr;
  const Stmt *Visited = nullptr; ///< null at a declaration
  DeadCode Dead;
  llvm::SmallVector<Node, 64> Stack;
  llvm::SmallVector<const Stmt *, 64> Parents;
  size_t FirstParent = 0;
};

/// Of the declarations that are one site by their linkage name one reports it.
/// A header that is not audited can't own the site.
bool Walker::standsHere(const Operation &Op) {
  if (!Op.Boundary || Op.LinkageName.empty())
    return true;
  auto IsAudited = [&](const Decl &D) {
    return Handler.isAudited(D.getLocation());
  };
  return ownerAmong(*Op.Boundary, IsAudited) == Op.Boundary;
}

bool Walker::isSkipped(const Decl *D) {
  if (isa<TranslationUnitDecl>(D))
    return false;
  if (!Handler.isAudited(D->getLocation().isValid() ? D->getLocation()
                                                    : D->getBeginLoc()))
    return true;
  const auto *F = dyn_cast<FunctionDecl>(D);
  return F && (F->isDefaulted() || F->isImmediateFunction());
}

bool Walker::TraverseDecl(Decl *D) {
  if (!D || D->isImplicit() || isSkipped(D))
    return true;
  Stack.push_back(D);
  llvm::SaveAndRestore SaveHolder(Current.Holder, static_cast<const Decl *>(D));
  llvm::SaveAndRestore SaveInstantiation(
      Current.InInstantiation, Current.InInstantiation || isInstantiation(D));
  auto *F = dyn_cast<FunctionDecl>(D);
  if (F && F->doesThisDeclarationHaveABody() && !Current.InInstantiation)
    Handler.function(*F);
  Handler.declaration(*D);
  Current.Parents = ArrayRef(Parents).drop_front(FirstParent);
  run(Checks, *D);
  if (!Quiet.empty() && Handler.mayBeDocumented(D->getLocation()))
    run(Quiet, *D);
  bool Continue = F ? inFunction(F, [&] { return traverseFunction(F); })
                    : Base::TraverseDecl(D);
  Stack.pop_back();
  return Continue;
}

bool Walker::traverseFunction(FunctionDecl *F) {
  for (ParmVarDecl *Parameter : F->parameters())
    if (!TraverseDecl(Parameter))
      return false;
  if (const TypeSourceInfo *Type = F->getTypeSourceInfo())
    if (!TraverseTypeLoc(Type->getTypeLoc()))
      return false;
  if (auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
    for (CXXCtorInitializer *Init : Constructor->inits())
      if (!TraverseConstructorInitializer(Init))
        return false;
  return F->isThisDeclarationADefinition() ? TraverseStmt(F->getBody()) : true;
}

void Walker::visit(const Stmt *S) {
  if (isSilent())
    return;
  if (const auto *Call = dyn_cast<CallExpr>(S); Call && isIndirectCall(*Call))
    Handler.indirectCall(*Call);
  Current.Parents = ArrayRef(Parents).drop_front(FirstParent);
  Handler.statement(*S, Current, Stack);
  run(Checks, *S);
  const auto *E = dyn_cast<Expr>(S);
  if (!Quiet.empty() &&
      Handler.mayBeDocumented(E ? E->getExprLoc() : S->getBeginLoc()))
    run(Quiet, *S);
}

void Walker::run(ArrayRef<const Check *> These, const Stmt &S) {
  Visited = &S;
  for (const Check *C : These)
    if (C->AtStmt) {
      Running = C;
      C->AtStmt(S, Current, *this);
    }
}

void Walker::run(ArrayRef<const Check *> These, const Decl &D) {
  Visited = nullptr;
  for (const Check *C : These)
    if (C->AtDecl) {
      Running = C;
      C->AtDecl(D, Current, *this);
    }
}

bool Walker::TraverseStmt(Stmt *S) {
  if (!S)
    return true;
  Stack.push_back(S);
  visit(S);
  Parents.push_back(S);
  bool Continue = Base::TraverseStmt(S);
  Parents.pop_back();
  Stack.pop_back();
  return Continue;
}

bool Walker::TraverseConstructorInitializer(CXXCtorInitializer *Init) {
  if (!Init->isWritten())
    return true;
  Stack.push_back(Init);
  bool Continue = TraverseStmt(Init->getInit());
  Stack.pop_back();
  return Continue;
}

bool Walker::TraverseLambdaExpr(LambdaExpr *E) {
  for (const LambdaCapture &Capture : E->captures())
    if (Capture.isExplicit() && E->isInitCapture(&Capture))
      TraverseDecl(Capture.getCapturedVar());
  FunctionDecl *Operator = E->getCallOperator();
  if (!Operator || Operator->isImmediateFunction())
    return true;
  for (ParmVarDecl *Parameter : Operator->parameters())
    TraverseDecl(Parameter);
  // A body runs when it is called, wherever the lambda itself is evaluated.
  return evaluated([&] { return traverseLambdaBodies(*E, *Operator); });
}

bool Walker::traverseLambdaBodies(LambdaExpr &E, FunctionDecl &Operator) {
  inFunction(&Operator, [&] { return TraverseStmt(E.getBody()); });
  FunctionTemplateDecl *Generic = E.getDependentCallOperator();
  if (!Generic)
    return true;
  llvm::SaveAndRestore SaveInstantiation(Current.InInstantiation, true);
  for (FunctionDecl *Instance : Generic->specializations())
    inFunction(Instance, [&] { return TraverseStmt(Instance->getBody()); });
  return true;
}

/// The template knows the instantiations, and may be another's.
bool Walker::TraverseClassTemplatePartialSpecializationDecl(
    ClassTemplatePartialSpecializationDecl *D) {
  if (!Base::TraverseClassTemplatePartialSpecializationDecl(D))
    return false;
  ClassTemplateDecl *Template = D->getSpecializedTemplate();
  if (!isSkipped(Template))
    return true;
  return llvm::all_of(Template->specializations(),
                      [&](ClassTemplateSpecializationDecl *Each) {
                        return Each->isExplicitSpecialization() ||
                               Each->getTemplateInstantiationPattern() != D ||
                               TraverseDecl(Each);
                      });
}

bool Walker::TraverseVariableArrayTypeLoc(VariableArrayTypeLoc T) {
  if (!TraverseTypeLoc(T.getElementLoc()))
    return false;
  // Evaluated wherever the type is, but for a prototype's.
  bool Prototype = isa_and_nonnull<ParmVarDecl>(Current.Holder) &&
                   Current.Function &&
                   !Current.Function->doesThisDeclarationHaveABody();
  if (Prototype)
    return true;
  return evaluated([&] { return TraverseStmt(T.getSizeExpr()); });
}

} // namespace

std::map<std::string, HandlerUse> walk(ASTContext &AST, const Config &Settings,
                                       ArrayRef<const Check *> Checks,
                                       ArrayRef<const Check *> Quiet,
                                       WalkHandler &Handler) {
  Walker W(AST, Settings, Checks, Quiet, Handler);
  // What a precompiled header holds is not the project's.
  for (Decl *D : AST.getTranslationUnitDecl()->noload_decls())
    W.TraverseDecl(D);
  return W.outwardUses();
}

} // namespace warrant
