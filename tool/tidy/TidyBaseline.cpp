//===- TidyBaseline.cpp - The baseline in clang-tidy ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyBaseline.h"
#include "tool/CommandsBaseline.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

/// Adds the file in \p Folder of \p Root, if there is one.
static Error addFile(StringRef Root, StringRef Folder, vfs::FileSystem &FS,
                     Baseline &B) {
  SmallString<256> Shown(Folder);
  sys::path::append(Shown, BaselineName);
  SmallString<256> Path(Root);
  sys::path::append(Path, Shown);
  if (!FS.exists(Path))
    return Error::success();
  auto Text = FS.getBufferForFile(Path);
  if (!Text)
    return createFileError(Path, Text.getError());
  return readBaseline(MemoryBufferRef((*Text)->getBuffer(), Shown), B);
}

/// The folders below the root in which \p R has findings.
static std::set<std::string> foldersOf(const Report &R) {
  std::set<std::string> Folders;
  auto Add = [&](StringRef File) {
    if (!sys::path::is_absolute(File))
      Folders.insert(sys::path::parent_path(File).str());
  };
  for (const Site &S : R.Sites)
    Add(S.Where.File);
  for (const Remark &M : R.Remarks)
    Add(M.Where.File);
  Folders.erase("");
  return Folders;
}

Error markKnown(Report &R, StringRef Root, vfs::FileSystem &FS) {
  Baseline B;
  if (Error E = addFile(Root, "", FS, B))
    return E;
  if (B.PerFolder)
    for (const std::string &Folder : foldersOf(R))
      if (Error E = addFile(Root, Folder, FS, B))
        return E;
  BaselineScope Scope;
  Scope.IsSettled = [](StringRef) { return false; };
  if (!B.Entries.empty())
    applyBaseline(R, B, Scope);
  return Error::success();
}

} // namespace warrant
