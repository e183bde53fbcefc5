//===- SourceText.h - The lines of the files a report names -----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writers show source lines where the caller can give the text. Findings come
// sorted by file, so the lines of one file at a time are kept.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_SOURCETEXT_H
#define WARRANT_REPORT_SOURCETEXT_H

#include "warrant/Writers.h"
#include "llvm/ADT/SmallVector.h"

namespace warrant {

/// See the file comment.
class SourceText {
public:
  explicit SourceText(const SourceReader &Read) : Read(Read) {}

  /// Line \p Number (from 1) of \p File without its line break, or absence.
  std::optional<llvm::StringRef> line(llvm::StringRef File, unsigned Number);

  /// The text of \p File, or absence.
  std::optional<llvm::StringRef> whole(llvm::StringRef File);

private:
  void load(llvm::StringRef File);

  const SourceReader &Read;
  std::optional<std::string> Loaded; ///< the file whose lines are kept
  std::string Text;
  bool IsRead = false;
  llvm::SmallVector<llvm::StringRef, 0> Lines;
};

/// How many characters (code points) \p Text has. A byte that belongs to none
/// counts as one.
unsigned countCharacters(llvm::StringRef Text);

/// \p Text with control characters and bytes that are not UTF-8 replaced, so
/// that a file's content cannot steer a terminal. Tabs stay.
std::string printable(llvm::StringRef Text);

} // namespace warrant

#endif // WARRANT_REPORT_SOURCETEXT_H
