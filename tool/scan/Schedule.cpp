//===- Schedule.cpp - What the next free worker does ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Schedule.h"

using namespace llvm;

namespace warrant {

Schedule::Schedule(const Plan &P)
    : Units(P.Items.size()), Waiting(P.Prefixes.size()) {
  StringMap<size_t> Numbers;
  auto Add = [&](size_t Task, StringRef After) {
    auto It = Numbers.find(After);
    if (It == Numbers.end())
      Ready.push_back(Task);
    else
      Waiting[It->second].push_back(Task);
  };
  for (const auto &[Number, Each] : enumerate(P.Prefixes)) {
    Add(Units + Number, Each.Base);
    Numbers[Each.Name] = Number;
  }
  for (const auto &[Number, Item] : enumerate(P.Items))
    Add(Number, Item.Prefix);
}

std::optional<size_t> Schedule::next() {
  if (Ready.empty())
    return std::nullopt;
  size_t Task = Ready.front();
  Ready.pop_front();
  return Task;
}

void Schedule::done(size_t Task) {
  std::vector<size_t> Free = std::move(Waiting[Task - Units]);
  // Prefixes first: more waits for them. They are the smaller part, in front.
  Ready.insert(Ready.begin(), Free.begin(), Free.end());
}

} // namespace warrant
