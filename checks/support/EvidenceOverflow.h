//===- EvidenceOverflow.h - Offsets that fit their type ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whether an offset is computed without a result on the way that its type
// can't hold. Where overflow is undefined a proof of bounds may take as given
// that there is none; here that is what is asked, operator by operator.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EVIDENCEOVERFLOW_H
#define WARRANT_CHECKS_SUPPORT_EVIDENCEOVERFLOW_H

#include "EvidenceFlow.h"

namespace warrant {

class OverflowProver {
public:
  explicit OverflowProver(const FunctionFlow &Flow)
      : Flow(Flow), AST(Flow.context()) {}

  /// Why nothing overflows where \p Offset is computed, in words, or empty.
  std::string fact(const clang::Expr *Offset);

private:
  bool fits(const clang::Expr *E);
  bool conversionFits(const clang::CastExpr &E);
  bool resultFits(const clang::BinaryOperator &E);
  bool sumFits(const clang::Expr *L, const clang::Expr *R, clang::QualType T);
  bool differenceFits(const clang::Expr *L, const clang::Expr *R,
                      clang::QualType T);
  bool productFits(const clang::Expr *L, const clang::Expr *R,
                   clang::QualType T);
  bool multipleFits(const clang::Expr *E, int64_t Factor, clang::QualType T);
  bool hasRoom(const clang::Expr *E, bool Adds, int64_t Amount,
               clang::QualType T);
  bool isWithin(const clang::Expr *E, std::optional<int64_t> Least,
                std::optional<int64_t> Most);
  bool keepsTo(const clang::Expr *E, Bound B);

  const FunctionFlow &Flow;
  const clang::ASTContext &AST;
  llvm::SmallVector<Reason, 4> Reasons;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EVIDENCEOVERFLOW_H
