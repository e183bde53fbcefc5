//===- TidyCheck.h - One of Warrant's checks in clang-tidy ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns the sites of one check that nobody documented into diagnostics. They
// are found in the unit that clang-tidy has parsed, by the same way as the
// scanner's, for all checks together.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_TIDY_TIDYCHECK_H
#define WARRANT_TIDY_TIDYCHECK_H

#include "TidyRun.h"
#include "checks/support/Check.h"
#include "clang-tidy/ClangTidyCheck.h"

namespace warrant {

class Places;

/// See the file comment.
class TidyCheck final : public clang::tidy::ClangTidyCheck {
public:
  TidyCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
            const CheckInfo &Info, TidyRuns &Runs);

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Map) override;
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpander) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  void diagnoseAll(const TidyUnit &Unit, clang::SourceManager &SM);
  void diagnose(const Site &S, const Places &Find, const TidyFixes &Fixes,
                bool Notes);
  void defects(const Site &S, const Places &Find);
  void offer(const SaferForm &Form, const Location &Where, const Places &Find);
  void refuse(llvm::Error E, const clang::SourceManager &SM);

  const CheckInfo &Info;
  const TidyOptions Given;
  clang::tidy::ClangTidyContext &Host;
  const std::shared_ptr<TidyRun> Run;
  const clang::Preprocessor *Preprocessed = nullptr;
};

} // namespace warrant

#endif // WARRANT_TIDY_TIDYCHECK_H
