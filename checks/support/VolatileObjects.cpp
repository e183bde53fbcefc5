//===- VolatileObjects.cpp - Accesses and what they are of ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "VolatileObjects.h"
#include "ConstantAddress.h"
#include "Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/FoldingSet.h"

using namespace clang;

namespace warrant {

std::optional<ScalarUse> scalarUse(const Expr &E) {
  ScalarUse Use{nullptr};
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(&E);
      Cast && Cast->getCastKind() == CK_LValueToRValue) {
    Use = {Cast->getSubExpr(), true, false};
  } else if (const auto *B = dyn_cast<BinaryOperator>(&E);
             B && B->isAssignmentOp()) {
    Use = {B->getLHS(), B->isCompoundAssignmentOp(), true};
  } else if (const auto *U = dyn_cast<UnaryOperator>(&E);
             U && U->isIncrementDecrementOp()) {
    Use = {U->getSubExpr(), true, true};
  }
  if (!Use.Lvalue || !isVolatile(Use.Lvalue->getType()))
    return std::nullopt;
  return Use;
}

/// The variable that \p E is, or is a part of, with the innermost member on the
/// way; or that member alone where `this` has it.
static std::optional<ObjectKey> variableOf(const Expr *E) {
  ObjectKey Key;
  for (E = strip(E);; E = strip(E)) {
    if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
      if (!Field)
        return std::nullopt;
      if (!Key.Member)
        Key.Member = Field;
      if (isa<CXXThisExpr>(strip(Member->getBase())))
        return Key;
      if (Member->isArrow())
        return std::nullopt;
      E = Member->getBase();
    } else if (const auto *Index = dyn_cast<ArraySubscriptExpr>(E)) {
      if (!strip(Index->getBase())->getType()->isArrayType())
        return std::nullopt;
      E = Index->getBase();
    } else {
      break;
    }
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!V || !V->hasGlobalStorage() || V->getType()->isReferenceType())
    return std::nullopt;
  Key.Variable = V->getCanonicalDecl();
  return Key;
}

std::optional<ObjectKey> objectOf(const Expr &E, const ASTContext &AST,
                                  const FunctionDecl *In) {
  if (E.isInstantiationDependent())
    return std::nullopt;
  if (std::optional<ObjectKey> Key = variableOf(&E))
    return Key;
  std::optional<ConstantAddress> Where = constantAddressOf(E, AST, In);
  if (!Where || Where->Count > 1)
    return std::nullopt;
  return ObjectKey{nullptr, nullptr, Where->First};
}

bool isSameLvalue(const Expr &A, const Expr &B, const ASTContext &AST) {
  if (A.HasSideEffects(AST, /*IncludePossibleEffects=*/false))
    return false;
  llvm::FoldingSetNodeID One, Other;
  A.IgnoreParens()->Profile(One, AST, /*Canonical=*/true);
  B.IgnoreParens()->Profile(Other, AST, /*Canonical=*/true);
  return One == Other;
}

std::string writtenText(const Expr &E, const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  CharSourceRange Range = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(E.getSourceRange()), SM,
      AST.getLangOpts());
  if (Range.isInvalid())
    Range = SM.getExpansionRange(E.getSourceRange());
  return Lexer::getSourceText(Range, SM, AST.getLangOpts()).str();
}

} // namespace warrant
