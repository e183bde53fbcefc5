//===- DeviceValues.h - Values in device descriptions -----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Numbers, words, ranges of bits and repetitions, as CMSIS-SVD writes them.
// Absence of a result means that a mistake was noted.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_DEVICEVALUES_H
#define WARRANT_POLICY_DEVICEVALUES_H

#include "DeviceElements.h"
#include "warrant/Device.h"

namespace warrant {

/// The number in \p Text: decimal, `0x` or `#` and binary digits, with a `k`,
/// `m`, `g` or `t` behind it; absent if it is none, or does not fit.
std::optional<uint64_t> parseDeviceNumber(llvm::StringRef Text);

/// How often an element is there.
struct Repetition {
  bool IsRepeated = false;
  std::vector<std::string> Indices; ///< what stands for `%s`, one each
  uint64_t Increment = 0;

  /// \p Name, where it is the \p I th of them.
  std::string nameOf(llvm::StringRef Name, size_t I) const;
};

/// Which bits of its register a field has.
struct BitRange {
  uint64_t Low = 0;
  uint64_t Bits = 0;
};

/// See the file comment.
class DeviceValues {
public:
  explicit DeviceValues(DeviceXml &Xml) : Xml(Xml) {}

  /// The number in \p N, at most \p Max.
  std::optional<uint64_t> number(pugi::xml_node N, uint64_t Max = UINT64_MAX);
  /// That of the child of \p E which has to be there.
  std::optional<uint64_t> required(const DeviceElement &E, const char *Name,
                                   uint64_t Max = UINT64_MAX);
  /// A child's number, or \p Default where there is no such child.
  std::optional<uint64_t> optional(const DeviceElement &E, const char *Name,
                                   uint64_t Default, uint64_t Max = UINT64_MAX);
  /// The word of the child of \p E, one of those of toString(), or \p Default.
  RegisterAccess access(const DeviceElement &E, RegisterAccess Default);
  ReadAction readAction(const DeviceElement &E, ReadAction Default);
  WriteAction writeAction(const DeviceElement &E, WriteAction Default);

  /// Whether \p E has a name that can be shown; what it has lies about
  /// otherwise.
  bool hasName(const DeviceElement &E);
  std::optional<Repetition> repetition(const DeviceElement &E);
  std::optional<BitRange> bitRange(const DeviceElement &E);
  /// Base + Index * Increment; a mistake where that leaves 64 bits.
  std::optional<uint64_t> address(pugi::xml_node At, uint64_t Base,
                                  uint64_t Index, uint64_t Increment);

private:
  template <typename Word>
  Word word(const DeviceElement &E, const char *Name, Word Default, Word Last);
  std::optional<uint64_t> copies(const DeviceElement &E, pugi::xml_node Dim);
  std::optional<BitRange> pattern(pugi::xml_node Range);
  std::optional<BitRange> width(const DeviceElement &E);
  bool indices(const DeviceElement &E, uint64_t Count, Repetition &R);
  std::optional<BitRange> between(pugi::xml_node At, uint64_t Low,
                                  uint64_t High);

  DeviceXml &Xml;
};

} // namespace warrant

#endif // WARRANT_POLICY_DEVICEVALUES_H
