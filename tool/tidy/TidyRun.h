//===- TidyRun.h - What the checks of one unit share ------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy has a check for each of Warrant's, and makes all of them anew for
// each unit. One walk of the unit answers those that are configured alike.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_TIDY_TIDYRUN_H
#define WARRANT_TIDY_TIDYRUN_H

#include "TidyFixes.h"
#include "TidySettings.h"
#include "checks/support/CommentCache.h"
#include "clang/AST/ASTContext.h"
#include "clang/Lex/Preprocessor.h"
#include <memory>
#include <mutex>

namespace clang::tidy {
class ClangTidyContext;
} // namespace clang::tidy

namespace warrant {

/// The unit, as those checks see it that have one root, mode and markers.
struct TidyUnit {
  Config Settings;
  FileClassifier Files;
  Report Found; ///< sites of the checks that clang-tidy runs
  TidyFixes Fixes;
  std::optional<bool> Notes = {}; ///< about what is missing, where it is said
};

/// See the file comment.
class TidyRun {
public:
  explicit TidyRun(std::shared_ptr<CommentCache> Kept)
      : Kept(std::move(Kept)) {}

  /// False where that check has a part in this run already.
  bool join(const TidyMember &Member);

  /// Analyses \p AST at the first call with such a root, mode and markers.
  /// Null where that failed, which only the first call says.
  llvm::Expected<const TidyUnit *> unit(const TidyOptions &Asked,
                                        clang::ASTContext &AST,
                                        const clang::Preprocessor &PP,
                                        llvm::StringRef BuildFolder);

private:
  llvm::Expected<std::unique_ptr<TidyUnit>>
  analyze(const TidyOptions &Asked, clang::ASTContext &AST,
          const clang::Preprocessor &PP, llvm::StringRef BuildFolder) const;

  const std::shared_ptr<CommentCache> Kept;
  std::vector<TidyMember> Members;
  std::map<TidyOptions::Shared, std::unique_ptr<TidyUnit>> Units;
};

/// The runs of a process, which in a server has several at a time.
class TidyRuns {
public:
  std::shared_ptr<TidyRun> join(const clang::tidy::ClangTidyContext &Context,
                                const TidyMember &Member);

private:
  const std::shared_ptr<CommentCache> Kept = std::make_shared<CommentCache>();
  std::mutex Guard;
  std::map<const clang::tidy::ClangTidyContext *, std::weak_ptr<TidyRun>> Open;
};

} // namespace warrant

#endif // WARRANT_TIDY_TIDYRUN_H
