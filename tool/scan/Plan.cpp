//===- Plan.cpp - Which units are analysed --------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Plan.h"
#include "CompilerQueries.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>
#include <tuple>

using namespace llvm;
using clang::tooling::CompileCommand;
using clang::tooling::JSONCommandLineSyntax;
using clang::tooling::JSONCompilationDatabase;

namespace warrant {

static std::string absolutePath(StringRef Path, StringRef Directory) {
  SmallString<256> Result(Path);
  sys::fs::make_absolute(Directory, Result);
  sys::path::remove_dots(Result); // `..` stays: it may follow a symlink
  return std::string(Result);
}

/// \p Path without symlinks, so that a file has one name however it is
/// reached. A file that isn't there keeps its name.
static std::string realPath(StringRef Path) {
  SmallString<256> Result;
  if (!sys::fs::real_path(Path, Result))
    return std::string(Result);
  Result = Path;
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return std::string(Result);
}

static bool isUnder(StringRef Path, StringRef Folder) {
  if (!Path.consume_front(Folder))
    return false;
  return Path.empty() || Path.starts_with("/") || Folder.ends_with("/");
}

namespace {

/// Collects items, and what is to be said of those left out.
class Planner {
public:
  Planner(const FileClassifier &Files, ArrayRef<std::string> Paths,
          CompilerRunner Run)
      : Files(Files), FS(vfs::createPhysicalFileSystem()),
        Queries(std::move(Run), FS) {
    for (const std::string &Path : Paths)
      Folders.push_back(realPath(Path));
  }

  void add(const CompileCommand &Entry, StringRef BuildFolder,
           StringRef Configuration);
  /// \p Command as it is in a compilation database.
  void add(StringRef File, StringRef Directory, ArrayRef<std::string> Command,
           StringRef Configuration);
  void say(std::string Note) { Notes.push_back(std::move(Note)); }
  Plan finish(std::vector<std::string> BuildFolders);

private:
  bool isWanted(StringRef File);
  void note(const ParseCommand &Command);

