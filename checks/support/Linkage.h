//===- Linkage.h - What a linker and another compiler see -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The names and types of functions and variables with C linkage, in words that
// units of C and C++ can be compared by.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_LINKAGE_H
#define WARRANT_CHECKS_SUPPORT_LINKAGE_H

#include "UnitFiles.h"
#include "clang/AST/Decl.h"

namespace warrant {

/// The name that a linker sees of \p D, which has C linkage: that of its
/// `__asm__` label, if it has one.
std::string linkageName(const clang::NamedDecl &D);

/// Whether \p D defines, in a unit of C, what units of C++ may declare.
bool isDefinitionInC(const clang::Decl &D);

/// Adds to \p To how those of \p Declarations that are audited declare what
/// they name.
void addLinkage(llvm::ArrayRef<const clang::ValueDecl *> Declarations,
                UnitFiles &Files, llvm::StringRef Configuration,
                std::set<LinkageDeclaration> &To);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_LINKAGE_H
