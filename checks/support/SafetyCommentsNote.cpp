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
  llvm::StringRef Before = llvm::StringRef(F.Text).take_front(Begin);
  return !Before.rtrim("\r\n").ends_with("\\") &&
         !Before.rtrim("\r\n").ends_with("?\?/");
}

std::pair<unsigned, unsigned> Search::notePlace() const {
  unsigned Line = noteLine();
  if (takesLineAbove(Line) && Body.contains(F.lineBegin(Line)))
    return {Line, 0};
  if (F.Lines[FirstLine].Directive)
    return {0, 0};
  return {FirstLine, A.Begin - F.lineBegin(FirstLine) + 1};
}

} // namespace warrant
