//===- CommentWords.cpp - The words of a comment --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommentWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace warrant {

bool isWordByte(char C) {
  return llvm::isAlnum(C) || C == '_' || (static_cast<unsigned char>(C) & 0x80);
}

std::string withPlainSigns(StringRef Text) {
  std::string Out = Text.str();
  const std::pair<StringRef, StringRef> Signs[] = {
      {"\u2026", "..."}, {"\u2019", "'"},  {"\u2018", "'"},  {"\u201c", "\""},
      {"\u201d", "\""},  {"\u2264", "<="}, {"\u2265", ">="}, {"\u2013", "-"},
      {"\u2014", "-"},   {"\u00a0", " "}};
  for (const auto &[From, To] : Signs)
    for (size_t At = Out.find(From); At != std::string::npos;
         At = Out.find(From, At + To.size()))
      Out.replace(At, From.size(), std::string_view(To));
  return Out;
}

std::vector<StringRef> wordsOf(StringRef Text) {
  std::vector<StringRef> Out;
  while (!Text.empty()) {
    // What joins words inside, as in "n/a" and "it's", is no end of a word.
    StringRef Word = Text.take_while(
        [](char C) { return isWordByte(C) || C == '\'' || C == '/'; });
    Text = Text.drop_front(std::max<size_t>(Word.size(), 1));
    Word = Word.trim("'/");
    if (!Word.empty())
      Out.push_back(Word);
  }
  return Out;
}

bool isFiller(StringRef Word) {
#define WARRANT_FILLER(Filler)                                                 \
  if (Word == Filler)                                                          \
    return true;
#include "Lexicon.def"
  return false;
}

std::string gist(StringRef Text) {
  std::vector<StringRef> Words = wordsOf(Text);
  llvm::erase_if(Words, isFiller);
  return llvm::join(Words, " ");
}

bool beginsWithPlaceholder(StringRef FirstWord) {
#define WARRANT_PLACEHOLDER(Word)                                              \
  if (FirstWord == Word)                                                       \
    return true;
#include "Lexicon.def"
  return false;
}

size_t findPhrase(StringRef Text, StringRef Phrase, size_t From) {
  auto Continues = [](char Outer, char Inner) {
    return isWordByte(Inner) && (isWordByte(Outer) || Outer == '-');
  };
  for (size_t At = Text.find(Phrase, From); At != StringRef::npos;
       At = Text.find(Phrase, At + 1)) {
    size_t End = At + Phrase.size();
    bool Begins = At == 0 || !Continues(Text[At - 1], Phrase.front());
    bool Ends = End == Text.size() ||
                !(isWordByte(Text[End]) && isWordByte(Phrase.back()));
    if (Begins && Ends)
      return At;
  }
  return StringRef::npos;
}

namespace {

/// Cuts a text, from its begin to its end.
class ClauseCutter {
public:
  explicit ClauseCutter(std::string Plain) : Plain(std::move(Plain)) {}

  std::vector<Clause> run() {
    Out.emplace_back();
    for (size_t At = 0; At < Plain.size();)
      At += step(StringRef(Plain).drop_front(At));
    for (Clause &C : Out)
      C.Lower = StringRef(C.Text).lower();
    return std::move(Out);
  }

private:
  /// How much of \p Rest is read.
  size_t step(StringRef Rest) {
    constexpr StringRef But = " but ";
    bool Ends = (Rest.front() == '.' || Rest.front() == '?') &&
                (Rest.size() == 1 || Rest[1] == ' ');
    if (Ends || Rest.front() == ';') {
      endSentence(Rest.front() == '?');
      return 1;
    }
    if (Rest.starts_with(But)) {
      endSentence(false);
      return But.size();
    }
    if (Rest.starts_with(", "))
      Out.push_back({"", "", Out.back().Sentence, false});
    else
      Out.back().Text += Rest.front();
    return 1;
  }

  void endSentence(bool Asked) {
    unsigned Ended = Out.back().Sentence;
    for (Clause &C : Out)
      if (C.Sentence == Ended)
        C.Asked = Asked;
    Out.push_back({"", "", Ended + 1, false});
  }

  const std::string Plain;
  std::vector<Clause> Out;
};

} // namespace

std::vector<Clause> clausesOf(StringRef Text) {
  return ClauseCutter(withPlainSigns(Text)).run();
}

} // namespace warrant
