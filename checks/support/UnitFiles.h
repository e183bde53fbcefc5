//===- UnitFiles.h - The files of one unit ----------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Answers, for each file of the unit and once a file, whether it is audited,
// how reports name it, and which comments it has.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_UNITFILES_H
#define WARRANT_CHECKS_SUPPORT_UNITFILES_H

#include "CommentCache.h"
#include "warrant/Config.h"
#include "warrant/SafetyComments.h"
#include "warrant/Site.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>

namespace warrant {

/// See the file comment. Locations given to it are file locations.
class UnitFiles {
public:
  UnitFiles(const clang::SourceManager &SM, const clang::LangOptions &Language,
            const Config &Settings, const FileClassifier &Files,
            CommentCache *Kept = nullptr)
      : SM(SM), CPlusPlus(Language.CPlusPlus), Settings(Settings), Files(Files),
        Kept(Kept), Digest(Kept ? configDigest(Settings) : std::string()) {}

  bool isAudited(clang::FileID File) { return entry(File).Audited; }
  bool isVendored(clang::FileID File) { return entry(File).Vendored; }
  /// Whether the file's text is there: one from a precompiled header may not.
  bool isReadable(clang::FileID File) const;
  /// Whether the file is the project's, audited or not: what it generates into
  /// its build folder documents what it defines.
  bool isOwn(clang::FileID File);
  /// Whether the file documents below its declarations.
  bool isDocumentedBelow(clang::FileID File) {
    return Files.isDocumentedBelow(display(File));
  }
  /// The settings, strict or not as the policy has it for the file.
  const Config &settingsIn(clang::FileID File);
  /// The path that reports show.
  const std::string &display(clang::FileID File) { return entry(File).Display; }
  const CommentIndex &comments(clang::FileID File);
  Location location(clang::SourceLocation Loc);

private:
  struct Entry {
    bool Audited = false;
    bool Vendored = false;
    std::string Display;
    /// Shared by the inclusions of one file.
    std::shared_ptr<CommentIndex> Comments;
  };
  Entry &entry(clang::FileID File);
  CommentIndex scan(clang::FileID File);

  const clang::SourceManager &SM;
  const bool CPlusPlus; ///< raw strings, for comments
  const Config &Settings;
  std::optional<Config> OtherMode; ///< strict where Settings is not, or not
  const FileClassifier &Files;
  CommentCache *Kept;       ///< from unit to unit, or null
  const std::string Digest; ///< of Settings, for Kept
  llvm::DenseMap<clang::FileID, std::unique_ptr<Entry>> Entries;
  std::map<std::string, std::shared_ptr<CommentIndex>> ByPath;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_UNITFILES_H
