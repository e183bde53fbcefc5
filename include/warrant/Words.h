//===- Words.h - The vocabulary every stage shares --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The enumerations of the audit (status, precision, severity, property, ...)
// and their spellings in reports. Checks choose from them, analyzeUnit fills
// them into Sites, merge() combines them and the writers print them; the
// spelling here is the only one, in JSON as in text.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_WORDS_H
#define WARRANT_WORDS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <initializer_list>
#include <optional>

namespace warrant {

/// What the audit knows of a site's documentation, worst first, so that
/// std::min of two units' answers is the merged one.
enum class Status : uint8_t {
  Unknown,      ///< Its text could not be read.
  Undocumented, ///< No SAFETY comment, or only a placeholder.
  Partial,      ///< Strict mode: a required property is open.
  Documented,   ///< A comment or a contract covers it.
  Proven        ///< The analysis shows it sound; no comment needed.
};

/// How sure it is that the operation is what the kind says, surest first, so
/// that std::min of two units' answers is the merged one.
enum class Precision : uint8_t { Certain, Likely, Possible };

/// How bad it is when the operation's reason is wrong; belongs to the kind.
enum class Severity : uint8_t { High, Medium, Low };

/// What became of one translation unit.
enum class UnitStatus : uint8_t { Ok, Errors, Crashed, Timeout, Skipped };

/// Where the comment that documents a site stands.
enum class Placement : uint8_t {
  Trailing,        ///< On the operation's line, behind code.
  Inside,          ///< Inside the expression or the macro's argument.
  AboveLine,       ///< Directly above the operation's line.
  AboveStatement,  ///< Above the full statement, condition or initializer.
  AboveVariable,   ///< Above the variable, field or member initializer.
  BlockHead,       ///< At the top of a bare block.
  AboveBlock,      ///< Directly above a bare block.
  FunctionHead,    ///< `SAFETY(function):` at the top of the body.
  MacroDefinition, ///< Above or inside the macro's definition.
  Declaration,     ///< The documentation of a boundary's declaration.
  Address,         ///< The comment at a register's address.
  Contract,        ///< The contract of the function around it.
  Suppression,     ///< A suppression for another tool that gives its reason.
  Region           ///< Above a region that another convention marks.
};

/// Where the answer to one required property comes from.
enum class PropertyOrigin : uint8_t { Tagged, Text, Evidence, Missing };

/// One thing that must hold for an operation to be sound.
enum class Property : uint8_t {
#define WARRANT_PROPERTY(Id, Name, Question, Meaning, Example, Weak) Id,
#include "warrant/Properties.def"
};

inline constexpr unsigned NumProperties = 0
#define WARRANT_PROPERTY(Id, Name, Question, Meaning, Example, Weak) +1
#include "warrant/Properties.def"
    ;

/// A set of properties, ordered as in Properties.def.
class PropertySet {
public:
  constexpr PropertySet() = default;
  constexpr PropertySet(std::initializer_list<Property> List) {
    for (Property P : List)
      insert(P);
  }
  constexpr void insert(Property P) { Bits |= 1U << static_cast<unsigned>(P); }
  constexpr void erase(Property P) {
    Bits &= ~(1U << static_cast<unsigned>(P));
  }
  constexpr bool contains(Property P) const {
    return (Bits >> static_cast<unsigned>(P)) & 1U;
  }
  constexpr bool empty() const { return Bits == 0; }
  friend constexpr bool operator==(PropertySet, PropertySet) = default;

private:
  uint32_t Bits = 0;
};

/// Every property, in the order of Properties.def.
llvm::ArrayRef<Property> allProperties();

llvm::StringRef toString(Status S);
llvm::StringRef toString(Precision P);
llvm::StringRef toString(Severity S);
llvm::StringRef toString(UnitStatus S);
llvm::StringRef toString(Placement P);
llvm::StringRef toString(PropertyOrigin O);
llvm::StringRef toString(Property P);

/// The question a skeleton asks for \p P, as `why is the access within one
/// live object?`.
llvm::StringRef question(Property P);
/// One sentence that says what \p P demands.
llvm::StringRef meaning(Property P);
/// A sentence that answers \p P well.
llvm::StringRef exampleSentence(Property P);
/// A sentence that seems to, and does not: it names nothing, or hedges.
llvm::StringRef weakSentence(Property P);

/// The inverse of toString; absence means that the word is not one of ours.
std::optional<Status> parseStatus(llvm::StringRef Word);
std::optional<Precision> parsePrecision(llvm::StringRef Word);
std::optional<Severity> parseSeverity(llvm::StringRef Word);
std::optional<UnitStatus> parseUnitStatus(llvm::StringRef Word);
std::optional<Placement> parsePlacement(llvm::StringRef Word);
std::optional<PropertyOrigin> parsePropertyOrigin(llvm::StringRef Word);
std::optional<Property> parseProperty(llvm::StringRef Word);

} // namespace warrant

#endif // WARRANT_WORDS_H
