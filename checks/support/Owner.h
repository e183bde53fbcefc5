//===- Owner.h - The declaration that a site stands at ----------*- C++ -*-===//
//-*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions and variables are declared more than once, and are one site: at
// the header that owns them.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_OWNER_H
#define WARRANT_CHECKS_SUPPORT_OWNER_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

namespace warrant {

inline bool isInSystemHeader(const clang::Decl &D) {
  const clang::SourceManager &SM = D.getASTContext().getSourceManager();
  return SM.isInSystemHeader(SM.getFileLoc(D.getLocation()));
}

/// The declaration at which \p D stands: the first in a header, else the first
/// at all. Null when a system header owns it.
template <typename DeclT> const DeclT *owner(const DeclT &D) {
  const clang::SourceManager &SM = D.getASTContext().getSourceManager();
  llvm::SmallVector<const DeclT *, 4> Redeclared;
  for (const clang::Decl *Each : D.redecls())
    Redeclared.push_back(llvm::cast<DeclT>(Each));
  llvm::sort(Redeclared, [&](const DeclT *A, const DeclT *B) {
    return SM.isBeforeInTranslationUnit(A->getLocation(), B->getLocation());
  });
  const DeclT *First = nullptr;
  for (const DeclT *Each : Redeclared) {
    if (isInSystemHeader(*Each))
      return nullptr;
    clang::SourceLocation Loc = SM.getFileLoc(Each->getLocation());
    if (!SM.isInMainFile(Loc))
      return Each;
    if (!First)
      First = Each;
  }
  return First;
}

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_OWNER_H
