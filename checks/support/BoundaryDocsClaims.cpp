//===- BoundaryDocsClaims.cpp - What a function's documentation claims ----===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BoundaryDocsWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace warrant {
namespace {

constexpr ClaimPhrase Lengths[] = {
#define WARRANT_BOUNDARY_LENGTH(Words) {Property::Bounds, Words, Voice::Said},
#include "BoundaryDocs.def"
};

constexpr ClaimPhrase Boundary[] = {
#define WARRANT_BOUNDARY_CLAIM(Id, How, Words)                                 \
  {Property::Id, Words, Voice::How},
#include "BoundaryDocs.def"
};

/// What the lexicon's words do not answer here.
constexpr PropertySet OwnWords = {Property::Null, Property::Bounds,
                                  Property::Lifetime, Property::Ownership,
                                  Property::Layout};

bool isUnit(StringRef Word) {
  static constexpr StringRef Units[] = {
      "byte",       "bytes", "character", "element", "elements", "char",
      "chars",      "item",  "items",     "entry",   "entries",  "octets",
      "characters", "words", "values",    "ints",    "integers", "floats",
      "doubles",    "long",  "pointers"};
  return llvm::is_contained(Units, Word);
}

/// What is written in other ways, in one way.
constexpr std::pair<StringRef, StringRef> Spellings[] = {
    {"nullptr", "null"},
    {"a null pointer", "null"},
    {"null-pointer", "null"},
    {"null pointer", "null"},
    {"null-terminated", "nul-terminated"},
    {"null terminated", "nul-terminated"},
    {"zero terminated", "zero-terminated"},
    {"non null", "non-null"},
    // Who documents an interface says so of what must not be.
    {"may not be null", "must not be null"},
    {"none may be null", "must not be null"},
    {"no pointer may be null", "pointers must not be null"},
    {"no argument may be null", "arguments must not be null"},
    {"no parameter may be null", "parameters must not be null"},
    {"should be freed", "must be freed"},
    {"should be released", "must be released"},
    {"should be destroyed", "must be destroyed"},
    {"should be deallocated", "must be deallocated"},
    {"should be deleted", "must be deleted"},
    {"should be closed", "must be closed"},
    // What is copied to somebody's memory is not a copy of a parameter.
    {"copied to", "moved to"},
    {"copied into", "moved into"},
    {"copied from", "moved from"},
    {"unless otherwise stated", ""},
    {"unless otherwise noted", ""},
    {"unless otherwise specified", ""},
    {"unless otherwise documented", ""},
    {"unless stated otherwise", ""},
    {"unless noted otherwise", ""},
    {"unless specified otherwise", ""},
    {"unless documented otherwise", ""},
    {"unless noted", ""}};

void replaceAll(std::string &Text, StringRef From, StringRef To) {
  for (size_t At = findPhrase(Text, From); At != StringRef::npos;
       At = findPhrase(Text, From, At + To.size()))
    Text.replace(At, From.size(), std::string_view(To));
}

/// Constants that are null under another name: `Z_NULL`.
std::string withPlainNull(StringRef Text) {
  std::string Out;
  while (!Text.empty()) {
    StringRef Word =
        Text.take_while([](char C) { return llvm::isAlnum(C) || C == '_'; });
    if (Word.empty())
      Word = Text.take_front(1);
    Text = Text.drop_front(Word.size());
    Out += Word.ends_with("_null") ? "null" : Word.str();
  }
  return Out;
}

/// \p Text in lower case, without markup, spelled in one way.
std::string plainDoc(StringRef Text) {
  std::string Out;
  for (size_t I = 0; I < Text.size(); ++I) {
    bool Command = (Text[I] == '\\' || Text[I] == '@') && I + 2 < Text.size() &&
                   llvm::isAlpha(Text[I + 1]) && Text[I + 2] == ' ';
    if (Command)
      I += 2;
    else if (!StringRef("`*%#|\"").contains(Text[I]))
      Out += llvm::toLower(Text[I]);
  }
  // The annotations of GTK-doc are sentences of their own.
  for (size_t At = Out.find(") ("); At != std::string::npos;
       At = Out.find(") (", At))
    Out.replace(At, 2, "); ");
  Out = withPlainNull(Out);
  for (const auto &[From, To] : Spellings)
    replaceAll(Out, From, To);
  return Out;
}

/// Whether \p Word is a number, or the name of a parameter that is one.
bool isCount(StringRef Word, const DocFunction &F) {
  return llvm::isDigit(Word.front()) ||
         llvm::any_of(F.Parameters, [&](const DocSubject &P) {
           return P.What == DocSubject::Shape::Number &&
                  llvm::any_of(P.Names, [&](const std::string &Name) {
                    return Word.equals_insensitive(Name);
                  });
         });
}

/// What stands before a number that is a length: "of size n", "at least 16".
bool opensCount(StringRef Word) {
  static constexpr StringRef Words[] = {"size", "length", "least",
                                        "most", "count",  "exactly"};
  return llvm::is_contained(Words, Word);
}

/// Puts the counts of \p Text into \p Out: `len bytes`, `at least 16`.
void addCounts(StringRef Text, const DocFunction &F,
               std::set<std::string> &Out) {
  std::vector<StringRef> Words = wordsOf(Text);
  auto Add = [&](StringRef First, StringRef Second) {
    Out.insert((First + " " + Second).str());
  };
  for (size_t I = 0; I < Words.size(); ++I) {
    if (!isCount(Words[I], F))
      continue;
    if (I + 1 < Words.size() && isUnit(Words[I + 1]))
      Add(Words[I], Words[I + 1]);
    if (I > 0 && opensCount(Words[I - 1]))
      Add(Words[I - 1], Words[I]);
    if (I > 1 && Words[I - 2] == "at")
      Add(("at " + Words[I - 1]).str(), Words[I]);
  }
}

/// Whether \p Word is a function that ends what it gets: `api_free`.
bool isEnder(StringRef Word) {
  static constexpr StringRef Ends[] = {"_free",   "_destroy", "_delete",
                                       "_unref",  "_close",   "_release",
                                       "_dispose"};
  return llvm::any_of(Ends, [&](StringRef E) { return Word.ends_with(E); });
}

/// Puts into \p Out how \p Text says who ends what the function got or gave:
/// "Closes a handle", "use api_free() to ...".
void addEnding(StringRef Text, std::set<std::string> &Out) {
  static constexpr StringRef Before[] = {"call", "calling", "use", "using",
                                         "with", "via",     "by",  "to",
                                         "a",    "through"};
  std::vector<StringRef> Words = wordsOf(Text);
  if (beginsWithEnding(Text))
    Out.insert((Words[0] + " " + Words[1]).str());
  for (size_t I = 1; I < Words.size(); ++I)
    if (isEnder(Words[I]) && llvm::is_contained(Before, Words[I - 1]))
      Out.insert((Words[I - 1] + " " + Words[I]).str());
}

/// Puts the constants of \p Text, as written, that are errors into \p Out:
/// `Z_DATA_ERROR`.
void addErrorCodes(StringRef Text, std::set<std::string> &Out) {
  for (StringRef Word : wordsOf(Text))
    if (Word.ends_with("_ERROR") || Word.ends_with("_ERR"))
      Out.insert(Word.lower());
}

} // namespace

