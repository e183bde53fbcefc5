//===- UnitParts.cpp - What many units tell alike -------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitParts.h"
#include "llvm/Support/xxhash.h"

using namespace warrant;
using llvm::StringRef;

namespace {

/// Collects what is said of each file, and of each run of names.
class Splitter {
public:
  explicit Splitter(StringRef Configuration) : Configuration(Configuration) {}

  void add(UnitResult U);
  std::vector<UnitResult> take();

private:
  UnitResult &of(const Location &Where) { return ByFile[Where.File]; }
  void addSites(std::vector<Site> Sites);
  void addDefinitions(const std::set<LinkageDeclaration> &Declarations,
                      const std::string &Name);
  void addPlaces(UnitResult &U);

  std::string Configuration;
  std::map<std::string, UnitResult> ByFile;
  std::vector<UnitResult> Runs;
};

/// Whether a run of sorted names ends before \p Name. The name alone decides,
/// so that two units cut alike wherever they have the same names.
bool endsRun(StringRef Name) {
  constexpr unsigned MeanLength = 32;
  return llvm::xxh3_64bits(Name) % MeanLength == 0;
}

const std::string &nameOf(const std::string &Name) { return Name; }
const std::string &nameOf(const auto &Entry) { return Entry.first; }

/// Moves \p All into the member \p To of new parts, run by run.
template <typename Container>
void cutIntoRuns(Container &All, Container UnitResult::*To,
                 std::vector<UnitResult> &Runs) {
  bool IsNew = true;
  while (!All.empty()) {
    if (IsNew || endsRun(nameOf(*All.begin())))
      Runs.emplace_back();
    IsNew = false;
    Container &Last = Runs.back().*To;
    Last.insert(Last.end(), All.extract(All.begin()));
  }
}

} // namespace

void Splitter::addSites(std::vector<Site> Sites) {
  for (Site &S : Sites) {
    std::vector<Site> &There = of(S.Where).Sites;
    There.push_back(std::move(S));
  }
}

void Splitter::addDefinitions(const std::set<LinkageDeclaration> &Declarations,
                              const std::string &Name) {
  if (Declarations.empty())
    ByFile[""].CDefinitions[Name];
  for (const LinkageDeclaration &Each : Declarations)
    of(Each.Where).CDefinitions[Name].insert(Each);
}

void Splitter::addPlaces(UnitResult &U) {
  for (const Location &Where : U.IndirectCalls)
    of(Where).IndirectCalls.insert(Where);
  for (const Location &Where : U.Patterns)
    of(Where).Patterns.insert(Where);
  for (const Location &Where : U.InstantiatedPatterns)
    of(Where).InstantiatedPatterns.insert(Where);
  for (const RemarkPlace &Each : U.Refuted)
    of(Each.Where).Refuted.insert(Each);
}

void Splitter::add(UnitResult U) {
  addSites(std::move(U.Sites));
  for (Remark &Each : U.Remarks) {
    std::vector<Remark> &There = of(Each.Where).Remarks;
    There.push_back(std::move(Each));
  }
  for (const Remark &Each : U.Suspected)
    of(Each.Where).Suspected.insert(Each);
  for (auto &[File, Facts] : U.Files)
    ByFile[File].Files.emplace(File, std::move(Facts));
  for (const auto &[Name, Declarations] : U.CDefinitions)
    addDefinitions(Declarations, Name);
  addPlaces(U);
  cutIntoRuns(U.Declared, &UnitResult::Declared, Runs);
  cutIntoRuns(U.Exceptions, &UnitResult::Exceptions, Runs);
  cutIntoRuns(U.HandlerUses, &UnitResult::HandlerUses, Runs);
}

std::vector<UnitResult> Splitter::take() {
  std::vector<UnitResult> Parts = std::move(Runs);
  for (auto &[File, Part] : ByFile)
    Parts.push_back(std::move(Part));
  for (UnitResult &Part : Parts)
    Part.Configuration = Configuration;
  return Parts;
}

std::vector<UnitResult> warrant::splitUnit(UnitResult U) {
  Splitter All(U.Configuration);
  All.add(std::move(U));
  return All.take();
}
