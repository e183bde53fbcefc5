//===- PolicyReader.cpp - The policy of .warrant.yaml ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PolicyReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"

using namespace llvm;

namespace warrant {
namespace {

/// How the value of one key of an entry is read.
template <typename Entry> struct EntryKey {
  StringLiteral Name;
  void (*Read)(YamlValues &Values, yaml::Node &N, SMLoc At, Entry &E);
};

/// Whether a check, a kind or with \p Defects any name is matched.
bool namesSomething(StringRef Glob) {
  Expected<GlobPattern> Pattern = GlobPattern::create(Glob);
  if (!Pattern) {
    consumeError(Pattern.takeError());
    return false;
  }
  return any_of(allChecks(), [&](const CheckInfo *Check) {
    return Pattern->match(Check->Name) ||
           any_of(Check->Kinds, [&](const KindInfo &Kind) {
             return Pattern->match(Kind.Name);
           });
  });
}

void checkName(YamlValues &Values, StringRef Glob, SMLoc At) {
  if (namesSomething(Glob))
    return;
  SmallVector<StringRef, 64> Names;
  for (const CheckInfo *Check : allChecks()) {
    Names.push_back(Check->Name);
    for (const KindInfo &Kind : Check->Kinds)
      Names.push_back(Kind.Name);
  }
  Values.mistake(At, "'" + Glob + "' matches no check and no kind" +
                         didYouMean(Glob, Names));
}

std::vector<std::string> readPaths(YamlValues &Values, yaml::Node &N,
                                   SMLoc At) {
  return Values.list(N, At, ValueForm::PathGlob)
      .value_or(std::vector<std::string>());
}

std::string readText(YamlValues &Values, yaml::Node &N, SMLoc At) {
  return Values.text(N, At).value_or("");
}

void readForbid(YamlValues &Values, yaml::Node &N, SMLoc At, PolicyRule &R) {
  R.Forbid = Values.list(N, At, ValueForm::Text).value_or(R.Forbid);
  for (StringRef Glob : R.Forbid)
    checkName(Values, Glob, startOf(N, At));
}

void readBudget(YamlValues &Values, yaml::Node &N, SMLoc At, PolicyRule &R) {
  if (std::optional<int64_t> Most = Values.integer(N, At, 0, UINT32_MAX))
    R.Budget = static_cast<unsigned>(*Most);
}

void readSeverity(YamlValues &Values, yaml::Node &N, SMLoc At, PolicyRule &R) {
  auto *Map = dyn_cast<yaml::MappingNode>(&N);
  if (!Map)
    return Values.mistake(startOf(N, At),
                          "expected a mapping, as '{subscript: low}', not " +
                              describe(N));
  for (yaml::KeyValueNode &Each : *Map) {
    auto *Key = dyn_cast_or_null<yaml::ScalarNode>(Each.getKey());
    yaml::Node *Value = Key ? Each.getValue() : nullptr;
    if (!Value)
      continue;
    SmallString<32> Storage;
    std::string Name = Key->getValue(Storage).str();
    checkName(Values, Name, startOf(*Key, At));
    std::string Word = readText(Values, *Value, At);
    if (std::optional<Severity> Level = parseSeverity(Word))
      R.Severities.push_back({Name, *Level});
    else
      Values.mistake(startOf(*Value, At),
                     "'" + Word + "' is none of high, medium and low");
  }
}

constexpr EntryKey<PolicyRule> RuleKeys[] = {
    {"paths", [](YamlValues &V, yaml::Node &N, SMLoc At,
                 PolicyRule &R) { R.Paths = readPaths(V, N, At); }},
    {"forbid", readForbid},
    {"budget", readBudget},
    {"severity", readSeverity},
    {"vendored", [](YamlValues &V, yaml::Node &N, SMLoc At,
                    PolicyRule &R) { R.Vendored = V.boolean(N, At) == true; }},
    {"strict", [](YamlValues &V, yaml::Node &N, SMLoc At,
                  PolicyRule &R) { R.Strict = V.boolean(N, At); }},
    {"reason", [](YamlValues &V, yaml::Node &N, SMLoc At,
                  PolicyRule &R) { R.Reason = readText(V, N, At); }},
};

void readExpiry(YamlValues &Values, yaml::Node &N, SMLoc At, PolicyExcuse &E) {
  E.Expires = readText(Values, N, At);
  if (!isDate(E.Expires))
    Values.mistake(startOf(N, At),
                   "expected a day, as '2026-12-31', not '" + E.Expires + "'");
}

constexpr EntryKey<PolicyExcuse> ExcuseKeys[] = {
    {"paths", [](YamlValues &V, yaml::Node &N, SMLoc At,
                 PolicyExcuse &E) { E.Paths = readPaths(V, N, At); }},
    {"reason", [](YamlValues &V, yaml::Node &N, SMLoc At,
                  PolicyExcuse &E) { E.Reason = readText(V, N, At); }},
    {"owner", [](YamlValues &V, yaml::Node &N, SMLoc At,
                 PolicyExcuse &E) { E.Owner = readText(V, N, At); }},
    {"expires", readExpiry},
    // Of sites only.
    {"names",
     [](YamlValues &V, yaml::Node &N, SMLoc At, PolicyExcuse &E) {
       E.Names = V.list(N, At, ValueForm::Text).value_or(E.Names);
     }},
};

template <typename Entry>
void readEntry(YamlValues &Values, yaml::MappingNode &Map, SMLoc At,
               ArrayRef<EntryKey<Entry>> Keys, Entry &E) {
  E.Place = Values.place(startOf(Map, At));
  for (yaml::KeyValueNode &Each : Map) {
    auto *Key = dyn_cast_or_null<yaml::ScalarNode>(Each.getKey());
    yaml::Node *Value = Key ? Each.getValue() : nullptr;
    if (!Value)
      continue;
    SmallString<16> Storage;
    StringRef Name = Key->getValue(Storage);
    SMLoc Start = startOf(*Key, At);
    const auto *Found =
        find_if(Keys, [&](const auto &Known) { return Known.Name == Name; });
    if (Found != Keys.end()) {
      Found->Read(Values, *Value, Start, E);
      continue;
    }
    SmallVector<StringRef, 8> Names;
    for (const auto &Known : Keys)
      Names.push_back(Known.Name);
    Values.mistake(Start,
                   "unknown key '" + Name + "'" + didYouMean(Name, Names));
  }
}

template <typename Entry>
std::optional<std::vector<Entry>> readList(YamlValues &Values, yaml::Node &N,
                                           SMLoc At,
                                           ArrayRef<EntryKey<Entry>> Keys) {
  auto *List = dyn_cast<yaml::SequenceNode>(&N);
  if (!List) {
    Values.mistake(startOf(N, At), "expected a list, not " + describe(N));
    return std::nullopt;
  }
  size_t Before = Values.Mistakes.size();
  std::vector<Entry> Result;
  for (yaml::Node &Each : *List) {
    auto *Map = dyn_cast<yaml::MappingNode>(&Each);
    if (Map)
      readEntry(Values, *Map, At, Keys, Result.emplace_back());
    else
      Values.mistake(startOf(Each, At),
                     "expected keys and values, not " + describe(Each));
  }
  if (Values.Mistakes.size() != Before)
    return std::nullopt;
  return Result;
}

} // namespace

bool isDate(StringRef Text) {
  auto IsNumber = [](StringRef Digits, size_t Length, unsigned Most) {
    unsigned Value = 0;
    return Digits.size() == Length && all_of(Digits, isDigit) &&
           !Digits.getAsInteger(10, Value) && Value >= 1 && Value <= Most;
  };
  auto [Year, Rest] = Text.split('-');
  auto [Month, Day] = Rest.split('-');
  return IsNumber(Year, 4, 9999) && IsNumber(Month, 2, 12) &&
         IsNumber(Day, 2, 31);
}

std::optional<std::vector<PolicyRule>> readRules(YamlValues &Values,
                                                 yaml::Node &N, SMLoc At) {
  return readList<PolicyRule>(Values, N, At, RuleKeys);
}

std::optional<std::vector<PolicyExcuse>>
readExcuses(YamlValues &Values, yaml::Node &N, SMLoc At, bool OfUnits) {
  ArrayRef<EntryKey<PolicyExcuse>> Keys(ExcuseKeys);
  return readList<PolicyExcuse>(Values, N, At,
                                OfUnits ? Keys.drop_back() : Keys);
}

} // namespace warrant
