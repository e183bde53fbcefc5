//===- EvidenceGoals.h - Bounds that were decided ---------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a search has decided is not searched again: twenty steps under twenty
// conditions have a million paths, and ask the same few questions on each.
//
// A proof is kept when it leans on no question that was still open, so that it
// holds whoever asks. A failure needs no such care, since what is not proven is
// merely not said. Searches nest to a limit, so each answer is kept with the
// depth that it took: the same is proven as without this memory.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EVIDENCEGOALS_H
#define WARRANT_CHECKS_SUPPORT_EVIDENCEGOALS_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/SmallVector.h"
#include <compare>
#include <map>

namespace warrant {

/// What established a bound.
struct Reason {
  enum class How : uint8_t { Checked, Assumed, Set };
  How Kind;
  clang::SourceLocation Where;
  friend bool operator==(const Reason &, const Reason &) = default;
};

/// A place between two elements of a block: the one at Index comes next.
struct FlowPoint {
  const clang::CFGBlock *Block = nullptr;
  unsigned Index = 0;
  friend auto operator<=>(const FlowPoint &, const FlowPoint &) = default;
};

/// What is asked, but for the limit: a bound of a variable at a place, and the
/// holder and the object by which symbols and pointers are followed.
struct GoalKey {
  const clang::VarDecl *Variable, *Holder;
  const clang::Expr *Object;
  FlowPoint At;
  bool Upper;
  const clang::ValueDecl *Symbol;
  friend auto operator<=>(const GoalKey &, const GoalKey &) = default;
};

/// A bound that holds, how many questions deep its proof is, and why.
struct ProvenGoal {
  int64_t Limit;
  size_t Height;
  llvm::SmallVector<Reason, 2> Reasons;
};

/// Of one function.
class DecidedGoals {
public:
  /// The proof of this or of a stricter bound that is at most \p Height deep.
  const ProvenGoal *proof(const GoalKey &Key, int64_t Limit,
                          size_t Height) const;
  /// Whether this or a weaker bound was not proven at \p Depth or before.
  bool hasFailed(const GoalKey &Key, int64_t Limit, size_t Depth) const;

  void addProof(const GoalKey &Key, ProvenGoal Proof) {
    Goals[Key].Proven.push_back(std::move(Proof));
  }
  void addFailure(const GoalKey &Key, int64_t Limit, size_t Depth) {
    Goals[Key].Failed.push_back({Limit, Depth});
  }

private:
  struct Failure {
    int64_t Limit;
    size_t Depth;
  };
  struct Known {
    llvm::SmallVector<ProvenGoal, 1> Proven;
    llvm::SmallVector<Failure, 1> Failed;
  };
  std::map<GoalKey, Known> Goals;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EVIDENCEGOALS_H
