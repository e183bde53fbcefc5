//===- Sarif.cpp - The report as SARIF 2.1.0 ------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JsonSite.h"
#include "SarifPlaces.h"
#include "SarifRules.h"
#include "Wording.h"
#include "warrant/Writers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace warrant;
using llvm::StringRef;

namespace {

/// SARIF wants an address with information about the tool, and Warrant has
/// none on the web; so the address holds the information.
constexpr llvm::StringLiteral Information =
    "data:text/plain,Warrant%20audits%20the%20raw-memory%20operations%20of%20"
    "C%20and%20C%2B%2B%20code.%20Its%20README.md%20and%20docs%20folder%20tell"
    "%20more.";

/// How far a result is indented in a log.
constexpr unsigned ResultDepth = 8;

/// Writes one run. Documented and proven sites are absent, and so is what is
/// vendored.
class SarifRun {
public:
  SarifRun(const Report &R, const Verdict &V, const SarifOptions &Options)
      : R(R), V(V), Rules(Options.Checks, R), Places(R, Options.Source) {}

  void write(JsonStream &J);

private:
  Json driver() const;
  Json invocation() const;
  std::optional<Json> notification(const UnitSummary &U) const;
  void addSite(const Site &S, JsonStream &Results);
  void addRemark(const Remark &M, JsonStream &Results);
  Json siteResult(const Site &S, StringRef Message, std::vector<std::string> A);
  Json relatedLocations(const Site &S);

  const Report &R;
  const Verdict &V;
  SarifRules Rules;
  SarifPlaces Places;
};

/// The message of \p Id with \p Arguments in it, as text too for the many
/// readers that look at nothing else.
Json message(StringRef Id, const std::vector<std::string> &Arguments) {
  const auto *Found = llvm::find_if(
      SarifMessages, [&](const auto &Entry) { return Entry.first == Id; });
  assert(Found != std::end(SarifMessages) && "only messages of the table");
  std::string Text;
  StringRef Rest = Found->second;
  while (!Rest.empty()) {
    auto [Before, After] = Rest.split('{');
    Text += Before;
    if (After.empty())
      break;
    Text += Arguments[After[0] - '0'];
    Rest = After.drop_front(2);
  }
  Json J = Json::object();
  J["text"] = Text;
  J["id"] = Id.str();
  J["arguments"] = Arguments;
  return J;
}

std::string names(const Site &S, bool OnlyMissing) {
  std::string Names = namesOf(S, OnlyMissing);
  return Names.empty() ? "see the rule" : Names;
}

/// Which message says what \p S lacks; empty where it lacks nothing.
StringRef messageOf(const Site &S) {
  switch (S.State) {
  case Status::Unknown:
    return "unknown";
  case Status::Undocumented:
    return S.Rejection.empty() ? "undocumented" : "rejected";
  case Status::Partial:
    return "partial";
  case Status::Documented:
  case Status::Proven:
    break;
  }
  return "";
}

StringRef defectLevel(Precision Sure) {
  switch (Sure) {
  case Precision::Certain:
    return "error";
  case Precision::Likely:
    return "warning";
  case Precision::Possible:
    break;
  }
  return "note";
}

StringRef fate(UnitStatus State) {
  switch (State) {
  case UnitStatus::Errors:
    return "does not parse; what was found in it is reported";
  case UnitStatus::Crashed:
    return "crashed the analysis";
  case UnitStatus::Timeout:
    return "ran out of time";
  case UnitStatus::Skipped:
    return "was skipped";
  case UnitStatus::Ok:
    break;
  }
  return "";
}

void addBaseline(Json &J, const std::optional<std::string> &Mark) {
  if (Mark)
    J["baselineState"] = *Mark == "new" ? "new" : "unchanged";
}

} // namespace

Json SarifRun::driver() const {
  Json J = {{"name", "warrant"},
            {"fullName", "Warrant, an audit of raw-memory operations"},
            {"version", WARRANT_VERSION},
            {"semanticVersion", WARRANT_VERSION},
            {"informationUri", Information.str()}};
  J["rules"] = Rules.json();
  Json Unit = Json::object();
  Unit["id"] = "warrant-unit";
  Unit["name"] = "UnitNotAnalysed";
  Unit["shortDescription"]["text"] = "A unit was not, or not wholly, analysed.";
  Unit["fullDescription"]["text"] =
      "What this unit holds beyond what is reported was not audited.";
  Unit["help"]["text"] = "Run the scan on this unit alone to see why.";
  J["notifications"] = Json::array({std::move(Unit)});
  return J;
}

std::optional<Json> SarifRun::notification(const UnitSummary &U) const {
  if (U.State == UnitStatus::Ok)
    return std::nullopt;
  std::string Text = "The unit '" + U.File + "' " + fate(U.State).str();
  if (!U.Messages.empty())
    Text += ": " + U.Messages.front();
  Json J = Json::object();
  J["descriptor"]["id"] = "warrant-unit";
  J["descriptor"]["index"] = 0;
  J["level"] = U.State == UnitStatus::Skipped ? "note" : "error";
  J["message"]["text"] = StringRef(Text).rtrim('.').str() + ".";
  if (std::optional<Json> Artifact = Places.artifactLocation(U.File)) {
    Json Place = Json::object();
    Place["physicalLocation"]["artifactLocation"] = std::move(*Artifact);
    J["locations"] = Json::array({std::move(Place)});
  }
  return J;
}

