//===- ContractText.h - Conditions, and who answers them --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the words of a contract say, without Clang: the conditions that it
// lists, which of them a comment at a call answers, and whether another
// contract restates one. docs/contracts.md tells the rules to users.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CONTRACTTEXT_H
#define WARRANT_CHECKS_SUPPORT_CONTRACTTEXT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace warrant {

/// The items of the numbered or bulleted list in \p Text, else \p Text as one.
/// \p Lines is the comment as it was written, a line a line: \p Text does not
/// tell a bullet from a minus.
std::vector<std::string> conditionsOf(llvm::StringRef Text,
                                      llvm::StringRef Lines);

/// What follows a heading in \p Lines, as `pre` (for `@pre` and `\pre`) or
/// `REQUIRES:`, up to the next heading or an empty line; empty when there is
/// none.
std::string textBehindHeading(llvm::StringRef Lines,
                              llvm::ArrayRef<std::string> Headings);

/// Which of \p Count conditions a SAFETY comment leaves open, from 0. It
/// answers by number, or by as many bullets; without either it answers all.
std::set<unsigned> leftOpen(llvm::StringRef Comment, unsigned Count);

/// Whether \p Comment has a word of \p Condition that is not a filler.
bool mentions(llvm::StringRef Comment, llvm::StringRef Condition);

/// What a name of the callee is at the caller's.
using Renaming = std::vector<std::pair<std::string, std::string>>;

/// Whether one of \p Own says what \p Condition says: it has each of its words
/// that is not a filler, its names renamed, and denies as it does. \p OwnNames
/// are the names of \p Own at the same place.
bool restates(llvm::ArrayRef<std::string> Own, llvm::StringRef Condition,
              const Renaming &Names, const Renaming &OwnNames = {});

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CONTRACTTEXT_H
