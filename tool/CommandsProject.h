//===- CommandsProject.h - Which project is audited -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the root, the configuration and the compile commands of a project.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_COMMANDSPROJECT_H
#define WARRANT_COMMANDSPROJECT_H

#include "CommandLine.h"
#include "warrant/Plan.h"

namespace warrant {

/// The effective configuration: the root by docs/configuration.md's rule, the
/// .warrant.yaml, and the command line over it.
llvm::Expected<Config> openProject(const ProjectRequest &Request);

/// What to analyse, and the classifier that fits it.
struct Target {
  Plan Units;
  std::vector<std::string> Configurations; ///< their names, sorted
};

/// Plans the units below \p Paths by the `-p` or the flags of \p Request, or by
/// the compile_commands.json that is found.
llvm::Expected<Target> openTarget(const CommandsRequest &Request,
                                  llvm::ArrayRef<std::string> Paths,
                                  const Config &C);

/// \p Paths without symlinks. The error names one that is not there, or not
/// under the root.
llvm::Expected<std::vector<std::string>>
resolvePaths(llvm::ArrayRef<std::string> Paths, const Config &C);

/// The folders at or below \p Root, in the order of preference, where builds
/// usually leave a compile_commands.json and one is.
std::vector<std::string> findBuildFolders(llvm::StringRef Root);

/// The names that scans give to the configurations of these build folders.
std::vector<std::string>
configurationNames(llvm::ArrayRef<std::string> BuildFolders, const Config &C);

/// The configuration file that openProject() reads for \p Request, if any.
std::string configFileOf(const ProjectRequest &Request, const Config &C);

/// Whether \p Path is \p Folder or below it; both are absolute.
bool isAtOrBelow(llvm::StringRef Path, llvm::StringRef Folder);

} // namespace warrant

#endif // WARRANT_COMMANDSPROJECT_H
