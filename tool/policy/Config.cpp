//===- Config.cpp - What the configuration means --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Config.h"
#include "ConfigKeys.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/GlobPattern.h"

using namespace llvm;

namespace warrant {

static constexpr StringLiteral CheckPrefix = "warrant-";

/// Whether \p Glob, already without `-`, matches the check's name with or
/// without clang-tidy's prefix.
static bool matchesCheck(const GlobPattern &Glob, const CheckInfo &Check) {
  return Glob.match(Check.Name) || Glob.match((CheckPrefix + Check.Name).str());
}

Error validateCheckGlob(StringRef Text) {
  StringRef Glob = Text;
  Glob.consume_front("-");
  if (Glob.empty())
    return createStringError(inconvertibleErrorCode(),
                             "an empty glob in the list of checks");
  Expected<GlobPattern> Pattern = GlobPattern::create(Glob, 64);
  if (!Pattern)
    return Pattern.takeError();
  if (any_of(allChecks(), [&](const CheckInfo *Check) {
        return matchesCheck(*Pattern, *Check);
      }))
    return Error::success();
  SmallVector<StringRef, 16> Names;
  for (const CheckInfo *Check : allChecks())
    Names.push_back(Check->Name);
  Glob.consume_front(CheckPrefix);
  std::string Hint = didYouMean(Glob, Names);
  if (Hint.empty())
    Hint = "; 'warrant list' shows those that there are";
  return createStringError(inconvertibleErrorCode(),
                           "'" + Text + "' matches no check" + Hint);
}

void makeStrict(Config &C) {
  C.Strict = true;
  for (PolicyRule &Rule : C.Rules)
    Rule.Strict.reset();
}

bool Config::isCheckEnabled(const CheckInfo &Check) const {
  for (StringRef Text : reverse(Checks)) {
    bool Enables = !Text.consume_front("-");
    Expected<GlobPattern> Glob = GlobPattern::create(Text, 64);
    if (!Glob) {
      // The loader and the command line refuse such a glob before.
      consumeError(Glob.takeError());
      continue;
    }
    if (matchesCheck(*Glob, Check))
      return Enables;
  }
  return Check.OnByDefault;
}

ArrayRef<StringRef> conventionNames() {
  static constexpr StringRef Names[] = {"chromium", "misra", "gsl", "webkit"};
  return Names;
}

bool Config::follows(StringRef Convention) const {
  return is_contained(Conventions, Convention);
}

/// The option's value as written, or absence where it has its default.
static const std::vector<std::string> *
findOption(const Config &C, const CheckInfo &Check, StringRef Option) {
  auto It = C.CheckOptions.find((Check.Name + "." + Option).str());
  return It == C.CheckOptions.end() ? nullptr : &It->second;
}

static StringRef defaultOf(const CheckInfo &Check, StringRef Option) {
  for (const OptionInfo &Info : Check.Options)
    if (Info.Name == Option)
      return Info.Default;
  return "";
}

std::string Config::stringOption(const CheckInfo &Check,
                                 StringRef Option) const {
  if (const std::vector<std::string> *Value = findOption(*this, Check, Option))
    return Value->empty() ? "" : Value->front();
  StringRef Default = defaultOf(Check, Option);
  if (Default.size() >= 2 && Default.front() == '"' && Default.back() == '"')
    Default = Default.drop_front().drop_back();
  return Default.str();
}

bool Config::boolOption(const CheckInfo &Check, StringRef Option) const {
  return stringOption(Check, Option) == "true";
}

int64_t Config::integerOption(const CheckInfo &Check, StringRef Option) const {
  int64_t Value = 0;
  StringRef(stringOption(Check, Option)).getAsInteger(10, Value);
  return Value;
}

std::vector<std::string> Config::listOption(const CheckInfo &Check,
                                            StringRef Option) const {
  if (const std::vector<std::string> *Value = findOption(*this, Check, Option))
    return *Value;
  return parseFlowList(defaultOf(Check, Option));
}

StringRef nearestWord(StringRef Word, ArrayRef<StringRef> Candidates) {
  // A third of the letters, rounded up, may be wrong.
  unsigned Best = (Word.size() + 2) / 3 + 1;
  StringRef Nearest;
  for (StringRef Candidate : Candidates) {
    if (Candidate.equals_insensitive(Word))
      return Candidate;
    unsigned Distance = Word.edit_distance(Candidate, true, Best);
    // What was begun but not finished is meant, too.
    if (Word.size() >= 3 && Candidate.starts_with(Word))
      Distance = std::min(Distance, 1U);
    if (Distance >= Best)
      continue;
    Best = Distance;
    Nearest = Candidate;
  }
  return Nearest;
}

std::string didYouMean(StringRef Word, ArrayRef<StringRef> Candidates) {
  StringRef Nearest = nearestWord(Word, Candidates);
  return Nearest.empty() ? "" : ("; did you mean '" + Nearest + "'?").str();
}

} // namespace warrant
