//===- SafetyCommentsLines.cpp - Lines a comment reaches across -----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which lines of code may stand between a comment and the line it speaks of,
// and which line ends leave something open that the next line closes. Read
// from the tokens alone, backwards from the end of a line.
//
//===----------------------------------------------------------------------===//

#include "CommentScan.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

/// How far back a bracket's partner or a `case` is looked for: a longer head
/// is no line that anyone reads across.
constexpr unsigned MaxTokens = 256;

/// Steps backwards over what a comment reaches across, a unit at a time. All
/// functions answer the index of the unit's first token.
class LineCrosser {
public:
  explicit LineCrosser(const ScannedFile &F) : F(F) {}

  /// The first line of what ends with \p Line, or 0.
  unsigned cross(unsigned Line) const {
    const LineShape &Shape = F.Lines[Line];
    unsigned End = Shape.TokenEnd;
    while (std::optional<unsigned> Begin = unitBefore(End)) {
      End = *Begin;
      unsigned First = F.lineOf(F.Tokens[End].Begin);
      if (F.Lines[First].TokenBegin == End)
        return First;
    }
    return 0;
  }

private:
  std::optional<unsigned> unitBefore(unsigned End) const {
    if (!End)
      return std::nullopt;
    const CodeToken &Last = F.Tokens[End - 1];
    switch (Last.Kind) {
    case tok::r_paren:
      return macroCall(End - 1);
    case tok::r_square:
      return attribute(End - 1);
    case tok::colon:
      return label(End - 1);
    case tok::greater:
    case tok::greatergreater:
      return templateHead(End);
    case tok::string_literal:
      return word(End - 2) == "extern" ? std::optional(End - 2) : std::nullopt;
    case tok::raw_identifier:
      if (isMacroName(F.spelling(Last)) || isSpecifier(F.spelling(Last)))
        return End - 1;
      return std::nullopt;
    default:
      return std::nullopt;
    }
  }

  /// `FOO(...)`, `__attribute__((...))`, `alignas(...)`.
  std::optional<unsigned> macroCall(unsigned Close) const {
    std::optional<unsigned> Open = partner(Close, tok::l_paren, tok::r_paren);
    if (!Open || !*Open)
      return std::nullopt;
    StringRef Name = word(*Open - 1);
    if ((isMacroName(Name) && !holdsStatements(*Open, Close)) ||
        Name == "__attribute__" || Name == "__attribute" ||
        Name == "__declspec" || Name == "alignas" || Name == "_Alignas")
      return *Open - 1;
    return std::nullopt;
  }

  /// Whether the macro's arguments are code: the macro is no attribute then.
  bool holdsStatements(unsigned Open, unsigned Close) const {
    for (unsigned I = Open; I < Close; ++I)
      if (F.Tokens[I].Kind == tok::semi || F.Tokens[I].Kind == tok::l_brace)
        return true;
    return false;
  }

  /// `[[...]]`
  std::optional<unsigned> attribute(unsigned Close) const {
    std::optional<unsigned> Open = partner(Close, tok::l_square, tok::r_square);
    if (Open && F.Tokens[*Open + 1].Kind == tok::l_square)
      return Open;
    return std::nullopt;
  }

  /// `name:`, `default:`, `case ...:`, `public slots:`.
  std::optional<unsigned> label(unsigned Colon) const {
    StringRef Name = word(Colon - 1);
    if (Name == "default" || Name == "public" || Name == "private" ||
        Name == "protected")
      return Colon - 1;
    if (std::optional<unsigned> Case = caseBefore(Colon))
      return Case;
    if (Name.empty())
      return std::nullopt;
    unsigned First = F.lineOf(F.Tokens[Colon - 1].Begin);
    if (F.Lines[First].TokenBegin == Colon - 1)
      return Colon - 1;
    bool Slots = Name == "slots" || Name == "Q_SLOTS";
    return Slots && !word(Colon - 2).empty() ? std::optional(Colon - 2)
                                             : std::nullopt;
  }

  std::optional<unsigned> caseBefore(unsigned Colon) const {
    for (unsigned I = Colon; I-- > 0 && Colon - I < MaxTokens;) {
      if (word(I) == "case")
        return I;
      tok::TokenKind Kind = F.Tokens[I].Kind;
      if (Kind == tok::semi || Kind == tok::colon || Kind == tok::l_brace ||
          Kind == tok::r_brace || Kind == tok::question)
        return std::nullopt;
    }
    return std::nullopt;
  }

