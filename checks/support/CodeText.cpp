//===- CodeText.cpp - A file's text as the compiler takes it --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CodeText.h"
#include "CommentScan.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace warrant {
namespace {

ScannedFile lexed(StringRef Text, bool RawStrings = true) {
  ScannedFile F;
  F.Text = Text.str();
  lexFile(F, ScanOptions{RawStrings});
  return F;
}

bool haveSameTokens(StringRef Before, StringRef After, bool RawStrings) {
  const ScannedFile A = lexed(Before, RawStrings);
  const ScannedFile B = lexed(After, RawStrings);
  return llvm::equal(
      A.Tokens, B.Tokens, [&](const CodeToken &X, const CodeToken &Y) {
        return X.Kind == Y.Kind && X.InDirective == Y.InDirective &&
               A.spelling(X) == B.spelling(Y);
      });
}

/// The tokens that begin in [Begin, End), as Site::Tokens has them.
std::string tokensIn(const ScannedFile &F, unsigned Begin, unsigned End) {
  std::string Out;
  for (unsigned I = F.tokenAt(Begin);
       I < F.Tokens.size() && F.Tokens[I].Begin < End; ++I)
    Out += ((Out.empty() ? "" : " ") + F.spelling(F.Tokens[I])).str();
  return Out;
}

bool holdsSite(const ScannedFile &F, const Site &S) {
  unsigned Last = std::max(S.Where.Line, S.EndLine);
  if (!S.Where.Line || Last > F.LineStarts.size())
    return false;
  return tokensIn(F, F.lineBegin(S.Where.Line) + S.Where.Column - 1,
                  F.lineBegin(Last) + S.EndColumn - 1) == S.Tokens;
}

/// Whether the lexer has nothing open where \p Line begins.
bool isCut(const ScannedFile &F, unsigned Line) {
  const unsigned Begin = F.lineBegin(Line);
  const StringRef Above = StringRef(F.Text).take_front(Begin).rtrim();
  if (Above.ends_with("\\") || Above.ends_with("?\?/"))
    return false;
  auto IsAbove = [&](const auto &Each) { return Each.End <= Begin; };
  auto Token = llvm::partition_point(F.Tokens, IsAbove);
  auto Comment = llvm::partition_point(F.Comments, IsAbove);
  return (Token == F.Tokens.end() || Token->Begin >= Begin) &&
         (Comment == F.Comments.end() || Comment->Begin >= Begin);
}

} // namespace

CodeText::CodeText(StringRef Text)
    : File(std::make_unique<const ScannedFile>(lexed(Text))) {}

CodeText::~CodeText() = default;

bool CodeText::holds(llvm::ArrayRef<const Site *> Sites) const {
  return llvm::all_of(Sites,
                      [&](const Site *S) { return holdsSite(*File, *S); });
}

std::pair<size_t, size_t> CodeText::linesAround(size_t Offset) const {
  unsigned First = File->lineOf(Offset), Next = First + 1;
  while (First > 1 && !isCut(*File, First))
    --First;
  while (Next <= File->LineStarts.size() && !isCut(*File, Next))
    ++Next;
  return {File->lineBegin(First), File->lineEnd(Next - 1)};
}

bool CodeText::isSameCode(size_t Begin, size_t End, StringRef After) const {
  return haveSameTokens(StringRef(File->Text).slice(Begin, End), After,
                        /*RawStrings=*/true);
}

bool isSameCode(StringRef Before, StringRef After) {
  // Whether it is C++ does not show in a header, and raw strings read as other
  // code in C.
  return haveSameTokens(Before, After, /*RawStrings=*/true) ||
         haveSameTokens(Before, After, /*RawStrings=*/false);
}

bool holdsSites(StringRef Text, llvm::ArrayRef<const Site *> Sites) {
  return CodeText(Text).holds(Sites);
}

bool hasLineComments(StringRef Text) {
  const ScannedFile F = lexed(Text);
  return llvm::any_of(F.Comments, [&](const CommentToken &C) {
    return StringRef(F.Text).substr(C.Begin).starts_with("//");
  });
}

} // namespace warrant
