//===- Metrics.cpp - Measures of the unsafe surface -----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Metrics.h"
#include "TextSummary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"

using namespace warrant;
using llvm::StringRef;

namespace {

/// What measures are made of.
struct Totals {
  uint64_t Lines = 0, Files = 0, FilesWithSites = 0;
  uint64_t Functions = 0, WithOperations = 0;
  uint64_t Public = 0, PublicWithContract = 0, MissingContract = 0;
  uint64_t Open = 0, WithDefects = 0;
  uint64_t UnitsFailed = 0, UnitsSkipped = 0;
  Summary Counts;
};

void addFiles(const Report &R, Totals &T) {
  for (const auto &[File, Facts] : R.Files) {
    if (Facts.Vendored)
      continue;
    ++T.Files;
    T.Lines += Facts.Lines;
    T.Functions += Facts.Functions;
    T.WithOperations += Facts.FunctionsWithOperations;
    T.Public += Facts.PublicFunctions;
    T.PublicWithContract += Facts.PublicWithContract;
  }
}

Totals totalsOf(const Report &R) {
  Totals T;
  T.Counts = summarize(R);
  addFiles(R, T);
  std::set<StringRef> Files;
  for (const Site &S : R.Sites) {
    if (isVendored(R, S))
      continue;
    Files.insert(S.Where.File);
    T.Open += isOpen(S);
    T.WithDefects += !S.Defects.empty();
  }
  T.FilesWithSites = Files.size();
  for (const Remark &M : R.Remarks)
    T.MissingContract += M.Kind == "missing-contract" && !isVendored(R, M);
  for (const UnitSummary &U : R.Units) {
    T.UnitsSkipped += U.State == UnitStatus::Skipped;
    T.UnitsFailed +=
        U.State != UnitStatus::Skipped && U.State != UnitStatus::Ok;
  }
  return T;
}

/// `25.0 % (12/48)`
std::string cellOf(const Measure &M) {
  return valueOf(M) + " (" + std::to_string(M.Part) + "/" +
         std::to_string(M.Whole) + ")";
}

} // namespace

std::vector<Measure> warrant::measure(const Report &R) {
  using enum Measure::Unit;
  const Totals T = totalsOf(R);
  const Summary &C = T.Counts;
  const uint64_t Sources = T.Files + R.Blind.FilesInNoUnit.size();
  return {
      {"documented", "operations documented or proven", "operations",
       uint64_t(C.Documented) + C.Proven, C.Sites},
      {"open", "operations unknown, undocumented or partial, and not excused",
       "operations", T.Open, C.Sites},
      {"undocumented", "operations undocumented or unknown", "operations",
       uint64_t(C.Undocumented) + C.Unknown, C.Sites},
      {"proven", "operations proven", "operations", C.Proven, C.Sites},
      {"excused", "operations set aside by a person", "operations", C.Excused,
       C.Sites},
      {"defects", "operations with a defect", "operations", T.WithDefects,
       C.Sites},
      {"density", "operations", "lines", C.Sites, T.Lines, PerThousand},
      {"open-density", "open operations", "lines", T.Open, T.Lines,
       PerThousand},
      {"functions-without", "functions without any raw operation", "functions",
       T.Functions - std::min(T.Functions, T.WithOperations), T.Functions},
      {"files-without", "files without any raw operation", "files",
       T.Files - std::min(T.Files, T.FilesWithSites), T.Files},
      {"public-with-contract", "public functions with a contract",
       "public functions", T.PublicWithContract, T.Public},
      {"public-missing-contract",
       "public functions that need a contract and have none",
       "public functions", T.MissingContract, T.Public},
      {"units-failed", "units that failed", "units", T.UnitsFailed,
       R.Units.size(), Share, true},
      {"units-skipped", "units that were skipped", "units", T.UnitsSkipped,
       R.Units.size(), Share, true},
      {"files-in-no-unit", "files in no unit", "files",
       R.Blind.FilesInNoUnit.size(), Sources, Share, true},
      {"lines-never-live", "lines that no configuration compiles", "lines",
       R.Blind.LinesNeverLive, T.Lines, Share, true},
      {"indirect-calls", "calls through pointers", "lines",
       R.Blind.IndirectCalls, T.Lines, PerThousand, true},
      {"uninstantiated", "operations in templates that nothing instantiates",
       "lines", R.Blind.UninstantiatedPatterns, T.Lines, PerThousand, true},
  };
}

std::string warrant::valueOf(const Measure &M) {
  if (!M.Whole)
    return "none";
  if (M.As == Measure::Unit::PerThousand)
    return llvm::formatv("{0:F2}", 1000.0 * M.Part / M.Whole).str();
  return llvm::formatv("{0:F1} %", 100.0 * M.Part / M.Whole).str();
}

void warrant::writeTrend(llvm::ArrayRef<NamedReport> Reports,
                         llvm::raw_ostream &OS) {
  std::vector<std::vector<Measure>> Columns;
  for (const NamedReport &Each : Reports)
    Columns.push_back(measure(*Each.Audit));
  // Names are as long as they are; values line up below the longest of each.
  std::vector<size_t> Widths;
  for (size_t N = 0; N != Reports.size(); ++N) {
    size_t Width = Reports[N].Name.size();
    for (const Measure &M : Columns[N])
      Width = std::max(Width, cellOf(M).size());
    Widths.push_back(Width);
  }
  for (size_t N = 0; N != Reports.size(); ++N)
    OS << (N ? "  " : "") << llvm::right_justify(Reports[N].Name, Widths[N]);
  OS << '\n';
  for (size_t Row = 0; Row != Columns.front().size(); ++Row) {
    for (size_t N = 0; N != Reports.size(); ++N)
      OS << (N ? "  " : "")
         << llvm::right_justify(cellOf(Columns[N][Row]), Widths[N]);
    const Measure &M = Columns.front()[Row];
    OS << "  " << M.Name
       << (M.As == Measure::Unit::PerThousand ? ", per 1,000 " : ", of ")
       << M.Of << '\n';
  }
}
