//===- CodeText.h - A file's text as the compiler takes it ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What has to be known of a file before a comment is written into it: whether
// its code is still the code that was analysed, and whether it stays the same.
// All of it is read from the tokens, so strings, raw strings and continued
// lines are what the compiler takes them for.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CODETEXT_H
#define WARRANT_CHECKS_SUPPORT_CODETEXT_H

#include "warrant/Site.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace warrant {

/// Whether \p Before and \p After have the same tokens, in directives and
/// outside of them, whatever comments stand between.
bool isSameCode(llvm::StringRef Before, llvm::StringRef After);

/// Whether each of \p Sites still stands in \p Text where it was found.
bool holdsSites(llvm::StringRef Text, llvm::ArrayRef<const Site *> Sites);

/// Whether \p Text has a `//` comment.
bool hasLineComments(llvm::StringRef Text);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CODETEXT_H
