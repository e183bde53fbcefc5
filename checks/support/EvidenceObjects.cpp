//===- EvidenceObjects.cpp - Pointers that stay in one object -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Evidence.h"
#include "MemoryRange.h"
#include "PointerOrigin.h"
#include "PointerUse.h"
#include "Types.h"

using namespace clang;

namespace warrant {
namespace {

/// Whether where the step \p E leads keeps to the array of \p Extent. What is
/// accessed is the element behind it, or before it for `p++` and `p--`.
bool stepKeeps(BoundProver &Prover, const UnaryOperator &E, int64_t Extent,
               bool Accessed) {
  int64_t Last = Accessed ? Extent - 1 : Extent;
  if (E.isPrefix())
    return Prover.value(&E, {true, Last}) && Prover.value(&E, {false, 0});
  if (E.isIncrementOp())
    return Prover.value(&E, {true, Extent - 1}) && Prover.value(&E, {false, 0});
  return Prover.value(&E, {true, Last}) && Prover.value(&E, {false, 1});
}

const Expr *pointerAmong(const Operation &Op) {
  for (const Expr *E : Op.Selectors)
    if (strip(E)->getType()->isPointerType() ||
        strip(E)->getType()->isArrayType())
      return E;
  return nullptr;
}

} // namespace

/// \p Object as the array, or as the bytes, that a \p T is an element of.
static std::optional<PointerBase> baseOf(const Expr *Object, QualType T,
                                         const ASTContext &AST) {
  QualType Whole = Object->getType();
  std::optional<uint64_t> Extent = knownExtent(Object, AST);
  if (!Extent && (Whole->isArrayType() || Whole->isIncompleteType()))
    return std::nullopt;
  const ConstantArrayType *Array = AST.getAsConstantArrayType(Whole);
  if (Array && AST.hasSameUnqualifiedType(Array->getElementType(), T))
    Extent = knownExtent(Object, AST);
  else if (isByte(T))
    Extent = AST.getTypeSizeInChars(Whole).getQuantity();
  else if (AST.hasSameUnqualifiedType(Whole, T))
    Extent = 1;
  else
    return std::nullopt;
  if (*Extent >= INT64_MAX)
    return std::nullopt;
  return PointerBase{Object, T, int64_t(*Extent)};
}

/// All that \p Pointer may point into.
EvidenceFinder::Bases EvidenceFinder::basesOf(const Expr *Pointer,
                                              const FunctionFlow &Flow,
                                              const Context &C) const {
  Bases Found;
  QualType T = Pointer->getType()->getPointeeType();
  PointerOrigins Origins(*C.Function, Flow.uses(), AST);
  for (const Expr *Object : Origins.objectsOf(Pointer))
    if (std::optional<PointerBase> Base = baseOf(Object, T, AST))
      Found.push_back(*Base);
  return Found;
}

/// The proof that where a pointer is moved to, or what it is subscripted or
/// counted off for, is within one object.
std::string EvidenceFinder::provePointer(const Operation &Op, const Stmt *Node,
                                         const Context &C) {
  const Expr *Pointer = pointerAmong(Op);
  const FunctionFlow *Flow = Pointer && Pointer->getType()->isPointerType()
                                 ? flowOf(C.Function)
                                 : nullptr;
  if (!Flow)
    return {};
  for (const PointerBase &Base : basesOf(Pointer, *Flow, C)) {
    std::string Proof = provePosition(Op, Node, C, *Flow, Base);
    if (!Proof.empty())
      return Proof;
  }
  return {};
}

std::string EvidenceFinder::provePosition(const Operation &Op, const Stmt *Node,
                                          const Context &C,
                                          const FunctionFlow &Flow,
                                          const PointerBase &Base) const {
  BoundProver Prover(Flow, nullptr, &Base);
  int64_t Last = Base.Extent - (isAccessed(C) ? 1 : 0);
  auto SumKeeps = [&](int64_t End) {
    const Expr *L = Op.Selectors[0], *R = Op.Selectors[1];
    return Prover.sum(L, R, {true, End}) && Prover.sum(L, R, {false, 0});
  };
  bool Keeps = false;
  if (const auto *Step = dyn_cast<UnaryOperator>(Node))
    Keeps = stepKeeps(Prover, *Step, Base.Extent, isAccessed(C));
  else if (const auto *Sum = dyn_cast<BinaryOperator>(Node))
    Keeps = Prover.value(Sum, {true, Last}) && Prover.value(Sum, {false, 0});
  else if (isa<ArraySubscriptExpr>(Node))
    Keeps = SumKeeps(Base.Extent - (isPositionOnly(C) ? 0 : 1));
  else if (Op.Kind == "range" && Op.Selectors[1]->getType()->isIntegerType())
    Keeps = SumKeeps(Base.Extent);
  if (!Keeps)
    return {};
  std::string Where = describeReasons(Prover.reasons(), AST.getSourceManager());
  return "within " + quoted(Base.Object, AST) + " of " +
         std::to_string(Base.Extent) + (Where.empty() ? "" : ", ") + Where;
}

/// The proof that two pointers point into one object.
std::string EvidenceFinder::provePointers(const Operation &Op,
                                          const Context &C) {
  const FunctionFlow *Flow =
      Op.Selectors.size() == 2 ? flowOf(C.Function) : nullptr;
  if (!Flow)
    return {};
  const Expr *L = Op.Selectors[0], *R = Op.Selectors[1];
  std::string Fact = PointerOrigins(*C.Function, Flow->uses(), AST)
                         .sameObject(L, R, Op.Kind == "order");
  if (!Fact.empty() || !L->getType()->isPointerType())
    return Fact;
  for (const PointerBase &Base : basesOf(L, *Flow, C)) {
    BoundProver Prover(*Flow, nullptr, &Base);
    if (llvm::all_of(Op.Selectors, [&](const Expr *E) {
          return Prover.value(E, {true, Base.Extent}) &&
                 Prover.value(E, {false, 0});
        }))
      return "both are within " + quoted(Base.Object, AST);
  }
  return {};
}

} // namespace warrant
