//===- Git.h - What git knows of the project --------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// git runs as a child, reads only, and runs nothing that a repository names
// but its content filters, without which a work tree can't be compared.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_GIT_H
#define WARRANT_GIT_H

#include "warrant/Site.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

namespace warrant {

/// What git prints for \p Arguments in \p Folder. The error has what git says,
/// or that it took longer than \p Seconds; 0: any time.
llvm::Expected<std::string> askGit(llvm::StringRef Folder,
                                   llvm::ArrayRef<llvm::StringRef> Arguments,
                                   unsigned Seconds = 30);

/// The commit from which \p Revision and what is checked out have gone their
/// ways.
llvm::Expected<std::string> commonCommit(llvm::StringRef Root,
                                         llvm::StringRef Revision);

/// Files below a folder, relative to it, with the lines that were added to
/// each, sorted.
using AddedLines = std::map<std::string, std::vector<LineRange>>;

/// What the work tree below \p Root has and the commit does not from which it
/// and \p Revision have gone their ways; files that git does not track yet are
/// added as a whole.
llvm::Expected<AddedLines> addedLines(llvm::StringRef Root,
                                      llvm::StringRef Revision);

/// Whether a line of \p S, or that of \p L, is among those of \p Added.
bool touches(const Site &S, const AddedLines &Added);
bool touches(const Location &L, const AddedLines &Added);

} // namespace warrant

#endif // WARRANT_GIT_H
