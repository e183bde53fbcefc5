//===- SarifRules.h - The rules of a SARIF log ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A rule for each kind of each check, from the checks' metadata.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_SARIFRULES_H
#define WARRANT_REPORT_SARIFRULES_H

#include "JsonReader.h"
#include "warrant/CheckInfo.h"
#include "warrant/Report.h"
#include <map>

namespace warrant {

/// Remarks belong to this check.
inline constexpr llvm::StringLiteral RemarkCheck = "safety-comment";

/// The texts of results; each is a message string of every rule that has it.
inline constexpr std::pair<llvm::StringLiteral, llvm::StringLiteral>
    SarifMessages[] = {
        {"undocumented", "The operation '{0}' in '{1}' has no SAFETY comment. "
                         "What must hold: {2}."},
        {"rejected",
         "The comment of the operation '{0}' in '{1}' justifies nothing: {3}. "
         "What must hold: {2}."},
        {"unknown",
         "The text of the operation '{0}' in '{1}' could not be read, so it "
         "counts as undocumented. What must hold: {2}."},
        {"partial",
         "The comment of the operation '{0}' in '{1}' leaves open: {2}."},
        {"defect", "The operation '{0}' in '{1}' is wrong: {2}."},
        {"remark", "Remark '{0}': {1}."},
        {"gone", "The finding '{0}' in '{1}' is no more."},
};

/// The rules of a log, with the index of each.
class SarifRules {
public:
  /// Of all kinds of \p Checks, and of those that only \p R and \p V know.
  SarifRules(llvm::ArrayRef<const CheckInfo *> Checks, const Report &R,
             const Verdict &V);

  static std::string id(llvm::StringRef Check, llvm::StringRef Kind);
  size_t indexOf(const std::string &Id) const;
  const Json &json() const { return Rules; }

private:
  void add(llvm::StringRef Check, const KindInfo *Kind, llvm::StringRef Name,
           const CheckInfo *Info);

  std::map<std::string, size_t> Index;
  Json Rules = Json::array();
};

} // namespace warrant

#endif // WARRANT_REPORT_SARIFRULES_H
