//===- CommandsBaselineFiles.cpp - Where baselines lie --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsBaseline.h"
#include "GitRenames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

static std::string joined(StringRef Folder, StringRef Name) {
  SmallString<256> Result(Folder);
  sys::path::append(Result, Name);
  return Result.str().str();
}

/// Reads the file at \p Path, which messages call \p Shown.
static Error readFile(StringRef Path, StringRef Shown, Baseline &B) {
  auto Text = MemoryBuffer::getFile(Path);
  if (!Text)
    return createFileError(Path, Text.getError());
  return readBaseline(MemoryBufferRef((*Text)->getBuffer(), Shown), B);
}

/// The files of folders below \p Root, the root's own left out, sorted.
static Expected<std::vector<std::string>> filesBelow(StringRef Root) {
  std::vector<std::string> Files;
  std::error_code Code;
  sys::fs::recursive_directory_iterator It(Root, Code,
                                           /*follow_symlinks=*/false);
  for (; !Code && It != sys::fs::recursive_directory_iterator();
       It.increment(Code)) {
    StringRef Path = It->path();
    StringRef Name = sys::path::filename(Path);
    if (It->type() == sys::fs::file_type::directory_file) {
      if (Name.starts_with(".") || isBuildTree(Path))
        It.no_push();
    } else if (Name == BaselineName && It.level() > 0) {
      Files.push_back(Path.str());
    }
  }
  if (Code)
    return createFileError(Root, Code);
  sort(Files);
  return Files;
}

Expected<std::optional<Baseline>> openBaseline(StringRef Root, StringRef File) {
  Baseline B;
  if (!File.empty()) {
    if (Error E = readFile(File, File, B))
      return std::move(E);
    return B;
  }
  std::string Path = joined(Root, BaselineName);
  if (!sys::fs::exists(Path))
    return std::nullopt;
  if (Error E = readFile(Path, BaselineName, B))
    return std::move(E);
  if (!B.PerFolder)
    return B;
  Expected<std::vector<std::string>> Others = filesBelow(Root);
  if (!Others)
    return Others.takeError();
  for (StringRef Other : *Others) {
    StringRef Shown = Other;
    Shown.consume_front(joined(Root, ""));
    if (Error E = readFile(Other, Shown, B))
      return std::move(E);
  }
  return B;
}

/// The files whose units were all analysed, and all files where every unit of
/// the project was.
static StringSet<> settledFiles(const Report &R, bool Whole) {
  StringSet<> Settled, Doubtful;
  for (const UnitSummary &U : R.Units)
    (U.State == UnitStatus::Ok ? Settled : Doubtful).insert(U.File);
  if (Whole && none_of(R.Units, [](const UnitSummary &U) {
        return U.State != UnitStatus::Ok && U.State != UnitStatus::Skipped;
      }))
    for (const auto &[File, Facts] : R.Files)
      Settled.insert(File);
  for (const auto &Entry : Doubtful)
    Settled.erase(Entry.getKey());
  return Settled;
}

BaselineScope baselineScope(const Report &R, const Config &C, const Baseline &B,
                            bool Whole) {
  StringSet<> Missing;
  StringRef Last;
  for (const BaselineEntry &E : B.Entries)
    if (E.File != Last) {
      Last = E.File;
      if (!sys::fs::exists(joined(C.Root, Last)))
        Missing.insert(Last);
    }
  BaselineScope Scope;
  if (!Missing.empty())
    Scope.FormerNames = formerNames(C.Root, BaselineName);
  StringSet<> Settled = settledFiles(R, Whole);
  Scope.IsSettled = [=](StringRef File) {
    return Settled.contains(File) || (Whole && Missing.contains(File));
  };
  return Scope;
}

} // namespace warrant
