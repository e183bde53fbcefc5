//===- CommentAudit.h - What is to be said of comments ----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Collects, while a unit is walked, which comments have an operation under
// them, and makes the remarks of `safety-comment` of it. Another unit may see
// more of a file, so what a comment lacks is only suspected here, and what it
// has refutes that, wherever it was seen (UnitResult).
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_COMMENTAUDIT_H
#define WARRANT_CHECKS_SUPPORT_COMMENTAUDIT_H

#include "CommentClaims.h"
#include "Documentation.h"

namespace warrant {

/// See the file comment.
class CommentAudit {
public:
  CommentAudit(clang::ASTContext &AST, const Config &C, UnitFiles &Files,
               NameScope &Names, ContractFinder &Contracts, UnitResult &Out);

  /// Whether remarks are wanted at all.
  static bool isEnabled(const Config &C);

  /// An operation, of a check that is on or not.
  void operation(const Check &From, const Operation &Op, const Place &P,
                 llvm::ArrayRef<Node> Stack, const Context &C);
  /// The site that an operation became: sets it aside where an excuse says so.
  void site(Site &S, const Operation &Op, const Place &P,
            llvm::ArrayRef<Node> Stack, const Context &C);
  void declaration(const clang::Decl &D);
  /// What no check looks for and a comment may speak of all the same.
  void statement(const clang::Stmt &S, const Context &C,
                 llvm::ArrayRef<Node> Stack);
  /// The whole unit has been walked.
  void finish();

private:
  void near(const AskedPlace &Asked, const CodeAround &Around);
  void covers();
  void note(Site &S, const Operation &Op, const Place &P,
            llvm::ArrayRef<Node> Stack, const Context &C);
  void file(clang::FileID File);
  void texts(clang::FileID File, const CommentIndex &Comments);
  void excuses(clang::FileID File, const CommentIndex &Comments);
  Location placeOf(clang::FileID File, const CommentIndex &Comments,
                   unsigned Offset, unsigned Line);
  void suspect(llvm::StringRef Kind, Location Where, std::string Message,
               llvm::StringRef Subject);
  void refute(llvm::StringRef Kind, Location Where);

  clang::ASTContext &AST;
  const clang::SourceManager &SM;
  const Config &Settings;
  UnitFiles &Files;
  UnitResult &Out;
  CommentClaims Claims;
  const bool Enabled;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_COMMENTAUDIT_H
