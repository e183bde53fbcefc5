//===- Lexicon.cpp - Texts that justify nothing ---------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommentWords.h"
#include "warrant/SafetyComments.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace warrant {
namespace {

/// Lower case, with plain signs.
std::string plain(StringRef Text) {
  return StringRef(withPlainSigns(Text)).lower();
}

/// Whether \p Text is nothing but the questions that a skeleton asks.
bool isSkeleton(StringRef Text) {
  Text = Text.trim();
  while (!Text.empty()) {
    const auto *Asked = llvm::find_if(allProperties(), [&](Property P) {
      return Text.starts_with(plain(question(P)));
    });
    if (Asked == allProperties().end())
      return false;
    Text = Text.drop_front(question(*Asked).size()).trim();
  }
  return true;
}

std::optional<std::string> emptyTalk(StringRef Gist) {
#define WARRANT_EMPTY_TALK(Phrase, Why)                                        \
  if (Gist == Phrase)                                                          \
    return Why;
#include "Lexicon.def"
  return std::nullopt;
}

} // namespace

std::optional<std::string> rejectionOf(StringRef Text,
                                       llvm::ArrayRef<std::string> Reject) {
  std::string Plain = plain(Text);
  if (StringRef(Plain).trim().empty())
    return "empty";
  std::vector<StringRef> Words = wordsOf(Plain);
  if (Words.empty() || beginsWithPlaceholder(Words.front()) ||
      isSkeleton(Plain))
    return "a placeholder";
  std::string Gist = gist(Plain);
  if (Gist.empty())
    return "says nothing";
  if (std::optional<std::string> Why = emptyTalk(Gist))
    return Why;
  for (StringRef Entry : Reject)
    if (Gist == gist(plain(Entry)))
      return "a text that the configuration rejects";
  return std::nullopt;
}

} // namespace warrant
