//===- Walker.cpp - One traversal for all checks --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Walker.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/Builtins.h"
#include "llvm/Support/SaveAndRestore.h"

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

class Walker : public RecursiveASTVisitor<Walker>, private Sink {
  using Base = RecursiveASTVisitor<Walker>;

public:
  Walker(ASTContext &AST, const Config &Settings,
         ArrayRef<const Check *> Checks, WalkHandler &Handler)
      : Current{AST, Settings, nullptr, nullptr, {}, false}, Checks(Checks),
        Handler(Handler) {}

  // Patterns and instantiations are both walked: an instantiation tells what a
  // dependent operation is.
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return false; }

  // What stands in types, template arguments, names and attributes is constant
  // evaluated or unevaluated, but for the bounds of variable-length arrays,
  // which TraverseVarDecl looks after.
  bool TraverseType(QualType) { return true; }
  bool TraverseTypeLoc(TypeLoc) { return true; }
  bool TraverseTemplateArgumentLoc(const TemplateArgumentLoc &) { return true; }
  bool TraverseNestedNameSpecifierLoc(NestedNameSpecifierLoc) { return true; }
  bool TraverseAttr(Attr *) { return true; }
  bool TraverseConceptRequirement(concepts::Requirement *) { return true; }

  bool TraverseDecl(Decl *D);
  bool TraverseStmt(Stmt *S);
  bool TraverseConstructorInitializer(CXXCtorInitializer *Init);
  bool TraverseLambdaExpr(LambdaExpr *E);
  bool TraverseVarDecl(VarDecl *D);
  bool TraverseArrayInitLoopExpr(ArrayInitLoopExpr *E);
  bool TraverseStaticAssertDecl(StaticAssertDecl *) { return true; }
  bool TraverseEnumConstantDecl(EnumConstantDecl *) { return true; }
  bool TraverseConceptDecl(ConceptDecl *) { return true; }
  bool TraverseInitListExpr(InitListExpr *E);
  bool TraverseIfStmt(IfStmt *S);
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E);
  bool TraverseCXXTypeidExpr(CXXTypeidExpr *E);
  bool TraverseGenericSelectionExpr(GenericSelectionExpr *E);
  bool TraverseCallExpr(CallExpr *E);
  bool TraverseChooseExpr(ChooseExpr *E);
  // Never evaluated.
  bool TraverseCXXNoexceptExpr(CXXNoexceptExpr *) { return true; }
  bool TraverseRequiresExpr(RequiresExpr *) { return true; }
  bool TraverseConceptSpecializationExpr(ConceptSpecializationExpr *) {
    return true;
  }
  bool TraverseOffsetOfExpr(OffsetOfExpr *) { return true; }
  bool TraverseTypeTraitExpr(TypeTraitExpr *) { return true; }
  bool TraverseArrayTypeTraitExpr(ArrayTypeTraitExpr *) { return true; }
  bool TraverseExpressionTraitExpr(ExpressionTraitExpr *) { return true; }
  bool TraverseConstantExpr(ConstantExpr *E) {
    return constantEvaluated([&] { return Base::TraverseConstantExpr(E); });
  }

private:
  void report(Operation Op) override {
    Handler.operation(*Running, std::move(Op), Current, Stack);
  }

  /// Runs \p Walk with checks silent, but for lambda bodies in it.
  template <typename Fn> bool constantEvaluated(Fn Walk) {
    llvm::SaveAndRestore Silence(Silent, true);
    return Walk();
  }

  template <typename Fn> bool inFunction(const FunctionDecl *F, Fn Walk) {
    llvm::SaveAndRestore SaveFunction(Current.Function, F);
    llvm::SaveAndRestore SaveParents(FirstParent, Parents.size());
    return Walk();
  }

  bool isSkipped(const Decl *D);
  void traverseBounds(QualType T);
  bool traverseFunction(FunctionDecl *F);
  void visit(const Stmt *S);

  Context Current;
  ArrayRef<const Check *> Checks;
  WalkHandler &Handler;
  const Check *Running = nullptr;
  llvm::SmallVector<Node, 64> Stack;
  llvm::SmallVector<const Stmt *, 64> Parents;
  size_t FirstParent = 0;
  bool Silent = false;
};

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
  for (const Check *C : Checks)
    if (C->AtDecl) {
      Running = C;
      Current.Parents = ArrayRef(Parents).drop_front(FirstParent);
      C->AtDecl(*D, Current, *this);
    }
  bool Continue = F ? inFunction(F, [&] { return traverseFunction(F); })
                    : Base::TraverseDecl(D);
  Stack.pop_back();
  return Continue;
}

