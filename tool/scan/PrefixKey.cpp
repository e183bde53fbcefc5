//===- PrefixKey.cpp - Which units may share a prefix ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PrefixKey.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

std::optional<std::string> prefixKey(const WorkItem &Item) {
  std::string Key = sys::path::extension(Item.File).str();
  if (!Item.SkipReason.empty())
    return std::nullopt;
  bool Skips = false, IsRelative = false;
  for (StringRef Flag : drop_end(Item.Command)) {
    if (Flag.starts_with("-imacros") || Flag.starts_with("-include-pch") ||
        Flag.starts_with("-fmodule"))
      return std::nullopt;
    if (Flag == "-Xclang") // what it is for comes next
      continue;
    bool IsOwn = Skips;
    Skips = Flag == "-I" || Flag == "-D" || Flag == "-U" || Flag == "-iquote" ||
            Flag == "-include" || Flag == "-o";
    if (IsOwn || Skips || Flag.starts_with("-I") || Flag.starts_with("-D") ||
        Flag.starts_with("-U") || Flag.starts_with("-W") ||
        Flag.starts_with("-iquote"))
      continue;
    IsRelative |= Flag.contains('/') && !sys::path::is_absolute(Flag);
    Key += "\n" + Flag.str();
  }
  return IsRelative ? Key + "\n" + Item.Directory : Key;
}

std::vector<std::string> includeFlags(const WorkItem &Item) {
  std::vector<std::string> Result{Item.Directory};
  bool Takes = false;
  for (const std::string &Each : Item.Command) {
    StringRef Flag = Each;
    bool IsFlag = Flag.starts_with("-I") || Flag.starts_with("-D") ||
                  Flag.starts_with("-iquote");
    if (Takes || IsFlag)
      Result.push_back(Each);
    Takes = Flag == "-I" || Flag == "-D" || Flag == "-iquote";
  }
  return Result;
}

} // namespace warrant
