//===- Progress.h - How far a run is, on a terminal -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One line on standard error, rewritten in place and gone at the end. It is for
// people only: nothing is written unless somebody looks, or asked for it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_PROGRESS_H
#define WARRANT_SCAN_PROGRESS_H

#include "warrant/Plan.h"
#include "llvm/Support/raw_ostream.h"
#include <deque>

namespace warrant {

/// Whether somebody looks at standard error: it is a terminal that can erase a
/// line, and no service runs this.
bool isWatched();

/// See the file comment.
class Progress final : public RunObserver {
public:
  using Clock = std::chrono::steady_clock;

  Progress(size_t Total, llvm::raw_ostream &OS) : Total(Total), OS(OS) {}
  ~Progress() override { erase(); }

  void begins(const WorkItem &Item, int Worker) override;
  void ends(const WorkItem &Item, int Worker, const UnitAside &) override;
  void fails(const WorkItem &Item, int Worker, llvm::StringRef Reason,
             bool IsFirst) override;
  void ticks() override;
  void breaksOff() override { erase(); }

  /// What is to be said at \p Now, in fewer than \p Columns columns.
  std::string line(Clock::time_point Now, int Columns);

private:
  struct Sample {
    Clock::time_point At;
    size_t Done;
  };

  void erase();
  double unitsPerSecond(Clock::time_point Now);
  std::string counts(Clock::time_point Now);
  std::string slowest(Clock::time_point Now, bool WholePath) const;

  size_t Total, Done = 0;
  llvm::raw_ostream &OS;
  Clock::time_point Start = Clock::now();
  std::deque<Sample> Samples; ///< of the last seconds
  std::map<int, std::pair<const WorkItem *, Clock::time_point>> Running;
  std::string Shown; ///< what stands on the terminal
};

} // namespace warrant

#endif // WARRANT_SCAN_PROGRESS_H
