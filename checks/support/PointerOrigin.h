//===- PointerOrigin.h - What a pointer was computed from -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pointer that arithmetic made of another one points into the same object:
// where it does not, the arithmetic is what was wrong. So two pointers point
// into one object when all that either of them was ever set to is computed from
// one array, or from the first value of one variable.
//
// A variable that a loop begins anew has another first value in each turn, and
// an array is gone where its block ends. What is declared outside may still
// hold a pointer then, so that only what is declared in that block is followed.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_POINTERORIGIN_H
#define WARRANT_CHECKS_SUPPORT_POINTERORIGIN_H

#include "EvidenceUses.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <optional>
#include <string>

namespace warrant {

/// Whether \p A and \p B name one object at one time: variables and members.
bool isSameObject(const clang::Expr *A, const clang::Expr *B);

/// The variable that the name of the object \p E begins with; null for `this`
/// and what is no such name.
const clang::VarDecl *variableOfObject(const clang::Expr *E);

/// Where pointers of one function come from.
class PointerOrigins {
public:
  PointerOrigins(const clang::FunctionDecl &F, const LocalUses &Uses,
                 const clang::ASTContext &AST);

  /// Why \p A and \p B point into one object, in words, or empty. With
  /// \p IsOrder they are asked which of them is the greater one.
  std::string sameObject(const clang::Expr *A, const clang::Expr *B,
                         bool IsOrder);
  /// The objects that \p Pointer is somewhere computed from. Each is one all
  /// the time.
  llvm::ArrayRef<const clang::Expr *> objectsOf(const clang::Expr *Pointer);

private:
  /// An object, or the first value of a variable; neither for what is computed
  /// from itself.
  struct Origin {
    const clang::Expr *Object = nullptr;
    const clang::VarDecl *Start = nullptr;
  };
  using Found = std::optional<Origin>;

  Found of(const clang::Expr *Pointer);
  Found ofOperand(const clang::Expr *Pointer);
  Found ofObject(const clang::Expr *Object);
  Found ofVariable(const clang::VarDecl *V);
  Found ofSources(const clang::VarDecl *V);
  Found both(const clang::Expr *A, const clang::Expr *B);
  Found agree(const Found &A, const Found &B) const;
  Found found(const clang::Expr *Object);
  bool isOldest(const Origin &O);
  bool isReplaced(const clang::Expr *Object);
  bool isBeginning(const clang::Expr *E, const Origin &O) const;
  bool isTest(const clang::Expr *E, const Origin &O) const;
  void findScopes(const clang::Stmt *S, const clang::Stmt *Scope);
  const clang::Stmt *scopeOf(const clang::VarDecl *V);

  const clang::FunctionDecl &Function;
  const LocalUses &Uses;
  const clang::ASTContext &AST;
  bool HasLabels = false;
  /// Sources need not agree: their objects are collected.
  bool AnySource = false;
  llvm::SmallVector<const clang::Expr *, 2> Objects;
  /// The innermost scope around a scope, or around a variable's declaration.
  llvm::DenseMap<const void *, const clang::Stmt *> Scopes;
  /// The variables that were met, and those whose origin is being asked.
  llvm::SmallVector<const clang::VarDecl *, 8> Chain;
  llvm::SmallPtrSet<const clang::VarDecl *, 8> Open;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_POINTERORIGIN_H
