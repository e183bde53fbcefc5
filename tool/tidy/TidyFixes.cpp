//===- TidyFixes.cpp - Skeletons as fix-its -------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyFixes.h"
#include "checks/support/Skeleton.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {

TidyFixes fixesFor(const Report &R, const SourceManager &SM,
                   llvm::function_ref<FileID(StringRef)> FileOf) {
  std::map<StringRef, std::vector<const Site *>> ByFile;
  for (const Site &S : R.Sites)
    if (awaitsComment(S) && S.NoteLine && !isVendored(R, S))
      ByFile[S.Where.File].push_back(&S);
  TidyFixes Fixes;
  for (const auto &[Name, Sites] : ByFile) {
    FileID File = FileOf(Name);
    std::optional<StringRef> Text = SM.getBufferDataOrNone(File);
    if (!Text)
      continue;
    auto Skeletons = skeletonsFor(Name, *Text, Sites);
    if (!Skeletons) {
      llvm::consumeError(Skeletons.takeError()); // the diagnostics remain
      continue;
    }
    SourceLocation Begin = SM.getLocForStartOfFile(File);
    for (const Insertion &Each : *Skeletons)
      Fixes[Each.First] = FixItHint::CreateInsertion(
          Begin.getLocWithOffset(static_cast<int>(Each.Offset)), Each.Text);
  }
  return Fixes;
}

} // namespace warrant
