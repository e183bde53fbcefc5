//===- UnsequencedVolatile.cpp - Accesses in no order ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnsequencedVolatile.h"
#include "ConstantAddress.h"
#include "Registers.h"
#include "VolatileObjects.h"

using namespace clang;

namespace warrant {
namespace {

/// One access in a full expression.
struct Access {
  const Expr *Node; ///< what makes it
  ScalarUse Use;
  /// What is around the node, the outermost first.
  llvm::SmallVector<const Stmt *, 8> Around;
};

using Accesses = llvm::SmallVector<Access, 4>;

/// More are not compared with one another.
constexpr size_t MaxAccesses = 64;

/// Whether nothing below \p S is a part of its full expression, or of what is
/// evaluated.
bool isApart(const Stmt *S) {
  return isa<LambdaExpr, StmtExpr, UnaryExprOrTypeTraitExpr,
             GenericSelectionExpr, ChooseExpr, CXXNoexceptExpr, CXXTypeidExpr>(
      S);
}

/// Collects the accesses below \p S in the order of the text.
void collect(const Stmt *S, llvm::SmallVectorImpl<const Stmt *> &Around,
             Accesses &Out) {
  if (!S || isApart(S) || Out.size() == MaxAccesses)
    return;
  if (const auto *E = dyn_cast<Expr>(S))
    if (std::optional<ScalarUse> Use = scalarUse(*E))
      Out.push_back({E, *Use, {Around.begin(), Around.end()}});
  Around.push_back(S);
  for (const Stmt *Child : S->children())
    collect(Child, Around, Out);
  Around.pop_back();
}

/// How two evaluations are ordered.
enum class Order : uint8_t {
  Sequenced,
  Open,       ///< one before the other, nobody knows which
  Unsequenced ///< not even that
};

/// Of the operands \p A and \p B of \p E.
Order orderOfOperands(const BinaryOperator &E, bool CPlusPlus17) {
  if (E.isLogicalOp() || E.getOpcode() == BO_Comma)
    return Order::Sequenced;
  bool Ordered = E.isAssignmentOp() || E.isShiftOp() || E.isPtrMemOp();
  return Ordered && CPlusPlus17 ? Order::Sequenced : Order::Unsequenced;
}

/// Of the arguments of \p E; what calls an operator is ordered as the operator.
Order orderOfArguments(const CallExpr &E, bool CPlusPlus17) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E);
  if (!CPlusPlus17)
    return Order::Unsequenced;
  if (!Operator)
    return Order::Open;
  OverloadedOperatorKind Kind = Operator->getOperator();
  bool Ordered = Operator->isAssignmentOp() || Kind == OO_LessLess ||
                 Kind == OO_GreaterGreater || Kind == OO_AmpAmp ||
                 Kind == OO_PipePipe || Kind == OO_Comma ||
                 Kind == OO_Subscript || Kind == OO_ArrowStar;
  return Ordered ? Order::Sequenced : Order::Open;
}

/// Of two different parts of \p Around, one of which is \p First.
Order orderOfParts(const Stmt *Around, const Stmt *First, const Context &C) {
  bool CPlusPlus17 = C.language().CPlusPlus17;
  if (const auto *E = dyn_cast<BinaryOperator>(Around))
    return orderOfOperands(*E, CPlusPlus17);
  if (isa<ArraySubscriptExpr>(Around))
    return CPlusPlus17 ? Order::Sequenced : Order::Unsequenced;
  if (const auto *E = dyn_cast<CallExpr>(Around)) {
    bool IsCallee = E->getCallee() == First && !isa<CXXOperatorCallExpr>(E);
    return IsCallee && CPlusPlus17 ? Order::Sequenced
                                   : orderOfArguments(*E, CPlusPlus17);
  }
  if (const auto *E = dyn_cast<CXXConstructExpr>(Around))
    return E->isListInitialization() ? Order::Sequenced
           : CPlusPlus17             ? Order::Open
                                     : Order::Unsequenced;
  if (isa<InitListExpr>(Around))
    return C.language().CPlusPlus ? Order::Sequenced : Order::Open;
  return Order::Sequenced;
}

