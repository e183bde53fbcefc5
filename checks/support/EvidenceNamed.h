//===- EvidenceNamed.h - Objects that a name keeps alive --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An array that is reached by a variable's name, with no pointer on the way, is
// alive where the name is in scope.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EVIDENCENAMED_H
#define WARRANT_CHECKS_SUPPORT_EVIDENCENAMED_H

#include "Check.h"

namespace warrant {

/// Why the array that \p Op, at \p Node, leads into is alive, in words, or
/// empty. Of a local variable nothing is said where the address may be kept.
std::string lifetimeFact(const Operation &Op, const clang::Stmt &Node,
                         const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EVIDENCENAMED_H
