//===- SarifNotes.cpp - Notifications of a SARIF log ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifNotes.h"
#include "Wording.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace warrant;
using llvm::StringRef;

namespace {

/// In the order of Descriptors.
enum Kind : unsigned { UnitKind, CoverageKind, LeftOutKind, PolicyKind };

struct Descriptor {
  StringRef Id, Name, Short, Full, Help;
};

constexpr Descriptor Descriptors[] = {
    {"warrant-unit", "UnitNotAnalysed",
     "A unit was not, or not wholly, analysed.",
     "What this unit holds beyond what is reported was not audited.",
     "Run the scan on this unit alone to see why."},
    {"warrant-coverage", "NotAudited",
     "Something of the project was not audited.",
     "Code that no unit compiles is a blind spot of the audit.",
     "Add the files to the build that the compile commands come from."},
    {"warrant-left-out", "ResultsLeftOut", "Results are not in this log.",
     "What the reader of this log would show wrongly, or would not take, was "
     "left out.",
     "Write the log without a profile to see everything."},
    {"warrant-policy", "PolicyWarning", "The policy asks for attention.",
     "An excuse has expired or matches nothing, or the like.",
     "Mend the policy in the configuration."}};

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

Json note(Kind Of, StringRef Level, std::string Text) {
  if (!Text.empty())
    Text[0] = llvm::toUpper(Text[0]);
  Json J = Json::object();
  // SAFETY: Descriptors, a constant, has an element for each enumerator of Of.
  J["descriptor"]["id"] = Descriptors[Of].Id.str();
  J["descriptor"]["index"] = static_cast<unsigned>(Of);
  J["level"] = Level.str();
  J["message"]["text"] = StringRef(Text).rtrim('.').str() + ".";
  return J;
}

Json unitNote(const UnitSummary &U, const SarifPlaces &Places) {
  std::string Text = "The unit '" + U.File + "' " + fate(U.State).str();
  if (!U.Messages.empty())
    Text += ": " + U.Messages.front();
  const bool IsExpected = U.State == UnitStatus::Skipped || !U.Excuse.empty();
  Json J = note(UnitKind, IsExpected ? "note" : "error", Text);
  if (std::optional<Json> Artifact = Places.artifactLocation(U.File)) {
    Json Place = Json::object();
    Place["physicalLocation"]["artifactLocation"] = std::move(*Artifact);
    J["locations"] = Json::array({std::move(Place)});
  }
  return J;
}

} // namespace

Json warrant::notificationDescriptors() {
  Json All = Json::array();
  for (const Descriptor &D : Descriptors)
    All.push_back({{"id", D.Id.str()},
                   {"name", D.Name.str()},
                   {"shortDescription", {{"text", D.Short.str()}}},
                   {"fullDescription", {{"text", D.Full.str()}}},
                   {"help", {{"text", D.Help.str()}}}});
  return All;
}

Json warrant::executionNotifications(const Report &R, const Verdict &V,
                                     llvm::ArrayRef<std::string> LeftOut,
                                     const SarifPlaces &Places) {
  Json All = Json::array();
  for (const UnitSummary &U : R.Units)
    if (U.State != UnitStatus::Ok)
      All.push_back(unitNote(U, Places));
  if (R.Units.empty())
    for (const std::string &Reason : V.IncompleteReasons)
      All.push_back(note(CoverageKind, "error", Reason));
  if (const auto &Files = R.Blind.FilesInNoUnit; !Files.empty())
    All.push_back(note(CoverageKind, "note",
                       counted(Files.size(), "file") +
                           " in no unit: " + llvm::join(Files, ", ")));
  for (const std::string &Text : LeftOut)
    All.push_back(note(LeftOutKind, "note", Text));
  return All;
}

Json warrant::configurationNotifications(const Verdict &V) {
  Json All = Json::array();
  for (const std::string &Text : V.Warnings)
    All.push_back(note(PolicyKind, "warning", Text));
  return All;
}
