//===- GateUnits.cpp - Which units a change touches -----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GateUnits.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

Expected<std::set<std::string>> changedFiles(StringRef Root, StringRef Commit) {
  std::set<std::string> Files;
  auto Add = [&](ArrayRef<StringRef> Arguments) -> Error {
    Expected<std::string> Names = askGit(Root, Arguments);
    if (!Names)
      return Names.takeError();
    for (StringRef Name : split(*Names, '\0'))
      if (!Name.empty())
        Files.insert(Name.str());
    return Error::success();
  };
  if (Error E = Add({"diff", "--name-only", "-z", "--relative", "--no-renames",
                     "--no-ext-diff", "--no-textconv",
                     "--ignore-submodules=none", Commit, "--", "."}))
    return std::move(E);
  if (Error E = Add({"ls-files", "--others", "--exclude-standard", "-z"}))
    return std::move(E);
  return Files;
}

bool describesBuild(StringRef File) {
  static constexpr StringLiteral Names[] = {
      "CMakeLists.txt", "meson.build",
      "Makefile",       "BUILD",
      "BUILD.bazel",    "BUILD.gn",
      "Kbuild",         "Kconfig",
      "configure.ac",   "compile_commands.json",
      "Makefile.am"};
  static constexpr StringLiteral Extensions[] = {".cmake", ".mk",  ".in",
                                                 ".gn",    ".gni", ".bzl"};
  return is_contained(Names, sys::path::filename(File)) ||
         is_contained(Extensions, sys::path::extension(File));
}

/// Whether \p File says how units are built or judged, so that all of them are
/// touched.
static bool touchesAll(StringRef File) {
  return sys::path::filename(File) == ".warrant.yaml" || describesBuild(File);
}

static bool isSource(StringRef File) {
  static constexpr StringLiteral Extensions[] = {".c", ".cc", ".cpp", ".cxx"};
  return is_contained(Extensions, sys::path::extension(File));
}

static std::string pathOf(StringRef Root, StringRef File) {
  SmallString<256> Path(Root);
  sys::path::append(Path, File);
  return Path.str().str();
}

std::vector<std::string> unseenSources(const Config &C, const Plan &Units,
                                       const std::set<std::string> &Changed) {
  std::vector<std::string> Unseen;
  Expected<FileClassifier> Files =
      FileClassifier::create(C, Units.BuildFolders);
  if (!Files) {
    consumeError(Files.takeError()); // who analyses will say so
    return Unseen;
  }
  for (const std::string &File : Changed) {
    std::string Path = pathOf(C.Root, File);
    if (isSource(File) && sys::fs::exists(Path) &&
        Files->classify(Path) == FileClass::Project &&
        none_of(Units.Items,
                [&](const WorkItem &I) { return I.Display == File; }))
      Unseen.push_back(File);
  }
  return Unseen;
}

/// How much of the paths is one, behind whether the language is.
static std::pair<bool, size_t> nearness(StringRef A, StringRef B) {
  auto [AtA, AtB] = std::mismatch(A.begin(), A.end(), B.begin(), B.end());
  return {sys::path::extension(A) == sys::path::extension(B),
          static_cast<size_t>(std::distance(A.begin(), AtA))};
}

std::vector<WorkItem>
goneUnits(const Plan &Units, StringRef Root,
          const std::set<std::string> &Changed,
          const std::map<std::string, std::string> &FormerNames) {
  std::vector<WorkItem> Gone;
  auto IsRenamed = [&](StringRef File) {
    return any_of(FormerNames,
                  [&](const auto &Name) { return Name.second == File; });
  };
  for (const std::string &File : Changed) {
    if (!isSource(File) || sys::fs::exists(pathOf(Root, File)) ||
        IsRenamed(File) || Units.Items.empty())
      continue;
    WorkItem Item =
        *max_element(Units.Items, [&](const auto &A, const auto &B) {
          return nearness(A.Display, File) < nearness(B.Display, File);
        });
    const std::string Path = pathOf(Root, File);
    std::replace(Item.Command.begin(), Item.Command.end(), Item.File, Path);
    Item.File = Path;
    Item.Display = File;
    Gone.push_back(std::move(Item));
  }
  return Gone;
}

