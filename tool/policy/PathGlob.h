//===- PathGlob.h - Globs over paths ----------------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The globs of `include`, `exclude` and `vendored`, with the meaning that they
// have in a .gitignore. LLVM's GlobPattern matches one name; it lets `*` run
// across `/`, so names are matched one by one here, and `**` is any number of
// folders, none included.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_PATHGLOB_H
#define WARRANT_POLICY_PATHGLOB_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace warrant {

/// One glob. It matches a file, or a folder and thereby all that is below it.
class PathGlob {
public:
  static llvm::Expected<PathGlob> create(llvm::StringRef Text);

  /// \p Names are the folders and the file of a path relative to the root.
  bool match(llvm::ArrayRef<llvm::StringRef> Names) const;
  /// The glob began with `!`: what it matches is taken back.
  bool isNegated() const { return Negated; }

private:
  struct Name {
    std::unique_ptr<std::string> Text;     ///< Glob points into it
    std::optional<llvm::GlobPattern> Glob; ///< absent for `**`
  };
  llvm::Error addName(llvm::StringRef Text);
  bool matchFrom(size_t Pattern, llvm::ArrayRef<llvm::StringRef> Names) const;

  std::vector<Name> Pattern;
  bool Negated = false;
};

/// Several globs, of which the last that matches decides.
class PathGlobList {
public:
  llvm::Error add(llvm::StringRef Text);
  /// Absence where no glob matches.
  std::optional<bool> verdict(llvm::ArrayRef<llvm::StringRef> Names) const;
  bool match(llvm::ArrayRef<llvm::StringRef> Names) const {
    return verdict(Names).value_or(false);
  }
  bool empty() const { return Globs.empty(); }

private:
  std::vector<PathGlob> Globs;
};

} // namespace warrant

#endif // WARRANT_POLICY_PATHGLOB_H
