//===- SourceText.cpp - The lines of the files a report names -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceText.h"
#include "llvm/Support/ConvertUTF.h"
#include <algorithm>

using namespace warrant;
using llvm::StringRef;

namespace {

/// The length of the character that \p Text begins with; 0 where its bytes are
/// none. \p Text is not empty.
size_t characterLength(StringRef Text) {
  const auto *Begin = Text.bytes_begin();
  const unsigned Length = llvm::getNumBytesForUTF8(*Begin);
  // SAFETY(bounds, lifetime): Length is at most Text.size() where Begin +
  // Length is computed, and Begin is where Text begins.
  if (Length > Text.size() || !llvm::isLegalUTF8Sequence(Begin, Begin + Length))
    return 0;
  return Length;
}

/// Controls beside the tab: C0, DEL, and C1 (U+0080 to U+009F).
bool isControl(StringRef Character) {
  const auto First = static_cast<unsigned char>(Character[0]);
  if (Character.size() == 1)
    return (First < 0x20 && First != '\t') || First == 0x7F;
  return First == 0xC2 && static_cast<unsigned char>(Character[1]) < 0xA0;
}

} // namespace

std::optional<StringRef> SourceText::line(StringRef File, unsigned Number) {
  if (!Loaded || StringRef(*Loaded) != File)
    load(File);
  if (Number == 0 || Number > Lines.size())
    return std::nullopt;
  return Lines[Number - 1];
}

std::optional<StringRef> SourceText::whole(StringRef File) {
  if (!Loaded || StringRef(*Loaded) != File)
    load(File);
  return IsRead ? std::optional<StringRef>(Text) : std::nullopt;
}

void SourceText::load(StringRef File) {
  IsRead = false;
  Loaded = File.str();
  Lines.clear();
  Text.clear();
  if (!Read)
    return;
  std::optional<std::string> Content = Read(File);
  if (!Content)
    return;
  Text = std::move(*Content);
  IsRead = true;
  // As clang counts them.
  for (StringRef Rest = Text; !Rest.empty();) {
    const size_t End = Rest.find_first_of("\r\n");
    Lines.push_back(Rest.take_front(End));
    Rest = Rest.drop_front(std::min(End, Rest.size()));
    Rest = Rest.drop_front(Rest.starts_with("\r\n") ? 2 : !Rest.empty());
  }
}

unsigned warrant::countCharacters(StringRef Text) {
  unsigned Count = 0;
  while (!Text.empty()) {
    Text = Text.drop_front(std::max<size_t>(characterLength(Text), 1));
    ++Count;
  }
  return Count;
}

std::string warrant::printable(StringRef Text) {
  std::string Result;
  while (!Text.empty()) {
    const size_t Length = characterLength(Text);
    const StringRef Character = Text.take_front(std::max<size_t>(Length, 1));
    Text = Text.drop_front(Character.size());
    if (Length == 0)
      Result += "\xEF\xBF\xBD"; // U+FFFD
    else
      Result += isControl(Character) ? StringRef("?") : Character;
  }
  return Result;
}