  const FileClassifier &Files;
  IntrusiveRefCntPtr<vfs::FileSystem> FS;
  CompilerQueries Queries;
  std::vector<std::string> Folders;
  std::vector<WorkItem> Items;
  std::vector<std::string> Notes;
  unsigned Outside = 0, Excluded = 0;
  std::set<std::string> Missing; ///< files that are not there
  std::map<std::string, unsigned> Dropped, UnknownTargets;
};

} // namespace

bool Planner::isWanted(StringRef File) {
  if (!Folders.empty() &&
      none_of(Folders, [&](StringRef F) { return isUnder(File, F); }))
    return false;
  switch (Files.classify(File)) {
  case FileClass::Project:
  case FileClass::Vendored:
    return true;
  case FileClass::Excluded:
    ++Excluded;
    return false;
  case FileClass::Outside:
    ++Outside;
    return false;
  }
  return false;
}

void Planner::note(const ParseCommand &Command) {
  for (const std::string &Flag : Command.Dropped)
    ++Dropped[Flag];
  if (!Command.UnknownTarget.empty())
    ++UnknownTargets[Command.UnknownTarget];
}

void Planner::add(StringRef File, StringRef Directory,
                  ArrayRef<std::string> Command, StringRef Configuration) {
  std::string Real = realPath(File);
  if (!isWanted(Real))
    return;
  ParseCommand Parse = toParseCommand(Command, File, Directory, *FS);
  if (Parse.SkipReason.empty()) {
    note(Parse);
    Queries.complete(Parse, Directory);
    if (!FS->exists(Real))
      Missing.insert(Real);
  }
  Items.push_back({.File = Real,
                   .Display = Files.display(Real),
                   .Directory = Directory.str(),
                   .Command = std::move(Parse.Arguments),
                   .Configuration = Configuration.str(),
                   .SkipReason = std::move(Parse.SkipReason),
                   .Prefix = {}});
}

void Planner::add(const CompileCommand &Entry, StringRef BuildFolder,
                  StringRef Configuration) {
  std::string Directory = absolutePath(Entry.Directory, BuildFolder);
  add(absolutePath(Entry.Filename, Directory), Directory, Entry.CommandLine,
      Configuration);
}

static std::string counted(unsigned N, StringRef Noun) {
  return std::to_string(N) + " " + Noun.str() + (N == 1 ? "" : "s");
}

Plan Planner::finish(std::vector<std::string> BuildFolders) {
  auto Key = [](const WorkItem &I) {
    return std::tie(I.Display, I.Configuration, I.Command, I.File, I.Directory,
                    I.SkipReason);
  };
  sort(Items,
       [&](const WorkItem &A, const WorkItem &B) { return Key(A) < Key(B); });
  Items.erase(std::unique(Items.begin(), Items.end()), Items.end());

  Plan P{std::move(Items), std::move(BuildFolders), std::move(Notes), {}};
  if (Outside)
    P.Notes.push_back(counted(Outside, "compile command") +
                      " left out: the file is outside the root");
  if (Excluded)
    P.Notes.push_back(counted(Excluded, "compile command") +
                      " left out: the file is excluded or in a build folder");
  if (!Missing.empty())
    P.Notes.push_back(counted(Missing.size(), "file") + " to compile " +
                      (Missing.size() == 1 ? "is" : "are") +
                      " not there: where the build makes such files, build "
                      "the project first");
  for (const auto &[Flag, Count] : Dropped)
    P.Notes.push_back("`" + Flag + "` dropped from " +
                      counted(Count, "compile command") +
                      ": clang does not take it here");
  for (const auto &[Compiler, Count] : UnknownTargets)
    P.Notes.push_back("clang has no target for `" + Compiler +
                      "`: " + counted(Count, "unit") +
                      " analysed for this machine's own");
  append_range(P.Notes, Queries.notes());
  return P;
}

/// How compile_commands.json comes to be.
static constexpr StringLiteral Recipe =
    "\n  CMake: cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON"
    "\n  Make:  bear -- make"
    "\n  Meson: meson setup build";

static Expected<std::unique_ptr<JSONCompilationDatabase>>
loadDatabase(StringRef BuildFolder) {
  SmallString<256> Path(BuildFolder);
  sys::path::append(Path, "compile_commands.json");
  if (!sys::fs::exists(Path))
    return createStringError(inconvertibleErrorCode(),
                             "no '" + Path + "'; make it with one of" + Recipe);
  std::string Message;
  auto Database = JSONCompilationDatabase::loadFromFile(
      Path, Message, JSONCommandLineSyntax::AutoDetect);
  if (!Database)
    return createStringError(inconvertibleErrorCode(),
                             "cannot read '" + Path +
                                 "': " + StringRef(Message).rtrim());
  return std::move(Database);
}

Expected<Plan> plan(ArrayRef<CommandSource> Sources, const Config &C,
                    ArrayRef<std::string> Paths, CompilerRunner Run) {
  std::vector<std::string> BuildFolders;
  for (const CommandSource &Source : Sources)
    BuildFolders.push_back(realPath(Source.BuildFolder));
  Expected<FileClassifier> Files = FileClassifier::create(C, BuildFolders);
  if (!Files)
    return Files.takeError();
  Planner P(*Files, Paths, std::move(Run));
  for (const CommandSource &Source : Sources) {
    auto Database = loadDatabase(Source.BuildFolder);
    if (!Database)
      return Database.takeError();
    std::vector<CompileCommand> Entries = (*Database)->getAllCompileCommands();
    if (Entries.empty())
      P.say("no compile commands in configuration `" + Source.Name + "`");
    for (const CompileCommand &Entry : Entries)
      P.add(Entry, Source.BuildFolder, Source.Name);
  }
  return P.finish(std::move(BuildFolders));
}

Expected<Plan> planCommand(const UnitCommand &Command,
                           std::vector<std::string> BuildFolders,
                           const Config &C, CompilerRunner Run) {
  Expected<FileClassifier> Files = FileClassifier::create(C, BuildFolders);
  if (!Files)
    return Files.takeError();
  Planner P(*Files, {}, std::move(Run));
  P.add(Command.File, Command.Directory, Command.Arguments,
        Command.Configuration);
  return P.finish(std::move(BuildFolders));
}

Plan planOne(StringRef AbsoluteFile, ArrayRef<std::string> Flags,
             const Config &C) {
  Plan Result;
  Expected<FileClassifier> Files = FileClassifier::create(C, {});
  if (!Files) {
    Result.Notes.push_back(toString(Files.takeError()));
    return Result;
  }
  SmallString<256> Directory;
  if (std::error_code Code = sys::fs::current_path(Directory)) {
    Result.Notes.push_back("no working directory: " + Code.message());
    return Result;
  }
  std::vector<std::string> Command{"clang"};
  Command.insert(Command.end(), Flags.begin(), Flags.end());
  Command.push_back(AbsoluteFile.str());
  Planner P(*Files, {}, nullptr);
  P.add(AbsoluteFile, Directory, Command, "command-line");
  return P.finish({});
}

} // namespace warrant
