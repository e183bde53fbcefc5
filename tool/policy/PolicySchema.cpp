//===- PolicySchema.cpp - The policy as JSON, and its schema --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PolicyReader.h"

using namespace llvm;

namespace warrant {

static json::Array arrayOf(ArrayRef<std::string> Texts) {
  json::Array Result;
  for (const std::string &Text : Texts)
    Result.push_back(json::fixUTF8(Text));
  return Result;
}

static void addText(json::Object &Where, StringRef Key,
                    const std::string &Text) {
  if (!Text.empty())
    Where[Key] = json::fixUTF8(Text);
}

json::Value ruleAsJSON(const PolicyRule &R) {
  json::Object Result;
  if (!R.Paths.empty())
    Result["paths"] = arrayOf(R.Paths);
  if (!R.Forbid.empty())
    Result["forbid"] = arrayOf(R.Forbid);
  if (R.Budget)
    Result["budget"] = *R.Budget;
  json::Object Severities;
  for (const auto &[Name, Level] : R.Severities)
    Severities[json::fixUTF8(Name)] = toString(Level);
  if (!Severities.empty())
    Result["severity"] = std::move(Severities);
  if (R.Vendored)
    Result["vendored"] = true;
  if (R.Strict)
    Result["strict"] = *R.Strict;
  addText(Result, "reason", R.Reason);
  return Result;
}

json::Value excuseAsJSON(const PolicyExcuse &E) {
  json::Object Result{{"paths", arrayOf(E.Paths)}};
  if (!E.Names.empty())
    Result["names"] = arrayOf(E.Names);
  addText(Result, "reason", E.Reason);
  addText(Result, "owner", E.Owner);
  addText(Result, "expires", E.Expires);
  return Result;
}

static json::Object text(StringRef Description) {
  return json::Object{{"type", "string"}, {"description", Description}};
}

static json::Object texts(StringRef Description) {
  return json::Object{
      {"type", "array"},
      {"items", json::Object{{"type", "string"}, {"minLength", 1}}},
      {"description", Description}};
}

static json::Object listOf(json::Object Properties) {
  return json::Object{
      {"type", "array"},
      {"items", json::Object{{"type", "object"},
                             {"additionalProperties", false},
                             {"properties", std::move(Properties)}}}};
}

json::Object rulesSchema() {
  json::Object Levels{
      {"type", "object"},
      {"additionalProperties",
       json::Object{{"enum", json::Array{"high", "medium", "low"}}}},
      {"description", "the severity of checks and kinds"}};
  return listOf(json::Object{
      {"paths", texts("globs; everywhere if absent")},
      {"forbid", texts("globs over checks and kinds that must not occur")},
      {"budget", json::Object{{"type", "integer"},
                              {"minimum", 0},
                              {"description", "the most open sites"}}},
      {"severity", std::move(Levels)},
      {"vendored", json::Object{{"type", "boolean"},
                                {"description", "third-party code, too"}}},
      {"strict",
       json::Object{{"type", "boolean"},
                    {"description", "whether every property is asked for"}}},
      {"reason", text("why, for who meets it")}});
}

json::Object excusesSchema(bool OfUnits) {
  json::Object Properties{
      {"paths", texts("globs")},
      {"reason", text("why; without one the entry does nothing")},
      {"owner", text("who answers for it")},
      {"expires", json::Object{{"type", "string"},
                               {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
                               {"description", "the last day it holds"}}}};
  if (!OfUnits)
    Properties["names"] = texts("globs over checks, kinds and defects");
  return listOf(std::move(Properties));
}

} // namespace warrant
