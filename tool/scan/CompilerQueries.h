//===- CompilerQueries.h - Asking the compilers of a project  -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_COMPILERQUERIES_H
#define WARRANT_SCAN_COMPILERQUERIES_H

#include "CompilerAnswers.h"
#include "warrant/Plan.h"

namespace warrant {

/// Asks each compiler once for each of its questions, where the user allows it,
/// and remembers which of those not allowed would have to be.
class CompilerQueries {
public:
  CompilerQueries(CompilerRunner Run,
                  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS)
      : Run(std::move(Run)), FS(std::move(FS)) {}

  /// Adds what its compiler tells to \p Command.
  void complete(ParseCommand &Command, llvm::StringRef Directory);

  /// What the user is to know.
  std::vector<std::string> notes() const;

private:
  enum class Outcome : uint8_t { Answered, Silent, NotAllowed, NotNeeded };
  struct Reply {
    Outcome How = Outcome::NotNeeded;
    CompilerAnswer Answer;
  };
  Reply ask(llvm::StringRef Compiler, const ParseCommand &Command);

  CompilerRunner Run;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS;
  std::map<std::vector<std::string>, Reply> Replies;
  /// Units by the glob that would allow their compilers, and by the compiler.
  std::map<std::string, unsigned> NotAllowed, Silent;
};

} // namespace warrant

#endif // WARRANT_SCAN_COMPILERQUERIES_H
