//===- PrivateObjects.h - Objects that nobody else changes ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A volatile variable of a function that passes its address to nobody, and a
// constant that the program defines, are seen by no handler and no thread that
// could change them: nothing has to be atomic or in order.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_PRIVATEOBJECTS_H
#define WARRANT_CHECKS_SUPPORT_PRIVATEOBJECTS_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include <string>

namespace warrant {

/// Why nothing else changes the object that the lvalue \p E, in the body of
/// \p In, is a part of, or empty.
std::string proveNotShared(const clang::Expr &E, const clang::FunctionDecl *In);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_PRIVATEOBJECTS_H
