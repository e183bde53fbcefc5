//===- NameScope.h - Which words are names where ----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Answers for the words of a comment which of them are names at an operation:
// strictly, for what a comment may lean on, and generously, for what it may
// still speak of. What the unit declares is collected when first asked for.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_NAMESCOPE_H
#define WARRANT_CHECKS_SUPPORT_NAMESCOPE_H

#include "Place.h"
#include "UnitFiles.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"

namespace warrant {

/// See the file comment.
class NameScope {
public:
  NameScope(clang::ASTContext &AST, const clang::Preprocessor &PP,
            UnitFiles &Files)
      : AST(AST), PP(PP), Files(Files) {}

  /// Those of \p Words that mean something to \p Op.
  NamesInScope at(const std::set<std::string> &Words, const Operation &Op,
                  const Place &P, const Context &C);

  /// Whether \p Word may be a name in the code of \p Around (null at the
  /// definition of a macro): in doubt it is one.
  bool isKnown(llvm::StringRef Word, const clang::Decl *Around);

  /// Every name that audited files declare, macros and members too, but no
  /// parameters and locals.
  std::set<std::string> declared();

private:
  using WordSet = llvm::StringSet<>;

  void collect();
  bool isAudited(clang::SourceLocation Loc);
  bool isKeyword(llvm::StringRef Word);
  bool isOfUnit(llvm::StringRef Word);
  bool isField(llvm::StringRef Word);
  bool isMember(llvm::StringRef Word, const Context &C);
  void addVisible(const Operation &Op, const Place &P, const Context &C,
                  WordSet &Out);
  const WordSet &codeOf(const clang::Decl &D);
  bool isParameter(const clang::IdentifierInfo &II, const clang::Decl &Around);
  bool isInFileOf(llvm::StringRef Word, const clang::Decl &D);
  void addWords(clang::SourceRange Range, WordSet &Out);

  clang::ASTContext &AST;
  const clang::Preprocessor &PP;
  UnitFiles &Files;
  /// What the unit declares, and whether as a field.
  llvm::DenseMap<const clang::IdentifierInfo *, bool> Names;
  /// Who has a parameter of that name.
  llvm::DenseMap<const clang::IdentifierInfo *,
                 llvm::SmallVector<const clang::FunctionDecl *, 1>>
      Parameters;
  bool Collected = false;
  std::unique_ptr<clang::IdentifierTable> Keywords; ///< of C++ and of C
  const clang::Decl *CodeOf = nullptr;              ///< whose words Code has
  WordSet Code;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_NAMESCOPE_H
