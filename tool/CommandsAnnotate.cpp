//===- CommandsAnnotate.cpp - warrant annotate ----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "CommandsProject.h"
#include "report/Skeleton.h"
#include "report/Wording.h"
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

/// A file before and after.
struct Edit {
  std::string Display;
  std::string Path;
  std::string Text;
};

struct Annotation {
  std::vector<Edit> Edits;
  unsigned Sites = 0;   ///< that got a skeleton
  unsigned Without = 0; ///< that have no place for one
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
  std::string Old = "a/" + E.Display, New = "b/" + E.Display;
  StringRef Command[] = {*Diff,     "-u", "--label", Old,
                         "--label", New,  E.Path,    After};
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

static bool isAsked(StringRef Path, ArrayRef<std::string> Paths) {
  return Paths.empty() || any_of(Paths, [&](StringRef Folder) {
           return isAtOrBelow(Path, Folder);
         });
}

/// The undocumented sites that a person has still to look at, by file.
static std::map<std::string, std::vector<const Site *>>
openSites(const Report &R) {
  std::map<std::string, std::vector<const Site *>> ByFile;
  for (const Site &S : R.Sites)
    if (S.State == Status::Undocumented && S.Rejection.empty() && !S.Excuse &&
        !isVendored(R, S))
      ByFile[S.Where.File].push_back(&S);
  return ByFile;
}

static Expected<Annotation> annotate(const Report &R, const Config &C,
                                     ArrayRef<std::string> Paths) {
  Annotation Result;
  for (const auto &[File, Sites] : openSites(R)) {
    SmallString<256> Path(C.Root);
    if (sys::path::is_absolute(File))
      continue; // outside the root
    sys::path::append(Path, File);
    if (!isAsked(Path, Paths))
      continue;
    auto Text = MemoryBuffer::getFile(Path);
    if (!Text)
      return createFileError(Path, Text.getError());
    unsigned Placed =
        count_if(Sites, [](const Site *S) { return S->NoteLine; });
    Result.Sites += Placed;
    Result.Without += Sites.size() - Placed;
    if (Placed)
      Result.Edits.push_back(
          {File, Path.str().str(),
           insertSkeletons((*Text)->getBuffer(), File, Sites)});
  }
  return Result;
}

static int report(const Annotation &A, bool DryRun) {
  std::string Text;
  for (const Edit &E : A.Edits) {
    if (DryRun) {
      Expected<std::string> Diff = diffOf(E);
      if (!Diff)
        return fail(Diff.takeError());
      Text += *Diff;
    } else if (Error Failed = writeFile(E.Path, E.Text)) {
      return fail(std::move(Failed));
    }
  }
  std::string Summary = counted(A.Sites, "undocumented site") + " in " +
                        counted(A.Edits.size(), "file") +
                        (DryRun ? " would get" : " got") +
                        " a comment to fill in\n";
  if (A.Without)
    Summary += std::to_string(A.Without) +
               (A.Without == 1 ? " more has" : " more have") +
               " no place for one that is sure to be harmless\n";
  // A diff on standard output is for a program to read.
  if (!DryRun)
    return printOutput(Summary);
  errs() << Summary;
  return printOutput(Text);
}

int runAnnotate(const AnnotateRequest &Request) {
  Expected<Config> C = openProject(Request.Project);
  if (!C)
    return fail(C.takeError());
  Expected<std::vector<std::string>> Paths = resolvePaths(Request.Paths, *C);
  if (!Paths)
    return fail(Paths.takeError());
  // A header's sites are seen by units elsewhere.
  ArrayRef<std::string> Units = *Paths;
  Expected<Target> T = openTarget(
      Request.Commands,
      Request.Commands.HasFlags ? Units : ArrayRef<std::string>(), *C);
  if (!T)
    return fail(T.takeError());
  Expected<FileClassifier> Files =
      FileClassifier::create(*C, T->Units.BuildFolders);
  if (!Files)
    return fail(Files.takeError());
  EngineOptions Options;
  Options.Jobs = Request.Jobs ? Request.Jobs
                              : hardware_concurrency().compute_thread_count();
  Report R = merge(runPlan(T->Units, *C, *Files, Options));
  Verdict V = judge(R, Policy());
  for (const std::string &Reason : V.IncompleteReasons)
    errs() << "warrant: warning: incomplete: " << Reason << "\n";
  Expected<Annotation> A = annotate(R, *C, *Paths);
  if (!A)
    return fail(A.takeError());
  if (int Status = report(*A, Request.DryRun))
    return Status;
  return V.exitStatus();
}

} // namespace warrant
