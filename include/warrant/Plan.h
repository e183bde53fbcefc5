//===- Plan.h - Which units are analysed, and how ---------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The first two stages. plan() reads compilation databases and gives a sorted
// list of work without duplicates; analyzeUnit() turns one item into a
// UnitResult and depends on nothing but its arguments and the files it reads;
// runPlan() does that for all of them in worker processes, so that a crash or
// a hang costs one unit. Then merge() (Report.h) takes over.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_PLAN_H
#define WARRANT_PLAN_H

#include "warrant/Aside.h"
#include "warrant/Config.h"
#include "warrant/Site.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <functional>
#include <map>
#include <memory>

namespace warrant {

/// One translation unit to analyse.
struct WorkItem {
  std::string File;      ///< absolute
  std::string Display;   ///< relative to the root
  std::string Directory; ///< absolute, where the command runs
  std::vector<std::string> Command;
  std::string Configuration;
  std::string SkipReason; ///< not empty: reported as skipped, not analysed
  std::string Prefix{};   ///< the name of the one that it may use, or empty
  /// Macros that conditions in the project's part of it ask for.
  std::vector<std::string> Asked{};
  friend auto operator<=>(const WorkItem &, const WorkItem &) = default;
};

/// Where compile commands come from.
struct CommandSource {
  std::string BuildFolder; ///< absolute, holds compile_commands.json
  std::string Name;        ///< the configuration's name: `build`
};

/// System headers that several units include, to be parsed once for all.
struct SharedPrefix {
  std::string Name;
  std::string Base; ///< the one that it extends, or empty
  WorkItem Like;    ///< one of its units, for the command
  std::vector<std::string> Headers;
  std::vector<std::string> Macros; ///< that all commands define: `NDEBUG`
  /// Feature test macros that all units define before the first header.
  std::vector<std::string> Features{}; ///< `_XOPEN_SOURCE 700`
};

/// What is to be done.
struct Plan {
  std::vector<WorkItem> Items; ///< sorted, without duplicates
  std::vector<std::string> BuildFolders;
  std::vector<std::string> Notes;       ///< for the user, as what was left out
  std::vector<SharedPrefix> Prefixes{}; ///< bases first
};

/// Runs a compiler with arguments that make it tell of itself, and gives what
/// it printed; absence where the user does not allow to run that one.
using CompilerRunner = std::function<std::optional<std::string>(
    llvm::StringRef Compiler, llvm::ArrayRef<std::string> Arguments)>;

/// Reads the databases of \p Sources. With \p Paths (absolute) only units
/// under one of them are planned. The error says which file could not be
/// read and how to make one. Compilers are asked by way of \p Run.
llvm::Expected<Plan> plan(llvm::ArrayRef<CommandSource> Sources,
                          const Config &C, llvm::ArrayRef<std::string> Paths,
                          CompilerRunner Run = nullptr);

/// A plan of one file with the flags after `--`.
Plan planOne(llvm::StringRef AbsoluteFile, llvm::ArrayRef<std::string> Flags,
             const Config &C);

/// What a build system runs for one file.
struct UnitCommand {
  std::string File;                   ///< absolute
  std::string Directory;              ///< absolute
  std::vector<std::string> Arguments; ///< the compiler first
  std::string Configuration;
};

/// A plan of one command; it is empty, with a note, where the file is none of
/// the project's. \p BuildFolders are absolute and without symlinks.
llvm::Expected<Plan> planCommand(const UnitCommand &Command,
                                 std::vector<std::string> BuildFolders,
                                 const Config &C, CompilerRunner Run = nullptr);

/// Headers that are to be parsed by themselves.
struct HeaderPlan {
  Plan Units;
  /// By the header as displayed the unit whose command it has.
  std::map<std::string, std::string> FlagsOf;
};

/// Gives each of \p Headers (relative to \p Root) the command of the nearest of
/// \p Units: of one that is called like it, or that shares most folders.
HeaderPlan planHeaders(const Plan &Units, llvm::StringRef Root,
                       llvm::ArrayRef<std::string> Headers);

/// Hears in the parent process how a run goes, for a progress line or a
/// profile. \p Worker is the number of a process.
class RunObserver {
public:
  virtual ~RunObserver();
  /// All begins and all has ended. In between, a signal waits until the process
  /// can break off in order.
  virtual void beginsAll() {}
  virtual void endsAll() {}
  /// An attempt at \p Item begins.
  virtual void begins(const WorkItem &Item, int Worker) {}
  /// It gave a result. A skipped unit ends without a beginning.
  virtual void ends(const WorkItem &Item, int Worker, const UnitAside &Aside) {}
  /// It failed. A first attempt is followed by another, without short cuts.
  virtual void fails(const WorkItem &Item, int Worker, llvm::StringRef Reason,
                     bool IsFirst) {}
  /// System headers are precompiled for several units, and then are, or can't
  /// be.
  virtual void prepares(const SharedPrefix &Prefix, int Worker) {}
  virtual void prepared(const SharedPrefix &Prefix, int Worker,
                        const UnitAside &Aside) {}
  /// Some time has passed; several times a second.
  virtual void ticks() {}
  /// A signal ends the process behind this.
  virtual void breaksOff() {}
};

class LiveFiles;

/// How units are analysed.
struct EngineOptions {
  bool Exact = false; ///< no short cut, for comparison
  unsigned Jobs = 1;
  bool InProcess = false; ///< no workers, for a debugger
  /// Where what was found out is kept for the next run; empty: nowhere.
  std::string CacheFolder = {};
  bool WantsInputs = false;   ///< UnitResult::Inputs are asked for
  UnitAside *Aside = nullptr; ///< of the unit at hand; may be null
  std::vector<RunObserver *> Observers = {};

  /// Notes that a phase of the unit at hand begins.
  void enter(Phase What) const {
    if (Aside)
      Aside->enter(What);
  }
  /// What the paths of prefixes begin with; empty: none are used.
  std::string PrefixPath = {};
  /// What editors have open; null where only the disk counts.
  LiveFiles *Live = nullptr;
};

class PrefixStore;
class SharedAnswers;

/// What the units before have shown: it changes what an analysis costs, never
/// what it finds.
struct Experience {
  std::shared_ptr<PrefixStore> Prefixes{};  ///< made at the first need
  std::shared_ptr<SharedAnswers> Answers{}; ///< likewise
};

/// Analyses one unit in this process.
UnitResult analyzeUnit(const WorkItem &Item, const Config &C,
                       const FileClassifier &Files,
                       const EngineOptions &Options, Experience &Before);

/// Analyses all units of \p P in worker processes, and gives each result to
/// \p Take as soon as it is there, in any order. A unit that crashes, hangs or
/// outgrows its memory is tried once more without short cuts, and then has a
/// result with that status and both reasons.
void runPlan(const Plan &P, const Config &C, const FileClassifier &Files,
             const EngineOptions &Options,
             llvm::function_ref<void(UnitResult)> Take);

/// The same, with all results at the end.
std::vector<UnitResult> runPlan(const Plan &P, const Config &C,
                                const FileClassifier &Files,
                                const EngineOptions &Options);

} // namespace warrant

#endif // WARRANT_PLAN_H
