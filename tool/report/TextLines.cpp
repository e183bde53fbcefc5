//===- TextLines.cpp - Findings as lines of text --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TextLines.h"
#include "SarifRules.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"
#include <algorithm>

using namespace warrant;
using llvm::StringRef;
using llvm::Twine;

namespace {

// A line or an operation that is longer says little on a screen.
constexpr size_t LongestLine = 240;
constexpr size_t LongestSnippet = 80;

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

/// \p Text up to \p Most characters, with dots where it goes on.
std::string shortened(StringRef Text, size_t Most) {
  const std::string Clean = printable(Text);
  if (countCharacters(Clean) <= Most)
    return Clean;
  size_t End = Most - 3;
  while (End > 0 && (static_cast<unsigned char>(Clean[End]) & 0xC0) == 0x80)
    --End;
  return Clean.substr(0, End) + "...";
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

/// The properties that nothing answers.
std::string missing(const Site &S) {
  std::vector<StringRef> Names;
  for (const PropertyState &P : S.Properties)
    if (P.Origin == PropertyOrigin::Missing)
      Names.push_back(toString(P.Name));
  return llvm::join(Names, ", ");
}

} // namespace

std::string warrant::counted(uint64_t Count, StringRef Noun) {
  return (Twine(Count) + " " + Noun + (Count == 1 ? "" : "s")).str();
}

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

void TextLines::subject(const Site &S) {
  OS << "'" << shortened(S.Snippet.empty() ? S.Kind : S.Snippet, LongestSnippet)
     << "'";
  if (!S.Function.empty() && S.Identity.empty())
    OS << " in '" << printable(S.Function) << "'";
}

void TextLines::check(StringRef Name) { OS << " [warrant-" << Name << "]\n"; }

void TextLines::note(const Location &Where, const Twine &Message) {
  head(Where, Ink::Note, "note");
  OS << printable(Message.str()) << '\n';
}

void TextLines::notes(const Site &S) {
  if (!S.Rejection.empty())
    note(S.Where, "the comment there justifies nothing: " + S.Rejection);
  const std::string Missing = missing(S);
  if (Options.Notes && !Missing.empty() && S.State <= Status::Undocumented)
    note(S.Where, "nothing says why this holds: " + Missing);
  for (const RelatedPlace &P : S.Related)
    note(P.Where, P.Message);
  if (S.Expansions.empty())
    return;
  const size_t Others = S.Expansions.size() - 1;
  note(*S.Expansions.begin(),
       "expanded here" + (Others ? " and at " + counted(Others, "other place")
                                 : std::string()));
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
  const std::string Marked = printable(Line->slice(Begin, End));
  OS << llvm::format_decimal(S.Where.Line, 5) << " | " << printable(*Line)
     << "\n      | " << blank(Before);
  paint(Ink::Caret,
        "^" + std::string(std::max<size_t>(columnWidth(Marked), 1) - 1, '~'));
  OS << '\n';
}

void TextLines::defect(const Site &S, const Defect &D) {
  head(S.Where, Ink::Error, "error");
  OS << printable(D.Message);
  if (D.Sure != Precision::Certain)
    OS << " (" << toString(D.Sure) << ")";
  OS << ": ";
  subject(S);
  check(S.Check);
  carets(S);
  for (const RelatedPlace &P : S.Related)
    note(P.Where, P.Message);
}

void TextLines::site(const Site &S) {
  const bool Documented = S.State == Status::Documented;
  head(S.Where, Documented ? Ink::Note : Ink::Warning,
       Documented ? "note" : "warning");
  OS << toString(S.State) << " '" << S.Kind << "'";
  if (S.Sure != Precision::Certain)
    OS << " (" << toString(S.Sure) << ")";
  OS << ": ";
  subject(S);
  if (Documented || S.State == Status::Partial)
    OS << " leaves open: " << missing(S);
  check(S.Check);
  carets(S);
  notes(S);
}

void TextLines::remark(const Remark &M) {
  head(M.Where, Ink::Warning, "warning");
  OS << M.Kind << ": " << printable(M.Message);
  check(RemarkCheck);
}
