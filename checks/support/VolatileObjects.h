//===- VolatileObjects.h - Accesses and what they are of --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the scalar accesses of volatile memory in expressions, and names their
// objects so that accesses in different functions can be compared.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_VOLATILEOBJECTS_H
#define WARRANT_CHECKS_SUPPORT_VOLATILEOBJECTS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include <optional>
#include <tuple>

namespace warrant {

/// One access of a volatile scalar, or of a bit-field.
struct ScalarUse {
  const clang::Expr *Lvalue;
  bool Reads = true, Writes = true;
};

/// The access that \p E itself makes, its parts aside.
std::optional<ScalarUse> scalarUse(const clang::Expr &E);

/// A variable of static storage, or one member of it (of all elements, where it
/// is an array); a member of `this`, whichever object that is; or what lies at
/// a constant address.
struct ObjectKey {
  const clang::VarDecl *Variable = nullptr;
  const clang::FieldDecl *Member = nullptr;
  uint64_t Address = 0;
  bool isOfThis() const { return !Variable && Member; }
  bool isAddress() const { return !Variable && !Member; }
  friend bool operator<(const ObjectKey &A, const ObjectKey &B) {
    return std::tie(A.Variable, A.Member, A.Address) <
           std::tie(B.Variable, B.Member, B.Address);
  }
};

/// The object that the lvalue \p E in \p In is; absence where others may be the
/// same.
std::optional<ObjectKey> objectOf(const clang::Expr &E,
                                  const clang::ASTContext &AST,
                                  const clang::FunctionDecl *In);

/// Whether \p A and \p B are spelled alike, and so name one object.
bool isSameLvalue(const clang::Expr &A, const clang::Expr &B,
                  const clang::ASTContext &AST);

/// The text of \p E as it is written.
std::string writtenText(const clang::Expr &E, const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_VOLATILEOBJECTS_H
