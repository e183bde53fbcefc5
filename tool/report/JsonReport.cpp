//===- JsonReport.cpp - The report as JSON, and back ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonSite.h"
#include "warrant/Writers.h"

using namespace warrant;
using llvm::StringRef;

namespace {

constexpr unsigned FormatVersion = 1;

void addMembers(JsonStream &J, const RunInfo &Run) {
  addText(J, "revision", Run.Revision);
  J.attribute("dirty", Run.Dirty);
  addText(J, "configDigest", Run.ConfigDigest);
  addText(J, "commandsDigest", Run.CommandsDigest);
  addTexts(J, "configurations", Run.Configurations);
  J.attribute("mode", Run.Strict ? "strict" : "standard");
  if (!Run.Repository.empty())
    addText(J, "repository", Run.Repository);
  if (!Run.Checks.empty())
    addTexts(J, "checks", Run.Checks);
}

void addMembers(JsonStream &J, const Summary &S) {
  J.attribute("sites", S.Sites);
  J.attribute("unknown", S.Unknown);
  J.attribute("undocumented", S.Undocumented);
  J.attribute("partial", S.Partial);
  J.attribute("documented", S.Documented);
  J.attribute("proven", S.Proven);
  J.attribute("excused", S.Excused);
  J.attribute("defects", S.Defects);
  J.attribute("remarks", S.Remarks);
  J.attribute("vendoredFiles", S.VendoredFiles);
  J.attribute("vendoredSites", S.VendoredSites);
  J.attribute("new", S.New);
  J.attribute("known", S.Known);
}

void addMembers(JsonStream &J, const UnitSummary &U) {
  addText(J, "file", U.File);
  addText(J, "configuration", U.Configuration);
  J.attribute("status", toString(U.State));
  addTexts(J, "messages", U.Messages);
  addTextOrNull(J, "excuse", U.Excuse);
}

void addMembers(JsonStream &J,
                const std::pair<const std::string, FileSummary> &Entry) {
  const FileSummary &F = Entry.second;
  addText(J, "file", Entry.first);
  J.attribute("lines", F.Lines);
  J.attribute("functions", F.Functions);
  J.attribute("functionsWithOperations", F.FunctionsWithOperations);
  J.attribute("vendored", F.Vendored);
  J.attribute("publicFunctions", F.PublicFunctions);
  J.attribute("publicWithContract", F.PublicWithContract);
}

/// The blind spots of \p R.
void addBlindSpots(JsonStream &J, const Report &R) {
  std::set<std::string> Failed, Skipped;
  for (const UnitSummary &U : R.Units) {
    if (U.State == UnitStatus::Skipped)
      Skipped.insert(U.File);
    else if (U.State != UnitStatus::Ok)
      Failed.insert(U.File);
  }
  addTexts(J, "unitsFailed", Failed);
  addTexts(J, "unitsSkipped", Skipped);
  addTexts(J, "filesInNoUnit", R.Blind.FilesInNoUnit);
  J.attribute("linesNeverLive", R.Blind.LinesNeverLive);
  J.attribute("indirectCalls", R.Blind.IndirectCalls);
  J.attribute("uninstantiatedPatterns", R.Blind.UninstantiatedPatterns);
}

void addMembers(JsonStream &J, const BaselineEntry &E) {
  addText(J, "file", E.File);
  addText(J, "function", E.Function);
  addText(J, "check", E.Check);
  addText(J, "kind", E.Kind);
  addText(J, "operation", E.Operation);
  addText(J, "fingerprint", E.Fingerprint);
}

template <typename Range>
void addObjects(JsonStream &J, StringRef Key, const Range &Elements) {
  J.attributeArray(Key, [&] {
    for (const auto &Element : Elements)
      J.object([&] { addMembers(J, Element); });
  });
}

void addMembers(JsonStream &J, const Verdict &V) {
  J.attribute("exitStatus", V.exitStatus());
  addTexts(J, "failures", V.Failures);
  addTexts(J, "incomplete", V.IncompleteReasons);
  addTexts(J, "warnings", V.Warnings);
  addObjects(J, "stale", V.Stale);
}

template <typename T>
void addObject(JsonStream &J, StringRef Key, const T &Value) {
  J.attributeObject(Key, [&] { addMembers(J, Value); });
}

void addReport(JsonStream &J, const Report &R, const Verdict &V) {
  J.attribute("version", FormatVersion);
  J.attributeObject("tool", [&] {
    J.attribute("name", "warrant");
    J.attribute("version", WARRANT_VERSION);
    J.attribute("llvm", WARRANT_LLVM_VERSION);
  });
  addObject(J, "run", R.Run);
  addObject(J, "summary", summarize(R));
  addObjects(J, "units", R.Units);
  addObjects(J, "files", R.Files);
  addObjects(J, "sites", R.Sites);
  addObjects(J, "remarks", R.Remarks);
  J.attributeObject("blindSpots", [&] { addBlindSpots(J, R); });
  J.attributeObject("offByCheck", [&] {
    for (const auto &[Check, Count] : R.OffByCheck)
      J.attribute(Check, Count);
  });
  addObject(J, "verdict", V);
}

RunInfo readRun(const JsonReader &J) {
  RunInfo Run;
  Run.Revision = J.member("revision").string();
  Run.Dirty = J.member("dirty").boolean();
  Run.ConfigDigest = J.member("configDigest").string();
  Run.CommandsDigest = J.member("commandsDigest").string();
  Run.Configurations = readStrings(J.member("configurations"));
  const JsonReader Mode = J.member("mode");
  const std::string Word = Mode.string();
  if (Word != "strict" && Word != "standard")
    Mode.complain("unknown word '" + Word + "'");
  Run.Strict = Word == "strict";
  if (J.has("repository"))
    Run.Repository = J.member("repository").string();
  if (J.has("checks"))
    Run.Checks = readStrings(J.member("checks"));
  return Run;
}

UnitSummary readUnitSummary(const JsonReader &J) {
  return {J.member("file").string(), J.member("configuration").string(),
          J.member("status").word(parseUnitStatus),
          readStrings(J.member("messages")),
          readTextOrNull(J.member("excuse"))};
}

/// A count that reports of earlier releases do not have.
unsigned readAddedCount(const JsonReader &J, StringRef Name) {
  return J.has(Name) ? J.member(Name).number() : 0;
}

FileSummary readFile(const JsonReader &J) {
  return {J.member("lines").number(),
          J.member("functions").number(),
          J.member("functionsWithOperations").number(),
          J.member("vendored").boolean(),
          readAddedCount(J, "publicFunctions"),
          readAddedCount(J, "publicWithContract")};
}

BlindSpots readBlindSpots(const JsonReader &J) {
  return {readStrings(J.member("filesInNoUnit")),
          J.member("linesNeverLive").number(),
          J.member("indirectCalls").number(),
          J.member("uninstantiatedPatterns").number()};
}

BaselineEntry readStale(const JsonReader &J) {
  BaselineEntry E;
  E.File = J.member("file").string();
  E.Function = J.member("function").string();
  E.Check = J.member("check").string();
  E.Kind = J.member("kind").string();
  E.Operation = J.member("operation").string();
  E.Fingerprint = J.member("fingerprint").string();
  return E;
}

Verdict readVerdict(const JsonReader &J) {
  Verdict V;
  V.Failures = readStrings(J.member("failures"));
  V.IncompleteReasons = readStrings(J.member("incomplete"));
  V.Incomplete = !V.IncompleteReasons.empty();
  V.Warnings = readStrings(J.member("warnings"));
  J.member("stale").each(
      [&](JsonReader E) { V.Stale.push_back(readStale(E)); });
  return V;
}

} // namespace

