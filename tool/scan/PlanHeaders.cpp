//===- PlanHeaders.cpp - Headers by themselves --------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "warrant/Plan.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

/// An extension that only C++ has.
static bool isCXXHeader(StringRef Header) {
  StringRef Extension = sys::path::extension(Header);
  return !Extension.empty() && Extension != ".h";
}

static unsigned sharedFolders(StringRef A, StringRef B) {
  StringRef FolderA = sys::path::parent_path(A),
            FolderB = sys::path::parent_path(B);
  auto [Unused, At] =
      std::mismatch(sys::path::begin(FolderA), sys::path::end(FolderA),
                    sys::path::begin(FolderB), sys::path::end(FolderB));
  return std::distance(sys::path::begin(FolderB), At);
}

/// How near \p Item is to \p Header; the greatest is the nearest.
static std::tuple<bool, bool, unsigned> nearness(const WorkItem &Item,
                                                 StringRef Header) {
  bool FitsLanguage =
      !isCXXHeader(Header) || compilesCXX(Item.Command, Item.File);
  bool IsNamesake = sys::path::stem(Item.Display) == sys::path::stem(Header);
  return {FitsLanguage, IsNamesake, sharedFolders(Item.Display, Header)};
}

static const WorkItem *nearest(const Plan &Units, StringRef Header) {
  const WorkItem *Best = nullptr;
  for (const WorkItem &Item : Units.Items)
    if (Item.SkipReason.empty() &&
        (!Best || nearness(Item, Header) > nearness(*Best, Header)))
      Best = &Item;
  return Best;
}

/// \p Item with \p File for its source, which is parsed in the same language.
static WorkItem forHeader(WorkItem Item, std::string File, StringRef Display) {
  StringRef Language = compilesCXX(Item.Command, Item.File) ? "c++" : "c";
  Item.Command.pop_back();
  if (Item.Command.back() == "--") // Microsoft's options
    Item.Command.back() = Language == "c" ? "/TC" : "/TP";
  else
    Item.Command.insert(Item.Command.end(), {"-x", Language.str()});
  Item.Command.push_back(File);
  Item.File = std::move(File);
  Item.Display = Display.str();
  return Item;
}

HeaderPlan planHeaders(const Plan &Units, StringRef Root,
                       ArrayRef<std::string> Headers) {
  HeaderPlan Result;
  Result.Units.BuildFolders = Units.BuildFolders;
  for (const std::string &Header : Headers) {
    const WorkItem *Near = nearest(Units, Header);
    if (!Near)
      continue;
    Result.FlagsOf[Header] = Near->Display;
    std::string File = (Root.rtrim('/') + "/" + Header).str();
    Result.Units.Items.push_back(forHeader(*Near, std::move(File), Header));
  }
  sort(Result.Units.Items);
  return Result;
}

} // namespace warrant
