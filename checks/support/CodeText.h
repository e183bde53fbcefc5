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
#include <memory>

namespace warrant {

/// Whether \p Before and \p After have the same tokens, in directives and
/// outside of them, whatever comments stand between.
bool isSameCode(llvm::StringRef Before, llvm::StringRef After);

struct ScannedFile;

/// A file's text, lexed once for several questions.
class CodeText {
public:
  explicit CodeText(llvm::StringRef Text);
  ~CodeText();

  /// Whether each of \p Sites still stands where it was found.
  bool holds(llvm::ArrayRef<const Site *> Sites) const;
  /// The lines around \p Offset that no token, comment or continued line
  /// reaches out of, as offsets. They divide the file, and each is lexed as it
  /// is within it.
  std::pair<size_t, size_t> linesAround(size_t Offset) const;
  /// Whether \p After has the tokens of [Begin, End), which are such lines.
  bool isSameCode(size_t Begin, size_t End, llvm::StringRef After) const;

private:
  std::unique_ptr<const ScannedFile> File;
};

/// Whether each of \p Sites still stands in \p Text where it was found.
bool holdsSites(llvm::StringRef Text, llvm::ArrayRef<const Site *> Sites);

/// Whether \p Text has a `//` comment.
bool hasLineComments(llvm::StringRef Text);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CODETEXT_H
