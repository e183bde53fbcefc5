//===- Overlay.h - Contracts for code that can't be edited ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An overlay file says what the functions of a library demand, as values: each
// condition in words, the property that it is about, and, where there is one,
// the fact that the analysis can establish by itself. docs/overlays.md has the
// format. Overlays for the C library, for POSIX and for vector intrinsics are
// built in. Nothing here knows Clang.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_OVERLAY_H
#define WARRANT_OVERLAY_H

#include "warrant/Words.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/raw_ostream.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace llvm::vfs {
class FileSystem;
}

namespace warrant {

struct Config;

/// The size of a range of memory.
struct OverlaySize {
  enum class Unit : uint8_t {
    Bytes,    ///< the product of parameters
    Elements, ///< that, of what the pointer points to
    String,   ///< the string that a parameter points to, with its end
    Fixed     ///< a number of bytes
  };
  Unit In = Unit::Bytes;
  std::vector<unsigned> Parameters;
  uint64_t Number = 0; ///< of Fixed
};

/// What the analysis can establish by itself, of parameters from 0.
struct OverlayFact {
  enum class Kind : uint8_t {
    None,
    Reads,             ///< the size can be read where the pointer points
    Writes,            ///< and this, written
    ReadsString,       ///< it can, or a string ends before
    NoOverlap,         ///< what two pointers point to shares no byte
    TriviallyCopyable, ///< so are the objects that pointers point to
    NoPadding,         ///< they have none
    NulTerminated,     ///< pointers point to strings
    Aligned,           ///< a pointer is aligned to Size.Number bytes
    Printf,            ///< a format and its arguments agree
    Scanf              ///< likewise
  };
  Kind Is = Kind::None;
  std::vector<unsigned> Parameters;
  OverlaySize Size;
};

/// One of the things that callers ensure.
struct OverlayCondition {
  std::string Text;
  std::optional<Property> About;
  OverlayFact Fact;
};

/// What a file says of one function.
struct OverlayFunction {
  std::string Name;   ///< qualified, or a glob
  std::string Header; ///< the end of the path that declares it, or empty
  /// The kind of `memory-function` that its calls are; empty: they are uses of
  /// a contract.
  std::string Kind;
  bool HasParameters = false; ///< else any number of them
  std::vector<std::string> Parameters;
  bool Variadic = false;
  bool HasConditions = true; ///< else it says nothing of arguments
  std::vector<OverlayCondition> Conditions;
  std::optional<bool> Throws; ///< whether exceptions leave it
  std::string File;           ///< absolute, or a built-in overlay's name
  unsigned Line = 0;

  bool isGlob() const;
  bool isBuiltin() const { return !File.empty() && File.front() == '<'; }
};

/// Every function that the overlays in use name.
class OverlayTable {
public:
  /// Adds \p F behind what is there: what comes first wins.
  void add(OverlayFunction F);
  /// What is said of the function of that qualified name, the first first.
  std::vector<const OverlayFunction *> find(llvm::StringRef Name) const;
  llvm::ArrayRef<std::unique_ptr<OverlayFunction>> all() const {
    return Functions;
  }

private:
  std::vector<std::unique_ptr<OverlayFunction>> Functions;
  llvm::StringMap<std::vector<unsigned>> ByName;
  std::vector<std::pair<llvm::GlobPattern, unsigned>> Globs;
};

/// An overlay that is built in.
struct BuiltinOverlay {
  llvm::StringRef Name; ///< `c`
  llvm::StringRef Yaml;
};
llvm::ArrayRef<BuiltinOverlay> builtinOverlays();

/// The functions in the YAML text of \p Buffer. The error has a line for each
/// mistake, with file, line and column.
llvm::Expected<std::vector<OverlayFunction>>
parseOverlay(llvm::MemoryBufferRef Buffer);

/// Fills C.Overlays from the files that \p C names and from the built-in ones
/// that are not turned off.
llvm::Error loadOverlays(Config &C, llvm::vfs::FileSystem &Files);

/// Prints the JSON Schema of overlay files.
void writeOverlaySchema(llvm::raw_ostream &OS);

} // namespace warrant

#endif // WARRANT_OVERLAY_H
