//===- CommandsExplainPlace.cpp - warrant explain FILE:LINE ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsExplain.h"
#include "CommandsProject.h"
#include "report/SourceText.h"
#include "report/Wording.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {
namespace {

/// A place whose file is known to the plan.
struct Query {
  std::string Display; ///< as sites name the file
  unsigned Line;
  unsigned Column;
};

} // namespace

static bool isOnLine(const Site &S, const Query &Q) {
  if (S.Where.File == Q.Display && S.Where.Line <= Q.Line &&
      Q.Line <= std::max(S.EndLine, S.Where.Line))
    return true;
  return any_of(S.Expansions, [&](const Location &Where) {
    return Where.File == Q.Display && Where.Line == Q.Line;
  });
}

static bool isAtColumn(const Site &S, const Query &Q) {
  bool BeginsBefore = S.Where.Line < Q.Line || S.Where.Column <= Q.Column;
  bool EndsBehind = S.EndLine > Q.Line || Q.Column < S.EndColumn;
  return BeginsBefore && EndsBehind;
}

/// The sites at the line; with a column those that hold it, if any does.
static std::vector<const Site *> sitesAt(const UnitResult &Unit,
                                         const Query &Q) {
  std::vector<const Site *> OnLine, AtColumn;
  for (const Site &S : Unit.Sites) {
    if (!isOnLine(S, Q))
      continue;
    OnLine.push_back(&S);
    if (Q.Column && isAtColumn(S, Q))
      AtColumn.push_back(&S);
  }
  return AtColumn.empty() ? OnLine : AtColumn;
}

static std::string place(const Location &Where) {
  return Where.File + ":" + std::to_string(Where.Line) + ":" +
         std::to_string(Where.Column);
}

static void printProperties(const Site &S, raw_ostream &OS) {
  for (const PropertyState &State : S.Properties) {
    OS << "  "
       << left_justify((toString(State.Name) + ofSubject(State)).str(), 13)
       << (State.Subject.empty() ? "" : " ") << toString(State.Origin);
    if (!State.By.empty())
      OS << ": " << State.By;
    else if (State.Origin == PropertyOrigin::Missing)
      OS << ": " << question(State.Name);
    OS << "\n";
  }
}

static void printSite(const Site &S, const Query &Q, raw_ostream &OS) {
  OS << place(S.Where) << ": " << toString(S.State) << " " << S.Kind << " ["
     << S.Check << "], " << toString(S.Sure) << ", " << toString(S.Level)
     << "\n    " << printable(S.Snippet) << "\n";
  if (!S.Function.empty())
    OS << "  in " << printable(S.Function) << "\n";
  if (!S.Expansions.empty())
    OS << "  stands where the macro '" << S.Macro
       << "' is defined; this unit has "
       << counted(S.Expansions.size(), "expansion") << "\n";
  if (!S.Proof.empty())
    OS << "  proven: " << S.Proof << "\n";
  for (const Defect &D : S.Defects)
    OS << "  defect " << D.Id << ": " << D.Message << "\n";
  printProperties(S, OS);
  for (const RelatedPlace &Near : S.Related)
    OS << "  " << place(Near.Where) << ": " << printable(Near.Message) << "\n";
  if (!S.Rejection.empty())
    OS << "  not counted: " << S.Rejection << "\n";
  OS << (S.Looked.empty() ? "  no comment where one would count\n"
                          : "  comments considered, nearest first:\n");
  for (const std::string &Line : S.Looked)
    OS << "    " << printable(Line) << "\n";
}

/// Says that the line has none, and which lines near it have.
static void printNone(const UnitResult &Unit, const Query &Q, raw_ostream &OS) {
  OS << "no operation at " << Q.Display << ":" << Q.Line;
  std::optional<unsigned> Before, After;
  for (const Site &S : Unit.Sites) {
    if (S.Where.File != Q.Display)
      continue;
    if (S.Where.Line < Q.Line)
      Before = std::max(Before.value_or(0), S.Where.Line);
    else
      After = std::min(After.value_or(S.Where.Line), S.Where.Line);
  }
  if (Before)
    OS << "; the nearest before is in line " << *Before;
  if (After)
    OS << (Before ? ", behind in line " : "; the nearest behind is in line ")
       << *After;
  OS << "\n";
}

