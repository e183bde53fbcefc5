//===- BoundaryLayout.h - Layouts that C code relies on ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_BOUNDARYLAYOUT_H
#define WARRANT_CHECKS_SUPPORT_BOUNDARYLAYOUT_H

#include "clang/AST/ASTContext.h"
#include <string>
#include <vector>

namespace warrant {

/// `'const char *'`, as it is written.
std::string quoteType(clang::QualType T, const clang::ASTContext &AST);

/// Of a class that \p T is or leads to, and whose members C sees, why C can't
/// share its layout: `leads to a 'config', which has virtual functions`. Empty
/// where it can. A handle, whose definition C does not see, has none.
std::string layoutFault(clang::QualType T, const clang::ASTContext &AST);

/// What is worth knowing of \p T, or of what it points to, or nothing: `is a
/// 'bool', which C code may take for an int`.
std::string noteOf(clang::QualType T, const clang::ASTContext &AST);

/// The same of the members of the struct that \p T is or points to.
void addMemberNotes(clang::QualType T, const clang::ASTContext &AST,
                    std::vector<std::string> &Notes);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_BOUNDARYLAYOUT_H
