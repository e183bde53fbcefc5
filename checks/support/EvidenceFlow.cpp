//===- EvidenceFlow.cpp - A function's control flow, indexed --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A search goes through the same blocks for every question. What each of them
// says, and of which variable, is looked up once a function.
//
//===----------------------------------------------------------------------===//

#include "EvidenceFlow.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace warrant {
namespace {

/// Whether \p S is what a point is kept for.
bool isPoint(const Stmt *S) {
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(S))
    return Cast->getCastKind() == CK_LValueToRValue;
  if (const auto *Call = dyn_cast<CallExpr>(S))
    return choiceOf(Call) != StdChoice::None;
  const auto *Unary = dyn_cast<UnaryOperator>(S);
  return (Unary && Unary->isIncrementDecrementOp()) ||
         isa<CompoundAssignOperator>(S);
}

} // namespace

const CallExpr *asAssumption(const Stmt *S) {
  const auto *Call = dyn_cast<CallExpr>(S);
  if (!Call || Call->getNumArgs() != 1)
    return nullptr;
  unsigned Builtin = Call->getBuiltinCallee();
  return Builtin == Builtin::BI__builtin_assume ||
                 Builtin == Builtin::BI__assume
             ? Call
             : nullptr;
}

FunctionFlow::FunctionFlow(const FunctionDecl &F)
    : Analysis(nullptr, &F), AST(F.getASTContext()), Uses(F) {}

std::unique_ptr<FunctionFlow> FunctionFlow::create(const FunctionDecl &F) {
  if (!F.doesThisDeclarationHaveABody() || F.isDependentContext() ||
      F.isInvalidDecl())
    return nullptr;
  std::unique_ptr<FunctionFlow> Flow(new FunctionFlow(F));
  // As for Clang's own warnings; destructors of temporaries are how many CHECK
  // macros leave.
  CFG::BuildOptions &Options = Flow->Analysis.getCFGBuildOptions();
  Options.PruneTriviallyFalseEdges = true;
  Options.AddInitializers = true;
  Options.AddImplicitDtors = true;
  Options.AddTemporaryDtors = true;
  Options.setAllAlwaysAdd();
  Flow->Graph = Flow->Analysis.getCFG();
  if (!Flow->Graph)
    return nullptr;
  llvm::SmallPtrSet<const Stmt *, 4> Temporaries;
  for (const CFGBlock *Block : *Flow->Graph)
    if (Block->getTerminator().isTemporaryDtorsBranch())
      Temporaries.insert(Block->getTerminatorStmt());
  Flow->Events.resize(Flow->Graph->getNumBlockIDs());
  for (const CFGBlock *Block : *Flow->Graph)
    Flow->index(*Block, Temporaries);
  return Flow;
}

void FunctionFlow::index(
    const CFGBlock &Block,
    const llvm::SmallPtrSetImpl<const Stmt *> &Temporaries) {
  llvm::SmallVector<FlowEvent, 2> &Found = Events[Block.getBlockID()];
  for (unsigned I = 0; I != Block.size(); ++I) {
    std::optional<CFGStmt> Element = Block[I].getAs<CFGStmt>();
    if (!Element)
      continue;
    const Stmt *S = Element->getStmt();
    if (isPoint(S)) {
      auto [It, IsNew] = Points.try_emplace(S, FlowPoint{&Block, I});
      if (!IsNew)
        It->second = {};
    }
    if (const VariableWrite *W = Uses.writeAt(S))
      Found.push_back({I, W->Target});
    else if (const auto *Declared = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declared->decls()) {
        if (const auto *V = dyn_cast<VarDecl>(D))
          Found.push_back({I, V});
      }
    else if (Temporaries.contains(S) || asAssumption(S))
      Found.push_back({I, nullptr});
  }
  if (const Expr *Condition = Block.getLastCondition())
    indexCondition(Block, Condition);
}

void FunctionFlow::indexCondition(const CFGBlock &Block, const Stmt *Part) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Part))
    if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
      Conditions.insert({&Block, V});
  for (const Stmt *Child : Part->children())
    if (Child)
      indexCondition(Block, Child);
}

std::optional<FlowPoint> FunctionFlow::pointOf(const Stmt *S) const {
  FlowPoint P = Points.lookup(S);
  return P.Block ? std::optional(P) : std::nullopt;
}

} // namespace warrant
