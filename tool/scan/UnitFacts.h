//===- UnitFacts.h - What a unit saw of its files ---------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Watches the preprocessor and fills in FileFacts: every audited file that the
// unit entered, with operations or without, and the lines that `#if` left out.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_UNITFACTS_H
#define WARRANT_SCAN_UNITFACTS_H

#include "checks/support/UnitFiles.h"
#include "clang/Lex/PPCallbacks.h"

namespace warrant {

/// See the file comment.
class UnitFacts final : public clang::PPCallbacks {
public:
  /// \p Files and \p Out outlive the preprocessor.
  UnitFacts(const clang::SourceManager &SM, UnitFiles &Files, UnitResult &Out)
      : SM(SM), Files(Files), Out(Out) {}

  void LexedFileChanged(clang::FileID File, LexedFileChangeReason Reason,
                        clang::SrcMgr::CharacteristicKind Kind,
                        clang::FileID Previous,
                        clang::SourceLocation Loc) override;
  void SourceRangeSkipped(clang::SourceRange Range,
                          clang::SourceLocation EndifLoc) override;
  void EndOfMainFile() override;

private:
  const clang::SourceManager &SM;
  UnitFiles &Files;
  UnitResult &Out;
  /// An inclusion each, in the order of their FileIDs.
  std::map<clang::FileID, FileFacts> Inclusions;
};

} // namespace warrant

#endif // WARRANT_SCAN_UNITFACTS_H
