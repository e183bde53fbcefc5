//===- RulesWriters.cpp - Tables of rules ---------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Markdown.h"
#include "SourceText.h"
#include "Wording.h"
#include "warrant/Rules.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <array>

using namespace llvm;

namespace warrant {
namespace {

constexpr StringLiteral Serving =
    "to serve a rule is not to comply with it, and rules that no kind serves "
    "are not here";

/// What holds for every rule: code that the audit did not see.
std::vector<std::string> unseen(const Report &R) {
  std::vector<std::string> Result;
  auto Add = [&](unsigned Count, StringRef What, StringRef Rest = "") {
    if (Count)
      Result.push_back(counted(Count, What) + Rest.str());
  };
  auto Units = [&](auto IsMeant) { return count_if(R.Units, IsMeant); };
  Add(Units([](const UnitSummary &U) {
        return U.State != UnitStatus::Ok && U.State != UnitStatus::Skipped;
      }),
      "unit", " failed");
  Add(Units(
          [](const UnitSummary &U) { return U.State == UnitStatus::Skipped; }),
      "unit", " skipped");
  Add(R.Blind.FilesInNoUnit.size(), "file", " in no unit");
  Add(R.Blind.LinesNeverLive, "line", " that the preprocessor left out");
  Add(R.Blind.IndirectCalls, "call", " through a pointer");
  Add(R.Blind.UninstantiatedPatterns, "template", " without an instantiation");
  if (Result.empty())
    Result.push_back("nothing that is known of");
  return Result;
}

/// Hashes, in a report that may be anyone's.
std::string hash(StringRef Text) {
  std::string Result;
  copy_if(Text, std::back_inserter(Result), isAlnum);
  return Result;
}

using Numbers = std::array<unsigned, 6>;
constexpr StringLiteral Columns[] = {"sites",  "open",    "documented",
                                     "proven", "excused", "defects"};
Numbers numbersOf(const RuleRow &Row) {
  return {Row.Sites,  Row.Open,    Row.Documented,
          Row.Proven, Row.Excused, Row.Defects};
}

} // namespace

void writeRulesText(const Report &R, const Standard &S,
                    ArrayRef<const CheckInfo *> Checks, raw_ostream &OS) {
  const std::vector<RuleRow> Rows = byRule(R, S, Checks);
  OS << S.Name << ": " << Serving << "\n" << runOf(R.Run) << "\n\n";
  size_t Width = 4;
  for (const RuleRow &Row : Rows)
    Width = std::max(Width, Row.Rule.size());
  OS << left_justify("rule", Width);
  for (StringRef Name : Columns)
    OS << right_justify(Name, 12);
  OS << "  kinds\n";
  for (const RuleRow &Row : Rows) {
    OS << left_justify(Row.Rule, Width);
    for (unsigned Number : numbersOf(Row))
      OS << right_justify(std::to_string(Number), 12);
    OS << "  " << join(Row.Kinds, ", ");
    if (Row.Off.size() == Row.Kinds.size())
      OS << " (not looked for)";
    else if (!Row.Off.empty())
      OS << " (not looked for: " << join(Row.Off, ", ") << ")";
    OS << '\n';
  }
  OS << "\nnot seen: " << join(unseen(R), ", ") << '\n';
  const auto Why = proofs(R);
  if (!Why.empty())
    OS << "\nproven because\n";
  for (const auto &[Reason, Count] : Why)
    OS << right_justify(std::to_string(Count), 8) << "  " << printable(Reason)
       << '\n';
}

void writeRulesMarkdown(const Report &R, const Standard &S,
                        ArrayRef<const CheckInfo *> Checks, raw_ostream &OS) {
  OS << "## " << S.Name << "\n\n<sub>" << runOf(R.Run) << "; " << Serving
     << "</sub>\n\n| rule |";
  for (StringRef Name : Columns)
    OS << ' ' << Name << " |";
  OS << " kinds | not looked for |\n| --- |";
  for (size_t N = 0; N != std::size(Columns); ++N)
    OS << " ---: |";
  OS << " --- | --- |\n";
  for (const RuleRow &Row : byRule(R, S, Checks)) {
    OS << "| " << Row.Rule << " |";
    for (unsigned Number : numbersOf(Row))
      OS << ' ' << Number << " |";
    OS << ' ' << join(Row.Kinds, ", ") << " | " << join(Row.Off, ", ")
       << " |\n";
  }
  OS << "\nNot seen: " << join(unseen(R), ", ") << ".\n";
  const auto Why = proofs(R);
  if (!Why.empty())
    OS << "\n| proven because | sites |\n| --- | ---: |\n";
  for (const auto &[Reason, Count] : Why)
    OS << "| " << markdownCode(Reason) << " | " << Count << " |\n";
}

/// No cell has a comma or a quote: they are names of rules, kinds and digests.
void writeRulesCSV(const Report &R, const Standard &S,
                   ArrayRef<const CheckInfo *> Checks, raw_ostream &OS) {
  OS << "standard,rule,"
     << join(map_range(Columns, [](StringRef Name) { return Name.str(); }), ",")
     << ",kinds,not looked for,not seen,revision,configuration,commands\r\n";
  for (const RuleRow &Row : byRule(R, S, Checks)) {
    OS << S.Id << ',' << Row.Rule;
    for (unsigned Number : numbersOf(Row))
      OS << ',' << Number;
    OS << ',' << join(Row.Kinds, " ") << ',' << join(Row.Off, " ") << ','
       << join(unseen(R), "; ") << ',' << hash(R.Run.Revision)
       << (R.Run.Dirty ? " with changes" : "") << ','
       << hash(R.Run.ConfigDigest) << ',' << hash(R.Run.CommandsDigest)
       << "\r\n";
  }
}

} // namespace warrant