static void printUnit(const UnitResult &Unit, const Query &Q, raw_ostream &OS) {
  OS << "as seen by the unit " << Unit.File << " (" << Unit.Configuration
     << ")";
  if (Unit.State != UnitStatus::Ok)
    OS << ", which ended with status " << toString(Unit.State);
  OS << ":\n";
  for (const std::string &Message : Unit.Messages)
    OS << "  " << Message << "\n";
  std::vector<const Site *> Sites = sitesAt(Unit, Q);
  if (Sites.empty())
    printNone(Unit, Q, OS);
  for (const Site *S : Sites)
    printSite(*S, Q, OS);
}

static size_t commonPrefix(StringRef A, StringRef B) {
  size_t Length = 0;
  while (Length < A.size() && Length < B.size() && A[Length] == B[Length])
    ++Length;
  return Length;
}

/// The units to try: those of the file itself, else, for a header, all, those
/// with the most similar path first.
static std::vector<WorkItem> candidates(const Plan &Units, StringRef Display) {
  std::vector<WorkItem> Own, Others;
  for (const WorkItem &Item : Units.Items)
    (Item.Display == Display ? Own : Others).push_back(Item);
  if (!Own.empty())
    return Own;
  sort(Others, [&](const WorkItem &A, const WorkItem &B) {
    size_t InA = commonPrefix(A.Display, Display);
    size_t InB = commonPrefix(B.Display, Display);
    return InA == InB ? A < B : InA > InB;
  });
  return Others;
}

/// Analyses units in worker processes, one at a time: the file's own, or else
/// until one has an operation at the line (of a template it may take one that
/// instantiates it), and a few at most.
static std::vector<UnitResult> analyze(const Plan &Units, const Query &Q,
                                       const Config &C,
                                       const FileClassifier &Files) {
  constexpr unsigned Enough = 8; // units of others that have seen the file
  unsigned Seen = 0;
  std::vector<UnitResult> Results;
  for (const WorkItem &Item : candidates(Units, Q.Display)) {
    Plan One{{Item}, Units.BuildFolders, {}};
    for (UnitResult &Unit : runPlan(One, C, Files, EngineOptions())) {
      bool IsOwn = Unit.File == Q.Display;
      if (!IsOwn && !Unit.Files.count(Q.Display))
        continue;
      bool Tells = !sitesAt(Unit, Q).empty();
      if (!IsOwn && Tells)
        Results.clear(); // of the first, which had nothing to tell
      if (IsOwn || Results.empty())
        Results.push_back(std::move(Unit));
      if (!IsOwn && (Tells || ++Seen == Enough))
        return Results;
    }
  }
  return Results;
}

/// \p File, or the file of that name under the root when there is none here:
/// so reports name it.
static std::string findFile(StringRef File, const Config &C) {
  SmallString<256> FromRoot(C.Root);
  sys::path::append(FromRoot, File);
  bool OnlyThere = sys::path::is_relative(File) && !sys::fs::exists(File) &&
                   sys::fs::exists(FromRoot);
  return OnlyThere ? FromRoot.str().str() : File.str();
}

int explainPlace(const CodePlace &Place, const ExplainRequest &Request) {
  Expected<Config> C = openProject(Request.Project);
  if (!C)
    return fail(C.takeError());
  Expected<std::vector<std::string>> Paths =
      resolvePaths(findFile(Place.File, *C), *C);
  if (!Paths)
    return fail(Paths.takeError());
  // A header is in any unit; with flags the file is the unit.
  ArrayRef<std::string> Units = *Paths;
  Expected<Target> T = openTarget(
      Request.Commands,
      Request.Commands.HasFlags ? Units : ArrayRef<std::string>(), *C);
  if (!T)
    return fail(T.takeError());
  Expected<FileClassifier> Files =
      FileClassifier::create(*C, T->Units.BuildFolders);
  if (!Files)
    return fail(Files.takeError());
  Query Q{Files->display(Paths->front()), Place.Line, Place.Column};
  std::vector<UnitResult> Results = analyze(T->Units, Q, *C, *Files);
  if (Results.empty())
    return fail(createStringError(inconvertibleErrorCode(),
                                  "no unit has seen '" + Q.Display + "'"));
  std::string Text;
  raw_string_ostream OS(Text);
  for (const UnitResult &Unit : Results)
    printUnit(Unit, Q, OS);
  if (int Status = printOutput(Text))
    return Status;
  bool Complete = all_of(Results, [](const UnitResult &Unit) {
    return Unit.State == UnitStatus::Ok;
  });
  return Complete ? 0 : IncompleteAudit;
}

} // namespace warrant
