//===- CommandsScan.cpp - warrant scan ------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsScan.h"
#include "CachedRun.h"
#include "Commands.h"
#include "CommandsBaseline.h"
#include "CommandsHeaders.h"
#include "CommandsReport.h"
#include "CommandsRun.h"
#include "CommandsUnits.h"
#include "Profile.h"
#include "RetryNotes.h"
#include "TemporaryPrefixes.h"
#include "scan/Cache.h"
#include "scan/Progress.h"
#include "llvm/Support/Threading.h"

using namespace llvm;

namespace warrant {

static unsigned jobsOf(const ScanRequest &Request, const Plan &Units) {
  unsigned Jobs = Request.Jobs ? Request.Jobs
                               : hardware_concurrency().compute_thread_count();
  return std::clamp<unsigned>(Jobs, 1, std::max<size_t>(Units.Items.size(), 1));
}

/// Shows how far \p Run, which analyses \p Units, has come, and notes those
/// that took a second attempt.
static void watch(const ScanRequest &Request, const Plan &Units,
                  EngineOptions Options,
                  function_ref<void(const EngineOptions &)> Run) {
  RetryNotes Notes;
  CachedCount Count;
  TemporaryPrefixes Prefixes;
  append_range(Options.Observers,
               ArrayRef<RunObserver *>{&Notes, &Count, &Prefixes});
  if (!Request.NoPrefix && !Request.Exact)
    Options.PrefixPath = Options.CacheFolder.empty()
                             ? Prefixes.path()
                             : prefixPathIn(Options.CacheFolder);
  std::optional<Progress> Line;
  if (Request.Progress == When::Auto ? isWatched()
                                     : Request.Progress == When::Always)
    Options.Observers.push_back(&Line.emplace(Units.Items.size(), errs()));
  Run(Options);
  Line.reset();
  Notes.print(errs());
  if (Request.Verbose)
    errs() << "warrant: note: " << Count.text() << "\n";
}

static Report mergedRun(const ScanRequest &Request, const Plan &Units,
                        const Config &C, const FileClassifier &Files,
                        const EngineOptions &Options, Profile *Times) {
  Merger All;
  watch(Request, Units, Options, [&](const EngineOptions &Watched) {
    runCached(Units, C, Files, Watched, Times, All);
  });
  StageTime Time(Times, "merge");
  return All.take();
}

/// How many open sites each check that is off would add, by a second run. Other
/// checks and remarks do not see it.
static std::map<std::string, unsigned>
countOff(const ScanRequest &Request, const Plan &Units, const Config &C,
         const FileClassifier &Files, const EngineOptions &Options,
         Profile *Times) {
  Config Rest = C;
  Rest.Checks = {"-*"};
  for (const CheckInfo *Check : allChecks())
    if (!C.isCheckEnabled(*Check) && Check->Name != "safety-comment")
      Rest.Checks.push_back(Check->Name.str());
  std::map<std::string, unsigned> Counts;
  if (Rest.Checks.size() == 1)
    return Counts;
  Report R = mergedRun(Request, Units, Rest, Files, Options, Times);
  for (const Site &S : R.Sites)
    if (!isVendored(R, S) && S.State != Status::Proven &&
        S.State != Status::Documented && !S.Excuse)
      ++Counts[S.Check];
  return Counts;
}

namespace {

/// What a scan works on.
struct Prepared {
  std::vector<std::string> Paths;
  Target T;
  FileClassifier Files;
  AddedLines Added;
  HeaderAudit Headers;
};

} // namespace

static Expected<Prepared> prepare(const ScanRequest &Request, const Config &C,
                                  Profile *Times) {
  StageTime Time(Times, "plan");
  Expected<std::vector<std::string>> Paths = resolvePaths(Request.Paths, C);
  if (!Paths)
    return Paths.takeError();
  Expected<Target> T = openTarget(Request.Commands, *Paths, C);
  if (!T)
    return T.takeError();
  Expected<FileClassifier> Files =
      FileClassifier::create(C, T->Units.BuildFolders);
  if (!Files)
    return Files.takeError();
  Expected<AddedLines> Added = linesAsked(Request.CopiedSince, C);
  if (!Added)
    return Added.takeError();
  Expected<HeaderAudit> Headers = HeaderAudit::create(Request.Headers);
  if (!Headers)
    return Headers.takeError();
  for (const std::string &Note : T->Units.Notes)
    errs() << "warrant: note: " << Note << "\n";
  return Prepared{std::move(*Paths), std::move(*T), std::move(*Files),
                  std::move(*Added), std::move(*Headers)};
}

static EngineOptions engineOptions(const ScanRequest &Request,
                                   const Plan &Units, Profile *Times) {
  outs().flush(); // workers are forks, and must not have it in their buffers
  EngineOptions Options;
  Options.Exact = Request.Exact;
  Options.Jobs = jobsOf(Request, Units);
  Options.CacheFolder =
      Request.Cache.Off ? std::string() : cacheFolder(Request.Cache.Folder);
  if (Times)
    Options.Observers.push_back(Times);
  return Options;
}

Report auditUnits(const ScanRequest &Request, const Config &C, const Target &T,
                  const FileClassifier &Files) {
  Report R = mergedRun(Request, T.Units, C, Files,
                       engineOptions(Request, T.Units, nullptr), nullptr);
  R.Run = describeRun(T.Configurations, commandDigests(T.Units, C), C);
  return R;
}

/// The units, and then the headers asked for that none of them includes, which
/// become units of the plan.
static Report runWithHeaders(const ScanRequest &Request, const Config &C,
                             Prepared &Work, const EngineOptions &Options,
                             Profile *Times) {
  Plan &Units = Work.T.Units;
  // What a unit includes is asked of its result, which the cache has in parts.
  if (Request.Headers.empty())
    return mergedRun(Request, Units, C, Work.Files, Options, Times);
  Merger All;
  auto Run = [&](const Plan &P) {
    watch(Request, P, Options, [&](const EngineOptions &Watched) {
      runPlan(P, C, Work.Files, Watched, [&](UnitResult U) {
        StageTime Time(Times, "merge");
        Work.Headers.take(U);
        All.add(std::move(U));
      });
    });
  };
  Run(Units);
  const Plan &Headers = Work.Headers.plan(Units, C, Work.Files, Work.Paths);
  if (!Headers.Items.empty())
    Run(Headers);
  append_range(Units.Items, Headers.Items);
  StageTime Time(Times, "merge");
  return All.take();
}

Expected<Report> audit(const ScanRequest &Request, const Config &C,
                       Profile *Times) {
  Expected<Prepared> Work = prepare(Request, C, Times);
  if (!Work)
    return Work.takeError();
  const Plan &Units = Work->T.Units;
  EngineOptions Options = engineOptions(Request, Units, Times);
  Report R = runWithHeaders(Request, C, *Work, Options, Times);
  StageTime Time(Times, "what no unit tells");
  R.Run = describeRun(Work->T.Configurations, commandDigests(Units, C), C);
  if (Request.CountOff)
    R.OffByCheck = countOff(Request, Units, C, Work->Files, Options, Times);
  // With flags for single files the rest of the project was not meant.
  if (!Request.Commands.HasFlags)
    R.Blind.FilesInNoUnit = filesInNoUnit(R, C, Work->Files, Work->Paths);
  remarkAskedCopies(R, C, Work->Added);
  return R;
}

/// Analyses for `warrant merge`: nothing is reported or judged here.
static int writeParts(const ScanRequest &Request, const Config &C,
                      Profile *Times) {
  Expected<Prepared> Work = prepare(Request, C, Times);
  if (!Work)
    return fail(Work.takeError());
  Plan &All = Work->T.Units;
  UnitsInfo Info;
  if (!Request.Shard.empty())
    if (Error E = takeShard(Request.Shard, All, Info))
      return fail(std::move(E));
  describeUnits(Work->T, C, Info);
  Info.Revision = describeRun({}, {}, C).Revision;
  std::vector<std::string> Units;
  watch(Request, All, engineOptions(Request, All, Times),
        [&](const EngineOptions &Watched) {
          runPlan(All, C, Work->Files, Watched, [&](UnitResult U) {
            Units.push_back(unitForFile(std::move(U)));
          });
        });
  return writeUnitsTo(Request.UnitsOut,
                      writeUnits(std::move(Info), std::move(Units)));
}

/// What belongs to a report has no place where none is written.
static Error checkParts(const ScanRequest &Request) {
  if (!Request.UnitsOut.empty() && !Request.Headers.empty())
    return createStringError("--units-out and --headers exclude each other: "
                             "what no unit includes is known when all are "
                             "merged");
  bool Reports = wantsReports(Request) || !Request.FailOn.empty() ||
                 !Request.CopiedSince.empty();
  if (Request.UnitsOut.empty() || (!Reports && !Request.CountOff))
    return Error::success();
  return createStringError(
      "--units-out writes no report: " +
      StringRef(Request.CountOff
                    ? "--count-off is for scans that do"
                    : "give files for reports, --fail-on and --copied-since to "
                      "'warrant merge'"));
}

static int scan(const ScanRequest &Request, const Policy &P, const Config &C,
                Profile *Times) {
  if (!Request.UnitsOut.empty())
    return writeParts(Request, C, Times);
  Expected<std::optional<Baseline>> Before = askedBaseline(Request, C, P);
  if (!Before)
    return fail(Before.takeError());
  Expected<Report> R = audit(Request, C, Times);
  if (!R)
    return fail(R.takeError());
  StageTime Time(Times, "write");
  return deliver(Request, C, P, *R, *Before);
}

/// Shows what took how long, and keeps \p Status unless that fails.
static int tellProfile(const Profile &Times, StringRef File, int Status) {
  Times.print(errs());
  if (File == "-")
    return Status;
  std::string Text;
  raw_string_ostream OS(Text);
  Times.writeTrace(OS);
  if (Error E = writeFile(File, Text))
    return fail(std::move(E));
  return Status;
}

int runScan(const ScanRequest &Request) {
  Expected<Policy> P = readPolicy(Request);
  if (!P)
    return fail(P.takeError());
  if (Error E = checkParts(Request))
    return fail(std::move(E));
  Expected<Config> C = openProject(Request.Project);
  if (!C)
    return fail(C.takeError());
  if (Request.Profile.empty())
    return scan(Request, *P, *C, /*Times=*/nullptr);
  Profile Times;
  int Status = scan(Request, *P, *C, &Times);
  return tellProfile(Times, Request.Profile, Status);
}

} // namespace warrant
