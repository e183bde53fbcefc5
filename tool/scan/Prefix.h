//===- Prefix.h - System headers that are parsed once -----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A prefix is a precompiled header of system headers that several units
// include whatever their macros are (HeaderSets.h chooses them). Beside it lies
// what one must know to use it safely:
//
//   makePrefix() -> NAME.pch, NAME.facts -> PrefixStore -> PrefixGuard, which
//                                           watches the parse of each unit
//
// A prefix changes what a unit costs, never what is found in it: where the
// guard can't be sure of that, the unit is parsed again without.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_PREFIX_H
#define WARRANT_SCAN_PREFIX_H

#include "warrant/Plan.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem/UniqueID.h"

namespace warrant {

/// One file of a prefix.
struct PrefixFile {
  std::string Path;
  uint64_t Size = 0;
  int64_t Changed = 0;            ///< nanoseconds since the epoch
  std::vector<unsigned> Includes; ///< numbers of files
};

/// What is known of a prefix that was made.
struct PrefixFacts {
  std::string Options; ///< digest of the options that it was made with
  /// All that its text names, or may name; whether macros of it do, or pasting
  /// made it, so that it may be meant in any of the files.
  llvm::StringMap<bool> Identifiers;
  llvm::StringSet<> Spellings; ///< of its #includes
  std::vector<PrefixFile> Files;
  std::vector<unsigned> Headers;     ///< the files that were asked for
  std::vector<std::string> Features; ///< macros that its text begins with
  std::vector<PrefixFile> Bases;     ///< precompiled ones that it extends
  std::vector<UnitInput> Inputs;     ///< what its users depend on by it

  std::string Precompiled;                                   ///< its path
  llvm::DenseMap<llvm::sys::fs::UniqueID, unsigned> Numbers; ///< of Files
};

/// What a precompiled header and its user must have in common, of what
/// \p Invocation asks for. Macros and the project's include folders are not
/// among it: the guard sees to them.
std::string prefixOptions(const clang::CompilerInvocation &Invocation);

/// Makes \p P and its facts, unless they are there; \p Path is what their paths
/// begin with, and that of its base. The error says why there is none: its
/// units are then parsed without.
llvm::Error makePrefix(const SharedPrefix &P, llvm::StringRef Path,
                       const FileClassifier &Files);

/// Makes \p Invocation use the prefix of \p Facts.
void usePrefix(clang::CompilerInvocation &Invocation, const PrefixFacts &Facts);

/// The prefixes that a process has asked for.
class PrefixStore {
public:
  /// \p Path is what the paths of all begin with.
  explicit PrefixStore(std::string Path) : Path(std::move(Path)) {}

  /// The prefix \p Name where it was made and its files are as they were; null
  /// where not, or where units refuse it one after the other.
  const PrefixFacts *find(llvm::StringRef Name);
  /// That a unit could, or could not, use what find() gave for \p Name.
  void note(llvm::StringRef Name, bool Refused);

private:
  struct Entry {
    std::optional<PrefixFacts> Facts;
    unsigned Refusals = 0; ///< since the last use
  };
  std::string Path;
  llvm::StringMap<Entry> Entries;
};

} // namespace warrant

#endif // WARRANT_SCAN_PREFIX_H
