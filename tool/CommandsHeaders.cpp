//===- CommandsHeaders.cpp - Headers that no unit includes --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsHeaders.h"
#include "CommandsRun.h"
#include "policy/PathGlob.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

static Expected<PathGlobList> globList(ArrayRef<std::string> Globs) {
  PathGlobList Result;
  for (const std::string &Glob : Globs)
    if (Error E = Result.add(Glob))
      return createStringError(inconvertibleErrorCode(),
                               "--headers: " + toString(std::move(E)));
  return Result;
}

Expected<HeaderAudit> HeaderAudit::create(ArrayRef<std::string> Globs) {
  Expected<PathGlobList> List = globList(Globs);
  if (!List)
    return List.takeError();
  HeaderAudit Result;
  Result.Globs = Globs.vec();
  return Result;
}

void HeaderAudit::take(UnitResult &U) {
  if (Globs.empty())
    return;
  Seen.insert(U.File);
  for (const auto &[File, Facts] : U.Files)
    Seen.insert(File);
  auto Near = Headers.FlagsOf.find(U.File);
  if (U.State != UnitStatus::Ok && Near != Headers.FlagsOf.end())
    U.Messages.insert(U.Messages.begin(),
                      "a header by itself, with the flags of '" + Near->second +
                          "'");
}

/// What is included in the middle of others, as `.inl`, is no header.
static bool isHeader(StringRef Path) {
  static constexpr StringLiteral Extensions[] = {".h",   ".hh",  ".hpp",
                                                 ".hxx", ".h++", ".H"};
  return is_contained(Extensions, sys::path::extension(Path));
}

const Plan &HeaderAudit::plan(const Plan &Units, const Config &C,
                              const FileClassifier &Files,
                              ArrayRef<std::string> Paths) {
  if (Globs.empty())
    return Headers.Units;
  PathGlobList List = cantFail(globList(Globs)); // create() tried it
  std::vector<std::string> Meant = filesNotIn(Seen, C, Files, Paths);
  erase_if(Meant, [&](StringRef File) {
    SmallVector<StringRef, 16> Names;
    File.split(Names, '/');
    return !isHeader(File) || !List.match(Names);
  });
  Headers = planHeaders(Units, C.Root, Meant);
  return Headers.Units;
}

} // namespace warrant
