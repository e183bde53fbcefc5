//===- HtmlDetails.cpp - What the HTML page shows of one site -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HtmlData.h"
#include "llvm/ADT/STLExtras.h"

using namespace warrant;
using llvm::StringRef;

namespace {

/// Lines shown above and below a site.
constexpr unsigned Around = 4;
/// Macros may be used ten thousand times.
constexpr size_t MostExpansions = 50;

void addPlace(JsonStream &J, const Location &L, HtmlStrings &Text) {
  J.value(Text(L.File));
  J.value(L.Line);
  J.value(L.Column);
}

void addNumber(JsonStream &J, StringRef Key, StringRef Value,
               HtmlStrings &Text) {
  if (!Value.empty())
    J.attribute(Key, Text(Value));
}

void addProperties(JsonStream &J, const Site &S, HtmlStrings &Text) {
  if (S.Properties.empty())
    return;
  J.attributeArray("p", [&] {
    for (const PropertyState &P : S.Properties)
      J.array([&] {
        J.value(static_cast<unsigned>(P.Name));
        J.value(toString(P.Origin));
        J.value(Text(P.By));
        J.value(Text(P.Subject));
      });
  });
}

void addDefects(JsonStream &J, const Site &S, HtmlStrings &Text) {
  if (S.Defects.empty())
    return;
  J.attributeArray("d", [&] {
    for (const Defect &D : S.Defects)
      J.array([&] {
        J.value(Text(D.Id));
        J.value(toString(D.Sure));
        J.value(Text(D.Message));
      });
  });
}

void addPlaces(JsonStream &J, const Site &S, HtmlStrings &Text) {
  if (!S.Related.empty())
    J.attributeArray("r", [&] {
      for (const RelatedPlace &P : S.Related)
        J.array([&] {
          addPlace(J, P.Where, Text);
          J.value(Text(P.Message));
        });
    });
  if (S.Expansions.empty())
    return;
  J.attribute("xs", S.Expansions.size());
  J.attributeArray("x", [&] {
    size_t Count = 0;
    for (const Location &L : S.Expansions)
      if (Count++ < MostExpansions)
        J.array([&] { addPlace(J, L, Text); });
  });
}

template <typename Range>
void addNumbers(JsonStream &J, StringRef Key, const Range &All,
                HtmlStrings &Text) {
  if (All.empty())
    return;
  J.attributeArray(Key, [&] {
    for (StringRef Each : All)
      J.value(Text(Each));
  });
}

/// Without what a snippet leaves out.
std::string withoutSpace(StringRef Text) {
  std::string Result;
  llvm::copy_if(Text, std::back_inserter(Result),
                [](char C) { return !StringRef(" \t\r").contains(C); });
  return Result;
}

} // namespace

void HtmlData::addDetails(JsonStream &J, const Site &S,
                          HtmlStrings &Text) const {
  J.attributeArray("e", [&] {
    J.value(S.EndLine);
    J.value(S.EndColumn);
  });
  if (S.Comment)
    J.attributeArray("c", [&] {
      J.value(Text(S.Comment->Text));
      J.value(Text(S.Comment->File));
      J.value(S.Comment->Line);
      J.value(toString(S.Comment->Where));
    });
  addProperties(J, S, Text);
  addDefects(J, S, Text);
  addPlaces(J, S, Text);
  addNumbers(J, "n", S.Notes, Text);
  if (R.Run.Configurations.size() > 1)
    addNumbers(J, "configurations", S.Configurations, Text);
  addNumber(J, "macro", S.Macro, Text);
  addNumber(J, "register", S.Register, Text);
  addNumber(J, "proof", S.Proof, Text);
  addNumber(J, "rejection", S.Rejection, Text);
  if (S.Excuse)
    J.attribute("excuse", Text(*S.Excuse));
}

/// Whether the operations of the file still stand where they were seen. Those
/// of one line are enough to tell.
bool HtmlData::isAsScanned(size_t First, size_t Last) {
  for (size_t N = First; N != Last; ++N) {
    const Site &S = R.Sites[N];
    if (S.EndLine != S.Where.Line || S.Where.Column == 0 ||
        S.EndColumn < S.Where.Column || S.Snippet.empty())
      continue;
    std::optional<StringRef> Line = Source.line(S.Where.File, S.Where.Line);
    if (!Line)
      return false;
    const std::string There =
        withoutSpace(Line->slice(S.Where.Column - 1, S.EndColumn - 1));
    const std::string Seen = withoutSpace(S.Snippet);
    if (StringRef(There).contains("/*") || Seen.size() >= 100)
      continue;
    if (There != Seen)
      return false;
  }
  return true;
}

/// The lines around the sites, each once, as runs.
void HtmlData::addLines(JsonStream &J, size_t First, size_t Last,
                        HtmlStrings &Text) {
  std::set<unsigned> Wanted;
  for (size_t N = First; N != Last; ++N) {
    const Site &S = R.Sites[N];
    const unsigned End =
        std::min(std::max(S.EndLine, S.Where.Line), S.Where.Line + 10 * Around);
    for (unsigned Line = S.Where.Line - std::min(S.Where.Line, Around);
         Line <= End + Around; ++Line)
      Wanted.insert(Line);
  }
  const std::string &File = R.Sites[First].Where.File;
  for (auto It = Wanted.begin(); It != Wanted.end();) {
    const unsigned Start = *It;
    std::vector<unsigned> Run;
    for (unsigned Line = Start; It != Wanted.end() && *It == Line; ++It, ++Line)
      if (std::optional<StringRef> There = Source.line(File, Line))
        Run.push_back(Text(*There));
    if (Run.empty())
      continue;
    J.array([&] {
      J.value(std::max(Start, 1U));
      J.array([&] {
        for (unsigned Line : Run)
          J.value(Line);
      });
    });
  }
}

void HtmlData::addFile(JsonStream &J, size_t First, size_t Last) {
  HtmlStrings Text;
  J.attribute("first", First);
  const bool HasSource =
      Options.Source && Source.line(R.Sites[First].Where.File, 1).has_value();
  const bool IsChanged = HasSource && !isAsScanned(First, Last);
  J.attribute("changed", IsChanged);
  J.attributeArray("lines", [&] {
    if (HasSource && !IsChanged)
      addLines(J, First, Last, Text);
  });
  J.attributeArray("sites", [&] {
    for (size_t N = First; N != Last; ++N)
      J.object([&] { addDetails(J, R.Sites[N], Text); });
  });
  Text.write(J);
}

void HtmlData::writeFiles(llvm::raw_ostream &OS) {
  for (size_t First = 0; First != R.Sites.size();) {
    const std::string &File = R.Sites[First].Where.File;
    size_t Last = First;
    while (Last != R.Sites.size() && R.Sites[Last].Where.File == File)
      ++Last;
    addIsland(OS, "file-" + std::to_string(FileNumbers.at(File)),
              [&](JsonStream &J) { addFile(J, First, Last); });
    First = Last;
  }
}
