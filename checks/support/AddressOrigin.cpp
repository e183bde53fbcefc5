//===- AddressOrigin.cpp - Where a volatile object's address is from ------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AddressOrigin.h"
#include "ConstantEvaluator.h"
#include "DeviceOverlay.h"
#include "Types.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace warrant {
namespace {

/// Variables, parameters and functions are followed so far.
constexpr unsigned MaxDepth = 12;

/// Below it an integer is an offset; above, it may be an address.
constexpr uint64_t SmallestBase = 0x1000;

class OriginFinder {
public:
  OriginFinder(const ASTContext &AST, CallFrame F, VolatileAddress &Out,
               unsigned Depth = 0)
      : AST(AST), F(F), Out(Out), Depth(Depth) {}

  AddressOrigin ofLvalue(const Expr *E);
  AddressOrigin ofPointer(const Expr *E);
  AddressOrigin ofInteger(const Expr *E);

private:
  using Query = AddressOrigin (OriginFinder::*)(const Expr *);

  AddressOrigin ofTarget(const Expr *Pointer);
  AddressOrigin ofVariable(const VarDecl &V);
  AddressOrigin ofReference(const VarDecl &V);
  AddressOrigin ofValueOf(const Expr *E, Query Ask);
  AddressOrigin ofCall(const CallExpr &Call, Query Ask);
  AddressOrigin ofChoice(const ConditionalOperator &E, Query Ask);
  AddressOrigin ofMember(const MemberExpr &E);
  AddressOrigin ofCast(const CastExpr &E);
  AddressOrigin ofSum(const BinaryOperator &E);
  AddressOrigin follow(const Expr *E, CallFrame In, Query Ask);
  void visit(const Expr *E) {
    Out.Spellings.push_back(E->getBeginLoc());
    Out.Spellings.push_back(E->getExprLoc());
  }

  const ASTContext &AST;
  CallFrame F;
  VolatileAddress &Out;
  unsigned Depth;
  /// A cast has given what the pointer points to another type.
  bool Retyped = false;
};

} // namespace

//===----------------------------------------------------------------------===//
// What names stand for
//===----------------------------------------------------------------------===//

AddressOrigin OriginFinder::follow(const Expr *E, CallFrame In, Query Ask) {
  OriginFinder Next(AST, In, Out, Depth + 1);
  Next.Retyped = Retyped;
  return (Next.*Ask)(E);
}

/// The name, member or call \p E, whose value is asked for by \p Ask.
AddressOrigin OriginFinder::ofValueOf(const Expr *E, Query Ask) {
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return ofCall(*Call, Ask);
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    Out.Holders.push_back(Member->getMemberDecl());
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  if (Ref && isa<NonTypeTemplateParmDecl>(Ref->getDecl()))
    return AddressOrigin::Constant;
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!V || Depth == MaxDepth)
    return AddressOrigin::Declared;
  if (const auto *P = dyn_cast<ParmVarDecl>(V)) {
    unsigned Index = P->getFunctionScopeIndex();
    bool IsKnown = F.Caller && P->getDeclContext() == F.Function &&
                   Index < F.Arguments.size();
    return IsKnown ? follow(F.Arguments[Index], *F.Caller, Ask)
                   : AddressOrigin::Declared;
  }
  Out.Holders.push_back(V);
  const Expr *Init = V->getAnyInitializer();
  return Init && !Init->isTypeDependent() && keepsValue(*V, F.Function)
             ? follow(Init, F, Ask)
             : AddressOrigin::Declared;
}

AddressOrigin OriginFinder::ofCall(const CallExpr &Call, Query Ask) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  const FunctionDecl *Definition = nullptr;
  if (!Callee || Depth == MaxDepth)
    return AddressOrigin::Declared;
  Out.Holders.push_back(Callee);
  if (isa<CXXMethodDecl>(Callee) || !Callee->isDefined(Definition))
    return AddressOrigin::Declared;
  const Expr *Returned = returnedBy(*Definition, AST);
  if (!Returned)
    return AddressOrigin::Declared;
  llvm::ArrayRef<const Expr *> Arguments(Call.getArgs(), Call.getNumArgs());
  return follow(Returned, {Definition, Arguments, &F}, Ask);
}

AddressOrigin OriginFinder::ofChoice(const ConditionalOperator &E, Query Ask) {
  return std::min((this->*Ask)(E.getTrueExpr()),
                  (this->*Ask)(E.getFalseExpr()));
}

