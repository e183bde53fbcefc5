//===- EvidenceUses.cpp - How a function uses its own variables -----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EvidenceUses.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtObjC.h"
#include "clang/AST/StmtOpenMP.h"

using namespace clang;

namespace warrant {
namespace {

/// Statements that change variables, or leave, in ways that Clang's graph of
/// control flow does not show.
bool isOpaque(const Stmt *S) {
  return isa<BlockExpr, CapturedStmt, OMPExecutableDirective, SEHTryStmt,
             MSAsmStmt, ObjCAtTryStmt>(S);
}

/// Whether \p E may return a second time, with variables as they are then.
bool returnsTwice(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier())
    return false;
  static constexpr llvm::StringLiteral Names[] = {
      "setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp", "getcontext", "vfork"};
  return Callee->hasAttr<ReturnsTwiceAttr>() ||
         llvm::is_contained(Names, Callee->getName());
}

VariableWrite::How kindOf(BinaryOperatorKind Opcode) {
  switch (Opcode) {
  case BO_Assign:
    return VariableWrite::How::Assign;
  case BO_AddAssign:
    return VariableWrite::How::Add;
  case BO_SubAssign:
    return VariableWrite::How::Subtract;
  default:
    return VariableWrite::How::Other;
  }
}

/// Whether the result of \p E is of another type than its left side, so that
/// what passes the end of that one is converted and no overflow: `i += 1u`.
bool converts(const BinaryOperator &E) {
  const auto *Compound = dyn_cast<CompoundAssignOperator>(&E);
  return Compound && Compound->getComputationResultType().getCanonicalType() !=
                         E.getLHS()->getType().getCanonicalType();
}

} // namespace

StdChoice choiceOf(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() || !Callee->isInStdNamespace() ||
      !Callee->getReturnType()->isReferenceType())
    return StdChoice::None;
  StringRef Name = Callee->getName();
  if (Call->getNumArgs() == 2 && (Name == "min" || Name == "max"))
    return Name == "min" ? StdChoice::Min : StdChoice::Max;
  return Call->getNumArgs() == 3 && Name == "clamp" ? StdChoice::Clamp
                                                    : StdChoice::None;
}

LocalUses::LocalUses(const FunctionDecl &F) : Function(F) {
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      scan(Init->getInit(), nullptr);
  scan(F.getBody(), nullptr);
}

bool LocalUses::isTrusted(const VarDecl *V) const {
  QualType T = V->getType();
  return (T->isIntegralOrEnumerationType() || T->isObjectPointerType()) &&
         isFollowed(V);
}

bool LocalUses::isFollowed(const VarDecl *V) const {
  QualType T = V->getType();
  if (Opaque || !V->hasLocalStorage() || V->getDeclContext() != &Function ||
      T.isVolatileQualified() || T->isDependentType() ||
      V->hasAttr<CleanupAttr>())
    return false;
  auto It = Variables.find(V);
  return It == Variables.end() || !It->second.Escapes;
}

llvm::ArrayRef<const Stmt *> LocalUses::writesOf(const VarDecl *V) const {
  auto It = Variables.find(V);
  return It == Variables.end() ? llvm::ArrayRef<const Stmt *>()
                               : llvm::ArrayRef(It->second.Writes);
}

const VariableWrite *LocalUses::writeAt(const Stmt *S) const {
  auto It = Writes.find(S);
  return It == Writes.end() ? nullptr : &It->second;
}

bool LocalUses::isUnsequenced(const DeclRefExpr &Ref,
                              const Stmt *Except) const {
  auto Root = Roots.find(&Ref);
  auto It = Variables.find(dyn_cast<VarDecl>(Ref.getDecl()));
  if (Root == Roots.end() || It == Variables.end())
    return true;
  if (!Changed.contains({It->first, Root->second}))
    return false;
  return llvm::any_of(It->second.Writes, [&](const Stmt *Write) {
    return Write != Except && Writes.lookup(Write).Root == Root->second &&
           !ReadFirst.contains({&Ref, Write});
  });
}

bool LocalUses::isUnchanged(const VarDecl *V) const {
  if (Opaque || !V->hasLocalStorage() || V->getDeclContext() != &Function ||
      V->getType().isVolatileQualified())
    return false;
  auto It = Variables.find(V);
  return It == Variables.end() ||
         (!It->second.Escapes && It->second.Writes.empty());
}

const VarDecl *LocalUses::candidate(const DeclRefExpr *Ref) const {
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  bool Own = V && V->getDeclContext() == &Function &&
             !Ref->refersToEnclosingVariableOrCapture();
  return Own ? V : nullptr;
}

/// Statements inside an expression share its root.
void LocalUses::scan(const Stmt *S, const Stmt *Root) {
  if (!S)
    return;
  Opaque |= isOpaque(S);
  if (const auto *E = dyn_cast<Expr>(S))
    return scanExpr(E, Use::Discarded, Root ? Root : E);
  if (const auto *Try = dyn_cast<CXXTryStmt>(S)) {
    ++TryDepth;
    scan(Try->getTryBlock(), Root);
    --TryDepth;
    for (unsigned I = 0; I != Try->getNumHandlers(); ++I)
      scan(Try->getHandler(I), Root);
    return;
  }
  // Elsewhere a value that is not read is dropped.
  bool Keeps = isa<DeclStmt, ReturnStmt, CoreturnStmt, AsmStmt>(S);
  for (const Stmt *Child : S->children()) {
    const auto *E = dyn_cast_or_null<Expr>(Child);
    if (E && Keeps)
      scanExpr(E, Use::Other, Root ? Root : E);
    else
      scan(Child, Root);
  }
}

