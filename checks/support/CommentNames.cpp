//===- CommentNames.cpp - The names of the code in a comment --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which words of a comment could be names, which of them are written as code,
// and who promises what is said.
//
//===----------------------------------------------------------------------===//

#include "CommentWords.h"
#include "warrant/SafetyComments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using llvm::StringRef;

namespace warrant {
namespace {

bool isNameByte(char C) { return llvm::isAlnum(C) || C == '_'; }

/// A word in its text.
struct Occurrence {
  StringRef Word, Before, Behind;
};

std::vector<Occurrence> occurrencesIn(StringRef Text) {
  std::vector<Occurrence> Out;
  for (size_t At = 0; At < Text.size();) {
    StringRef Word = Text.drop_front(At).take_while(isNameByte);
    if (Word.empty()) {
      ++At;
      continue;
    }
    size_t End = At + Word.size();
    Out.push_back({Word, Text.take_front(At), Text.drop_front(End)});
    At = End;
  }
  return Out;
}

/// Whether \p Text begins with a sign of code, as `[` or ` < `.
bool opensCode(StringRef Text) {
  for (StringRef Sign : {"`", "(", "[", "->", "::", "++", "--"})
    if (Text.starts_with(Sign))
      return true;
  if (Text.size() > 1 && Text.front() == '.' && isNameByte(Text[1]))
    return true;
  StringRef Next = Text.ltrim();
  for (StringRef Sign : {"<", ">", "==", "!=", "+ ", "* ", "/ ", "% ", "- "})
    if (Next.starts_with(Sign))
      return true;
  return false;
}

bool closesCode(StringRef Text) {
  for (StringRef Sign : {"`", "[", "->", "::", "*", "&", "!", "~", "."})
    if (Text.ends_with(Sign))
      return true;
  StringRef Last = Text.rtrim();
  for (StringRef Sign : {"<", ">", "<=", ">=", "==", "!=", " +", " -", " /"})
    if (Last.ends_with(Sign))
      return true;
  return false;
}

/// Whether \p O has the shape of a name rather than of a word of prose.
bool readsAsCode(const Occurrence &O) {
  if (O.Word.contains('_') || llvm::any_of(O.Word, llvm::isDigit) ||
      llvm::any_of(O.Word.drop_front(), llvm::isUpper))
    return true;
  bool First = O.Before.find_if(llvm::isAlnum) == StringRef::npos;
  if (llvm::isUpper(O.Word.front()) && O.Word.size() > 1 && !First)
    return true;
  return opensCode(O.Behind) || closesCode(O.Before);
}

/// A word that is far more often English than a name.
bool isEnglish(StringRef Word) {
  return isFiller(Word) || llvm::StringSwitch<bool>(Word)
                               .Cases("in", "on", "at", "by", "or", "no", true)
                               .Cases("if", "not", "as", "both", "with", true)
                               .Cases("from", "one", "any", "each", true)
                               .Cases("only", "I", "A", true)
                               .Default(false);
}

/// What a function gives back has no name, and is said to be returned.
bool isResult(StringRef Word) {
  return Word.equals_insensitive("returns") ||
         Word.equals_insensitive("returned") ||
         Word.equals_insensitive("result");
}

} // namespace

std::set<std::string> possibleNames(StringRef Text) {
  std::set<std::string> Out;
  for (const Occurrence &O : occurrencesIn(Text)) {
    bool Address = O.Word.starts_with_insensitive("0x");
    if (Address || !llvm::isDigit(O.Word.front()))
      Out.insert(O.Word.str());
  }
  return Out;
}

std::string nameIn(StringRef Sentence, const NamesInScope &Names) {
  for (const Occurrence &O : occurrencesIn(Sentence)) {
    std::string Word = O.Word.str();
    bool AsCode = readsAsCode(O);
    bool Near = Names.Near.count(Word) && (AsCode || !isEnglish(Word));
    if (Near || (AsCode && Names.Far.count(Word)) ||
        (Names.AtDeclaration && isResult(Word)))
      return Word;
  }
  return "";
}

//===----------------------------------------------------------------------===//
// Backticks
//===----------------------------------------------------------------------===//

namespace {

/// Whether \p Span is an expression of names, and not a path, an option, a
/// file, a command or prose.
bool isExpression(StringRef Span) {
  constexpr StringRef Signs = " []()<>.,:*&+-%!=|~^?";
  bool Plain = llvm::all_of(
      Span, [&](char C) { return isNameByte(C) || Signs.contains(C); });
  if (!Plain || (Span.starts_with("-") && !Span.starts_with("->")))
    return false;
  std::vector<Occurrence> Words = occurrencesIn(Span);
  for (const Occurrence &O : Words) {
    StringRef Behind = O.Behind;
    // Two words in a row are prose, `mmap(2)` is a page of a manual.
    bool Prose = Behind.consume_front(" ") && !Behind.empty() &&
                 isNameByte(Behind.front());
    bool Page = O.Behind.size() > 2 && O.Behind[0] == '(' &&
                llvm::isDigit(O.Behind[1]) && O.Behind[2] == ')';
    bool File = O.Before.ends_with(".") &&
                llvm::StringSwitch<bool>(O.Word)
                    .Cases("c", "h", "cc", "cpp", "cxx", "hpp", "S", true)
                    .Cases("ld", "md", "txt", "py", "rs", "yaml", true)
                    .Default(false);
    if (Prose || Page || File)
      return false;
  }
  return true;
}

/// What \p Span names. Of a name of the standard library the unit may know
/// nothing, and so of what is behind a namespace.
void addNames(StringRef Span, std::set<std::string> &Out) {
  for (const Occurrence &O : occurrencesIn(Span)) {
    bool Qualified = O.Before.ends_with("::") || O.Behind.starts_with("::");
    if (!Qualified && !llvm::isDigit(O.Word.front()))
      Out.insert(O.Word.str());
  }
}

} // namespace

std::set<std::string> quotedNames(StringRef Text) {
  std::set<std::string> Out;
  for (auto [Before, Rest] = Text.split('`'); !Rest.empty();
       std::tie(Before, Rest) = Rest.split('`')) {
    Rest = Rest.ltrim('`'); // ``code``
    size_t End = Rest.find('`');
    if (End == StringRef::npos)
      return Out;
    StringRef Span = Rest.take_front(End).trim();
    if (isExpression(Span))
      addNames(Span, Out);
    Rest = Rest.drop_front(End).ltrim('`');
  }
  return Out;
}

//===----------------------------------------------------------------------===//
// The caller
//===----------------------------------------------------------------------===//

namespace {

bool isPromise(StringRef Word) {
#define WARRANT_PROMISE(Verb)                                                  \
  if (Word == Verb)                                                            \
    return true;
#include "Lexicon.def"
  return false;
}

/// "the caller guarantees", "callers have to ensure".
bool promises(llvm::ArrayRef<StringRef> Behind) {
  return llvm::any_of(Behind.take_front(2), isPromise);
}

/// "required from the caller", "ensured by all callers".
bool isPromisedBy(llvm::ArrayRef<StringRef> Before) {
  auto Is = [&](std::initializer_list<StringRef> Words) {
    return !Before.empty() && llvm::is_contained(Words, Before.back());
  };
  while (Is({"the", "its", "our", "all", "every", "each", "any"}))
    Before = Before.drop_back();
  if (!Is({"by", "from", "of"}))
    return false;
  // "Required by callers" is what they are given.
  bool By = Before.back() == "by";
  Before = Before.drop_back();
  return !Before.empty() && isPromise(Before.back()) &&
         !(By && Before.back() == "required");
}

} // namespace

std::string callersPromise(StringRef Text) {
  for (const Clause &C : clausesOf(Text)) {
    std::vector<StringRef> Words = wordsOf(C.Lower);
    for (size_t I = 0; I < Words.size(); ++I) {
      if (Words[I] != "caller" && Words[I] != "callers")
        continue;
      auto All = llvm::ArrayRef(Words);
      if (promises(All.drop_front(I + 1)) || isPromisedBy(All.take_front(I)))
        return StringRef(C.Text).trim().str();
    }
  }
  return "";
}

} // namespace warrant
