//===- UnionPun.h - Reads of a union member that was not written last --*- C++
//-*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Answers, for a read of a union's member, whether the last write that is
// visible before it in the enclosing blocks was to another member.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_UNIONPUN_H
#define WARRANT_CHECKS_SUPPORT_UNIONPUN_H

#include "Check.h"

namespace warrant {

/// Whether the member \p E, or a part of it, is read.
bool isUnionRead(const clang::MemberExpr &E, const Context &C);

/// What may have been written to a union before one of its members is read.
struct PunnedRead {
  /// The other members among what was written last, but for those whose common
  /// initial sequence ([class.mem.general]) holds what is read.
  llvm::SmallVector<const clang::FieldDecl *, 2> Written;
  bool Always = false; ///< one of these, whichever way was taken
};

PunnedRead punnedRead(const clang::MemberExpr &Read, const Context &C);

/// Whether what is read through \p Access, a union's member, stays in the
/// common initial sequence of all the union's members: then any may have been
/// written.
bool isInEveryMember(const clang::MemberExpr &Access, const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_UNIONPUN_H
