//===- Commands.h - Compile commands that Clang can run ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A project's compile commands were written for its own compiler. Here one
// becomes a command line that this Clang's driver takes to parse the file:
// wrappers, outputs, warnings and flags of other compilers are gone, response
// files are expanded, a cross compiler's target is named. Nothing that a
// command names is run or loaded.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_COMMANDS_H
#define WARRANT_SCAN_COMMANDS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>
#include <vector>

namespace warrant {

/// What a compile command became.
struct ParseCommand {
  std::vector<std::string> Arguments; ///< the compiler's name first
  /// Flags left out that may have mattered, as the command spells them.
  std::vector<std::string> Dropped;
  /// Not empty: why the unit can't be analysed.
  std::string SkipReason;
  /// Not empty: a cross compiler whose target Clang can't tell.
  std::string UnknownTarget;
  /// What makes the compiler tell of itself, see CompilerAnswers.h.
  std::vector<std::string> Question;
};

/// Turns \p Command, which compiles \p File in \p Directory (both absolute),
/// into one that parses it.
ParseCommand toParseCommand(llvm::ArrayRef<std::string> Command,
                            llvm::StringRef File, llvm::StringRef Directory,
                            llvm::vfs::FileSystem &FS);

/// Whether \p Arguments, as toParseCommand() gives them, parse \p File as C++.
bool compilesCXX(llvm::ArrayRef<std::string> Arguments, llvm::StringRef File);

/// Clang itself can parse for \p Triple; that LLVM knows it is not enough.
bool isTarget(llvm::StringRef Triple);

/// Why a file that is compiled as \p Language (`-x`; empty: by its extension)
/// is not analysed; empty where it is C or C++.
std::string skipReason(llvm::StringRef File, llvm::StringRef Language);

/// The text of \p File declares or imports a C++ module.
bool usesNamedModules(llvm::StringRef File, llvm::vfs::FileSystem &FS);

} // namespace warrant

#endif // WARRANT_SCAN_COMMANDS_H
