//===- SeenByC.h - What of a header C code reads ----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit of C++ does not show which headers C reads too, but such a header says
// so: it asks for __cplusplus, or it is included in an `extern "C"` block.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_SEENBYC_H
#define WARRANT_CHECKS_SUPPORT_SEENBYC_H

#include "clang/AST/Decl.h"

namespace warrant {

/// Whether \p D stands in a header that C reads, where C reads it.
bool isSeenByC(const clang::Decl &D);

/// Whether, before \p Offset of \p Text, a branch is open that only C++ reads.
bool isForCplusplusOnly(llvm::StringRef Text, unsigned Offset);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_SEENBYC_H
