//===- Text.cpp - The report as text --------------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TextSummary.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <tuple>

using namespace warrant;

namespace {

/// How many sites, and how many remarks, a terminal shows without `--all`.
constexpr size_t MostOnTerminal = 20;

/// Whether the baseline knows \p F, and it need not be told again.
bool isToldBefore(const auto &F, const TextOptions &Options) {
  return F.Baseline == "known" && !Options.All;
}

/// What is listed, after what the options leave out.
struct Listing {
  std::vector<std::pair<const Site *, const Defect *>> Defects;
  std::vector<const Site *> Open;
  std::vector<const Remark *> Remarks;
};

Listing listing(const Report &R, const TextOptions &Options) {
  Listing L;
  for (const Site &S : R.Sites) {
    if ((isVendored(R, S) && !Options.Vendored) || isToldBefore(S, Options))
      continue;
    if (!S.Excuse)
      for (const Defect &D : S.Defects)
        L.Defects.emplace_back(&S, &D);
    if (isOpen(S) || (Options.Notes && leavesOpen(S)))
      L.Open.push_back(&S);
  }
  for (const Remark &M : R.Remarks)
    if ((!isVendored(R, M) || Options.Vendored) && !isToldBefore(M, Options))
      L.Remarks.push_back(&M);
  return L;
}

/// The worst first. Among equals the first of each function before the second
/// of any, so that one long function does not fill the screen; then the
/// report's order.
void sortByWeight(std::vector<const Site *> &Sites) {
  struct Entry {
    const Site *S;
    unsigned Ordinal; ///< among those of its function
  };
  std::map<std::pair<llvm::StringRef, llvm::StringRef>, unsigned> Seen;
  std::vector<Entry> Entries;
  for (const Site *S : Sites)
    Entries.push_back({S, Seen[{S->Where.File, S->Function}]++});
  llvm::stable_sort(Entries, [](const Entry &A, const Entry &B) {
    return std::tie(A.S->State, A.S->Level, A.S->Sure, A.Ordinal) <
           std::tie(B.S->State, B.S->Level, B.S->Sure, B.Ordinal);
  });
  for (size_t I = 0; I != Entries.size(); ++I)
    Sites[I] = Entries[I].S;
}

/// Cuts \p All to what a terminal shows, and gives the number cut off.
template <typename T> size_t cut(std::vector<T> &All) {
  if (All.size() <= MostOnTerminal)
    return 0;
  const size_t More = All.size() - MostOnTerminal;
  All.resize(MostOnTerminal);
  return More;
}

} // namespace

llvm::Error warrant::writeText(const Report &R, const Verdict &V,
                               const TextOptions &Options,
                               llvm::raw_ostream &OS) {
  Listing L = listing(R, Options);
  size_t MoreSites = 0, MoreRemarks = 0;
  if (Options.Terminal && !Options.All) {
    sortByWeight(L.Open);
    MoreSites = cut(L.Open);
    MoreRemarks = cut(L.Remarks);
  }

  TextLines Lines(Options, OS);
  for (const auto &[S, D] : L.Defects)
    Lines.defect(*S, *D);
  for (const Site *S : L.Open)
    Lines.site(*S);
  if (MoreSites)
    OS << MoreSites << " more: --all\n";
  for (const Remark *M : L.Remarks)
    Lines.remark(*M);
  if (MoreRemarks)
    OS << MoreRemarks << " more remarks: --all\n";

  if (!L.Defects.empty() || !L.Open.empty() || !L.Remarks.empty())
    OS << '\n';
  if (Options.Terminal)
    printTable(R, OS);
  printSummary(R, V, Options, Lines, OS);
  return llvm::Error::success();
}
