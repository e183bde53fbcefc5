//===- Worktree.cpp - A commit's files, for a while -----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Worktree.h"
#include "Git.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace warrant {
namespace {

/// The repository's own hooks are not run.
constexpr StringLiteral NoHooks = "core.hooksPath=/dev/null";

/// How long a checkout takes is the repository's matter.
constexpr unsigned NoLimit = 0;

Error mistake(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

std::string joined(StringRef Folder, StringRef Name) {
  SmallString<256> Result(Folder);
  sys::path::append(Result, Name);
  return Result.str().str();
}

/// What the keeper has made, and removes.
class Trees {
public:
  /// Makes the worktree, and answers with its folder or the error.
  std::string add(StringRef Top, StringRef Commit);
  void remove();

private:
  Error addOne(StringRef Repository, StringRef Where, StringRef Commit);
  void addSubmodules(StringRef Repository, StringRef Where);

  struct Tree {
    std::string Repository, Folder;
  };
  std::vector<Tree> All;
  std::string Folder;
  std::vector<std::string> Notes;
};

Error Trees::addOne(StringRef Repository, StringRef Where, StringRef Commit) {
  Expected<std::string> Added =
      askGit(Repository,
             {"-c", NoHooks, "worktree", "add", "--quiet", "--detach",
              "--force", Where, Commit},
             NoLimit);
  if (!Added)
    return Added.takeError();
  All.push_back({Repository.str(), Where.str()});
  return Error::success();
}

void Trees::addSubmodules(StringRef Repository, StringRef Where) {
  if (!sys::fs::exists(joined(Where, ".gitmodules")))
    return;
  Expected<std::string> Index = askGit(Where, {"ls-files", "--stage", "-z"});
  if (!Index)
    return Notes.push_back("the base's submodules are not known: " +
                           toString(Index.takeError()));
  for (StringRef Line : split(*Index, '\0')) {
    // 160000 COMMIT STAGE<tab>PATH
    if (!Line.consume_front("160000 "))
      continue;
    StringRef Commit = Line.split(' ').first;
    StringRef Path = Line.split('\t').second;
    std::string Module = joined(Repository, Path);
    if (!sys::fs::exists(joined(Module, ".git")))
      continue; // nor has what is checked out here its files
    std::string Place = joined(Where, Path);
    if (Error E = addOne(Module, Place, Commit))
      Notes.push_back(("at the base the submodule '" + Path +
                       "' is empty: " + toString(std::move(E)))
                          .str());
    else
      addSubmodules(Module, Place);
  }
}

std::string Trees::add(StringRef Top, StringRef Commit) {
  SmallString<128> Made, Real;
  if (std::error_code Code =
          sys::fs::createUniqueDirectory("warrant-base", Made))
    return "a temporary folder: " + Code.message();
  Folder = Made.str().str();
  if (std::error_code Code = sys::fs::real_path(Made, Real))
    return Folder + ": " + Code.message();
  Folder = Real.str().str();
  if (Error E = addOne(Top, Folder, Commit))
    return toString(std::move(E));
  addSubmodules(Top, Folder);
  return StringRef("\0", 1).str() + Folder +
         join(map_range(Notes,
                        [](const std::string &Note) {
                          return StringRef("\0", 1).str() + Note;
                        }),
              "");
}

void Trees::remove() {
  for (const Tree &Each : reverse(All))
    if (Expected<std::string> Gone = askGit(
            Each.Repository,
            {"-c", NoHooks, "worktree", "remove", "--force", Each.Folder},
            NoLimit);
        !Gone)
      // Where git can't, the folder goes all the same.
      consumeError(Gone.takeError());
  if (!Folder.empty())
    sys::fs::remove_directories(Folder);
}

/// Reads until nobody has the other end open.
std::string readAll(int Pipe) {
  std::string Text;
  std::array<char, 4096> Buffer;
  for (;;) {
    const ssize_t Count = read(Pipe, Buffer.data(), Buffer.size());
    if (Count < 0 && errno == EINTR)
      continue;
    if (Count <= 0)
      return Text;
    // SAFETY: read() has filled so many of the buffer's bytes, within its size.
    Text.append(Buffer.data(), static_cast<size_t>(Count));
  }
}

/// The keeper's life. It is in a session of its own, where a Ctrl-C does not
/// reach it, nor what git it runs.
[[noreturn]] void keep(StringRef Top, StringRef Commit, int Life, int Answer) {
  setsid();
  for (int Signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
    signal(Signal, SIG_IGN);
  // In a hook these name the index of the commit that is made, which a checkout
  // would write its own files into.
  for (const char *Name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE",
                           "GIT_COMMON_DIR", "GIT_PREFIX"})
    unsetenv(Name);
  const int Null = open("/dev/null", O_RDWR);
  // Who reads the output of warrant must not wait for the keeper.
  for (int Stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    dup2(Null, Stream);
  Trees T;
  {
    raw_fd_ostream OS(Answer, /*shouldClose=*/true);
    OS << T.add(Top, Commit);
    OS.flush();
    OS.clear_error(); // then nobody waits for it any more
  }
  readAll(Life);
  T.remove();
  _exit(0);
}

} // namespace

Error Worktree::start(StringRef Top, StringRef Commit) {
  std::array<int, 2> Lives, Answers;
  if (pipe2(Lives.data(), O_CLOEXEC))
    return errorCodeToError(std::error_code(errno, std::generic_category()));
  auto [LifeRead, LifeWrite] = Lives;
  Life = LifeWrite;
  if (pipe2(Answers.data(), O_CLOEXEC)) {
    close(LifeRead);
    return errorCodeToError(std::error_code(errno, std::generic_category()));
  }
  auto [AnswerRead, AnswerWrite] = Answers;
  Keeper = fork();
  if (Keeper == 0) {
    close(LifeWrite), close(AnswerRead);
    keep(Top, Commit, LifeRead, AnswerWrite);
  }
  close(LifeRead), close(AnswerWrite);
  const std::string Answer = Keeper < 0 ? std::string() : readAll(AnswerRead);
  close(AnswerRead);
  return takeAnswer(Answer);
}

/// The error, or a zero, the folder and notes with a zero before each.
Error Worktree::takeAnswer(StringRef Answer) {
  if (Answer.empty())
    return mistake("the process that makes the base's worktree failed");
  if (!Answer.consume_front(StringRef("\0", 1)))
    return mistake(Answer);
  auto [Name, Rest] = Answer.split('\0');
  Folder = Name.str();
  for (StringRef Note : split(Rest, '\0'))
    if (!Note.empty())
      Notes.push_back(Note.str());
  return Error::success();
}

Expected<std::unique_ptr<Worktree>> Worktree::create(StringRef Top,
                                                     StringRef Commit) {
  std::unique_ptr<Worktree> Result(new Worktree);
  if (Error E = Result->start(Top, Commit))
    return std::move(E);
  return Result;
}

Worktree::~Worktree() {
  if (Life >= 0)
    close(Life);
  while (Keeper > 0 && waitpid(Keeper, nullptr, 0) < 0 && errno == EINTR)
    ;
}

} // namespace warrant
