//===- CommandsAnnotate.cpp - warrant annotate ----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "CommandsProject.h"
#include "Git.h"
#include "report/Skeleton.h"
#include "report/Wording.h"
#include "warrant/CodeText.h"
#include "warrant/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
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

/// What prints how \p Text differs from the file, by the system's diff.
static Expected<std::string> diffOf(const Edit &E) {
  auto Diff = sys::findProgramByName("diff");
  if (!Diff)
    return createStringError(Diff.getError(),
                             "--dry-run needs the program 'diff'");
  SmallString<128> After, Output;
  if (std::error_code Code = sys::fs::createTemporaryFile("warrant", "", After))
    return createFileError("a temporary file", Code);
  auto RemoveAfter = make_scope_exit([&] { sys::fs::remove(After); });
  if (std::error_code Code =
          sys::fs::createTemporaryFile("warrant", "diff", Output))
    return createFileError("a temporary file", Code);
  auto RemoveOutput = make_scope_exit([&] { sys::fs::remove(Output); });
  if (Error Failed = writeFile(After, E.Text))
    return std::move(Failed);
  // As git does, so that both git and patch see where a name with a space ends.
  std::string Name =
      E.Display + (E.Display.find(' ') != E.Display.npos ? "\t" : "");
  std::string Old = "a/" + Name, New = "b/" + Name;
  StringRef Command[] = {*Diff,     "--text", "-u", "--label", Old,
                         "--label", New,      "--", E.Path,    After};
  std::optional<StringRef> Redirects[] = {StringRef(), StringRef(Output),
                                          std::nullopt};
  constexpr int Differ = 1;
  if (sys::ExecuteAndWait(*Diff, Command, std::nullopt, Redirects) != Differ)
    return createStringError(inconvertibleErrorCode(),
                             "'diff' failed for " + E.Display);
  auto Text = MemoryBuffer::getFile(Output);
  if (!Text)
    return createFileError(Output, Text.getError());
  return (*Text)->getBuffer().str();
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

static Error mistake(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

/// What the name of \p Path leads to, if it may be written.
static Expected<std::string> writablePath(StringRef Path) {
  SmallString<256> Real;
  if (std::error_code Code = sys::fs::real_path(Path, Real))
    return createFileError(Path, Code);
  auto Permissions = sys::fs::getPermissions(Real);
  if (!Permissions)
    return createFileError(Path, Permissions.getError());
  // Who may write anywhere is told, too.
  if (!(*Permissions & sys::fs::all_write) ||
      sys::fs::access(Real, sys::fs::AccessMode::Write))
    return mistake("'" + Path +
                   "' is read-only; make it writable, or leave it out of the "
                   "paths: nothing was changed");
  return Real.str().str();
}

static CommentForm formFor(StringRef File, StringRef Text) {
  StringRef Extension = sys::path::extension(File);
  bool MayBeC90 = Extension == ".c" || Extension == ".h";
  return MayBeC90 && !hasLineComments(Text) ? CommentForm::Block
                                            : CommentForm::Line;
}

/// The edit of \p File that gives each of \p Sites a skeleton. The code that
/// a compiler sees stays the same, or there is an error.
static Expected<Edit> edited(StringRef File, ArrayRef<const Site *> Sites,
                             const Selection &Asked) {
  Expected<std::string> Path = writablePath(absolutePath(Asked, File));
  if (!Path)
    return Path.takeError();
  auto Buffer = MemoryBuffer::getFile(*Path);
  if (!Buffer)
    return createFileError(*Path, Buffer.getError());
  StringRef Text = (*Buffer)->getBuffer();
  if (!holdsSites(Text, Sites))
    return mistake("'" + File +
                   "' was changed while it was analysed; run this again: "
                   "nothing was changed");
  std::string After = applyInsertions(
      Text, skeletonInsertions(Text, formFor(File, Text), Sites));
  if (!isSameCode(Text, After))
    return mistake("comments in '" + File +
                   "' would change its code, which is a mistake of this "
                   "program: nothing was changed");
  return Edit{File.str(), std::move(*Path), std::move(After)};
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

static int write(const Annotation &A, bool DryRun) {
  std::string Diffs;
  for (const Edit &E : A.Edits) {
    if (!DryRun) {
      if (Error Failed = replaceFile(E.Path, E.Text))
        return fail(std::move(Failed));
      continue;
    }
    Expected<std::string> Diff = diffOf(E);
    if (!Diff)
      return fail(Diff.takeError());
    Diffs += *Diff;
  }
  if (!DryRun)
    return printOutput(summaryOf(A, DryRun));
  // A diff on standard output is for a program to read.
  errs() << summaryOf(A, DryRun);
  return printOutput(Diffs);
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
    return fail(A.takeError());
  if (int Status = write(*A, Request.DryRun))
    return Status;
  return V.exitStatus();
}

} // namespace warrant
