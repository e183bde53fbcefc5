//===- SafetyCommentsInside.cpp - Comments on an operation's lines --------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SafetyCommentsSearch.h"

using namespace clang;

namespace warrant {

namespace {

/// An argument longer than this has no comment beside it.
constexpr unsigned MaxArgumentTokens = 2000;

bool opens(tok::TokenKind T) { return T == tok::l_paren || T == tok::l_square; }

bool closes(tok::TokenKind T) {
  return T == tok::r_paren || T == tok::r_square;
}

bool separates(tok::TokenKind T) {
  return T == tok::semi || T == tok::l_brace || T == tok::r_brace;
}

} // namespace

bool Search::findInside() {
  Span Argument = argumentAround();
  unsigned From = std::min(Argument.Begin, A.Begin);
  unsigned To = std::max(Argument.End, A.End);
  for (const CommentRun &R : F.runsIn(From, To)) {
    unsigned Begin = F.beginOf(R);
    if (!R.hasText() || endsLine(R) || isInNestedBraces(Begin))
      continue;
    bool Within = A.Begin <= Begin && Begin < A.End;
    bool OnLine = R.FirstLine <= LastLine && R.LastLine >= FirstLine;
    if (!Within && !(OnLine && Argument.contains(Begin)))
      continue;
    if (take(R, {Placement::Inside, "inside the operation's expression"}))
      return true;
  }
  return false;
}

bool Search::findTrailing() {
  llvm::SmallVector<const CommentRun *, 4> Runs;
  for (unsigned Line = FirstLine; Line <= LastLine; ++Line) {
    llvm::ArrayRef<CommentRun> OnLine =
        F.runsIn(F.lineBegin(Line), F.lineEnd(Line));
    for (; !OnLine.empty() && endsLine(OnLine.back());
         OnLine = OnLine.drop_back())
      if (OnLine.back().hasText() &&
          !isInNestedBraces(F.beginOf(OnLine.back())))
        Runs.push_back(&OnLine.back());
  }
  sortByDistance(Runs);
  for (const CommentRun *R : Runs) {
    if (!Function.contains(F.beginOf(*R)))
      leave(*R, "stands outside the braces of the enclosing function");
    else if (take(*R,
                  {Placement::Trailing, "trailing on the operation's line"}))
      return true;
  }
  return false;
}

/// The argument, subscript or statement that the operation is part of, out
/// to the parentheses of the nearest call.
Span Search::argumentAround() const {
  unsigned Left = argumentBegin(F.tokenAt(A.Begin));
  unsigned Right = argumentEnd(F.tokenAt(A.End));
  while (Left && Right < F.Tokens.size() && isGrouping(Left - 1) &&
         F.Tokens[Right].Kind == tok::r_paren) {
    Left = argumentBegin(Left - 1);
    Right = argumentEnd(Right + 1);
  }
  unsigned Size = F.Tokens.size();
  return {Left ? F.Tokens[Left - 1].End : 0,
          Right < Size ? F.Tokens[Right].Begin
                       : static_cast<unsigned>(F.Text.size())};
}

/// The first token of the argument that holds what begins with \p Token.
unsigned Search::argumentBegin(unsigned Token) const {
  unsigned Limit = Token > MaxArgumentTokens ? Token - MaxArgumentTokens : 0;
  unsigned Depth = 0;
  for (; Token > Limit; --Token) {
    const CodeToken &T = F.Tokens[Token - 1];
    if (separates(T.Kind) ||
        (!Depth && (opens(T.Kind) || T.Kind == tok::comma)))
      break;
    if (Token < F.Tokens.size() && T.InDirective != F.Tokens[Token].InDirective)
      break;
    Depth += closes(T.Kind);
    Depth -= opens(T.Kind);
  }
  return Token;
}

/// The token behind the argument that holds what ends before \p Token.
unsigned Search::argumentEnd(unsigned Token) const {
  unsigned Limit = std::min<size_t>(F.Tokens.size(), Token + MaxArgumentTokens);
  unsigned Depth = 0;
  for (; Token < Limit; ++Token) {
    const CodeToken &T = F.Tokens[Token];
    if (separates(T.Kind) ||
        (!Depth && (closes(T.Kind) || T.Kind == tok::comma)))
      break;
    if (Token && T.InDirective != F.Tokens[Token - 1].InDirective)
      break;
    Depth += opens(T.Kind);
    Depth -= closes(T.Kind);
  }
  return Token;
}

/// Whether the parenthesis \p Open only groups, or is a cast's: it is no
/// call's, no condition's and no subscript's.
bool Search::isGrouping(unsigned Open) const {
  if (F.Tokens[Open].Kind != tok::l_paren || !Open)
    return false;
  const CodeToken &Before = F.Tokens[Open - 1];
  if (Before.Kind == tok::raw_identifier)
    return F.spelling(Before) == "return";
  return !closes(Before.Kind);
}

/// Whether \p Offset lies in braces that the operation's own text opens: the
/// body of a lambda that is one of its arguments.
bool Search::isInNestedBraces(unsigned Offset) const {
  unsigned End = std::min(Offset, A.End);
  int Depth = 0;
  for (unsigned I = F.tokenAt(A.Begin);
       I < F.Tokens.size() && F.Tokens[I].Begin < End; ++I) {
    Depth += F.Tokens[I].Kind == tok::l_brace;
    Depth -= F.Tokens[I].Kind == tok::r_brace;
  }
  return Depth > 0;
}

/// Whether \p R stands behind the code of its line; what ends a statement or
/// begins or ends a block may follow it.
bool Search::endsLine(const CommentRun &R) const {
  if (!R.Trailing)
    return false;
  unsigned End = F.Lines[R.FirstLine].TokenEnd;
  for (unsigned I = F.Comments[R.FirstComment].NextCode; I < End; ++I)
    if (!separates(F.Tokens[I].Kind))
      return false;
  return true;
}

} // namespace warrant
