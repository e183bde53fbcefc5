//===- Evidence.cpp - Facts that answer a property ------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Evidence.h"
#include "EvidenceCounted.h"
#include "EvidenceNamed.h"
#include "EvidenceOverflow.h"
#include "EvidencePointers.h"
#include "MemoryFacts.h"
#include "PointerUse.h"
#include "Types.h"

using namespace clang;

namespace warrant {
namespace {

/// Functions nest in lambdas and local classes only so deep.
constexpr unsigned MaxFlows = 8;

/// Whether \p E is the second parameter of main.
bool isArguments(const Expr *E, const Context &C) {
  const auto *Ref = dyn_cast<DeclRefExpr>(strip(E));
  return Ref && C.Function && C.Function->isMain() &&
         C.Function->getNumParams() >= 2 &&
         Ref->getDecl() == C.Function->getParamDecl(1);
}

} // namespace

std::string describeReasons(ArrayRef<Reason> Reasons, const SourceManager &SM) {
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

void EvidenceFinder::addTo(Operation &Op, const Stmt *Node, const Context &C) {
  if (!Op.Proof.empty())
    return;
  // Where nothing is computed nothing overflows: to stay within the bounds is
  // all that is asked of an offset that is used as it is.
  bool Computes = llvm::any_of(Op.Selectors, [](const Expr *E) {
    return !isPointerOperand(E) && isComputed(E);
  });
  if (!Computes && !Op.Overlay)
    Op.Void.insert(Property::Overflow);
  Exceptions.addTo(Op);
  if (Op.Overlay)
    return addOverlayFacts(Op, C);
  if (!Node)
    return;
  if (Op.Kind == "dereference" || Op.Kind == "member-access")
    return addPointerFacts(Op, C);
  if (const auto *Cast = dyn_cast<CastExpr>(Node))
    return addTypeFacts(Op, *Cast, C);
  if (Op.Kind == "difference" || Op.Kind == "order") {
    Op.Proof = provePointers(Op, C);
    return;
  }
  if (std::optional<Access> A = accessOf(Op, Node, C))
    addAccessFacts(Op, *A, C);
  static constexpr llvm::StringLiteral Moves[] = {"step", "offset", "subscript",
                                                  "range"};
  if (Op.Proof.empty() && llvm::is_contained(Moves, Op.Kind))
    Op.Proof = provePointer(Op, Node, C);
  if (Op.Proof.empty())
    addOffsetFacts(Op, *Node, C);
}

/// What is known of an offset of any form that is not proven.
void EvidenceFinder::addOffsetFacts(Operation &Op, const Stmt &Node,
                                    const Context &C) {
  static constexpr llvm::StringLiteral Offsets[] = {
      "offset", "subscript", "array-index", "advance", "smart-array", "range"};
  if (!llvm::is_contained(Offsets, Op.Kind))
    return;
  std::string Alive = lifetimeFact(Op, Node, C);
  if (!Alive.empty())
    Op.Evidence.push_back(
        {Property::Lifetime, PropertyOrigin::Evidence, std::move(Alive)});
  std::string Fits = overflowFact(Op, C);
  if (!Fits.empty())
    Op.Evidence.push_back(
        {Property::Overflow, PropertyOrigin::Evidence, std::move(Fits)});
}

/// Why nothing overflows in what \p Op is computed of, or empty.
std::string EvidenceFinder::overflowFact(const Operation &Op,
                                         const Context &C) {
  std::string Facts;
  for (const Expr *E : Op.Selectors) {
    if (isPointerOperand(E) || !isComputed(E))
      continue;
    const FunctionFlow *Flow = flowOf(C.Function);
    std::string Fact = Flow ? OverflowProver(*Flow).fact(E) : "";
    if (Fact.empty())
      return {};
    Facts += (Facts.empty() ? "" : "; ") + Fact;
  }
  return Facts;
}

void EvidenceFinder::addAccessFacts(Operation &Op, const Access &A,
                                    const Context &C) {
  Op.Proof = proveAccess(A, C);
  if (!Op.Proof.empty())
    return;
  std::string Counted = countedFact(A, C);
  if (!Counted.empty())
    Op.Evidence.push_back(
        {Property::Bounds, PropertyOrigin::Evidence, std::move(Counted)});
}

void EvidenceFinder::addPointerFacts(Operation &Op, const Context &C) {
  const VarDecl *V = localPointer(Op.Selectors.front());
  const FunctionFlow *Flow = V ? flowOf(C.Function) : nullptr;
  if (!Flow)
    return;
  Op.Proof = knownObject(V, *Flow);
  std::string NonNull = nonNullFact(Op.Selectors.front(), *Flow);
  if (!NonNull.empty())
    Op.Evidence.push_back(
        {Property::Null, PropertyOrigin::Evidence, std::move(NonNull)});
}

void EvidenceFinder::addTypeFacts(Operation &Op, const CastExpr &Cast,
                                  const Context &C) {
  auto Add = [&](Property P, std::string Fact) {
    if (!Fact.empty())
      Op.Evidence.push_back({P, PropertyOrigin::Evidence, std::move(Fact)});
  };
  if (Op.Kind == "function-pointer")
    return Add(Property::Convention, conventionFact(Cast, AST));
  if (Op.Kind != "reinterpret" && Op.Kind != "from-void")
    return;
  Add(Property::Alignment, alignmentFact(Cast, AST));
  Add(Property::Layout, Layouts.find(castTarget(Cast), Op.Token, C));
}

/// A property has evidence when each condition about it has.
void EvidenceFinder::addOverlayFacts(Operation &Op, const Context &C) {
  auto Flow = [&] { return flowOf(C.Function); };
  MemoryFacts Facts(Op, C, Flow);
  std::map<Property, std::string> Known;
  PropertySet Open;
  for (const OverlayCondition &Each : Op.Overlay->Conditions) {
    std::string Fact = Facts.establish(Each);
    if (Fact.empty())
      if (std::optional<Defect> D = Facts.refute(Each))
        Op.Defects.push_back(std::move(*D));
    if (Each.About && Fact.empty())
      Open.insert(*Each.About);
    else if (Each.About)
      Known[*Each.About] += (Known[*Each.About].empty() ? "" : "; ") + Fact;
    Op.ConditionFacts.push_back(std::move(Fact));
  }
  for (auto [Each, Fact] :
       llvm::zip_equal(Op.Overlay->Conditions, Op.ConditionFacts))
    if (Fact.empty() && Each.About && Known.count(*Each.About) && !Op.Callee)
      Op.Related.push_back({Op.Token, "left open: " + Each.Text});
  for (auto &[P, Fact] : Known)
    if (!Open.contains(P))
      Op.Evidence.push_back({P, PropertyOrigin::Evidence, std::move(Fact)});
}

std::optional<EvidenceFinder::Access>
EvidenceFinder::accessOf(const Operation &Op, const Stmt *Node,
                         const Context &C) {
  if (Op.Selectors.size() != 2)
    return std::nullopt;
  const Expr *Base = Op.Selectors[0], *Index = Op.Selectors[1];
  if (isa<ArraySubscriptExpr>(Node))
    return Access{Base, Index, isPositionOnly(C)};
  if (Op.Kind == "range")
    return Access{Base, Index, true};
  const auto *Sum = dyn_cast<BinaryOperator>(Node);
  if (Op.Kind != "offset" || !Sum || Sum->getOpcode() != BO_Add)
    return std::nullopt;
  if (Index->getType()->isAnyPointerType())
    std::swap(Base, Index);
  return Access{Base, Index, !isAccessed(C)};
}

std::string EvidenceFinder::proveAccess(const Access &A, const Context &C) {
  if (A.Index->isTypeDependent() ||
      !A.Index->getType()->isIntegralOrEnumerationType())
    return {};
  std::optional<uint64_t> Extent = knownExtent(A.Base, AST);
  bool Variable = strip(A.Base)->getType()->isVariableArrayType();
  if (!Variable && !isArguments(A.Base, C) && (!Extent || *Extent >= INT64_MAX))
    return {};
  const FunctionFlow *Flow = flowOf(C.Function);
  if (!Flow)
    return {};
  if (!Extent)
    return Variable ? proveVariableArray(A, *Flow) : proveArgument(A, *Flow);
  int64_t Last = int64_t(*Extent) - (A.OnePast ? 0 : 1);
  return within(A.Index, {true, Last},
                (A.OnePast ? "at most " : "below ") + llvm::Twine(*Extent),
                "of an array of " + llvm::Twine(*Extent), *Flow);
}

/// `argv[i]`: there are argc of them, and a null pointer.
std::string EvidenceFinder::proveArgument(const Access &A,
                                          const FunctionFlow &Flow) const {
  const auto *Ref = cast<DeclRefExpr>(strip(A.Base));
  const auto *Main = cast<FunctionDecl>(Ref->getDecl()->getDeclContext());
  const ParmVarDecl *Count = Main->getParamDecl(0);
  // In C main may be called like any other function, with anything.
  if (Main->isReferenced() ||
      !Flow.uses().isUnchanged(cast<VarDecl>(Ref->getDecl())) ||
      !Flow.uses().isUnchanged(Count))
    return {};
  std::string Name = Count->getNameAsString();
  return within(A.Index, {true, 0, Count}, "at most " + llvm::Twine(Name),
                "into the program's arguments", Flow);
}

/// An array whose length is a parameter that never changes.
std::string EvidenceFinder::proveVariableArray(const Access &A,
                                               const FunctionFlow &Flow) const {
  const auto *Array = AST.getAsVariableArrayType(strip(A.Base)->getType());
  const auto *Size = dyn_cast_or_null<DeclRefExpr>(
      Array && Array->getSizeExpr() ? strip(Array->getSizeExpr()) : nullptr);
  const auto *Length = Size ? dyn_cast<ParmVarDecl>(Size->getDecl()) : nullptr;
  if (!Length || !Flow.uses().isTrusted(Length) ||
      !Flow.uses().isUnchanged(Length))
    return {};
  std::string Name = Length->getNameAsString();
  return within(A.Index, {true, A.OnePast ? 0 : -1, Length},
                (A.OnePast ? "at most " : "below ") + llvm::Twine(Name),
                "of an array of " + llvm::Twine(Name), Flow);
}

/// An array whose length its declaration says is in another member.
std::string EvidenceFinder::countedFact(const Access &A, const Context &C) {
  std::optional<CountedArray> Array = countedArray(A.Base);
  const FunctionFlow *Flow = Array ? flowOf(C.Function) : nullptr;
  if (!Flow || !Flow->uses().isUnchanged(Array->Holder) ||
      !keepsCount(C.Function->getBody(), *Array))
    return {};
  std::string Name = Array->Count->getNameAsString();
  return within(A.Index, {true, A.OnePast ? 0 : -1, Array->Count},
                (A.OnePast ? "at most " : "below ") + llvm::Twine(Name),
                "of an array that '" + llvm::Twine(Name) + "' counts", *Flow,
                Array->Holder);
}

/// The proof that \p Index is not negative and at most \p End, which is
/// \p Limit in words.
std::string EvidenceFinder::within(const Expr *Index, Bound End,
                                   const llvm::Twine &Limit,
                                   const llvm::Twine &Of,
                                   const FunctionFlow &Flow,
                                   const VarDecl *Holder) const {
  BoundProver Prover(Flow, Holder);
  if (!Prover.value(Index, End) || !Prover.value(Index, {false, 0}))
    return {};
  std::string Where = describeReasons(Prover.reasons(), AST.getSourceManager());
  if (!Where.empty())
    Where = ", " + Where + ",";
  return ("index " + Limit + Where + " " + Of).str();
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
