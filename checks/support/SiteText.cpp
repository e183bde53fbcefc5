//===- SiteText.cpp - What reports show of an operation -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SiteText.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace warrant {
namespace {

/// The text between two locations of one file.
StringRef textOf(SourceLocation Begin, SourceLocation End,
                 const SourceManager &SM) {
  auto [BeginFile, BeginOffset] = SM.getDecomposedLoc(Begin);
  auto [EndFile, EndOffset] = SM.getDecomposedLoc(End);
  StringRef Buffer = SM.getBufferData(BeginFile);
  if (BeginFile != EndFile || EndOffset <= BeginOffset ||
      EndOffset > Buffer.size())
    return {};
  return Buffer.slice(BeginOffset, EndOffset);
}

/// Calls \p Each with the raw tokens between two locations of one file.
template <typename Fn>
void forEachToken(SourceLocation Begin, SourceLocation End,
                  const ASTContext &AST, Fn Each) {
  const SourceManager &SM = AST.getSourceManager();
  StringRef Text = textOf(Begin, End, SM);
  if (Text.empty())
    return;
  StringRef Buffer = SM.getBufferData(SM.getFileID(Begin));
  Lexer Lex(SM.getLocForStartOfFile(SM.getFileID(Begin)), AST.getLangOpts(),
            Buffer.begin(), Text.begin(), Buffer.end());
  Token Tok;
  bool AtEnd = false;
  while (!AtEnd) {
    AtEnd = Lex.LexFromRawLexer(Tok);
    SourceLocation Loc = Tok.getLocation();
    if (Tok.is(tok::eof) || !(Loc < End))
      return;
    StringRef Spelled = Buffer.substr(SM.getFileOffset(Loc), Tok.getLength());
    Each(Tok, Spelled);
  }
}

} // namespace

const FunctionDecl *titleFunction(const FunctionDecl *F) {
  while (F) {
    if (const FunctionDecl *Pattern = F->getTemplateInstantiationPattern())
      F = Pattern;
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    if (!Method || !Method->getParent()->isLambda())
      return F;
    const DeclContext *Around = Method->getParent()->getDeclContext();
    while (Around && !Around->isFunctionOrMethod())
      Around = Around->getParent();
    F = dyn_cast_or_null<FunctionDecl>(Around);
  }
  return nullptr;
}

std::string functionName(const FunctionDecl *F) {
  F = titleFunction(F);
  return F ? F->getQualifiedNameAsString() : std::string();
}

std::string functionTitle(const FunctionDecl *F) {
  F = titleFunction(F);
  if (!F)
    return {};
  PrintingPolicy Policy(F->getASTContext().getLangOpts());
  Policy.adjustForCPlusPlus();
  Policy.PolishForDeclaration = true;
  std::string Title = F->getQualifiedNameAsString() + "(";
  for (const ParmVarDecl *P : F->parameters()) {
    if (P != F->parameters().front())
      Title += ", ";
    Title += P->getOriginalType().getAsString(Policy);
  }
  if (F->isVariadic())
    Title += F->param_empty() ? "..." : ", ...";
  return Title + ")";
}

std::string snippetOf(SourceLocation Begin, SourceLocation End,
                      const ASTContext &AST, size_t Limit) {
  std::string Snippet;
  forEachToken(Begin, End, AST, [&](const Token &Tok, StringRef Spelled) {
    bool Space = Tok.hasLeadingSpace() || Tok.isAtStartOfLine();
    if (!Snippet.empty() && Space && Spelled != "\\")
      Snippet += ' ';
    Snippet += Spelled;
  });
  if (Snippet.size() <= Limit)
    return Snippet;
  // Not inside a UTF-8 sequence.
  size_t Cut = Limit;
  while (Cut && (static_cast<unsigned char>(Snippet[Cut]) & 0xC0) == 0x80)
    --Cut;
  return Snippet.substr(0, Cut) + " ...";
}

std::string tokensOf(SourceLocation Begin, SourceLocation End,
                     const ASTContext &AST) {
  std::string Tokens;
  forEachToken(Begin, End, AST, [&](const Token &, StringRef Spelled) {
    if (!Tokens.empty())
      Tokens += ' ';
    Tokens += Spelled;
  });
  return Tokens;
}

} // namespace warrant
