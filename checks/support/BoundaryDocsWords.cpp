//===- BoundaryDocsWords.cpp - The words of a function's documentation ----===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BoundaryDocsWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <functional>

using llvm::StringRef;

namespace warrant {

static bool has(StringRef Lower, StringRef Phrase) {
  return findPhrase(Lower, Phrase) != StringRef::npos;
}

bool hasAny(StringRef Lower, std::initializer_list<StringRef> Phrases) {
  return llvm::any_of(Phrases, [&](StringRef P) { return has(Lower, P); });
}

bool isOneOf(StringRef Word, std::initializer_list<StringRef> Words) {
  return llvm::is_contained(Words, Word);
}

/// \p Text without `p->` and `p.`: what is said of a member is not said of the
/// pointer.
static std::string withoutMembers(StringRef Text) {
  std::string Out;
  for (StringRef Rest = Text; !Rest.empty();) {
    StringRef Word =
        Rest.take_while([](char C) { return llvm::isAlnum(C) || C == '_'; });
    StringRef Behind = Rest.drop_front(Word.size());
    bool Member = Behind.starts_with("->") ||
                  (Behind.size() > 1 && Behind[0] == '.' &&
                   (llvm::isAlpha(Behind[1]) || Behind[1] == '_'));
    if (Word.empty())
      Word = Rest.take_front(1);
    else if (Member)
      Out += '.';
    if (!Member || !llvm::isAlnum(Word.back()))
      Out += Word;
    Rest = Rest.drop_front(Word.size());
  }
  return Out;
}

/// Whether \p Text has \p P's name as a name, however it is marked. GNU's
/// manuals write it in capitals.
static bool names(StringRef Text, const DocSubject &P) {
  NamesInScope Named;
  for (const std::string &Name : P.Names) {
    Named.Near.insert(Name);
    std::string Upper = StringRef(Name).upper();
    if (Name.size() > 2 && Upper != "NULL")
      Named.Near.insert(Upper);
  }
  return !nameIn(withoutMembers(Text), Named).empty();
}

SubjectSet namedIn(StringRef Text, const DocFunction &F,
                   llvm::function_ref<bool(const DocSubject &)> Wanted) {
  SubjectSet Out;
  for (const auto &[I, P] : llvm::enumerate(F.Parameters))
    if (Wanted(P) && names(Text, P))
      Out.insert(I);
  return Out;
}

SubjectSet pointersNamedIn(StringRef Text, const DocFunction &F) {
  return namedIn(Text, F, [](const DocSubject &P) { return P.isPointer(); });
}

SubjectSet parametersWith(const DocFunction &F,
                          llvm::function_ref<bool(const DocSubject &)> Wanted) {
  SubjectSet Out;
  for (const auto &[I, P] : llvm::enumerate(F.Parameters))
    if (Wanted(P))
      Out.insert(I);
  return Out;
}

//===----------------------------------------------------------------------===//
// All of them
//===----------------------------------------------------------------------===//

/// The shape that \p Lower speaks of as a whole: "all strings".
static std::optional<std::function<bool(const DocSubject &)>>
universalIn(StringRef Lower) {
  using Shape = DocSubject::Shape;
  auto Quantified = [&](std::initializer_list<StringRef> Nouns) {
    std::vector<StringRef> Words = wordsOf(Lower);
    for (size_t I = 0; I < Words.size(); ++I) {
      if (!isOneOf(Words[I], Nouns))
        continue;
      for (size_t J = I < 5 ? 0 : I - 5; J < I; ++J)
        if (isOneOf(Words[J], {"all", "every", "each", "both", "any", "no",
                               "neither", "none"}))
          return true;
      // "Strings are", "pointers must".
      if (Words[I].ends_with("s") && I == 0 && I + 1 < Words.size() &&
          isOneOf(Words[I + 1], {"are", "must", "may", "can"}))
        return true;
    }
    return false;
  };
  using Test = std::function<bool(const DocSubject &)>;
  if (Quantified({"string", "strings"}))
    return Test([](const DocSubject &P) { return P.What == Shape::Text; });
  if (Quantified({"buffer", "buffers", "array", "arrays"}))
    return Test([](const DocSubject &P) { return P.hasLength(); });
  if (Quantified({"handle", "handles"}))
    return Test([](const DocSubject &P) { return P.What == Shape::Handle; });
  if (Quantified({"callback", "callbacks"}))
    return Test([](const DocSubject &P) { return P.What == Shape::Callback; });
  if (Quantified({"pointer", "pointers", "argument", "arguments", "parameter",
                  "parameters"}))
    return Test([](const DocSubject &P) { return P.isPointer(); });
  return std::nullopt;
}

SubjectSet allIn(StringRef Text, const DocFunction &F) {
  std::string Lower = Text.lower();
  auto Wanted = universalIn(Lower);
  if (!Wanted)
    return {};
  SubjectSet Out = parametersWith(F, *Wanted);
  if ((*Wanted)(F.Result) &&
      !hasAny(Lower, {"must", "argument", "arguments", "parameter",
                      "parameters", "passed", "input"}))
    Out.insert(ResultSubject);
  return Out;
}

//===----------------------------------------------------------------------===//
// The result
//===----------------------------------------------------------------------===//

bool beginsWithEnding(StringRef Lower) {
  std::vector<StringRef> Words = wordsOf(Lower);
  return Words.size() > 1 && Lower.ltrim().starts_with(Words[0]) &&
         isOneOf(Words[0], {"free", "frees", "close", "closes", "release",
                            "releases", "delete", "deletes", "destroy",
                            "destroys", "deallocate", "deallocates"});
}

size_t returnIn(StringRef Lower) {
  std::vector<StringRef> Words = wordsOf(Lower);
  auto Is = [&](size_t I, std::initializer_list<StringRef> Of) {
    return I < Words.size() && isOneOf(Words[I], Of);
  };
  size_t Behind = 0; // the word before
  for (size_t I = 0; I < Words.size(); ++I) {
    size_t At = Lower.find(Words[I], Behind);
    Behind = At + Words[I].size();
    bool OfTime = false;
    for (size_t J = I < 4 ? 0 : I - 4; J < I; ++J)
      OfTime |= Is(J, {"until", "before", "after", "once", "while", "has",
                       "have", "had"});
    if (OfTime)
      continue;
    if (Is(I, {"returns", "returned"}) ||
        (Is(I, {"result"}) && (I == 0 || Is(I - 1, {"the"}))))
      return At;
    if (Is(I, {"return"}) && (I == 0 || Is(I - 1, {"will", "the"}) ||
                              Is(I + 1, {"value", "values", "code", "null"})))
      return At;
  }
  return StringRef::npos;
}

size_t conditionIn(StringRef Lower, size_t From) {
  size_t First = StringRef::npos;
  for (StringRef Word : {" if ", " when ", " unless ", " where ", " in case "})
    First = std::min(First, Lower.find(Word, From));
  return First;
}

bool speaksOfFunctions(StringRef Lower) {
  if (!hasAny(Lower,
              {"function", "functions", "calls", "routines", "operations"}))
    return false;
  return hasAny(Lower, {"all", "every", "each", "no function", "none",
                        "unless otherwise", "in this header", "in this file",
                        "in this api", "in this library", "of this api",
                        "these functions"});
}

} // namespace warrant
