//===- VariadicFacts.h - What is known of a va_list -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a function's own text tells of its va_lists: whether each is ended on
// every way out, and whether what starts one, or is read from one, can be
// right.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_VARIADICFACTS_H
#define WARRANT_CHECKS_SUPPORT_VARIADICFACTS_H

#include "Check.h"

namespace warrant {

/// What a call does with the va_list that is its first argument.
enum class ListUse : uint8_t { None, Start, Copy, End };
ListUse listUse(const clang::CallExpr &E);

/// Whether \p E is a va_list, as it is handed to functions.
bool isVaList(const clang::Expr *E, const clang::ASTContext &AST);

/// What is known of the pair that \p E, a start, a copy or an end, belongs to.
struct ListPair {
  std::string Proof; ///< not empty: it has its partner on every path
  std::optional<Defect> Wrong;
};
ListPair findPartner(const clang::CallExpr &E, const Context &C);

/// What is wrong with the parameter that `va_start` is given.
std::optional<Defect> startDefect(const clang::CallExpr &Start,
                                  const Context &C);

/// What is wrong with the type that `va_arg` reads.
std::optional<Defect> readDefect(const clang::VAArgExpr &Read,
                                 const Context &C);

/// Why the arguments of \p E, which is declared to take a format, are those
/// that it reads, or empty.
std::string formatFact(const clang::CallExpr &E, const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_VARIADICFACTS_H
