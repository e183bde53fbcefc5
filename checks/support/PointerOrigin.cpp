//===- PointerOrigin.cpp - What a pointer was computed from ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PointerOrigin.h"
#include "MemoryRange.h"
#include "Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace warrant {
namespace {

/// \p E without what leaves a pointer where it points.
const Expr *pointerOf(const Expr *E) {
  while (true) {
    E = E->IgnoreParens();
    if (const auto *Full = dyn_cast<FullExpr>(E)) {
      E = Full->getSubExpr();
      continue;
    }
    const auto *Cast = dyn_cast<CastExpr>(E);
    if (!Cast || !Cast->getType()->isAnyPointerType() ||
        !Cast->getSubExpr()->getType()->isAnyPointerType() ||
        (Cast->getCastKind() != CK_NoOp && Cast->getCastKind() != CK_BitCast &&
         Cast->getCastKind() != CK_LValueToRValue))
      return E;
    E = Cast->getSubExpr();
  }
}

const VarDecl *variableOf(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

bool isLoop(const Stmt *S) {
  return isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
}

/// The array that std::begin(), std::end() or std::data() is called for.
const Expr *arrayOfCall(const CallExpr &Call) {
  static constexpr llvm::StringLiteral Names[] = {"begin", "end", "cbegin",
                                                  "cend", "data"};
  const FunctionDecl *Callee = Call.getDirectCallee();
  bool Known = Callee && Callee->getIdentifier() && isInStd(Callee) &&
               Call.getNumArgs() == 1 &&
               llvm::is_contained(Names, Callee->getName());
  const Expr *Array = Known ? strip(Call.getArg(0)) : nullptr;
  return Array && Array->getType()->isArrayType() ? Array : nullptr;
}

const BinaryOperator *sumOf(const Expr *E) {
  const auto *Binary = dyn_cast<BinaryOperator>(pointerOf(E));
  return Binary && Binary->isAdditiveOp() ? Binary : nullptr;
}

} // namespace

bool isSameObject(const Expr *A, const Expr *B) {
  A = A->IgnoreParenImpCasts();
  B = B->IgnoreParenImpCasts();
  if (isa<CXXThisExpr>(A))
    return isa<CXXThisExpr>(B);
  const auto *L = dyn_cast<MemberExpr>(A), *R = dyn_cast<MemberExpr>(B);
  if (L && R)
    return L->getMemberDecl() == R->getMemberDecl() &&
           L->isArrow() == R->isArrow() &&
           isSameObject(L->getBase(), R->getBase());
  const VarDecl *V = variableOf(A), *W = variableOf(B);
  return V && W && V->getCanonicalDecl() == W->getCanonicalDecl();
}

const VarDecl *variableOfObject(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  while (const auto *Member = dyn_cast<MemberExpr>(E))
    E = Member->getBase()->IgnoreParenImpCasts();
  return variableOf(E);
}

PointerOrigins::PointerOrigins(const FunctionDecl &F, const LocalUses &Uses,
                               const ASTContext &AST)
    : Function(F), Uses(Uses), AST(AST) {}

void PointerOrigins::findScopes(const Stmt *S, const Stmt *Scope) {
  if (!S || isa<LambdaExpr>(S))
    return;
  HasLabels |= isa<LabelStmt>(S);
  if (const auto *Declared = dyn_cast<DeclStmt>(S))
    for (const Decl *D : Declared->decls())
      Scopes[D] = Scope;
  if (const auto *Catch = dyn_cast<CXXCatchStmt>(S))
    Scopes[Catch->getExceptionDecl()] = S;
  if (isLoop(S) || isa<CompoundStmt, IfStmt, SwitchStmt, CXXCatchStmt>(S)) {
    Scopes[S] = Scope;
    Scope = S;
  }
  for (const Stmt *Child : S->children())
    findScopes(Child, Scope);
}

const Stmt *PointerOrigins::scopeOf(const VarDecl *V) {
  if (Scopes.empty())
    findScopes(Function.getBody(), nullptr);
  return isa<ParmVarDecl>(V) ? Function.getBody() : Scopes.lookup(V);
}

/// Whether no variable on the way is older than what \p O begins with.
bool PointerOrigins::isOldest(const Origin &O) {
  const VarDecl *First = O.Start ? O.Start : variableOfObject(O.Object);
  if (!First || isa<ParmVarDecl>(First) || !First->hasLocalStorage())
    return true;
  const Stmt *Outer = scopeOf(First);
  return llvm::all_of(Chain, [&](const VarDecl *V) {
    if (V == First)
      return true;
    const Stmt *Scope = scopeOf(V);
    while (Scope && Scope != Outer)
      Scope = Scopes.lookup(Scope);
    return Scope && !HasLabels;
  });
}

PointerOrigins::Found PointerOrigins::agree(const Found &A,
                                            const Found &B) const {
  if (AnySource)
    return A;
  if (!A || !B)
    return std::nullopt;
  if (!A->Object && !A->Start)
    return B;
  bool Same = (!B->Object && !B->Start) ||
              (A->Start ? A->Start == B->Start
                        : B->Object && isSameObject(A->Object, B->Object));
  return Same ? A : std::nullopt;
}

PointerOrigins::Found PointerOrigins::both(const Expr *A, const Expr *B) {
  return agree(of(A), of(B));
}

PointerOrigins::Found PointerOrigins::of(const Expr *Pointer) {
  const Expr *E = pointerOf(Pointer);
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return Cast->getCastKind() == CK_ArrayToPointerDecay
               ? ofObject(Cast->getSubExpr())
               : std::nullopt;
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return both(Choice->getTrueExpr(), Choice->getFalseExpr());
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->isIncrementDecrementOp())
      return of(Unary->getSubExpr());
    return Unary->getOpcode() == UO_AddrOf ? ofOperand(Unary->getSubExpr())
                                           : std::nullopt;
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    const Expr *L = Binary->getLHS(), *R = Binary->getRHS();
    if (Binary->getOpcode() == BO_Assign || Binary->getOpcode() == BO_Comma)
      return of(R);
    if (!Binary->isAdditiveOp() && Binary->getOpcode() != BO_AddAssign &&
        Binary->getOpcode() != BO_SubAssign)
      return std::nullopt;
    return of(L->getType()->isAnyPointerType() ? L : R);
  }
  if (const auto *Call = dyn_cast<CallExpr>(E))
    if (const Expr *Array = arrayOfCall(*Call))
      return ofObject(Array);
  const VarDecl *V = variableOf(E);
  return V && V->getType()->isAnyPointerType() ? ofVariable(V) : std::nullopt;
}

