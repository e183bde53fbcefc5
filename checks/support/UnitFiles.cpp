//===- UnitFiles.cpp - The files of one unit ------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitFiles.h"
#include "AnalyzeAST.h"
#include "clang/Basic/FileManager.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace warrant {

std::string absolutePath(FileID File, const SourceManager &SM) {
  OptionalFileEntryRef Ref = SM.getFileEntryRefForID(File);
  if (!Ref)
    return {};
  llvm::SmallString<256> Path(Ref->getFileEntry().tryGetRealPathName());
  if (Path.empty())
    Path = Ref->getName();
  SM.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

UnitFiles::Entry &UnitFiles::entry(FileID File) {
  std::unique_ptr<Entry> &Slot = Entries[File];
  if (Slot)
    return *Slot;
  Slot = std::make_unique<Entry>();
  std::string Path = absolutePath(File, SM);
  if (Path.empty())
    return *Slot;
  FileClass Class = Files.classify(Path);
  Slot->Display = Files.display(Path);
  Slot->Vendored = Class == FileClass::Vendored;
  Slot->Audited =
      (Class == FileClass::Project || Class == FileClass::Vendored) &&
      !SM.isInSystemHeader(SM.getLocForStartOfFile(File));
  return *Slot;
}

bool UnitFiles::isOwn(FileID File) {
  return isAudited(File) || !llvm::sys::path::is_absolute(display(File));
}

const Config &UnitFiles::settingsIn(FileID File) {
  const bool IsStrict = Files.isStrict(display(File), isVendored(File));
  if (IsStrict == Settings.Strict)
    return Settings;
  if (!OtherMode) {
    OtherMode = Settings;
    OtherMode->Strict = IsStrict;
  }
  return *OtherMode;
}

bool UnitFiles::isReadable(FileID File) const {
  return SM.getBufferDataOrNone(File).has_value();
}

CommentIndex UnitFiles::scan(FileID File) {
  const StringRef Text = SM.getBufferDataOrNone(File).value_or("");
  const ScanOptions Options{/*RawStrings=*/CPlusPlus};
  // The document itself changes with every key.
  if (!Kept || File == SM.getMainFileID())
    return CommentIndex::scan(Text, Settings, Options);
  return Kept->comments(display(File), Text, Settings, Digest, Options);
}

const CommentIndex &UnitFiles::comments(FileID File) {
  Entry &E = entry(File);
  if (E.Comments)
    return *E.Comments;
  std::shared_ptr<CommentIndex> &Shared = ByPath[E.Display];
  if (!Shared)
    Shared = std::make_shared<CommentIndex>(scan(File));
  E.Comments = Shared;
  return *E.Comments;
}

Location UnitFiles::location(SourceLocation Loc) {
  auto [File, Offset] = SM.getDecomposedLoc(Loc);
  return {display(File), SM.getLineNumber(File, Offset),
          SM.getColumnNumber(File, Offset)};
}

} // namespace warrant
