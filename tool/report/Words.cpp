//===- Words.cpp - The spellings of the vocabulary ------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Words.h"
#include "llvm/ADT/STLExtras.h"
#include <array>

using namespace warrant;
using llvm::StringLiteral;
using llvm::StringRef;

namespace {

// Each table is in the order of its enumeration.
constexpr std::array<StringLiteral, 5> Statuses = {
    "unknown", "undocumented", "partial", "documented", "proven"};
constexpr std::array<StringLiteral, 3> Precisions = {"certain", "likely",
                                                     "possible"};
constexpr std::array<StringLiteral, 3> Severities = {"high", "medium", "low"};
constexpr std::array<StringLiteral, 5> UnitStatuses = {
    "ok", "errors", "crashed", "timeout", "skipped"};
constexpr std::array<StringLiteral, 14> Placements = {
    "trailing",         "inside",      "above-line",  "above-statement",
    "above-variable",   "block-head",  "above-block", "function-head",
    "macro-definition", "declaration", "address",     "contract",
    "suppression",      "region"};
constexpr std::array<StringLiteral, 4> Origins = {"tagged", "text", "evidence",
                                                  "missing"};

struct PropertyWords {
  StringLiteral Name, Question, Meaning, Example, Weak;
};
constexpr std::array<PropertyWords, NumProperties> PropertyTable = {{
#define WARRANT_PROPERTY(Id, Name, Question, Meaning, Example, Weak)           \
  {Name, Question, Meaning, Example, Weak},
#include "warrant/Properties.def"
}};
constexpr std::array<Property, NumProperties> PropertyList = {
#define WARRANT_PROPERTY(Id, Name, Question, Meaning, Example, Weak)           \
  Property::Id,
#include "warrant/Properties.def"
};
static_assert(NumProperties <= 32, "a PropertySet holds 32 bits");

template <typename Enum, size_t N>
StringRef spell(const std::array<StringLiteral, N> &Table, Enum Value) {
  return Table[static_cast<size_t>(Value)];
}

template <typename Enum, size_t N>
std::optional<Enum> parse(const std::array<StringLiteral, N> &Table,
                          StringRef Word) {
  const auto *It = llvm::find(Table, Word);
  if (It == Table.end())
    return std::nullopt;
  return static_cast<Enum>(It - Table.begin());
}

const PropertyWords &words(Property P) {
  return PropertyTable[static_cast<size_t>(P)];
}

} // namespace

llvm::ArrayRef<Property> warrant::allProperties() { return PropertyList; }

StringRef warrant::toString(Status S) { return spell(Statuses, S); }
StringRef warrant::toString(Precision P) { return spell(Precisions, P); }
StringRef warrant::toString(Severity S) { return spell(Severities, S); }
StringRef warrant::toString(UnitStatus S) { return spell(UnitStatuses, S); }
StringRef warrant::toString(Placement P) { return spell(Placements, P); }
StringRef warrant::toString(PropertyOrigin O) { return spell(Origins, O); }
StringRef warrant::toString(Property P) { return words(P).Name; }

StringRef warrant::question(Property P) { return words(P).Question; }
StringRef warrant::meaning(Property P) { return words(P).Meaning; }
StringRef warrant::exampleSentence(Property P) { return words(P).Example; }
StringRef warrant::weakSentence(Property P) { return words(P).Weak; }

std::optional<Status> warrant::parseStatus(StringRef Word) {
  return parse<Status>(Statuses, Word);
}
std::optional<Precision> warrant::parsePrecision(StringRef Word) {
  return parse<Precision>(Precisions, Word);
}
std::optional<Severity> warrant::parseSeverity(StringRef Word) {
  return parse<Severity>(Severities, Word);
}
std::optional<UnitStatus> warrant::parseUnitStatus(StringRef Word) {
  return parse<UnitStatus>(UnitStatuses, Word);
}
std::optional<Placement> warrant::parsePlacement(StringRef Word) {
  return parse<Placement>(Placements, Word);
}
std::optional<PropertyOrigin> warrant::parsePropertyOrigin(StringRef Word) {
  return parse<PropertyOrigin>(Origins, Word);
}
std::optional<Property> warrant::parseProperty(StringRef Word) {
  for (Property P : PropertyList)
    if (toString(P) == Word)
      return P;
  return std::nullopt;
}
