//===- CommandsRun.cpp - What a report says of its run --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsRun.h"
#include "Repository.h"
#include "report/Copies.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

//===----------------------------------------------------------------------===//
// git
//===----------------------------------------------------------------------===//

/// What git prints for \p Arguments in \p Folder; absence where it fails.
static std::optional<std::string> tryGit(StringRef Folder,
                                         ArrayRef<StringRef> Arguments) {
  Expected<std::string> Text = askGit(Folder, Arguments);
  if (Text)
    return StringRef(*Text).trim().str();
  consumeError(Text.takeError());
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Digests
//===----------------------------------------------------------------------===//

/// Replaces \p Folder in \p Text, where it ends there as a name, by \p Name.
static std::string replaceFolder(StringRef Text, StringRef Folder,
                                 StringRef Name) {
  std::string Result;
  while (true) {
    size_t At = Text.find(Folder);
    Result += Text.take_front(At);
    if (At == StringRef::npos)
      return Result;
    Text = Text.drop_front(At + Folder.size());
    bool IsWhole = Text.empty() || !(isAlnum(Text.front()) ||
                                     StringRef("_-.+").contains(Text.front()));
    Result += IsWhole ? Name : Folder;
  }
}

static std::string digestOf(StringRef Text) {
  return toHex(BLAKE3::hash<16>(arrayRefFromStringRef(Text)),
               /*LowerCase=*/true);
}

std::set<std::string> commandDigests(const Plan &Units, const Config &C) {
  // The longest first, since one may lie in another.
  std::vector<std::pair<std::string, std::string>> Folders{{C.Root, "<root>"}};
  for (const auto &[N, Folder] : enumerate(Units.BuildFolders))
    if (Folder != C.Root)
      Folders.push_back({Folder, "<build" + std::to_string(N) + ">"});
  sort(Folders, [](const auto &A, const auto &B) {
    return std::pair(B.first.size(), A.first) <
           std::pair(A.first.size(), B.first);
  });
  std::set<std::string> Digests;
  for (const WorkItem &Item : Units.Items) {
    std::vector<std::string> Parts{Item.Configuration, Item.Display,
                                   Item.SkipReason, Item.Directory};
    append_range(Parts, Item.Command);
    std::string Line = join(Parts, StringRef("\0", 1));
    for (const auto &[Folder, Name] : Folders)
      Line = replaceFolder(Line, Folder, Name);
    Digests.insert(digestOf(Line));
  }
  return Digests;
}

RunInfo describeRun(std::vector<std::string> Configurations,
                    const std::set<std::string> &Commands, const Config &C) {
  RunInfo Run;
  if (auto Revision = tryGit(C.Root, {"rev-parse", "--verify", "HEAD"})) {
    Run.Revision = *Revision;
    auto Changes =
        tryGit(C.Root, {"status", "--porcelain", "--untracked-files=no",
                        "--ignore-submodules=dirty", "--", "."});
    Run.Dirty = !Changes || !Changes->empty();
  }
  // As it is configured: rewriting rules are the user's own.
  if (auto Remote = tryGit(C.Root, {"config", "--get", "remote.origin.url"}))
    Run.Repository = repositoryAddress(*Remote);
  Run.ConfigDigest = configDigest(C);
  Run.CommandsDigest = digestOf(join(Commands, "\n"));
  Run.Configurations = std::move(Configurations);
  Run.Strict = C.Strict;
  for (const CheckInfo *Check : allChecks())
    if (C.isCheckEnabled(*Check))
      Run.Checks.push_back(Check->Name.str());
  sort(Run.Checks);
  return Run;
}

//===----------------------------------------------------------------------===//
// Copied comments
//===----------------------------------------------------------------------===//

Expected<AddedLines> linesAsked(StringRef CopiedSince, const Config &C) {
  if (CopiedSince.empty())
    return AddedLines();
  return addedLines(C.Root, CopiedSince);
}

void remarkAskedCopies(Report &R, const Config &C, const AddedLines &Added) {
  bool All = remarksCopies(C);
  if (All || !Added.empty())
    remarkCopies(R,
                 [&](const Location &L) { return All || touches(L, Added); });
}

//===----------------------------------------------------------------------===//
// Files in no unit
//===----------------------------------------------------------------------===//

static bool isSource(StringRef Path) {
  static constexpr StringLiteral Extensions[] = {
      ".c",   ".cc",  ".cpp", ".cxx", ".c++", ".C",   ".h",  ".hh",
      ".hpp", ".hxx", ".h++", ".H",   ".inl", ".ipp", ".tpp"};
  return is_contained(Extensions, sys::path::extension(Path));
}

/// Project files below \p Folder, relative to the root.
static void collectSources(StringRef Folder, const FileClassifier &Files,
                           std::vector<std::string> &Result) {
  std::error_code Code;
  sys::fs::recursive_directory_iterator It(Folder, Code,
                                           /*follow_symlinks=*/false);
  for (; !Code && It != sys::fs::recursive_directory_iterator();
       It.increment(Code)) {
    StringRef Path = It->path();
    bool Hidden = sys::path::filename(Path).starts_with(".");
    if (It->type() == sys::fs::file_type::directory_file) {
      if (Hidden || isBuildTree(Path))
        It.no_push();
      continue;
    }
    if (It->type() == sys::fs::file_type::regular_file && !Hidden &&
        isSource(Path) && Files.classify(Path) == FileClass::Project)
      Result.push_back(Files.display(Path));
  }
}

std::vector<std::string> filesNotIn(const std::set<std::string> &Seen,
                                    const Config &C,
                                    const FileClassifier &Files,
                                    ArrayRef<std::string> Paths) {
  std::vector<std::string> Sources;
  for (const std::string &Path :
       Paths.empty() ? ArrayRef<std::string>(C.Root) : Paths)
    collectSources(Path, Files, Sources);
  erase_if(Sources,
           [&](const std::string &File) { return Seen.count(File) != 0; });
  sort(Sources);
  Sources.erase(std::unique(Sources.begin(), Sources.end()), Sources.end());
  return Sources;
}

std::vector<std::string> filesInNoUnit(const Report &R, const Config &C,
                                       const FileClassifier &Files,
                                       ArrayRef<std::string> Paths) {
  std::set<std::string> Seen;
  for (const auto &[File, Facts] : R.Files)
    Seen.insert(File);
  for (const UnitSummary &Unit : R.Units)
    Seen.insert(Unit.File);
  return filesNotIn(Seen, C, Files, Paths);
}

} // namespace warrant
