//===- ClangTidy.cpp - clang-tidy with Warrant's checks within ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For editors and scripts that take the path of a clang-tidy and no options of
// it. Everything but the folder of Clang's headers is clang-tidy's own.
//
//===----------------------------------------------------------------------===//

#include "tool/scan/ResourceFolder.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

// In libclangTidyMain, which has no header.
namespace clang::tidy {
int clangTidyMain(int Count, const char **Arguments);
}

int main(int Count, const char **Arguments) {
  // SAFETY: the system counts what it gives, of which the program owns all.
  llvm::ArrayRef<const char *> Given(Arguments, Count);
  llvm::SmallVector<const char *, 16> All{Given.front()};
  // clang-tidy takes the folder beside its own. In front of a compile
  // command's flags this one gives way to one that they name.
  std::string Flag = "--extra-arg-before=-resource-dir=";
  if (std::optional<std::string> Folder = warrant::resourceFolder()) {
    Flag += *Folder;
    All.push_back(Flag.c_str());
  }
  llvm::append_range(All, Given.drop_front());
  All.push_back(nullptr);
  llvm::cl::AddExtraVersionPrinter([](llvm::raw_ostream &OS) {
    OS << "  with Warrant " WARRANT_VERSION "\n";
  });
  return clang::tidy::clangTidyMain(static_cast<int>(All.size()) - 1,
                                    All.data());
}
