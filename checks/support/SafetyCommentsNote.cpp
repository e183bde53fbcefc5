//===- SafetyCommentsNote.cpp - Where a new comment goes ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rules of association, asked the other way round: a comment that is
// written where these functions say documents the operation.
//
//===----------------------------------------------------------------------===//

#include "SafetyCommentsSearch.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace warrant {

using Kind = EnclosingLevel::Kind;

/// The first line of what holds the operation.
unsigned Search::noteLine() const {
  for (const EnclosingLevel &L : A.Levels) {
    switch (L.What) {
    case Kind::Statement:
    case Kind::Declaration:
    case Kind::MacroDefinition:
    case Kind::BoundaryDeclaration:
      return std::min(FirstLine, F.lineOf(L.Begin));
    default:
      return FirstLine;
    }
  }
  return FirstLine;
}

/// Whether a line can be put above \p Line: nothing goes on across its begin.
bool Search::takesLineAbove(unsigned Line) const {
  unsigned Begin = F.lineBegin(Line);
  unsigned Token = F.tokenAt(Begin);
  if (Token < F.Tokens.size() && F.Tokens[Token].Begin < Begin)
    return false;
  const CommentRun *R = F.runTouching(Line);
  for (unsigned I = R ? R->FirstComment : 1; R && I <= R->LastComment; ++I)
    if (F.Comments[I].Begin < Begin && Begin < F.Comments[I].End)
      return false;
  if (Line == 1)
    return true;
  // Compilers let white space stand behind the backslash.
  llvm::StringRef Before =
      llvm::StringRef(F.Text).slice(F.lineBegin(Line - 1), Begin).rtrim();
  return !Before.ends_with("\\") && !Before.ends_with("?\?/");
}

/// The line to write above so that what speaks to a tool of the next line, as
/// NOLINTNEXTLINE, still does.
static unsigned aboveToolLines(const ScannedFile &F, unsigned Line) {
  for (; Line > 1 && !F.Lines[Line - 1].hasCode(); --Line) {
    const CommentRun *R = F.runTouching(Line - 1);
    if (!R || R->Trailing)
      break;
    std::vector<CommentLine> Lines = linesOf(F, *R);
    auto Above = llvm::find_if(
        Lines, [&](const CommentLine &L) { return L.Line == Line - 1; });
    if (Above == Lines.end())
      break;
    const CommentToken &C = F.Comments[Above->Comment];
    bool Speaks = llvm::any_of(Above->Text, llvm::isAlnum);
    if (C.FirstLine != C.LastLine || !Speaks || !isToolLine(Above->Text))
      break;
  }
  return Line;
}

std::pair<unsigned, unsigned> Search::notePlace() const {
  unsigned Line = aboveToolLines(F, noteLine());
  unsigned Begin = F.lineBegin(Line);
  bool IsBrace = Begin == Body.Begin && F.Text[Begin] == '{';
  if (takesLineAbove(Line) && Body.contains(Begin) && !IsBrace)
    return {Line, 0};
  if (F.Lines[FirstLine].Directive)
    return {0, 0};
  return {FirstLine, A.Begin - F.lineBegin(FirstLine) + 1};
}

} // namespace warrant