namespace {

/// What files include, by the names behind the last slash.
class Includes {
public:
  /// Whether \p Path, or what it includes, has one of the names \p Changed.
  bool reaches(StringRef Path, const StringSet<> &Changed);

private:
  const std::vector<std::string> &of(StringRef Path);
  StringMap<std::vector<std::string>> ByPath; ///< what it includes, as written
};

} // namespace

/// What stands behind `#include`: a name, or all of a line that names a macro.
static std::vector<std::string> writtenIn(StringRef Text) {
  std::vector<std::string> Names;
  for (StringRef Line : split(Text, '\n')) {
    Line = Line.ltrim();
    if (!Line.consume_front("#"))
      continue;
    Line = Line.ltrim();
    if (!Line.consume_front("include") && !Line.consume_front("import"))
      continue;
    Line.consume_front("_next");
    Line = Line.trim();
    if (Line.empty())
      continue;
    const bool IsQuoted = Line.front() == '"' || Line.front() == '<';
    Names.push_back(
        IsQuoted ? Line.drop_front()
                       .take_until([](char C) { return C == '"' || C == '>'; })
                       .str()
                 : std::string());
  }
  return Names;
}

const std::vector<std::string> &Includes::of(StringRef Path) {
  auto [It, IsNew] = ByPath.try_emplace(Path);
  if (IsNew)
    if (auto Text = MemoryBuffer::getFile(Path))
      It->second = writtenIn((*Text)->getBuffer());
  return It->second;
}

namespace {

/// The project's files by their names.
using FilesByName = StringMap<std::vector<std::string>>;

/// The names that lead to a changed file: a file of the project that includes
/// one of these has such a name, too.
StringSet<> touchedNames(const FilesByName &Files,
                         const std::set<std::string> &Changed, Includes &All) {
  StringSet<> Touched;
  for (const std::string &File : Changed)
    Touched.insert(sys::path::filename(File));
  for (bool Grows = true; Grows;) {
    Grows = false;
    for (const auto &[Name, Paths] : Files) {
      if (Touched.contains(Name))
        continue;
      if (any_of(Paths,
                 [&](StringRef Path) { return All.reaches(Path, Touched); })) {
        Touched.insert(Name);
        Grows = true;
      }
    }
  }
  return Touched;
}

} // namespace

bool Includes::reaches(StringRef Path, const StringSet<> &Changed) {
  return any_of(of(Path), [&](StringRef Written) {
    // What a macro names may be any file.
    return Written.empty() || Changed.contains(sys::path::filename(Written));
  });
}

/// All files that git knows or could know, since any of them may be included.
static Expected<FilesByName> projectFiles(StringRef Root) {
  FilesByName Files;
  Expected<std::string> Names = askGit(
      Root, {"ls-files", "-z", "--cached", "--others", "--exclude-standard"});
  if (!Names)
    return Names.takeError();
  for (StringRef Name : split(*Names, '\0')) {
    SmallString<256> Path(Root);
    sys::path::append(Path, Name);
    if (!Name.empty())
      Files[sys::path::filename(Name)].push_back(Path.str().str());
  }
  return Files;
}

Error keepTouched(Plan &Units, StringRef Root,
                  const std::set<std::string> &Changed) {
  // What changed within a submodule git does not list here.
  auto IsFolder = [&](StringRef File) {
    return sys::fs::is_directory(pathOf(Root, File));
  };
  if (any_of(Changed, touchesAll) || any_of(Changed, IsFolder))
    return Error::success();
  Expected<FilesByName> Files = projectFiles(Root);
  if (!Files)
    return Files.takeError();
  Includes All;
  const StringSet<> Touched = touchedNames(*Files, Changed, All);
  erase_if(Units.Items, [&](const WorkItem &Item) {
    if (Changed.count(Item.Display) || All.reaches(Item.File, Touched))
      return false;
    // `-include`, and whatever else a command names.
    return none_of(Item.Command, [&](StringRef Word) {
      return Word != Item.File &&
             sys::path::filename(Word) != sys::path::filename(Item.File) &&
             Touched.contains(sys::path::filename(Word));
    });
  });
  return Error::success();
}

} // namespace warrant
