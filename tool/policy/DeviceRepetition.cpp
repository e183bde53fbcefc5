//===- DeviceRepetition.cpp - Repeated elements and ranges of bits --------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceValues.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace warrant {

/// The largest arrays of registers that are published have some thousands.
static constexpr uint64_t MaxCopies = 65536;

/// Wider than any bus.
static constexpr uint64_t MaxBit = 4095;

static constexpr StringLiteral Placeholder = "%s";

std::string Repetition::nameOf(StringRef Name, size_t I) const {
  if (!IsRepeated)
    return Name.str();
  std::string Result = Name.str();
  size_t At = Result.find(Placeholder.str());
  return At == std::string::npos
             ? Result
             : Result.replace(At, Placeholder.size(), Indices[I]);
}

/// What `0-3` and `A-C` mean; empty where \p Text is no range.
static std::vector<std::string> parseRange(StringRef Text) {
  std::vector<std::string> Result;
  auto [First, Last] = Text.split('-');
  unsigned From = 0, To = 0;
  if (First.size() == 1 && Last.size() == 1 && isAlpha(First[0]) &&
      isAlpha(Last[0])) {
    for (char C = First[0]; C <= Last[0]; ++C)
      Result.push_back(std::string(1, C));
    return Result;
  }
  if (First.getAsInteger(10, From) || Last.getAsInteger(10, To) || From > To ||
      To - From >= MaxCopies)
    return Result;
  for (unsigned I = From; I <= To; ++I)
    Result.push_back(std::to_string(I));
  return Result;
}

/// Fills the indices of \p Count copies.
bool DeviceValues::indices(const DeviceElement &E, uint64_t Count,
                           Repetition &R) {
  pugi::xml_node Index = E.child("dimIndex");
  if (!Index) {
    for (uint64_t I = 0; I != Count; ++I)
      R.Indices.push_back(std::to_string(I));
    return true;
  }
  StringRef Text = textOf(Index);
  if (Text.contains('-') && !Text.contains(','))
    R.Indices = parseRange(Text);
  else
    for (StringRef Item : split(Text, ','))
      R.Indices.push_back(Item.trim().str());
  if (R.Indices.size() == Count && none_of(R.Indices, [](StringRef Item) {
        return Item.empty() ||
               !all_of(Item, [](char C) { return isAlnum(C) || C == '_'; });
      }))
    return true;
  Xml.mistake(Index, "'<dimIndex>' is '" + Text + "', and '<dim>' is " +
                         Twine(Count) +
                         "; expected so many words, as 'A,B', or a range, as "
                         "'0-3'");
  return false;
}

/// How many copies \p Dim asks for; a name without a placeholder has one.
std::optional<uint64_t> DeviceValues::copies(const DeviceElement &E,
                                             pugi::xml_node Dim) {
  std::optional<uint64_t> Count = number(Dim, MaxCopies);
  std::string What = (Twine(E.own().name()) + " '" + E.name() + "'").str();
  if (!Count)
    return std::nullopt;
  if (*Count == 0)
    Xml.mistake(Dim, What + " is there no times");
  else if (*Count > 1 && !E.name().contains(Placeholder))
    Xml.mistake(Dim, What + " has no '%s' in its name, and its copies would "
                            "share it");
  else
    return Count;
  return std::nullopt;
}

std::optional<Repetition> DeviceValues::repetition(const DeviceElement &E) {
  Repetition R;
  R.Indices.push_back("");
  bool HasPlaceholder = E.name().contains(Placeholder);
  pugi::xml_node Dim = E.child("dim");
  if (!Dim && HasPlaceholder) {
    Xml.mistake(E.own(), Twine(E.own().name()) + " '" + E.name() +
                             "' has no '<dim>' that says what '%s' stands for; "
                             "add it");
    return std::nullopt;
  }
  // What derives from an array under a plain name is one of its kind.
  if (!Dim || (!HasPlaceholder && Dim.parent() != E.own()))
    return R;
  std::optional<uint64_t> Count = copies(E, Dim);
  if (!Count)
    return std::nullopt;
  std::optional<uint64_t> Increment = *Count == 1
                                          ? optional(E, "dimIncrement", 0)
                                          : required(E, "dimIncrement");
  R.Indices.clear();
  if (!Increment || !indices(E, *Count, R))
    return std::nullopt;
  R.IsRepeated = true;
  R.Increment = *Increment;
  return R;
}

/// The bits in \p Range, as `[7:4]`.
std::optional<BitRange> DeviceValues::pattern(pugi::xml_node Range) {
  StringRef Text = textOf(Range);
  uint64_t High = 0, Low = 0;
  bool Good = Text.consume_front("[") && Text.consume_back("]") &&
              !Text.split(':').first.trim().getAsInteger(10, High) &&
              !Text.split(':').second.trim().getAsInteger(10, Low) &&
              High <= MaxBit;
  if (Good)
    return between(Range.parent(), Low, High);
  Xml.mistake(Range, "'<bitRange>' is '" + textOf(Range) +
                         "'; expected bits as '[7:4]'");
  return std::nullopt;
}

std::optional<BitRange> DeviceValues::width(const DeviceElement &E) {
  std::optional<uint64_t> Low = required(E, "bitOffset", MaxBit);
  std::optional<uint64_t> Bits = optional(E, "bitWidth", 1, MaxBit);
  if (!Low || !Bits)
    return std::nullopt;
  if (*Bits)
    return BitRange{*Low, *Bits};
  Xml.mistake(E.own(), "field '" + E.name() + "' has no bits");
  return std::nullopt;
}

std::optional<BitRange> DeviceValues::bitRange(const DeviceElement &E) {
  for (pugi::xml_node N : E.Nodes) {
    if (pugi::xml_node Range = N.child("bitRange"))
      return pattern(Range);
    if (N.child("lsb") || N.child("msb")) {
      std::optional<uint64_t> Low = required(E, "lsb", MaxBit);
      std::optional<uint64_t> High = required(E, "msb", MaxBit);
      return Low && High ? between(N, *Low, *High) : std::nullopt;
    }
    if (N.child("bitOffset"))
      return width(E);
  }
  Xml.mistake(E.own(), "field '" + E.name() +
                           "' does not say which bits it has; add "
                           "'<bitRange>[7:4]</bitRange>' or the like");
  return std::nullopt;
}

} // namespace warrant
