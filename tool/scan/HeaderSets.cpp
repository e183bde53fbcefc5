//===- HeaderSets.cpp - Which system headers units share ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HeaderSets.h"
#include "IncludeScan.h"
#include "Invocation.h"
#include "PrefixKey.h"
#include "clang/Basic/Version.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace warrant {
namespace {

/// Fewer units than these don't pay for a prefix of their own.
constexpr size_t LeastUnits = 3;
/// Prefixes of one group: the gain of more is small.
constexpr unsigned MostPrefixes = 8;
/// Bases below one another: Clang 19 can crash with more than six, see
/// https://github.com/llvm/llvm-project/issues/131448
constexpr unsigned MostBases = 4;
/// What a prefix costs to make, and then to use, against parsing its headers.
constexpr double CostToMake = 1.3, CostToUse = 0.08;
/// Sets that are tried, for projects in which no two units agree.
constexpr size_t MostCandidates = 32;

/// Numbers of headers.
using HeaderSet = BitVector;

bool contains(const HeaderSet &All, const HeaderSet &Part) {
  return !Part.test(All);
}

/// A set that was taken.
struct Choice {
  HeaderSet Headers;
  double Weight = 0;
};

/// Units whose system headers mean the same.
class Group {
public:
  Group(IncludeScan &Scan, const FileClassifier &Files, const WorkItem &First)
      : Scan(Scan), Files(Files), System(systemFolders(First, Files)),
        Plain(WorkItem(), System, Scan) {}

  void add(WorkItem &Item);
  /// Gives the items their prefixes, and those to \p P.
  void share(Plan &P, StringRef Key);

private:
  static std::vector<std::string> systemFolders(const WorkItem &Item,
                                                const FileClassifier &Files);
  HeaderSet headersOf(const WorkItem &Item);
  bool isForeign(StringRef Path);
  unsigned numberOf(const IncludeFolders::Found &Header);
  const BitVector &closureOf(unsigned Header);
  double weigh(const HeaderSet &Headers);
  void countSets();
  std::vector<Choice> candidates();
  double gainOf(const Choice &C, ArrayRef<Choice> Chosen,
                ArrayRef<double> Used);
  std::vector<Choice> choose();
  std::string name(const HeaderSet &Headers, StringRef Key) const;

  IncludeScan &Scan;
  const FileClassifier &Files;
  std::vector<std::string> System;
  IncludeFolders Plain; ///< the system's alone
  std::map<std::vector<std::string>, IncludeFolders> ByFlags;
  std::vector<std::pair<WorkItem *, HeaderSet>> Units;
  std::vector<std::string> Macros; ///< that all define
  /// What units include, the most frequent first, and how many do.
  SmallVector<std::pair<HeaderSet, size_t>, 0> Sets;
  StringMap<unsigned> HeaderNumbers, FileNumbers;
  std::vector<IncludeFolders::Found> Headers;
  std::vector<double> Sizes; ///< of files, in bytes
  std::vector<BitVector> Closures;
  DenseMap<HeaderSet, double> Weights;
};

} // namespace

std::vector<std::string> Group::systemFolders(const WorkItem &Item,
                                              const FileClassifier &Files) {
  UnitMessages Ignored(Files, ""); // the units will say the same
  auto FS = fileSystemFor(Item, Files);
  if (!FS) {
    consumeError(FS.takeError()); // as will their analysis
    return {};
  }
  auto Invocation = invocationFor(Item, /*Exact=*/false, Ignored, *FS);
  std::vector<std::string> Result;
  if (!Invocation)
    return Result;
  for (const auto &Each : Invocation->getHeaderSearchOpts().UserEntries) {
    if (Each.Group == clang::frontend::Quoted ||
        Each.Group == clang::frontend::Angled)
      continue;
    SmallString<128> Path(Each.Path);
    sys::path::remove_dots(Path);
    if (sys::path::is_absolute(Path))
      Result.push_back(std::string(Path));
  }
  return Result;
}

