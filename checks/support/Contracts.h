//===- Contracts.h - The contract of a function -----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a function demands of its callers, as a value, found on any of its
// declarations that the unit shows; what such a contract documents in the
// function's own body; and what becomes of it where the function is used. The
// rules are in docs/contracts.md.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_CONTRACTS_H
#define WARRANT_CHECKS_SUPPORT_CONTRACTS_H

#include "ContractReach.h"
#include "ContractText.h"
#include "OverlayMatch.h"
#include "Place.h"
#include "UnitFiles.h"
#include "warrant/SafetyComments.h"
#include "llvm/ADT/DenseMap.h"

namespace warrant {

enum class ContractSource : uint8_t { Comment, Attribute, Overlay };

/// See the file comment.
struct Contract {
  std::string Name; ///< of the function or the macro
  /// Whose parameters Conditions speak of; null for a macro.
  const clang::FunctionDecl *Stated = nullptr;
  std::string Text;
  /// What callers ensure, one by one; empty when any arguments will do.
  std::vector<std::string> Conditions;
  ContractSource From = ContractSource::Comment;
  Location Where; ///< of the comment, or of the declaration
  /// It stands only where callers of the header's declaration do not see it.
  bool Hidden = false;
  /// Where it is from an overlay: what that says, of which arguments.
  std::optional<OverlayUse> Overlay;
  bool isDemanding() const { return !Conditions.empty(); }
};

/// Finds contracts, each once.
class ContractFinder {
public:
  ContractFinder(clang::ASTContext &AST, const Config &Settings,
                 UnitFiles &Files)
      : AST(AST), Settings(Settings), Files(Files) {}

  /// The contract of \p F or of the pattern it is made from, or null.
  const Contract *of(const clang::FunctionDecl &F);
  bool isDemanding(const clang::FunctionDecl &F) {
    const Contract *Found = of(F);
    return Found && Found->isDemanding();
  }
  /// That of the macro whose body has the token at \p Body.
  const Contract *ofMacro(clang::SourceLocation Body);
  /// Whether \p Op uses what has a contract that demands something.
  bool isDemanding(const Operation &Op) {
    const Contract *Found = asked(Op);
    return Found && Found->isDemanding();
  }

  /// Whether a contract of \p F, or its documentation at any declaration, tells
  /// callers what they have to see to.
  bool tellsCallers(const clang::FunctionDecl &F);

  /// Puts into the use \p Op what an overlay says of the function.
  void addOverlay(Operation &Op);

  /// Puts the contract of the function around \p Op into \p A, where in
  /// standard mode it documents the operation.
  void document(const Operation &Op, const Place &P, const Context &C,
                Association &A);

  /// What the use \p Op of a function with a contract has of \p A: its status,
  /// and what is left.
  void decideUse(Site &S, const Operation &Op, Association &A,
                 const Context &C);

  /// Whether the pointer of \p Op is a parameter of \p C's function, or what
  /// is reached from one.
  bool isOnParameter(const Operation &Op, const Context &C, bool OrThis);

private:
  bool saysWhatIsHandedIn(const clang::FunctionDecl &D);
  std::unique_ptr<Contract> find(const clang::FunctionDecl &F);
  std::unique_ptr<Contract> findInOverlay(const clang::FunctionDecl &F);
  std::unique_ptr<Contract> findAt(const clang::FunctionDecl &D);
  std::vector<std::string> headingsAt(const clang::FunctionDecl &D) const;
  std::unique_ptr<Contract>
  findConfigured(const clang::FunctionDecl &D, const Anchor &Where,
                 llvm::ArrayRef<std::string> Headings);
  std::unique_ptr<Contract> findInherited(const clang::FunctionDecl &F);
  std::unique_ptr<Contract> findAtMacro(clang::SourceLocation Body);
  const Contract *ofCaller(const Context &C);
  void handOn(const Operation &Op, const Context &C, std::set<unsigned> &Open,
              Association &A);
  const Contract *asked(const Operation &Op) {
    return Op.Callee ? of(*Op.Callee) : ofMacro(Op.UsedMacro);
  }

  clang::ASTContext &AST;
  const Config &Settings;
  UnitFiles &Files;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<Contract>> Found;
  llvm::DenseMap<clang::SourceLocation, std::unique_ptr<Contract>> AtMacros;
  std::unique_ptr<ParameterReach> Reach; ///< of the function asked for last
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_CONTRACTS_H
