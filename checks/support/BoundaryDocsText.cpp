//===- BoundaryDocsText.cpp - Whom a doc comment speaks of ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BoundaryDocsWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <map>

using llvm::StringRef;

namespace warrant {
namespace {

using Shape = DocSubject::Shape;

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

/// Whether \p Lower begins with what stands for the one before.
bool beginsWithPronoun(StringRef Lower) {
  std::vector<StringRef> Words = wordsOf(Lower);
  if (Words.empty())
    return false;
  if (isOneOf(Words[0], {"this", "that", "these", "the"}))
    return Words.size() > 1 &&
           isOneOf(Words[1], {"pointer", "string", "value", "object", "buffer",
                              "memory", "is", "must", "may", "can"}) &&
           Words[0] != "the";
  return isOneOf(Words[0], {"it", "its", "they", "their", "both", "neither",
                            "which", "who"});
}

bool isOfFreeing(StringRef Lower) {
  return Lower.contains("_free") ||
         hasAny(Lower, {"free", "freed", "free()", "release", "released",
                        "destroy", "destroyed", "delete", "deleted",
                        "deallocate", "deallocated", "closed"});
}

bool hasSizeWord(StringRef Lower) {
  return hasAny(Lower, {"bytes", "characters", "chars", "elements", "entries",
                        "items", "octets", "buffer", "array", "string", "data",
                        "length", "size", "capacity"});
}

/// Reads one part, sentence by sentence.
class PartReader {
public:
  PartReader(const DocPart &Part, const DocFunction &F) : Part(Part), F(F) {}

  std::vector<DocStatement> run() {
    std::vector<Clause> All = clausesOf(Part.Text);
    for (size_t I = 0; I < All.size();) {
      size_t End = I;
      while (End < All.size() && All[End].Sentence == All[I].Sentence)
        ++End;
      readSentence(llvm::ArrayRef(All).slice(I, End - I));
      I = End;
    }
    return std::move(Out);
  }

private:
  void readSentence(llvm::ArrayRef<Clause> Clauses);
  std::vector<std::string> piecesOf(llvm::ArrayRef<Clause> Clauses) const;
  std::vector<DocStatement> read(StringRef Piece) const;
  std::vector<DocStatement> readResult(StringRef Piece, size_t Return) const;
  std::vector<DocStatement> readOwning(StringRef Piece, size_t Of) const;
  DocStatement readOwned(StringRef Piece) const;
  SubjectSet lengthOf(unsigned Number, StringRef Piece) const;
  DocStatement implied(StringRef Sentence) const;
  SubjectSet nounIn(StringRef Lower) const;
  SubjectSet given() const;

