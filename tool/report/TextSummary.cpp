//===- TextSummary.cpp - What the text report ends with -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TextSummary.h"
#include "Wording.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include <algorithm>

using namespace warrant;
using llvm::StringRef;

namespace {

constexpr size_t MostDirectories = 15;

using Row = std::map<std::string, unsigned>; // check -> open sites

unsigned sum(const Row &Counts) {
  unsigned Result = 0;
  for (const auto &[Check, Count] : Counts)
    Result += Count;
  return Result;
}

struct Table {
  std::set<std::string> Checks;
  std::vector<std::pair<std::string, Row>> Rows; ///< most sites first
};

Table tabulate(const Report &R) {
  Table Result;
  std::map<std::string, Row> ByDirectory;
  for (const Site &S : R.Sites) {
    if (!isOpen(S) || isVendored(R, S))
      continue;
    const StringRef Folder = llvm::sys::path::parent_path(
        S.Where.File, llvm::sys::path::Style::posix);
    ++ByDirectory[Folder.empty() ? "." : printable(Folder)][S.Check];
    Result.Checks.insert(S.Check);
  }
  Result.Rows.assign(ByDirectory.begin(), ByDirectory.end());
  llvm::sort(Result.Rows, [](const auto &A, const auto &B) {
    const unsigned X = sum(A.second), Y = sum(B.second);
    return X != Y ? X > Y : A.first < B.first;
  });
  return Result;
}

/// `4 undocumented, 1 proven`: those that are not zero.
std::string
counts(std::initializer_list<std::pair<unsigned, StringRef>> NumbersAndNames) {
  std::vector<std::string> Parts;
  for (const auto &[Count, Name] : NumbersAndNames)
    if (Count != 0)
      Parts.push_back((llvm::Twine(Count) + " " + Name).str());
  return llvm::join(Parts, ", ");
}

/// The units that failed, or those that were skipped, with the first line that
/// each has to say.
std::string unitList(const Report &R, bool Skipped) {
  std::vector<std::string> Parts;
  for (const UnitSummary &U : R.Units) {
    if (U.State == UnitStatus::Ok ||
        (U.State == UnitStatus::Skipped) != Skipped)
      continue;
    std::string Part = "  " + U.File;
    if (!Skipped)
      Part += ": " + toString(U.State).str();
    if (!U.Messages.empty())
      Part += ": " + StringRef(U.Messages.front()).split('\n').first.str();
    if (!U.Excuse.empty())
      Part += " (known: " + U.Excuse + ")";
    Parts.push_back(printable(Part) + "\n");
  }
  if (Parts.empty())
    return {};
  return counted(Parts.size(), "unit") + (Skipped ? " skipped" : " failed") +
         ":\n" + llvm::join(Parts, "");
}

/// What was analysed: `2 units, 3 files, 31 lines`.
std::string extent(const Report &R) {
  size_t Units = llvm::count_if(R.Units, [](const UnitSummary &U) {
    return U.State == UnitStatus::Ok || U.State == UnitStatus::Errors;
  });
  uint64_t Files = 0, Lines = 0;
  for (const auto &[File, Facts] : R.Files) {
    Files += !Facts.Vendored;
    Lines += Facts.Vendored ? 0 : Facts.Lines;
  }
  return counted(Units, "unit") + ", " + counted(Files, "file") + ", " +
         counted(Lines, "line");
}

void printCounts(const Report &R, const TextOptions &Options,
                 llvm::raw_ostream &OS) {
  const Summary S = summarize(R);
  if (S.Sites == 0)
    OS << "no raw-memory operation in " << extent(R) << '\n';
  else
    OS << counted(S.Sites, "site") << " in " << extent(R) << ": "
       << counts({{S.Unknown, "unknown"},
                  {S.Undocumented, "undocumented"},
                  {S.Partial, "partial"},
                  {S.Documented, "documented"},
                  {S.Proven, "proven"}})
       << '\n';
  const std::string More =
      counts({{S.Defects, S.Defects == 1 ? "defect" : "defects"},
              {S.Remarks, S.Remarks == 1 ? "remark" : "remarks"},
              {S.Excused, "excused"}});
  if (!More.empty())
    OS << More << '\n';
  if (S.VendoredFiles != 0)
    OS << "vendored: " << counted(S.VendoredSites, "site") << " in "
       << counted(S.VendoredFiles, "file")
       << (Options.Vendored ? "" : ", not counted above: --vendored lists them")
       << '\n';
}

/// What the baseline says of the findings.
void printBaseline(const Report &R, const Verdict &V,
                   const TextOptions &Options, llvm::raw_ostream &OS) {
  const Summary S = summarize(R);
  if (S.New + S.Known != 0)
    OS << "baseline: " << S.New << " new, " << S.Known << " known"
       << (S.Known != 0 && !Options.All ? ", not listed above: --all lists them"
                                        : "")
       << '\n';
  if (!V.Stale.empty())
    OS << "baseline: " << counted(V.Stale.size(), "known finding")
       << (V.Stale.size() == 1 ? " is" : " are")
       << " no more: 'warrant baseline --prune' takes "
       << (V.Stale.size() == 1 ? "it" : "them") << " out\n";
}

/// On a terminal a long list would push the counts off the screen.
void printFilesInNoUnit(llvm::ArrayRef<std::string> Files, bool Short,
                        llvm::raw_ostream &OS) {
  constexpr size_t FewOnTerminal = 3;
  if (Files.empty())
    return;
  OS << counted(Files.size(), "file") << " in no unit:\n";
  const size_t Shown =
      Short && Files.size() > FewOnTerminal + 1 ? FewOnTerminal : Files.size();
  for (const std::string &File : Files.take_front(Shown))
    OS << "  " << printable(File) << '\n';
  if (Shown != Files.size())
    OS << "  " << Files.size() - Shown << " more: --all\n";
}

void printBlindSpots(const Report &R, const TextOptions &Options,
                     llvm::raw_ostream &OS) {
  OS << unitList(R, /*Skipped=*/false) << unitList(R, /*Skipped=*/true);
  printFilesInNoUnit(R.Blind.FilesInNoUnit, Options.Terminal && !Options.All,
                     OS);
  std::vector<std::string> Unseen;
  if (R.Blind.LinesNeverLive)
    Unseen.push_back(counted(R.Blind.LinesNeverLive, "line") +
                     " that the preprocessor left out");
  if (R.Blind.IndirectCalls)
    Unseen.push_back(counted(R.Blind.IndirectCalls, "call") +
                     " through a pointer");
  if (R.Blind.UninstantiatedPatterns)
    Unseen.push_back(counted(R.Blind.UninstantiatedPatterns, "template") +
                     " without an instantiation");
  if (!Unseen.empty())
    OS << "not seen: " << llvm::join(Unseen, ", ") << '\n';
}

} // namespace

