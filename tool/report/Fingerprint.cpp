//===- Fingerprint.cpp - What stays of a site when lines move -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fingerprint.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include <algorithm>
#include <map>
#include <tuple>

using namespace warrant;
using llvm::StringRef;

namespace {

using Fields = std::vector<std::string>;

/// `w1:` and 16 bytes of BLAKE3. Each field ends in a NUL, which no field
/// holds, so that no two lists of fields give the same input.
std::string hash(const Fields &List) {
  llvm::BLAKE3 Hasher;
  const uint8_t End = 0;
  for (const std::string &Field : List) {
    Hasher.update(StringRef(Field));
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

template <typename Finding> void fill(std::vector<Finding> &All) {
  std::map<Fields, std::vector<Finding *>> Equals;
  for (Finding &F : All)
    Equals[identityFields(F)].push_back(&F);
  for (auto &[Key, Group] : Equals) {
    std::sort(Group.begin(), Group.end(),
              [](const Finding *A, const Finding *B) {
                return place(*A) < place(*B);
              });
    Fields Input = Key;
    Input.emplace_back();
    for (size_t Ordinal = 0; Ordinal != Group.size(); ++Ordinal) {
      Input.back() = std::to_string(Ordinal);
      Group[Ordinal]->Fingerprint = hash(Input);
    }
  }
}

} // namespace

void warrant::fingerprint(std::vector<Site> &Sites) { fill(Sites); }
void warrant::fingerprint(std::vector<Remark> &Remarks) { fill(Remarks); }
