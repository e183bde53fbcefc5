//===- CommandsBaseline.cpp - warrant baseline ----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsBaseline.h"
#include "Commands.h"
#include "CommandsReport.h"
#include "CommandsScan.h"
#include "policy/PolicyApply.h"
#include "report/Wording.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

static Error mistake(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

static std::string folderOf(StringRef File) {
  return sys::path::parent_path(File, sys::path::Style::posix).str();
}

/// The entries by the folder whose file holds them, relative to the root.
static std::map<std::string, std::vector<BaselineEntry>>
byFolder(const Baseline &B) {
  std::map<std::string, std::vector<BaselineEntry>> Folders;
  Folders[""]; // the root's file says how the others are found
  for (const BaselineEntry &E : B.Entries)
    Folders[B.PerFolder ? folderOf(E.File) : ""].push_back(E);
  return Folders;
}

static std::string pathIn(StringRef Root, StringRef Folder) {
  SmallString<256> Path(Root);
  sys::path::append(Path, Folder, BaselineName);
  return Path.str().str();
}

/// Writes \p After; files that had entries in \p Before and have none any more
/// go.
static Error write(const Config &C, const ScanRequest &Request,
                   const Baseline &Before, const Baseline &After) {
  auto Folders = byFolder(After);
  for (const auto &[Folder, Entries] : Folders) {
    std::string Text;
    raw_string_ostream OS(Text);
    writeBaseline(Entries, After.PerFolder, OS);
    std::string Path =
        Request.Baseline.empty() ? pathIn(C.Root, Folder) : Request.Baseline;
    if (Error E = writeFile(Path, Text))
      return E;
  }
  for (const auto &[Folder, Entries] : byFolder(Before))
    if (!Folders.count(Folder))
      if (std::error_code Code = sys::fs::remove(pathIn(C.Root, Folder)))
        return createFileError(pathIn(C.Root, Folder), Code);
  return Error::success();
}

/// What a new baseline holds.
static Error writeFirst(const BaselineRequest &Request, const Config &C,
                        const Report &R) {
  if (Request.Prune || !Request.Accept.empty())
    return mistake("there is no baseline yet; 'warrant baseline' without "
                   "--prune and --accept writes one");
  if (Request.PerFolder && !Request.Scan.Baseline.empty())
    return mistake("--per-folder writes no single FILE");
  Baseline B{baselineEntries(R), Request.PerFolder};
  if (Error E = write(C, Request.Scan, {}, B))
    return E;
  outs() << counted(B.Entries.size(), "finding")
         << (B.Entries.size() == 1 ? " is" : " are")
         << " in the baseline now\n";
  return Error::success();
}

/// Prunes, adds, or both.
static Error update(const BaselineRequest &Request, const Config &C, Report &R,
                    const Baseline &Before) {
  BaselineResult Changes = applyBaseline(
      R, Before, baselineScope(R, C, Before, isWhole(Request.Scan)));
  Baseline After{Request.Prune ? Changes.Kept : Before.Entries,
                 Before.PerFolder};
  if (!Request.Accept.empty())
    for (BaselineEntry &E : Changes.New) {
      E.Reason = Request.Accept;
      erase_if(After.Entries, [&](const BaselineEntry &Old) {
        return Old.Fingerprint == E.Fingerprint;
      });
      After.Entries.push_back(E);
    }
  sort(After.Entries);
  if (Error E = write(C, Request.Scan, Before, After))
    return E;
  if (Request.Prune)
    outs() << "removed: " << counted(Changes.Stale.size(), "finding") << '\n';
  if (!Request.Accept.empty())
    outs() << "accepted: " << counted(Changes.New.size(), "new finding")
           << '\n';
  outs() << counted(After.Entries.size(), "finding") << " in the baseline\n";
  return Error::success();
}

int runBaseline(const BaselineRequest &Request) {
  Expected<Config> C = openProject(Request.Scan.Project);
  if (!C)
    return fail(C.takeError());
  Expected<std::optional<Baseline>> Before =
      openBaseline(C->Root, Request.Scan.Baseline);
  if (!Before)
    return fail(Before.takeError());
  if (*Before && !Request.Prune && Request.Accept.empty())
    return fail(mistake("there is a baseline already: --prune removes from it "
                        "what is no more, --accept REASON adds what is new"));
  Expected<Report> R = audit(Request.Scan, *C);
  if (!R)
    return fail(R.takeError());
  applyPolicy(*R, *C, dayOf(Request.Scan, *C), isWhole(Request.Scan));
  Error Failed =
      *Before ? update(Request, *C, *R, **Before) : writeFirst(Request, *C, *R);
  if (Failed)
    return fail(std::move(Failed));
  Verdict V = judge(*R, Policy());
  for (const std::string &Reason : V.IncompleteReasons)
    errs() << "warrant: warning: incomplete: " << Reason << "\n";
  return V.exitStatus();
}

} // namespace warrant
