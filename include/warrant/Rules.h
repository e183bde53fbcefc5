//===- Rules.h - A report by the rules of a standard ------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What an assessor asks: which rules the audit serves, and what became of the
// operations that each is about. To serve a rule is not to comply with it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_RULES_H
#define WARRANT_RULES_H

#include "warrant/CheckInfo.h"
#include "warrant/Report.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>

namespace warrant {

/// A published standard whose rules kinds name.
struct Standard {
  llvm::StringLiteral Id;   ///< `misra-c-2012`
  llvm::StringLiteral Name; ///< `MISRA C:2012`
  llvm::ArrayRef<llvm::StringLiteral> References::*Rules;
};
llvm::ArrayRef<Standard> standards();

/// One rule. Sites of vendored files are left out.
struct RuleRow {
  std::string Rule;
  std::vector<std::string> Kinds; ///< those that serve it
  unsigned Sites = 0;
  unsigned Open = 0; ///< unknown, undocumented or partial, and not excused
  unsigned Documented = 0, Proven = 0;
  unsigned Excused = 0;         ///< open, and set aside
  unsigned Defects = 0;         ///< sites that have one, excused or not
  std::vector<std::string> Off; ///< of the kinds those whose check was off
};

/// Every rule that a kind names, those without a site, too. A site is in the
/// row of each rule that its kind serves.
std::vector<RuleRow> byRule(const Report &R, const Standard &S,
                            llvm::ArrayRef<const CheckInfo *> Checks);

/// Why sites were proven, with what is particular to one left out, and how
/// many.
std::vector<std::pair<std::string, unsigned>> proofs(const Report &R);

/// All with the run that the report is of, and with what it could not see.
void writeRulesText(const Report &R, const Standard &S,
                    llvm::ArrayRef<const CheckInfo *> Checks,
                    llvm::raw_ostream &OS);
void writeRulesMarkdown(const Report &R, const Standard &S,
                        llvm::ArrayRef<const CheckInfo *> Checks,
                        llvm::raw_ostream &OS);
void writeRulesCSV(const Report &R, const Standard &S,
                   llvm::ArrayRef<const CheckInfo *> Checks,
                   llvm::raw_ostream &OS);

} // namespace warrant

#endif // WARRANT_RULES_H
