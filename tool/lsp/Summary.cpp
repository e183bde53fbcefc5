//===- Summary.cpp - What is known of a whole project ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Summary.h"
#include "LiveUnit.h"
#include "tool/CommandsBaseline.h"
#include "tool/CommandsProject.h"
#include "tool/CommandsReport.h"
#include "tool/CommandsRun.h"
#include "tool/policy/PolicyApply.h"
#include "tool/report/Wording.h"
#include "tool/scan/Cache.h"
#include "tool/scan/UnitCache.h"

using namespace llvm;

namespace warrant {

/// What the cache has of \p Units for the configuration \p C.
static Expected<ProjectSummary> known(const Plan &Units, const Config &C) {
  Expected<FileClassifier> Files =
      FileClassifier::create(C, Units.BuildFolders);
  if (!Files)
    return Files.takeError();
  const std::string Folder = cacheFolder({});
  if (Folder.empty())
    return createStringError("there is no cache, and so nothing is known of "
                             "the project as a whole");
  auto Cache = UnitCache::open(Folder, C, *Files, EngineOptions());
  if (!Cache)
    return Cache.takeError();
  Merger All;
  const Plan Rest = (*Cache)->takeKnown(Units, All, [](const WorkItem &) {});
  ProjectSummary Result;
  Result.Root = C.Root;
  Result.Units = Units.Items.size();
  Result.Known = Result.Units - Rest.Items.size();
  Result.Audit = All.take();
  return Result;
}

/// Sets aside and marks what a scan would have.
static Error judgeAsScans(Report &R, const Config &C, Verdict &V) {
  V.Warnings = applyPolicy(R, C, dayOf(ScanRequest(), C), /*Whole=*/false);
  Expected<std::optional<Baseline>> Before = openBaseline(C.Root, {});
  if (!Before)
    return Before.takeError();
  if (*Before)
    applyBaseline(R, **Before, baselineScope(R, C, **Before, /*Whole=*/false));
  const std::vector<std::string> Warnings = std::move(V.Warnings);
  V = judge(R, Policy());
  V.Warnings = Warnings;
  return Error::success();
}

Expected<ProjectSummary> summarizeProject(StringRef Path,
                                          const CommandsRequest &Commands) {
  ProjectRequest Asked;
  Asked.Root = projectOf(Path);
  Expected<Config> C = openProject(Asked);
  if (!C)
    return C.takeError();
  Expected<Target> T = openTarget(Commands, {}, *C);
  if (!T)
    return T.takeError();
  Expected<ProjectSummary> Result = known(T->Units, *C);
  if (!Result)
    return Result;
  Report &R = Result->Audit;
  R.Run = describeRun(T->Configurations, commandDigests(T->Units, *C), *C);
  if (Error E = judgeAsScans(R, *C, Result->Judged))
    return std::move(E);
  if (Result->Known < Result->Units) {
    Result->Judged.Incomplete = true;
    Result->Judged.IncompleteReasons.insert(
        Result->Judged.IncompleteReasons.begin(),
        std::to_string(Result->Units - Result->Known) + " of " +
            counted(Result->Units, "unit") +
            " changed since the last scan, or no scan has seen them: "
            "'warrant scan' looks at them");
  }
  return Result;
}

std::string headlineOf(const ProjectSummary &S) {
  const Summary Counts = summarize(S.Audit);
  std::string Text = counted(Counts.Sites, "site") + ": " +
                     std::to_string(Counts.Undocumented + Counts.Unknown) +
                     " undocumented, " + std::to_string(Counts.Partial) +
                     " partial, " + counted(Counts.Defects, "defect");
  if (Counts.New + Counts.Known)
    Text += "; " + std::to_string(Counts.New) + " new by the baseline";
  return Text + "; of " + std::to_string(S.Known) + " of " +
         counted(S.Units, "unit") + ", as the last scans left them";
}

std::string markdownOf(const ProjectSummary &S) {
  std::string Text;
  raw_string_ostream OS(Text);
  cantFail(writeMarkdown(S.Audit, S.Judged, OS)); // a string takes all
  return Text;
}

} // namespace warrant