bool Group::isForeign(StringRef Path) {
  FileClass Class = Files.classify(Path);
  return Class != FileClass::Project && Class != FileClass::Vendored;
}

unsigned Group::numberOf(const IncludeFolders::Found &Header) {
  auto [It, IsNew] = HeaderNumbers.try_emplace(Header.Name, Headers.size());
  if (IsNew)
    Headers.push_back(Header);
  return It->second;
}

/// The system headers that a unit includes whatever the macros are, itself or
/// through files of the project.
HeaderSet Group::headersOf(const WorkItem &Item) {
  IncludeFolders &Folders =
      ByFlags.try_emplace(includeFlags(Item), Item, System, Scan).first->second;
  HeaderSet Result;
  std::vector<std::string> Left = pathsOf(Item, "-include");
  Left.push_back(Item.File);
  StringSet<> Seen;
  for (const std::string &File : Left)
    Seen.insert(File);
  while (!Left.empty()) {
    std::string Next = std::move(Left.back());
    Left.pop_back();
    for (const auto &Each : Folders.of(Next, /*IsSystem=*/false)) {
      if (Each.Conditional)
        continue;
      if (!Each.System || !isForeign(Each.Path)) {
        if (Seen.insert(Each.Path).second)
          Left.push_back(Each.Path);
        continue;
      }
      unsigned Number = numberOf(Each);
      if (Result.size() <= Number)
        Result.resize(Number + 1);
      Result.set(Number);
    }
  }
  return Result;
}

void Group::add(WorkItem &Item) {
  std::vector<std::string> Defined = valuesOf(Item, "-D");
  if (Units.empty())
    Macros = Defined;
  erase_if(Macros,
           [&](const std::string &M) { return !is_contained(Defined, M); });
  Units.emplace_back(&Item, headersOf(Item));
}

/// The files that a system header may lead to.
const BitVector &Group::closureOf(unsigned Header) {
  if (Closures.size() <= Header)
    Closures.resize(Headers.size());
  BitVector &All = Closures[Header];
  std::vector<std::string> Left;
  if (All.none())
    Left.push_back(Headers[Header].Path);
  while (!Left.empty()) {
    std::string Next = std::move(Left.back());
    Left.pop_back();
    auto Includes = Plain.of(Next, /*IsSystem=*/true);
    unsigned Number = FileNumbers.try_emplace(Next, Sizes.size()).first->second;
    if (Number == Sizes.size())
      Sizes.push_back(Scan.sizeOf(Next));
    if (All.size() < Sizes.size())
      All.resize(Sizes.size());
    if (All.test(Number))
      continue;
    All.set(Number);
    for (const auto &Each : Includes)
      Left.push_back(Each.Path);
  }
  return All;
}

/// Bytes of all that \p Set leads to.
double Group::weigh(const HeaderSet &Set) {
  if (auto Known = Weights.find(Set); Known != Weights.end())
    return Known->second;
  BitVector All;
  for (unsigned Header : Set.set_bits())
    All |= closureOf(Header);
  double Sum = 0;
  for (unsigned Number : All.set_bits())
    Sum += Sizes[Number];
  return Weights[Set] = Sum;
}

void Group::countSets() {
  MapVector<HeaderSet, size_t> Counts;
  for (auto &[Item, Set] : Units) {
    Set.resize(Headers.size()); // sets of one size compare
    ++Counts[Set];
  }
  Sets = Counts.takeVector();
  stable_sort(Sets,
              [](const auto &A, const auto &B) { return A.second > B.second; });
}

/// The most frequent sets, and what two of them share.
std::vector<Choice> Group::candidates() {
  ArrayRef Frequent = ArrayRef(Sets).take_front(MostCandidates);
  SetVector<HeaderSet> Found;
  for (const auto &A : Frequent)
    for (const auto &B : Frequent) {
      HeaderSet Both = A.first;
      Both &= B.first;
      if (Both.any())
        Found.insert(std::move(Both));
    }
  std::vector<Choice> Result;
  for (const HeaderSet &Each : Found)
    Result.push_back({Each, weigh(Each)});
  return Result;
}

