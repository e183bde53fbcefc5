//===- Copies.cpp - SAFETY comments that were copied ----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Copies.h"
#include "Fingerprint.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <set>

using namespace warrant;

namespace {

/// The operations' tokens at each comment of one wording.
using Places = std::map<Location, std::set<std::string>>;

/// What documents a declaration, a register or a caller speaks of more than
/// the operation, and what another convention asks for may be the same often.
bool standsBeside(const CommentRef &C) {
  switch (C.Where) {
  case Placement::Declaration:
  case Placement::Address:
  case Placement::Contract:
  case Placement::Suppression:
  case Placement::Region:
    return false;
  default:
    return true;
  }
}

std::map<std::string, Places> commentsByText(const Report &R) {
  std::map<std::string, Places> ByText;
  for (const Site &S : R.Sites)
    if (S.Comment && standsBeside(*S.Comment))
      ByText[S.Comment->Text][{S.Comment->File, S.Comment->Line, 1}].insert(
          S.Tokens);
  return ByText;
}

} // namespace

void warrant::remarkCopies(Report &R,
                           llvm::function_ref<bool(const Location &)> IsAsked) {
  for (const auto &[Text, Comments] : commentsByText(R)) {
    auto Original = llvm::find_if(
        Comments, [&](const auto &C) { return !IsAsked(C.first); });
    if (Original == Comments.end())
      Original = Comments.begin();
    for (const auto &[Where, Tokens] : Comments)
      if (Tokens != Original->second && IsAsked(Where))
        R.Remarks.push_back({"copy-paste", Where,
                             "says the same as line " +
                                 std::to_string(Original->first.Line) + " of " +
                                 Original->first.File + ", of other operands",
                             Text, ""});
  }
  llvm::stable_sort(R.Remarks, [](const Remark &A, const Remark &B) {
    return std::tie(A.Where, A.Kind, A.Subject) <
           std::tie(B.Where, B.Kind, B.Subject);
  });
  fingerprint(R.Remarks);
}

bool warrant::remarksCopies(const Config &C) {
  const CheckInfo *Info = findCheck("safety-comment");
  return Info && C.isCheckEnabled(*Info) && C.boolOption(*Info, "copy-paste");
}
