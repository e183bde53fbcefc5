//===- PrefixShadow.cpp - What would come before a prefix -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PrefixShadow.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace warrant {

bool isOfProject(const HeaderSearchOptions::Entry &Folder) {
  return Folder.Group == frontend::Quoted || Folder.Group == frontend::Angled;
}

std::string shadowOf(const PrefixFacts &Facts,
                     const CompilerInvocation &Invocation,
                     llvm::vfs::FileSystem &FS) {
  for (const auto &Folder : Invocation.getHeaderSearchOpts().UserEntries) {
    if (!isOfProject(Folder) || !FS.exists(Folder.Path))
      continue;
    // Of `bits/a.h`, `bits/b.h` the folder is looked for once.
    llvm::StringMap<bool> Below;
    for (const auto &Each : Facts.Spellings) {
      llvm::SmallString<256> Path(Folder.Path);
      llvm::StringRef Parent = llvm::sys::path::parent_path(Each.first());
      llvm::sys::path::append(Path, Parent);
      auto [It, IsNew] = Below.try_emplace(Parent);
      if (IsNew)
        It->second = Parent.empty() || FS.exists(Path);
      llvm::sys::path::append(Path, llvm::sys::path::filename(Each.first()));
      if (It->second && FS.exists(Path))
        return std::string(Path);
    }
  }
  return {};
}

} // namespace warrant
