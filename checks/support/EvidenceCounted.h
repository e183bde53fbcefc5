//===- EvidenceCounted.h - Arrays whose length a field has ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `int d[] __attribute__((counted_by(n)))`: an index below `s->n` is within
// `s->d`, for as long as nothing changes `s->n`. That the field tells the truth
// is the declaration's promise, so it is evidence of the bounds and no proof.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EVIDENCECOUNTED_H
#define WARRANT_CHECKS_SUPPORT_EVIDENCECOUNTED_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include <optional>

namespace warrant {

/// The count of an array that is a member of what a variable names or points
/// to.
struct CountedArray {
  const clang::VarDecl *Holder;
  const clang::FieldDecl *Array;
  const clang::FieldDecl *Count;
};

/// What counts the elements of \p Base; absence where no declaration says so.
std::optional<CountedArray> countedArray(const clang::Expr *Base);

/// Whether \p E is the member \p Field of what \p Holder names or points to.
bool isMemberOf(const clang::Expr *E, const clang::ValueDecl *Field,
                const clang::VarDecl *Holder);

/// Whether nothing in \p Body can change the count of \p A: calls can, and so
/// can writes through which it might be reached.
bool keepsCount(const clang::Stmt *Body, const CountedArray &A);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EVIDENCECOUNTED_H