void LocalUses::scanExpr(const Expr *E, Use U, const Stmt *Root) {
  Opaque |= isOpaque(E) || returnsTwice(E);
  const Stmt *Inner = E == Root ? nullptr : Root;
  auto Pass = [&](const Expr *Sub) { scanExpr(Sub, U, Inner ? Inner : Sub); };
  if (const auto *Paren = dyn_cast<ParenExpr>(E))
    return Pass(Paren->getSubExpr());
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return Pass(Full->getSubExpr());
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return scanCast(*Cast, U, Root);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return scanReference(*Ref, U, Root);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return scanBinary(*Binary, U, Root);
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return scanChoice(*Choice, U, Root);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_LNot)
      return Pass(Unary->getSubExpr());
    if (Unary->isIncrementDecrementOp())
      return scanWrite(*Unary, Unary->getSubExpr(),
                       {nullptr,
                        Unary->isIncrementOp() ? VariableWrite::How::Add
                                               : VariableWrite::How::Subtract,
                        nullptr, false, Root},
                       U);
  }
  if (scanUnevaluated(E, U, Root))
    return;
  // What std::min() returns is one of its arguments, which is only read then.
  Use Of = U == Use::Read && choiceOf(E) != StdChoice::None ? U : Use::Other;
  for (const Stmt *Child : E->children()) {
    if (const auto *Operand = dyn_cast_or_null<Expr>(Child))
      scanExpr(Operand, Of, Root);
    else
      scan(Child, Root);
  }
}

/// Takes what is not evaluated, or not here; true where \p E is such.
bool LocalUses::scanUnevaluated(const Expr *E, Use U, const Stmt *Root) {
  if (const auto *Lambda = dyn_cast<LambdaExpr>(E)) {
    // The body is a function of its own, with copies or references.
    for (const Expr *Captured : Lambda->capture_inits())
      if (Captured)
        scanExpr(Captured, Use::Other, Root);
    return true;
  }
  if (const auto *Trait = dyn_cast<UnaryExprOrTypeTraitExpr>(E))
    return Trait->isArgumentType() ||
           !Trait->getArgumentExpr()->getType()->isVariableArrayType();
  if (const auto *Selection = dyn_cast<GenericSelectionExpr>(E)) {
    if (!Selection->isResultDependent())
      scanExpr(Selection->getResultExpr(), U, Root);
    return true;
  }
  return isa<CXXNoexceptExpr, RequiresExpr>(E);
}

void LocalUses::scanCast(const CastExpr &E, Use U, const Stmt *Root) {
  const Expr *Sub = E.getSubExpr();
  Use Of = Use::Other;
  if (E.getCastKind() == CK_LValueToRValue)
    Of = Use::Read;
  else if (E.getCastKind() == CK_ToVoid)
    Of = Use::Discarded;
  else if (E.getCastKind() == CK_NoOp && isa<ImplicitCastExpr>(E))
    Of = U;
  scanExpr(Sub, Of, &E == Root ? Sub : Root);
}

void LocalUses::scanBinary(const BinaryOperator &E, Use U, const Stmt *Root) {
  const Expr *L = E.getLHS(), *R = E.getRHS();
  if (E.isAssignmentOp()) {
    scanWrite(E, L, {nullptr, kindOf(E.getOpcode()), R, converts(E), Root}, U);
    Assignments.push_back(&E);
    scanExpr(R, Use::Other, Root);
    Assignments.pop_back();
    return;
  }
  bool Sequenced = E.isLogicalOp() || E.getOpcode() == BO_Comma;
  bool Splits = &E == Root && Sequenced;
  bool Comma = E.getOpcode() == BO_Comma;
  scanExpr(L, Comma ? Use::Discarded : Use::Other, Splits ? L : Root);
  scanExpr(R, Comma ? U : Use::Other, Splits ? R : Root);
}

void LocalUses::scanChoice(const ConditionalOperator &E, Use U,
                           const Stmt *Root) {
  bool Splits = &E == Root;
  Use Of = U == Use::Written ? Use::Other : U;
  scanExpr(E.getCond(), Use::Other, Splits ? E.getCond() : Root);
  for (const Expr *Arm : {E.getTrueExpr(), E.getFalseExpr()})
    scanExpr(Arm, Of, Splits ? Arm : Root);
}

void LocalUses::scanWrite(const Expr &At, const Expr *Target, VariableWrite W,
                          Use U) {
  const auto *Ref = dyn_cast<DeclRefExpr>(Target->IgnoreParens());
  W.Target = candidate(Ref);
  scanExpr(Target, Ref ? Use::Written : Use::Other, W.Root);
  if (!W.Target)
    return;
  Variable &V = Variables[W.Target];
  V.Writes.push_back(&At);
  // In C++ an assignment is the variable itself, which may be bound or changed
  // once more. What an exception interrupts is not followed.
  bool Kept = At.isGLValue() && U != Use::Read && U != Use::Discarded;
  V.Escapes |= Kept || TryDepth > 0;
  auto [First, IsFirst] = Changed.try_emplace({W.Target, W.Root}, &At);
  W.Alone = IsFirst;
  if (!IsFirst)
    Writes[First->second].Alone = false;
  Writes[&At] = W;
}

void LocalUses::scanReference(const DeclRefExpr &Ref, Use U, const Stmt *Root) {
  const VarDecl *V = candidate(&Ref);
  if (!V)
    return;
  Variables[V].Escapes |= U == Use::Other;
  Roots[&Ref] = Root;
  for (const Stmt *Assignment : Assignments)
    ReadFirst.insert({&Ref, Assignment});
}

} // namespace warrant
