//===- PrefixWords.cpp - Where a prefix names a word ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PrefixWords.h"
#include "clang/Basic/CharInfo.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace warrant {

static bool hasWord(StringRef Text, StringRef Word) {
  auto IsPart = [](char C) {
    return clang::isAsciiIdentifierContinue(C, true);
  };
  for (size_t At = Text.find(Word); At != StringRef::npos;
       At = Text.find(Word, At + 1)) {
    StringRef After = Text.drop_front(At + Word.size());
    if (!(At && IsPart(Text[At - 1])) &&
        !(!After.empty() && IsPart(After.front())))
      return true;
  }
  return false;
}

static BitVector filesNaming(StringRef Word, ArrayRef<PrefixFile> Files) {
  BitVector Result(Files.size());
  for (const auto &[Number, File] : enumerate(Files)) {
    auto Text = MemoryBuffer::getFile(File.Path);
    if (!Text || hasWord((*Text)->getBuffer(), Word))
      Result.set(Number);
  }
  return Result;
}

bool PrefixWords::areIn(ArrayRef<unsigned> Files, StringRef Word) {
  if (Facts.Identifiers.lookup(Word))
    return true;
  auto [It, IsNew] = FilesNaming.try_emplace(Word);
  if (IsNew)
    It->second = filesNaming(Word, Facts.Files);
  // Where it stands in none, nobody knows where it is from.
  return It->second.none() || any_of(Files, [&](unsigned Number) {
           return It->second.test(Number);
         });
}

} // namespace warrant
