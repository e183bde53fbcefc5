//===- TemporaryPrefixes.h - Prefixes that go with a run --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Precompiled system headers lie in the cache. Where there is none they lie in
// a folder that this makes and removes, also when a signal ends the run.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_TEMPORARYPREFIXES_H
#define WARRANT_TEMPORARYPREFIXES_H

#include "warrant/Plan.h"

namespace warrant {

/// What the paths of prefixes in the cache \p Folder begin with; empty where it
/// can't be used.
std::string prefixPathIn(llvm::StringRef Folder);

class TemporaryPrefixes final : public RunObserver {
public:
  TemporaryPrefixes();
  TemporaryPrefixes(const TemporaryPrefixes &) = delete;
  TemporaryPrefixes &operator=(const TemporaryPrefixes &) = delete;
  ~TemporaryPrefixes() override { remove(); }

  /// What their paths begin with. The folder is there while a run is, when a
  /// signal can't leave it behind.
  std::string path() {
    IsUsed = true;
    return Folder + "/";
  }
  void beginsAll() override;
  void endsAll() override { remove(); }
  void breaksOff() override { remove(); }

private:
  void remove();
  std::string Folder;
  bool IsUsed = false, IsThere = false;
};

} // namespace warrant

#endif // WARRANT_TEMPORARYPREFIXES_H
