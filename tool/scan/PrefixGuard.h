//===- PrefixGuard.h - Whether a unit may use a prefix ----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A prefix is read before the unit's first line, its headers stand further
// down. That is the same where each of them
//
//   - is really included, by that path,
//   - outside of any braces or parentheses,
//   - where no macro that its text names is other than in the prefix,
//   - where no pragma of the project is in force that could change it,
//
// and where the project consults none of its macros before. Headers of the
// system are taken to mean the same in any order.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_PREFIXGUARD_H
#define WARRANT_SCAN_PREFIXGUARD_H

#include "Prefix.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PPCallbacks.h"

namespace warrant {

/// Lets the parse of \p Compiler be watched, which is to use \p Facts and asks
/// for the macros \p Asked, perhaps before it includes their headers. The
/// reason is written to \p Refusal, which is empty where none was found.
void guardPrefix(clang::CompilerInstance &Compiler, const PrefixFacts &Facts,
                 llvm::ArrayRef<std::string> Asked, std::string &Refusal);

} // namespace warrant

#endif // WARRANT_SCAN_PREFIXGUARD_H