//===----------------------------------------------------------------------===//
// Lvalues
//===----------------------------------------------------------------------===//

/// Whether the linker, and no unit, is to say where \p V is: an array without
/// a bound, what the program may not write, or registers by their type. Other
/// variables are defined by another unit. What is read as something else than
/// it is declared as, as `extern char __base;`, has no type of its own.
static bool isLinkerSymbol(const VarDecl &V, bool Retyped) {
  QualType T = V.getType();
  if (!V.isFileVarDecl() || V.hasDefinition() != VarDecl::DeclarationOnly)
    return false;
  QualType Element = T->isIncompleteArrayType()
                         ? T->castAsArrayTypeUnsafe()->getElementType()
                         : T;
  if (!isVolatileMemory(Element))
    return Retyped && (Element->isCharType() || Element->isIncompleteType());
  return T->isIncompleteArrayType() || T.isConstQualified() ||
         isDeviceOverlay(Element);
}

AddressOrigin OriginFinder::ofReference(const VarDecl &V) {
  Out.Object = V.getType().getNonReferenceType();
  if (isa<ParmVarDecl>(V))
    return AddressOrigin::Declared;
  Out.Holders.push_back(&V);
  const Expr *Init = V.getAnyInitializer();
  return Init && !Init->isTypeDependent() && Depth < MaxDepth
             ? follow(Init, F, &OriginFinder::ofLvalue)
             : AddressOrigin::Declared;
}

AddressOrigin OriginFinder::ofVariable(const VarDecl &V) {
  if (V.getType()->isReferenceType())
    return ofReference(V);
  if (!isa<ParmVarDecl>(V))
    Out.Holders.push_back(&V);
  return isLinkerSymbol(V, Retyped) ? AddressOrigin::LinkerSymbol
                                    : AddressOrigin::Variable;
}

/// What \p Pointer, an array or a pointer, points to.
AddressOrigin OriginFinder::ofTarget(const Expr *Pointer) {
  const Expr *E = strip(Pointer);
  if (E->getType()->isArrayType())
    return ofLvalue(E);
  if (Out.Object.isNull())
    Out.Object = E->getType()->getPointeeType();
  return ofPointer(E);
}

AddressOrigin OriginFinder::ofMember(const MemberExpr &E) {
  if (const auto *V = dyn_cast<VarDecl>(E.getMemberDecl()))
    return ofVariable(*V);
  Out.Holders.push_back(E.getMemberDecl());
  return E.isArrow() ? ofTarget(E.getBase()) : ofLvalue(E.getBase());
}

AddressOrigin OriginFinder::ofLvalue(const Expr *E) {
  E = strip(E);
  visit(E);
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return ofMember(*Member);
  if (const auto *Member = dyn_cast<CXXDependentScopeMemberExpr>(E))
    return Member->isArrow() ? AddressOrigin::Declared
                             : AddressOrigin::Variable;
  if (const auto *Index = dyn_cast<ArraySubscriptExpr>(E))
    return ofTarget(Index->getBase());
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    return V ? ofVariable(*V) : AddressOrigin::Variable;
  }
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    Retyped |= Cast->getCastKind() == CK_LValueBitCast;
    return ofLvalue(Cast->getSubExpr());
  }
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return ofChoice(*Choice, &OriginFinder::ofLvalue);
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    Out.Object = E->getType();
    return ofCall(*Call, &OriginFinder::ofLvalue);
  }
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return U->getOpcode() == UO_Deref ? ofTarget(U->getSubExpr())
                                      : ofLvalue(U->getSubExpr());
  if (const auto *B = dyn_cast<BinaryOperator>(E)) {
    if (B->getOpcode() == BO_PtrMemI)
      return ofTarget(B->getLHS());
    return ofLvalue(B->getOpcode() == BO_Comma ? B->getRHS() : B->getLHS());
  }
  return AddressOrigin::Variable;
}

//===----------------------------------------------------------------------===//
// Pointers and integers
//===----------------------------------------------------------------------===//

AddressOrigin OriginFinder::ofCast(const CastExpr &E) {
  const Expr *From = E.getSubExpr();
  switch (E.getCastKind()) {
  case CK_ArrayToPointerDecay:
    return ofLvalue(From);
  case CK_NullToPointer:
    return AddressOrigin::Constant;
  case CK_LValueToRValue:
    return From->getType()->isPointerType() ? ofPointer(From) : ofInteger(From);
  case CK_BitCast:
  case CK_PointerToIntegral:
    Retyped = true;
    break;
  default:
    break;
  }
  return strip(From)->getType()->isIntegralOrEnumerationType()
             ? ofInteger(From)
             : ofPointer(From);
}

