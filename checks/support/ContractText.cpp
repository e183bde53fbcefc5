//===- ContractText.cpp - Conditions, and who answers them ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ContractText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <optional>

using llvm::StringRef;

namespace warrant {
namespace {

constexpr StringRef Space = " \t\v\f\r\n";

std::string fold(StringRef Text) {
  llvm::SmallVector<StringRef, 16> Words;
  llvm::SplitString(Text, Words, Space);
  return llvm::join(Words, " ");
}

/// Takes `1.`, `1)` or `(1)` from \p Text, and white space behind it.
std::optional<unsigned> takeNumber(StringRef &Text) {
  StringRef Rest = Text;
  bool Opened = Rest.consume_front("(");
  unsigned Number = 0;
  if (Rest.consumeInteger(10, Number) || Number > 99)
    return std::nullopt;
  bool Closed = Rest.consume_front(")");
  if (!Closed && (Opened || !Rest.consume_front(".")))
    return std::nullopt;
  if (!Rest.empty() && !Space.contains(Rest.front()))
    return std::nullopt;
  Text = Rest.ltrim(Space);
  return Number;
}

bool takeBullet(StringRef &Text) {
  StringRef Rest = Text;
  bool Signed = false;
  for (StringRef Sign : {"-", "*", "+", "\u2022"})
    Signed = Signed || Rest.consume_front(Sign);
  if (!Signed || Rest.empty() || !Space.contains(Rest.front()))
    return false;
  Text = Rest.ltrim(Space);
  return true;
}

/// What is behind the sign of a list's item, or nothing.
StringRef itemText(StringRef Line) {
  Line = Line.trim(Space);
  return takeNumber(Line) || takeBullet(Line) ? Line : StringRef();
}

using Words = std::set<std::string>;

bool isFiller(StringRef Word) {
  static constexpr StringRef Fillers[] = {
      "a",     "an",   "the",    "is",     "are",   "be",       "been",
      "must",  "has",  "have",   "shall",  "of",    "to",       "and",
      "that",  "it",   "its",    "this",   "for",   "in",       "at",
      "on",    "by",   "as",     "with",   "which", "callers",  "caller",
      "point", "will", "ensure", "points", "holds", "required", "requires",
      "s",     "does", "do"};
  return llvm::is_contained(Fillers, Word);
}

bool isDenial(StringRef Word) {
  static constexpr StringRef Denials[] = {"not",    "no",      "never",
                                          "non",    "nonnull", "neither",
                                          "cannot", "without", "nor"};
  return llvm::is_contained(Denials, Word);
}

Words wordsOf(StringRef Text, const Renaming &Names) {
  Words Out;
  while (!Text.empty()) {
    StringRef Word = Text.take_while(
        [](char C) { return llvm::isAlnum(C) || C == '_' || C & 0x80; });
    if (Word.empty()) {
      // What is compared, and which way, is what a condition says.
      if (StringRef("<>=!+-/%").contains(Text.front()))
        Out.insert(Text.take_front(1).str());
      Text = Text.drop_front();
      continue;
    }
    Text = Text.drop_front(Word.size());
    const auto *Renamed = llvm::find_if(
        llvm::ArrayRef(Names), [&](const auto &N) { return N.first == Word; });
    if (Renamed != llvm::ArrayRef(Names).end())
      Out.merge(wordsOf(Renamed->second, {}));
    else if (!isFiller(Word.lower()))
      Out.insert(Word.size() > 1 ? Word.lower() : Word.str());
  }
  return Out;
}

bool denies(const Words &Of) {
  return llvm::any_of(Of, [](const std::string &W) { return isDenial(W); });
}

bool isHeadingLine(StringRef Line) {
  return Line.empty() || Line.starts_with("@") || Line.starts_with("\\") ||
         Line.starts_with("# ") || Line.starts_with("## ");
}

/// What is behind \p Heading where \p Line begins with it.
std::optional<StringRef> behindHeading(StringRef Line, StringRef Heading) {
  bool Command = Line.consume_front("@") || Line.consume_front("\\");
  if (Command)
    Heading = Heading.ltrim("@\\");
  bool Spelled = llvm::isAlnum(Heading.back());
  if (!Command && Spelled)
    return std::nullopt;
  if (!Line.consume_front(Heading) ||
      (Spelled && !Line.empty() && llvm::isAlnum(Line.front())))
    return std::nullopt;
  return Line.ltrim(": \t");
}

} // namespace

std::vector<std::string> conditionsOf(StringRef Text, StringRef Lines) {
  llvm::SmallVector<std::pair<size_t, size_t>, 8> Items; // sign, text
  size_t From = 0;
  for (StringRef Line : llvm::split(Lines, '\n')) {
    StringRef Item = itemText(Line);
    if (Item.empty())
      continue;
    std::string Folded = fold(Line);
    size_t At = Text.find(Folded, From);
    if (At == StringRef::npos)
      continue;
    From = At + Folded.size();
    Items.push_back({At, From - fold(Item).size()});
  }
  if (Items.empty())
    return {Text.str()};
  std::vector<std::string> Out;
  for (size_t I = 0; I < Items.size(); ++I) {
    size_t End = I + 1 < Items.size() ? Items[I + 1].first : Text.size();
    Out.push_back(Text.slice(Items[I].second, End).trim(Space).str());
  }
  return Out;
}

std::string textBehindHeading(StringRef Lines,
                              llvm::ArrayRef<std::string> Headings) {
  std::string Out;
  bool Open = false;
  for (StringRef Line : llvm::split(Lines, '\n')) {
    Line = Line.trim(Space);
    std::optional<StringRef> Behind;
    for (const std::string &Heading : Headings)
      if (!Behind)
        Behind = behindHeading(Line, Heading);
    Open = Behind || (Open && !isHeadingLine(Line));
    StringRef More = Behind.value_or(Line);
    if (Open && !More.empty())
      Out += (Out.empty() ? "" : " ") + fold(More);
  }
  return Out;
}

std::set<unsigned> leftOpen(StringRef Comment, unsigned Count) {
  std::set<unsigned> Open, Answered;
  for (size_t At = 0; At < Comment.size(); ++At) {
    StringRef Before = Comment.take_front(At).rtrim(Space);
    StringRef Here = Comment.drop_front(At);
    bool Begins =
        Before.empty() ||
        (Before.size() < At && StringRef(".;:,)").contains(Before.back()));
    // `(2)` refers to a condition wherever it stands; `2.` may end a sentence.
    if (!Begins && !Here.starts_with("("))
      continue;
    if (std::optional<unsigned> Number = takeNumber(Here))
      Answered.insert(*Number - 1);
  }
  unsigned Bullets = 0;
  if (StringRef Rest = Comment; takeBullet(Rest))
    Bullets = 1 + Rest.count(" " + Comment.take_front(1).str() + " ");
  if (Answered.empty() && !Bullets)
    return Open;
  for (unsigned I = 0; I < Count; ++I)
    if (I >= Bullets && !Answered.count(I))
      Open.insert(I);
  return Open;
}

bool mentions(StringRef Comment, StringRef Condition) {
  Words Said = wordsOf(Comment, {});
  return llvm::any_of(wordsOf(Condition, {}), [&](const std::string &W) {
    return llvm::isAlnum(W.front()) && Said.count(W);
  });
}

bool restates(llvm::ArrayRef<std::string> Own, StringRef Condition,
              const Renaming &Names, const Renaming &OwnNames) {
  Words Asked = wordsOf(Condition, Names);
  return llvm::any_of(Own, [&](const std::string &Each) {
    Words Said = wordsOf(Each, OwnNames);
    return denies(Asked) == denies(Said) &&
           llvm::all_of(Asked, [&](auto &W) { return Said.count(W) != 0; });
  });
}

} // namespace warrant
