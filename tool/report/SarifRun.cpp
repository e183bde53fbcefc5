//===- SarifRun.cpp - A run of a SARIF log -------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifRun.h"
#include "SarifNotes.h"
#include "Wording.h"
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

/// It shows no more places of a result; one is the result's own.
constexpr size_t GitHubRelated = 99;

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

} // namespace

Json SarifRun::driver() const {
  Json J = {{"name", "warrant"},
            {"fullName", "Warrant, an audit of raw-memory operations"},
            {"version", WARRANT_VERSION},
            {"semanticVersion", WARRANT_VERSION},
            {"informationUri", Information.str()}};
  J["rules"] = Rules.json();
  J["notifications"] = notificationDescriptors();
  return J;
}

Json SarifRun::invocation() const {
  Json J = Json::object();
  J["executionSuccessful"] = !V.Incomplete;
  J["toolExecutionNotifications"] =
      executionNotifications(R, V, LeftOut, Places);
  if (Json Notes = configurationNotifications(V); !Notes.empty())
    J["toolConfigurationNotifications"] = std::move(Notes);
  return J;
}

Json SarifRun::relatedLocations(const Site &S) {
  Json All = Json::array();
  auto Add = [&](const Location &Where, const std::string &Text) {
    std::optional<Json> J = Places.location(Where);
    const bool IsTooMuch =
        Options.Profile == SarifProfile::GitHub && All.size() == GitHubRelated;
    if (!J || IsTooMuch)
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

Json SarifRun::fixFor(const Site &S, const SourceFix &Fix) {
  auto Column = [&](unsigned Line, unsigned InBytes) {
    return Places.characterColumn(S.Where.File, Line, InBytes);
  };
  Json Replacements = Json::array();
  for (const TextEdit &E : Fix.Edits) {
    Json Replacement = Json::object();
    Replacement["deletedRegion"] = {
        {"startLine", E.Line},
        {"startColumn", Column(E.Line, E.Column)},
        {"endLine", E.EndLine},
        {"endColumn", Column(E.EndLine, E.EndColumn)}};
    Replacement["insertedContent"]["text"] = E.Text;
    Replacements.push_back(std::move(Replacement));
  }
  Json Change = Json::object();
  Change["artifactLocation"] = *Places.artifactLocation(S.Where.File);
  Change["replacements"] = std::move(Replacements);
  Json J = Json::object();
  J["description"]["text"] = Fix.Description;
  J["artifactChanges"] = Json::array({std::move(Change)});
  return J;
}

/// What results have in common.
Json SarifRun::resultOf(const SarifFinding &F, const std::string &Rule,
                        Json Message) const {
  Json J = Json::object();
  J["ruleId"] = Rule;
  J["ruleIndex"] = Rules.indexOf(Rule);
  J["level"] = levelOf(F).str();
  J["message"] = std::move(Message);
  if (F.baseline() && *F.baseline())
    J["baselineState"] = **F.baseline() == "new" ? "new" : "unchanged";
  return J;
}

Json SarifRun::fingerprints(const Location &Where, std::string Own) {
  Json J = Json::object();
  J["warrantFingerprint/v1"] = std::move(Own);
  if (std::optional<std::string> Hash = Places.lineHash(Where))
    J["primaryLocationLineHash"] = std::move(*Hash);
  return J;
}

Json SarifRun::siteMessage(const SarifFinding &F) const {
  const Site &S = *F.Open;
  std::vector<std::string> Arguments = {S.Snippet.empty() ? S.Kind : S.Snippet,
                                        S.Function.empty() ? "(namespace scope)"
                                                           : S.Function};
  if (F.Wrong) {
    Arguments.push_back(F.Wrong->Message);
    return message("defect", Arguments);
  }
  const std::string Names = namesOf(S, S.State == Status::Partial);
  Arguments.push_back(Names.empty() ? "see the rule" : Names);
  const StringRef Id = messageOf(S);
  if (Id == "rejected")
    Arguments.push_back(S.Rejection);
  return message(Id, Arguments);
}

Json SarifRun::siteResult(const SarifFinding &F) {
  const Site &S = *F.Open;
  Json J = resultOf(F, SarifRules::id(S.Check, S.Kind), siteMessage(F));
  J["locations"] = Json::array({Places.location(S)});
  if (Json Related = relatedLocations(S); !Related.empty())
    J["relatedLocations"] = std::move(Related);
  J["partialFingerprints"] = fingerprints(
      S.Where, F.Wrong ? S.Fingerprint + "/" + F.Wrong->Id : S.Fingerprint);
  if (S.Excuse) {
    Json Suppression = Json::object();
    Suppression["kind"] = "external";
    Suppression["status"] = "accepted";
    Suppression["justification"] = *S.Excuse;
    J["suppressions"] = Json::array({std::move(Suppression)});
  }
  auto Fix = Options.Fixes.find(&S);
  if (Fix != Options.Fixes.end() && !F.Wrong &&
      Places.artifactLocation(S.Where.File))
    for (const SourceFix &Each : Fix->second)
      J["fixes"].push_back(fixFor(S, Each));
  J["properties"] = {{"status", toString(S.State).str()},
                     {"precision", toString(S.Sure).str()},
                     {"severity", toString(S.Level).str()}};
  if (F.Wrong)
    J["properties"]["defect"] = F.Wrong->Id;
  if (!S.Register.empty())
    J["properties"]["register"] = S.Register;
  return J;
}

Json SarifRun::remarkResult(const SarifFinding &F) {
  const Remark &M = *F.Said;
  Json J = resultOf(F, SarifRules::id(RemarkCheck, M.Kind),
                    message("remark", {M.Kind, M.Message}));
  if (std::optional<Json> Place = Places.location(M.Where))
    J["locations"] = Json::array({std::move(*Place)});
  J["partialFingerprints"] = fingerprints(M.Where, M.Fingerprint);
  return J;
}

/// What the baseline knows and is no more. No baseline keeps lines, so it is
/// said of the file as a whole.
Json SarifRun::goneResult(const SarifFinding &F) {
  const BaselineEntry &E = *F.Gone;
  Json J = resultOf(
      F, SarifRules::id(E.Check, E.Kind),
      message("gone", {E.Operation.empty() ? E.Kind : E.Operation,
                       E.Function.empty() ? "(namespace scope)" : E.Function}));
  J["baselineState"] = "absent";
  if (std::optional<Json> Place = Places.wholeFile(E.File))
    J["locations"] = Json::array({std::move(*Place)});
  J["partialFingerprints"]["warrantFingerprint/v1"] = E.Fingerprint;
  return J;
}

/// Where the project is kept, which a log may be shown far from.
Json SarifRun::provenance() const {
  Json J = Json::object();
  J["repositoryUri"] = R.Run.Repository;
  if (!R.Run.Revision.empty())
    J["revisionId"] = R.Run.Revision;
  J["mappedTo"]["uriBaseId"] = SourceRoot.str();
  return J;
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
  if (!R.Run.Repository.empty())
    Add("versionControlProvenance", Json::array({provenance()}));
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
    for (const SarifFinding &F : Findings)
      addDocument(J,
                  F.Open   ? siteResult(F)
                  : F.Said ? remarkResult(F)
                           : goneResult(F),
                  ResultDepth);
  });
}
