//===- GateBase.h - The revision that a change is judged by -----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A git worktree of the base revision, aside and only while it is needed: the
// configuration, the baseline and what they name are read there, and the
// sources where there is no baseline.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_GATEBASE_H
#define WARRANT_GATEBASE_H

#include "CommandsProject.h"
#include "Worktree.h"
#include <memory>

namespace warrant {

class BaseRevision {
public:
  /// Of the commit at which \p Revision and what is checked out at \p Root have
  /// parted.
  static llvm::Expected<std::unique_ptr<BaseRevision>>
  create(llvm::StringRef Root, llvm::StringRef Revision);

  llvm::StringRef commit() const { return Commit; }
  /// What of its files is not there.
  llvm::ArrayRef<std::string> notes() const { return Tree->notes(); }
  /// Where \p Path, which is absolute, lies in the worktree; \p Path itself
  /// where it is not in the repository.
  std::string pathOf(llvm::StringRef Path) const;

  /// The configuration of the base, for the project whose present one is
  /// \p Now.
  llvm::Expected<Config> config(const ProjectRequest &Request,
                                const Config &Now) const;

  /// Whether its configuration has the root where \p Now has it.
  bool hasRootOf(const Config &Now) const;

  /// \p Units, planned for \p Now, with the base's files; those that it does
  /// not have are left out. What is in build folders stays where it is.
  Plan plan(const Plan &Units, const Config &Now,
            const std::map<std::string, std::string> &FormerNames) const;

private:
  BaseRevision(std::string Top, std::unique_ptr<Worktree> Tree,
               std::string Commit)
      : Top(std::move(Top)), Tree(std::move(Tree)), Commit(std::move(Commit)) {}

  std::string Top; ///< of the repository
  std::unique_ptr<Worktree> Tree;
  std::string Commit;
};

} // namespace warrant

#endif // WARRANT_GATEBASE_H
