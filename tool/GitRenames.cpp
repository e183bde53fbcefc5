//===- GitRenames.cpp - What files were called before ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GitRenames.h"
#include "Git.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace warrant {
namespace {

using Names = std::map<std::string, std::string>;

/// Adds what `--name-status -z` says: `R100`, the old name, the new one.
void addRenames(StringRef Text, Names &Former) {
  SmallVector<StringRef, 64> Words;
  Text.split(Words, '\0');
  for (size_t N = 0; N + 2 < Words.size(); ++N) {
    StringRef Word = Words[N].trim();
    if (!Word.consume_front("R") || Word.empty() || !all_of(Word, isDigit))
      continue;
    std::string Old = Words[N + 1].str(), New = Words[N + 2].str();
    if (auto It = Former.find(Old); It != Former.end()) {
      Old = std::exchange(It->second, {});
      Former.erase(It);
    }
    Former[New] = std::move(Old);
    N += 2;
  }
}

/// What git says, or nothing: without git no file has another name.
std::string tryGit(StringRef Root, ArrayRef<StringRef> Arguments) {
  Expected<std::string> Text = askGit(Root, Arguments);
  if (Text)
    return std::move(*Text);
  consumeError(Text.takeError());
  return {};
}

} // namespace

Names formerNamesIn(StringRef Root, StringRef Revision) {
  Names Former;
  // Commit by commit: over a long time a file changes too much to be known.
  addRenames(
      tryGit(Root, {"log", "-M", "--diff-filter=R", "--name-status", "-z",
                    "--format=", "--relative", "--reverse", "--no-ext-diff",
                    "--no-textconv", (Revision + "..HEAD").str()}),
      Former);
  addRenames(tryGit(Root, {"diff", "-M", "--diff-filter=R", "--name-status",
                           "-z", "--relative", "--no-ext-diff", "--no-textconv",
                           "--ignore-submodules=all", "HEAD"}),
             Former);
  return Former;
}

Names formerNames(StringRef Root, StringRef Since) {
  std::string Revision =
      tryGit(Root, {"log", "-1", "--format=%H", "--", Since});
  return formerNamesIn(Root, StringRef(Revision).trim().empty()
                                 ? "HEAD"
                                 : StringRef(Revision).trim());
}

} // namespace warrant
