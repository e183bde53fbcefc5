//===- CheckInfo.h - What a check says of itself ----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A check's metadata as constant data. Each file in checks/ defines one
// CheckInfo beside its matching code; `warrant list` and `explain`,
// docs/checks/*.md, SARIF rules[] and clang-tidy's names are all printed from
// it. Nothing here knows Clang.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKINFO_H
#define WARRANT_CHECKINFO_H

#include "warrant/Words.h"

namespace warrant {

/// The rules of a published standard that a kind serves (serving is not
/// compliance), each as its standard spells the number: "CWE-119",
/// "Rule 18.4", "ARR30-C", "Pro.bounds.1".
struct References {
  llvm::ArrayRef<llvm::StringLiteral> Cwe;
  llvm::ArrayRef<llvm::StringLiteral> MisraC2012;
  llvm::ArrayRef<llvm::StringLiteral> MisraCpp2023;
  llvm::ArrayRef<llvm::StringLiteral> Cert;
  llvm::ArrayRef<llvm::StringLiteral> CoreGuidelines;
};

/// One kind of operation (or of remark) of a check.
struct KindInfo {
  llvm::StringLiteral Name;    ///< `subscript`
  llvm::StringLiteral Summary; ///< lower case, no full stop
  Severity Level;
  PropertySet Required;
  References Refs;
};

/// A configuration key a check registers below its own name.
struct OptionInfo {
  enum class Type : uint8_t { Bool, Integer, String, StringList };
  llvm::StringLiteral Name;
  Type Kind;
  llvm::StringLiteral Default; ///< as it would be written in YAML
  llvm::StringLiteral Help;    ///< lower case, no full stop
};

/// A check: the detector of a family of operations.
struct CheckInfo {
  llvm::StringLiteral Name; ///< `pointer-arithmetic`, without a prefix
  llvm::StringLiteral Summary;
  bool OnByDefault;
  llvm::ArrayRef<KindInfo> Kinds;
  llvm::ArrayRef<OptionInfo> Options;
  llvm::StringLiteral Explanation; ///< Markdown, several paragraphs
  llvm::StringLiteral BadExample;  ///< a whole C++ file that is caught
  llvm::StringLiteral GoodExample; ///< a whole C++ file that is silent
  llvm::StringLiteral Limits;      ///< what it does not see: a Markdown list
};

/// Every check that is built in, in the order of checks/Checks.def.
llvm::ArrayRef<const CheckInfo *> allChecks();

/// The check of that name (with or without the prefix `warrant-`), or null.
const CheckInfo *findCheck(llvm::StringRef Name);

/// The kind of \p Check of that name, or null.
const KindInfo *findKind(const CheckInfo &Check, llvm::StringRef Name);

} // namespace warrant

#endif // WARRANT_CHECKINFO_H
