//===- ExceptionTypes.h - What is thrown and what catches it ----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EXCEPTIONTYPES_H
#define WARRANT_CHECKS_SUPPORT_EXCEPTIONTYPES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/StmtCXX.h"

namespace warrant {

/// \p T as handlers compare it: canonical, without top-level qualifiers.
clang::QualType exceptionType(clang::QualType T);

/// The class `std::NAME` of the library, or null where the unit has none.
clang::QualType libraryException(llvm::StringRef Name,
                                 const clang::ASTContext &AST);

/// Whether \p Handler takes what is thrown as a \p Thrown, an exceptionType()
/// or null for what isn't known: then only `catch (...)` does for certain.
bool isCaught(clang::QualType Thrown, const clang::CXXCatchStmt &Handler);

/// Whether the exception specification of \p F lets nothing pass.
bool isNothrow(const clang::FunctionDecl &F);

/// Whether \p F is a function of namespace std that only handles numbers and
/// pointers to such, as `std::isfinite`, `std::max` and looking up in a
/// `std::set<int>`: these throw nothing, though few of them say so.
bool isPlainLibraryFunction(const clang::FunctionDecl &F);

/// Whether \p F, a function of the C library, only keeps the functions that it
/// gets: they run in a thread, at exit or on a signal, and what they throw does
/// not come back to who calls \p F.
bool returnsBeforeCall(const clang::FunctionDecl &F);

/// Whether what \p Callee, a pointer, points to is C code by declaration: the
/// pointer's type or the pointer itself is declared with C linkage, or it is a
/// parameter of a function that has it.
bool pointsToC(const clang::Expr *Callee);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EXCEPTIONTYPES_H
