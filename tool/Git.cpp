//===- Git.cpp - What git knows of the project ----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Git.h"
#include "Child.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <limits>

using namespace llvm;

namespace warrant {
namespace {

Error mistake(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

/// Reads what `git diff --unified=0` prints.
class DiffReader {
public:
  Expected<AddedLines> read(StringRef Diff) {
    for (StringRef Line : split(Diff, '\n'))
      if (Error E = readLine(Line))
        return std::move(E);
    return std::move(Out);
  }

private:
  Error readLine(StringRef Line) {
    // Text of a file begins with a sign, so these are the diff's own.
    if (Line.starts_with("diff --git "))
      InHeader = true;
    if (InHeader && Line.consume_front("+++ "))
      return readName(Line);
    if (!Line.starts_with("@@ "))
      return Error::success();
    InHeader = false;
    return readHunk(Line);
  }

  Error readName(StringRef Name) {
    File.clear();
    if (Name == "/dev/null")
      return Error::success();
    // Behind a name with a space git writes a tab.
    Name.consume_back("\t");
    if (!Name.consume_front("b/"))
      return mistake("git's diff names a file in a way that is not understood: "
                     "'" +
                     Name + "'");
    File = Name.str();
    return Error::success();
  }

  /// `@@ -OLD[,COUNT] +NEW[,COUNT] @@`
  Error readHunk(StringRef Line) {
    StringRef New = Line.split(" +").second.split(' ').first;
    auto [First, Count] = New.split(',');
    unsigned Begin = 0, Lines = 1;
    if (First.getAsInteger(10, Begin) ||
        (!Count.empty() && Count.getAsInteger(10, Lines)))
      return mistake("git's diff is not understood: '" + Line + "'");
    if (Lines && !File.empty())
      Out[File].push_back({Begin, Begin + Lines - 1});
    return Error::success();
  }

  AddedLines Out;
  std::string File;
  bool InHeader = false;
};

Error addUntracked(StringRef Root, AddedLines &Out) {
  Expected<std::string> Names =
      askGit(Root, {"ls-files", "--others", "--exclude-standard", "-z"});
  if (!Names)
    return Names.takeError();
  for (StringRef Name : split(*Names, '\0'))
    if (!Name.empty())
      Out[Name.str()] = {{1, std::numeric_limits<unsigned>::max()}};
  return Error::success();
}

} // namespace

Expected<std::string> commonCommit(StringRef Root, StringRef Revision) {
  std::string Commit = (Revision + "^{commit}").str();
  Expected<std::string> Hash = askGit(
      Root, {"rev-parse", "--verify", "--quiet", "--end-of-options", Commit});
  if (!Hash) {
    consumeError(Hash.takeError());
    return mistake("git knows no commit '" + Revision + "' in '" + Root +
                   "'; 'git fetch' gets a branch of the server");
  }
  Expected<std::string> Base =
      askGit(Root, {"merge-base", StringRef(*Hash).trim(), "HEAD"});
  if (!Base) {
    consumeError(Base.takeError());
    Expected<std::string> Shallow =
        askGit(Root, {"rev-parse", "--is-shallow-repository"});
    const bool IsShallow = Shallow && StringRef(*Shallow).trim() == "true";
    consumeError(Shallow.takeError());
    return mistake("'" + Revision +
                   "' and what is checked out have no commit in common" +
                   (IsShallow ? ": the clone is shallow, and 'git fetch "
                                "--unshallow' gets the rest"
                              : ""));
  }
  return StringRef(*Base).trim().str();
}

Expected<std::string> askGit(StringRef Folder, ArrayRef<StringRef> Arguments,
                             unsigned Seconds) {
  // A repository may name programs to run, and none of these is.
  SmallVector<StringRef, 16> All{"--no-optional-locks", "-c",
                                 "core.fsmonitor=false", "-C", Folder};
  append_range(All, Arguments);
  Expected<ChildResult> Git = runChild("git", All, Seconds);
  if (!Git)
    return Git.takeError();
  if (Git->Status)
    return mistake("git: " + StringRef(Git->Messages).trim());
  return std::move(Git->Output);
}

Expected<AddedLines> addedLines(StringRef Root, StringRef Revision) {
  if (Expected<std::string> Inside =
          askGit(Root, {"rev-parse", "--is-inside-work-tree"});
      !Inside)
    return Inside.takeError();
  Expected<std::string> Base = commonCommit(Root, Revision);
  if (!Base)
    return Base.takeError();
  Expected<std::string> Diff =
      askGit(Root, {"-c", "core.quotePath=false", "diff", "--unified=0",
                    "--inter-hunk-context=0", "--relative", "--no-color",
                    "--no-ext-diff", "--no-textconv", "--no-renames",
                    "--ignore-submodules=all", "--src-prefix=a/",
                    "--dst-prefix=b/", *Base, "--", "."});
  if (!Diff)
    return Diff.takeError();
  Expected<AddedLines> Out = DiffReader().read(*Diff);
  if (Out)
    if (Error E = addUntracked(Root, *Out))
      return std::move(E);
  return Out;
}

static bool touches(StringRef File, unsigned First, unsigned Last,
                    const AddedLines &Added) {
  auto It = Added.find(File.str());
  return It != Added.end() && any_of(It->second, [&](const LineRange &R) {
           return R.Begin <= Last && First <= R.End;
         });
}

bool touches(const Site &S, const AddedLines &Added) {
  return touches(S.Where.File, S.Where.Line, std::max(S.Where.Line, S.EndLine),
                 Added);
}

bool touches(const Location &L, const AddedLines &Added) {
  return touches(L.File, L.Line, L.Line, Added);
}

} // namespace warrant