  /// `template <...>`; \p End is behind its last `>`.
  std::optional<unsigned> templateHead(unsigned End) const {
    int Depth = 0;
    for (unsigned I = End; I-- > 0 && End - I < MaxTokens;) {
      tok::TokenKind Kind = F.Tokens[I].Kind;
      Depth += Kind == tok::greater ? 1 : Kind == tok::greatergreater ? 2 : 0;
      Depth -= Kind == tok::less ? 1 : 0;
      if (Depth <= 0)
        return word(I - 1) == "template" ? std::optional(I - 1) : std::nullopt;
      if (Kind == tok::semi || Kind == tok::l_brace || Kind == tok::r_brace)
        return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<unsigned> partner(unsigned Close, tok::TokenKind OpenKind,
                                  tok::TokenKind CloseKind) const {
    unsigned Depth = 0;
    for (unsigned I = Close + 1; I-- > 0 && Close - I < MaxTokens;) {
      if (F.Tokens[I].Kind == CloseKind)
        ++Depth;
      else if (F.Tokens[I].Kind == OpenKind && --Depth == 0)
        return I;
    }
    return std::nullopt;
  }

  /// The identifier or keyword at \p I; an index below 0 wraps and is empty.
  StringRef word(unsigned I) const {
    if (I >= F.Tokens.size() || F.Tokens[I].Kind != tok::raw_identifier)
      return "";
    return F.spelling(F.Tokens[I]);
  }

  static bool isMacroName(StringRef Name) {
    return Name.size() > 1 && llvm::any_of(Name, llvm::isAlpha) &&
           llvm::all_of(Name, [](char C) {
             return C == '_' || llvm::isDigit(C) || (C >= 'A' && C <= 'Z');
           });
  }

  static bool isSpecifier(StringRef Name) {
    return llvm::StringSwitch<bool>(Name)
        .Cases("extern", "static", "inline", "constexpr", "virtual", true)
        .Cases("explicit", "constinit", "thread_local", true)
        .Default(false);
  }

  const ScannedFile &F;
};

/// Whether the code of \p Line could hold an operation of its own, which a
/// comment behind it would then speak of.
bool mayHoldOperation(const ScannedFile &F, const LineShape &Line) {
  for (unsigned I = Line.TokenBegin; I < Line.TokenEnd; ++I) {
    const CodeToken &T = F.Tokens[I];
    switch (T.Kind) {
    case tok::l_square:
    case tok::plus:
    case tok::minus:
    case tok::plusplus:
    case tok::minusminus:
    case tok::plusequal:
    case tok::minusequal:
    case tok::star:
    case tok::arrow:
      return true;
    default:
      if (F.spelling(T).ends_with("_cast"))
        return true;
    }
  }
  return false;
}

} // namespace

unsigned crossedFrom(const ScannedFile &F, unsigned Line) {
  return F.Lines[Line].hasCode() ? LineCrosser(F).cross(Line) : 0;
}

bool opensNextLine(const ScannedFile &F, unsigned Line) {
  const LineShape &Shape = F.Lines[Line];
  if (!Shape.hasCode())
    return false;
  const CodeToken &Last = F.Tokens[Shape.TokenEnd - 1];
  switch (Last.Kind) {
  case tok::equal:
  case tok::l_paren:
  case tok::l_brace:
    return true;
  case tok::colon: // of a constructor's initializers
    if (Shape.TokenEnd > 1 && F.Tokens[Shape.TokenEnd - 2].Kind == tok::r_paren)
      return true;
    return !mayHoldOperation(F, Shape);
  case tok::ampamp:
  case tok::pipepipe:
  case tok::question:
  case tok::lessless:
    // Between two operands the comment is the left one's, if that has any.
    return !mayHoldOperation(F, Shape);
  case tok::raw_identifier:
    return llvm::StringSwitch<bool>(F.spelling(Last))
        .Cases("return", "co_return", "co_yield", "else", "do", "try", true)
        .Default(false);
  default:
    return false;
  }
}

} // namespace warrant
