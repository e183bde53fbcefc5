//===- Exceptions.h - Exceptions at boundaries ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Says of a function that C code calls whether an exception may leave it: a
// defect where a throw is visible, an open question where only a declaration
// is, and evidence where nothing throws. Bodies count in project files alone,
// so that what is said does not depend on which others are parsed.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EXCEPTIONS_H
#define WARRANT_CHECKS_SUPPORT_EXCEPTIONS_H

#include "Check.h"
#include "ExceptionWalk.h"
#include "UnitFiles.h"
#include "llvm/ADT/DenseMap.h"
#include <deque>
#include <set>

namespace warrant {

/// One a unit: it keeps what it found of each function.
class ExceptionFinder : private CalleeKnowledge {
public:
  ExceptionFinder(const clang::ASTContext &AST, const Config &Settings,
                  UnitFiles &Files)
      : AST(AST), Settings(Settings), Files(Files),
        IsAsked(Settings.isCheckEnabled(*findCheck("extern-c-boundary"))) {}

  /// Adds to \p Op, where it is an export or a callback, what is found.
  void addTo(Operation &Op);

  /// Adds to \p Out what units ask that see no more of \p F, a definition, than
  /// its declaration.
  void addDefinition(const clang::FunctionDecl &F, UnitResult &Out);

private:
  const clang::FunctionDecl *judged(const clang::FunctionDecl &F) override;
  const Escapes &escapes(const clang::FunctionDecl &Definition) override;
  bool isProjects(const clang::FunctionDecl &F) override;
  std::optional<bool> throws(const clang::FunctionDecl &F) override;

  /// A function, with those that have asked for it.
  struct Node {
    const clang::FunctionDecl *Definition;
    Escapes Leaving;
    std::set<unsigned> Callers;
  };
  unsigned indexOf(const clang::FunctionDecl &Definition);
  const Escapes &find(const clang::FunctionDecl &Definition);
  void update(unsigned Index);
  void judge(Operation &Op,
             llvm::ArrayRef<const clang::FunctionDecl *> Functions);
  bool isProject(clang::SourceLocation Loc);
  const Escape *next(const Escape &E) const;
  const Escape &rootOf(const Escape &E) const;
  std::string messageOf(const Escape &E) const;
  void addPlaces(Operation &Op, const Escape &E);

  const clang::ASTContext &AST;
  const Config &Settings;
  UnitFiles &Files;
  const bool IsAsked;     ///< whether other units ask for definitions
  std::deque<Node> Nodes; ///< references into it stay valid
  llvm::DenseMap<const clang::FunctionDecl *, unsigned> Indices;
  std::set<unsigned> Pending;
  std::optional<unsigned> Current; ///< the one that is walked
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EXCEPTIONS_H
