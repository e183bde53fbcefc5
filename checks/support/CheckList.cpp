//===- CheckList.cpp - Every check that is built in -----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check.h"
#include "llvm/ADT/STLExtras.h"
#include <array>

using namespace llvm;

namespace warrant {

namespace checks {
#define WARRANT_CHECK(File) extern const Check File;
#include "../Checks.def"
#undef WARRANT_CHECK
} // namespace checks

static constexpr const Check *Implementations[] = {
#define WARRANT_CHECK(File) &checks::File,
#include "../Checks.def"
#undef WARRANT_CHECK
};

ArrayRef<const Check *> allCheckImplementations() { return Implementations; }

ArrayRef<const CheckInfo *> allChecks() {
  static const auto Infos = [] {
    std::array<const CheckInfo *, std::size(Implementations)> Result;
    transform(Implementations, Result.begin(),
              [](const Check *C) { return C->Info; });
    return Result;
  }();
  return Infos;
}

const CheckInfo *findCheck(StringRef Name) {
  Name.consume_front("warrant-");
  for (const CheckInfo *Info : allChecks())
    if (Info->Name == Name)
      return Info;
  return nullptr;
}

const KindInfo *findKind(const CheckInfo &Check, StringRef Name) {
  for (const KindInfo &Kind : Check.Kinds)
    if (Kind.Name == Name)
      return &Kind;
  return nullptr;
}

} // namespace warrant
