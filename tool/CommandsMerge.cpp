//===- CommandsMerge.cpp - warrant merge ----------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "CommandsReport.h"
#include "CommandsRun.h"
#include "report/UnitsFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {
namespace {

/// The files of one merge: they have to belong together.
class Parts {
public:
  explicit Parts(std::string ConfigDigest)
      : ConfigDigest(std::move(ConfigDigest)) {}

  Error add(StringRef File);
  /// An error where the last file should have been there and isn't.
  Error complete() const;
  /// The report of all, without what no unit tells.
  Report take() { return Units.take(); }

  UnitsInfo All; ///< the sets of all files, and the revision

private:
  Error fits(const UnitsInfo &Info) const;

  std::string ConfigDigest;
  Merger Units;
  std::map<unsigned, std::set<unsigned>> Shards; ///< by their number
};

} // namespace

Error Parts::fits(const UnitsInfo &Info) const {
  if (Info.ConfigDigest != ConfigDigest)
    return createStringError("analysed with another configuration than this "
                             "one; give the same --config, --checks and "
                             "--strict");
  if (!Info.Revision.empty() && !All.Revision.empty() &&
      Info.Revision != All.Revision)
    return createStringError("analysed at revision " + Info.Revision +
                             ", and others at " + All.Revision);
  return Error::success();
}

Error Parts::add(StringRef File) {
  auto Buffer = MemoryBuffer::getFile(File, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return createFileError(File, Buffer.getError());
  Expected<UnitsInfo> Info = readUnits(
      (*Buffer)->getBuffer(), [&](UnitResult U) { Units.add(std::move(U)); });
  if (!Info)
    return createFileError(File, Info.takeError());
  if (Error E = fits(*Info))
    return createFileError(File, std::move(E));
  if (!Info->Revision.empty())
    All.Revision = Info->Revision;
  All.Configurations.merge(Info->Configurations);
  All.Commands.merge(Info->Commands);
  All.BuildFolders.merge(Info->BuildFolders);
  if (Info->Parts)
    Shards[Info->Parts].insert(Info->Part);
  return Error::success();
}

Error Parts::complete() const {
  for (const auto &[Count, There] : Shards)
    for (unsigned Part = 1; Part <= Count; ++Part)
      if (!There.count(Part))
        return createStringError("the part of --shard=" + std::to_string(Part) +
                                 "/" + std::to_string(Count) +
                                 " is not among the files");
  return Error::success();
}

/// \p Names with what the lists among them name.
static Expected<std::vector<std::string>>
expandLists(ArrayRef<std::string> Names) {
  std::vector<std::string> Result;
  for (StringRef Name : Names) {
    if (!Name.consume_front("@")) {
      Result.push_back(Name.str());
      continue;
    }
    auto List = MemoryBuffer::getFile(Name);
    if (!List)
      return createFileError(Name, List.getError());
    SmallVector<StringRef> Lines;
    (*List)->getBuffer().split(Lines, '\n', -1, /*KeepEmpty=*/false);
    for (StringRef Line : Lines)
      Result.push_back(Line.rtrim('\r').str());
  }
  return Result;
}

/// The build folders of the units, on this machine.
static std::vector<std::string>
buildFolders(const std::set<std::string> &BelowRoot, const Config &C) {
  std::vector<std::string> Result;
  for (const std::string &Folder : BelowRoot) {
    SmallString<256> Path(C.Root);
    if (!Folder.empty())
      sys::path::append(Path, Folder);
    Result.push_back(Path.str().str());
  }
  return Result;
}

/// The report of \p Names, with all that a scan adds to its units'.
static Expected<Report> mergedReport(const MergeRequest &Request,
                                     ArrayRef<std::string> Names,
                                     const Config &C) {
  Expected<AddedLines> Added = linesAsked(Request.Report.CopiedSince, C);
  if (!Added)
    return Added.takeError();
  Parts Files(configDigest(C));
  for (const std::string &Name : Names)
    if (Error E = Files.add(Name))
      return std::move(E);
  if (Error E = Files.complete())
    return std::move(E);
  Expected<FileClassifier> Classes =
      FileClassifier::create(C, buildFolders(Files.All.BuildFolders, C));
  if (!Classes)
    return Classes.takeError();
  Report R = Files.take();
  R.Run = describeRun(
      {Files.All.Configurations.begin(), Files.All.Configurations.end()},
      Files.All.Commands, C);
  if (!Files.All.Revision.empty() && Files.All.Revision != R.Run.Revision)
    return createStringError("the units were analysed at revision " +
                             Files.All.Revision + ", and the root is at '" +
                             R.Run.Revision + "'");
  R.Blind.FilesInNoUnit = filesInNoUnit(R, C, *Classes, {});
  remarkAskedCopies(R, C, *Added);
  return R;
}

int runMerge(const MergeRequest &Request) {
  Expected<Policy> P = readPolicy(Request.Report);
  if (!P)
    return fail(P.takeError());
  Expected<Config> C = openProject(Request.Report.Project);
  if (!C)
    return fail(C.takeError());
  Expected<std::optional<Baseline>> Before =
      askedBaseline(Request.Report, *C, *P);
  if (!Before)
    return fail(Before.takeError());
  Expected<std::vector<std::string>> Names = expandLists(Request.Files);
  if (!Names)
    return fail(Names.takeError());
  Expected<Report> R = mergedReport(Request, *Names, *C);
  if (!R)
    return fail(R.takeError());
  return deliver(Request.Report, *C, *P, *R, *Before);
}

} // namespace warrant
