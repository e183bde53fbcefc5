//===- ContractRemarks.h - What is to be said of contracts ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes the remarks of `safety-comment` that are about contracts: one that is
// missing, one that callers do not see, and one that demands more than the
// contract of the function that it overrides.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CONTRACTREMARKS_H
#define WARRANT_CHECKS_SUPPORT_CONTRACTREMARKS_H

#include "Contracts.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace warrant {

/// See the file comment.
class ContractRemarks {
public:
  ContractRemarks(const clang::ASTContext &AST, const Config &Settings,
                  UnitFiles &Files, ContractFinder &Contracts, UnitResult &Out);

  void definition(const clang::FunctionDecl &F);
  void declaration(const clang::Decl &D);
  /// The site that \p Op became.
  void site(const Site &S, const Operation &Op, const Place &P,
            const Context &C);

private:
  bool isWanted(llvm::StringRef Kind) const;
  const clang::FunctionDecl *published(const clang::FunctionDecl &F) const;
  void notePublic(const clang::FunctionDecl &F, const Contract *Own);
  void override(const clang::CXXMethodDecl &M, const Contract &Own,
                const clang::CXXMethodDecl &Base);

  const clang::ASTContext &AST;
  const Config &Settings;
  UnitFiles &Files;
  ContractFinder &Contracts;
  UnitResult &Out;
  llvm::SmallPtrSet<const clang::FunctionDecl *, 16> Told;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CONTRACTREMARKS_H