/// What \p C saves when the sets \p Chosen are there, of which \p Used says
/// how much each of Sets has from them already.
double Group::gainOf(const Choice &C, ArrayRef<Choice> Chosen,
                     ArrayRef<double> Used) {
  double Base = 0;
  for (const Choice &Each : Chosen)
    if (contains(C.Headers, Each.Headers))
      Base = std::max(Base, Each.Weight);
  double Gain = -CostToMake * (C.Weight - Base);
  for (const auto &[Set, Has] : zip(Sets, Used))
    if (C.Weight > Has && contains(Set.first, C.Headers))
      Gain += (1 - CostToUse) * Set.second * (C.Weight - Has);
  return Gain;
}

/// Takes the set that saves most, as long as one saves anything.
std::vector<Choice> Group::choose() {
  countSets();
  std::vector<Choice> All = candidates(), Chosen;
  std::vector<double> Used(Sets.size());
  while (Chosen.size() < MostPrefixes) {
    const Choice *Best = nullptr;
    double Most = 0;
    for (const Choice &Each : All)
      if (double Gain = gainOf(Each, Chosen, Used); Gain > Most)
        Most = Gain, Best = &Each;
    if (!Best)
      break;
    for (auto [Set, Has] : zip(Sets, Used))
      if (contains(Set.first, Best->Headers))
        Has = std::max(Has, Best->Weight);
    Chosen.push_back(*Best);
  }
  stable_sort(Chosen, [](const Choice &A, const Choice &B) {
    return A.Weight < B.Weight;
  });
  return Chosen;
}

std::string Group::name(const HeaderSet &Set, StringRef Key) const {
  // Another Clang can't read it, and another Warrant may make it otherwise.
  std::string Text = clang::getClangFullVersion() + WARRANT_VERSION + Key.str();
  for (const std::string &Macro : Macros)
    Text += "\n-D" + Macro;
  for (unsigned Header : Set.set_bits())
    Text += "\n" + Headers[Header].Name;
  return utohexstr(xxh3_64bits(Text), /*LowerCase=*/true);
}

void Group::share(Plan &P, StringRef Key) {
  if (Units.size() < LeastUnits)
    return;
  std::vector<Choice> Chosen = choose();
  size_t First = P.Prefixes.size();
  std::vector<unsigned> Depths; // of the chains of bases
  /// The largest of the first \p Count that \p Set contains.
  auto LargestIn = [&](const HeaderSet &Set, size_t Count, unsigned MostDepth) {
    for (size_t I = Count; I-- > 0;)
      if (Depths[I] <= MostDepth && contains(Set, Chosen[I].Headers))
        return std::optional(I);
    return std::optional<size_t>();
  };
  for (const auto &[Number, Each] : enumerate(Chosen)) {
    auto Base = LargestIn(Each.Headers, Number, MostBases - 1);
    Depths.push_back(Base ? Depths[*Base] + 1 : 0);
    SharedPrefix New{.Name = name(Each.Headers, Key),
                     .Base =
                         Base ? P.Prefixes[First + *Base].Name : std::string(),
                     .Like = *Units.front().first,
                     .Headers = {},
                     .Macros = Macros};
    for (unsigned Header : Each.Headers.set_bits())
      New.Headers.push_back(Headers[Header].Name);
    P.Prefixes.push_back(std::move(New));
  }
  for (auto &[Item, Set] : Units)
    if (auto Largest = LargestIn(Set, Chosen.size(), MostBases))
      Item->Prefix = P.Prefixes[First + *Largest].Name;
}

void planPrefixes(Plan &P, const FileClassifier &Files) {
  IncludeScan Scan;
  std::map<std::string, Group> Groups;
  for (WorkItem &Item : P.Items)
    if (std::optional<std::string> Key = prefixKey(Item))
      Groups.try_emplace(*Key, Scan, Files, Item).first->second.add(Item);
  for (auto &[Key, Units] : Groups)
    Units.share(P, Key);
}

} // namespace warrant
