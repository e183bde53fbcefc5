//===- LiveUnit.cpp - A document and the worker that analyses it ----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LiveUnit.h"
#include "tool/CommandsBaseline.h"
#include "tool/CommandsProject.h"
#include "tool/CommandsReport.h"
#include "tool/report/UnitCodec.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

/// The nearest folder above \p Path that has \p Name, or empty.
static std::string nearestWith(StringRef Path, StringRef Name) {
  for (StringRef Folder = sys::path::parent_path(Path); !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    SmallString<256> File(Folder);
    sys::path::append(File, Name);
    if (sys::fs::exists(File))
      return Folder.str();
  }
  return {};
}

std::string projectOf(StringRef Path) {
  for (StringRef Name : {".warrant.yaml", ".git"})
    if (std::string Folder = nearestWith(Path, Name); !Folder.empty())
      return Folder;
  for (StringRef Folder = sys::path::parent_path(Path); !Folder.empty();
       Folder = sys::path::parent_path(Folder))
    if (!findBuildFolders(Folder).empty())
      return Folder.str();
  return sys::path::parent_path(Path).str();
}

/// A header has no command, and is expected to have none.
static bool isHeader(StringRef Path) {
  return StringSwitch<bool>(sys::path::extension(Path))
      .Cases(".h", ".hh", ".hpp", ".hxx", ".h++", true)
      .Cases(".H", ".inl", ".ipp", ".tpp", true)
      .Default(false);
}

/// What there is where no command is for the file at \p Path: that of its
/// nearest neighbour among \p Known, or none.
static Plan borrowed(StringRef Path, const Target *Known, const Config &C,
                     std::string &Note) {
  StringRef Display = Path;
  Display.consume_front(C.Root + "/");
  if (Known && !Known->Units.Items.empty()) {
    HeaderPlan H = planHeaders(Known->Units, C.Root, Display.str());
    if (!H.Units.Items.empty()) {
      if (!isHeader(Path))
        Note = "no compile command is for this file; that of '" +
               H.FlagsOf[Display.str()] + "' is used";
      return H.Units;
    }
  }
  Note = "no compile command is for this file; it is analysed without flags";
  return planOne(Path, {}, C);
}

Expected<LivePlan> planDocument(StringRef Path,
                                const CommandsRequest &Commands) {
  SmallString<256> Real;
  if (sys::fs::real_path(Path, Real))
    Real = Path; // not on the disk yet
  ProjectRequest Asked;
  Asked.Root = projectOf(Real);
  Expected<Config> C = openProject(Asked);
  if (!C)
    return C.takeError();
  Expected<Target> Known = openTarget(Commands, {}, *C);
  Plan Units;
  std::string Note;
  if (Known)
    copy_if(Known->Units.Items, std::back_inserter(Units.Items),
            [&](const WorkItem &Each) { return Each.File == Real.str(); });
  if (Units.Items.empty())
    Units = borrowed(Real, Known ? &*Known : nullptr, *C, Note);
  Units.Items.resize(1);
  Units.Items.front().Prefix.clear();
  if (Known)
    Units.BuildFolders = Known->Units.BuildFolders;
  else
    consumeError(Known.takeError()); // Note says it
  Expected<FileClassifier> Files =
      FileClassifier::create(*C, Units.BuildFolders);
  if (!Files)
    return Files.takeError();
  Expected<std::optional<Baseline>> Before = openBaseline(C->Root, {});
  if (!Before)
    return Before.takeError();
  BaselineScope Scope;
  if (*Before)
    Scope = baselineScope(Report(), *C, **Before, /*Whole=*/false);
  std::string Today = dayOf(ScanRequest(), *C);
  LivePlan Result{std::move(*C),      std::move(*Files), std::move(Units),
                  std::move(Note),    std::move(Today),  {},
                  std::move(*Before), std::move(Scope)};
  Result.Stamp = stampOf(Result);
  return Result;
}

std::string stampOf(const LivePlan &P) {
  std::vector<std::string> Paths{P.Settings.Folder + "/.warrant.yaml",
                                 (P.Settings.Root + "/" + BaselineName).str()};
  for (const std::string &Folder : P.Units.BuildFolders)
    Paths.push_back(Folder + "/compile_commands.json");
  std::string Result;
  for (const std::string &Path : Paths) {
    sys::fs::file_status Status;
    if (!sys::fs::status(Path, Status))
      Result += std::to_string(
          Status.getLastModificationTime().time_since_epoch().count());
    Result += ';';
  }
  return Result;
}

LiveUnit::~LiveUnit() {
  if (Handle.process() >= 0)
    Handle.end(/*Kill=*/true);
}

Error LiveUnit::begin(const std::map<std::string, std::string> &Open,
                      std::optional<UnitFailure> Before,
                      ArrayRef<WorkerHandle> Others,
                      const sigset_t &ChildMask) {
  if (Error E = Texts.put(Open))
    return E;
  if (Handle.process() < 0)
    if (int Code = Handle.start(Job, Others, ChildMask))
      return createStringError(std::error_code(Code, std::system_category()),
                               "cannot start a worker");
  Handle.assign({0, std::move(Before)},
                WorkerHandle::Clock::now() +
                    std::chrono::seconds(How.Settings.TimeoutSeconds));
  return Error::success();
}

Expected<std::optional<UnitResult>> LiveUnit::take() {
  Handle.readErrors();
  auto Bytes = Handle.readResults();
  if (!Bytes)
    return std::nullopt;
  Handle.setIdle();
  Expected<UnitResult> Result = decodeUnit(Bytes->second);
  if (!Result)
    return Result.takeError();
  return std::move(*Result);
}

std::string LiveUnit::end(bool Kill) {
  std::string Reason = describe(Handle.end(Kill), How.Settings);
  Handle = WorkerHandle();
  return Reason;
}

} // namespace warrant
