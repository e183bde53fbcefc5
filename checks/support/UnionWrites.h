//===- UnionWrites.h - What was written to a union before -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows the writes to the members of one union along the text: statements in
// their order, both branches of an `if`, the body of a loop before its own
// head. Where control may have come another way the answer only grows.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_UNIONWRITES_H
#define WARRANT_CHECKS_SUPPORT_UNIONWRITES_H

#include "Check.h"
#include "llvm/ADT/SetVector.h"

namespace warrant {

/// Which members of a union may have been written last at a point.
struct UnionWrites {
  /// Null stands for a write that nobody can tell the member of.
  llvm::SmallSetVector<const clang::FieldDecl *, 4> Members;
  bool Through = true; ///< there is a way here without any write
  bool Ends = false;   ///< there is no way here: what is before returns
};

/// What may have been written last to \p Object, a union, where \p Read is
/// evaluated in \p C.
UnionWrites writesBefore(const clang::Expr *Object, const clang::Expr &Read,
                         const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_UNIONWRITES_H
