//===- PathGlob.cpp - Globs over paths ------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathGlob.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace warrant {

/// Braces may not multiply beyond this: `{a,b}{c,d}` is four.
static constexpr size_t MaxBraceAlternatives = 256;

static Error badGlob(const Twine &Why) {
  return createStringError(inconvertibleErrorCode(), Why);
}

Error PathGlob::addName(StringRef Text) {
  if (Text == "..")
    return badGlob("'..' in a glob: globs are relative to the root");
  if (Text == "**") {
    if (Pattern.empty() || Pattern.back().Glob)
      Pattern.push_back({});
    return Error::success();
  }
  if (Text.contains("**"))
    return badGlob("'**' stands for whole folders: write it between slashes");
  auto Owned = std::make_unique<std::string>(Text);
  Expected<GlobPattern> Glob =
      GlobPattern::create(*Owned, MaxBraceAlternatives);
  if (!Glob)
    return Glob.takeError();
  Pattern.push_back({std::move(Owned), std::move(*Glob)});
  return Error::success();
}

Expected<PathGlob> PathGlob::create(StringRef Text) {
  PathGlob Result;
  Result.Negated = Text.consume_front("!");
  bool FolderOnly = Text.consume_back("/");
  bool Anchored = Text.contains('/');
  Text.consume_front("./") || Text.consume_front("/");
  if (Text.empty() || Text == ".")
    return badGlob("a glob that names nothing");
  // A lone name is meant wherever it is, as in a .gitignore.
  if (!Anchored)
    Result.Pattern.push_back({});
  SmallVector<StringRef, 8> Names;
  Text.split(Names, '/', -1, /*KeepEmpty=*/false);
  if (FolderOnly)
    Names.push_back("**");
  for (StringRef Name : Names)
    if (Error E = Result.addName(Name))
      return std::move(E);
  return Result;
}

bool PathGlob::matchFrom(size_t At, ArrayRef<StringRef> Names) const {
  // Whatever is below a matched folder is matched.
  if (At == Pattern.size())
    return true;
  if (Names.empty())
    return false;
  if (Pattern[At].Glob)
    return Pattern[At].Glob->match(Names.front()) &&
           matchFrom(At + 1, Names.drop_front());
  // A last `**` is everything in the folder, but not the folder.
  for (; !Names.empty(); Names = Names.drop_front())
    if (matchFrom(At + 1, Names))
      return true;
  return false;
}

bool PathGlob::match(ArrayRef<StringRef> Names) const {
  return matchFrom(0, Names);
}

Error PathGlobList::add(StringRef Text) {
  Expected<PathGlob> Glob = PathGlob::create(Text);
  if (!Glob)
    return Glob.takeError();
  Globs.push_back(std::move(*Glob));
  return Error::success();
}

std::optional<bool> PathGlobList::verdict(ArrayRef<StringRef> Names) const {
  for (const PathGlob &Glob : reverse(Globs))
    if (Glob.match(Names))
      return !Glob.isNegated();
  return std::nullopt;
}

} // namespace warrant
