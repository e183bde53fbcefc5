//===- EvidencePaths.cpp - Whether every path establishes a bound ---------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EvidenceFlow.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/Support/CheckedArithmetic.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace warrant {
namespace {

/// Questions nest no deeper, and walk no further, than this: then nothing is
/// known.
constexpr unsigned MaxQuestions = 12;
constexpr unsigned MaxBlocksWalked = 20000;

bool isBranch(const Stmt *Terminator) {
  if (const auto *Binary = dyn_cast_or_null<BinaryOperator>(Terminator))
    return Binary->isLogicalOp();
  return isa_and_nonnull<IfStmt, WhileStmt, ForStmt, DoStmt,
                         ConditionalOperator>(Terminator);
}

/// The temporary that is not there on the way from \p From to \p To, or null.
/// `C ? (void)0 : Fatal().stream()`: where the full expression ends Clang's
/// graph asks anew whether the temporary was made, and if so does not return.
const Stmt *absentTemporary(const CFGBlock &From, const CFGBlock &To) {
  CFGTerminator End = From.getTerminator();
  if (!End.isTemporaryDtorsBranch() || From.succ_size() != 2)
    return nullptr;
  const CFGBlock *Made = *From.succ_begin();
  bool Leaves = Made && Made != &To && Made->hasNoReturnElement();
  return Leaves ? End.getStmt() : nullptr;
}

/// Whether \p E is the making of one of \p Absent.
bool makes(const CFGElement &E,
           const llvm::SmallPtrSetImpl<const Stmt *> &Absent) {
  std::optional<CFGStmt> S = E.getAs<CFGStmt>();
  return S && Absent.count(S->getStmt());
}

} // namespace

bool BoundProver::because(Reason::How Kind, SourceLocation Where) {
  Reasons.push_back({Kind, Where});
  return true;
}

/// Whether an open question answers this one: the same, or a stricter one.
bool BoundProver::isAssumed(const Goal &G, FlowPoint At) {
  const auto *Found = llvm::find_if(Assumed, [&](const Assumption &A) {
    if (A.G.V != G.V || A.At != At || A.G.B.Upper != G.B.Upper ||
        A.G.B.Symbol != G.B.Symbol)
      return false;
    return G.B.Upper ? A.G.B.Limit <= G.B.Limit : A.G.B.Limit >= G.B.Limit;
  });
  if (Found == Assumed.end())
    return false;
  Outermost = std::min<size_t>(Outermost, Found - Assumed.begin());
  return true;
}

/// Whether \p G holds at \p At.
bool BoundProver::variable(const Goal &G, FlowPoint At) {
  if (byType(G.V->getType(), G.B) || isAssumed(G, At))
    return true;
  if (Assumed.size() >= MaxQuestions || !Uses.isTrusted(G.V))
    return false;
  const Expr *Object = Base ? Base->Object : nullptr;
  GoalKey Key{G.V, Holder, Object, At, G.B.Upper, G.B.Symbol};
  if (takeProof(Key, G.B.Limit))
    return true;
  return !Flow.decided().hasFailed(Key, G.B.Limit, Assumed.size()) &&
         search(Key, G, At);
}

/// Whether it was proven before.
bool BoundProver::takeProof(const GoalKey &Key, int64_t Limit) {
  size_t Left = MaxQuestions - Assumed.size();
  const ProvenGoal *Known = Flow.decided().proof(Key, Limit, Left);
  if (!Known)
    return false;
  Reasons.append(Known->Reasons.begin(), Known->Reasons.end());
  Deepest = std::max(Deepest, Assumed.size() + Known->Height);
  return true;
}

bool BoundProver::search(const GoalKey &Key, const Goal &G, FlowPoint At) {
  size_t Depth = Assumed.size(), Known = Reasons.size();
  size_t DeepestBefore = std::exchange(Deepest, Depth + 1);
  size_t OutermostBefore = std::exchange(Outermost, SIZE_MAX);
  Assumed.push_back({G, At});
  bool Holds = everyPath(G, At);
  Assumed.pop_back();
  size_t Height = Deepest - Depth;
  Deepest = std::max(Deepest, DeepestBefore);
  // What leans on this question alone leans on nothing once it is answered.
  size_t LeansOn = std::exchange(Outermost, OutermostBefore);
  bool Leans = LeansOn < Depth;
  if (Holds && Leans)
    Outermost = std::min(Outermost, LeansOn);
  return Holds ? keepProof(Key, {G.B.Limit, Height, {}}, Known, Leans)
               : keepFailure(Key, G.B.Limit, Known);
}

