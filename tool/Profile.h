//===- Profile.h - What took how long in a run ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_PROFILE_H
#define WARRANT_PROFILE_H

#include "warrant/Plan.h"
#include "llvm/Support/raw_ostream.h"

namespace warrant {

/// Keeps what units and the stages around them took. Nothing of it is for a
/// report.
class Profile final : public RunObserver {
public:
  void begins(const WorkItem &Item, int Worker) override;
  void ends(const WorkItem &Item, int Worker, const UnitAside &Aside) override;
  void fails(const WorkItem &Item, int Worker, llvm::StringRef Reason,
             bool IsFirst) override;

  void prepares(const SharedPrefix &Prefix, int Worker) override;
  void prepared(const SharedPrefix &Prefix, int Worker,
                const UnitAside &Aside) override;

  /// A stage of this process; those of one name are added up.
  void addStage(llvm::StringRef Name, uint64_t Begin, uint64_t End);

  /// A table of phases, the slowest units first, and the stages.
  void print(llvm::raw_ostream &OS) const;
  /// Events in Chrome's trace format: a row a worker.
  void writeTrace(llvm::raw_ostream &OS) const;

private:
  /// An attempt at a unit, or system headers that are precompiled, by this
  /// process's clock, which workers share.
  struct Attempt {
    std::string Name;
    bool IsUnit = true;
    int Worker = 0;
    uint64_t Begin = 0, End = 0;
    UnitAside Aside;
    std::string Failure; ///< empty where it gave a result
  };
  struct Stage {
    std::string Name;
    uint64_t Begin = 0, End = 0;
  };

  void close(std::string Name, bool IsUnit, int Worker, UnitAside Aside,
             std::string Failure);
  void printUnits(llvm::raw_ostream &OS) const;
  void printPrefixes(llvm::raw_ostream &OS) const;
  void printStages(llvm::raw_ostream &OS) const;

  uint64_t Start = UnitAside::now();
  std::map<int, uint64_t> Running; ///< since when, by worker
  std::vector<Attempt> Attempts;
  std::vector<Stage> Stages;
};

/// Adds the time until its end to a profile, if there is one.
class StageTime {
public:
  StageTime(Profile *To, llvm::StringRef Name) : To(To), Name(Name) {}
  ~StageTime() {
    if (To)
      To->addStage(Name, Begin, UnitAside::now());
  }
  StageTime(const StageTime &) = delete;
  StageTime &operator=(const StageTime &) = delete;

private:
  Profile *To;
  llvm::StringRef Name;
  uint64_t Begin = UnitAside::now();
};

} // namespace warrant

#endif // WARRANT_PROFILE_H
