//===- InterruptHandlers.h - What interrupts the rest of a unit -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds a unit's interrupt and signal handlers (by attribute, by the names of
// vector tables, by registration, by configuration), what they call, and the
// volatile objects that they share with the rest of the unit. One look over the
// unit, made when it is asked for first.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_INTERRUPTHANDLERS_H
#define WARRANT_CHECKS_SUPPORT_INTERRUPTHANDLERS_H

#include "VolatileObjects.h"
#include "warrant/Config.h"
#include "warrant/Site.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"
#include <functional>
#include <map>

namespace warrant {

/// Whether \p F is a handler by its attributes, its name or \p Settings.
bool isInterruptHandler(const clang::FunctionDecl &F, const Config &Settings);

/// The name that other units have for the object of \p Key; empty for none.
std::string outwardName(const ObjectKey &Key);

/// Who accesses an object.
struct ObjectUsers {
  /// A handler that does, itself or by what it calls, or null; and what all of
  /// them do.
  const clang::FunctionDecl *Handler = nullptr;
  bool HandlerReads = false, HandlerWrites = false;
  /// A function that does and that no handler is known to call, or null.
  const clang::FunctionDecl *Other = nullptr;
  bool isShared() const { return Handler && Other; }
};

/// See the file comment. Bodies count in files that \p IsAudited alone, so that
/// what is known does not depend on which others are parsed.
class InterruptHandlers {
public:
  using Predicate = std::function<bool(clang::SourceLocation)>;
  InterruptHandlers(clang::ASTContext &AST, const Config &Settings,
                    Predicate IsAudited)
      : AST(AST), Settings(Settings), IsAudited(std::move(IsAudited)) {}

  /// The handler that \p F is, or is called by, or null.
  const clang::FunctionDecl *handlerOf(const clang::FunctionDecl *F);
  /// `the interrupt handler 'SysTick_Handler'`.
  std::string describe(const clang::FunctionDecl &Handler) const;
  /// Who accesses \p Key.
  ObjectUsers usersOf(const ObjectKey &Key);
  /// What handlers access that other units can name; nothing where nobody asked
  /// for anything, since the unit has no volatile access then.
  std::map<std::string, HandlerUse> outwardUses() const;

private:
  class Collector;
  struct Use {
    const clang::FunctionDecl *In;
    bool Reads, Writes;
  };
  void collect();
  void follow();

  clang::ASTContext &AST;
  const Config &Settings;
  Predicate IsAudited;
  bool Collected = false;
  llvm::SetVector<const clang::FunctionDecl *> Handlers;
  llvm::DenseSet<const clang::FunctionDecl *> Signals; ///< among them
  llvm::DenseMap<const clang::FunctionDecl *,
                 llvm::SetVector<const clang::FunctionDecl *>>
      Calls;
  llvm::DenseMap<const clang::FunctionDecl *, const clang::FunctionDecl *>
      CalledBy; ///< the handler
  std::map<ObjectKey, llvm::SmallVector<Use, 4>> Uses;
};

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_INTERRUPTHANDLERS_H