/// Of \p Outer's own access and \p Inner, which is in an operand of it. Only
/// what \p Inner changes can come late: `v = v++`. (C leaves open, too, which
/// of two `a = b = 0` writes first; compilers write what is assigned first.)
Order orderWithin(const Access &Outer, const Access &Inner, const Context &C) {
  if (!Outer.Use.Writes || !Inner.Use.Writes || C.language().CPlusPlus17 ||
      !isSameLvalue(*Outer.Use.Lvalue, *Inner.Use.Lvalue, C.AST))
    return Order::Sequenced;
  const auto *Step = dyn_cast<UnaryOperator>(Inner.Node);
  // In C++ what else changes it does so before its value is there.
  bool IsLate = !C.language().CPlusPlus || (Step && Step->isPostfix());
  return IsLate ? Order::Unsequenced : Order::Sequenced;
}

/// \p A is written, or begins, before \p B.
Order orderOf(const Access &A, const Access &B, const Context &C) {
  size_t N = 0;
  while (N < A.Around.size() && N < B.Around.size() &&
         A.Around[N] == B.Around[N])
    ++N;
  if (N < B.Around.size() && B.Around[N] == A.Node)
    return orderWithin(A, B, C);
  if (N == 0)
    return Order::Sequenced;
  const Stmt *First = N < A.Around.size() ? A.Around[N] : A.Node;
  return orderOfParts(A.Around[N - 1], First, C);
}

/// Whether what \p A accesses is surely a device's, where each access counts.
bool isDevice(const Access &A, const Context &C) {
  return constantAddressOf(*A.Use.Lvalue, C.AST, C.Function).has_value();
}

std::string quoted(const Access &A, const Context &C) {
  std::string Name = registerName(*A.Use.Lvalue, C);
  return "'" + (Name.empty() ? writtenText(*A.Use.Lvalue, C.AST) : Name) + "'";
}

/// What is wrong with \p A and \p B, in whatever order, or nothing.
std::optional<Defect> defectOf(const Access &A, const Access &B,
                               const Context &C) {
  Order Found = orderOf(A, B, C);
  if (Found == Order::Sequenced)
    return std::nullopt;
  bool Changes = A.Use.Writes || B.Use.Writes;
  bool Same = isSameLvalue(*A.Use.Lvalue, *B.Use.Lvalue, C.AST);
  bool Devices = isDevice(A, C) && isDevice(B, C);
  if (!(Same && Changes) && !Devices)
    return std::nullopt;
  std::string Objects =
      Same ? quoted(A, C) + " is accessed twice"
           : quoted(A, C) + " and " + quoted(B, C) + " are accessed";
  return Defect{"unsequenced-volatile",
                Changes ? Precision::Certain : Precision::Likely,
                Objects + " in one expression, in an order that is not "
                          "specified"};
}

/// The full expression around the node \p S of \p C.
const Stmt &fullExpression(const Stmt &S, const Context &C) {
  const Stmt *Whole = &S;
  for (unsigned N = 0;
       isa_and_nonnull<Expr>(C.parent(N)) && !isApart(C.parent(N)); ++N)
    Whole = C.parent(N);
  return *Whole;
}

} // namespace

void addUnsequenced(Operation &Op, const Stmt &Node, const Context &C) {
  const Stmt &Whole = fullExpression(Node, C);
  if (Whole.children().empty() ||
      Op.Selectors.front()->isInstantiationDependent())
    return;
  llvm::SmallVector<const Stmt *, 16> Around;
  Accesses Found;
  collect(&Whole, Around, Found);
  auto *This =
      llvm::find_if(Found, [&](const Access &A) { return A.Node == &Node; });
  if (This == Found.end())
    return;
  for (const Access &Before : llvm::make_range(Found.begin(), This))
    if (std::optional<Defect> Wrong = defectOf(Before, *This, C)) {
      Op.Defects.push_back(std::move(*Wrong));
      Op.Related.emplace_back(Before.Node->getExprLoc(), "the other access");
      return;
    }
}

} // namespace warrant
