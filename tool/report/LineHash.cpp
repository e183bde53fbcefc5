//===- LineHash.cpp - What GitHub knows a line by -------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LineHash.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/ConvertUTF.h"
#include <array>
#include <optional>

using namespace warrant;
using llvm::StringRef;

namespace {

/// The text that a hash is of, in UTF-16 code units without blanks.
constexpr unsigned WindowSize = 100;
constexpr uint64_t Base = 37;
/// Stands behind the last unit.
constexpr uint16_t EndOfText = 0xFFFF;

/// Base to the power of WindowSize, modulo 2^64.
constexpr uint64_t leavingFactor() {
  uint64_t Factor = 1;
  for (unsigned N = 0; N != WindowSize; ++N)
    Factor *= Base;
  return Factor;
}

/// \p Text as UTF-16 without a byte order mark. Bytes that are not UTF-8 become
/// U+FFFD.
std::vector<uint16_t> unitsOf(StringRef Text) {
  Text.consume_front("\xEF\xBB\xBF");
  std::vector<llvm::UTF32> Points(Text.size());
  const llvm::UTF8 *From = Text.bytes_begin();
  llvm::UTF32 *To = Points.data();
  llvm::UTF32 *const Begin = To;
  // SAFETY: Points has an element for each byte, so To ends within it.
  llvm::ConvertUTF8toUTF32(&From, Text.bytes_end(), &To, Begin + Points.size(),
                           llvm::lenientConversion);
  // SAFETY(same-object): both point into Points.
  Points.resize(static_cast<size_t>(To - Begin));
  std::vector<uint16_t> Units;
  Units.reserve(Points.size() + 1);
  for (llvm::UTF32 Point : Points) {
    if (Point < 0x10000) {
      Units.push_back(static_cast<uint16_t>(Point));
      continue;
    }
    Units.push_back(static_cast<uint16_t>(0xD7C0 + (Point >> 10)));
    Units.push_back(static_cast<uint16_t>(0xDC00 + (Point & 0x3FF)));
  }
  Units.push_back(EndOfText);
  return Units;
}

/// A polynomial hash of the last units. What leaves the window and is the first
/// unit of a line gives that line's hash.
class RollingHash {
public:
  /// The next unit; \p StartsLine: it is the first of one.
  void add(uint16_t Unit, bool StartsLine) {
    Slot &Oldest = Window[Next];
    if (Oldest.Line)
      finish(*Oldest.Line);
    Hash = Hash * Base + Unit - leavingFactor() * Oldest.Unit;
    Oldest = {Unit, std::nullopt};
    if (StartsLine) {
      Oldest.Line = Hashes.size();
      Hashes.emplace_back();
    }
    Next = (Next + 1) % WindowSize;
  }

  std::vector<std::string> take() {
    for (unsigned N = 0; N != WindowSize; ++N)
      add(0, /*StartsLine=*/false);
    return std::move(Hashes);
  }

private:
  /// Lines that begin alike are told apart by a count.
  void finish(size_t Line) {
    const std::string Text = llvm::utohexstr(Hash, /*LowerCase=*/true);
    Hashes[Line] = Text + ":" + std::to_string(++Seen[Text]);
  }

  struct Slot {
    uint16_t Unit = 0;
    std::optional<size_t> Line; ///< that begins with the unit
  };
  std::array<Slot, WindowSize> Window;
  unsigned Next = 0;
  uint64_t Hash = 0;
  llvm::StringMap<unsigned> Seen;
  std::vector<std::string> Hashes;
};

} // namespace

std::vector<std::string> warrant::lineHashes(StringRef Text) {
  RollingHash Rolling;
  bool StartsLine = true;
  bool AfterReturn = false;
  for (uint16_t Unit : unitsOf(Text)) {
    const bool IsBlank = Unit == ' ' || Unit == '\t';
    const bool EndsPair = AfterReturn && Unit == '\n';
    AfterReturn = Unit == '\r';
    if (IsBlank || EndsPair)
      continue;
    if (AfterReturn)
      Unit = '\n';
    Rolling.add(Unit, StartsLine);
    StartsLine = Unit == '\n';
  }
  return Rolling.take();
}
