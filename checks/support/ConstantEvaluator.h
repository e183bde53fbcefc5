//===- ConstantEvaluator.h - What expressions come to -----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The evaluator behind ConstantAddress.h. Where an expression is the value of a
// variable, of a parameter or of a call, it goes on with what that stands for.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CONSTANTEVALUATOR_H
#define WARRANT_CHECKS_SUPPORT_CONSTANTEVALUATOR_H

#include "ConstantAddress.h"
#include "clang/AST/ASTContext.h"

namespace warrant {

/// The function whose body is being evaluated; without a caller its arguments
/// are not known.
struct CallFrame {
  const clang::FunctionDecl *Function = nullptr;
  llvm::ArrayRef<const clang::Expr *> Arguments;
  const CallFrame *Caller = nullptr;
};

/// What \p Function returns if it does nothing else, or null.
const clang::Expr *returnedBy(const clang::FunctionDecl &Function,
                              const clang::ASTContext &AST);

/// Whether \p V, named in the body of \p In, always has its initializer's
/// value.
bool keepsValue(const clang::VarDecl &V, const clang::FunctionDecl *In);

/// See the file comment.
class ConstantEvaluator {
public:
  using Address = std::optional<ConstantAddress>;
  using Integer = std::optional<llvm::APSInt>;

  ConstantEvaluator(const clang::ASTContext &AST, CallFrame F,
                    unsigned Depth = 0)
      : AST(AST), F(F), Depth(Depth) {}

  Address lvalue(const clang::Expr *E) const;
  Address pointer(const clang::Expr *E) const;
  Integer integer(const clang::Expr *E) const;

private:
  /// What an expression stands for, and where that is written.
  struct Source {
    const clang::Expr *Value = nullptr;
    CallFrame In;
  };
  Source sourceOf(const clang::Expr *E) const;
  const clang::Expr *initializerOf(const clang::Expr *E) const;
  Source calledBy(const clang::CallExpr &Call) const;
  ConstantEvaluator in(const Source &S) const {
    return ConstantEvaluator(AST, S.In, Depth + 1);
  }

  Address folded(const clang::Expr *E, bool IsLvalue) const;
  Address member(const clang::MemberExpr &E) const;
  Address element(const clang::ArraySubscriptExpr &E) const;
  Address convertedPointer(const clang::CastExpr &E) const;
  Address moved(const clang::BinaryOperator &E) const;
  Integer arithmetic(const clang::BinaryOperator &E) const;
  Integer convertedInteger(const clang::CastExpr &E) const;
  uint64_t sizeOf(clang::QualType T) const;

  const clang::ASTContext &AST;
  CallFrame F;
  unsigned Depth;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CONSTANTEVALUATOR_H