llvm::Error warrant::writeJSON(const Report &R, const Verdict &V,
                               llvm::raw_ostream &OS) {
  JsonStream J(OS, /*IndentSize=*/2);
  J.object([&] { addReport(J, R, V); });
  OS << '\n';
  return llvm::Error::success();
}

llvm::Expected<SavedReport> warrant::readSavedReport(StringRef Text) {
  llvm::Expected<Json> Document = parseJson(Text);
  if (!Document)
    return Document.takeError();
  JsonReader::Mistake First;
  const JsonReader J(*Document, First);
  const unsigned Version = J.member("version").number();
  if (Version != FormatVersion)
    J.member("version").complain("expected version " +
                                 std::to_string(FormatVersion) + ", found " +
                                 std::to_string(Version));
  SavedReport Saved;
  Report &R = Saved.Audit;
  R.Run = readRun(J.member("run"));
  J.member("units").each(
      [&](JsonReader E) { R.Units.push_back(readUnitSummary(E)); });
  J.member("files").each(
      [&](JsonReader E) { R.Files[E.member("file").string()] = readFile(E); });
  J.member("sites").each([&](JsonReader E) { R.Sites.push_back(readSite(E)); });
  J.member("remarks").each(
      [&](JsonReader E) { R.Remarks.push_back(readRemark(E)); });
  R.Blind = readBlindSpots(J.member("blindSpots"));
  J.member("offByCheck").eachMember([&](const std::string &Name, JsonReader E) {
    R.OffByCheck[Name] = E.number();
  });
  Saved.Judged = readVerdict(J.member("verdict"));
  if (llvm::Error Wrong = takeError(First))
    return std::move(Wrong);
  return Saved;
}

llvm::Expected<Report> warrant::readReport(StringRef Text) {
  llvm::Expected<SavedReport> Saved = readSavedReport(Text);
  if (!Saved)
    return Saved.takeError();
  return std::move(Saved->Audit);
}
