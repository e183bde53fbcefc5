//===- SiteTable.cpp - The sites of all units -----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SiteTable.h"
#include "Merge.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/StringRef.h"

using llvm::StringRef;

namespace warrant {

/// What makes two sites one: check, kind, token and place. A site with an
/// Identity is one wherever it stands, and of whatever kind.
static bool isSameSite(const Site &A, const Site &B) {
  if (A.Check != B.Check || A.Identity != B.Identity)
    return false;
  return !A.Identity.empty() ||
         (A.Token == B.Token && A.Where == B.Where && A.Kind == B.Kind);
}

static llvm::hash_code hashOf(const Location &L) {
  return llvm::hash_combine(StringRef(L.File), L.Line, L.Column);
}

static llvm::hash_code hashOf(const Site &S) {
  if (!S.Identity.empty())
    return llvm::hash_combine(StringRef(S.Check), StringRef(S.Identity));
  return llvm::hash_combine(StringRef(S.Check), StringRef(S.Kind),
                            hashOf(S.Token), S.Where.Line, S.Where.Column);
}

size_t SiteTable::Hash::operator()(size_t Number) const {
  return hashOf(All[Number]);
}

bool SiteTable::Equal::operator()(size_t A, size_t B) const {
  return isSameSite(All[A], All[B]);
}

void SiteTable::add(Site S) {
  normalize(S);
  All.push_back(std::move(S));
  auto [It, IsNew] = Known.insert(All.size() - 1);
  if (IsNew)
    return;
  // Most often a header's site, of which this unit says what others said.
  if (All[*It] != All.back())
    All[*It] = joinSites(All[*It], All.back());
  All.pop_back();
}

std::vector<Site> SiteTable::take() {
  Known.clear();
  return std::move(All);
}

} // namespace warrant
