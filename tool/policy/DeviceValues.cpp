//===- DeviceValues.cpp - Values in device descriptions -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceValues.h"
#include "warrant/Config.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace warrant {

/// C compilers promise 63 significant characters of a name.
static constexpr size_t MaxName = 128;

std::optional<uint64_t> parseDeviceNumber(StringRef Text) {
  Text.consume_front("+");
  unsigned Radix = 10;
  if (Text.consume_front_insensitive("0x"))
    Radix = 16;
  else if (Text.consume_front("#") || Text.consume_front_insensitive("0b"))
    Radix = 2;
  static constexpr StringLiteral Scales = "kmgt";
  size_t Scale =
      Text.empty() ? StringRef::npos : Scales.find(toLower(Text.back()));
  uint64_t Value = 0;
  if (Scale != StringRef::npos)
    Text = Text.drop_back();
  if (Text.getAsInteger(Radix, Value))
    return std::nullopt;
  if (Scale == StringRef::npos)
    return Value;
  unsigned Shift = 10 * (Scale + 1);
  return Value >> (64 - Shift) ? std::nullopt : std::optional(Value << Shift);
}

std::optional<uint64_t> DeviceValues::number(pugi::xml_node N, uint64_t Max) {
  StringRef Text = textOf(N);
  std::string What = ("'<" + Twine(N.name()) + ">' ").str();
  if (Text.empty()) {
    Xml.mistake(N, What + "is empty; expected a number");
    return std::nullopt;
  }
  std::optional<uint64_t> Value = parseDeviceNumber(Text);
  if (!Value) {
    bool IsHex = all_of(Text, isHexDigit);
    bool IsPattern = Text.starts_with("#") && Text.contains_insensitive('x');
    Xml.mistake(N, What + "is no number of 64 bits: '" + Text + "'" +
                       (IsHex ? "; hexadecimal begins with '0x'" : "") +
                       (IsPattern ? "; 'x' is for values of fields only" : ""));
    return std::nullopt;
  }
  if (*Value <= Max)
    return Value;
  Xml.mistake(N, What + "is " + Text + ", and at most " + Twine(Max) +
                     " is possible");
  return std::nullopt;
}

std::optional<uint64_t> DeviceValues::required(const DeviceElement &E,
                                               const char *Name, uint64_t Max) {
  if (pugi::xml_node N = E.child(Name))
    return number(N, Max);
  Xml.mistake(E.own(), Twine(E.own().name()) + " '" + E.name() + "' has no '<" +
                           Name + ">'; add it");
  return std::nullopt;
}

std::optional<uint64_t> DeviceValues::optional(const DeviceElement &E,
                                               const char *Name,
                                               uint64_t Default, uint64_t Max) {
  pugi::xml_node N = E.child(Name);
  return N ? number(N, Max) : std::optional(Default);
}

/// One of the words for the values up to \p Last.
template <typename Word>
Word DeviceValues::word(const DeviceElement &E, const char *Name, Word Default,
                        Word Last) {
  pugi::xml_node N = E.child(Name);
  if (!N)
    return Default;
  SmallVector<StringRef, 16> Words;
  for (unsigned I = 0; I <= static_cast<unsigned>(Last); ++I) {
    Words.push_back(toString(static_cast<Word>(I)));
    if (Words.back().equals_insensitive(textOf(N)))
      return static_cast<Word>(I);
  }
  std::string Hint = didYouMean(textOf(N), Words);
  Xml.mistake(
      N, "'<" + Twine(Name) + ">' can't be '" + textOf(N) + "'" +
             (Hint.empty() ? "; it is one of " + join(Words, ", ") : Hint));
  return Default;
}

RegisterAccess DeviceValues::access(const DeviceElement &E,
                                    RegisterAccess Default) {
  return word(E, "access", Default, RegisterAccess::ReadWriteOnce);
}

ReadAction DeviceValues::readAction(const DeviceElement &E,
                                    ReadAction Default) {
  return word(E, "readAction", Default, ReadAction::ModifyExternal);
}

WriteAction DeviceValues::writeAction(const DeviceElement &E,
                                      WriteAction Default) {
  return word(E, "modifiedWriteValues", Default, WriteAction::Set);
}

bool DeviceValues::hasName(const DeviceElement &E) {
  StringRef Name = E.name();
  std::string Kind = E.own().name();
  if (Name.empty())
    Xml.mistake(E.own(), Kind + " without a '<name>'; give it one");
  else if (Name.size() > MaxName)
    Xml.mistake(E.own(), "the name of a " + Kind + " has more than " +
                             Twine(MaxName) + " characters");
  else if (!all_of(Name, isPrint))
    Xml.mistake(E.own(),
                "the name '" + Name + "' of a " + Kind + " is no identifier");
  else
    return true;
  return false;
}

std::optional<uint64_t> DeviceValues::address(pugi::xml_node At, uint64_t Base,
                                              uint64_t Index,
                                              uint64_t Increment) {
  bool Overflow = false;
  uint64_t Result = SaturatingMultiplyAdd(Index, Increment, Base, &Overflow);
  if (!Overflow)
    return Result;
  Xml.mistake(At, Twine(At.name()) + " '" + textOf(At.child("name")) +
                      "' lies behind the end of the address space");
  return std::nullopt;
}

std::optional<BitRange> DeviceValues::between(pugi::xml_node At, uint64_t Low,
                                              uint64_t High) {
  if (Low <= High)
    return BitRange{Low, High - Low + 1};
  Xml.mistake(At, "field '" + textOf(At.child("name")) + "' ends at bit " +
                      Twine(High) + ", before bit " + Twine(Low) +
                      " where it begins");
  return std::nullopt;
}

} // namespace warrant
