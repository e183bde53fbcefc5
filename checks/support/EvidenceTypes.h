//===- EvidenceTypes.h - Facts that declarations establish ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What types, attributes and static assertions say of a cast or of a boundary,
// without a look at control flow.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EVIDENCETYPES_H
#define WARRANT_CHECKS_SUPPORT_EVIDENCETYPES_H

#include "Check.h"
#include "llvm/ADT/DenseMap.h"

namespace warrant {

/// The types whose layout the unit's static assertions pin down, and where.
class LayoutAssertions {
public:
  explicit LayoutAssertions(const clang::ASTContext &AST) : AST(AST) {}

  /// The fact for \p T that is asserted before \p Use, in words, or empty.
  std::string find(clang::QualType T, clang::SourceLocation Use,
                   const Context &C);

private:
  struct Fact {
    clang::SourceLocation Where;
    std::string Text;
  };
  using FactTable =
      llvm::DenseMap<const clang::Type *, llvm::SmallVector<Fact, 1>>;

  void collect(const clang::DeclContext &From);
  void collect(const clang::Stmt &Block, FactTable &To) const;
  void addFacts(const clang::Expr *E, const clang::StaticAssertDecl &D,
                FactTable &To) const;
  void addFact(clang::QualType T, const clang::Expr &E,
               const clang::StaticAssertDecl &D, FactTable &To) const;

  const clang::ASTContext &AST;
  bool Collected = false;
  FactTable Everywhere; ///< what stands outside functions
};

/// Why the object that \p Cast makes a pointer or a reference to is aligned
/// for its new type, in words, or empty.
std::string alignmentFact(const clang::CastExpr &Cast,
                          const clang::ASTContext &AST);

/// Why a call through what \p Cast makes of a pointer to a function passes its
/// arguments as the function expects, in words, or empty.
std::string conventionFact(const clang::CastExpr &Cast,
                           const clang::ASTContext &AST);

/// The pointee, or the object, that \p Cast leads to.
clang::QualType castTarget(const clang::CastExpr &Cast);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EVIDENCETYPES_H
