//===- CompilerAnswers.h - What a compiler tells of itself -- -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A cross compiler knows where its headers are, which target it compiles for
// and what it predefines. Asked for it (`gcc -E -v -dM`), it prints that; here
// the question is put and the answer read. Who may be asked is decided
// elsewhere.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_COMPILERANSWERS_H
#define WARRANT_SCAN_COMPILERANSWERS_H

#include "Commands.h"
#include <map>

namespace warrant {

/// What a compiler said.
struct CompilerAnswer {
  std::string Target;
  std::vector<std::string> Folders; ///< searched for `<x.h>`, in this order
  std::map<std::string, std::string> Macros; ///< without those with parameters
};

/// The arguments that make a compiler tell. Of \p Flags, its own in a command,
/// those are among them that the answer depends on and that run nothing.
std::vector<std::string> compilerQuestion(llvm::ArrayRef<std::string> Flags,
                                          bool IsCXX);

/// Reads what the compiler printed to both its streams; absence where there is
/// no answer in it.
std::optional<CompilerAnswer> readAnswer(llvm::StringRef Text);

/// Makes \p Command parse as the compiler does that gave \p Answer.
void applyAnswer(const CompilerAnswer &Answer, ParseCommand &Command);

/// Whether Clang knows by itself where the compiler of \p Command has its
/// headers.
bool findsOwnHeaders(const ParseCommand &Command,
                     llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS);

} // namespace warrant

#endif // WARRANT_SCAN_COMPILERANSWERS_H