  const DocPart &Part;
  const DocFunction &F;
  SubjectSet Last; ///< of the sentence before
  std::vector<DocStatement> Out;
};

/// The clauses, enumerations of names in one with what is said of them.
std::vector<std::string>
PartReader::piecesOf(llvm::ArrayRef<Clause> Clauses) const {
  constexpr size_t Short = 4;
  std::vector<std::string> Pieces;
  bool Enumerates = false;
  for (const Clause &C : Clauses) {
    if (Enumerates)
      Pieces.back() += ", " + C.Text;
    else
      Pieces.push_back(C.Text);
    StringRef All = Pieces.back();
    StringRef Tail = C.Text;
    std::vector<StringRef> Words = wordsOf(Tail);
    bool EndsInName =
        !Words.empty() && parameterNamed(Words.back(), F).has_value();
    Enumerates = EndsInName && Words.size() <= Short && returnIn(All) != 0;
  }
  return Pieces;
}

void PartReader::readSentence(llvm::ArrayRef<Clause> Clauses) {
  std::vector<DocStatement> Said;
  std::string Before;
  for (const std::string &Piece : piecesOf(Clauses)) {
    std::vector<DocStatement> Here = read(Piece);
    if (Here.empty() && Said.empty()) {
      Before += (Before.empty() ? "" : ", ") + Piece;
    } else if (Here.empty()) {
      Said.back().Text += ", " + Piece;
    } else {
      if (!Before.empty())
        Here.front().Text = Before + ", " + Here.front().Text;
      Before.clear();
      llvm::append_range(Said, Here);
    }
  }
  if (Said.empty()) {
    if (StringRef(Before).trim().empty())
      return;
    Said.push_back(implied(Before));
  }
  // ", hopefully" speaks of the whole sentence.
  StringRef Tail = Clauses.back().Text;
  if (Clauses.size() > 1 && read(Tail).empty())
    for (DocStatement &S : llvm::MutableArrayRef(Said).drop_back())
      S.Text += ", " + Tail.str();
  for (DocStatement &S : Said) {
    if (Clauses.front().Asked)
      S.Text += "?";
    if (!S.About.empty() && !S.Implied)
      Last = S.About;
    Out.push_back(std::move(S));
  }
}

/// What \p Piece says of whom; nothing when it names nobody.
std::vector<DocStatement> PartReader::read(StringRef Piece) const {
  if (Part.What == DocPart::Kind::Parameter)
    return {readOwned(Piece)};
  std::string Lower = Piece.lower();
  size_t Return = returnIn(Lower);
  bool OfResult = Part.What != DocPart::Kind::Function ||
                  (Return != StringRef::npos && !beginsWithEnding(Lower));
  // "@return A copy. The caller keeps ownership of g."
  size_t Of = findPhrase(Lower, "ownership of");
  if (OfResult && Of != StringRef::npos && Return == StringRef::npos &&
      !hasAny(Lower, {"null"}))
    if (std::vector<DocStatement> Said = readOwning(Piece, Of);
        !Said.empty() && !Said.back().About.empty())
      return Said;
  if (OfResult)
    return readResult(Piece, Return == StringRef::npos ? 0 : Return);
  if (Of != StringRef::npos)
    if (std::vector<DocStatement> Said = readOwning(Piece, Of); !Said.empty())
      return Said;
  SubjectSet About = pointersNamedIn(Piece, F);
  if (About.empty())
    About = allIn(Piece, F);
  if (About.empty())
    return {};
  return {{Piece.str(), About}};
}

/// What is given back: the result, or where that is no pointer the only
/// parameter through which one is.
SubjectSet PartReader::given() const {
  SubjectSet Outs =
      parametersWith(F, [](const DocSubject &P) { return P.IsOut; });
  return !F.Result.isPointer() && Outs.size() == 1 ? Outs
                                                   : SubjectSet{ResultSubject};
}

/// "Returns NULL if buf is NULL": the head is said of the result, the tail of
/// whom it names.
std::vector<DocStatement> PartReader::readResult(StringRef Piece,
                                                 size_t Return) const {
  std::string Lower = Piece.lower();
  size_t At = conditionIn(Lower, Return);
  // "The returned string" may be the one that a parameter gets.
  bool Noun = Lower.find("returned ") != std::string::npos;
  DocStatement Head{Piece.take_front(At).str(),
                    Noun ? given() : SubjectSet{ResultSubject}};
  Head.IsCode = Part.What == DocPart::Kind::Code;
  std::vector<DocStatement> Both = {Head};
  if (At == StringRef::npos)
    return Both;
  // The condition is a part of what is said of the errors.
  Both.front().Text = Piece.str();
  StringRef Tail = Piece.drop_front(At);
  SubjectSet Named = pointersNamedIn(Tail, F);
  if (!Named.empty()) {
    Both.front().Text = Piece.take_front(At).str() + " if";
    Both.front().Whole = Piece.str();
    Both.push_back({Tail.str(), Named});
  }
  return Both;
}

/// "The tree takes ownership of the item" is said of the item. Nothing where
/// nobody is named.
std::vector<DocStatement> PartReader::readOwning(StringRef Piece,
                                                 size_t Of) const {
  constexpr StringRef Words = "ownership of";
  StringRef Whose = Piece.drop_front(Of + Words.size());
  for (StringRef End : {" to ", " is ", " pass", " by ", " from ", " stays "})
    Whose = Whose.take_front(Whose.find(End));
  SubjectSet Before = pointersNamedIn(Piece.take_front(Of), F);
  SubjectSet Owned = pointersNamedIn(Whose, F);
  if (Before.empty())
    return Owned.empty() ? std::vector<DocStatement>()
                         : std::vector<DocStatement>{{Piece.str(), Owned}};
  return {{Piece.take_front(Of).str(), Before}, {Piece.str(), Owned}};
}

/// What stands in the part of a parameter is said of that.
DocStatement PartReader::readOwned(StringRef Piece) const {
  DocStatement S{Piece.str(), {}};
  for (unsigned Owner : Part.Owners) {
    if (F.Parameters[Owner].isPointer()) {
      S.About.insert(Owner);
    } else if (F.Parameters[Owner].What == Shape::Number) {
      SubjectSet Counted = lengthOf(Owner, Piece);
      S.IsLength |= !Counted.empty();
      S.About.insert(Counted.begin(), Counted.end());
    }
  }
  return S;
}

/// Whose length the parameter \p Number is by what \p Piece says of it.
SubjectSet PartReader::lengthOf(unsigned Number, StringRef Piece) const {
  auto HasLength = [](const DocSubject &P) { return P.hasLength(); };
  SubjectSet Named = namedIn(Piece, F, HasLength);
  if (!Named.empty() || !hasSizeWord(Piece.lower()))
    return Named;
  if (Number > 0 && F.Parameters[Number - 1].hasLength())
    return {Number - 1};
  SubjectSet All = parametersWith(F, HasLength);
  return All.size() == 1 ? All : SubjectSet();
}

/// The only one that the noun in \p Lower can mean, or nothing.
SubjectSet PartReader::nounIn(StringRef Lower) const {
  auto Only = [&](llvm::function_ref<bool(const DocSubject &)> Wanted) {
    SubjectSet All = parametersWith(F, Wanted);
    if (Wanted(F.Result))
      All.insert(ResultSubject);
    return All.size() == 1 ? All : SubjectSet();
  };
  if (hasAny(Lower, {"string", "the text"}))
    return Only([](const DocSubject &P) { return P.What == Shape::Text; });
  if (hasAny(Lower, {"the buffer", "the array", "the memory", "the block"}))
    return Only([](const DocSubject &P) { return P.hasLength(); });
  if (hasAny(Lower, {"the handle"}))
    return Only([](const DocSubject &P) { return P.What == Shape::Handle; });
  if (hasAny(Lower, {"the callback"}))
    return Only([](const DocSubject &P) { return P.What == Shape::Callback; });
  return {};
}

/// A sentence without a name speaks of what the sentence before spoke of, or
/// of the only pointer that it can mean.
DocStatement PartReader::implied(StringRef Sentence) const {
  DocStatement S{Sentence.str(), {}};
  std::string Lower = Sentence.lower();
  if (!Last.empty() && beginsWithPronoun(Lower)) {
    S.About = Last;
    return S;
  }
  S.Implied = true;
  auto IsOther = [](const DocSubject &P) { return !P.isPointer(); };
  S.About = nounIn(Lower);
  if (!S.About.empty())
    return S;
  // What is said of a number is said of no pointer.
  if (!namedIn(Sentence, F, IsOther).empty() && !hasSizeWord(Lower))
    return S;
  if (Sentence.contains("->"))
    return S; // of a member
  S.About =
      parametersWith(F, [](const DocSubject &P) { return P.isPointer(); });
  if (beginsWithEnding(Lower)) {
    S.Implied = S.About.size() != 1;
    return S;
  }
  bool Given = isOfFreeing(Lower) || S.About.empty();
  if (Given && (F.Result.isPointer() || !given().count(ResultSubject))) {
    S.About = given();
    // Who has to free something means what he got.
    S.Implied = !isOfFreeing(Lower);
  }
  return S;
}

} // namespace

std::vector<DocStatement> readDoc(StringRef Lines, const DocFunction &F) {
  std::vector<DocStatement> Out;
  for (const DocPart &Part : partsOf(Lines, F))
    llvm::append_range(Out, PartReader(Part, F).run());
  return Out;
}

std::vector<DocStatement> readDocOf(unsigned Index, StringRef Lines,
                                    const DocFunction &F) {
  DocPart Part{DocPart::Kind::Parameter, {Index}, Lines.str()};
  std::replace(Part.Text.begin(), Part.Text.end(), '\n', ' ');
  return PartReader(Part, F).run();
}

std::vector<DocStatement> readHeadComment(StringRef Lines,
                                          const DocFunction &F) {
  std::vector<DocStatement> Out;
  for (const DocPart &Part : partsOf(Lines, DocFunction())) {
    std::map<unsigned, std::string> Sentences;
    for (const Clause &C : clausesOf(Part.Text)) {
      std::string &Text = Sentences[C.Sentence];
      Text += (Text.empty() ? "" : ", ") + C.Text + (C.Asked ? "?" : "");
    }
    for (auto &[Number, Text] : Sentences) {
      DocStatement S{std::move(Text), {}};
      S.About = allIn(S.Text, F);
      S.From = "the file's header says";
      if (!S.About.empty() || speaksOfFunctions(StringRef(S.Text).lower()))
        Out.push_back(std::move(S));
    }
  }
  return Out;
}

} // namespace warrant
