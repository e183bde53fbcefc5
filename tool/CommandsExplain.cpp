//===- CommandsExplain.cpp - warrant explain ------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsExplain.h"
#include "CommandsDescribe.h"
#include "warrant/Config.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace warrant {

std::optional<CodePlace> parseCodePlace(StringRef Text) {
  auto [File, Last] = Text.rsplit(':');
  CodePlace Place;
  if (Last.getAsInteger(10, Place.Line) || File.empty())
    return std::nullopt;
  auto [Shorter, Middle] = File.rsplit(':');
  unsigned Line = 0;
  if (!Shorter.empty() && !Middle.getAsInteger(10, Line)) {
    Place.Column = Place.Line;
    Place.Line = Line;
    File = Shorter;
  }
  Place.File = File.str();
  return Place;
}

/// Every word that can be explained.
static SmallVector<StringRef, 64> explainableWords() {
  SmallVector<StringRef, 64> Words;
  for (const CheckInfo *Check : allChecks()) {
    Words.push_back(Check->Name);
    for (const KindInfo &Kind : Check->Kinds)
      Words.push_back(Kind.Name);
  }
  for (Property P : allProperties())
    Words.push_back(toString(P));
  return Words;
}

static Error unknownWord(StringRef Word) {
  std::string Hint = didYouMean(Word, explainableWords());
  if (Hint.empty() && sys::fs::exists(Word))
    Hint = "; add a line, as '" + Word.str() + ":1'";
  if (Hint.empty())
    Hint = "; 'warrant list --kinds' has those that there are";
  return createStringError(inconvertibleErrorCode(),
                           "no check, kind or property '" + Word + "'" + Hint);
}

/// Kinds of several checks may have one name, and a property may share it.
static std::string explainWord(StringRef Word) {
  std::string Text;
  raw_string_ostream OS(Text);
  auto Separate = [&] { OS << (Text.empty() ? "" : "\n"); };
  if (const CheckInfo *Check = findCheck(Word))
    describeCheck(*Check, OS);
  for (const CheckInfo *Check : allChecks()) {
    const KindInfo *Kind = findKind(*Check, Word);
    if (!Kind)
      continue;
    Separate();
    describeKind(*Check, *Kind, OS);
  }
  if (std::optional<Property> P = parseProperty(Word)) {
    Separate();
    describeProperty(*P, OS);
  }
  return Text;
}

int runExplain(const ExplainRequest &Request) {
  if (std::optional<CodePlace> Place = parseCodePlace(Request.What))
    return explainPlace(*Place, Request);
  std::string Text = explainWord(Request.What);
  return Text.empty() ? fail(unknownWord(Request.What)) : printOutput(Text);
}

} // namespace warrant