bool Walker::traverseFunction(FunctionDecl *F) {
  // RecursiveASTVisitor reaches parameters through the type, which is not
  // walked here.
  for (ParmVarDecl *Parameter : F->parameters()) {
    if (F->doesThisDeclarationHaveABody())
      traverseBounds(Parameter->getOriginalType());
    if (!TraverseDecl(Parameter))
      return false;
  }
  return Base::TraverseDecl(F);
}

void Walker::visit(const Stmt *S) {
  if (Silent)
    return;
  if (const auto *Call = dyn_cast<CallExpr>(S); Call && isIndirectCall(*Call))
    Handler.indirectCall(*Call);
  Current.Parents = ArrayRef(Parents).drop_front(FirstParent);
  Handler.statement(*S, Current, Stack);
  for (const Check *C : Checks)
    if (C->AtStmt) {
      Running = C;
      C->AtStmt(*S, Current, *this);
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
  llvm::SaveAndRestore Speak(Silent, false);
  inFunction(Operator, [&] { return TraverseStmt(E->getBody()); });
  FunctionTemplateDecl *Generic = E->getDependentCallOperator();
  if (!Generic)
    return true;
  llvm::SaveAndRestore SaveInstantiation(Current.InInstantiation, true);
  for (FunctionDecl *Instance : Generic->specializations())
    inFunction(Instance, [&] { return TraverseStmt(Instance->getBody()); });
  return true;
}

/// Walks the bounds of a variable-length array, which are evaluated where its
/// type is.
void Walker::traverseBounds(QualType T) {
  while (const ArrayType *Array = Current.AST.getAsArrayType(T)) {
    if (const auto *Variable = dyn_cast<VariableArrayType>(Array))
      TraverseStmt(Variable->getSizeExpr());
    T = Array->getElementType();
  }
}

bool Walker::TraverseVarDecl(VarDecl *D) {
  traverseBounds(D->getType());
  if (!D->isConstexpr() && !D->hasAttr<ConstInitAttr>())
    return Base::TraverseVarDecl(D);
  return constantEvaluated([&] { return Base::TraverseVarDecl(D); });
}

bool Walker::TraverseArrayInitLoopExpr(ArrayInitLoopExpr *E) {
  // The copy of each element is implicit, as in `auto [x, y] = array`.
  return TraverseStmt(E->getCommonExpr()->getSourceExpr());
}

bool Walker::TraverseInitListExpr(InitListExpr *E) {
  // The semantic form has the conversions; what it adds is no expression.
  InitListExpr *Form =
      E->isSemanticForm() || !E->getSemanticForm() ? E : E->getSemanticForm();
  for (Stmt *Child : Form->children())
    if (!TraverseStmt(Child))
      return false;
  return true;
}

bool Walker::TraverseIfStmt(IfStmt *S) {
  if (S->isConsteval()) {
    Stmt *Runtime = S->isNegatedConsteval() ? S->getThen() : S->getElse();
    return TraverseStmt(Runtime);
  }
  std::optional<Stmt *> Kept;
  if (S->isConstexpr() && !S->getCond()->isValueDependent())
    if (auto Live = S->getNondiscardedCase(Current.AST))
      Kept = *Live;
  if (!Kept)
    return Base::TraverseIfStmt(S);
  return TraverseStmt(S->getInit()) && TraverseStmt(*Kept);
}

bool Walker::TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E) {
  // `sizeof` evaluates the bounds of a variable-length array, nothing else.
  if (E->getKind() != UETT_SizeOf)
    return true;
  if (E->isArgumentType()) {
    traverseBounds(E->getArgumentType());
    return true;
  }
  return E->getArgumentExpr()->getType()->isVariableArrayType()
             ? Base::TraverseUnaryExprOrTypeTraitExpr(E)
             : true;
}

bool Walker::TraverseCXXTypeidExpr(CXXTypeidExpr *E) {
  return !E->isTypeOperand() && E->isPotentiallyEvaluated()
             ? TraverseStmt(E->getExprOperand())
             : true;
}

bool Walker::TraverseGenericSelectionExpr(GenericSelectionExpr *E) {
  return E->isResultDependent() ? true : TraverseStmt(E->getResultExpr());
}

bool Walker::TraverseCallExpr(CallExpr *E) {
  unsigned Builtin = E->getBuiltinCallee();
  if (Builtin && Current.AST.BuiltinInfo.isUnevaluated(Builtin))
    return true;
  return Base::TraverseCallExpr(E);
}

bool Walker::TraverseChooseExpr(ChooseExpr *E) {
  return E->isConditionDependent() ? true : TraverseStmt(E->getChosenSubExpr());
}

} // namespace

void walk(ASTContext &AST, const Config &Settings,
          ArrayRef<const Check *> Checks, WalkHandler &Handler) {
  Walker W(AST, Settings, Checks, Handler);
  for (Decl *D : AST.getTranslationUnitDecl()->decls())
    W.TraverseDecl(D);
}

} // namespace warrant
