//===- CommandsDrivers.cpp - Which compilers may be run -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsDrivers.h"
#include "Child.h"
#include "llvm/Support/GlobPattern.h"

using namespace llvm;

namespace warrant {

/// What \p Compiler printed; nothing where it could not be run.
static std::string output(StringRef Compiler, ArrayRef<std::string> Arguments) {
  // Its words are read, so they are not to be translated. Files of specs, which
  // can name programs to run, are looked for in the working folder, too.
  SmallVector<StringRef, 16> Words{"-C", "/", "LC_ALL=C", Compiler};
  append_range(Words, Arguments);
  Expected<ChildResult> Result = runChild("env", Words);
  if (!Result) {
    consumeError(Result.takeError()); // the note on silent compilers tells
    return {};
  }
  return Result->Output + "\n" + Result->Messages;
}

Expected<CompilerRunner> compilerRunner(ArrayRef<std::string> Globs) {
  std::vector<GlobPattern> Allowed;
  for (const std::string &Glob : Globs) {
    Expected<GlobPattern> Pattern = GlobPattern::create(Glob, 64);
    if (!Pattern)
      return createStringError(inconvertibleErrorCode(),
                               "--query-driver: '" + Glob +
                                   "': " + toString(Pattern.takeError()));
    Allowed.push_back(std::move(*Pattern));
  }
  return
      [Allowed](StringRef Compiler,
                ArrayRef<std::string> Arguments) -> std::optional<std::string> {
        if (none_of(Allowed,
                    [&](const GlobPattern &P) { return P.match(Compiler); }))
          return std::nullopt;
        return output(Compiler, Arguments);
      };
}

} // namespace warrant
