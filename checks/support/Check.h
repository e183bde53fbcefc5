//===- Check.h - What a check sees and what it says -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The Walker makes one traversal of a unit's project declarations and calls
// every enabled check's functions at each expression, statement and
// declaration, in source order, parents first. A check decides whether the node
// is one of its operations and hands an Operation to the Sink; where the
// operation stands (macro, template, header), whether it is evaluated, and
// whether it is documented is decided once, behind the Sink, for all checks.
// Checks are stateless: constant metadata and free functions.
//
// The Walker already leaves out: code outside project files, unevaluated
// operands, constant-evaluated code, implicit code. Template patterns and
// their instantiations are both walked; sites unite at the pattern.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CHECK_H
#define WARRANT_CHECKS_SUPPORT_CHECK_H

#include "warrant/CheckInfo.h"
#include "warrant/Config.h"
#include "warrant/Site.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"

namespace warrant {

struct OverlayFunction; // warrant/Overlay.h
class InterruptHandlers;

/// What the walker knows at a node.
struct Context {
  clang::ASTContext &AST;
  const Config &Settings;
  /// The innermost function (or lambda's call operator), or null.
  const clang::FunctionDecl *Function = nullptr;
  /// The declaration whose initializer, default argument or body is walked.
  const clang::Decl *Holder = nullptr;
  /// The statements around the node, outermost first; the node itself is not
  /// in it. Starts anew at each function or lambda body.
  llvm::ArrayRef<const clang::Stmt *> Parents;
  /// The node belongs to an instantiation, not to a pattern.
  bool InInstantiation = false;
  /// What interrupts the unit's functions; null where nobody asks.
  InterruptHandlers *Interrupts = nullptr;

  const clang::SourceManager &sources() const { return AST.getSourceManager(); }
  const clang::LangOptions &language() const { return AST.getLangOpts(); }
  /// The same with the settings of another place.
  Context with(const Config &Others) const {
    return {AST,     Others,          Function,  Holder,
            Parents, InInstantiation, Interrupts};
  }
  /// The N-th parent from the inside (0 is the nearest), or null.
  const clang::Stmt *parent(unsigned N = 0) const {
    return N < Parents.size() ? Parents[Parents.size() - 1 - N] : nullptr;
  }
};

/// One operation found. Everything but Kind, Token and Range may be left.
struct Operation {
  llvm::StringRef Kind; ///< one of the check's kinds
  /// The operator: `[`'s partner `]`, `+`, the cast's keyword or `(`, the
  /// called name. With check and kind the identity.
  clang::SourceLocation Token;
  clang::SourceRange Range; ///< token range of the whole operation
  /// The operands that select the object. When one of them comes from a
  /// macro's argument the operation stands at the macro's use.
  llvm::SmallVector<const clang::Expr *, 2> Selectors;
  /// Volatile accesses stand where they are made, never at a definition.
  bool StandsAtUse = false;
  Precision Sure = Precision::Certain;
  /// In a pattern: an instantiation may show another kind, which then counts.
  bool IsGuess = false;
  std::string Proof; ///< not empty: why it is sound without a comment
  std::vector<Defect> Defects;
  std::vector<PropertyState> Evidence;
  /// Properties of the kind that the types at hand make void.
  PropertySet Void;
  std::vector<std::pair<clang::SourceLocation, std::string>> Related;
  std::vector<std::string> Notes; ///< what is worth knowing, and no defect
  /// A plain access of a register: in standard mode the comment at its address
  /// (the macros that spell it, or these variables and members) documents it.
  bool DocumentedAtAddress = false;
  llvm::SmallVector<const clang::ValueDecl *, 2> AddressHolders;
  llvm::SmallVector<clang::SourceLocation, 8> AddressSpellings;
  /// Of an access to a register: what it is called, as `GPIOA->ODR`.
  std::string Register;
  /// Of an access that no handler of the unit interrupts, the object that
  /// handlers elsewhere may access; and whether it writes what it made of what
  /// it read.
  std::string Object;
  bool Rewrites = false;
  /// For a site that is a declaration (boundaries): documentation counts, and
  /// so does that of its redeclarations. It stands at Token, never in a macro.
  const clang::Decl *Boundary = nullptr;
  /// For a use of a function that may have a contract: what is used, and the
  /// arguments where it is called. Without a contract it is no operation.
  const clang::FunctionDecl *Callee = nullptr;
  llvm::SmallVector<const clang::Expr *, 4> Arguments;
  /// The same of a macro: a token of its body, where it is written.
  clang::SourceLocation UsedMacro;
  bool isUse() const { return Callee || UsedMacro.isValid(); }
  /// What an overlay says of the function that is called, whose parameters
  /// Arguments are; and for each of its conditions why it holds, or nothing.
  const OverlayFunction *Overlay = nullptr;
  std::vector<std::string> ConditionFacts;
  /// Instead of the operator's place the identity, for boundaries: the linkage
  /// name.
  std::string LinkageName;
  /// How it is declared, to be compared with what other units declare.
  std::vector<const clang::ValueDecl *> Declarations;
};

/// Takes operations. The check is known from whose function is running.
class Sink {
public:
  virtual ~Sink() = default;
  virtual void report(Operation Op) = 0;
};

/// A check as the walker calls it; functions that it does not need are null.
struct Check {
  const CheckInfo *Info;
  void (*AtStmt)(const clang::Stmt &, const Context &, Sink &);
  void (*AtDecl)(const clang::Decl &, const Context &, Sink &);
};

/// Every check of Checks.def, in its order.
llvm::ArrayRef<const Check *> allCheckImplementations();

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CHECK_H
