//===- SeenByC.cpp - What of a header C code reads ------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SeenByC.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace warrant {
namespace {

/// The directive on \p Line without white space around its `#`, or nothing.
StringRef directiveOf(StringRef Line) {
  Line = Line.trim();
  return Line.consume_front("#") ? Line.ltrim() : StringRef();
}

bool asksWhetherDefined(StringRef Directive) {
  return Directive.contains("__cplusplus") &&
         (Directive.starts_with("ifdef") || Directive.starts_with("ifndef") ||
          Directive.contains("defined"));
}

/// Whether \p Text has a part that depends on the language.
bool asksForLanguage(StringRef Text) {
  constexpr llvm::StringLiteral Macro = "__cplusplus";
  for (size_t At = Text.find(Macro); At != StringRef::npos;
       At = Text.find(Macro, At + Macro.size())) {
    const size_t Begin = Text.rfind('\n', At) + 1;
    if (asksWhetherDefined(directiveOf(Text.slice(Begin, Text.find('\n', At)))))
      return true;
  }
  return false;
}

StringRef textAround(SourceLocation Loc, const SourceManager &SM) {
  return SM.getBufferData(SM.getFileID(Loc));
}

const LinkageSpecDecl *linkageOf(const Decl &D) {
  const DeclContext *Within = D.getDeclContext();
  while (Within && !isa<LinkageSpecDecl>(Within))
    Within = Within->getParent();
  return cast_or_null<LinkageSpecDecl>(Within);
}

/// Whether the block around \p D is opened for C's sake: in the file that
/// includes its own, or by a macro that depends on the language.
bool isBlockForC(const Decl &D, const SourceManager &SM) {
  const LinkageSpecDecl *Block = linkageOf(D);
  if (!Block)
    return false;
  const SourceLocation Extern = Block->getExternLoc();
  const SourceLocation Written = SM.getFileLoc(Extern);
  if (Block->hasBraces() &&
      SM.getFileID(Written) != SM.getFileID(SM.getFileLoc(D.getLocation())))
    return true;
  return Extern.isMacroID() &&
         asksForLanguage(textAround(SM.getSpellingLoc(Extern), SM));
}

} // namespace

bool isForCplusplusOnly(StringRef Text, unsigned Offset) {
  // Of each open conditional: whether only C++ reads on, and whether that
  // turns at its `#else`.
  struct Branch {
    bool Only, Turns;
  };
  llvm::SmallVector<Branch, 8> Open;
  StringRef Rest = Text.take_front(Offset);
  while (!Rest.empty()) {
    auto [Line, Behind] = Rest.split('\n');
    Rest = Behind;
    const StringRef Directive = directiveOf(Line);
    const bool Asks = Directive.contains("__cplusplus");
    const bool Not = Directive.starts_with("ifndef") || Directive.contains('!');
    if (Directive.starts_with("if"))
      Open.push_back({Asks && !Not, Asks});
    else if (Directive.starts_with("el") && !Open.empty())
      Open.back() = {Asks ? !Not : Open.back().Turns && !Open.back().Only,
                     Asks};
    else if (Directive.starts_with("endif") && !Open.empty())
      Open.pop_back();
  }
  return llvm::any_of(Open, [](const Branch &B) { return B.Only; });
}

bool isSeenByC(const Decl &D) {
  const SourceManager &SM = D.getASTContext().getSourceManager();
  const SourceLocation Loc = SM.getFileLoc(D.getLocation());
  if (Loc.isInvalid() || SM.isInMainFile(Loc))
    return false;
  const StringRef Text = textAround(Loc, SM);
  return (asksForLanguage(Text) || isBlockForC(D, SM)) &&
         !isForCplusplusOnly(Text, SM.getFileOffset(Loc));
}

} // namespace warrant
