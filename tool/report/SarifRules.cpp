//===- SarifRules.cpp - The rules of a SARIF log --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifRules.h"
#include "SarifFindings.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace warrant;
using llvm::StringRef;

namespace {

/// `warrant-pointer-arithmetic-subscript` as `PointerArithmeticSubscript`.
std::string pascalCase(StringRef Check, StringRef Kind) {
  std::string Result;
  bool Upper = true;
  for (char C : (Check + "-" + Kind).str()) {
    if (llvm::isAlnum(C))
      Result += Upper ? llvm::toUpper(C) : C;
    Upper = !llvm::isAlnum(C);
  }
  return Result;
}

/// Our texts have no full stop; SARIF's are sentences.
std::string sentence(StringRef Text) {
  std::string Result = Text.rtrim(". \n").str();
  if (!Result.empty())
    Result[0] = llvm::toUpper(Result[0]);
  return Result + ".";
}

std::string requirements(const KindInfo &Kind) {
  std::string Result;
  for (Property P : allProperties())
    if (Kind.Required.contains(P))
      Result += "- `" + toString(P).str() + "`: " + meaning(P).str() + "\n";
  return Result;
}

std::string helpMarkdown(const CheckInfo &Check, const KindInfo &Kind) {
  std::string Result = sentence(Kind.Summary) + "\n\n";
  Result += StringRef(Check.Explanation).trim().str() + "\n";
  const std::string Required = requirements(Kind);
  if (!Required.empty())
    Result += "\n## What must hold\n\n" + Required;
  if (!StringRef(Check.BadExample).empty())
    Result += "\n## Caught\n\n```cpp\n" +
              StringRef(Check.BadExample).trim().str() + "\n```\n";
  if (!StringRef(Check.GoodExample).empty())
    Result += "\n## Documented\n\n```cpp\n" +
              StringRef(Check.GoodExample).trim().str() + "\n```\n";
  return Result;
}

/// `CWE-119` as code scanning spells it in tags, of which it shows ten.
Json tagsOf(const KindInfo *Kind, bool IsSecurity) {
  constexpr size_t Limit = 10;
  Json Tags = {"memory-safety", "documentation"};
  if (IsSecurity)
    Tags.push_back("security");
  if (!Kind)
    return Tags;
  for (StringRef Cwe : Kind->Refs.Cwe)
    if (Tags.size() < Limit)
      Tags.push_back("external/cwe/" + Cwe.lower());
  return Tags;
}

/// The least number for which code scanning uses our word.
StringRef securitySeverity(Severity Level) {
  switch (Level) {
  case Severity::High:
    return "7.0";
  case Severity::Medium:
    return "4.0";
  case Severity::Low:
    break;
  }
  return "0.1";
}

Json references(const KindInfo &Kind) {
  auto List = [](llvm::ArrayRef<llvm::StringLiteral> Names) {
    Json J = Json::array();
    for (StringRef Name : Names)
      J.push_back(Name.str());
    return J;
  };
  return {{"cwe", List(Kind.Refs.Cwe)},
          {"misraC2012", List(Kind.Refs.MisraC2012)},
          {"misraCpp2023", List(Kind.Refs.MisraCpp2023)},
          {"cert", List(Kind.Refs.Cert)},
          {"coreGuidelines", List(Kind.Refs.CoreGuidelines)}};
}

Json messageStrings(bool OfRemark) {
  Json Strings = Json::object();
  for (const auto &[Id, Text] : SarifMessages)
    if (Id == "gone" || (Id == "remark") == OfRemark)
      Strings[Id.str()] = {{"text", Text.str()}};
  return Strings;
}

} // namespace

SarifRules::SarifRules(llvm::ArrayRef<const CheckInfo *> Checks,
                       const Report &R, const Verdict &V) {
  for (const CheckInfo *Check : Checks)
    for (const KindInfo &Kind : Check->Kinds)
      add(Check->Name, &Kind, Kind.Name, Check);
  // A saved report may name kinds that this release does not know.
  for (const Site &S : R.Sites)
    if (!Index.count(id(S.Check, S.Kind)))
      add(S.Check, nullptr, S.Kind, nullptr);
  for (const Remark &M : R.Remarks)
    if (!Index.count(id(RemarkCheck, M.Kind)))
      add(RemarkCheck, nullptr, M.Kind, nullptr);
  for (const BaselineEntry &E : V.Stale)
    if (!Index.count(id(E.Check, E.Kind)))
      add(E.Check, nullptr, E.Kind, nullptr);
}

std::string SarifRules::id(StringRef Check, StringRef Kind) {
  return ("warrant-" + Check + "-" + Kind).str();
}

size_t SarifRules::indexOf(const std::string &Id) const {
  auto It = Index.find(Id);
  assert(It != Index.end() && "the constructor adds a rule for each finding");
  return It->second;
}

void SarifRules::add(StringRef Check, const KindInfo *Kind, StringRef Name,
                     const CheckInfo *Info) {
  const std::string Id = id(Check, Name);
  const bool OfRemark = Check == RemarkCheck;
  const std::string Short = Kind ? sentence(Kind->Summary)
                                 : sentence((Check + ": '" + Name + "'").str());
  const std::string Full = Info ? sentence(Info->Summary) : Short;
  Json Rule = {{"id", Id},
               {"name", pascalCase(Check, Name)},
               {"shortDescription", {{"text", Short}}},
               {"fullDescription", {{"text", Full}}}};
  const std::string Help = Kind ? helpMarkdown(*Info, *Kind) : Full + "\n";
  Rule["help"] = {{"text", Help}, {"markdown", Help}};
  Rule["messageStrings"] = messageStrings(OfRemark);
  const Severity Level = Kind ? Kind->Level : Severity::Low;
  Rule["defaultConfiguration"] = {
      {"level", sarifLevel(Level, Precision::Certain).str()}};
  // That the comment is missing is certain, whatever becomes of the operation.
  Json Properties = {{"tags", tagsOf(Kind, !OfRemark)},
                     {"precision", "very-high"}};
  if (OfRemark)
    Properties["problem.severity"] = "recommendation";
  else
    Properties["security-severity"] = securitySeverity(Level).str();
  if (Kind)
    Properties["references"] = references(*Kind);
  Rule["properties"] = std::move(Properties);
  Index.emplace(Id, Rules.size());
  Rules.push_back(std::move(Rule));
}
