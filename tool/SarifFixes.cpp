//===- SarifFixes.cpp - Comments to fill in, for SARIF --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifFixes.h"
#include "checks/support/Skeleton.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

static void addFixes(StringRef File, StringRef Text,
                     ArrayRef<const Site *> Sites, SourceInsertions &Fixes) {
  Expected<std::vector<Insertion>> Skeletons = skeletonsFor(File, Text, Sites);
  if (!Skeletons) {
    // The file is another one by now; what was found in it is reported all
    // the same.
    consumeError(Skeletons.takeError());
    return;
  }
  using Place = std::pair<unsigned, unsigned>;
  std::map<Place, const Insertion *> ByPlace;
  for (const Insertion &Each : *Skeletons)
    ByPlace[{Each.First->NoteLine, Each.First->NoteColumn}] = &Each;
  for (const Site *S : Sites)
    if (auto It = ByPlace.find({S->NoteLine, S->NoteColumn});
        It != ByPlace.end())
      Fixes[S] = {S->NoteLine, std::max(S->NoteColumn, 1U), It->second->Text};
}

SourceInsertions skeletonFixes(const Report &R, const SourceReader &Source) {
  std::map<std::string, std::vector<const Site *>> ByFile;
  for (const Site &S : R.Sites)
    if (awaitsComment(S) && S.NoteLine && !isVendored(R, S) &&
        !sys::path::is_absolute(S.Where.File))
      ByFile[S.Where.File].push_back(&S);
  SourceInsertions Fixes;
  for (const auto &[File, Sites] : ByFile)
    if (std::optional<std::string> Text = Source(File))
      addFixes(File, *Text, Sites, Fixes);
  return Fixes;
}

} // namespace warrant