Json SarifRun::invocation() const {
  Json J = Json::object();
  J["executionSuccessful"] = !V.Incomplete;
  J["toolExecutionNotifications"] = Json::array();
  for (const UnitSummary &U : R.Units)
    if (std::optional<Json> Note = notification(U))
      J["toolExecutionNotifications"].push_back(std::move(*Note));
  return J;
}

Json SarifRun::relatedLocations(const Site &S) {
  Json All = Json::array();
  auto Add = [&](const Location &Where, const std::string &Text) {
    std::optional<Json> J = Places.location(Where);
    if (!J)
      return;
    (*J)["id"] = All.size() + 1;
    (*J)["message"]["text"] = Text;
    All.push_back(std::move(*J));
  };
  for (const RelatedPlace &P : S.Related)
    Add(P.Where, P.Message);
  for (const Location &Where : S.Expansions)
    Add(Where, "expanded here");
  return All;
}

Json SarifRun::siteResult(const Site &S, StringRef Message,
                          std::vector<std::string> Arguments) {
  const std::string Id = SarifRules::id(S.Check, S.Kind);
  Json J = Json::object();
  J["ruleId"] = Id;
  J["ruleIndex"] = Rules.indexOf(Id);
  J["level"] = sarifLevel(S.Level, S.Sure).str();
  J["message"] = message(Message, Arguments);
  J["locations"] = Json::array({Places.location(S)});
  if (Json Related = relatedLocations(S); !Related.empty())
    J["relatedLocations"] = std::move(Related);
  J["partialFingerprints"]["warrantFingerprint/v1"] = S.Fingerprint;
  addBaseline(J, S.Baseline);
  if (S.Excuse) {
    Json Suppression = Json::object();
    Suppression["kind"] = "external";
    Suppression["status"] = "accepted";
    Suppression["justification"] = *S.Excuse;
    J["suppressions"] = Json::array({std::move(Suppression)});
  }
  J["properties"] = {{"status", toString(S.State).str()},
                     {"precision", toString(S.Sure).str()},
                     {"severity", toString(S.Level).str()}};
  if (!S.Register.empty())
    J["properties"]["register"] = S.Register;
  return J;
}

void SarifRun::addSite(const Site &S, JsonStream &Results) {
  const std::string Operation = S.Snippet.empty() ? S.Kind : S.Snippet;
  const std::string In =
      S.Function.empty() ? std::string("(namespace scope)") : S.Function;
  for (const Defect &D : S.Defects) {
    Json J = siteResult(S, "defect", {Operation, In, D.Message});
    J["level"] = defectLevel(D.Sure).str();
    J["partialFingerprints"]["warrantFingerprint/v1"] =
        S.Fingerprint + "/" + D.Id;
    J["properties"]["defect"] = D.Id;
    addDocument(Results, J, ResultDepth);
  }
  const StringRef Message = messageOf(S);
  if (Message.empty())
    return;
  const bool OnlyMissing = S.State == Status::Partial;
  std::vector<std::string> Arguments = {Operation, In, names(S, OnlyMissing)};
  if (Message == "rejected")
    Arguments.push_back(S.Rejection);
  addDocument(Results, siteResult(S, Message, std::move(Arguments)),
              ResultDepth);
}

void SarifRun::addRemark(const Remark &M, JsonStream &Results) {
  const std::string Id = SarifRules::id(RemarkCheck, M.Kind);
  Json J = Json::object();
  J["ruleId"] = Id;
  J["ruleIndex"] = Rules.indexOf(Id);
  J["level"] = "note";
  J["message"] = message("remark", {M.Kind, M.Message});
  if (std::optional<Json> Place = Places.location(M.Where))
    J["locations"] = Json::array({std::move(*Place)});
  J["partialFingerprints"]["warrantFingerprint/v1"] = M.Fingerprint;
  addBaseline(J, M.Baseline);
  addDocument(Results, J, ResultDepth);
}

/// One result at a time, since there may be a million of them.
void SarifRun::write(JsonStream &J) {
  auto Add = [&](StringRef Key, const Json &Value) {
    J.attributeBegin(Key);
    addDocument(J, Value, ResultDepth - 2);
    J.attributeEnd();
  };
  Json Base = Json::object();
  Base[SourceRoot.str()]["description"]["text"] =
      "The root of the audited project.";
  Add("tool", {{"driver", driver()}});
  Add("automationDetails", {{"id", "warrant/"}});
  Add("invocations", Json::array({invocation()}));
  Add("originalUriBaseIds", Base);
  Add("properties", {{"revision", R.Run.Revision},
                     {"dirty", R.Run.Dirty},
                     {"configDigest", R.Run.ConfigDigest},
                     {"commandsDigest", R.Run.CommandsDigest},
                     {"configurations", R.Run.Configurations},
                     {"mode", R.Run.Strict ? "strict" : "standard"}});
  J.attribute("columnKind", "unicodeCodePoints");
  Add("artifacts", Places.artifacts());
  J.attributeArray("results", [&] {
    for (const Site &S : R.Sites)
      if (!isVendored(R, S))
        addSite(S, J);
    for (const Remark &M : R.Remarks)
      if (!isVendored(R, M))
        addRemark(M, J);
  });
}

llvm::Error warrant::writeSARIF(const Report &R, const Verdict &V,
                                const SarifOptions &Options,
                                llvm::raw_ostream &OS) {
  JsonStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    J.attribute("version", "2.1.0");
    J.attributeArray(
        "runs", [&] { J.object([&] { SarifRun(R, V, Options).write(J); }); });
  });
  OS << '\n';
  return llvm::Error::success();
}
