//===- Merge.cpp - From units to one report -------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Merge.h"
#include "Fingerprint.h"
#include "warrant/Report.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

using namespace warrant;

namespace {

/// Check, kind, identity, token, place: what makes two sites one. A site with
/// an Identity is one wherever it stands, and of whatever kind.
using SiteKey =
    std::tuple<std::string, std::string, std::string, Location, Location>;

SiteKey keyOf(const Site &S) {
  if (!S.Identity.empty())
    return {S.Check, "", S.Identity, {}, {}};
  return {S.Check, S.Kind, "", S.Token, S.Where};
}

/// Everything that units say, united; counts come after.
struct Union {
  std::map<SiteKey, Site> Sites;
  std::set<std::tuple<Location, std::string, std::string, std::string>> Remarks;
  std::set<Remark> Suspected;
  std::set<RemarkPlace> Refuted;
  std::set<std::string> Declared;
  std::map<std::string, FileFacts> Files;
  std::set<UnitSummary> Units;
  std::set<std::string> Configurations;
  std::map<std::string, std::set<LinkageDeclaration>> CDefinitions;
  std::set<Location> IndirectCalls;
  std::set<Location> Patterns;
  std::set<Location> InstantiatedPatterns;

  void add(UnitResult U);
  void addSite(Site S, const std::string &Configuration);
  void addRemark(Remark M);
  void decideSuspected();
  bool wasLive(const Location &Where) const;
  bool isRefuted(const Remark &M) const;
};

void Union::addSite(Site S, const std::string &Configuration) {
  if (!Configuration.empty())
    S.Configurations.insert(Configuration);
  SiteKey Key = keyOf(S);
  auto It = Sites.find(Key);
  // Joining with itself brings the first one into normal form.
  if (It == Sites.end())
    Sites.emplace(std::move(Key), joinSites(S, S));
  else
    It->second = joinSites(It->second, S);
}

void Union::addRemark(Remark M) {
  Remarks.emplace(std::move(M.Where), std::move(M.Kind), std::move(M.Subject),
                  std::move(M.Message));
}

/// Whether any unit's preprocessor kept the line.
bool Union::wasLive(const Location &Where) const {
  auto It = Files.find(Where.File);
  return It == Files.end() ||
         llvm::none_of(It->second.Excluded, [&](const LineRange &R) {
           return R.Begin <= Where.Line && Where.Line <= R.End;
         });
}

bool Union::isRefuted(const Remark &M) const {
  return Refuted.count({M.Where, M.Kind, ""}) ||
         Refuted.count({M.Where, M.Kind, M.Subject}) ||
         (M.Kind == "stale" && Declared.count(M.Subject));
}

/// Every unit has spoken: what none refutes holds.
void Union::decideSuspected() {
  for (const Remark &M : Suspected)
    if (!isRefuted(M) && wasLive(M.Where))
      addRemark(M);
}

void Union::add(UnitResult U) {
  for (Site &S : U.Sites)
    addSite(std::move(S), U.Configuration);
  for (Remark &M : U.Remarks)
    addRemark(std::move(M));
  Suspected.merge(U.Suspected);
  Refuted.merge(U.Refuted);
  Declared.merge(U.Declared);
  for (const auto &[File, Facts] : U.Files) {
    auto [It, New] = Files.try_emplace(File, Facts);
    It->second = joinFacts(It->second, Facts);
  }
  if (!U.Configuration.empty())
    Configurations.insert(U.Configuration);
  for (auto &[Name, Declarations] : U.CDefinitions)
    CDefinitions[Name].merge(Declarations);
  IndirectCalls.merge(U.IndirectCalls);
  Patterns.merge(U.Patterns);
  InstantiatedPatterns.merge(U.InstantiatedPatterns);
  Units.insert({std::move(U.File), std::move(U.Configuration), U.State,
                std::move(U.Messages)});
}

/// Of a function that is defined in one unit and declared in another each may
/// answer what the other leaves open.
void decideExport(Site &S) {
  if (S.Kind != "export" || S.Identity.empty() ||
      S.State != Status::Undocumented)
    return;
  std::string Facts;
  for (const PropertyState &P : S.Properties) {
    if (P.Origin != PropertyOrigin::Evidence)
      return;
    Facts += (Facts.empty() ? "" : "; ") + P.By;
  }
  if (Facts.empty())
    return;
  S.State = Status::Proven;
  S.Proof = Facts;
  S.Rejection.clear();
}

std::vector<Site> sortedSites(Union &All) {
  std::vector<Site> Sites;
  Sites.reserve(All.Sites.size());
  for (auto &[Key, S] : All.Sites)
    Sites.push_back(std::move(S));
  for (Site &S : Sites) {
    auto InC = All.CDefinitions.find(S.Identity);
    const bool IsInC = InC != All.CDefinitions.end();
    if (S.Kind == "import" && IsInC)
      S.Kind = "export";
    if (!S.Declarations.empty())
      addDifferences(S, IsInC ? InC->second : decltype(InC->second)());
    decideExport(S);
  }
  llvm::sort(Sites, [](const Site &A, const Site &B) {
    return std::tie(A.Where, A.Check, A.Kind, A.Token, A.Identity) <
           std::tie(B.Where, B.Check, B.Kind, B.Token, B.Identity);
  });
  fingerprint(Sites);
  return Sites;
}

/// One remark a place, kind and subject; of two wordings the least.
std::vector<Remark> sortedRemarks(const Union &All) {
  std::vector<Remark> Remarks;
  for (const auto &[Where, Kind, Subject, Message] : All.Remarks) {
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

BlindSpots blindSpots(const Union &All) {
  auto IsVendored = [&](const Location &L) {
    auto It = All.Files.find(L.File);
    return It != All.Files.end() && It->second.Vendored;
  };
  BlindSpots Blind;
  for (const auto &[File, Facts] : All.Files)
    if (!Facts.Vendored)
      Blind.LinesNeverLive += countLines(Facts.Excluded);
  for (const Location &L : All.IndirectCalls)
    Blind.IndirectCalls += !IsVendored(L);
  for (const Location &L : All.Patterns)
    Blind.UninstantiatedPatterns +=
        !All.InstantiatedPatterns.count(L) && !IsVendored(L);
  return Blind;
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

} // namespace

Report warrant::merge(std::vector<UnitResult> Units) {
  Union All;
  for (UnitResult &U : Units)
    All.add(std::move(U));
  All.decideSuspected();

  Report R;
  R.Run.Configurations.assign(All.Configurations.begin(),
                              All.Configurations.end());
  R.Units.assign(All.Units.begin(), All.Units.end());
  for (const auto &[File, Facts] : All.Files)
    R.Files[File] = {
        Facts.Lines, static_cast<unsigned>(Facts.Functions.size()),
        static_cast<unsigned>(Facts.FunctionsWithOperations.size()),
        Facts.Vendored};
  R.Blind = blindSpots(All);
  R.Sites = sortedSites(All);
  R.Remarks = sortedRemarks(All);
  return R;
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
    Counts.Excused += S.Excuse.has_value();
    Counts.Defects += S.Defects.size();
  }
  for (const Remark &M : R.Remarks)
    Counts.Remarks += !isVendored(R, M);
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
