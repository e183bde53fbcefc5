//===- Worktree.h - A commit's files, for a while ---------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A git worktree is an entry in the repository as well as a folder, and neither
// may be left behind, whatever ends the run. So a process of its own makes it,
// waits until this one lets go or is no more, and removes it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_WORKTREE_H
#define WARRANT_WORKTREE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace warrant {

class Worktree {
public:
  /// The files of \p Commit of the repository at \p Top, and those that its
  /// submodules had then, where these are checked out there.
  static llvm::Expected<std::unique_ptr<Worktree>>
  create(llvm::StringRef Top, llvm::StringRef Commit);
  ~Worktree();
  Worktree(const Worktree &) = delete;
  Worktree &operator=(const Worktree &) = delete;

  llvm::StringRef folder() const { return Folder; }
  /// What could not be checked out of submodules.
  llvm::ArrayRef<std::string> notes() const { return Notes; }

private:
  Worktree() = default;
  llvm::Error start(llvm::StringRef Top, llvm::StringRef Commit);
  llvm::Error takeAnswer(llvm::StringRef Answer);

  std::string Folder;
  std::vector<std::string> Notes;
  int Keeper = -1; ///< the process
  int Life = -1;   ///< the keeper waits until nobody has this open
};

} // namespace warrant

#endif // WARRANT_WORKTREE_H
