//===- GateBase.cpp - The revision that a change is judged by -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GateBase.h"
#include "Git.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

static std::string joined(StringRef Folder, StringRef Name) {
  SmallString<256> Result(Folder);
  sys::path::append(Result, Name);
  return Result.str().str();
}

Expected<std::unique_ptr<BaseRevision>>
BaseRevision::create(StringRef Root, StringRef Revision) {
  Expected<std::string> Top = askGit(Root, {"rev-parse", "--show-toplevel"});
  if (!Top)
    return Top.takeError();
  Expected<std::string> Commit = commonCommit(Root, Revision);
  if (!Commit)
    return Commit.takeError();
  const std::string Place = StringRef(*Top).trim().str();
  Expected<std::unique_ptr<Worktree>> Tree = Worktree::create(Place, *Commit);
  if (!Tree)
    return Tree.takeError();
  return std::unique_ptr<BaseRevision>(
      new BaseRevision(Place, std::move(*Tree), *Commit));
}

std::string BaseRevision::pathOf(StringRef Path) const {
  if (!isAtOrBelow(Path, Top))
    return Path.str();
  return (Tree->folder() + Path.drop_front(Top.size())).str();
}

Expected<Config> BaseRevision::config(const ProjectRequest &Request,
                                      const Config &Now) const {
  ProjectRequest Asked = Request;
  Asked.Root = pathOf(Now.Root);
  // A file that the caller names may be the repository's.
  Asked.ConfigFile = Request.ConfigFile.empty()
                         ? joined(pathOf(Now.Folder), ".warrant.yaml")
                         : pathOf(Request.ConfigFile);
  if (!sys::fs::exists(Asked.ConfigFile))
    Asked.ConfigFile.clear();
  if (!sys::fs::is_directory(Asked.Root)) {
    Config Empty;
    Empty.Root = Empty.Folder = Asked.Root;
    return Empty;
  }
  return openProject(Asked);
}

bool BaseRevision::hasRootOf(const Config &Now) const {
  Config C;
  C.Root = C.Folder = pathOf(Now.Folder);
  auto Text = MemoryBuffer::getFile(joined(C.Folder, ".warrant.yaml"));
  if (Text)
    if (Error E = loadConfig(
            MemoryBufferRef((*Text)->getBuffer(), ".warrant.yaml"), C)) {
      // config() has told why.
      consumeError(std::move(E));
      return false;
    }
  return C.Root == pathOf(Now.Root);
}

namespace {

/// Moves the paths of one command to the worktree.
class CommandMover {
public:
  CommandMover(const BaseRevision &Base, const Plan &Units, StringRef Root,
               StringRef Directory)
      : Base(Base), Units(Units), Root(Root), Directory(Directory) {}

  std::string path(StringRef Path) const {
    bool IsBuilt = any_of(Units.BuildFolders, [&](StringRef Folder) {
      // A build among the sources has them in it.
      return !isAtOrBelow(Root, Folder) && isAtOrBelow(Path, Folder);
    });
    return IsBuilt ? Path.str() : Base.pathOf(Path);
  }

  /// A path may be behind an option's letters: `-I/p/include`, `-I../include`.
  std::string word(StringRef Word) const {
    size_t At = Word.find_first_of("/.");
    bool IsOption = Word.starts_with("-");
    if (At == StringRef::npos || (!IsOption && At != 0))
      return Word.str();
    StringRef Path = Word.drop_front(At);
    if (Path.starts_with("/"))
      return (Word.take_front(At) + path(Path)).str();
    if (!Path.starts_with("../"))
      return Word.str();
    SmallString<256> Absolute(Directory);
    sys::path::append(Absolute, Path);
    sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
    return (Word.take_front(At) + path(Absolute)).str();
  }

private:
  const BaseRevision &Base;
  const Plan &Units;
  StringRef Root, Directory;
};

} // namespace

Plan BaseRevision::plan(
    const Plan &Units, const Config &Now,
    const std::map<std::string, std::string> &FormerNames) const {
  Plan Result = Units;
  Result.Items.clear();
  Result.Notes.clear();
  for (WorkItem Item : Units.Items) {
    const CommandMover Mover(*this, Units, Now.Root, Item.Directory);
    const std::string Present = Item.File;
    auto Former = FormerNames.find(Item.Display);
    if (Former != FormerNames.end()) {
      Item.Display = Former->second;
      Item.File = joined(Now.Root, Former->second);
    }
    const std::string Old = Item.File;
    Item.File = Mover.path(Old);
    if (!sys::fs::exists(Item.File))
      continue;
    for (std::string &Word : Item.Command)
      Word = Word == Present || joined(Item.Directory, Word) == Present
                 ? Item.File
                 : Mover.word(Word);
    Item.Directory = Mover.path(Item.Directory);
    if (!sys::fs::is_directory(Item.Directory))
      Item.Directory = pathOf(Now.Root);
    Result.Items.push_back(std::move(Item));
  }
  return Result;
}

} // namespace warrant
