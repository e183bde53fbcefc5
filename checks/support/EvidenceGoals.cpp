//===- EvidenceGoals.cpp - Bounds that were decided -----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EvidenceGoals.h"
#include "llvm/ADT/STLExtras.h"

namespace warrant {

/// Whether a bound of \p Limit says all that one of \p Of says.
static bool covers(bool Upper, int64_t Limit, int64_t Of) {
  return Upper ? Limit <= Of : Limit >= Of;
}

const ProvenGoal *DecidedGoals::proof(const GoalKey &Key, int64_t Limit,
                                      size_t Height) const {
  auto It = Goals.find(Key);
  if (It == Goals.end())
    return nullptr;
  const auto *Found = llvm::find_if(It->second.Proven, [&](const auto &Proof) {
    return covers(Key.Upper, Proof.Limit, Limit) && Proof.Height <= Height;
  });
  return Found == It->second.Proven.end() ? nullptr : Found;
}

bool DecidedGoals::hasFailed(const GoalKey &Key, int64_t Limit,
                             size_t Depth) const {
  auto It = Goals.find(Key);
  return It != Goals.end() &&
         llvm::any_of(It->second.Failed, [&](const Failure &F) {
           return covers(Key.Upper, Limit, F.Limit) && F.Depth <= Depth;
         });
}

} // namespace warrant
