//===- CommandsUnits.cpp - Units that are merged later --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsUnits.h"
#include "Commands.h"
#include "CommandsRun.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace warrant {

/// Those of \p Folders that lie at or below the root, from there: where the
/// others are, no project file is.
static std::set<std::string> belowRoot(ArrayRef<std::string> Folders,
                                       StringRef Root) {
  std::set<std::string> Result;
  for (StringRef Folder : Folders)
    if (isAtOrBelow(Folder, Root))
      Result.insert(Folder.drop_front(Root.size()).ltrim('/').str());
  return Result;
}

void describeUnits(const Target &T, const Config &C, UnitsInfo &Info) {
  Info.ConfigDigest = configDigest(C);
  Info.Configurations.insert(T.Configurations.begin(), T.Configurations.end());
  Info.Commands = commandDigests(T.Units, C);
  Info.BuildFolders = belowRoot(T.Units.BuildFolders, C.Root);
}

Error takeShard(StringRef Shard, Plan &Units, UnitsInfo &Info) {
  auto [First, Second] = Shard.split('/');
  if (First.getAsInteger(10, Info.Part) ||
      Second.getAsInteger(10, Info.Parts) || Info.Part < 1 ||
      Info.Part > Info.Parts)
    return createStringError("--shard: '" + Shard +
                             "' is no I/N with I from 1 to N");
  std::vector<WorkItem> Mine;
  for (auto &&[Number, Item] : enumerate(Units.Items))
    if (Number % Info.Parts == Info.Part - 1)
      Mine.push_back(std::move(Item));
  Units.Items = std::move(Mine);
  return Error::success();
}

int writeUnitsTo(StringRef File, const std::string &Bytes) {
  if (File != "-") {
    if (Error E = writeFile(File, Bytes))
      return fail(std::move(E));
    return 0;
  }
  if (outs().is_displayed())
    return fail(createStringError(
        "what is written is not for a terminal; name a file"));
  return printOutput(Bytes);
}

} // namespace warrant