DocAnswers::DocAnswers(std::vector<DocStatement> Statements,
                       const DocFunction &F, bool Strict)
    : Said(std::move(Statements)), F(F), Strict(Strict),
      Phrases{
          {std::begin(Boundary), std::end(Boundary)}, OwnWords, tellsErrors},
      OfLengths{{std::begin(Lengths), std::end(Lengths)}, OwnWords} {
  for (DocStatement &S : Said) {
    addErrorCodes(S.Text, Codes);
    S.Text = plainDoc(S.Text);
    S.Whole = plainDoc(S.Whole);
    addCounts(S.Text, F, Counts);
    addEnding(S.Text, Endings);
  }
  for (const std::string &Count : Counts)
    Phrases.Phrases.push_back({Property::Bounds, Count, Voice::Said});
  for (const std::string &Ending : Endings)
    for (Property P : {Property::Lifetime, Property::Ownership})
      Phrases.Phrases.push_back({P, Ending, Voice::Said});
  for (const std::string &Code : Codes)
    Phrases.Phrases.push_back({Property::Errors, Code, Voice::Said});
}

/// Whether \p S is said of the subject \p Index where it is about \p P.
bool DocAnswers::speaksOf(const DocStatement &S, Property P,
                          unsigned Index) const {
  if (!S.About.count(Index) || (S.IsLength && P != Property::Bounds))
    return false;
  if (!S.Implied)
    return true;
  // What has no length is not meant by a sentence about lengths.
  return llvm::count_if(S.About, [&](unsigned I) {
           return P != Property::Bounds || I == ResultSubject ||
                  F.Parameters[I].hasLength();
         }) == 1;
}

/// What \p S says of errors: with its condition, and of whom it says so.
static std::string errorsText(const DocStatement &S) {
  const std::string &Text = S.Whole.empty() ? S.Text : S.Whole;
  return (S.About.count(ResultSubject) ? "returned: " : "") + Text;
}

PropertyAnswer DocAnswers::of(Property P, std::optional<unsigned> Index) const {
  PropertyAnswer Best = {PropertyOrigin::Missing, ""};
  for (const DocStatement &S : Said) {
    if (Index && !speaksOf(S, P, *Index))
      continue;
    PropertyAnswer Here =
        P == Property::Errors
            ? claimOf(errorsText(S), P, Phrases)
            : claimOf(S.Text, P, S.IsLength ? OfLengths : Phrases);
    if (P == Property::Errors && S.IsCode)
      Here = {PropertyOrigin::Text, "a value that is returned"};
    bool Answers = Here.first == PropertyOrigin::Text;
    if (Answers && Index && S.Implied && Strict) {
      Answers = false;
      Here = {PropertyOrigin::Missing,
              "'" + Here.second + "' names no parameter"};
    }
    if (Answers && !S.From.empty())
      Here.second += ", " + S.From;
    if (Answers)
      return Here;
    if (Best.second.empty())
      Best.second = Here.second;
  }
  return Best;
}

} // namespace warrant
