//===- IncludeScan.h - The #includes of files, without parsing --*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_INCLUDESCAN_H
#define WARRANT_SCAN_INCLUDESCAN_H

#include "warrant/Plan.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <optional>
#include <string>
#include <vector>

namespace warrant {

/// One #include as it is written.
struct WrittenInclude {
  std::string Name;
  bool Angled = false;
  /// Macros that it is read with, by the conditions around it: one of each.
  std::vector<std::vector<std::string>> Macros;
  bool Conditional = false; ///< within an #if that asks for more
};

/// Reads files, each once.
class IncludeScan {
public:
  /// The #includes of \p Path; nothing where it can't be read.
  llvm::ArrayRef<WrittenInclude> of(llvm::StringRef Path);
  /// Bytes of \p Path, once it was asked for its #includes.
  size_t sizeOf(llvm::StringRef Path) { return Files[Path].Size; }
  bool exists(llvm::StringRef Path);

private:
  struct File {
    std::vector<WrittenInclude> Includes;
    size_t Size = 0;
    bool Read = false;
  };
  llvm::StringMap<File> Files;
  llvm::StringMap<bool> Exists;
};

/// What the flag \p Name of \p Item gives, in the same word or the next.
std::vector<std::string> valuesOf(const WorkItem &Item, llvm::StringRef Name);

/// Those, as absolute paths.
std::vector<std::string> pathsOf(const WorkItem &Item, llvm::StringRef Name);

/// Where a command's #includes are looked for.
class IncludeFolders {
public:
  /// The project's folders from the flags of \p Item, the system's from
  /// \p System.
  IncludeFolders(const WorkItem &Item, llvm::ArrayRef<std::string> System,
                 IncludeScan &Scan);

  struct Found {
    std::string Path;
    std::string Name; ///< as it is written
    bool System = false;
    bool Conditional = false;
  };
  /// The files that \p File includes and that are there, each file once.
  llvm::ArrayRef<Found> of(llvm::StringRef File, bool IsSystem);

private:
  std::optional<Found> find(const WrittenInclude &Include,
                            llvm::StringRef Folder, bool FolderIsSystem);

  IncludeScan &Scan;
  llvm::StringSet<> Defined; ///< by the command
  std::vector<std::string> Quoted, Angled, System;
  llvm::StringMap<std::vector<Found>> Known;
};

} // namespace warrant

#endif // WARRANT_SCAN_INCLUDESCAN_H
