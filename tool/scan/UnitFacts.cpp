//===- UnitFacts.cpp - What a unit saw of its files -----------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitFacts.h"
#include "tool/report/Merge.h"

using namespace clang;

namespace warrant {

static unsigned countLines(llvm::StringRef Text) {
  return Text.count('\n') + (!Text.empty() && !Text.ends_with("\n"));
}

void UnitFacts::LexedFileChanged(FileID File, LexedFileChangeReason Reason,
                                 SrcMgr::CharacteristicKind, FileID,
                                 SourceLocation) {
  if (Reason != LexedFileChangeReason::EnterFile || !Files.isAudited(File))
    return;
  FileFacts &Facts = Inclusions[File];
  Facts.Lines = countLines(SM.getBufferData(File));
  Facts.Vendored = Files.isVendored(File);
}

void UnitFacts::SourceRangeSkipped(SourceRange Range, SourceLocation EndifLoc) {
  FileID File = SM.getFileID(Range.getBegin());
  auto It = Inclusions.find(File);
  if (It == Inclusions.end())
    return;
  // Neither directive is left out: each was read.
  LineRange Lines{SM.getSpellingLineNumber(Range.getBegin()) + 1,
                  SM.getSpellingLineNumber(EndifLoc) - 1};
  if (Lines.Begin <= Lines.End)
    It->second.Excluded.push_back(Lines);
}

void UnitFacts::EndOfMainFile() {
  // The second inclusion of a guarded header leaves all of it out: only what
  // every inclusion left out was never seen.
  std::map<std::string, FileFacts> Seen;
  for (auto &[File, Facts] : Inclusions) {
    llvm::sort(Facts.Excluded);
    auto [It, IsNew] = Seen.try_emplace(Files.display(File), Facts);
    if (!IsNew)
      It->second = joinFacts(It->second, Facts);
  }
  for (auto &[Name, Facts] : Seen) {
    FileFacts &Known = Out.Files[Name];
    Known.Lines = Facts.Lines;
    Known.Vendored = Facts.Vendored;
    Known.Excluded = std::move(Facts.Excluded);
  }
}

} // namespace warrant