/// What `&E` was computed from.
PointerOrigins::Found PointerOrigins::ofOperand(const Expr *E) {
  E = E->IgnoreParens();
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return of(Element->getBase());
  if (const auto *Unary = dyn_cast<UnaryOperator>(E);
      Unary && Unary->getOpcode() == UO_Deref)
    return of(Unary->getSubExpr());
  return ofObject(E);
}

PointerOrigins::Found PointerOrigins::found(const Expr *Object) {
  if (AnySource && llvm::none_of(Objects, [&](const Expr *Other) {
        return isSameObject(Object, Other);
      }))
    Objects.push_back(Object);
  return Origin{Object, nullptr};
}

/// An object that has a name which means the same wherever it is used.
PointerOrigins::Found PointerOrigins::ofObject(const Expr *Object) {
  for (const Expr *E = Object->IgnoreParenImpCasts();;) {
    const auto *Member = dyn_cast<MemberExpr>(E);
    if (!Member) {
      const VarDecl *V = variableOf(E);
      bool Named = isa<CXXThisExpr>(E) ||
                   (V && !V->getType()->isAnyPointerType() &&
                    (!V->getType()->isReferenceType() || isa<ParmVarDecl>(V)));
      return Named ? found(Object) : std::nullopt;
    }
    if (!isa<FieldDecl>(Member->getMemberDecl()))
      return std::nullopt;
    E = Member->getBase()->IgnoreParenImpCasts();
    // What a pointer leads to is known as long as that stays what it is.
    if (const VarDecl *V = Member->isArrow() ? variableOf(E) : nullptr) {
      if (!Uses.isUnchanged(V))
        return std::nullopt;
      Chain.push_back(V);
      return found(Object);
    }
    if (Member->isArrow() && !isa<CXXThisExpr>(E))
      return std::nullopt;
  }
}

