//===- EvaluatedVisitor.h - A visitor of what is evaluated ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A RecursiveASTVisitor that keeps out of unevaluated operands, implicit forms
// and branches that are discarded. Through constant-evaluated code it goes for
// the lambdas in it alone, whose bodies run where they are called: meanwhile
// isSilent() holds, which a derived class lifts in a lambda's body.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EVALUATEDVISITOR_H
#define WARRANT_CHECKS_SUPPORT_EVALUATEDVISITOR_H

#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/Builtins.h"
#include "llvm/Support/SaveAndRestore.h"

namespace warrant {

template <typename Derived>
class EvaluatedVisitor : public clang::RecursiveASTVisitor<Derived> {
  using Base = clang::RecursiveASTVisitor<Derived>;

public:
  using Base::getDerived;
  bool shouldVisitImplicitCode() const { return false; }

  // Types, template arguments, names and attributes. The bounds of
  // variable-length arrays are the derived class's.
  bool TraverseType(clang::QualType) { return true; }
  bool TraverseTypeLoc(clang::TypeLoc T) {
    return constantEvaluated([&] { return Base::TraverseTypeLoc(T); });
  }
  bool TraverseDecltypeTypeLoc(clang::DecltypeTypeLoc T) {
    // The lambda whose type this is may be called.
    clang::Expr *Operand =
        T.getUnderlyingExpr()->IgnoreParens()->IgnoreImplicit();
    return llvm::isa<clang::LambdaExpr>(Operand)
               ? getDerived().TraverseStmt(Operand)
               : true;
  }
  bool TraverseTypeOfExprTypeLoc(clang::TypeOfExprTypeLoc) { return true; }
  bool TraverseFunctionProtoTypeLoc(clang::FunctionProtoTypeLoc T) {
    // A function's own parameters are visited with it.
    return TraverseTypeLoc(T.getReturnLoc());
  }
  bool TraverseTemplateArgumentLoc(const clang::TemplateArgumentLoc &A) {
    return constantEvaluated(
        [&] { return Base::TraverseTemplateArgumentLoc(A); });
  }
  bool TraverseNestedNameSpecifierLoc(clang::NestedNameSpecifierLoc) {
    return true;
  }
  bool TraverseAttr(clang::Attr *) { return true; }

  // Declarations. Of template parameters the requires-clause is left out.
  bool TraverseTemplateParameterListHelper(clang::TemplateParameterList *L) {
    return llvm::all_of(*L, [&](clang::NamedDecl *Parameter) {
      return getDerived().TraverseDecl(Parameter);
    });
  }
  template <typename D> bool TraverseDeclTemplateParameterLists(D *) {
    return true;
  }
  bool TraverseVarDecl(clang::VarDecl *D) {
    if (!D->isConstexpr() && !D->hasAttr<clang::ConstInitAttr>())
      return Base::TraverseVarDecl(D);
    return constantEvaluated([&] { return Base::TraverseVarDecl(D); });
  }
  bool TraverseFieldDecl(clang::FieldDecl *D) {
    // Not a bit-field's width.
    const clang::TypeSourceInfo *Type = D->getTypeSourceInfo();
    if (Type && !TraverseTypeLoc(Type->getTypeLoc()))
      return false;
    return getDerived().TraverseStmt(D->getInClassInitializer());
  }
  bool TraverseStaticAssertDecl(clang::StaticAssertDecl *) { return true; }
  bool TraverseEnumConstantDecl(clang::EnumConstantDecl *) { return true; }
  bool TraverseConceptDecl(clang::ConceptDecl *) { return true; }
  bool TraverseConceptRequirement(clang::concepts::Requirement *) {
    return true;
  }

  // Statements.
  bool TraverseIfStmt(clang::IfStmt *S);
  bool TraverseCaseStmt(clang::CaseStmt *S) {
    return getDerived().TraverseStmt(S->getSubStmt());
  }

  bool TraverseCapturedStmt(clang::CapturedStmt *S) {
    // What OpenMP adds around it is implicit.
    return getDerived().TraverseStmt(S->getCapturedStmt());
  }