/// Takes the reasons of a proof from \p Known on once each.
bool BoundProver::keepProof(const GoalKey &Key, ProvenGoal Proof, size_t Known,
                            bool Leans) {
  for (const Reason &R : llvm::ArrayRef(Reasons).drop_front(Known))
    if (!llvm::is_contained(Proof.Reasons, R))
      Proof.Reasons.push_back(R);
  Reasons.truncate(Known);
  llvm::append_range(Reasons, Proof.Reasons);
  if (!Leans)
    Flow.decided().addProof(Key, std::move(Proof));
  return true;
}

bool BoundProver::keepFailure(const GoalKey &Key, int64_t Limit, size_t Known) {
  Reasons.truncate(Known);
  // A search that was given up says nothing.
  if (BlocksWalked <= MaxBlocksWalked)
    Flow.decided().addFailure(Key, Limit, Assumed.size());
  return false;
}

bool BoundProver::everyPath(const Goal &G, FlowPoint At) {
  llvm::SmallPtrSet<const CFGBlock *, 16> Seen;
  llvm::SmallPtrSet<const Stmt *, 2> Absent;
  llvm::SmallVector<FlowPoint, 16> Work = {At};
  bool Established = false;
  while (!Work.empty()) {
    FlowPoint From = Work.pop_back_val();
    Effect Found = effectAbove(From, Absent, G);
    Established |= Found == Effect::Establishes;
    if (Found == Effect::Breaks || ++BlocksWalked > MaxBlocksWalked)
      return false;
    if (Found != Effect::None)
      continue;
    // An exception may come from anywhere in the body that is tried.
    if (From.Block == &Flow.graph().getEntry() ||
        isa_and_nonnull<CXXTryStmt>(From.Block->getTerminatorStmt()))
      return false;
    for (const CFGBlock *Before : From.Block->preds()) {
      if (!Before)
        continue;
      if (const Stmt *Temporary = absentTemporary(*Before, *From.Block))
        Absent.insert(Temporary);
      if (establishes(*Before, *From.Block, G))
        Established = true;
      else if (Seen.insert(Before).second)
        Work.push_back({Before, Before->size()});
    }
  }
  // Code that nothing leads to is not proven by that.
  return Established;
}

/// The first effect on the way from \p From back to the block's beginning.
BoundProver::Effect
BoundProver::effectAbove(FlowPoint From,
                         const llvm::SmallPtrSetImpl<const Stmt *> &Absent,
                         const Goal &G) {
  Effect Found = Effect::None;
  for (const FlowEvent &Event : llvm::reverse(Flow.eventsOf(*From.Block))) {
    if (Event.Index >= From.Index || (Event.About && Event.About != G.V))
      continue;
    const CFGElement &E = (*From.Block)[Event.Index];
    Found = makes(E, Absent) ? Effect::Impossible
                             : effectOf(E, {From.Block, Event.Index}, G);
    if (Found != Effect::None)
      break;
  }
  return Found;
}

BoundProver::Effect BoundProver::effectOf(const CFGElement &E, FlowPoint At,
                                          const Goal &G) {
  std::optional<CFGStmt> Element = E.getAs<CFGStmt>();
  if (!Element)
    return Effect::None;
  const Stmt *S = Element->getStmt();
  if (const VariableWrite *W = Uses.writeAt(S))
    return W->Target == G.V ? effectOfWrite(*S, *W, At, G) : Effect::None;
  if (const auto *Declared = dyn_cast<DeclStmt>(S))
    return llvm::is_contained(Declared->decls(), G.V) ? effectOfInit(G)
                                                      : Effect::None;
  const CallExpr *Call = asAssumption(S);
  if (!Call)
    return Effect::None;
  size_t Known = Reasons.size();
  if (!implied(Call->getArg(0), true, G))
    return Effect::None;
  Reasons.truncate(Known); // nothing was checked
  because(Reason::How::Assumed, Call->getExprLoc());
  return Effect::Establishes;
}

BoundProver::Effect BoundProver::effectOfInit(const Goal &G) {
  const Expr *Init = G.V->getInit();
  bool Keeps =
      Init && value(Init, G.B) && because(Reason::How::Set, G.V->getLocation());
  return Keeps ? Effect::Establishes : Effect::Breaks;
}

BoundProver::Effect BoundProver::effectOfWrite(const Stmt &S,
                                               const VariableWrite &W,
                                               FlowPoint At, const Goal &G) {
  if (!Uses.isAlone(&S))
    return Effect::Breaks;
  if (W.Kind == VariableWrite::How::Other)
    return reductionKeeps(S, At, G) ? Effect::Establishes : Effect::Breaks;
  if (W.Kind == VariableWrite::How::Assign) {
    bool Keeps = value(W.Value, G.B) &&
                 because(Reason::How::Set, cast<Expr>(S).getExprLoc());
    return Keeps ? Effect::Establishes : Effect::Breaks;
  }
  int64_t Amount = 1;
  if (W.Value) {
    std::optional<int64_t> Constant = constantOf(W.Value, AST);
    if (!Constant || *Constant < 0)
      return Effect::Breaks;
    Amount = *Constant;
  }
  return stepKeeps(W, Amount, At, G) ? Effect::Establishes : Effect::Breaks;
}

