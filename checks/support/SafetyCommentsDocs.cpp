//===- SafetyCommentsDocs.cpp - The documentation of a declaration --------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which comments speak of a declaration as a whole: above it, within it, below
// it, and at the head of its file.
//
//===----------------------------------------------------------------------===//

#include "CommentScan.h"
#include "llvm/ADT/StringRef.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

/// The lines of \p R without its signs; \p Gaps keeps the empty ones.
std::string plainText(const ScannedFile &F, const CommentRun &R,
                      bool Gaps = false) {
  std::string Out;
  for (const CommentLine &L : linesOf(F, R)) {
    bool IsTool = isToolLine(L.Text);
    if (!IsTool || Gaps)
      Out += (Out.empty() ? "" : "\n") + (IsTool ? "" : L.Text.str());
  }
  return Out;
}

/// The comment above \p Line, or null. Without a marker it has to touch what it
/// speaks of: a licence or a section's title does not.
const CommentRun *runAbove(const ScannedFile &F, unsigned Line) {
  for (unsigned At = Line - 1; At;) {
    const CommentRun *R = F.runTouching(At);
    if (!F.Lines[At].hasCode() && R && !R->Trailing && !R->Skippable)
      return R;
    unsigned First = F.Lines[At].hasCode() && !F.Lines[At].Directive
                         ? crossedFrom(F, At)
                         : 0;
    if (First)
      At = First - 1;
    else if (R && R->Skippable && !R->Trailing)
      At = R->FirstLine - 1;
    else
      return nullptr;
  }
  return nullptr;
}

/// The last token of the declaration whose first is \p Token: its `;` or `{`.
unsigned lastToken(const ScannedFile &F, unsigned Token) {
  constexpr unsigned MaxTokens = 1000;
  unsigned Last = Token;
  while (Last + 1 < F.Tokens.size() && Last - Token < MaxTokens &&
         F.Tokens[Last].Kind != tok::semi &&
         F.Tokens[Last].Kind != tok::l_brace)
    ++Last;
  return Last;
}

/// The lines of `//` at column 0, a sentence at least, that stand one empty
/// line above the definition whose first token is \p Token, or null. What
/// stands at the head of the file is the file's.
const CommentRun *runOverGap(const ScannedFile &F, unsigned Token) {
  if (Token == 0 || Token >= F.Tokens.size() ||
      F.Tokens[lastToken(F, Token)].Kind != tok::l_brace)
    return nullptr;
  unsigned Line = F.lineOf(F.Tokens[Token].Begin);
  if (Line < 3 || F.Lines[Line - 1].hasCode() || F.Lines[Line - 1].Directive ||
      F.runTouching(Line - 1))
    return nullptr;
  const CommentRun *R = F.runTouching(Line - 2);
  if (!R || R->LastLine != Line - 2 || R->Trailing || R->Skippable ||
      F.tokenAt(F.beginOf(*R)) == 0)
    return nullptr;
  for (unsigned I = R->FirstComment; I <= R->LastComment; ++I) {
    const CommentToken &C = F.Comments[I];
    if (C.Begin != F.lineBegin(C.FirstLine) ||
        !StringRef(F.Text).substr(C.Begin).starts_with("//"))
      return nullptr;
  }
  // A section's title is no sentence.
  StringRef Text = StringRef(F.Text).slice(F.beginOf(*R), F.endOf(*R)).rtrim();
  return Text.ends_with(".") && Text.count(' ') > 4 ? R : nullptr;
}

/// The comments in and behind the declaration whose first token is \p Token.
llvm::ArrayRef<CommentRun> runsWithin(const ScannedFile &F, unsigned Token) {
  if (Token >= F.Tokens.size())
    return {};
  const CodeToken &Last = F.Tokens[lastToken(F, Token)];
  unsigned End =
      Last.Kind == tok::l_brace ? Last.Begin : F.lineEnd(F.lineOf(Last.Begin));
  return F.runsIn(F.Tokens[Token].Begin, End);
}