  // Expressions that are evaluated in part or not at all.
  bool TraverseArrayInitLoopExpr(clang::ArrayInitLoopExpr *E) {
    // The copy of each element is implicit, as in `auto [x, y] = array`.
    return getDerived().TraverseStmt(E->getCommonExpr()->getSourceExpr());
  }
  bool TraverseInitListExpr(clang::InitListExpr *E);
  bool TraverseUnaryExprOrTypeTraitExpr(clang::UnaryExprOrTypeTraitExpr *E);
  bool TraverseCXXTypeidExpr(clang::CXXTypeidExpr *E) {
    return !E->isTypeOperand() && E->isPotentiallyEvaluated()
               ? getDerived().TraverseStmt(E->getExprOperand())
               : true;
  }
  bool TraverseGenericSelectionExpr(clang::GenericSelectionExpr *E) {
    return E->isResultDependent()
               ? true
               : getDerived().TraverseStmt(E->getResultExpr());
  }
  bool TraverseCallExpr(clang::CallExpr *E) {
    unsigned Builtin = E->getBuiltinCallee();
    if (Builtin && AST.BuiltinInfo.isUnevaluated(Builtin))
      return true;
    return Base::TraverseCallExpr(E);
  }
  bool TraverseChooseExpr(clang::ChooseExpr *E) {
    return E->isConditionDependent()
               ? true
               : getDerived().TraverseStmt(E->getChosenSubExpr());
  }
  bool TraverseConstantExpr(clang::ConstantExpr *E) {
    return constantEvaluated([&] { return Base::TraverseConstantExpr(E); });
  }
  bool TraverseOffsetOfExpr(clang::OffsetOfExpr *E);
  bool TraverseCXXNoexceptExpr(clang::CXXNoexceptExpr *) { return true; }
  bool TraverseRequiresExpr(clang::RequiresExpr *) { return true; }
  bool TraverseConceptSpecializationExpr(clang::ConceptSpecializationExpr *) {
    return true;
  }
  bool TraverseTypeTraitExpr(clang::TypeTraitExpr *) { return true; }
  bool TraverseArrayTypeTraitExpr(clang::ArrayTypeTraitExpr *) { return true; }
  bool TraverseExpressionTraitExpr(clang::ExpressionTraitExpr *) {
    return true;
  }

protected:
  explicit EvaluatedVisitor(clang::ASTContext &AST) : AST(AST) {}

  bool isSilent() const { return Silent; }
  /// Runs \p Walk on what is constant evaluated.
  template <typename Fn> bool constantEvaluated(Fn Walk) {
    llvm::SaveAndRestore Silence(Silent, true);
    return Walk();
  }
  /// Runs \p Walk on what runs wherever it stands.
  template <typename Fn> bool evaluated(Fn Walk) {
    llvm::SaveAndRestore Speak(Silent, false);
    return Walk();
  }

private:
  clang::ASTContext &AST;
  bool Silent = false;
};

template <typename Derived>
bool EvaluatedVisitor<Derived>::TraverseIfStmt(clang::IfStmt *S) {
  auto Traverse = [&](clang::Stmt *Part) {
    return getDerived().TraverseStmt(Part);
  };
  if (S->isConsteval())
    return Traverse(S->isNegatedConsteval() ? S->getThen() : S->getElse());
  if (!S->isConstexpr())
    return Base::TraverseIfStmt(S);
  if (!Traverse(S->getInit()) || !constantEvaluated([&] {
        return Traverse(S->getConditionVariableDeclStmt()) &&
               Traverse(S->getCond());
      }))
    return false;
  if (!S->getCond()->isValueDependent())
    if (std::optional<clang::Stmt *> Live = S->getNondiscardedCase(AST))
      return Traverse(*Live);
  return Traverse(S->getThen()) && Traverse(S->getElse());
}

template <typename Derived>
bool EvaluatedVisitor<Derived>::TraverseInitListExpr(clang::InitListExpr *E) {
  // The semantic form has the conversions; what it adds is no expression.
  if (!E->isSemanticForm() && E->getSemanticForm())
    E = E->getSemanticForm();
  const clang::Stmt *Previous = nullptr;
  for (clang::Stmt *Child : E->children()) {
    // `[0 ... 999] = x` repeats one initializer.
    if (Child != Previous && !getDerived().TraverseStmt(Child))
      return false;
    Previous = Child;
  }
  return true;
}

template <typename Derived>
bool EvaluatedVisitor<Derived>::TraverseUnaryExprOrTypeTraitExpr(
    clang::UnaryExprOrTypeTraitExpr *E) {
  // `sizeof` evaluates the bounds of a variable-length array, nothing else.
  if (E->getKind() != clang::UETT_SizeOf)
    return true;
  if (E->isArgumentType())
    return TraverseTypeLoc(E->getArgumentTypeInfo()->getTypeLoc());
  return E->getArgumentExpr()->getType()->isVariableArrayType()
             ? Base::TraverseUnaryExprOrTypeTraitExpr(E)
             : true;
}

template <typename Derived>
bool EvaluatedVisitor<Derived>::TraverseOffsetOfExpr(clang::OffsetOfExpr *E) {
  // With GNU an index may be computed at run time.
  for (unsigned I = 0; I != E->getNumExpressions(); ++I) {
    clang::Expr *Index = E->getIndexExpr(I);
    if (!Index->isValueDependent() && !Index->isEvaluatable(AST) &&
        !getDerived().TraverseStmt(Index))
      return false;
  }
  return true;
}

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EVALUATEDVISITOR_H
