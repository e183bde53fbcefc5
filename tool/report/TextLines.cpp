//===- TextLines.cpp - Findings as lines of text --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TextLines.h"
#include "SarifRules.h"
#include "Wording.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"
#include <algorithm>

using namespace warrant;
using llvm::StringRef;
using llvm::Twine;

namespace {

// A line that is longer says little on a screen.
constexpr size_t LongestLine = 240;

StringRef escape(Ink Look) {
  switch (Look) {
  case Ink::Bold:
    return "\033[1m";
  case Ink::Error:
    return "\033[1;31m";
  case Ink::Warning:
    return "\033[1;35m";
  case Ink::Note:
    return "\033[1;36m";
  case Ink::Caret:
    return "\033[1;32m";
  }
  return "";
}

size_t columnWidth(StringRef Text) {
  const int Width = llvm::sys::unicode::columnWidthUTF8(Text);
  return Width < 0 ? countCharacters(Text) : Width;
}

/// White space as wide as \p Text; tabs stay tabs, so that a terminal aligns
/// both lines alike.
std::string blank(StringRef Text) {
  std::string Result;
  while (!Text.empty()) {
    auto [Before, After] = Text.split('\t');
    Result.append(columnWidth(Before), ' ');
    if (Before.size() != Text.size())
      Result += '\t';
    Text = After;
  }
  return Result;
}

std::string placeOf(const Location &Where) {
  return printable(Where.File) + ":" + std::to_string(Where.Line) + ":" +
         std::to_string(Where.Column);
}

/// Where the caret points in [Begin, End) of \p Line: the operator, so that
/// the operations of one chain differ; the begin for what ends in `]`.
size_t caretColumn(const Site &S, StringRef Line, size_t Begin, size_t End) {
  const size_t At = S.Token.Column - 1;
  const bool Shown = S.Token.File == S.Where.File &&
                     S.Token.Line == S.Where.Line && At >= Begin && At < End;
  return Shown && Line[At] != ']' ? At : Begin;
}

} // namespace

void TextLines::paint(Ink Look, StringRef Text) {
  if (!Options.Colors) {
    OS << Text;
    return;
  }
  OS << escape(Look) << Text << "\033[0m";
}

void TextLines::head(const Location &Where, Ink Look, StringRef Level) {
  paint(Ink::Bold, placeOf(Where) + ":");
  OS << ' ';
  paint(Look, (Level + ":").str());
  OS << ' ';
}

void TextLines::check(StringRef Name,
                      const std::optional<std::string> &Baseline) {
  OS << (Baseline == "known" ? " (known)" : "") << " [warrant-" << Name
     << "]\n";
}

void TextLines::note(const Location &Where, const Twine &Message) {
  head(Where, Ink::Note, "note");
  OS << printable(Message.str()) << '\n';
}

void TextLines::notes(const Site &S) {
  for (const RelatedPlace &P : notesOf(S, Options.Notes))
    note(P.Where, P.Message);
  for (const SaferForm &Form : S.Safer)
    if (Options.Notes)
      note(S.Where, "a safer form: '" + Form.Code + "'");
}

void TextLines::carets(const Site &S) {
  if (!Options.Terminal)
    return;
  const std::optional<StringRef> Line = Source.line(S.Where.File, S.Where.Line);
  const size_t Begin = S.Where.Column - 1;
  if (!Line || S.Where.Column == 0 || Begin >= Line->size() ||
      Line->size() > LongestLine)
    return;
  size_t End = S.EndLine == S.Where.Line ? S.EndColumn - 1 : Line->size();
  End = std::clamp(End, Begin + 1, Line->size());
  const std::string Before = printable(Line->take_front(Begin));
  const size_t At = caretColumn(S, *Line, Begin, End);
  const size_t Left = columnWidth(printable(Line->slice(Begin, At)));
  const size_t Whole = columnWidth(printable(Line->slice(Begin, End)));
  OS << llvm::format_decimal(S.Where.Line, 5) << " | " << printable(*Line)
     << "\n      | " << blank(Before);
  paint(Ink::Caret, std::string(Left, '~') + "^" +
                        std::string(std::max(Whole, Left + 1) - Left - 1, '~'));
  OS << '\n';
}

void TextLines::defect(const Site &S, const Defect &D) {
  head(S.Where, Ink::Error, "error");
  OS << printable(D.Message);
  if (D.Sure != Precision::Certain)
    OS << " (" << toString(D.Sure) << ")";
  OS << ": " << subjectOf(S);
  check(S.Check, S.Baseline);
  carets(S);
  for (const RelatedPlace &P : S.Related)
    note(P.Where, P.Message);
}

void TextLines::site(const Site &S) {
  const bool Documented = S.State == Status::Documented;
  head(S.Where, Documented ? Ink::Note : Ink::Warning,
       Documented ? "note" : "warning");
  OS << headlineOf(S);
  check(S.Check, S.Baseline);
  carets(S);
  notes(S);
}

void TextLines::remark(const Remark &M) {
  head(M.Where, Ink::Warning, "warning");
  OS << M.Kind << ": " << printable(M.Message);
  check(RemarkCheck, M.Baseline);
}
