//===- TidyCheck.h - One of Warrant's checks in clang-tidy ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs one check over the unit that clang-tidy has parsed, by the same way as
// the scanner, and turns the sites that nobody documented into diagnostics.
// Every check walks the unit by itself: nothing that is mutable is shared
// between checks, which clang-tidy may configure differently and a server may
// run on several threads.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_TIDY_TIDYCHECK_H
#define WARRANT_TIDY_TIDYCHECK_H

#include "TidyFixes.h"
#include "TidySettings.h"
#include "checks/support/Check.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "warrant/Report.h"

namespace warrant {

/// See the file comment.
class TidyCheck final : public clang::tidy::ClangTidyCheck {
public:
  TidyCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
            const CheckInfo &Info);

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Map) override;
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpander) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  class Places;

  std::vector<std::string> allRunning(const Config &Settings) const;
  Report analyzed(clang::ASTContext &AST, const Config &Settings,
                  const FileClassifier &Files) const;
  /// \p Whole is the same with all checks that clang-tidy runs.
  void audit(clang::ASTContext &AST, const Config &Settings,
             const Config &Whole, const FileClassifier &Files);
  void diagnose(const Site &S, const Places &Find, const TidyFixes &Fixes);
  void offer(const SaferForm &Form, const Location &Where, const Places &Find);
  void refuse(llvm::Error E);

  const CheckInfo &Info;
  const TidyOptions Given;
  clang::tidy::ClangTidyContext &Host;
  const clang::Preprocessor *Preprocessed = nullptr;
};

} // namespace warrant

#endif // WARRANT_TIDY_TIDYCHECK_H
