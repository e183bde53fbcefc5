//===- IncludeConditions.h - What an #include depends on --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is known, without preprocessing, of when a line of a file is read: the
// macros that the conditions around it ask for.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_INCLUDECONDITIONS_H
#define WARRANT_SCAN_INCLUDECONDITIONS_H

#include "clang/Lex/DependencyDirectivesScanner.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSet.h"
#include <string>
#include <vector>

namespace warrant {

/// Whether the project may ask headers of the system for something by defining
/// \p Macro.
bool isFeatureTest(llvm::StringRef Macro);

/// One condition around a line.
struct IncludeCondition {
  std::vector<std::string> Macros; ///< one of which is to be defined
  bool IsNegated = false;          ///< none of which is to be defined
  bool IsUnknown = false;          ///< it asks for more than that
};

/// Whether \p Condition surely holds where the compiler and the command define
/// \p Defined. That a macro is nowhere defined is only known of those that
/// tell targets and languages apart.
bool holds(const IncludeCondition &Condition, const llvm::StringSet<> &Defined);

/// Follows the conditions of a file.
class ConditionStack {
public:
  /// Takes a directive of \p Text; false where it is no condition.
  bool take(const clang::dependency_directives_scan::Directive &D,
            llvm::StringRef Text);
  /// Those around the next line, but for the guard against a second inclusion.
  std::vector<IncludeCondition> around() const;
  /// The macro of that guard, or empty.
  llvm::StringRef guard() const { return Guard; }

private:
  void enter(const clang::dependency_directives_scan::Directive &D,
             llvm::StringRef Text);
  void turn(bool IsElse);

  llvm::SmallVector<IncludeCondition, 8> Open;
  std::string Guard;
  bool IsFirst = true;
};

/// The token \p Number of \p D, or nothing.
llvm::StringRef spelling(const clang::dependency_directives_scan::Directive &D,
                         size_t Number, llvm::StringRef Text);

} // namespace warrant

#endif // WARRANT_SCAN_INCLUDECONDITIONS_H
