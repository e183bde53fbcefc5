//===- HtmlData.cpp - What the HTML page is told --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// tool/report/html/data.js reads it. Numbers are places in lists; what is empty
// is left out or 0.
//
//===----------------------------------------------------------------------===//

#include "HtmlData.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace warrant;
using llvm::StringRef;

namespace {

/// filter.js has the same.
enum Flag : unsigned {
  Excused = 1,
  IsNew = 2,
  IsKnown = 4,
  NewSince = 8,
  ChangedSince = 16,
  Vendored = 32
};

unsigned missingOf(const Site &S) {
  static_assert(NumProperties <= 32, "they are the bits of a number");
  unsigned Mask = 0;
  for (const PropertyState &P : S.Properties)
    if (P.Origin == PropertyOrigin::Missing)
      Mask |= 1U << static_cast<unsigned>(P.Name);
  return Mask;
}

std::string defectIds(const Site &S) {
  std::set<StringRef> Ids;
  for (const Defect &D : S.Defects)
    Ids.insert(D.Id);
  return llvm::join(Ids, " ");
}

} // namespace

HtmlData::HtmlData(const Report &R, const Verdict &V,
                   const HtmlOptions &Options)
    : R(R), V(V), Options(Options), Source(this->Options.Source) {
  std::set<std::string> Names;
  for (const auto &[File, Facts] : R.Files)
    Names.insert(File);
  for (const Site &S : R.Sites) {
    Names.insert(S.Where.File);
    Kinds[{S.Check, S.Kind}];
  }
  Files.assign(Names.begin(), Names.end());
  for (const std::string &File : Files)
    FileNumbers.emplace(File, FileNumbers.size());
  unsigned Number = 0;
  for (auto &[Kind, Index] : Kinds)
    Index = Number++;
  if (!Options.Since)
    return;
  New.insert(Options.Since->New.begin(), Options.Since->New.end());
  for (const SitePair &Pair : Options.Since->Changed)
    Changed.insert(Pair.New);
}

void HtmlData::addFiles(JsonStream &J) const {
  J.attributeArray("files", [&] {
    for (const std::string &File : Files)
      J.array([&] {
        auto It = R.Files.find(File);
        const FileSummary Facts =
            It == R.Files.end() ? FileSummary() : It->second;
        addText(J, File);
        J.value(Facts.Lines);
        J.value(Facts.Functions);
        J.value(Facts.FunctionsWithOperations);
        J.value(Facts.Vendored ? 1 : 0);
      });
  });
}

unsigned HtmlData::flagsOf(const Site &S) const {
  unsigned Flags = 0;
  Flags |= S.Excuse ? Excused : 0;
  Flags |= S.Baseline == "new" ? IsNew : 0;
  Flags |= S.Baseline == "known" ? IsKnown : 0;
  Flags |= New.count(&S) ? NewSince : 0;
  Flags |= Changed.count(&S) ? ChangedSince : 0;
  Flags |= isVendored(R, S) ? Vendored : 0;
  return Flags;
}

void HtmlData::addColumns(JsonStream &J) const {
  HtmlStrings Text;
  auto Column = [&](StringRef Name, auto Value) {
    J.attributeArray(Name, [&] {
      for (const Site &S : R.Sites)
        J.value(Value(S));
    });
  };
  Column("kind", [&](const Site &S) { return Kinds.at({S.Check, S.Kind}); });
  Column("status",
         [](const Site &S) { return static_cast<unsigned>(S.State); });
  Column("sure", [](const Site &S) { return static_cast<unsigned>(S.Sure); });
  Column("file", [&](const Site &S) { return FileNumbers.at(S.Where.File); });
  Column("line", [](const Site &S) { return S.Where.Line; });
  Column("column", [](const Site &S) { return S.Where.Column; });
  Column("fn", [&](const Site &S) { return Text(S.Function); });
  Column("text", [&](const Site &S) { return Text(S.Snippet); });
  Column("missing", missingOf);
  Column("defects", [&](const Site &S) { return Text(defectIds(S)); });
  Column("flags", [&](const Site &S) { return flagsOf(S); });
  J.attributeArray("fp", [&] {
    for (const Site &S : R.Sites)
      addText(J, S.Fingerprint);
  });
  Text.write(J);
}

void HtmlData::write(llvm::raw_ostream &OS) {
  addIsland(OS, "head", [&](JsonStream &J) { addHead(J); });
  addIsland(OS, "site-data", [&](JsonStream &J) { addColumns(J); });
  writeFiles(OS);
}
