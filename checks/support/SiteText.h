//===- SiteText.h - What reports show of an operation -----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names, snippets and token strings, made from the AST and the source text.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_SITETEXT_H
#define WARRANT_CHECKS_SUPPORT_SITETEXT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include <string>

namespace warrant {

/// `ns::f(int *)`; for a lambda's body the function around it, for an
/// instantiation its pattern. Empty for null.
std::string functionTitle(const clang::FunctionDecl *F);
/// `ns::f`, of the same function.
std::string functionName(const clang::FunctionDecl *F);
/// The function that functionTitle() names.
const clang::FunctionDecl *titleFunction(const clang::FunctionDecl *F);

/// The text between two file locations, white space folded, comments left
/// out, cut to \p Limit bytes.
std::string snippetOf(clang::SourceLocation Begin, clang::SourceLocation End,
                      const clang::ASTContext &AST, size_t Limit);

/// The tokens between two file locations, one space apart, no comments.
std::string tokensOf(clang::SourceLocation Begin, clang::SourceLocation End,
                     const clang::ASTContext &AST);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_SITETEXT_H
