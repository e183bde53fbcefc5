//===- ConfigFiles.cpp - Files that the configuration names ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConfigFiles.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace warrant {

Expected<std::unique_ptr<MemoryBuffer>> openNamedFile(const Config &C,
                                                      const std::string &Key,
                                                      const std::string &Name,
                                                      vfs::FileSystem &Files) {
  SmallString<256> Path(C.Folder);
  sys::path::append(Path, Name);
  if (sys::path::is_absolute(Name))
    Path = Name;
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  auto Text = Files.getBufferForFile(Path);
  if (Text)
    return std::move(*Text);
  auto Origin = C.Origins.find(Key);
  return createStringError(
      inconvertibleErrorCode(),
      (Origin == C.Origins.end() ? "" : Origin->second + ": error: ") + "'" +
          Name + "': " + Text.getError().message());
}

} // namespace warrant
