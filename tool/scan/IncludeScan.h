//===- IncludeScan.h - The #includes of files, without parsing --*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_INCLUDESCAN_H
#define WARRANT_SCAN_INCLUDESCAN_H

#include "IncludeConditions.h"
#include "warrant/Plan.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <optional>
#include <string>
#include <vector>

namespace warrant {

/// One line of a file that says which headers are read, or how.
struct WrittenLine {
  enum LineKind : uint8_t { Include, Define, Undefine, Ask };
  LineKind Kind = Include;
  std::string Name;   ///< of a file, or of a macro
  std::string Body{}; ///< what the macro stands for: ` 700`
  bool IsAngled = false;
  bool IsDefault = false; ///< a macro, where it is not defined yet
  std::vector<IncludeCondition> Conditions{}; ///< all of them around it
};

/// Reads files, each once.
class IncludeScan {
public:
  /// The lines of \p Path that count; nothing where it can't be read.
  llvm::ArrayRef<WrittenLine> of(llvm::StringRef Path);
  bool exists(llvm::StringRef Path);

private:
  struct File {
    std::vector<WrittenLine> Lines;
    bool Read = false;
  };
  llvm::StringMap<File> Files;
  llvm::StringMap<bool> Exists;
};

/// What a compiler has before it reads a line.
struct CompilerDefaults {
  std::vector<std::string> SystemFolders; ///< for #includes
  llvm::StringSet<> Macros;               ///< the names of those it defines
};

/// What the flag \p Name of \p Item gives, in the same word or the next.
std::vector<std::string> valuesOf(const WorkItem &Item, llvm::StringRef Name);

/// Those, as absolute paths.
std::vector<std::string> pathsOf(const WorkItem &Item, llvm::StringRef Name);

/// Where a command's #includes are looked for.
class IncludeFolders {
public:
  /// The project's folders and macros from the flags of \p Item, the system's
  /// from \p Defaults.
  IncludeFolders(const WorkItem &Item, const CompilerDefaults &Defaults,
                 IncludeScan &Scan);

  struct Found {
    const WrittenLine *Line = nullptr; ///< lives as long as the scan
    std::string Path;                  ///< of an #include
    bool IsSystem = false;
    bool IsConditional = false; ///< it may not be read
  };
  /// The lines of \p File, of #includes those whose file is there.
  llvm::ArrayRef<Found> of(llvm::StringRef File);
  /// Whether the compiler or the command defines \p Macro.
  bool defines(llvm::StringRef Macro) const { return Defined.contains(Macro); }

private:
  std::optional<Found> find(const WrittenLine &Include, llvm::StringRef Folder);

  IncludeScan &Scan;
  llvm::StringSet<> Defined; ///< by the compiler and the command
  std::vector<std::string> Quoted, Angled, System;
  llvm::StringMap<std::vector<Found>> Known;
};

} // namespace warrant

#endif // WARRANT_SCAN_INCLUDESCAN_H
