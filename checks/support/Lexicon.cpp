//===- Lexicon.cpp - What a SAFETY comment's words claim ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/SafetyComments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace warrant {
namespace {

/// A letter, a digit, or a byte of a character beyond ASCII.
bool isWordByte(char C) {
  return llvm::isAlnum(C) || C == '_' || (static_cast<unsigned char>(C) & 0x80);
}

/// Lower case, with ASCII quotes and dots for the typographic ones.
std::string plain(StringRef Text) {
  std::string Out = Text.lower();
  const std::pair<StringRef, StringRef> Signs[] = {
      {"\u2026", "..."}, {"\u2019", "'"},  {"\u2018", "'"},  {"\u201c", "\""},
      {"\u201d", "\""},  {"\u2264", "<="}, {"\u2265", ">="}, {"\u2013", "-"},
      {"\u2014", "-"},   {"\u00a0", " "}};
  for (const auto &[From, To] : Signs)
    for (size_t At = Out.find(From); At != std::string::npos;
         At = Out.find(From, At + To.size()))
      Out.replace(At, From.size(), To.data(), To.size());
  return Out;
}

//===----------------------------------------------------------------------===//
// Rejection
//===----------------------------------------------------------------------===//

bool isFiller(StringRef Word) {
#define WARRANT_FILLER(Filler)                                                 \
  if (Word == Filler)                                                          \
    return true;
#include "Lexicon.def"
  return false;
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

/// \p Text without filler and punctuation: what it has to say.
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

/// Whether \p Text is nothing but the questions that a skeleton asks.
bool isSkeleton(StringRef Text) {
  Text = Text.trim();
  while (!Text.empty()) {
    const auto *Asked = llvm::find_if(allProperties(), [&](Property P) {
      return Text.starts_with(plain(question(P)));
    });
    if (Asked == allProperties().end())
      return false;
    Text = Text.drop_front(question(*Asked).size()).trim();
  }
  return true;
}

std::optional<std::string> emptyTalk(StringRef Gist) {
#define WARRANT_EMPTY_TALK(Phrase, Why)                                        \
  if (Gist == Phrase)                                                          \
    return Why;
#include "Lexicon.def"
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Claims
//===----------------------------------------------------------------------===//

/// Where \p Phrase stands in \p Text as words of their own, or npos.
size_t findPhrase(StringRef Text, StringRef Phrase, size_t From = 0) {
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

bool isHedged(StringRef Clause) {
#define WARRANT_HEDGE(Phrase)                                                  \
  if (findPhrase(Clause, Phrase) != StringRef::npos)                           \
    return true;
#include "Lexicon.def"
  return false;
}

/// Whether a negation stands right before \p At: "is not aligned".
bool isNegated(StringRef Clause, size_t At) {
  std::vector<StringRef> Before = wordsOf(Clause.take_front(At));
  if (Before.size() > 2)
    Before.erase(Before.begin(), Before.end() - 2);
  return llvm::any_of(Before, [](StringRef W) {
    return W == "not" || W == "never" || W == "without" || W.ends_with("n't") ||
           W == "nor" || W == "neither";
  });
}

/// The absence of these is the claim: "cannot overflow", "is not torn".
bool isClaimedByNegation(Property P) {
  return P == Property::Overflow || P == Property::Atomicity ||
         P == Property::Errors;
}

/// A comparison, as `i < n` or `n >= 4`, and not a template's brackets.
std::string findComparison(StringRef Clause) {
  for (size_t At = Clause.find_first_of("<>"); At != StringRef::npos;
       At = Clause.find_first_of("<>", At + 1)) {
    StringRef Sign = Clause.substr(At).starts_with("<=") ||
                             Clause.substr(At).starts_with(">=")
                         ? Clause.substr(At, 2)
                         : Clause.substr(At, 1);
    StringRef Left = Clause.take_front(At),
              Right = Clause.drop_front(At + Sign.size());
    bool Spaced = Left.ends_with(" ") && Right.starts_with(" ");
    bool Alone = Sign.front() == '<' && !Right.contains('>') && !Left.empty() &&
                 !Right.empty() && isWordByte(Left.back()) &&
                 isWordByte(Right.front());
    if (Spaced || Alone)
      return Sign.str();
  }
  return "";
}

struct Phrase {
  Property Name;
  StringRef Words;
};

/// The phrase of \p Clause that claims \p P, or nothing.
std::string findClaim(StringRef Clause, Property P) {
  static constexpr Phrase Phrases[] = {
#define WARRANT_CLAIM(Id, Words) {Property::Id, Words},
#include "Lexicon.def"
  };
  for (const Phrase &Entry : Phrases) {
    if (Entry.Name != P)
      continue;
    size_t At = findPhrase(Clause, Entry.Words);
    bool Counts = At != StringRef::npos &&
                  (isClaimedByNegation(P) || !isNegated(Clause, At));
    if (Counts)
      return Entry.Words.str();
  }
  return P == Property::Bounds ? findComparison(Clause) : "";
}

/// Sentences and what `;` and `but` part. A dot inside a word ends nothing.
std::vector<std::string> clausesOf(StringRef Text) {
  std::vector<std::string> Out(1);
  std::string Lower = plain(Text);
  for (size_t I = 0; I < Lower.size(); ++I) {
    StringRef Rest = StringRef(Lower).drop_front(I);
    bool Dot = (Rest.front() == '.' || Rest.front() == '?') &&
               (Rest.size() == 1 || Rest[1] == ' ');
    if (Dot || Rest.front() == ';' || Rest.starts_with(", ") ||
        Rest.starts_with(" but "))
      Out.emplace_back();
    else
      Out.back() += Rest.front();
  }
  return Out;
}

std::string findClaim(llvm::ArrayRef<std::string> Clauses, Property P) {
  for (StringRef Clause : Clauses)
    if (!isHedged(Clause))
      if (std::string Words = findClaim(Clause, P); !Words.empty())
        return Words;
  return "";
}

} // namespace

std::optional<std::string> rejectionOf(StringRef Text,
                                       llvm::ArrayRef<std::string> Reject) {
  std::string Plain = plain(Text);
  if (StringRef(Plain).trim().empty())
    return "empty";
  std::vector<StringRef> Words = wordsOf(Plain);
  if (Words.empty() || beginsWithPlaceholder(Words.front()) ||
      isSkeleton(Plain))
    return "a placeholder";
  std::string Gist = gist(Plain);
  if (Gist.empty())
    return "says nothing";
  if (std::optional<std::string> Why = emptyTalk(Gist))
    return Why;
  for (StringRef Entry : Reject)
    if (Gist == gist(plain(Entry)))
      return "a text that the configuration rejects";
  return std::nullopt;
}

std::vector<std::pair<Property, std::pair<PropertyOrigin, std::string>>>
addressedProperties(const SafetyText &Comment, PropertySet Required) {
  std::vector<std::pair<Property, std::pair<PropertyOrigin, std::string>>> Out;
  std::vector<std::string> Clauses = clausesOf(Comment.Text);
  for (Property P : allProperties()) {
    if (!Required.contains(P))
      continue;
    if (llvm::is_contained(Comment.Tags, toString(P))) {
      Out.push_back({P, {PropertyOrigin::Tagged, toString(P).str()}});
      continue;
    }
    std::string Words = findClaim(Clauses, P);
    Out.push_back(
        {P,
         {Words.empty() ? PropertyOrigin::Missing : PropertyOrigin::Text,
          Words}});
  }
  return Out;
}

} // namespace warrant
