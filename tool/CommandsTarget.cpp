//===- CommandsTarget.cpp - Where compile commands come from --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsDrivers.h"
#include "CommandsProject.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace llvm;

namespace warrant {

static constexpr StringLiteral DatabaseName = "compile_commands.json";

/// How build folders are called, below the root and below each other.
static constexpr StringLiteral BuildNames =
    "{build,build[-_.0-9]*,builddir,builds,cmake-build-*,out,_build,.build,"
    "bld,obj,debug,release,Debug,Release}";

static constexpr StringLiteral Recipes = R"(
Make one, then run this again:
  CMake   cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
  Meson   meson setup build
  Make    bear -- make
  GN      gn gen out --export-compile-commands
  Bazel   bazel run @hedron_compile_commands//:refresh_all
For one file without a build: warrant scan FILE -- FLAGS)";

/// The folder where the database that \p File names really is: one at the root
/// is often a link to that of a build folder.
static std::optional<std::string> databaseFolder(const Twine &File) {
  SmallString<256> Real;
  if (sys::fs::real_path(File, Real) ||
      sys::path::filename(Real) != DatabaseName)
    return std::nullopt;
  return sys::path::parent_path(Real).str();
}

static std::vector<std::string> subfolders(StringRef Folder) {
  std::vector<std::string> Result;
  std::error_code Code;
  for (sys::fs::directory_iterator It(Folder, Code), End; It != End && !Code;
       It.increment(Code))
    if (sys::fs::is_directory(It->path()))
      Result.push_back(It->path());
  sort(Result);
  return Result;
}

std::vector<std::string> findBuildFolders(StringRef Root) {
  GlobPattern IsBuild = cantFail(GlobPattern::create(BuildNames, 64));
  std::vector<std::string> Places{Root.str()};
  for (const std::string &Folder : subfolders(Root))
    if (IsBuild.match(sys::path::filename(Folder)))
      Places.push_back(Folder);
  auto Build = find_if(drop_begin(Places), [](StringRef Folder) {
    return sys::path::filename(Folder) == "build";
  });
  if (Build != Places.end())
    std::rotate(std::next(Places.begin()), Build, std::next(Build));
  // One per configuration: build/debug, out/build/x64.
  for (size_t I = 1, Direct = Places.size(); I < Direct; ++I)
    for (const std::string &Folder : subfolders(Places[I])) {
      Places.push_back(Folder);
      if (sys::path::filename(Folder) == "build")
        append_range(Places, subfolders(Folder));
    }
  std::vector<std::string> Result;
  for (const std::string &Place : Places) {
    std::optional<std::string> Folder =
        databaseFolder(Place + "/" + DatabaseName);
    if (Folder && !is_contained(Result, *Folder))
      Result.push_back(*Folder);
  }
  return Result;
}

/// \p Folder below the root, or its last name where it lies elsewhere.
static std::string shortName(StringRef Folder, const Config &C) {
  if (Folder == C.Root)
    return "root";
  StringRef Name = Folder;
  if (isAtOrBelow(Folder, C.Root) && Name.consume_front(C.Root))
    return Name.ltrim('/').str();
  return sys::path::filename(Folder).str();
}

/// Makes sources of folders. No two have one name.
static std::vector<CommandSource> named(ArrayRef<std::string> Folders,
                                        const Config &C) {
  std::vector<CommandSource> Result;
  std::set<std::string> Names;
  for (const std::string &Folder : Folders) {
    std::string Base = shortName(Folder, C), Name = Base;
    for (unsigned N = 2; !Names.insert(Name).second; ++N)
      Name = Base + "-" + std::to_string(N);
    Result.push_back({Folder, Name});
  }
  return Result;
}

std::vector<std::string> configurationNames(ArrayRef<std::string> BuildFolders,
                                            const Config &C) {
  std::vector<std::string> Names;
  for (const CommandSource &Source : named(BuildFolders, C))
    Names.push_back(Source.Name);
  return Names;
}

/// The folders that `-p` names; it may name the file itself.
static Expected<std::vector<std::string>>
givenFolders(ArrayRef<std::string> Given) {
  std::vector<std::string> Result;
  for (StringRef Path : Given) {
    SmallString<256> File(Path);
    if (sys::fs::is_directory(Path))
      sys::path::append(File, DatabaseName);
    if (!sys::fs::exists(Path))
      return createStringError(inconvertibleErrorCode(),
                               "-p: there is no '" + Path + "'");
    std::optional<std::string> Folder = databaseFolder(File);
    if (!Folder)
      return createStringError(inconvertibleErrorCode(),
                               "-p: no " + DatabaseName + " in '" + Path + "'" +
                                   Recipes);
    if (!is_contained(Result, *Folder))
      Result.push_back(*Folder);
  }
  return Result;
}