/// The comment that begins on the line below the declaration and touches
/// nothing else, or null.
const CommentRun *runBelow(const ScannedFile &F, unsigned Token) {
  if (Token >= F.Tokens.size())
    return nullptr;
  const CodeToken &Last = F.Tokens[lastToken(F, Token)];
  unsigned Line = F.lineOf(Last.Begin) + 1;
  if (Last.Kind != tok::semi || Line >= F.Lines.size())
    return nullptr;
  const CommentRun *R = F.runTouching(Line);
  if (!R || R->FirstLine != Line || R->Trailing || R->Leading)
    return nullptr;
  unsigned Next = R->LastLine + 1;
  bool Touches = Next < F.Lines.size() && F.Lines[Next].hasCode() &&
                 !F.Lines[Next].Directive;
  return Touches ? nullptr : R;
}

/// The first token that declares something: behind directives and behind the
/// heads of linkage blocks and namespaces.
unsigned firstDeclaration(const ScannedFile &F) {
  unsigned At = 0;
  auto Is = [&](unsigned Ahead, StringRef Spelling) {
    return At + Ahead < F.Tokens.size() &&
           F.spelling(F.Tokens[At + Ahead]) == Spelling;
  };
  while (At < F.Tokens.size()) {
    if (F.Tokens[At].InDirective)
      ++At;
    else if (Is(0, "extern") && Is(1, "\"C\"") && Is(2, "{"))
      At += 3;
    else if (Is(0, "namespace") && Is(2, "{"))
      At += 3;
    else
      break;
  }
  return At;
}

} // namespace

std::string CommentIndex::documentationAbove(unsigned Begin) const {
  if (const CommentRun *Above = runAbove(*File, File->lineOf(Begin)))
    if (std::string Text = plainText(*File, *Above); !Text.empty())
      return Text;
  std::string Out;
  for (const CommentRun &R : runsWithin(*File, File->tokenAt(Begin))) {
    std::string Text = plainText(*File, R);
    Out += (Out.empty() || Text.empty() ? "" : "\n") + Text;
  }
  return Out;
}

DeclarationComments CommentIndex::commentsOf(unsigned Begin, bool Below) const {
  DeclarationComments Out;
  const CommentRun *Doc = runAbove(*File, File->lineOf(Begin));
  if (Below && !Doc)
    Doc = runBelow(*File, File->tokenAt(Begin));
  if (!Doc)
    Doc = runOverGap(*File, File->tokenAt(Begin));
  if (Doc) {
    Out.Doc = plainText(*File, *Doc, /*Gaps=*/true);
    Out.DocLine = Doc->FirstLine;
  }
  for (const CommentRun &R : runsWithin(*File, File->tokenAt(Begin))) {
    // Behind the comma on one line with what follows it belongs to that.
    unsigned Next = File->Comments[R.FirstComment].NextCode;
    bool Opens = Next && (File->Tokens[Next - 1].Kind == tok::comma ||
                          File->Tokens[Next - 1].Kind == tok::l_paren);
    Out.Within.push_back({File->beginOf(R), R.Leading && Opens,
                          plainText(*File, R, /*Gaps=*/true)});
  }
  return Out;
}

std::pair<unsigned, std::string> CommentIndex::headComment() const {
  std::pair<unsigned, std::string> Out = {0, ""};
  unsigned First = firstDeclaration(*File);
  unsigned End = First < File->Tokens.size() ? File->Tokens[First].Begin
                                             : File->Text.size();
  // What touches the first declaration speaks of it alone.
  const CommentRun *Its = First < File->Tokens.size()
                              ? runAbove(*File, File->lineOf(End))
                              : nullptr;
  for (const CommentRun &R : File->runsIn(0, End)) {
    if (&R == Its || R.Trailing)
      continue;
    if (Out.second.empty())
      Out.first = R.FirstLine;
    Out.second += plainText(*File, R, /*Gaps=*/true) + "\n\n";
  }
  return Out;
}

} // namespace warrant
