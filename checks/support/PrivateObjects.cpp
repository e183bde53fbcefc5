//===- PrivateObjects.cpp - Objects that nobody else changes --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PrivateObjects.h"
#include "Types.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ExprObjC.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtObjC.h"
#include "clang/AST/StmtOpenMP.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace warrant {
namespace {

/// Looks for uses of a variable that let others reach it.
class Escape {
public:
  explicit Escape(const VarDecl &V) : V(V) {}
  /// Whether \p S, a part of \p Around, lets nobody else reach the variable.
  bool isPrivate(const Stmt *S, const Stmt *Around = nullptr);

private:
  bool arePrivate(const Stmt &Around) {
    return llvm::all_of(Around.children(), [&](const Stmt *Child) {
      return isPrivate(Child, &Around);
    });
  }
  bool isPart(const Expr *E);
  bool isAssigned(const Expr &E, const Expr *To, const Stmt *Around);

  const VarDecl &V;
};

bool returnsTwice(const Stmt *S) {
  const auto *Call = dyn_cast<CallExpr>(S);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->hasAttr<ReturnsTwiceAttr>();
}

/// Bodies that run elsewhere, or that are not looked into.
bool isOpaque(const Stmt *S) {
  return isa<BlockExpr, CapturedStmt, OMPExecutableDirective, SEHTryStmt,
             MSAsmStmt, ObjCAtTryStmt>(S);
}

} // namespace

/// Whether \p E, which is read or written, is the variable, a part of it, or
/// has nothing to do with it.
bool Escape::isPart(const Expr *E) {
  E = E->IgnoreParens();
  if (isa<DeclRefExpr>(E))
    return true;
  if (const auto *Member = dyn_cast<MemberExpr>(E);
      Member && !Member->isArrow() && isa<FieldDecl>(Member->getMemberDecl()))
    return isPart(Member->getBase());
  if (const auto *Index = dyn_cast<ArraySubscriptExpr>(E)) {
    const Expr *Base = strip(Index->getBase());
    if (Base->getType()->isArrayType())
      return isPart(Base) && isPrivate(Index->getIdx(), Index);
  }
  return isPrivate(E);
}

/// In C++ an assignment is what was assigned to, and may be passed on as that.
bool Escape::isAssigned(const Expr &E, const Expr *To, const Stmt *Around) {
  const auto *Cast = dyn_cast_or_null<CastExpr>(Around);
  bool Ends = !E.isGLValue() ||
              !isa_and_nonnull<Expr, DeclStmt, ReturnStmt>(Around) ||
              (Cast && (Cast->getCastKind() == CK_LValueToRValue ||
                        Cast->getCastKind() == CK_ToVoid));
  return Ends ? isPart(To) : isPrivate(To);
}

bool Escape::isPrivate(const Stmt *S, const Stmt *Around) {
  if (!S || isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr>(S))
    return true;
  if (isOpaque(S) || returnsTwice(S))
    return false;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
    return Ref->getDecl() != &V;
  if (const auto *Lambda = dyn_cast<LambdaExpr>(S))
    return llvm::all_of(Lambda->capture_inits(), [&](const Expr *Init) {
      return isPrivate(Init, Lambda);
    });
  if (const auto *Cast = dyn_cast<CastExpr>(S))
    if (Cast->getCastKind() == CK_LValueToRValue ||
        Cast->getCastKind() == CK_ToVoid) {
      const Expr *From = Cast->getSubExpr();
      bool Changes = isa<BinaryOperator, UnaryOperator>(From->IgnoreParens());
      return Changes ? isPrivate(From->IgnoreParens(), Cast) : isPart(From);
    }
  if (const auto *B = dyn_cast<BinaryOperator>(S); B && B->isAssignmentOp())
    return isAssigned(*B, B->getLHS(), Around) && isPrivate(B->getRHS(), B);
  if (const auto *U = dyn_cast<UnaryOperator>(S);
      U && U->isIncrementDecrementOp())
    return isAssigned(*U, U->getSubExpr(), Around);
  return arePrivate(*S);
}

/// The variable that \p E is a part of, or null.
static const VarDecl *variableOf(const Expr *E) {
  for (;;) {
    E = strip(E);
    const auto *Member = dyn_cast<MemberExpr>(E);
    const auto *Index = dyn_cast<ArraySubscriptExpr>(E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return dyn_cast<VarDecl>(Ref->getDecl());
    if (Member && !Member->isArrow() && isa<FieldDecl>(Member->getMemberDecl()))
      E = Member->getBase();
    else if (Index && strip(Index->getBase())->getType()->isArrayType())
      E = Index->getBase();
    else
      return nullptr;
  }
}

std::string proveNotShared(const Expr &E, const FunctionDecl *In) {
  const VarDecl *V = variableOf(&E);
  if (!V || V->getType()->isReferenceType() || V->getType()->isDependentType())
    return {};
  std::string Name = "'" + V->getNameAsString() + "'";
  if (!V->hasLocalStorage()) {
    // What is put into a section of its own may be changed from outside.
    bool IsConstant = E.getType().isConstQualified() &&
                      V->hasDefinition() != VarDecl::DeclarationOnly &&
                      V->getAnyInitializer() && !V->hasAttr<SectionAttr>();
    return IsConstant ? "nothing writes the constant " + Name : "";
  }
  if (!In || !In->getBody() || V->getDeclContext() != In ||
      V->hasAttr<CleanupAttr>() || !Escape(*V).isPrivate(In->getBody()))
    return {};
  return "nothing else reaches the local variable " + Name;
}

} // namespace warrant