bool warrant::isOpen(const Site &S) {
  return S.State <= Status::Partial && !S.Excuse;
}

bool warrant::leavesOpen(const Site &S) {
  return S.State == Status::Documented &&
         llvm::any_of(S.Properties, [](const PropertyState &P) {
           return P.Origin == PropertyOrigin::Missing;
         });
}

void warrant::printTable(const Report &R, llvm::raw_ostream &OS) {
  const Table T = tabulate(R);
  if (T.Rows.empty())
    return;
  const size_t Shown = std::min(T.Rows.size(), MostDirectories);
  size_t Width = StringRef("directory").size();
  for (size_t N = 0; N != Shown; ++N)
    Width = std::max(Width, T.Rows[N].first.size());
  OS << llvm::left_justify("directory", Width);
  for (const std::string &Check : T.Checks)
    OS << "  " << Check;
  OS << '\n';
  for (const auto &[Folder, Counts] :
       llvm::ArrayRef(T.Rows).take_front(Shown)) {
    OS << llvm::left_justify(Folder, Width);
    for (const std::string &Check : T.Checks) {
      auto It = Counts.find(Check);
      const std::string Cell =
          It == Counts.end() ? "-" : std::to_string(It->second);
      OS << "  " << llvm::right_justify(Cell, Check.size());
    }
    OS << '\n';
  }
  if (Shown != T.Rows.size())
    OS << (T.Rows.size() - Shown) << " more with fewer\n";
  OS << '\n';
}

void warrant::printSummary(const Report &R, const Verdict &V,
                           const TextOptions &Options, TextLines &Lines,
                           llvm::raw_ostream &OS) {
  printCounts(R, Options, OS);
  printBaseline(R, V, Options, OS);
  printBlindSpots(R, Options, OS);
  std::vector<std::string> Off;
  for (const auto &[Check, Count] : R.OffByCheck)
    Off.push_back(Check + " " + std::to_string(Count));
  if (!Off.empty())
    OS << "checks that are off would add: " << llvm::join(Off, ", ") << '\n';
  if (!Options.Terminal || Options.All)
    OS << "audited: " << runOf(R.Run) << '\n';
  for (const std::string &Failure : V.Failures) {
    Lines.paint(Ink::Error, "failed:");
    OS << ' ' << Failure << '\n';
  }
  for (const std::string &Warning : V.Warnings) {
    Lines.paint(Ink::Warning, "warning:");
    OS << ' ' << printable(Warning) << '\n';
  }
  for (const std::string &Reason : V.IncompleteReasons) {
    Lines.paint(Ink::Error, "incomplete:");
    OS << ' ' << printable(Reason) << '\n';
  }
}
