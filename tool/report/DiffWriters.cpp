//===- DiffWriters.cpp - Differences as text, JSON and Markdown -----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonSite.h"
#include "Markdown.h"
#include "SourceText.h"
#include "Wording.h"
#include "warrant/Diff.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace warrant {
namespace {

std::string placeOf(const Site &S) {
  return printable(S.Where.File) + ":" + std::to_string(S.Where.Line) + ":" +
         std::to_string(S.Where.Column);
}

/// The status, with what says more of it.
std::string stateOf(const Site &S) {
  std::string Result = toString(S.State).str();
  if (S.Excuse)
    Result += ", excused";
  for (const Defect &D : S.Defects)
    Result += ", " + D.Id;
  return Result;
}

std::string counts(const ReportDiff &D) {
  return std::to_string(D.New.size()) + " new, " +
         std::to_string(D.Gone.size()) + " gone, " +
         std::to_string(D.Changed.size()) + " changed, " +
         std::to_string(D.Moved.size()) + " moved";
}

void addMembers(JsonStream &J, const Site &S, const Site *Old) {
  addText(J, "fingerprint", S.Fingerprint);
  addText(J, "check", S.Check);
  addText(J, "kind", S.Kind);
  J.attribute("status", toString(S.State));
  addTexts(J, "defects", map_range(S.Defects, [](const Defect &D) {
             return StringRef(D.Id);
           }));
  addText(J, "file", S.Where.File);
  J.attribute("line", S.Where.Line);
  J.attribute("column", S.Where.Column);
  addText(J, "function", S.Function);
  addText(J, "snippet", S.Snippet);
  if (Old)
    J.attributeObject("was", [&] { addMembers(J, *Old, nullptr); });
}

void addSites(JsonStream &J, StringRef Key, ArrayRef<const Site *> Sites) {
  J.attributeArray(Key, [&] {
    for (const Site *S : Sites)
      J.object([&] { addMembers(J, *S, nullptr); });
  });
}

void addPairs(JsonStream &J, StringRef Key, ArrayRef<SitePair> Pairs) {
  J.attributeArray(Key, [&] {
    for (const SitePair &P : Pairs)
      J.object([&] { addMembers(J, *P.New, P.Old); });
  });
}

/// One table; nothing where it would have no row.
void printTable(raw_ostream &OS, StringRef Title, StringRef Head,
                ArrayRef<std::string> Rows) {
  if (Rows.empty())
    return;
  OS << "\n### " << Title << " (" << Rows.size() << ")\n\n"
     << Head << "\n| --- | --- | --- |\n";
  for (const std::string &Row : Rows)
    OS << Row << '\n';
}

std::string row(const Site &S, const Twine &Last) {
  return ("| " + markdownCode(placeOf(S)) + " | " + markdownCode(S.Snippet) +
          " | " + Last + " |")
      .str();
}

std::vector<std::string> rows(ArrayRef<const Site *> Sites) {
  std::vector<std::string> Rows;
  for (const Site *S : Sites)
    Rows.push_back(row(*S, stateOf(*S) + " " + S->Kind));
  return Rows;
}

} // namespace

void writeDiffText(const ReportDiff &D, raw_ostream &OS) {
  for (const Site *S : D.New)
    OS << placeOf(*S) << ": new: " << stateOf(*S) << " '" << S->Kind
       << "': " << subjectOf(*S) << '\n';
  for (const SitePair &P : D.Changed)
    OS << placeOf(*P.New) << ": changed: " << stateOf(*P.Old) << " -> "
       << stateOf(*P.New) << " '" << P.New->Kind << "': " << subjectOf(*P.New)
       << '\n';
  for (const SitePair &P : D.Moved)
    OS << placeOf(*P.New) << ": moved: from " << placeOf(*P.Old) << " '"
       << P.New->Kind << "': " << subjectOf(*P.New) << '\n';
  for (const Site *S : D.Gone)
    OS << placeOf(*S) << ": gone: " << stateOf(*S) << " '" << S->Kind
       << "': " << subjectOf(*S) << '\n';
  OS << counts(D) << '\n';
}

void writeDiffJSON(const ReportDiff &D, raw_ostream &OS) {
  JsonStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("version", 1);
    J.attributeObject("summary", [&] {
      J.attribute("new", D.New.size());
      J.attribute("gone", D.Gone.size());
      J.attribute("changed", D.Changed.size());
      J.attribute("moved", D.Moved.size());
    });
    addSites(J, "new", D.New);
    addSites(J, "gone", D.Gone);
    addPairs(J, "changed", D.Changed);
    addPairs(J, "moved", D.Moved);
  });
  OS << '\n';
}

void writeDiffMarkdown(const ReportDiff &D, raw_ostream &OS) {
  OS << "**Raw memory:** " << counts(D) << '\n';
  printTable(OS, "New", "| place | operation | what |", rows(D.New));
  std::vector<std::string> Changed, Moved;
  for (const SitePair &P : D.Changed)
    Changed.push_back(row(*P.New, stateOf(*P.Old) + " -> " + stateOf(*P.New)));
  for (const SitePair &P : D.Moved)
    Moved.push_back(row(*P.New, "from " + markdownCode(placeOf(*P.Old))));
  printTable(OS, "Changed", "| place | operation | status |", Changed);
  printTable(OS, "Moved", "| place | operation | from |", Moved);
  printTable(OS, "Gone", "| place | operation | what |", rows(D.Gone));
}

} // namespace warrant
