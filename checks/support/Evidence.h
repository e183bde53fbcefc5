//===- Evidence.h - Facts that answer a property ----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the analysis itself establishes for an operation that a check found: a
// proof that an index stays within its array, or evidence for single
// properties. Everything that takes more than a look at the operation's own
// expression is asked here, once, behind the checks.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EVIDENCE_H
#define WARRANT_CHECKS_SUPPORT_EVIDENCE_H

#include "Check.h"
#include "EvidenceFlow.h"
#include "EvidenceTypes.h"
#include "Exceptions.h"

namespace warrant {

/// One a unit: it keeps the control flow of the functions asked last.
class EvidenceFinder {
public:
  EvidenceFinder(const clang::ASTContext &AST, const Config &Settings,
                 UnitFiles &Files)
      : AST(AST), Layouts(AST), Exceptions(AST, Settings, Files) {}

  /// Adds to the operation \p Op, whose expression is \p Node (null for a
  /// declaration), what is established and was not known.
  void addTo(Operation &Op, const clang::Stmt *Node, const Context &C);

  /// What other units may ask of \p F, which is defined in a project file.
  void addDefinition(const clang::FunctionDecl &F, UnitResult &Out) {
    Exceptions.addDefinition(F, Out);
  }

private:
  /// An array, an index into it, and whether the position behind the last
  /// element may be named.
  struct Access {
    const clang::Expr *Base;
    const clang::Expr *Index;
    bool OnePast;
  };

  void addTypeFacts(Operation &Op, const clang::CastExpr &Cast,
                    const Context &C);
  void addOverlayFacts(Operation &Op, const Context &C);
  static std::optional<Access>
  accessOf(const Operation &Op, const clang::Stmt *Node, const Context &C);
  void addAccessFacts(Operation &Op, const Access &A, const Context &C);
  void addOffsetFacts(Operation &Op, const clang::Stmt &Node, const Context &C);
  std::string overflowFact(const Operation &Op, const Context &C);
  void addPointerFacts(Operation &Op, const Context &C);
  std::string countedFact(const Access &A, const Context &C);
  std::string proveAccess(const Access &A, const Context &C);
  std::string provePointer(const Operation &Op, const clang::Stmt *Node,
                           const Context &C);
  std::string provePointers(const Operation &Op, const Context &C);
  using Bases = llvm::SmallVector<PointerBase, 2>;
  Bases basesOf(const clang::Expr *Pointer, const FunctionFlow &Flow,
                const Context &C) const;
  std::string provePosition(const Operation &Op, const clang::Stmt *Node,
                            const Context &C, const FunctionFlow &Flow,
                            const PointerBase &Base) const;
  std::string proveArgument(const Access &A, const FunctionFlow &Flow) const;
  std::string proveVariableArray(const Access &A,
                                 const FunctionFlow &Flow) const;
  std::string within(const clang::Expr *Index, Bound End,
                     const llvm::Twine &Limit, const llvm::Twine &Of,
                     const FunctionFlow &Flow,
                     const clang::VarDecl *Holder = nullptr) const;
  const FunctionFlow *flowOf(const clang::FunctionDecl *F);

  const clang::ASTContext &AST;
  LayoutAssertions Layouts;
  ExceptionFinder Exceptions;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<FunctionFlow>>
      Flows;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EVIDENCE_H
