//===- Merge.cpp - From units to one report -------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Merge.h"
#include "Escapes.h"
#include "Fingerprint.h"
#include "Handlers.h"
#include "SiteTable.h"
#include "warrant/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include <numeric>
#include <tuple>

using namespace warrant;
using llvm::StringRef;

/// Everything that units say, united; counts come after.
struct Merger::Union {
  SiteTable Sites;
  std::set<std::tuple<Location, std::string, std::string, std::string>> Remarks;
  std::set<Remark> Suspected;
  std::set<RemarkPlace> Refuted;
  llvm::StringSet<> Declared; // often the most of what units say
  std::map<std::string, FileFacts> Files;
  std::set<UnitSummary> Units;
  std::set<std::string> Configurations;
  std::map<std::string, std::set<LinkageDeclaration>> CDefinitions;
  ExceptionMap Exceptions;
  HandlerUseMap HandlerUses;
  std::set<Location> IndirectCalls;
  std::set<Location> Patterns;
  std::set<Location> InstantiatedPatterns;

  void addUnit(UnitSummary U);
  void addPart(UnitResult U);
  void addRemark(Remark M);
  void decideSuspected();
  bool wasLive(const Location &Where) const;
  bool isRefuted(const Remark &M) const;
  BlindSpots blindSpots() const;
  std::vector<Site> finishedSites();
};

void Merger::Union::addRemark(Remark M) {
  Remarks.emplace(std::move(M.Where), std::move(M.Kind), std::move(M.Subject),
                  std::move(M.Message));
}

/// Whether any unit's preprocessor kept the line.
bool Merger::Union::wasLive(const Location &Where) const {
  auto It = Files.find(Where.File);
  return It == Files.end() ||
         llvm::none_of(It->second.Excluded, [&](const LineRange &R) {
           return R.Begin <= Where.Line && Where.Line <= R.End;
         });
}

bool Merger::Union::isRefuted(const Remark &M) const {
  return Refuted.count({M.Where, M.Kind, ""}) ||
         Refuted.count({M.Where, M.Kind, M.Subject}) ||
         (M.Kind == "stale" && Declared.contains(M.Subject));
}

/// Every unit has spoken: what none refutes holds.
void Merger::Union::decideSuspected() {
  for (const Remark &M : Suspected)
    if (!isRefuted(M) && wasLive(M.Where))
      addRemark(M);
}

void Merger::Union::addUnit(UnitSummary U) {
  if (!U.Configuration.empty())
    Configurations.insert(U.Configuration);
  Units.insert(std::move(U));
}

void Merger::Union::addPart(UnitResult U) {
  for (Site &S : U.Sites) {
    if (!U.Configuration.empty())
      S.Configurations.insert(U.Configuration);
    Sites.add(std::move(S));
  }
  for (Remark &M : U.Remarks)
    addRemark(std::move(M));
  Suspected.merge(U.Suspected);
  Refuted.merge(U.Refuted);
  for (const std::string &Name : U.Declared)
    Declared.insert(Name);
  for (const auto &[File, Facts] : U.Files) {
    auto [It, IsNew] = Files.try_emplace(File, Facts);
    if (IsNew || It->second != Facts)
      It->second = joinFacts(It->second, Facts);
  }
  for (auto &[Name, Declarations] : U.CDefinitions)
    CDefinitions[Name].merge(Declarations);
  joinExceptions(Exceptions, U.Exceptions);
  joinHandlerUses(HandlerUses, U.HandlerUses);
  IndirectCalls.merge(U.IndirectCalls);
  Patterns.merge(U.Patterns);
  InstantiatedPatterns.merge(U.InstantiatedPatterns);
}

namespace {

/// Sorts \p Sites by moving each of them once.
void sortInPlace(std::vector<Site> &Sites) {
  std::vector<size_t> From(Sites.size());
  std::iota(From.begin(), From.end(), 0);
  llvm::sort(From, [&](size_t X, size_t Y) {
    const Site &A = Sites[X], &B = Sites[Y];
    return std::tie(A.Where, A.Check, A.Kind, A.Token, A.Identity) <
           std::tie(B.Where, B.Check, B.Kind, B.Token, B.Identity);
  });
  for (size_t Start = 0; Start != From.size(); ++Start) {
    if (From[Start] == Start)
      continue;
    Site First = std::move(Sites[Start]);
    size_t To = Start;
    for (; From[To] != Start; To = std::exchange(From[To], To))
      Sites[To] = std::move(Sites[From[To]]);
    Sites[To] = std::move(First);
    From[To] = To;
  }
}

/// One remark a place, kind and subject; of two wordings the least.
std::vector<Remark> sortedRemarks(const auto &All) {
  std::vector<Remark> Remarks;
  for (const auto &[Where, Kind, Subject, Message] : All) {
    if (!Remarks.empty() && Remarks.back().Where == Where &&
        Remarks.back().Kind == Kind && Remarks.back().Subject == Subject)
      continue;
    Remarks.push_back({Kind, Where, Message, Subject, ""});
  }
  fingerprint(Remarks);
  return Remarks;
}

unsigned countLines(const std::vector<LineRange> &Ranges) {
  unsigned Count = 0;
  for (const LineRange &R : Ranges)
    Count += R.End - R.Begin + 1;
  return Count;
}

bool isVendoredFile(const Report &R, const std::string &File) {
  auto It = R.Files.find(File);
  return It != R.Files.end() && It->second.Vendored;
}

unsigned &counterOf(Summary &Counts, Status State) {
  switch (State) {
  case Status::Unknown:
    return Counts.Unknown;
  case Status::Undocumented:
    return Counts.Undocumented;
  case Status::Partial:
    return Counts.Partial;
  case Status::Documented:
    return Counts.Documented;
  case Status::Proven:
    break;
  }
  return Counts.Proven;
}

void countBaseline(Summary &Counts, const std::optional<std::string> &Mark) {
  Counts.New += Mark == "new";
  Counts.Known += Mark == "known";
}

} // namespace

