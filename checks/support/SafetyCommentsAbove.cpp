//===- SafetyCommentsAbove.cpp - Comments directly above a line -----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SafetyCommentsSearch.h"

using namespace clang;

namespace warrant {

bool Search::takeAbove(const CommentRun &R, Rule By) {
  if (Body.contains(F.beginOf(R)))
    return take(R, By);
  leave(R, Function.contains(F.beginOf(R))
               ? "stands outside the lambda's body"
               : "stands above the enclosing function: it is a contract");
  return false;
}

/// Takes a comment in front of the code of \p Line. \p Next becomes the line
/// to climb on from, 0 when a comment of other content stands in between.
bool Search::takeLeading(unsigned Line, Rule By, unsigned &Next) {
  const CommentRun *R = F.runBefore(Line);
  if (!R)
    return false;
  if (takeAbove(*R, By))
    return true;
  bool Other = R->FirstLine < Line && !R->Skippable && !R->hasText();
  Next = Other ? 0 : R->FirstLine - 1;
  return false;
}

/// Climbs from \p Line to the nearest comment that reads as standing directly
/// above it.
bool Search::findAbove(unsigned Line, Rule By) {
  if (!LinesDone.insert(Line).second)
    return false;
  unsigned At = Line - 1;
  if (takeLeading(Line, By, At))
    return true;
  while (At) {
    const CommentRun *R = F.runTouching(At);
    if (F.Lines[At].hasCode() || (R && R->Trailing)) {
      At = crossCode(R && R->Trailing ? R->FirstLine : At, By);
    } else if (!R) {
      --At;
    } else {
      if (takeAbove(*R, By))
        return true;
      At = R->Skippable || R->hasText() ? R->FirstLine - 1 : 0;
    }
  }
  return Out.Comment.has_value();
}

/// The line to climb on from above the code of \p Line, or 0. Takes a comment
/// that trails on it when it speaks of what is below.
unsigned Search::crossCode(unsigned Line, Rule By) {
  if (unsigned Index = F.Lines[Line].Directive) {
    const Directive &D = F.Directives[Index - 1];
    if (D.What == Directive::Kind::Else)
      return D.IfLine ? D.IfLine - 1 : 0;
    bool Crossed =
        D.What == Directive::Kind::If || D.What == Directive::Kind::Diagnostic;
    return Crossed ? D.FirstLine - 1 : 0;
  }
  unsigned First = crossedFrom(F, Line);
  const CommentRun *R = F.runBehind(Line);
  if (R && R->hasText() && (First || opensNextLine(F, Line))) {
    if (isBehindFunctionBrace(Line))
      leave(*R, "stands behind the function's brace: it reads as a contract");
    else if (takeAbove(*R, By))
      return 0;
  }
  return First ? First - 1 : 0;
}

/// Whether the code of \p Line ends with the brace of the function's body,
/// and the function's head stands before it.
bool Search::isBehindFunctionBrace(unsigned Line) const {
  const LineShape &Shape = F.Lines[Line];
  return F.Tokens[Shape.TokenEnd - 1].Begin == FunctionBrace &&
         Shape.TokenEnd - Shape.TokenBegin > 1;
}

} // namespace warrant
