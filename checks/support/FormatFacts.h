//===- FormatFacts.h - What a constant format tells -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads a format of printf or scanf with Clang's own parser of formats, and
// compares it with the arguments.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_FORMATFACTS_H
#define WARRANT_CHECKS_SUPPORT_FORMATFACTS_H

#include "Check.h"

namespace warrant {

struct FormatFacts {
  /// Every conversion has an argument of its type.
  bool TypesMatch = true;
  /// Every string that is printed ends; every one that is scanned has room.
  bool StringsFit = true;
  unsigned Conversions = 0;
  unsigned Strings = 0; ///< of those
  /// A string is scanned without a width, whatever the room is.
  bool IsUnbounded = false;
};

/// What the format \p Format says of \p Arguments; absence where it is no
/// literal, or can't be read.
std::optional<FormatFacts>
readFormat(const clang::Expr *Format,
           llvm::ArrayRef<const clang::Expr *> Arguments, bool IsScanf,
           clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_FORMATFACTS_H
