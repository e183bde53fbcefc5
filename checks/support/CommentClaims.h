//===- CommentClaims.h - What comments say that the code denies -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes the remarks of `safety-comment` that compare a comment with the code
// around it: a name that is not there, and a promise of callers that no
// contract asks them for. Both are only suspected: another operation under the
// comment, and another unit, may see more.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_COMMENTCLAIMS_H
#define WARRANT_CHECKS_SUPPORT_COMMENTCLAIMS_H

#include "Contracts.h"
#include "NameScope.h"

namespace warrant {

/// The code that a comment stands at.
struct CodeAround {
  /// The function, or at namespace scope the declaration; null at the
  /// definition of a macro.
  const clang::Decl *Holder = nullptr;
  /// The function in whose body the comment stands, where it has callers.
  const clang::FunctionDecl *Called = nullptr;
};

/// What stands around the operation at \p P.
CodeAround codeAround(const Operation &Op, const Place &P, const Context &C);

/// See the file comment.
class CommentClaims {
public:
  CommentClaims(NameScope &Names, ContractFinder &Contracts, UnitResult &Out)
      : Names(Names), Contracts(Contracts), Out(Out) {}

  /// Reads \p Text, which stands at \p Where and speaks of code in \p Around.
  void read(const SafetyText &Text, const Location &Where,
            const CodeAround &Around);
  /// The whole unit has been walked.
  void finish();

private:
  void readNames(const SafetyText &Text, const Location &Where,
                 const CodeAround &Around);
  void readPromise(const SafetyText &Text, const Location &Where,
                   const clang::FunctionDecl &F);

  NameScope &Names;
  ContractFinder &Contracts;
  UnitResult &Out;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_COMMENTCLAIMS_H