/// One file after the other with the same flags.
static Expected<Target> openFiles(ArrayRef<std::string> Flags,
                                  ArrayRef<std::string> Files,
                                  const Config &C) {
  if (Files.empty())
    return createStringError(inconvertibleErrorCode(),
                             "flags behind '--' need a FILE before it");
  Target Result;
  for (const std::string &File : Files) {
    if (sys::fs::is_directory(File))
      return createStringError(inconvertibleErrorCode(),
                               "'" + File +
                                   "' is a folder; flags behind "
                                   "'--' need a file");
    Plan One = planOne(File, Flags, C);
    append_range(Result.Units.Items, One.Items);
    append_range(Result.Units.Notes, One.Notes);
  }
  sort(Result.Units.Items);
  Result.Units.Items.erase(
      std::unique(Result.Units.Items.begin(), Result.Units.Items.end()),
      Result.Units.Items.end());
  return Result;
}

/// Says which of several databases was taken.
static std::string choiceNote(ArrayRef<CommandSource> Found) {
  std::vector<std::string> Others;
  for (const CommandSource &Source : Found.drop_front())
    Others.push_back("'" + Source.Name + "'");
  return "compile commands of '" + Found.front().Name + "' taken; " +
         join(Others, ", ") + (Others.size() == 1 ? " has" : " have") +
         " some, too: choose with -p, which may be repeated";
}

/// Names the files among \p Paths that are no unit of \p Units.
static void noteFilesWithoutUnit(ArrayRef<std::string> Paths, const Config &C,
                                 Plan &Units) {
  for (const std::string &Path : Paths) {
    bool IsUnit = any_of(
        Units.Items, [&](const WorkItem &Item) { return Item.File == Path; });
    if (!IsUnit && !sys::fs::is_directory(Path))
      Units.Notes.push_back("no compile command is for '" + shortName(Path, C) +
                            "': a header is analysed with the units that "
                            "include it");
  }
}

static Expected<Target> openDatabases(const CommandsRequest &Request,
                                      ArrayRef<std::string> Paths,
                                      const Config &C) {
  Expected<std::vector<std::string>> Folders =
      givenFolders(Request.BuildFolders);
  if (!Folders)
    return Folders.takeError();
  Expected<CompilerRunner> Run = compilerRunner(Request.QueryDrivers);
  if (!Run)
    return Run.takeError();
  std::string Note;
  if (Folders->empty()) {
    *Folders = findBuildFolders(C.Root);
    if (Folders->empty())
      return createStringError(inconvertibleErrorCode(),
                               "no " + DatabaseName + " in '" + C.Root +
                                   "' or its build folders" + Recipes);
    if (Folders->size() > 1)
      Note = choiceNote(named(*Folders, C));
    Folders->resize(1);
  }
  std::vector<CommandSource> Sources = named(*Folders, C);
  Expected<Plan> Units = plan(Sources, C, Paths, std::move(*Run));
  if (!Units)
    return Units.takeError();
  noteFilesWithoutUnit(Paths, C, *Units);
  Target Result{std::move(*Units), {}};
  for (const CommandSource &Source : Sources)
    Result.Configurations.push_back(Source.Name);
  if (!Note.empty())
    Result.Units.Notes.insert(Result.Units.Notes.begin(), Note);
  return Result;
}

Expected<Target> openTarget(const CommandsRequest &Request,
                            ArrayRef<std::string> Paths, const Config &C) {
  if (!Request.HasFlags) {
    Expected<Target> Result = openDatabases(Request, Paths, C);
    if (Result)
      sort(Result->Configurations);
    return Result;
  }
  if (!Request.BuildFolders.empty())
    return createStringError(inconvertibleErrorCode(),
                             "-p and flags behind '--' exclude each other");
  Expected<Target> Result = openFiles(Request.Flags, Paths, C);
  if (Result && !Result->Units.Items.empty())
    Result->Configurations = {Result->Units.Items.front().Configuration};
  return Result;
}

} // namespace warrant
