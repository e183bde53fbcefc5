//===- NameScopeKnown.cpp - What a comment may still speak of -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NameScope.h"
#include "clang/Lex/Lexer.h"
#include "clang/Tooling/Inclusions/StandardLibrary.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {

/// Whether \p Word is a name of C's library, whose header the unit need not
/// include. C++'s would take `size`, `data` and `end` for known everywhere.
static bool isOfLibrary(StringRef Word) {
  using namespace tooling::stdlib;
  return Word.ends_with("_t") || Symbol::named("", Word, Lang::C);
}

/// Adds the identifiers and hexadecimal numbers of the code in \p Range, whose
/// end is behind the last character; also of code that is left out by `#if`.
void NameScope::addWords(SourceRange Range, WordSet &Out) {
  const SourceManager &SM = AST.getSourceManager();
  StringRef Text = Lexer::getSourceText(CharSourceRange::getCharRange(Range),
                                        SM, AST.getLangOpts());
  if (Text.empty())
    return;
  // The lexer wants a null character behind the text.
  const std::string Copy = Text.str();
  StringRef Whole = Copy;
  Lexer Lex(SourceLocation(), AST.getLangOpts(), Whole.begin(), Whole.begin(),
            Whole.end());
  Token T;
  for (Lex.LexFromRawLexer(T); T.isNot(tok::eof); Lex.LexFromRawLexer(T)) {
    if (T.is(tok::raw_identifier))
      Out.insert(T.getRawIdentifier());
    else if (T.is(tok::numeric_constant))
      Out.insert(StringRef(T.getLiteralData(), T.getLength()));
  }
}

const NameScope::WordSet &NameScope::codeOf(const Decl &D) {
  if (CodeOf == &D)
    return Code;
  CodeOf = &D;
  Code.clear();
  const SourceManager &SM = AST.getSourceManager();
  SourceRange Range = D.getSourceRange();
  addWords({SM.getFileLoc(Range.getBegin()),
            Lexer::getLocForEndOfToken(SM.getFileLoc(Range.getEnd()), 0, SM,
                                       AST.getLangOpts())},
           Code);
  return Code;
}

/// Whether the file of \p D has \p Word in its text at all outside comments,
/// though the unit does not know it: an `#if` has left it out.
bool NameScope::isInFileOf(StringRef Word, const Decl &D) {
  const SourceManager &SM = AST.getSourceManager();
  FileID File = SM.getFileID(SM.getFileLoc(D.getLocation()));
  WordSet Words;
  addWords({SM.getLocForStartOfFile(File), SM.getLocForEndOfFile(File)}, Words);
  return Words.contains(Word);
}

/// Whether \p II is a parameter of \p Around in any of its declarations, or of
/// a function that its code names.
bool NameScope::isParameter(const IdentifierInfo &II, const Decl &Around) {
  auto It = Parameters.find(&II);
  if (It == Parameters.end())
    return false;
  return llvm::any_of(It->second, [&](const FunctionDecl *F) {
    const auto *Constructor = dyn_cast<CXXConstructorDecl>(F);
    const NamedDecl *Named = Constructor ? Constructor->getParent()
                                         : static_cast<const NamedDecl *>(F);
    const IdentifierInfo *Name = Named->getIdentifier();
    return Name && codeOf(Around).contains(Name->getName());
  });
}

bool NameScope::isKnown(StringRef Word, const Decl *Around) {
  if (!Around || isOfUnit(Word) || codeOf(*Around).contains(Word))
    return true;
  // Words of the language, of its library, and of the comment's own language.
  if (isKeyword(Word) || isOfLibrary(Word) || Word.starts_with("__") ||
      parseProperty(Word.lower()) || Word.equals_insensitive("safety"))
    return true;
  auto It = AST.Idents.find(Word);
  if (It == AST.Idents.end())
    return isInFileOf(Word, *Around);
  return It->second->getBuiltinID() != 0 || isParameter(*It->second, *Around);
}

} // namespace warrant
