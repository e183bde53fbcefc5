//===- Places.h - Where a report's places are in its unit -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_TIDY_PLACES_H
#define WARRANT_TIDY_PLACES_H

#include "warrant/Site.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

namespace warrant {

/// Finds the places of a report in the unit that it was made from.
class Places {
public:
  Places(llvm::StringRef Root, clang::SourceManager &SM) : Root(Root), SM(SM) {}

  std::string path(llvm::StringRef File) const {
    if (llvm::sys::path::is_absolute(File))
      return File.str();
    llvm::SmallString<256> Path(Root);
    llvm::sys::path::append(Path, File);
    return Path.str().str();
  }
  clang::FileID file(llvm::StringRef File) const {
    clang::OptionalFileEntryRef Entry =
        SM.getFileManager().getOptionalFileRef(path(File));
    return Entry ? SM.translateFile(*Entry) : clang::FileID();
  }
  clang::SourceLocation find(llvm::StringRef File, unsigned Line,
                             unsigned Column) const {
    clang::FileID Found = file(File);
    return Found.isValid() ? SM.translateLineCol(Found, Line, Column)
                           : clang::SourceLocation();
  }
  clang::SourceLocation find(const Location &Where) const {
    return find(Where.File, Where.Line, Where.Column);
  }

private:
  llvm::StringRef Root;
  clang::SourceManager &SM;
};

} // namespace warrant

#endif // WARRANT_TIDY_PLACES_H
