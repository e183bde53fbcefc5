//===- Rules.cpp - A report by the rules of a standard --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Rules.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <map>

using namespace llvm;

namespace warrant {
namespace {

constexpr Standard All[] = {
    {"misra-c-2012", "MISRA C:2012", &References::MisraC2012},
    {"misra-cpp-2023", "MISRA C++:2023", &References::MisraCpp2023},
    {"cert", "SEI CERT C and C++", &References::Cert},
    {"cwe", "CWE", &References::Cwe},
    {"core-guidelines", "C++ Core Guidelines", &References::CoreGuidelines},
};

void count(const Site &S, RuleRow &Row) {
  ++Row.Sites;
  Row.Defects += !S.Defects.empty();
  if (S.State == Status::Proven)
    ++Row.Proven;
  else if (S.State == Status::Documented)
    ++Row.Documented;
  else if (S.Excuse)
    ++Row.Excused;
  else
    ++Row.Open;
}

/// Numbers of rules in their order: `Rule 8.7.1` before `Rule 11.3`.
struct ByNumber {
  bool operator()(StringRef A, StringRef B) const {
    return A.compare_numeric(B) < 0;
  }
};

} // namespace

ArrayRef<Standard> standards() { return All; }

std::vector<RuleRow> byRule(const Report &R, const Standard &S,
                            ArrayRef<const CheckInfo *> Checks) {
  std::map<std::string, RuleRow, ByNumber> Rows;
  std::map<std::pair<std::string, std::string>, ArrayRef<StringLiteral>> Serves;
  for (const CheckInfo *Check : Checks) {
    // Reports of earlier releases do not tell which checks were on.
    const bool IsOff =
        !R.Run.Checks.empty() && !is_contained(R.Run.Checks, Check->Name);
    for (const KindInfo &Kind : Check->Kinds) {
      ArrayRef<StringLiteral> Rules = Kind.Refs.*S.Rules;
      Serves[{Check->Name.str(), Kind.Name.str()}] = Rules;
      for (StringRef Rule : Rules) {
        RuleRow &Row = Rows[Rule.str()];
        Row.Kinds.push_back(Kind.Name.str());
        if (IsOff)
          Row.Off.push_back(Kind.Name.str());
      }
    }
  }
  for (const Site &Each : R.Sites)
    if (!isVendored(R, Each))
      for (StringRef Rule : Serves[{Each.Check, Each.Kind}])
        count(Each, Rows[Rule.str()]);
  std::vector<RuleRow> Result;
  for (auto &[Rule, Row] : Rows) {
    Row.Rule = Rule;
    Result.push_back(std::move(Row));
  }
  return Result;
}

/// \p Proof without what it quotes and counts.
static std::string withoutNames(StringRef Proof) {
  std::string Text;
  while (!Proof.empty()) {
    if (Proof.consume_front("'")) {
      Text += "'...'";
      Proof = Proof.split('\'').second;
    } else if (isDigit(Proof.front())) {
      Text += "N";
      Proof = Proof.drop_while(isDigit);
    } else {
      Text += Proof.front();
      Proof = Proof.drop_front();
    }
  }
  return Text;
}

std::vector<std::pair<std::string, unsigned>> proofs(const Report &R) {
  std::map<std::string, unsigned> Counts;
  for (const Site &S : R.Sites)
    if (S.State == Status::Proven && !isVendored(R, S))
      ++Counts[S.Kind + ": " + withoutNames(S.Proof)];
  return {Counts.begin(), Counts.end()};
}

} // namespace warrant
