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

/// Where several declarations are one site: the first in a header of those that
/// \p Counts takes, else the first of them at all; null for none.
inline const clang::Decl *
ownerAmong(const clang::Decl &D,
           llvm::function_ref<bool(const clang::Decl &)> Counts) {
  const clang::SourceManager &SM = D.getASTContext().getSourceManager();
  llvm::SmallVector<const clang::Decl *, 4> Redeclared(D.redecls_begin(),
                                                       D.redecls_end());
  llvm::sort(Redeclared, [&](const clang::Decl *A, const clang::Decl *B) {
    return SM.isBeforeInTranslationUnit(A->getLocation(), B->getLocation());
  });
  const clang::Decl *First = nullptr;
  for (const clang::Decl *Each : Redeclared) {
    if (!Counts(*Each))
      continue;
    if (!SM.isInMainFile(SM.getFileLoc(Each->getLocation())))
      return Each;
    if (!First)
      First = Each;
  }
  return First;
}

/// The declaration at which \p D stands: the first in a header, else the first
/// at all. Null when a system header owns it.
template <typename DeclT> const DeclT *owner(const DeclT &D) {
  const clang::Decl *Owner =
      ownerAmong(D, [](const clang::Decl &) { return true; });
  return Owner && !isInSystemHeader(*Owner) ? llvm::cast<DeclT>(Owner)
                                            : nullptr;
}

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_OWNER_H