PointerOrigins::Found PointerOrigins::ofVariable(const VarDecl *V) {
  if (Open.contains(V))
    return Origin();
  if (!Uses.isTrusted(V))
    return std::nullopt;
  Chain.push_back(V);
  Open.insert(V);
  Found Result = ofSources(V);
  Open.erase(V);
  return Result;
}

/// All that \p V is ever set to.
PointerOrigins::Found PointerOrigins::ofSources(const VarDecl *V) {
  Found All = Origin();
  size_t Known = Chain.size();
  for (const Stmt *S : Uses.writesOf(V)) {
    const VariableWrite *W = Uses.writeAt(S);
    if (W->Kind == VariableWrite::How::Other)
      return std::nullopt;
    if (W->Kind == VariableWrite::How::Assign)
      All = agree(All, of(W->Value));
  }
  bool FromOutside = isa<ParmVarDecl>(V) || V->isExceptionVariable();
  const Expr *Init = FromOutside ? nullptr : V->getInit();
  if (!All || (!Init && !FromOutside))
    return All;
  if (Found First = Init ? of(Init) : std::nullopt)
    return agree(All, First);
  if (AnySource)
    return All;
  // Unless something else is assigned it has its first value, and steps on.
  Chain.truncate(Known);
  return !All->Object && !All->Start ? Found(Origin{nullptr, V}) : std::nullopt;
}

llvm::ArrayRef<const Expr *> PointerOrigins::objectsOf(const Expr *Pointer) {
  AnySource = true;
  of(Pointer);
  AnySource = false;
  llvm::erase_if(Objects, [&](const Expr *E) {
    return !isOldest({E, nullptr}) || isReplaced(E);
  });
  Chain.clear();
  return Objects;
}

/// Whether a pointer that leads to \p Object leads to another one in each turn
/// of a loop.
bool PointerOrigins::isReplaced(const Expr *Object) {
  const VarDecl *V = variableOfObject(Object);
  if (!V || !V->getType()->isPointerType() || isa<ParmVarDecl>(V))
    return false;
  bool Turns = HasLabels || !V->hasLocalStorage();
  for (const Stmt *S = scopeOf(V); S; S = Scopes.lookup(S))
    Turns |= isLoop(S);
  return Turns || HasLabels;
}

/// Whether \p E is where the pointers of \p O begin: the array, the variable
/// that never moves, or a copy of either.
bool PointerOrigins::isBeginning(const Expr *E, const Origin &O) const {
  E = pointerOf(E);
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return Cast->getCastKind() == CK_ArrayToPointerDecay;
  const VarDecl *V = variableOf(E);
  if (!V || !Uses.isUnchanged(V))
    return false;
  const Expr *Init = isa<ParmVarDecl>(V) ? nullptr : V->getInit();
  return V == O.Start || (Init && isBeginning(Init, O));
}

/// Whether comparing \p E may ask if arithmetic went wrong, which is no proof
/// that it did not: `p + n > end`, and whether anything is below the beginning.
bool PointerOrigins::isTest(const Expr *E, const Origin &O) const {
  bool Sums = false;
  while (const BinaryOperator *Sum = sumOf(E)) {
    const Expr *L = Sum->getLHS();
    E = L->getType()->isPointerType() ? L : Sum->getRHS();
    Sums = true;
  }
  // `s + n` is an end that is written where it is asked for.
  return Sums != isBeginning(E, O);
}

std::string PointerOrigins::sameObject(const Expr *A, const Expr *B,
                                       bool IsOrder) {
  Chain.clear();
  Found O = both(A, B);
  if (!O || (!O->Object && !O->Start) || !isOldest(*O) ||
      (IsOrder && (isTest(A, *O) || isTest(B, *O))))
    return {};
  return "both are computed from " +
         (O->Object ? quoted(O->Object, AST)
                    : "'" + O->Start->getNameAsString() + "'");
}

} // namespace warrant
