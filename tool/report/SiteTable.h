//===- SiteTable.h - The sites of all units ---------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_SITETABLE_H
#define WARRANT_REPORT_SITETABLE_H

#include "warrant/Site.h"
#include <unordered_set>
#include <vector>

namespace warrant {

/// The sites of all units, each once. A site is large and there may be a
/// million of them: they are found by hash and never copied.
class SiteTable {
public:
  SiteTable() : Known(0, Hash{All}, Equal{All}) {}
  SiteTable(const SiteTable &) = delete;
  SiteTable &operator=(const SiteTable &) = delete;

  void add(Site S);
  std::vector<Site> take();

private:
  struct Hash {
    const std::vector<Site> &All;
    size_t operator()(size_t Number) const;
  };
  struct Equal {
    const std::vector<Site> &All;
    bool operator()(size_t A, size_t B) const;
  };

  std::vector<Site> All;
  std::unordered_set<size_t, Hash, Equal> Known;
};

} // namespace warrant

#endif // WARRANT_REPORT_SITETABLE_H
