//===- JsonReport.cpp - The report as JSON, and back ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonSite.h"
#include "warrant/Writers.h"
#include <tuple>

using namespace warrant;
using llvm::StringRef;

namespace {

constexpr unsigned FormatVersion = 1;

Json toJson(const RunInfo &Run) {
  return {{"revision", Run.Revision},
          {"dirty", Run.Dirty},
          {"configDigest", Run.ConfigDigest},
          {"commandsDigest", Run.CommandsDigest},
          {"configurations", Run.Configurations},
          {"mode", Run.Strict ? "strict" : "standard"}};
}

Json toJson(const Summary &S) {
  return {{"sites", S.Sites},
          {"unknown", S.Unknown},
          {"undocumented", S.Undocumented},
          {"partial", S.Partial},
          {"documented", S.Documented},
          {"proven", S.Proven},
          {"excused", S.Excused},
          {"defects", S.Defects},
          {"remarks", S.Remarks},
          {"vendoredFiles", S.VendoredFiles},
          {"vendoredSites", S.VendoredSites}};
}

Json toJson(const UnitSummary &U) {
  return {{"file", U.File},
          {"configuration", U.Configuration},
          {"status", toString(U.State).str()},
          {"messages", U.Messages}};
}

Json toJson(const std::pair<const std::string, FileSummary> &Entry) {
  const FileSummary &F = Entry.second;
  return {{"file", Entry.first},
          {"lines", F.Lines},
          {"functions", F.Functions},
          {"functionsWithOperations", F.FunctionsWithOperations},
          {"vendored", F.Vendored}};
}

Json toJson(const Report &R, const BlindSpots &Blind) {
  std::set<std::string> Failed, Skipped;
  for (const UnitSummary &U : R.Units) {
    if (U.State == UnitStatus::Skipped)
      Skipped.insert(U.File);
    else if (U.State != UnitStatus::Ok)
      Failed.insert(U.File);
  }
  return {{"unitsFailed", Failed},
          {"unitsSkipped", Skipped},
          {"filesInNoUnit", Blind.FilesInNoUnit},
          {"linesNeverLive", Blind.LinesNeverLive},
          {"indirectCalls", Blind.IndirectCalls},
          {"uninstantiatedPatterns", Blind.UninstantiatedPatterns}};
}

Json toJson(const Verdict &V) {
  return {{"exitStatus", V.exitStatus()},
          {"failures", V.Failures},
          {"incomplete", V.IncompleteReasons}};
}

/// Prints the members of the outermost object one at a time, so that a large
/// report is never in memory as a whole document.
class Members {
public:
  explicit Members(llvm::raw_ostream &OS) : OS(OS) { OS << '{'; }

  void value(StringRef Name, const Json &J) {
    begin(Name);
    printIndented(J, 2);
  }

  template <typename Range> void array(StringRef Name, const Range &Elements) {
    begin(Name);
    OS << '[';
    StringRef Separator = "\n    ";
    for (const auto &Element : Elements) {
      OS << Separator;
      printIndented(toJson(Element), 4);
      Separator = ",\n    ";
    }
    OS << (Elements.empty() ? "]" : "\n  ]");
  }

  void end() { OS << "\n}\n"; }

private:
  void begin(StringRef Name) {
    OS << (First ? "" : ",") << "\n  \"" << Name << "\": ";
    First = false;
  }

  // A line break inside a string is escaped, so each one is the printer's.
  void printIndented(const Json &J, unsigned Depth) {
    const std::string Text = print(J, /*Pretty=*/true);
    auto [Line, Rest] = StringRef(Text).split('\n');
    OS << Line;
    while (!Rest.empty()) {
      std::tie(Line, Rest) = Rest.split('\n');
      OS << '\n';
      OS.indent(Depth) << Line;
    }
  }

  llvm::raw_ostream &OS;
  bool First = true;
};

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
  return Run;
}

UnitSummary readUnitSummary(const JsonReader &J) {
  return {J.member("file").string(), J.member("configuration").string(),
          J.member("status").word(parseUnitStatus),
          readStrings(J.member("messages"))};
}

FileSummary readFile(const JsonReader &J) {
  return {J.member("lines").number(), J.member("functions").number(),
          J.member("functionsWithOperations").number(),
          J.member("vendored").boolean()};
}

BlindSpots readBlindSpots(const JsonReader &J) {
  return {readStrings(J.member("filesInNoUnit")),
          J.member("linesNeverLive").number(),
          J.member("indirectCalls").number(),
          J.member("uninstantiatedPatterns").number()};
}

} // namespace

llvm::Error warrant::writeJSON(const Report &R, const Verdict &V,
                               llvm::raw_ostream &OS) {
  Members Document(OS);
  Document.value("version", FormatVersion);
  Document.value("tool", {{"name", "warrant"},
                          {"version", WARRANT_VERSION},
                          {"llvm", WARRANT_LLVM_VERSION}});
  Document.value("run", ::toJson(R.Run));
  Document.value("summary", ::toJson(summarize(R)));
  Document.array("units", R.Units);
  Document.array("files", R.Files);
  Document.array("sites", R.Sites);
  Document.array("remarks", R.Remarks);
  Document.value("blindSpots", ::toJson(R, R.Blind));
  Document.value("offByCheck", Json(R.OffByCheck));
  Document.value("verdict", ::toJson(V));
  Document.end();
  return llvm::Error::success();
}

llvm::Expected<Report> warrant::readReport(StringRef Text) {
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
  Report R;
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
  if (llvm::Error Wrong = takeError(First))
    return std::move(Wrong);
  return R;
}
