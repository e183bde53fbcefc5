//===- CommandsManual.cpp - warrant manual --------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

int runManual(const ManualRequest &Request) {
  if (std::error_code Code = sys::fs::create_directories(Request.Folder))
    return fail(createFileError(Request.Folder, Code));
  for (const auto &[Name, Text] : Request.Pages) {
    SmallString<256> Path(Request.Folder);
    sys::path::append(Path, Name);
    if (Error E = writeFile(Path, Text))
      return fail(std::move(E));
  }
  return 0;
}

} // namespace warrant
