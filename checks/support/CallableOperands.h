//===- CallableOperands.h - What is handed over to be called --*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CALLABLEOPERANDS_H
#define WARRANT_CHECKS_SUPPORT_CALLABLEOPERANDS_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallVector.h"

namespace warrant {

/// What \p E, handed over to be called, leads to: the names of functions,
/// lambdas or other expressions that are left behind casts, `&`, `+`, `*`, the
/// branches of `?:` and a lambda's conversion to a pointer.
llvm::SmallVector<const clang::Expr *, 2>
callableOperands(const clang::Expr *E);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CALLABLEOPERANDS_H
