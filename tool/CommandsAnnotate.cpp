//===- CommandsAnnotate.cpp - warrant annotate ----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Child.h"
#include "Commands.h"
#include "CommandsProject.h"
#include "Git.h"
#include "checks/support/Skeleton.h"
#include "report/Wording.h"
#include "warrant/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Threading.h"

using namespace llvm;

namespace warrant {
namespace {

/// A file and what it becomes.
struct Edit {
  std::string Display;
  std::string Path;
  std::string Text;
};

struct Annotation {
  std::vector<Edit> Edits;
  unsigned Sites = 0;                ///< that get a skeleton
  std::vector<const Site *> Without; ///< that have no place for one
};

/// Which sites were asked for.
struct Selection {
  const Config &Settings;
  ArrayRef<std::string> Paths;     ///< empty: all
  std::optional<AddedLines> Added; ///< absent: all
};

} // namespace

static Error mistake(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

/// How \p E differs from the file, by the system's diff.
static Expected<std::string> diffOf(const Edit &E) {
  ScratchFile After;
  if (After.error())
    return createFileError("a temporary file", After.error());
  if (Error Failed = writeFile(After.path(), E.Text))
    return std::move(Failed);
  // As git does, so that both git and patch see where a name with a space ends.
  bool HasSpace = E.Display.find(' ') != E.Display.npos;
  std::string Name = E.Display + (HasSpace ? "\t" : "");
  std::string Old = "a/" + Name, New = "b/" + Name;
  Expected<ChildResult> Diff =
      runChild("diff", {"--text", "-u", "--label", Old, "--label", New, "--",
                        E.Path, After.path()});
  if (!Diff)
    return Diff.takeError();
  constexpr int Differ = 1;
  if (Diff->Status != Differ)
    return mistake("diff: " + StringRef(Diff->Messages).trim());
  return std::move(Diff->Output);
}

static std::string absolutePath(const Selection &Asked, StringRef File) {
  SmallString<256> Path(Asked.Settings.Root);
  sys::path::append(Path, File);
  return Path.str().str();
}

static bool isAsked(const Site &S, const Selection &Asked) {
  if (sys::path::is_absolute(S.Where.File)) // outside the root
    return false;
  std::string Path = absolutePath(Asked, S.Where.File);
  bool Below = Asked.Paths.empty() || any_of(Asked.Paths, [&](StringRef P) {
                 return isAtOrBelow(Path, P);
               });
  return Below && (!Asked.Added || touches(S, *Asked.Added));
}

/// The open sites that were asked for, by file.
static std::map<std::string, std::vector<const Site *>>
openSites(const Report &R, const Selection &Asked) {
  std::map<std::string, std::vector<const Site *>> ByFile;
  for (const Site &S : R.Sites)
    if (awaitsComment(S) && !isVendored(R, S) && isAsked(S, Asked))
      ByFile[S.Where.File].push_back(&S);
  return ByFile;
}

static Error checkWritable(StringRef Path) {
  auto Permissions = sys::fs::getPermissions(Path);
  if (!Permissions)
    return createFileError(Path, Permissions.getError());
  // Who may write anywhere is told, too.
  if ((*Permissions & sys::fs::all_write) &&
      !sys::fs::access(Path, sys::fs::AccessMode::Write))
    return Error::success();
  return mistake("'" + Path +
                 "' is read-only; make it writable, or leave it out of the "
                 "paths");
}

/// The edit of \p File that gives each of \p Sites a skeleton.
static Expected<Edit> edited(StringRef File, ArrayRef<const Site *> Sites,
                             const Selection &Asked) {
  // A link stays one: what it leads to is written.
  SmallString<256> Path;
  if (std::error_code Code =
          sys::fs::real_path(absolutePath(Asked, File), Path))
    return createFileError(File, Code);
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return createFileError(File, Buffer.getError());
  StringRef Text = (*Buffer)->getBuffer();
  Expected<std::vector<Insertion>> Skeletons = skeletonsFor(File, Text, Sites);
  if (!Skeletons)
    return Skeletons.takeError();
  return Edit{File.str(), Path.str().str(), applyInsertions(Text, *Skeletons)};
}

static Expected<Annotation> annotate(const Report &R, const Selection &Asked) {
  Annotation Result;
  for (auto &[File, Sites] : openSites(R, Asked)) {
    auto HasPlace = [](const Site *S) { return S->NoteLine != 0; };
    auto Without = std::stable_partition(Sites.begin(), Sites.end(), HasPlace);
    Result.Without.insert(Result.Without.end(), Without, Sites.end());
    Sites.erase(Without, Sites.end());
    if (Sites.empty())
      continue;
    Expected<Edit> Each = edited(File, Sites, Asked);
    if (!Each)
      return Each.takeError();
    Result.Sites += Sites.size();
    Result.Edits.push_back(std::move(*Each));
  }
  return Result;
}

static std::string summaryOf(const Annotation &A, bool DryRun) {
  std::string Text;
  for (const Site *S : A.Without)
    Text += S->Where.File + ":" + std::to_string(S->Where.Line) + ":" +
            std::to_string(S->Where.Column) + ": note: '" + S->Snippet +
            "' has no place for a comment that is sure to be harmless\n";
  return Text + counted(A.Sites, "undocumented site") + " in " +
         counted(A.Edits.size(), "file") + (DryRun ? " would get" : " got") +
         " a comment to fill in\n";
}

static Expected<std::string> diffsOf(const Annotation &A) {
  std::string Diffs;
  for (const Edit &E : A.Edits) {
    Expected<std::string> Diff = diffOf(E);
    if (!Diff)
      return Diff.takeError();
    Diffs += *Diff;
  }
  return Diffs;
}

/// Nothing is written where a file among them can't be.
static Error write(const Annotation &A) {
  for (const Edit &E : A.Edits)
    if (Error Failed = checkWritable(E.Path))
      return mistake(toString(std::move(Failed)) + ": nothing was changed");
  for (const Edit &E : A.Edits)
    if (Error Failed = replaceFile(E.Path, E.Text))
      return Failed;
  return Error::success();
}

static int finish(const Annotation &A, bool DryRun) {
  if (!DryRun) {
    if (Error Failed = write(A))
      return fail(std::move(Failed));
    return printOutput(summaryOf(A, DryRun));
  }
  Expected<std::string> Diffs = diffsOf(A);
  if (!Diffs)
    return fail(Diffs.takeError());
  // A diff on standard output is for a program to read.
  errs() << summaryOf(A, DryRun);
  return printOutput(*Diffs);
}

/// Analyses what the sites below \p Paths depend on.
static Expected<Report> analyzed(const AnnotateRequest &Request,
                                 const Config &C, ArrayRef<std::string> Paths) {
  // A header's sites are seen by units elsewhere.
  Expected<Target> T = openTarget(
      Request.Commands,
      Request.Commands.HasFlags ? Paths : ArrayRef<std::string>(), C);
  if (!T)
    return T.takeError();
  auto IsUnit = [&](StringRef Path) {
    return any_of(T->Units.Items,
                  [&](const WorkItem &I) { return I.File == Path; });
  };
  if (!Paths.empty() && all_of(Paths, IsUnit))
    erase_if(T->Units.Items,
             [&](const WorkItem &I) { return !is_contained(Paths, I.File); });
  Expected<FileClassifier> Files =
      FileClassifier::create(C, T->Units.BuildFolders);
  if (!Files)
    return Files.takeError();
  EngineOptions Options;
  Options.Jobs = Request.Jobs ? Request.Jobs
                              : hardware_concurrency().compute_thread_count();
  return merge(runPlan(T->Units, C, *Files, Options));
}

int runAnnotate(const AnnotateRequest &Request) {
  Expected<Config> C = openProject(Request.Project);
  if (!C)
    return fail(C.takeError());
  Expected<std::vector<std::string>> Paths = resolvePaths(Request.Paths, *C);
  if (!Paths)
    return fail(Paths.takeError());
  Selection Asked{*C, *Paths, std::nullopt};
  if (!Request.Since.empty()) {
    Expected<AddedLines> Added = addedLines(C->Root, Request.Since);
    if (!Added)
      return fail(Added.takeError());
    Asked.Added = std::move(*Added);
  }
  Expected<Report> R = analyzed(Request, *C, *Paths);
  if (!R)
    return fail(R.takeError());
  Verdict V = judge(*R, Policy());
  for (const std::string &Reason : V.IncompleteReasons)
    errs() << "warrant: warning: incomplete: " << Reason << "\n";
  Expected<Annotation> A = annotate(*R, Asked);
  if (!A)
    return fail(mistake(toString(A.takeError()) + ": nothing was changed"));
  if (int Status = finish(*A, Request.DryRun))
    return Status;
  return V.exitStatus();
}

} // namespace warrant
