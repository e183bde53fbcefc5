//===- MarkdownReport.cpp - The report as Markdown ------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For a pull request's comment, of which GitHub takes 65,536 characters, and so
// for a job's summary, of which it takes 1 MiB.
//
//===----------------------------------------------------------------------===//

#include "Markdown.h"
#include "TextSummary.h"
#include "Wording.h"
#include "warrant/Writers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include <array>
#include <tuple>

using namespace warrant;
using llvm::StringRef;

namespace {

/// What the lists of findings may make of it; the rest is short.
constexpr size_t MostBytes = 40000;
/// What one of a report's texts may make of it, which are other people's.
constexpr size_t MostOfText = 300;

constexpr Status AllStates[] = {Status::Unknown, Status::Undocumented,
                                Status::Partial, Status::Documented,
                                Status::Proven};

using Counts = std::array<unsigned, std::size(AllStates)>;

std::string code(StringRef Text) {
  if (Text.size() <= MostOfText)
    return markdownCode(Text);
  return markdownCode(Text.take_front(MostOfText)) + " ...";
}

std::string placeOf(const Location &L) {
  return code(L.File + ":" + std::to_string(L.Line));
}

/// `12 of 48 units (25.0 %)`: no share without what it is a share of.
std::string share(unsigned Part, unsigned Whole, StringRef Noun) {
  std::string Text = std::to_string(Part) + " of " + counted(Whole, Noun);
  if (Whole)
    Text += llvm::formatv(" ({0:F1} %)", 100.0 * Part / Whole).str();
  return Text;
}

/// Rows of a table as long as there is room, and how many there was none for.
class Rows {
public:
  explicit Rows(llvm::raw_ostream &OS) : OS(OS) {}

