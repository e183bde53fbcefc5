//===- ExceptionWalk.h - What one function lets escape ----------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks a function's body as it runs, implicit calls included, and collects
// the exceptions that leave it. `try` takes away what its handlers catch and
// adds what they throw.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_EXCEPTIONWALK_H
#define WARRANT_CHECKS_SUPPORT_EXCEPTIONWALK_H

#include "warrant/Words.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include <optional>
#include <string>

namespace warrant {

/// How exceptions of one type may leave a function.
struct Escape {
  /// Certain: a throw in the function itself. Likely: one in the body of a
  /// function that it calls. Possible: nothing says that a callee doesn't.
  Precision Sure = Precision::Possible;
  clang::QualType Type; ///< an exceptionType(), or null where it isn't known
  clang::SourceLocation Where; ///< in the function's text
  std::string What;            ///< `'throw Error()' is not caught`
  /// The definition that it comes out of; null for what throws by itself.
  const clang::FunctionDecl *From = nullptr;
  unsigned Depth = 0;          ///< how many calls lie between
  std::string CaughtOnly = {}; ///< what the handlers catch that it passed

  /// A function of the project that another unit defines, which may throw.
  const clang::FunctionDecl *Awaited = nullptr;

  bool isSurerThan(const Escape &Other) const {
    return std::pair(Sure, Depth) < std::pair(Other.Sure, Other.Depth);
  }
  bool isSameAs(const Escape &Other) const {
    return Type == Other.Type && Awaited == Other.Awaited;
  }
};

/// One a type and an awaited function: the surest way, and of these the first.
using Escapes = llvm::SmallVector<Escape, 2>;

/// Adds \p E to \p To unless that has a surer one of its type.
void addEscape(Escapes &To, Escape E);

/// What is known of the functions that one calls.
class CalleeKnowledge {
public:
  virtual ~CalleeKnowledge() = default;
  /// The definition of \p F by whose body it is judged; null where it is
  /// judged by its declaration alone.
  virtual const clang::FunctionDecl *judged(const clang::FunctionDecl &F) = 0;
  /// What is known so far of such a definition.
  virtual const Escapes &escapes(const clang::FunctionDecl &Definition) = 0;
  /// Whether \p F is declared in project files alone, and not for this unit.
  virtual bool isProjects(const clang::FunctionDecl &F) = 0;
  /// What an overlay says.
  virtual std::optional<bool> throws(const clang::FunctionDecl &F) = 0;
};

/// How messages name \p F.
std::string nameOf(const clang::FunctionDecl &F);

/// What messages say of a function that lets \p E pass: ` throws 'int'`.
std::string verbOf(const Escape &E, const clang::ASTContext &AST);

/// What leaves the body of \p Definition, which depends on no template.
Escapes walkBody(const clang::FunctionDecl &Definition, CalleeKnowledge &Known);

/// The functions, and lambdas without captures, that \p E may be.
llvm::SmallVector<const clang::FunctionDecl *, 2>
namedFunctions(const clang::Expr *E);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_EXCEPTIONWALK_H
