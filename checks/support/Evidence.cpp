//===- Evidence.cpp - Facts that answer a property ------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Evidence.h"
#include "Types.h"

using namespace clang;

namespace warrant {
namespace {

/// Functions nest in lambdas and local classes only so deep.
constexpr unsigned MaxFlows = 8;

/// `checked at lines 4 and 7`: the surest kind of reason, and all its lines.
std::string describe(ArrayRef<Reason> Reasons, const SourceManager &SM) {
  static constexpr std::pair<Reason::How, const char *> Kinds[] = {
      {Reason::How::Checked, "checked"},
      {Reason::How::Assumed, "assumed"},
      {Reason::How::Set, "set"}};
  for (const auto &[Kind, Verb] : Kinds) {
    std::set<unsigned> Lines;
    for (const Reason &R : Reasons)
      if (R.Kind == Kind)
        Lines.insert(SM.getExpansionLineNumber(SM.getFileLoc(R.Where)));
    if (Lines.empty())
      continue;
    std::string Text = Verb;
    Text += Lines.size() > 1 ? " at lines " : " at line ";
    unsigned Left = Lines.size();
    for (unsigned Line : Lines) {
      Text += std::to_string(Line);
      --Left;
      Text += Left > 1 ? ", " : Left == 1 ? " and " : "";
    }
    return Text;
  }
  return {};
}

} // namespace

void EvidenceFinder::addTo(Operation &Op, const Stmt *Node, const Context &C) {
  if (!Op.Proof.empty() || !Node)
    return;
  if (std::optional<Access> A = accessOf(Op, Node))
    Op.Proof = proveAccess(*A, C);
}

std::optional<EvidenceFinder::Access>
EvidenceFinder::accessOf(const Operation &Op, const Stmt *Node) {
  if (Op.Selectors.size() != 2)
    return std::nullopt;
  const Expr *Base = Op.Selectors[0], *Index = Op.Selectors[1];
  if (isa<ArraySubscriptExpr>(Node))
    return Access{Base, Index, false};
  if (Op.Kind == "range")
    return Access{Base, Index, true};
  const auto *Sum = dyn_cast<BinaryOperator>(Node);
  if (Op.Kind != "offset" || !Sum || Sum->getOpcode() != BO_Add)
    return std::nullopt;
  if (Index->getType()->isAnyPointerType())
    std::swap(Base, Index);
  return Access{Base, Index, true};
}

std::string EvidenceFinder::proveAccess(const Access &A, const Context &C) {
  if (A.Index->isTypeDependent() ||
      !A.Index->getType()->isIntegralOrEnumerationType())
    return {};
  std::optional<uint64_t> Extent = knownExtent(A.Base, AST);
  if (!Extent || *Extent >= INT64_MAX)
    return {};
  const FunctionFlow *Flow = flowOf(C.Function);
  if (!Flow)
    return {};
  int64_t Last = int64_t(*Extent) - (A.OnePast ? 0 : 1);
  std::string Number = std::to_string(*Extent);
  std::string Words = A.OnePast ? "at most " : "below ";
  return within(A.Index, {true, Last}, Words + Number + "|" + Number, *Flow);
}

/// The proof that \p Index is not negative and at most \p End. The words of
/// where that was found go between the two halves of \p Words.
std::string EvidenceFinder::within(const Expr *Index, Bound End,
                                   StringRef Words,
                                   const FunctionFlow &Flow) const {
  BoundProver Prover(Flow);
  if (!Prover.value(Index, End) || !Prover.value(Index, {false, 0}))
    return {};
  auto [Limit, Extent] = Words.split('|');
  std::string Where = describe(Prover.reasons(), AST.getSourceManager());
  if (!Where.empty())
    Where = ", " + Where + ",";
  return ("index " + Limit + Where + " of an array of " + Extent).str();
}

const FunctionFlow *EvidenceFinder::flowOf(const FunctionDecl *F) {
  if (!F)
    return nullptr;
  auto It = Flows.find(F);
  if (It != Flows.end())
    return It->second.get();
  if (Flows.size() >= MaxFlows)
    Flows.clear();
  return (Flows[F] = FunctionFlow::create(*F)).get();
}

} // namespace warrant
