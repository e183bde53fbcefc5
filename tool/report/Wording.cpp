//===- Wording.cpp - How a site is put into words -------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Wording.h"
#include "SourceText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include <map>
#include <tuple>

using namespace warrant;
using llvm::StringRef;
using llvm::Twine;

namespace {

// An operation that is longer says little on a screen.
constexpr size_t LongestSnippet = 80;

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

/// A parameter in quotes; the result is not a name.
std::string quoted(StringRef Subject) {
  return Subject == "result" ? Subject.str() : "'" + printable(Subject) + "'";
}

} // namespace

std::string warrant::ofSubject(const PropertyState &P) {
  if (P.Subject.empty())
    return "";
  return (P.Subject == "result" ? " of the " : " of ") + quoted(P.Subject);
}

std::string warrant::namesOf(const Site &S, bool OnlyMissing) {
  // Parameters, then the result, then what is asked of the whole, so that this
  // doesn't look like the last subject's.
  using Key = std::tuple<bool, bool, StringRef>;
  std::map<Key, std::vector<StringRef>> Groups;
  for (const PropertyState &P : S.Properties)
    if (!OnlyMissing || P.Origin == PropertyOrigin::Missing)
      Groups[{P.Subject.empty(), P.Subject == "result", P.Subject}].push_back(
          toString(P.Name));
  std::vector<std::string> Texts;
  for (const auto &[Of, Names] : Groups)
    Texts.push_back((std::get<0>(Of) ? "" : quoted(std::get<2>(Of)) + ": ") +
                    llvm::join(Names, ", "));
  return llvm::join(Texts, "; ");
}

std::string warrant::counted(uint64_t Count, StringRef Noun) {
  return (Twine(Count) + " " + Noun + (Count == 1 ? "" : "s")).str();
}

std::string warrant::subjectOf(const Site &S) {
  StringRef Text = S.Snippet.empty() ? S.Kind : S.Snippet;
  std::string Result = "'" + shortened(Text, LongestSnippet) + "'";
  if (!S.Register.empty() && !StringRef(S.Snippet).contains(S.Register))
    Result += " of register '" + shortened(S.Register, LongestSnippet) + "'";
  if (!S.Function.empty() && S.Identity.empty())
    Result += " in '" + printable(S.Function) + "'";
  return Result;
}

std::string warrant::headlineOf(const Site &S) {
  std::string Result = toString(S.State).str() + " '" + S.Kind + "'";
  if (S.Sure != Precision::Certain)
    Result += " (" + toString(S.Sure).str() + ")";
  Result += ": " + subjectOf(S);
  if (S.State != Status::Documented && S.State != Status::Partial)
    return Result;
  if (const std::string Open = namesOf(S, /*OnlyMissing=*/true); !Open.empty())
    Result += " leaves open: " + Open;
  return Result;
}

std::vector<RelatedPlace> warrant::notesOf(const Site &S, bool All) {
  std::vector<RelatedPlace> Notes;
  if (!S.Rejection.empty())
    Notes.push_back(
        {S.Where, "the comment there justifies nothing: " + S.Rejection});
  for (const PropertyState &P : S.Properties)
    if (P.Origin == PropertyOrigin::Missing && !P.By.empty() &&
        S.State <= Status::Partial)
      Notes.push_back({S.Where, toString(P.Name).str() + ofSubject(P) +
                                    " stays open: " + P.By});
  const std::string Open = namesOf(S, /*OnlyMissing=*/true);
  if (All && !Open.empty() && S.State <= Status::Undocumented)
    Notes.push_back({S.Where, "nothing says why this holds: " + Open});
  for (const std::string &Each : S.Notes)
    if (All)
      Notes.push_back({S.Where, Each});
  Notes.insert(Notes.end(), S.Related.begin(), S.Related.end());
  if (S.Expansions.empty())
    return Notes;
  const size_t Others = S.Expansions.size() - 1;
  Notes.push_back(
      {*S.Expansions.begin(),
       "expanded here" + (Others ? " and at " + counted(Others, "other place")
                                 : std::string())});
  return Notes;
}

/// A hash, shortened, of a report that may be anyone's.
static std::string hash(StringRef Text) {
  std::string Result;
  llvm::copy_if(Text.take_front(12), std::back_inserter(Result), llvm::isAlnum);
  return Result.empty() ? "unknown" : Result;
}

std::string warrant::runOf(const RunInfo &Run) {
  std::string Revision = "no revision is known";
  if (!Run.Revision.empty())
    Revision =
        "revision " + hash(Run.Revision) + (Run.Dirty ? ", with changes" : "");
  return Revision + "; " + (Run.Strict ? "strict" : "standard") +
         " mode; configuration " + hash(Run.ConfigDigest) + "; commands " +
         hash(Run.CommandsDigest);
}
