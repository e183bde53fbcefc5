//===- Schedule.h - What the next free worker does --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A plan's tasks in an order in which none waits for another that runs: its
// units by their numbers, and its prefixes, which are numbered after the units.
// A unit comes after its prefix, a prefix after its base.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_SCHEDULE_H
#define WARRANT_SCAN_SCHEDULE_H

#include "warrant/Plan.h"
#include "llvm/ADT/StringMap.h"
#include <deque>

namespace warrant {

/// See the file comment.
class Schedule {
public:
  explicit Schedule(const Plan &P);

  bool isPrefix(size_t Task) const { return Task >= Units; }
  /// A task that can begin now. Where there is none, others may follow from
  /// done().
  std::optional<size_t> next();
  /// That \p Task, the last one that next() gave, could not begin.
  void putBack(size_t Task) { Ready.push_front(Task); }
  /// Prefix \p Task was made, or could not be: what waited for it can begin.
  void done(size_t Task);

private:
  const size_t Units;
  std::deque<size_t> Ready;
  std::vector<std::vector<size_t>> Waiting; ///< by the prefix they wait for
};

} // namespace warrant

#endif // WARRANT_SCAN_SCHEDULE_H