/// Whether \p G holds behind `i &= 7`, `i %= 8`, `i /= 2` or `i >>= 1`.
bool BoundProver::reductionKeeps(const Stmt &S, FlowPoint At, const Goal &G) {
  const auto *E = dyn_cast<CompoundAssignOperator>(&S);
  std::optional<int64_t> By = E ? constantOf(E->getRHS(), AST) : std::nullopt;
  std::optional<int64_t> Largest = largestOf(G.V->getType(), AST);
  if (!By || *By < 0 || G.B.Symbol ||
      (G.B.Upper ? G.B.Limit < 0 : G.B.Limit > 0) ||
      !E->getComputationResultType()->isIntegerType())
    return false;
  auto WasPositive = [&] { return variable({G.V, {false, 0}}, At); };
  BinaryOperatorKind Opcode = E->getOpcode();
  SourceLocation Where = E->getExprLoc();
  if (Opcode == BO_AndAssign)
    return (!Largest || *By <= *Largest) && (!G.B.Upper || *By <= G.B.Limit) &&
           because(Reason::How::Set, Where);
  if (Opcode == BO_RemAssign)
    return *By > 0 && WasPositive() && (!G.B.Upper || *By - 1 <= G.B.Limit) &&
           because(Reason::How::Set, Where);
  bool Divides = Opcode == BO_DivAssign && *By > 0;
  if (!Divides && (Opcode != BO_ShrAssign || *By > 62))
    return false;
  int64_t Divisor = Divides ? *By : int64_t(1) << *By;
  std::optional<int64_t> Limit =
      llvm::checkedMulAdd(G.B.Limit, Divisor, Divisor - 1);
  return WasPositive() &&
         (!G.B.Upper || (Limit && variable({G.V, {true, *Limit}}, At)));
}

/// Whether \p G holds behind a step of \p Amount because of what holds before
/// it, at \p At.
bool BoundProver::stepKeeps(const VariableWrite &W, int64_t Amount,
                            FlowPoint At, const Goal &G) {
  bool Adds = W.Kind == VariableWrite::How::Add;
  Goal Before = G;
  std::optional<int64_t> Limit = Adds ? llvm::checkedSub(G.B.Limit, Amount)
                                      : llvm::checkedAdd(G.B.Limit, Amount);
  if (!Limit)
    return false;
  Before.B.Limit = *Limit;
  // A step towards the limit can't pass the type's end; one away from it can.
  QualType T = G.V->getType();
  if (Adds != G.B.Upper && (W.Converts || !cannotOverflow(T))) {
    std::optional<Bound> Room = roomFor(T, Adds, Amount, AST);
    if (!Room || !variable({G.V, *Room}, At))
      return false;
  }
  return variable(Before, At);
}

/// Whether the branch at the end of \p From establishes \p G on its way to
/// \p To.
bool BoundProver::establishes(const CFGBlock &From, const CFGBlock &To,
                              const Goal &G) {
  const Stmt *Terminator = From.getTerminatorStmt();
  if (isa_and_nonnull<SwitchStmt>(Terminator))
    return establishedByCase(From, To, G);
  if (!isBranch(Terminator) || From.succ_size() != 2 ||
      !Flow.isAbout(From, G.V))
    return false;
  const CFGBlock *OnTrue = *From.succ_begin();
  const CFGBlock *OnFalse = *std::next(From.succ_begin());
  const Expr *Condition = From.getLastCondition();
  if (OnTrue == OnFalse || !Condition)
    return false;
  return implied(Condition, &To == OnTrue, G);
}

bool BoundProver::establishedByCase(const CFGBlock &From, const CFGBlock &To,
                                    const Goal &G) {
  const auto *Case = dyn_cast_or_null<CaseStmt>(To.getLabel());
  const Expr *Selected = Case ? From.getLastCondition() : nullptr;
  if (!Selected)
    return false;
  if (!Case->getRHS())
    return impliedByComparison(BO_EQ, Selected, Case->getLHS(), G);
  return G.B.Upper ? impliedByComparison(BO_LE, Selected, Case->getRHS(), G)
                   : impliedByComparison(BO_GE, Selected, Case->getLHS(), G);
}

} // namespace warrant
