//===- EvidenceUses.h - How a function uses its own variables ---*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One look over a body tells which of the function's integers can be followed
// on paper: those whose every change is an assignment or a step that the text
// shows. A variable whose address is taken, that a lambda captures by
// reference, that assembly writes or that is volatile, static or changed where
// an exception may leave, is not.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EVIDENCEUSES_H
#define WARRANT_CHECKS_SUPPORT_EVIDENCEUSES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

namespace warrant {

/// One change of a variable.
struct VariableWrite {
  enum class How : uint8_t { Assign, Add, Subtract, Other };
  const clang::VarDecl *Target = nullptr;
  How Kind = How::Other;
  /// What is assigned or added; null where that is one.
  const clang::Expr *Value = nullptr;
  /// It is computed in another type than the variable's, and converted back.
  bool Converts = false;
  /// The full expression, or the operand of a sequencing operator at its top:
  /// what stands in one root may happen in any order.
  const clang::Stmt *Root = nullptr;
  /// It is the only one to its variable in its root.
  bool Alone = true;
};

/// The functions of the standard library that choose one of their arguments.
enum class StdChoice : uint8_t { None, Min, Max, Clamp };
StdChoice choiceOf(const clang::Expr *E);

/// See the file comment.
class LocalUses {
public:
  explicit LocalUses(const clang::FunctionDecl &F);

  /// Whether \p V is an integer or a pointer, every change of which is in the
  /// table of writes.
  bool isTrusted(const clang::VarDecl *V) const;
  /// The same of a variable of whatever type.
  bool isFollowed(const clang::VarDecl *V) const;
  /// The assignments and steps that change \p V.
  llvm::ArrayRef<const clang::Stmt *> writesOf(const clang::VarDecl *V) const;
  /// The change that the assignment or step \p S makes, or null.
  const VariableWrite *writeAt(const clang::Stmt *S) const;
  /// Whether \p V is changed in the root of \p Ref, but for \p Except.
  bool isUnsequenced(const clang::DeclRefExpr &Ref,
                     const clang::Stmt *Except = nullptr) const;
  /// The root of \p Ref, as that of a write; null where it has none.
  const clang::Stmt *rootOf(const clang::DeclRefExpr &Ref) const {
    return Roots.lookup(&Ref);
  }
  /// Whether the write \p S is the only one to its variable in its root.
  bool isAlone(const clang::Stmt *S) const {
    const VariableWrite *W = writeAt(S);
    return W && W->Alone;
  }
  /// Whether \p V, of whatever type, keeps the value it began with.
  bool isUnchanged(const clang::VarDecl *V) const;

private:
  /// What becomes of the value of an expression.
  enum class Use : uint8_t { Discarded, Read, Written, Other };
  struct Variable {
    bool Escapes = false;
    llvm::SmallVector<const clang::Stmt *, 4> Writes;
  };

  void scan(const clang::Stmt *S, const clang::Stmt *Root);
  void scanExpr(const clang::Expr *E, Use U, const clang::Stmt *Root);
  void scanCast(const clang::CastExpr &E, Use U, const clang::Stmt *Root);
  void scanBinary(const clang::BinaryOperator &E, Use U,
                  const clang::Stmt *Root);
  void scanChoice(const clang::ConditionalOperator &E, Use U,
                  const clang::Stmt *Root);
  bool scanUnevaluated(const clang::Expr *E, Use U, const clang::Stmt *Root);
  void scanWrite(const clang::Expr &At, const clang::Expr *Target,
                 VariableWrite W, Use U);
  void scanReference(const clang::DeclRefExpr &Ref, Use U,
                     const clang::Stmt *Root);
  const clang::VarDecl *candidate(const clang::DeclRefExpr *Ref) const;

  const clang::FunctionDecl &Function;
  /// Something in the body changes variables in ways that are not followed.
  bool Opaque = false;
  unsigned TryDepth = 0;
  llvm::DenseMap<const clang::VarDecl *, Variable> Variables;
  llvm::DenseMap<const clang::Stmt *, VariableWrite> Writes;
  llvm::DenseMap<const clang::DeclRefExpr *, const clang::Stmt *> Roots;
  /// Which variables are changed in which roots.
  llvm::DenseMap<std::pair<const clang::VarDecl *, const clang::Stmt *>,
                 const clang::Stmt *>
      Changed;
  /// The assignments around what is scanned, and what is read for which.
  llvm::SmallVector<const clang::Stmt *, 4> Assignments;
  llvm::DenseSet<std::pair<const clang::DeclRefExpr *, const clang::Stmt *>>
      ReadFirst;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EVIDENCEUSES_H
