//===- SafetyCommentsFaults.cpp - Comments that are wrong as they stand ---===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conventions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using llvm::StringRef;

namespace warrant {
namespace {

/// Words near `safety` that mean something else.
bool isOtherWord(StringRef Word) {
  return llvm::StringSwitch<bool>(Word)
      .Cases("sanity", "safely", "safer", "surety", "satiety", "saved", true)
      .Default(false);
}

/// Whether \p Word, in lower case, was meant to be \p Marker: two letters
/// wrong at most, and none of the first.
bool isMeantFor(StringRef Word, StringRef Marker) {
  constexpr unsigned Most = 2;
  return Word != Marker && !Marker.empty() &&
         Word.size() + 1 >= Marker.size() && Word.front() == Marker.front() &&
         !isOtherWord(Word) &&
         Word.edit_distance(Marker, /*AllowReplacements=*/true, Most) <= Most;
}

/// The word before the colon or the tags with which \p Line begins.
StringRef leadingWord(StringRef Line) {
  StringRef Word =
      Line.take_while([](char C) { return llvm::isAlnum(C) || C == '_'; });
  StringRef Rest = Line.drop_front(Word.size()).ltrim();
  if (Rest.starts_with("("))
    Rest = Rest.split(')').second.ltrim();
  bool Marks = Rest.starts_with(":") && !Rest.starts_with("::");
  return Marks ? Word : StringRef();
}

class FaultFinder {
public:
  FaultFinder(const ScannedFile &F, const Config &C) : F(F) {
    Markers.push_back("safety");
    for (StringRef Marker : C.Markers)
      Markers.push_back(Marker.rtrim(':').lower());
    for (Property P : allProperties())
      Tags.push_back(toString(P));
    Tags.push_back("function");
  }

  std::vector<TextFault> run() {
    std::optional<unsigned> Open; // the run whose placeholders are told of
    for (const ScannedText &T : F.Texts) {
      if (!isPlaceholder(T) || Open != T.Run)
        readRejection(T);
      if (isPlaceholder(T))
        Open = T.Run;
      readTags(T.Safety);
    }
    for (const CommentRun &R : F.Runs)
      for (const CommentLine &L : linesOf(F, R))
        readLine(L);
    return std::move(Faults);
  }

private:
  static bool isPlaceholder(const ScannedText &T) {
    return T.Rejection == "empty" || T.Rejection == "a placeholder";
  }

  void readRejection(const ScannedText &T) {
    if (!T.Rejection)
      return;
    add(isPlaceholder(T) ? "placeholder" : "vacuous", T.Safety,
        "the SAFETY comment counts for nothing: " + *T.Rejection,
        T.Safety.Text);
  }

  void readTags(const SafetyText &T) {
    for (const std::string &Tag : T.Tags)
      if (!llvm::is_contained(Tags, Tag))
        add("unknown-tag", T,
            "'" + Tag + "' is no property" + didYouMean(Tag, Tags), Tag);
  }

  void readLine(const CommentLine &L) {
    std::string Word = leadingWord(L.Text).lower();
    if (Word.empty() || llvm::is_contained(Markers, Word))
      return;
    for (const std::string &Marker : Markers)
      if (isMeantFor(Word, Marker)) {
        std::string Written = leadingWord(L.Text).str();
        Faults.push_back({"misspelled", F.Comments[L.Comment].Begin, L.Line,
                          "'" + Written + ":' is no marker; did you mean '" +
                              StringRef(Marker).upper() + ":'?",
                          Written});
        return;
      }
  }

  void add(StringRef Kind, const SafetyText &T, std::string Message,
           StringRef Subject) {
    Faults.push_back(
        {Kind.str(), T.Offset, T.Line, std::move(Message), Subject.str()});
  }

  const ScannedFile &F;
  std::vector<std::string> Markers; ///< in lower case
  std::vector<StringRef> Tags;
  std::vector<TextFault> Faults;
};

} // namespace

std::vector<TextFault> CommentIndex::faults(const Config &C) const {
  std::vector<TextFault> Out = FaultFinder(*File, C).run();
  if (Conventions)
    llvm::append_range(Out, Conventions->Faults);
  return Out;
}

} // namespace warrant
