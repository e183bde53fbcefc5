//===- Claims.cpp - What a SAFETY comment's words claim -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A clause claims a property by a phrase of Lexicon.def, unless it asks,
// hedges or denies. Where names are given its sentence must have one of them.
//
//===----------------------------------------------------------------------===//

#include "CommentWords.h"
#include "warrant/SafetyComments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using llvm::StringRef;

namespace warrant {
namespace {

//===----------------------------------------------------------------------===//
// Hedges and denials
//===----------------------------------------------------------------------===//

std::string inQuotes(StringRef Text) { return "'" + Text.str() + "'"; }

/// Whether \p Phrase, at \p At, tells of a case rather than of what is claimed:
/// "null if the name is unknown".
bool tellsOfCase(StringRef Clause, StringRef Phrase, size_t At) {
  StringRef Before = Clause.take_front(At);
  return Phrase == "unknown" && (findPhrase(Before, "if") != StringRef::npos ||
                                 findPhrase(Before, "when") != StringRef::npos);
}

/// The first hedge of \p Clause, or nothing.
StringRef hedgeOf(StringRef Clause) {
#define WARRANT_HEDGE(Phrase)                                                  \
  if (size_t At = findPhrase(Clause, Phrase);                                  \
      At != StringRef::npos && !tellsOfCase(Clause, Phrase, At))               \
    return Phrase;
#include "Lexicon.def"
  return {};
}

/// Whether the hedge \p Phrase of \p C speaks of the clauses around it too:
/// ", hopefully" and ", unless ...".
bool hedgesSentence(const Clause &C, StringRef Phrase, bool First) {
  size_t At = findPhrase(C.Lower, Phrase);
  StringRef Lower = C.Lower;
  std::string Rest =
      (Lower.take_front(At) + " " + Lower.drop_front(At + Phrase.size())).str();
  bool Begins = gist(Lower.take_front(At)).empty();
  return gist(Rest).empty() || (Begins && !First);
}

bool isDenial(StringRef Word) {
  return Word.ends_with("n't") || llvm::StringSwitch<bool>(Word)
                                      .Cases("not", "never", "without", true)
                                      .Cases("nor", "neither", "cannot", true)
                                      .Default(false);
}

/// The words before \p At, the nearest first.
std::vector<StringRef> wordsBefore(StringRef Clause, size_t At) {
  std::vector<StringRef> Words = wordsOf(Clause.take_front(At));
  std::reverse(Words.begin(), Words.end());
  return Words;
}

/// Whether what begins at \p At is denied: "is not aligned", "out of bounds".
bool isDenied(StringRef Clause, size_t At, unsigned Window) {
  std::vector<StringRef> Words = wordsBefore(Clause, At);
  auto Is = [&](unsigned I, StringRef Word) {
    return I < Words.size() && Words[I] == Word;
  };
  unsigned Near = std::min<size_t>(Window, Words.size());
  return Is(0, "no") || (Is(0, "of") && Is(1, "out")) ||
         (Is(0, "longer") && Is(1, "no")) ||
         std::any_of(Words.begin(), Words.begin() + Near, isDenial);
}

/// The word that makes of what begins at \p At a mere chance, or nothing.
StringRef chanceOf(StringRef Clause, size_t At) {
  std::vector<StringRef> Words = wordsBefore(Clause, At);
  unsigned I = !Words.empty() && (Words[0] == "be" || Words[0] == "have");
  if (I >= Words.size())
    return {};
  return llvm::StringSwitch<StringRef>(Words[I])
      .Cases("may", "can", "could", Words[I])
      .Default({});
}

//===----------------------------------------------------------------------===//
// Phrases
//===----------------------------------------------------------------------===//

constexpr ClaimPhrase Phrases[] = {
#define WARRANT_CLAIM(Id, Words) {Property::Id, Words, Voice::Said},
#define WARRANT_CLAIM_EITHER(Id, Words) {Property::Id, Words, Voice::Either},
#define WARRANT_CLAIM_DENIED(Id, Words) {Property::Id, Words, Voice::Denied},
#include "Lexicon.def"
};

/// Where the next comparison of \p Clause stands, as in `i < n` or `n >= 4`;
/// not a template's brackets.
std::pair<size_t, StringRef> findComparison(StringRef Clause, size_t From) {
  for (size_t At = Clause.find_first_of("<>", From); At != StringRef::npos;
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
      return {At, Sign};
  }
  return {StringRef::npos, {}};
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

/// Reads one text for all properties.
class ClaimReader {
public:
  ClaimReader(StringRef Text, const NamesInScope *Names,
              const ClaimPhrases *Given = nullptr);

  /// Text with its words, or Missing with why what is there doesn't count.
  PropertyAnswer answer(Property P) const;
  /// The hedge where no clause is without one; else nothing.
  StringRef hedgeOfAll() const;

private:
  /// Something found, counting or with its flaw.
  struct Found {
    std::string Words;
    std::string Flaw;
    unsigned Weight = 0; ///< of the flaw: the heaviest is told of
  };

  Found judge(size_t I, size_t At, StringRef Words, Property P,
              Voice How) const;
  void look(size_t I, const ClaimPhrase &Entry, Found &Best) const;
  void lookForComparison(size_t I, Found &Best) const;
  bool needsName(Property P) const;
  void readHedges();
  void readNames();

  std::vector<Clause> Clauses;
  const NamesInScope *Names;
  const ClaimPhrases *Given;          ///< beside or instead of the lexicon
  std::vector<StringRef> Hedges;      ///< of each clause
  std::vector<std::string> Mentioned; ///< of each sentence: a name, or nothing
};

ClaimReader::ClaimReader(StringRef Text, const NamesInScope *Names,
                         const ClaimPhrases *Given)
    : Clauses(clausesOf(Text)), Names(Names), Given(Given) {
  readHedges();
  if (Names)
    readNames();
}

void ClaimReader::readHedges() {
  std::vector<StringRef> OfSentence(Clauses.back().Sentence + 1);
  for (size_t I = 0; I < Clauses.size(); ++I) {
    const Clause &C = Clauses[I];
    std::vector<StringRef> Words = wordsOf(C.Lower);
    bool Open = !Words.empty() && beginsWithPlaceholder(Words.front());
    Hedges.push_back(Open ? Words.front() : hedgeOf(C.Lower));
    bool First = !I || Clauses[I - 1].Sentence != C.Sentence;
    if (!Open && !Hedges[I].empty() && hedgesSentence(C, Hedges[I], First))
      OfSentence[C.Sentence] = Hedges[I];
  }
  for (size_t I = 0; I < Clauses.size(); ++I)
    if (Hedges[I].empty())
      Hedges[I] = OfSentence[Clauses[I].Sentence];
}

/// Whether \p Clause goes on with what the sentence before speaks of.
bool beginsWithPronoun(StringRef Clause) {
  std::vector<StringRef> Words = wordsOf(Clause);
  return !Words.empty() && llvm::StringSwitch<bool>(Words.front())
                               .Cases("it", "its", "they", "their", true)
                               .Cases("both", "neither", "these", "this", true)
                               .Default(false);
}

void ClaimReader::readNames() {
  Mentioned.resize(Clauses.back().Sentence + 1);
  for (const Clause &C : Clauses) {
    std::string &Name = Mentioned[C.Sentence];
    if (Name.empty())
      Name = nameIn(C.Text, *Names);
  }
  for (size_t I = 1; I < Clauses.size(); ++I) {
    std::string &Name = Mentioned[Clauses[I].Sentence];
    if (Name.empty() && beginsWithPronoun(Clauses[I].Lower))
      Name = Mentioned[Clauses[I - 1].Sentence];
  }
}

/// What stands at a declaration speaks of the function as a whole.
bool ClaimReader::needsName(Property P) const {
  if (!Names || !Names->AtDeclaration)
    return Names;
  return P != Property::Errors && P != Property::Convention &&
         P != Property::Thread && P != Property::Exclusive;
}

ClaimReader::Found ClaimReader::judge(size_t I, size_t At, StringRef Words,
                                      Property P, Voice How) const {
  const Clause &C = Clauses[I];
  unsigned Window = How == Voice::Denied ? 3 : 2;
  bool Denied = isDenied(C.Lower, At, Window);
  if (How == Voice::Denied && !Denied)
    return {};
  if (How == Voice::Said && Denied)
    return {"", inQuotes(Words) + " is denied", 1};
  StringRef Hedge = Hedges[I];
  if (Hedge.empty() && !Denied)
    Hedge = chanceOf(C.Lower, At);
  if (!Hedge.empty())
    return {"", inQuotes(Words) + " is hedged by " + inQuotes(Hedge), 2};
  if (C.Asked)
    return {"", inQuotes(Words) + " is asked, not said", 2};
  if (!needsName(P))
    return {Words.str(), "", 0};
  const std::string &Name = Mentioned[C.Sentence];
  if (Name.empty())
    return {"", inQuotes(Words) + " names no operand and no fact in scope", 3};
  return {Words.str() + ", said of " + inQuotes(Name), "", 0};
}

void ClaimReader::look(size_t I, const ClaimPhrase &Entry, Found &Best) const {
  StringRef Lower = Clauses[I].Lower;
  for (size_t At = findPhrase(Lower, Entry.Words);
       At != StringRef::npos && Best.Words.empty();
       At = findPhrase(Lower, Entry.Words, At + 1)) {
    if (Entry.Name == Property::Errors && Given && Given->TellsErrors &&
        !Given->TellsErrors(Clauses, I, Entry.Words, At))
      continue;
    Found Here = judge(I, At, Entry.Words, Entry.Name, Entry.How);
    if (!Here.Words.empty() || Here.Weight > Best.Weight)
      Best = std::move(Here);
  }
}

void ClaimReader::lookForComparison(size_t I, Found &Best) const {
  StringRef Lower = Clauses[I].Lower;
  auto [At, Sign] = findComparison(Lower, 0);
  while (At != StringRef::npos && Best.Words.empty()) {
    Found Here = judge(I, At, Sign, Property::Bounds, Voice::Said);
    if (!Here.Words.empty() || Here.Weight > Best.Weight)
      Best = std::move(Here);
    std::tie(At, Sign) = findComparison(Lower, At + 1);
  }
}

PropertyAnswer ClaimReader::answer(Property P) const {
  Found Best;
  llvm::ArrayRef<ClaimPhrase> Known = Phrases, More;
  if (Given && Given->Alone.contains(P))
    Known = {};
  if (Given)
    More = Given->Phrases;
  for (size_t I = 0; I < Clauses.size(); ++I) {
    for (llvm::ArrayRef<ClaimPhrase> From : {Known, More})
      for (const ClaimPhrase &Entry : From)
        if (Entry.Name == P)
          look(I, Entry, Best);
    if (P == Property::Bounds && !Known.empty())
      lookForComparison(I, Best);
    if (!Best.Words.empty())
      return {PropertyOrigin::Text, Best.Words};
  }
  return {PropertyOrigin::Missing, Best.Flaw};
}

StringRef ClaimReader::hedgeOfAll() const {
  StringRef Last;
  for (size_t I = 0; I < Clauses.size(); ++I) {
    if (gist(Clauses[I].Lower).empty())
      continue;
    if (Hedges[I].empty())
      return {};
    Last = Hedges[I];
  }
  return Last;
}

} // namespace

PropertyAnswer claimOf(StringRef Text, Property P, const ClaimPhrases &Given) {
  return ClaimReader(Text, nullptr, &Given).answer(P);
}

std::vector<StringRef> claimPhrases(Property P) {
  std::vector<StringRef> Out;
  for (const ClaimPhrase &Entry : Phrases)
    if (Entry.Name == P && Entry.How != Voice::Denied)
      Out.push_back(Entry.Words);
  return Out;
}

std::vector<std::pair<Property, PropertyAnswer>>
addressedProperties(const SafetyText &Comment, PropertySet Required,
                    const NamesInScope *Names) {
  std::vector<std::pair<Property, PropertyAnswer>> Out;
  ClaimReader Reader(Comment.Text, Names);
  StringRef Hedge = Names ? Reader.hedgeOfAll() : StringRef();
  for (Property P : allProperties()) {
    if (!Required.contains(P))
      continue;
    StringRef Tag = toString(P);
    if (!llvm::is_contained(Comment.Tags, Tag))
      Out.push_back({P, Reader.answer(P)});
    else if (Hedge.empty())
      Out.push_back({P, {PropertyOrigin::Tagged, Tag.str()}});
    else
      Out.push_back(
          {P,
           {PropertyOrigin::Missing,
            "tagged, but all of it is hedged by " + inQuotes(Hedge)}});
  }
  return Out;
}

} // namespace warrant
