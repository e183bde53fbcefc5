//===- IncludeConditions.cpp - What an #include depends on ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "IncludeConditions.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
namespace directives = clang::dependency_directives_scan;

namespace warrant {

StringRef spelling(const directives::Directive &D, size_t Number,
                   StringRef Text) {
  if (Number >= D.Tokens.size())
    return {};
  const directives::Token &Token = D.Tokens[Number];
  return Text.substr(Token.Offset, Token.Length);
}

/// The macros that \p D, an #if, asks for: `defined(A) || defined B`, or
/// `!defined(A)`.
static IncludeCondition conditionOf(const directives::Directive &D,
                                    StringRef Text) {
  const IncludeCondition Unknown{{}, /*IsNegated=*/false, /*IsUnknown=*/true};
  IncludeCondition Result;
  size_t At = 2; // '#', then the directive's name
  Result.IsNegated = spelling(D, At, Text) == "!";
  At += Result.IsNegated;
  for (; At < D.Tokens.size() && !D.Tokens[At].is(clang::tok::eod); ++At) {
    if (!Result.Macros.empty() &&
        (Result.IsNegated || spelling(D, At++, Text) != "||"))
      return Unknown;
    if (spelling(D, At++, Text) != "defined")
      return Unknown;
    bool Parenthesized = spelling(D, At, Text) == "(";
    At += Parenthesized;
    Result.Macros.push_back(spelling(D, At, Text).str());
    At += Parenthesized;
  }
  return Result.Macros.empty() ? Unknown : Result;
}

bool isFeatureTest(StringRef Macro) {
  return Macro.starts_with("_") &&
         (Macro.ends_with("_SOURCE") || Macro.ends_with("_SOURCE_EXTENDED") ||
          Macro.ends_with("_BITS") || Macro.ends_with("_REENTRANT") ||
          Macro == "_THREAD_SAFE" || Macro.starts_with("__STDC_"));
}

void ConditionStack::enter(const directives::Directive &D, StringRef Text) {
  if (D.Kind == directives::pp_if) {
    Open.push_back(conditionOf(D, Text));
    return;
  }
  std::string Macro = spelling(D, 2, Text).str();
  if (D.Kind == directives::pp_ifdef) {
    Open.push_back({{std::move(Macro)}});
    return;
  }
  if (IsFirst && !isFeatureTest(Macro)) {
    Guard = std::move(Macro);
    Open.emplace_back();
    return;
  }
  Open.push_back({{std::move(Macro)}, /*IsNegated=*/true});
}

/// At an #else, or an #elif, whose own condition is not looked at.
void ConditionStack::turn(bool IsElse) {
  if (Open.empty())
    return;
  IncludeCondition &Last = Open.back();
  Last.IsUnknown |= !IsElse || Last.Macros.empty();
  Last.IsNegated = !Last.IsNegated;
}

bool ConditionStack::take(const directives::Directive &D, StringRef Text) {
  switch (D.Kind) {
  case directives::pp_if:
  case directives::pp_ifdef:
  case directives::pp_ifndef:
    enter(D, Text);
    break;
  case directives::pp_elif:
  case directives::pp_elifdef:
  case directives::pp_elifndef:
    turn(/*IsElse=*/false);
    break;
  case directives::pp_else:
    turn(/*IsElse=*/true);
    break;
  case directives::pp_endif:
    if (!Open.empty())
      Open.pop_back();
    break;
  case directives::pp_pragma_once:
    return true;
  default:
    IsFirst = false;
    return false;
  }
  IsFirst = false;
  return true;
}

std::vector<IncludeCondition> ConditionStack::around() const {
  std::vector<IncludeCondition> Result;
  for (const IncludeCondition &Each : Open)
    if (Each.IsUnknown || !Each.Macros.empty())
      Result.push_back(Each);
  return Result;
}

/// Whether \p Macro, where it is defined at all, is by the compiler.
static bool tellsTargets(StringRef Macro) {
  static constexpr StringRef Beginnings[] = {
      "__cplusplus", "_WIN",         "__WIN",      "WIN32",
      "_MSC_VER",    "__APPLE__",    "__MACH__",   "__CYGWIN__",
      "__MINGW",     "__FreeBSD__",  "__NetBSD__", "__OpenBSD__",
      "__Dragon",    "_AIX",         "__sun",      "__HAIKU__",
      "__ANDROID__", "__EMSCRIPTEN", "__hpux",     "__sgi",
      "__VMS",       "__QNX",        "__MSDOS__",  "__BORLANDC__"};
  return any_of(Beginnings,
                [&](StringRef Each) { return Macro.starts_with(Each); });
}

bool holds(const IncludeCondition &Condition, const StringSet<> &Defined) {
  if (Condition.IsUnknown)
    return false;
  auto IsDefined = [&](StringRef Macro) { return Defined.contains(Macro); };
  if (!Condition.IsNegated)
    return any_of(Condition.Macros, IsDefined);
  return none_of(Condition.Macros, IsDefined) &&
         all_of(Condition.Macros, tellsTargets);
}

} // namespace warrant
