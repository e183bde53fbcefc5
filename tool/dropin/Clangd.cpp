//===- Clangd.cpp - clangd with Warrant's checks within -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For editors that take the path of a clangd. It loads no plugins, so that the
// checks are linked in; ClangdHooks.cpp says what else differs.
//
//===----------------------------------------------------------------------===//

#include "tool/scan/ResourceFolder.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Process.h"

// In libclangdMain, which has no header.
namespace clang::clangd {
int clangdMain(int Count, char **Arguments);
}

/// Whether the user says which folder to take, on the command line or in the
/// variable that clangd reads as its continuation.
static bool namesFolder(llvm::ArrayRef<char *> Arguments) {
  auto Names = [](llvm::StringRef Text) {
    return Text.contains("-resource-dir");
  };
  return llvm::any_of(Arguments, Names) ||
         Names(llvm::sys::Process::GetEnv("CLANGD_FLAGS").value_or(""));
}

int main(int Count, char **Arguments) {
  // SAFETY: the system counts what it gives, of which the program owns all.
  llvm::ArrayRef<char *> Given(Arguments, Count);
  llvm::SmallVector<char *, 16> All{Given.front()};
  // clangd takes the folder beside its own.
  std::string Flag = "--resource-dir=";
  std::optional<std::string> Folder = warrant::resourceFolder();
  if (Folder && !namesFolder(Given)) {
    Flag += *Folder;
    All.push_back(Flag.data());
  }
  llvm::append_range(All, Given.drop_front());
  All.push_back(nullptr);
  return clang::clangd::clangdMain(static_cast<int>(All.size()) - 1,
                                   All.data());
}
