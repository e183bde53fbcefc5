//===- Fingerprint.cpp - What stays of a site when lines move -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fingerprint.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include <algorithm>
#include <tuple>

using namespace warrant;
using llvm::StringRef;

namespace {

using Fields = llvm::SmallVector<StringRef, 8>;

/// `w1:` and 16 bytes of BLAKE3. Each field ends in a NUL, which no field
/// holds, so that no two lists of fields give the same input.
std::string hash(const Fields &List) {
  llvm::BLAKE3 Hasher;
  const uint8_t End = 0;
  for (StringRef Field : List) {
    Hasher.update(Field);
    Hasher.update(End);
  }
  return "w1:" + llvm::toHex(Hasher.final<16>(), /*LowerCase=*/true);
}

Fields identityFields(const Site &S) {
  if (!S.Identity.empty())
    return {"site", S.Check, S.Identity};
  return {"site", S.Check, S.Kind, S.Where.File, S.FunctionName, S.Tokens};
}

Fields identityFields(const Remark &M) {
  return {"remark", M.Kind, M.Where.File, M.Subject};
}

auto place(const Site &S) { return std::tie(S.Token, S.Where); }
auto place(const Remark &M) { return std::tie(M.Where, M.Message); }

/// Findings with one identity follow each other; which come first
/// does not matter, and a hash is compared faster.
template <typename Finding>
std::vector<std::pair<uint64_t, Finding *>> grouped(std::vector<Finding> &All) {
  std::vector<std::pair<uint64_t, Finding *>> Sorted;
  Sorted.reserve(All.size());
  for (Finding &F : All) {
    Fields Key = identityFields(F);
    Sorted.push_back({llvm::hash_combine_range(Key.begin(), Key.end()), &F});
  }
  llvm::sort(Sorted, [](const auto &A, const auto &B) {
    if (A.first != B.first)
      return A.first < B.first;
    Fields X = identityFields(*A.second), Y = identityFields(*B.second);
    return X != Y ? X < Y : place(*A.second) < place(*B.second);
  });
  return Sorted;
}

template <typename Finding> void fill(std::vector<Finding> &All) {
  Fields Group;
  unsigned Ordinal = 0;
  for (auto [Hash, F] : grouped(All)) {
    Fields Input = identityFields(*F);
    Ordinal = Input == Group ? Ordinal + 1 : 0;
    Group = Input;
    const std::string Number = std::to_string(Ordinal);
    Input.push_back(Number);
    F->Fingerprint = hash(Input);
  }
}

} // namespace

void warrant::fingerprint(std::vector<Site> &Sites) { fill(Sites); }
void warrant::fingerprint(std::vector<Remark> &Remarks) { fill(Remarks); }
