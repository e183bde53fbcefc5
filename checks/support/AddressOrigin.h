//===- AddressOrigin.h - Where a volatile object's address is from -*- C++
//-*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An lvalue is followed to where its address is written: through members,
// elements, casts, constant pointers, references, and functions that do nothing
// but return something. What is met on the way (variables, members, functions,
// macros) names the address, and a comment there speaks of it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_ADDRESSORIGIN_H
#define WARRANT_CHECKS_SUPPORT_ADDRESSORIGIN_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallVector.h"

namespace warrant {

/// The surest to be a device's first.
enum class AddressOrigin : uint8_t {
  Constant,     ///< an integer, or one plus a position
  LinkerSymbol, ///< a name that the linker gives an address
  Declared,     ///< a pointer from elsewhere: a parameter, a member, a result
  Variable      ///< none: the object is a variable or a part of one
};

/// See the file comment.
struct VolatileAddress {
  AddressOrigin Origin = AddressOrigin::Variable;
  /// What the last pointer on the way to the object points to; null for none.
  clang::QualType Object;
  /// The variables, members and functions that name the address.
  llvm::SmallVector<const clang::ValueDecl *, 2> Holders;
  /// Where its parts are written: macros may have spelled them.
  llvm::SmallVector<clang::SourceLocation, 8> Spellings;
};

/// The address of the lvalue \p E in the body of \p In, which may be null.
VolatileAddress addressOfLvalue(const clang::Expr &E,
                                const clang::FunctionDecl *In,
                                const clang::ASTContext &AST);

/// The address that \p E, a pointer or an integer, is.
VolatileAddress addressOfValue(const clang::Expr &E,
                               const clang::FunctionDecl *In,
                               const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_ADDRESSORIGIN_H
