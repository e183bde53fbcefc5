//===- PatternTypes.cpp - Types that a pattern's text shows ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PatternTypes.h"
#include "Types.h"

using namespace clang;

namespace warrant {
namespace {

/// How deep an operand is looked into; code that nests deeper is generated.
constexpr unsigned MaxDepth = 16;

/// What an operand is, and what it points to or is made of where that is known.
struct Shape {
  PointerShape Kind = PointerShape::None;
  QualType Element;

  explicit operator bool() const { return Kind != PointerShape::None; }
  Shape decayed() const {
    return *this ? Shape{PointerShape::Pointer, Element} : *this;
  }
};

Shape shapeOf(const Expr *E, unsigned Depth);

Shape shapeOf(QualType T) {
  if (T.isNull())
    return {};
  if (const ArrayType *Array = T->getAsArrayTypeUnsafe())
    return {PointerShape::Array, Array->getElementType()};
  if (!isRawPointer(T))
    return {};
  return {PointerShape::Pointer, T.getNonReferenceType()->getPointeeType()};
}

bool isOpen(QualType T) {
  return T->isSpecificBuiltinType(BuiltinType::Dependent) ||
         T->isUndeducedAutoType();
}

/// The type of \p E, or of what it designates; null where nothing shows it.
QualType designatedType(const Expr *E, unsigned Depth) {
  E = strip(E);
  if (!isOpen(E->getType()))
    return E->getType();
  if (const auto *Index = dyn_cast<ArraySubscriptExpr>(E)) {
    Shape Left = shapeOf(Index->getLHS(), Depth);
    return Left ? Left.Element : shapeOf(Index->getRHS(), Depth).Element;
  }
  const auto *U = dyn_cast<UnaryOperator>(E);
  return U && U->getOpcode() == UO_Deref
             ? shapeOf(U->getSubExpr(), Depth).Element
             : QualType();
}

Shape shapeOfUnary(const UnaryOperator &U, unsigned Depth) {
  if (U.isIncrementDecrementOp())
    return shapeOf(U.getSubExpr(), Depth);
  if (U.getOpcode() != UO_AddrOf)
    return {};
  QualType Object = designatedType(U.getSubExpr(), Depth);
  return Object.isNull() ? Shape() : Shape{PointerShape::Pointer, Object};
}

Shape shapeOfBinary(const BinaryView &B, unsigned Depth) {
  Shape Left = shapeOf(B.LHS, Depth);
  switch (B.Opcode) {
  case BO_Assign:
  case BO_AddAssign:
  case BO_SubAssign:
    return Left;
  case BO_Comma:
    return shapeOf(B.RHS, Depth);
  case BO_Add:
    return Left ? Left.decayed() : shapeOf(B.RHS, Depth).decayed();
  case BO_Sub: // of two pointers, or nobody knows
    return shapeOf(B.RHS, Depth) || B.RHS->isTypeDependent() ? Shape()
                                                             : Left.decayed();
  default:
    return {};
  }
}

/// A local `auto` whose initializer is dependent.
Shape shapeOfAuto(const DeclRefExpr &Ref, unsigned Depth) {
  const auto *V = dyn_cast<VarDecl>(Ref.getDecl());
  const auto *Auto =
      V ? dyn_cast<AutoType>(V->getType().getCanonicalType()) : nullptr;
  if (!Auto || !V->getInit())
    return {};
  const Expr *Init = V->getInit();
  if (const auto *List = dyn_cast<ParenListExpr>(Init))
    Init = List->getNumExprs() == 1 ? List->getExpr(0) : nullptr;
  Shape Given = Init ? shapeOf(Init, Depth) : Shape();
  return Auto->isDecltypeAuto() ? Given : Given.decayed();
}

/// A dependent call of a member, known by now, whose every overload is declared
/// to return a raw pointer: `data()` in a span's pattern.
Shape shapeOfCall(const CallExpr &Call) {
  auto Returned = [](const NamedDecl *D) {
    const auto *F = dyn_cast<FunctionDecl>(D->getUnderlyingDecl());
    return F ? shapeOf(F->getReturnType()) : Shape();
  };
  if (const FunctionDecl *F = Call.getDirectCallee())
    return Returned(F);
  const auto *Overloads =
      dyn_cast<UnresolvedMemberExpr>(Call.getCallee()->IgnoreParens());
  if (!Overloads || !llvm::all_of(Overloads->decls(), Returned))
    return {};
  return Returned(*Overloads->decls_begin());
}

Shape shapeOf(const Expr *E, unsigned Depth) {
  E = strip(E);
  if (Depth == 0)
    return {};
  QualType Known = designatedType(E, Depth - 1);
  if (!Known.isNull())
    return shapeOf(Known);
  --Depth;
  if (std::optional<BinaryView> B = asBinary(*E))
    return shapeOfBinary(*B, Depth);
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return shapeOfUnary(*U, Depth);
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E)) {
    Shape Chosen = shapeOf(Choice->getTrueExpr(), Depth);
    return Chosen ? Chosen : shapeOf(Choice->getFalseExpr(), Depth);
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return shapeOfAuto(*Ref, Depth);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return shapeOfCall(*Call);
  return {};
}

} // namespace

SourceLocation decidedOperator(const Stmt &S) {
  const auto *E = dyn_cast<Expr>(&S);
  if (!E || E->isTypeDependent())
    return {};
  if (isa<ExplicitCastExpr>(E))
    return E->getExprLoc();
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E))
    return Call->getOperator() == OO_Minus ? Call->getOperatorLoc()
                                           : SourceLocation();
  const auto *B = dyn_cast<BinaryOperator>(E);
  return B && B->getOpcode() == BO_Sub ? B->getOperatorLoc() : SourceLocation();
}

bool isUndecided(const Stmt *S) {
  const auto *E = dyn_cast_or_null<Expr>(S);
  return E && E->isInstantiationDependent();
}

PointerShape pointerShape(const Expr *E) { return shapeOf(E, MaxDepth).Kind; }

} // namespace warrant
