//===- Place.h - Where an operation stands ----------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Macro and template code makes the place of an operation a question of its
// own. place() answers it from the operator's location alone: an operation in
// a macro's body stands at the definition unless what selects its object comes
// from an argument; text in an argument stands where the argument is written;
// pasted text stands at the paste; volatile accesses stand at the use. A place
// is made of file locations only.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_PLACE_H
#define WARRANT_CHECKS_SUPPORT_PLACE_H

#include "Check.h"
#include <optional>

namespace warrant {

/// See the file comment. All locations are file locations.
struct Place {
  clang::SourceLocation Begin;
  clang::SourceLocation End; ///< behind the last character
  /// The operator's token where it is spelled in the same file text, or the
  /// macro's name where the operation stands at a use.
  clang::SourceLocation Token;
  clang::SourceLocation Spelling; ///< of the operator
  bool AtDefinition = false;      ///< stands in a macro's definition
  std::string Macro;              ///< whose body spells the operator, or empty
  /// Of an operation at a definition: where the macro was expanded.
  clang::SourceLocation Expansion;
};

/// Absence means that the operator is spelled in a system header or in no
/// file at all, and so is nobody's to document.
std::optional<Place> place(const Operation &Op, const Context &C);

/// The range of \p E as whatever is done with its value sees it: the use of a
/// macro stands for an expression that is all the macro expands to.
clang::SourceRange rangeInUse(const clang::Expr &E, const Context &C);

/// The definition sites of the macros through whose bodies \p Loc came, the
/// innermost first: locations of their first body tokens.
llvm::SmallVector<clang::SourceLocation, 4>
macroDefinitions(clang::SourceLocation Loc, const clang::SourceManager &SM);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_PLACE_H
