//===- CompilerQueries.cpp - Asking the compilers of a project ----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CompilerQueries.h"
#include "Compilers.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

/// The compiler's path without `.` and `..`: what is allowed is one folder's
/// programs, not those that lie beyond it.
static std::string absoluteCompiler(const ParseCommand &Command,
                                    StringRef Directory) {
  SmallString<256> Path(Command.Arguments.front());
  sys::fs::make_absolute(Directory, Path);
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return std::string(Path);
}

/// `/usr/bin/arm-none-eabi-*` for all compilers of that kind.
static std::string globFor(StringRef Compiler) {
  StringRef Prefix = triplePrefix(Compiler);
  if (Prefix.empty())
    return Compiler.str();
  return (sys::path::parent_path(Compiler) + "/" + Prefix + "-*").str();
}

CompilerQueries::Reply CompilerQueries::ask(StringRef Compiler,
                                            const ParseCommand &Command) {
  std::optional<std::string> Text;
  if (Run)
    Text = Run(Compiler, Command.Question);
  if (Text) {
    std::optional<CompilerAnswer> Answer = readAnswer(*Text);
    if (!Answer)
      return {Outcome::Silent, {}};
    return {Outcome::Answered, std::move(*Answer)};
  }
  bool IsCross = !triplePrefix(Compiler).empty();
  if (!IsCross || !FS->exists(Compiler))
    return {};
  if (Command.UnknownTarget.empty() && findsOwnHeaders(Command, FS))
    return {};
  return {Outcome::NotAllowed, {}};
}

void CompilerQueries::complete(ParseCommand &Command, StringRef Directory) {
  if (Command.Question.empty())
    return;
  std::string Compiler = absoluteCompiler(Command, Directory);
  std::vector<std::string> Key{Compiler};
  append_range(Key, Command.Question);
  auto [At, IsNew] = Replies.try_emplace(std::move(Key));
  if (IsNew)
    At->second = ask(Compiler, Command);
  switch (At->second.How) {
  case Outcome::Answered:
    applyAnswer(At->second.Answer, Command);
    return;
  case Outcome::Silent:
    ++Silent[Compiler];
    return;
  case Outcome::NotAllowed:
    ++NotAllowed[globFor(Compiler)];
    return;
  case Outcome::NotNeeded:
    return;
  }
}

static std::string unitsOf(unsigned Count) {
  return " (" + std::to_string(Count) + (Count == 1 ? " unit)" : " units)");
}

std::vector<std::string> CompilerQueries::notes() const {
  std::vector<std::string> Result;
  for (const auto &[Glob, Count] : NotAllowed)
    Result.push_back("clang does not know the headers of a cross compiler" +
                     unitsOf(Count) + "; to let it be asked for them, add:\n" +
                     "  --query-driver='" + Glob + "'");
  for (const auto &[Compiler, Count] : Silent)
    Result.push_back("`" + Compiler + "` did not tell its headers and macros" +
                     unitsOf(Count));
  return Result;
}

} // namespace warrant
