//===- SarifFixes.cpp - What can be done about a site, for SARIF ----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifFixes.h"
#include "checks/support/CodeText.h"
#include "checks/support/Skeleton.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

static void addSkeletons(StringRef File, StringRef Text,
                         ArrayRef<const Site *> Sites, SourceFixes &Fixes) {
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
  for (const Site *S : Sites) {
    auto It = ByPlace.find({S->NoteLine, S->NoteColumn});
    if (It == ByPlace.end())
      continue;
    const unsigned Column = std::max(S->NoteColumn, 1U);
    Fixes[S].push_back(
        {"Write a SAFETY comment to fill in.",
         {{S->NoteLine, Column, S->NoteLine, Column, It->second->Text}}});
  }
}

static void addSafer(StringRef Text, ArrayRef<const Site *> Sites,
                     SourceFixes &Fixes) {
  if (!holdsSites(Text, Sites))
    return;
  for (const Site *S : Sites)
    for (const SaferForm &Form : S->Safer)
      Fixes[S].push_back({"Write '" + Form.Code + "' instead.", Form.Edits});
}

SourceFixes sarifFixes(const Report &R, const SourceReader &Source) {
  struct Fixed {
    std::vector<const Site *> Open, Safer;
  };
  std::map<std::string, Fixed> ByFile;
  for (const Site &S : R.Sites) {
    if (isVendored(R, S) || sys::path::is_absolute(S.Where.File))
      continue;
    if (awaitsComment(S) && S.NoteLine)
      ByFile[S.Where.File].Open.push_back(&S);
    if (!S.Safer.empty())
      ByFile[S.Where.File].Safer.push_back(&S);
  }
  SourceFixes Fixes;
  for (const auto &[File, Sites] : ByFile) {
    std::optional<std::string> Text = Source(File);
    if (!Text)
      continue;
    addSkeletons(File, *Text, Sites.Open, Fixes);
    addSafer(*Text, Sites.Safer, Fixes);
  }
  return Fixes;
}

} // namespace warrant
