//===- ResourceFolder.cpp - Clang's own headers ---------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ResourceFolder.h"
#include "clang/Driver/Driver.h"
#include "llvm/Support/FileSystem.h"

using llvm::StringRef;

namespace warrant {

std::optional<std::string> resourceFolder() {
  auto Holds = [](StringRef Folder) {
    return llvm::sys::fs::exists(Folder + "/include/stddef.h");
  };
  if (Holds(WARRANT_RESOURCE_DIR))
    return WARRANT_RESOURCE_DIR;
  std::string Beside = clang::driver::Driver::GetResourcesPath(
      llvm::sys::fs::getMainExecutable(nullptr, nullptr));
  if (Holds(Beside))
    return Beside;
  return std::nullopt;
}

} // namespace warrant
