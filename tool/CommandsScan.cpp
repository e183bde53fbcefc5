//===- CommandsScan.cpp - warrant scan ------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsScan.h"
#include "Commands.h"
#include "CommandsBaseline.h"
#include "CommandsReport.h"
#include "CommandsRun.h"
#include "Git.h"
#include "RetryNotes.h"
#include "report/Copies.h"
#include "scan/Cache.h"
#include "llvm/Support/Threading.h"

using namespace llvm;

namespace warrant {

static unsigned jobsOf(const ScanRequest &Request, const Plan &Units) {
  unsigned Jobs = Request.Jobs ? Request.Jobs
                               : hardware_concurrency().compute_thread_count();
  return std::clamp<unsigned>(Jobs, 1, std::max<size_t>(Units.Items.size(), 1));
}

/// The folder of the cache, ready to be used; empty where there is none. An
/// audit without it is the same and takes longer, so that is only noted.
static std::string cacheFolderFor(const CacheRequest &Request) {
  std::string Path = Request.Off ? std::string() : cacheFolder(Request.Folder);
  if (Path.empty())
    return Path;
  Expected<CacheFolder> Folder = CacheFolder::open(Path);
  if (Folder)
    return Path;
  errs() << "warrant: note: no cache: " << toString(Folder.takeError()) << "\n";
  return {};
}

/// The lines whose comments must not be copies.
static Expected<AddedLines> linesAsked(const ScanRequest &Request,
                                       const Config &C) {
  if (Request.CopiedSince.empty())
    return AddedLines();
  return addedLines(C.Root, Request.CopiedSince);
}

/// Results are merged as they come: of a large project they would not all fit
/// into memory.
static Report mergedRun(const Plan &Units, const Config &C,
                        const FileClassifier &Files, EngineOptions Options) {
  Merger All;
  RetryNotes Notes;
  Options.Observers.push_back(&Notes);
  runPlan(Units, C, Files, Options,
          [&](UnitResult U) { All.add(std::move(U)); });
  Notes.print(errs());
  return All.take();
}

/// How many open sites each check that is off would add, by a second run. Other
/// checks and remarks do not see it.
static std::map<std::string, unsigned> countOff(const Plan &Units,
                                                const Config &C,
                                                const FileClassifier &Files,
                                                const EngineOptions &Options) {
  Config Rest = C;
  Rest.Checks = {"-*"};
  for (const CheckInfo *Check : allChecks())
    if (!C.isCheckEnabled(*Check) && Check->Name != "safety-comment")
      Rest.Checks.push_back(Check->Name.str());
  std::map<std::string, unsigned> Counts;
  if (Rest.Checks.size() == 1)
    return Counts;
  Report R = mergedRun(Units, Rest, Files, Options);
  for (const Site &S : R.Sites)
    if (!isVendored(R, S) && S.State != Status::Proven &&
        S.State != Status::Documented && !S.Excuse)
      ++Counts[S.Check];
  return Counts;
}

Expected<Report> audit(const ScanRequest &Request, const Config &C) {
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
  Expected<AddedLines> Added = linesAsked(Request, C);
  if (!Added)
    return Added.takeError();
  for (const std::string &Note : T->Units.Notes)
    errs() << "warrant: note: " << Note << "\n";
  outs().flush(); // workers are forks, and must not have it in their buffers
  EngineOptions Options{.Exact = Request.Exact,
                        .Jobs = jobsOf(Request, T->Units),
                        .CacheFolder = cacheFolderFor(Request.Cache)};
  Report R = mergedRun(T->Units, C, *Files, Options);
  R.Run = describeRun(*T, C);
  if (Request.CountOff)
    R.OffByCheck = countOff(T->Units, C, *Files, Options);
  // With flags for single files the rest of the project was not meant.
  if (!Request.Commands.HasFlags)
    R.Blind.FilesInNoUnit = filesInNoUnit(R, C, *Files, *Paths);
  bool AllCopies = remarksCopies(C);
  if (AllCopies || !Added->empty())
    remarkCopies(
        R, [&](const Location &L) { return AllCopies || touches(L, *Added); });
  return R;
}

int runScan(const ScanRequest &Request) {
  Expected<Policy> P = readPolicy(Request);
  if (!P)
    return fail(P.takeError());
  Expected<Config> C = openProject(Request.Project);
  if (!C)
    return fail(C.takeError());
  Expected<std::optional<Baseline>> Before = askedBaseline(Request, *C, *P);
  if (!Before)
    return fail(Before.takeError());
  Expected<Report> R = audit(Request, *C);
  if (!R)
    return fail(R.takeError());
  return deliver(Request, *C, *P, *R, *Before);
}

} // namespace warrant
