//===- HeaderSets.cpp - Which system headers units share ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HeaderSets.h"
#include "PrefixKey.h"
#include "SystemHeaders.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace warrant {
namespace {

/// Fewer units than these don't pay for a prefix of their own.
constexpr size_t LeastUnits = 3;
/// Prefixes of one group: the gain of more is small.
constexpr unsigned MostPrefixes = 16;
/// Bases below one another: Clang 19 can crash with more than six, see
/// https://github.com/llvm/llvm-project/issues/131448
constexpr unsigned MostBases = 4;
/// What a prefix costs to make, and then to use, against parsing its headers.
constexpr double CostToMake = 1.5, CostToUse = 0.15;
/// And whatever is in it, as bytes of headers.
constexpr double LeastToMake = 150'000;
/// Sets that are tried, for projects in which no two units agree.
constexpr size_t MostCandidates = 128;

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
  /// The units have \p Features in common.
  Group(SystemHeaders &All, std::vector<std::string> Features)
      : All(All), Features(std::move(Features)) {}

  void add(WorkItem &Item, HeaderSet Headers);
  /// Gives the items their prefixes, and those to \p P.
  void share(Plan &P, StringRef Key);

private:
  void countSets();
  std::vector<Choice> candidates();
  double gainOf(const Choice &C, ArrayRef<Choice> Chosen,
                ArrayRef<double> Used);
  std::vector<Choice> choose();
  std::string name(const HeaderSet &Headers, StringRef Key) const;

  SystemHeaders &All;
  std::vector<std::string> Features;
  std::vector<std::pair<WorkItem *, HeaderSet>> Units;
  std::vector<std::string> Macros; ///< that all define
  /// What units include, the most frequent first, and how many do.
  SmallVector<std::pair<HeaderSet, size_t>, 0> Sets;
};

} // namespace

void Group::add(WorkItem &Item, HeaderSet Headers) {
  std::vector<std::string> Defined = valuesOf(Item, "-D");
  if (Units.empty())
    Macros = Defined;
  erase_if(Macros,
           [&](const std::string &M) { return !is_contained(Defined, M); });
  Units.emplace_back(&Item, std::move(Headers));
}

void Group::countSets() {
  MapVector<HeaderSet, size_t> Counts;
  for (auto &[Item, Set] : Units) {
    Set = All.closed(std::move(Set));
    Set.resize(All.size()); // sets of one size compare
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
    Result.push_back({Each, All.weigh(Each)});
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
  double Gain = -LeastToMake - CostToMake * (C.Weight - Base);
  for (const auto &[Set, Has] : zip(Sets, Used))
    if (C.Weight > Has && contains(Set.first, C.Headers))
      Gain += (1 - CostToUse) * Set.second * (C.Weight - Has);
  return Gain;
}

/// Takes the set that saves most, as long as one saves anything.
std::vector<Choice> Group::choose() {
  countSets();
  std::vector<Choice> Candidates = candidates(), Chosen;
  std::vector<double> Used(Sets.size());
  while (Chosen.size() < MostPrefixes) {
    const Choice *Best = nullptr;
    double Most = 0;
    for (const Choice &Each : Candidates)
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
  for (const std::string &Feature : Features)
    Text += "\n#define " + Feature;
  for (unsigned Header : Set.set_bits())
    Text += "\n" + All.name(Header).str();
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
                     .Macros = Macros,
                     .Features = Features};
    for (unsigned Header : Each.Headers.set_bits())
      New.Headers.push_back(All.name(Header).str());
    P.Prefixes.push_back(std::move(New));
  }
  for (auto &[Item, Set] : Units)
    if (auto Largest = LargestIn(Set, Chosen.size(), MostBases))
      Item->Prefix = P.Prefixes[First + *Largest].Name;
}

namespace {

/// Units whose commands agree, by what the project asks of system headers.
struct Family {
  Family(IncludeScan &Scan, const FileClassifier &Files, const WorkItem &First)
      : All(Scan, Files, First) {}

  void add(WorkItem &Item) {
    auto [Headers, Features, Asked] = All.of(Item);
    Item.Asked = std::move(Asked);
    Groups.try_emplace(Features, All, Features)
        .first->second.add(Item, std::move(Headers));
  }

  SystemHeaders All;
  std::map<std::vector<std::string>, Group> Groups;
};

} // namespace

void planPrefixes(Plan &P, const FileClassifier &Files) {
  IncludeScan Scan;
  std::map<std::string, Family> Families;
  for (WorkItem &Item : P.Items)
    if (std::optional<std::string> Key = prefixKey(Item))
      Families.try_emplace(*Key, Scan, Files, Item).first->second.add(Item);
  for (auto &[Key, Each] : Families)
    for (auto &[Features, Units] : Each.Groups)
      Units.share(P, Key);
}

} // namespace warrant