  void head(StringRef Title, size_t Count, StringRef Names, unsigned Cells) {
    OS << "\n### " << Title << " (" << Count << ")\n\n| " << Names << " |\n|";
    for (unsigned N = 0; N != Cells; ++N)
      OS << " --- |";
    OS << '\n';
  }
  void add(const std::string &Row) {
    if (Left < Row.size()) {
      ++Dropped;
      return;
    }
    Left -= Row.size();
    OS << Row;
  }
  void end() {
    if (Dropped)
      OS << "\nand " << Dropped << " more, for which there is no room here\n";
    Dropped = 0;
  }

private:
  llvm::raw_ostream &OS;
  size_t Left = MostBytes, Dropped = 0;
};

/// The first of \p Texts, and how many more there are.
void writeTexts(StringRef What, llvm::ArrayRef<std::string> Texts,
                llvm::raw_ostream &OS) {
  constexpr size_t Most = 4;
  for (const std::string &Text : Texts.take_front(Most))
    OS << "- " << What << ": " << code(Text) << '\n';
  if (Texts.size() > Most)
    OS << "- " << What << ": " << Texts.size() - Most << " more\n";
}

void writeVerdict(const Verdict &V, llvm::raw_ostream &OS) {
  writeTexts("failed", V.Failures, OS);
  writeTexts("incomplete", V.IncompleteReasons, OS);
  writeTexts("warning", V.Warnings, OS);
}

void writeTotals(const Summary &S, llvm::raw_ostream &OS) {
  auto Of = [&](StringRef What, unsigned Count) {
    OS << "- " << What << ": " << share(Count, S.Sites, "operation") << '\n';
  };
  Of("documented or proven", S.Documented + S.Proven);
  Of("undocumented", S.Undocumented + S.Unknown);
  if (S.Partial)
    Of("partial", S.Partial);
  if (S.Excused)
    Of("set aside with a reason", S.Excused);
  OS << "- " << counted(S.Defects, "defect") << ", "
     << counted(S.Remarks, "remark") << '\n';
  if (S.New || S.Known)
    OS << "- by the baseline: " << S.New << " new, " << S.Known << " known\n";
  if (S.VendoredFiles)
    OS << "- not counted: " << counted(S.VendoredSites, "operation") << " in "
       << counted(S.VendoredFiles, "vendored file") << '\n';
}

void writeChecks(const Report &R, llvm::raw_ostream &OS) {
  std::map<std::string, Counts> ByCheck;
  for (const Site &S : R.Sites)
    if (!isVendored(R, S))
      ++ByCheck[S.Check].at(static_cast<size_t>(S.State));
  if (ByCheck.empty())
    return;
  OS << "\n| check |";
  for (Status S : AllStates)
    OS << ' ' << toString(S) << " |";
  OS << "\n| --- |";
  for (size_t N = 0; N != std::size(AllStates); ++N)
    OS << " ---: |";
  OS << '\n';
  for (const auto &[Check, States] : ByCheck) {
    OS << "| " << code(Check) << " |";
    for (unsigned Count : States)
      OS << ' ' << Count << " |";
    OS << '\n';
  }
}

void writeDefects(const Report &R, Rows &To) {
  std::vector<std::pair<const Site *, const Defect *>> All;
  for (const Site &S : R.Sites)
    if (!S.Excuse && !isVendored(R, S))
      for (const Defect &D : S.Defects)
        All.emplace_back(&S, &D);
  if (All.empty())
    return;
  llvm::stable_sort(All, [](const auto &A, const auto &B) {
    return A.second->Sure < B.second->Sure;
  });
  To.head("Defects", All.size(), "place | operation | defect | sure", 4);
  for (const auto &[S, D] : All)
    To.add("| " + placeOf(S->Where) + " | " + code(S->Snippet) + " | " +
           code(D->Message) + " | " + toString(D->Sure).str() + " |\n");
  To.end();
}

void writeOpen(const Report &R, Rows &To) {
  std::vector<const Site *> Open;
  for (const Site &S : R.Sites)
    if (isOpen(S) && !isVendored(R, S))
      Open.push_back(&S);
  if (Open.empty())
    return;
  llvm::stable_sort(Open, [](const Site *A, const Site *B) {
    return std::make_tuple(A->State, A->Level, A->Sure) <
           std::make_tuple(B->State, B->Level, B->Sure);
  });
  To.head("Open, the worst first", Open.size(),
          "place | operation | kind | status | in", 5);
  for (const Site *S : Open)
    To.add("| " + placeOf(S->Where) + " | " + code(S->Snippet) + " | " +
           code(S->Kind) + " | " + toString(S->State).str() + " | " +
           code(S->Function) + " |\n");
  To.end();
}

void writeRemarks(const Report &R, Rows &To) {
  std::vector<const Remark *> All;
  for (const Remark &M : R.Remarks)
    if (!isVendored(R, M))
      All.push_back(&M);
  if (All.empty())
    return;
  To.head("Remarks", All.size(), "place | kind | message", 3);
  for (const Remark *M : All)
    To.add("| " + placeOf(M->Where) + " | " + code(M->Kind) + " | " +
           code(M->Message) + " |\n");
  To.end();
}

void writeBlindSpots(const Report &R, llvm::raw_ostream &OS) {
  unsigned Failed = 0, Skipped = 0;
  for (const UnitSummary &U : R.Units) {
    Skipped += U.State == UnitStatus::Skipped;
    Failed += U.State != UnitStatus::Skipped && U.State != UnitStatus::Ok;
  }
  const unsigned Units = R.Units.size();
  OS << "\n**Not seen:** " << share(Failed, Units, "unit") << " failed, "
     << Skipped << " skipped; " << counted(R.Blind.FilesInNoUnit.size(), "file")
     << " in no unit; " << counted(R.Blind.LinesNeverLive, "line")
     << " that no configuration compiles; "
     << counted(R.Blind.IndirectCalls, "call") << " through pointers; "
     << counted(R.Blind.UninstantiatedPatterns, "operation")
     << " in templates that nothing instantiates\n";
}

void writeRun(const RunInfo &Run, llvm::raw_ostream &OS) {
  OS << "\n<sub>warrant " WARRANT_VERSION ", "
     << (Run.Strict ? "strict" : "standard") << " mode";
  if (!Run.Revision.empty())
    OS << "; revision " << code(Run.Revision)
       << (Run.Dirty ? " with changes" : "");
  OS << "; configuration " << code(Run.ConfigDigest) << "; commands "
     << code(Run.CommandsDigest) << "</sub>\n";
}

} // namespace

llvm::Error warrant::writeMarkdown(const Report &R, const Verdict &V,
                                   llvm::raw_ostream &OS) {
  const int Status = V.exitStatus();
  OS << "## Raw memory"
     << (Status == 0   ? ""
         : Status == 1 ? ": failed"
                       : ": incomplete")
     << "\n\n";
  writeVerdict(V, OS);
  writeTotals(summarize(R), OS);
  writeChecks(R, OS);
  Rows Findings(OS);
  writeDefects(R, Findings);
  writeOpen(R, Findings);
  writeRemarks(R, Findings);
  writeBlindSpots(R, OS);
  writeRun(R.Run, OS);
  return llvm::Error::success();
}