AddressOrigin OriginFinder::ofPointer(const Expr *E) {
  E = E->IgnoreParens();
  visit(E);
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return ofCast(*Cast);
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return ofChoice(*Choice, &OriginFinder::ofPointer);
  if (isa<CXXThisExpr>(E))
    return E->getType()->getPointeeType().isVolatileQualified()
               ? AddressOrigin::Declared
               : AddressOrigin::Variable;
  if (const auto *U = dyn_cast<UnaryOperator>(E)) {
    if (U->getOpcode() == UO_AddrOf) {
      Out.Object = QualType();
      return ofLvalue(U->getSubExpr());
    }
    return U->isIncrementDecrementOp() ? ofPointer(U->getSubExpr())
                                       : AddressOrigin::Declared;
  }
  if (const auto *B = dyn_cast<BinaryOperator>(E)) {
    bool IsRight = B->isAssignmentOp() || B->getOpcode() == BO_Comma ||
                   !B->getLHS()->getType()->isPointerType();
    return ofPointer(IsRight ? B->getRHS() : B->getLHS());
  }
  if (E->getType()->isArrayType())
    return ofLvalue(E);
  return ofValueOf(E, &OriginFinder::ofPointer);
}

/// Of a sum one part is the address, and the other one a position.
AddressOrigin OriginFinder::ofSum(const BinaryOperator &E) {
  struct Side {
    VolatileAddress Address;
    AddressOrigin Origin;
    unsigned Rank;
  };
  auto IsOffset = [&](const Expr &Part) {
    Expr::EvalResult Value;
    return !Part.isValueDependent() && Part.EvaluateAsInt(Value, AST) &&
           Value.Val.getInt().getLimitedValue() < SmallestBase;
  };
  auto Look = [&](const Expr &Part) {
    Side Found{Out, AddressOrigin::Declared, 4};
    Found.Origin = OriginFinder(AST, F, Found.Address, Depth).ofInteger(&Part);
    // A variable's address is a better address than an integer from elsewhere.
    if (!IsOffset(Part))
      Found.Rank = Found.Origin == AddressOrigin::Declared   ? 3
                   : Found.Origin == AddressOrigin::Variable ? 2
                                                             : 1;
    return Found;
  };
  Side Left = Look(*E.getLHS()), Right = Look(*E.getRHS());
  Side &Base = Right.Rank < Left.Rank ? Right : Left;
  Out = std::move(Base.Address);
  return Base.Origin;
}

AddressOrigin OriginFinder::ofInteger(const Expr *E) {
  E = E->IgnoreParens();
  visit(E);
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    if (B->isAdditiveOp() || B->isBitwiseOp())
      return ofSum(*B);
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return ofCast(*Cast);
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return ofChoice(*Choice, &OriginFinder::ofInteger);
  Expr::EvalResult Value;
  bool IsConstant = !E->isValueDependent() && E->EvaluateAsInt(Value, AST);
  if (isa<DeclRefExpr, CallExpr, MemberExpr>(E)) {
    AddressOrigin Found = ofValueOf(E, &OriginFinder::ofInteger);
    return IsConstant ? AddressOrigin::Constant : Found;
  }
  return IsConstant ? AddressOrigin::Constant : AddressOrigin::Declared;
}

//===----------------------------------------------------------------------===//
// The interface
//===----------------------------------------------------------------------===//

VolatileAddress addressOfLvalue(const Expr &E, const FunctionDecl *In,
                                const ASTContext &AST) {
  VolatileAddress Out;
  Out.Origin = OriginFinder(AST, {In, {}, nullptr}, Out).ofLvalue(&E);
  return Out;
}

VolatileAddress addressOfValue(const Expr &E, const FunctionDecl *In,
                               const ASTContext &AST) {
  VolatileAddress Out;
  OriginFinder Find(AST, {In, {}, nullptr}, Out);
  const Expr *Written = strip(&E);
  bool IsInteger = Written->getType()->isIntegralOrEnumerationType();
  if (Written->getType()->isPointerType())
    Out.Object = Written->getType()->getPointeeType();
  Out.Origin = IsInteger ? Find.ofInteger(&E) : Find.ofPointer(&E);
  return Out;
}

} // namespace warrant
