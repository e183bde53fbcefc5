//===- Child.h - Programs that are asked for something ----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHILD_H
#define WARRANT_CHILD_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Error.h"
#include <string>

namespace warrant {

/// A temporary file that is gone when this is.
class ScratchFile {
public:
  ScratchFile();
  ~ScratchFile();
  ScratchFile(const ScratchFile &) = delete;
  ScratchFile &operator=(const ScratchFile &) = delete;

  std::error_code error() const { return Code; } ///< none could be made
  llvm::StringRef path() const { return Path; }
  std::string text() const;

private:
  llvm::SmallString<128> Path;
  std::error_code Code;
};

/// How a program ended, and what it said.
struct ChildResult {
  int Status = 0;
  std::string Output;
  std::string Messages;
};

/// Runs \p Program, which is searched for in the PATH, and waits for it. The
/// error says that it is not there, crashed, or took longer than \p Seconds; 0:
/// any time.
llvm::Expected<ChildResult> runChild(llvm::StringRef Program,
                                     llvm::ArrayRef<llvm::StringRef> Arguments,
                                     unsigned Seconds = 30);

} // namespace warrant

#endif // WARRANT_CHILD_H
