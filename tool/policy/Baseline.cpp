//===- Baseline.cpp - Baselines as text -----------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A line of JSON an entry: a diff shows each by itself, and version control
// merges lines. No line number is in it, and nothing that changes with every
// run.
//
//===----------------------------------------------------------------------===//

#include "warrant/Baseline.h"
#include "tool/report/JsonSite.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace warrant {

static constexpr unsigned FormatVersion = 1;
static constexpr StringLiteral VersionKey = "warrant-baseline";

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

static void addEntry(JsonStream &J, const BaselineEntry &E) {
  addText(J, "file", E.File);
  addText(J, "function", E.Function);
  addText(J, "check", E.Check);
  addText(J, "kind", E.Kind);
  addText(J, "operation", E.Operation);
  J.attribute("status", toString(E.State));
  if (!E.Defects.empty())
    addTexts(J, "defects", E.Defects);
  if (!E.Reason.empty())
    addText(J, "reason", E.Reason);
  addText(J, "fingerprint", E.Fingerprint);
}

void writeBaseline(ArrayRef<BaselineEntry> Entries, bool PerFolder,
                   raw_ostream &OS) {
  auto Line = [&](function_ref<void(JsonStream &)> Members) {
    JsonStream J(OS);
    J.object([&] { Members(J); });
    OS << '\n';
  };
  Line([&](JsonStream &J) {
    J.attribute(VersionKey, FormatVersion);
    if (PerFolder)
      J.attribute("perFolder", true);
  });
  for (const BaselineEntry &E : Entries)
    Line([&](JsonStream &J) { addEntry(J, E); });
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

static BaselineEntry readEntry(const JsonReader &J) {
  BaselineEntry E;
  E.File = J.member("file").string();
  E.Function = J.member("function").string();
  E.Check = J.member("check").string();
  E.Kind = J.member("kind").string();
  E.Operation = J.member("operation").string();
  E.State = J.member("status").word(parseStatus);
  if (J.has("defects"))
    E.Defects = readStrings(J.member("defects"));
  if (J.has("reason"))
    E.Reason = J.member("reason").string();
  E.Fingerprint = J.member("fingerprint").string();
  return E;
}

static bool isConflictMarker(StringRef Line) {
  return any_of(ArrayRef<StringRef>{"<<<<<<<", "|||||||", "=======", ">>>>>>>"},
                [&](StringRef Marker) { return Line.starts_with(Marker); });
}

namespace {

/// Reads one file; collects every mistake.
class BaselineReader {
public:
  BaselineReader(MemoryBufferRef Buffer, Baseline &B) : Buffer(Buffer), B(B) {}
  Error run();

private:
  void readLine(StringRef Line);
  void readHead(const JsonReader &J);
  void mistake(const Twine &What) {
    Mistakes.push_back((Buffer.getBufferIdentifier() + ":" + Twine(Number) +
                        ":1: error: " + What)
                           .str());
  }

  MemoryBufferRef Buffer;
  Baseline &B;
  unsigned Number = 0;
  bool HasHead = false;
  std::vector<std::string> Mistakes;
};

} // namespace

void BaselineReader::readHead(const JsonReader &J) {
  HasHead = true;
  if (J.member(VersionKey).number() != FormatVersion)
    J.member(VersionKey)
        .complain("this version of warrant reads version " +
                  std::to_string(FormatVersion));
  if (J.has("perFolder"))
    B.PerFolder = J.member("perFolder").boolean();
}

void BaselineReader::readLine(StringRef Line) {
  if (isConflictMarker(Line))
    return mistake("a conflict of git's: keep the lines of both sides, and run "
                   "'warrant baseline --prune'");
  Expected<Json> Document = parseJson(Line);
  if (!Document)
    return mistake(toString(Document.takeError()));
  JsonReader::Mistake First;
  const JsonReader J(*Document, First);
  if (HasHead)
    B.Entries.push_back(readEntry(J));
  else
    readHead(J);
  if (First)
    mistake(*First);
}

Error BaselineReader::run() {
  for (StringRef Line : split(Buffer.getBuffer(), '\n')) {
    ++Number;
    if (!Line.trim().empty())
      readLine(Line.rtrim('\r'));
  }
  if (!HasHead && Mistakes.empty())
    mistake("no line of a baseline");
  if (Mistakes.empty())
    return Error::success();
  return createStringError(inconvertibleErrorCode(), join(Mistakes, "\n"));
}

/// Of two entries of one fingerprint the one that accepts less stays.
static void unite(std::vector<BaselineEntry> &Entries) {
  sort(Entries, [](const BaselineEntry &A, const BaselineEntry &B) {
    return std::tie(A.Fingerprint, B.State, A) <
           std::tie(B.Fingerprint, A.State, B);
  });
  Entries.erase(std::unique(Entries.begin(), Entries.end(),
                            [](const BaselineEntry &A, const BaselineEntry &B) {
                              return A.Fingerprint == B.Fingerprint;
                            }),
                Entries.end());
  sort(Entries);
}

Error readBaseline(MemoryBufferRef Buffer, Baseline &B) {
  if (Error E = BaselineReader(Buffer, B).run())
    return E;
  unite(B.Entries);
  return Error::success();
}

} // namespace warrant
