//===- CommandsRun.cpp - What a report says of its run --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsRun.h"
#include "Git.h"
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

std::string commandsDigest(const Plan &Units, const Config &C) {
  // The longest first, since one may lie in another.
  std::vector<std::pair<std::string, std::string>> Folders{{C.Root, "<root>"}};
  for (const auto &[N, Folder] : enumerate(Units.BuildFolders))
    if (Folder != C.Root)
      Folders.push_back({Folder, "<build" + std::to_string(N) + ">"});
  sort(Folders, [](const auto &A, const auto &B) {
    return std::pair(B.first.size(), A.first) <
           std::pair(A.first.size(), B.first);
  });
  // Sorted as text again: the order of items may depend on their paths.
  std::vector<std::string> Lines;
  for (const WorkItem &Item : Units.Items) {
    std::vector<std::string> Parts{Item.Configuration, Item.Display,
                                   Item.SkipReason, Item.Directory};
    append_range(Parts, Item.Command);
    std::string Line = join(Parts, StringRef("\0", 1));
    for (const auto &[Folder, Name] : Folders)
      Line = replaceFolder(Line, Folder, Name);
    Lines.push_back(std::move(Line));
  }
  sort(Lines);
  return toHex(BLAKE3::hash<16>(arrayRefFromStringRef(join(Lines, "\n"))),
               /*LowerCase=*/true);
}

RunInfo describeRun(const Target &T, const Config &C) {
  RunInfo Run;
  if (auto Revision = tryGit(C.Root, {"rev-parse", "--verify", "HEAD"})) {
    Run.Revision = *Revision;
    auto Changes =
        tryGit(C.Root, {"status", "--porcelain", "--untracked-files=no",
                        "--ignore-submodules=dirty", "--", "."});
    Run.Dirty = !Changes || !Changes->empty();
  }
  Run.ConfigDigest = configDigest(C);
  Run.CommandsDigest = commandsDigest(T.Units, C);
  Run.Configurations = T.Configurations;
  Run.Strict = C.Strict;
  return Run;
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

std::vector<std::string> filesInNoUnit(const Report &R, const Config &C,
                                       const FileClassifier &Files,
                                       ArrayRef<std::string> Paths) {
  std::vector<std::string> Sources;
  for (const std::string &Path :
       Paths.empty() ? ArrayRef<std::string>(C.Root) : Paths)
    collectSources(Path, Files, Sources);
  std::set<StringRef> Seen;
  for (const auto &[File, Facts] : R.Files)
    Seen.insert(File);
  for (const UnitSummary &Unit : R.Units)
    Seen.insert(Unit.File);
  erase_if(Sources, [&](StringRef File) { return Seen.count(File); });
  sort(Sources);
  Sources.erase(std::unique(Sources.begin(), Sources.end()), Sources.end());
  return Sources;
}

} // namespace warrant
