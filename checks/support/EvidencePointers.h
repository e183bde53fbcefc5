//===- EvidencePointers.h - What is known of a pointer ----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whether a pointer that is dereferenced is another name for an object in
// scope, or was checked for null on every path.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EVIDENCEPOINTERS_H
#define WARRANT_CHECKS_SUPPORT_EVIDENCEPOINTERS_H

#include "EvidenceFlow.h"

namespace warrant {

/// The local variable or parameter that the pointer \p E reads, or null.
const clang::VarDecl *localPointer(const clang::Expr *E);

/// Why the pointer \p E leads to an object that its own text names, in words,
/// or empty: `&x`, an array with an element.
std::string namedObject(const clang::Expr *E, const clang::ASTContext &AST);

/// Why the array \p E, wherever it is, has an element to decay to, or empty.
std::string firstElement(const clang::Expr *E, const clang::ASTContext &AST);

/// The same as of namedObject() of a variable that keeps the value it was
/// initialized with.
std::string knownObject(const clang::VarDecl *V, const FunctionFlow &Flow);

/// Why the variable that the pointer \p E reads is not null, or empty.
std::string nonNullFact(const clang::Expr *E, const FunctionFlow &Flow);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EVIDENCEPOINTERS_H