BlindSpots Merger::Union::blindSpots() const {
  auto IsVendored = [&](const Location &L) {
    auto It = Files.find(L.File);
    return It != Files.end() && It->second.Vendored;
  };
  BlindSpots Blind;
  for (const auto &[File, Facts] : Files)
    if (!Facts.Vendored)
      Blind.LinesNeverLive += countLines(Facts.Excluded);
  for (const Location &L : IndirectCalls)
    Blind.IndirectCalls += !IsVendored(L);
  for (const Location &L : Patterns)
    Blind.UninstantiatedPatterns +=
        !InstantiatedPatterns.count(L) && !IsVendored(L);
  return Blind;
}

/// Every site has been seen by all units that see it.
std::vector<Site> Merger::Union::finishedSites() {
  std::vector<Site> Finished = Sites.take();
  for (Site &S : Finished) {
    auto InC = CDefinitions.find(S.Identity);
    const bool IsInC = InC != CDefinitions.end();
    if (S.Kind == "import" && IsInC)
      S.Kind = "export";
    if (!S.Declarations.empty())
      addDifferences(S, IsInC ? InC->second : decltype(InC->second)());
  }
  settleExceptions(Finished, Exceptions, CDefinitions);
  nameHandlers(Finished, HandlerUses);
  for (Site &S : Finished)
    settleBoundary(S);
  sortInPlace(Finished);
  fingerprint(Finished);
  return Finished;
}

Merger::Merger() : All(std::make_unique<Union>()) {}
Merger::~Merger() = default;

void Merger::add(UnitResult U) {
  addUnit({U.File, U.Configuration, U.State, std::move(U.Messages), {}});
  addPart(std::move(U));
}

void Merger::addUnit(UnitSummary U) { All->addUnit(std::move(U)); }
void Merger::addPart(UnitResult Part) { All->addPart(std::move(Part)); }

Report Merger::take() {
  All->decideSuspected();
  Report R;
  R.Run.Configurations.assign(All->Configurations.begin(),
                              All->Configurations.end());
  R.Units.assign(All->Units.begin(), All->Units.end());
  for (const auto &[File, Facts] : All->Files)
    R.Files[File] = {
        Facts.Lines,
        static_cast<unsigned>(Facts.Functions.size()),
        static_cast<unsigned>(Facts.FunctionsWithOperations.size()),
        Facts.Vendored,
        static_cast<unsigned>(Facts.Public.size()),
        static_cast<unsigned>(Facts.PublicWithContract.size())};
  R.Blind = All->blindSpots();
  R.Sites = All->finishedSites();
  R.Remarks = sortedRemarks(All->Remarks);
  return R;
}

Report warrant::merge(std::vector<UnitResult> Units) {
  Merger All;
  for (UnitResult &U : Units)
    All.add(std::move(U));
  return All.take();
}

Summary warrant::summarize(const Report &R) {
  Summary Counts;
  for (const Site &S : R.Sites) {
    if (isVendored(R, S)) {
      ++Counts.VendoredSites;
      continue;
    }
    ++Counts.Sites;
    ++counterOf(Counts, S.State);
    countBaseline(Counts, S.Baseline);
    Counts.Excused += S.Excuse.has_value();
    Counts.Defects += S.Defects.size();
  }
  for (const Remark &M : R.Remarks) {
    if (isVendored(R, M))
      continue;
    ++Counts.Remarks;
    countBaseline(Counts, M.Baseline);
  }
  for (const auto &[File, Facts] : R.Files)
    Counts.VendoredFiles += Facts.Vendored;
  return Counts;
}

bool warrant::isVendored(const Report &R, const Site &S) {
  return isVendoredFile(R, S.Where.File);
}

bool warrant::isVendored(const Report &R, const Remark &M) {
  return isVendoredFile(R, M.Where.File);
}
