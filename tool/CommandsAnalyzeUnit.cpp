//===- CommandsAnalyzeUnit.cpp - warrant analyze-unit ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// No database is read and no git asked: the result depends on the command, the
// configuration and the files that the analysis reads.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "CommandsDrivers.h"
#include "CommandsUnits.h"
#include "Depfile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

static std::string absolute(StringRef Path, StringRef Folder) {
  SmallString<256> Result(Path);
  sys::fs::make_absolute(Folder, Result);
  sys::path::remove_dots(Result); // `..` stays: it may follow a symlink
  return Result.str().str();
}

/// \p Path without symlinks, where it is there.
static std::string realFolder(StringRef Path, StringRef Here) {
  SmallString<256> Real;
  if (!sys::fs::real_path(Path, Real))
    return Real.str().str();
  return absolute(Path, Here);
}

static Expected<Target> openUnit(const AnalyzeUnitRequest &Request,
                                 StringRef Here, const Config &C) {
  if (Request.Commands.Flags.empty())
    return createStringError("the compile command is missing behind '--'");
  std::vector<std::string> Folders;
  for (const std::string &Folder : Request.Commands.BuildFolders)
    Folders.push_back(realFolder(Folder, Here));
  UnitCommand Command;
  // One that is absolute is taken as a database has it.
  Command.Directory = sys::path::is_absolute(Request.Directory)
                          ? Request.Directory
                          : realFolder(Request.Directory, Here);
  Command.File = absolute(Request.File, Command.Directory);
  Command.Arguments = Request.Commands.Flags;
  Command.Configuration = Request.Configuration;
  if (Command.Configuration.empty())
    Command.Configuration = Folders.empty()
                                ? "command-line"
                                : configurationNames(Folders, C).front();
  Expected<CompilerRunner> Run = compilerRunner(Request.Commands.QueryDrivers);
  if (!Run)
    return Run.takeError();
  Expected<Plan> Units =
      planCommand(Command, std::move(Folders), C, std::move(*Run));
  if (!Units)
    return Units.takeError();
  return Target{std::move(*Units), {Command.Configuration}};
}

/// What the analysis read, and what the configuration is made of.
static std::set<std::string> filesRead(const AnalyzeUnitRequest &Request,
                                       StringRef Here, const Config &C,
                                       const Target &T, const UnitResult &U) {
  std::set<std::string> Files;
  for (const WorkItem &Item : T.Units.Items)
    Files.insert(Item.File);
  for (const UnitInput &Input : U.Inputs)
    if (Input.Kind == InputKind::Contents)
      Files.insert(Input.Path);
  std::string ConfigFile = configFileOf(Request.Project, C);
  if (!ConfigFile.empty())
    Files.insert(absolute(ConfigFile, Here));
  for (const auto *Named : {&C.OverlayFiles, &C.DeviceFiles})
    for (const std::string &File : *Named)
      Files.insert(absolute(File, C.Folder));
  if (!C.MisraDeviations.empty())
    Files.insert(absolute(C.MisraDeviations, C.Root));
  return Files;
}

static bool hasFailed(const UnitResult &U) {
  return U.State != UnitStatus::Ok && U.State != UnitStatus::Skipped;
}

static int finish(const AnalyzeUnitRequest &Request, StringRef Here,
                  const Config &C, const Target &T,
                  const EngineOptions &Options,
                  std::vector<UnitResult> Results) {
  bool Failed = false;
  std::vector<std::string> Units;
  std::set<std::string> Files;
  for (UnitResult &U : Results) {
    Failed |= hasFailed(U);
    if (U.State != UnitStatus::Ok)
      for (const std::string &Message : U.Messages)
        errs() << "warrant: note: " << toString(U.State) << ": " << Message
               << "\n";
    if (Options.WantsInputs && U.State == UnitStatus::Ok && U.Inputs.empty())
      return fail(createStringError(
          "--depfile: a file was read whose name is not UTF-8"));
    Files.merge(filesRead(Request, Here, C, T, U));
    Units.push_back(unitForFile(std::move(U)));
  }
  if (!Request.Depfile.empty())
    if (Error E = writeFile(Request.Depfile, depfile(Request.Out, Files, Here)))
      return fail(std::move(E));
  UnitsInfo Info;
  describeUnits(T, C, Info);
  std::string Bytes = writeUnits(std::move(Info), std::move(Units));
  if (int Status = writeUnitsTo(Request.Out, Bytes))
    return Status;
  return Failed ? IncompleteAudit : 0;
}

int runAnalyzeUnit(const AnalyzeUnitRequest &Request) {
  Expected<Config> C = openProject(Request.Project);
  if (!C)
    return fail(C.takeError());
  SmallString<256> Here;
  if (std::error_code Code = sys::fs::current_path(Here))
    return fail(createStringError(Code, "no working directory"));
  Expected<Target> T = openUnit(Request, Here, *C);
  if (!T)
    return fail(T.takeError());
  Expected<FileClassifier> Files =
      FileClassifier::create(*C, T->Units.BuildFolders);
  if (!Files)
    return fail(Files.takeError());
  for (const std::string &Note : T->Units.Notes)
    errs() << "warrant: note: " << Note << "\n";
  EngineOptions Options;
  Options.Exact = Request.Exact;
  Options.WantsInputs = !Request.Depfile.empty();
  return finish(Request, Here, *C, *T, Options,
                runPlan(T->Units, *C, *Files, Options));
}

} // namespace warrant
