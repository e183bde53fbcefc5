//===- TidySettings.cpp - The configuration in clang-tidy -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidySettings.h"
#include "warrant/Device.h"
#include "warrant/Overlay.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/YAMLParser.h"

using namespace llvm;

namespace warrant {
namespace {

constexpr StringLiteral ConfigName = ".warrant.yaml";

Error mistake(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

std::string joined(StringRef Folder, StringRef Name) {
  SmallString<256> Result(Folder);
  sys::path::append(Result, Name);
  return Result.str().str();
}

/// The nearest folder above \p File that holds \p Name, or empty.
std::string nearestWith(StringRef File, StringRef Name, vfs::FileSystem &FS) {
  for (StringRef Folder = sys::path::parent_path(File); !Folder.empty();
       Folder = sys::path::parent_path(Folder))
    if (FS.exists(joined(Folder, Name)))
      return Folder.str();
  return {};
}

/// \p Path, relative to the working directory, as a folder's real path.
Expected<std::string> realFolder(StringRef Path, StringRef Of,
                                 vfs::FileSystem &FS) {
  SmallString<256> Real;
  ErrorOr<vfs::Status> Status = FS.status(Path);
  if (!Status || !Status->isDirectory() || FS.getRealPath(Path, Real))
    return mistake(Of + "the root '" + Path + "' is no folder");
  return Real.str().str();
}

bool isWithin(StringRef Path, StringRef Folder) {
  return Path.consume_front(Folder) && Path.starts_with("/");
}

/// The root without configuration: git's top, else the working directory, else
/// the folder that its build folder lies in, as far as these hold the file;
/// else the file's folder.
std::string defaultRoot(StringRef Source, vfs::FileSystem &FS) {
  if (std::string Top = nearestWith(Source, ".git", FS); !Top.empty())
    return Top;
  SmallString<256> Here;
  if (!FS.getRealPath(".", Here)) {
    if (isWithin(Source, Here))
      return Here.str().str();
    std::string Build =
        nearestWith(joined(Here, "command"), "compile_commands.json", FS);
    StringRef Above = sys::path::parent_path(Build);
    if (Above.size() > 1 && isWithin(Source, Above))
      return Above.str();
  }
  return sys::path::parent_path(Source).str();
}

/// Lays the .warrant.yaml in \p C's root over \p C.
Error layFile(Config &C, vfs::FileSystem &FS) {
  std::string File = joined(C.Root, ConfigName);
  auto Text = FS.getBufferForFile(File);
  if (!Text)
    return createFileError(File, Text.getError());
  if (Error E =
          loadConfig(MemoryBufferRef((*Text)->getBuffer(), ConfigName), C))
    return E;
  auto Origin = C.Origins.find("root");
  if (Origin == C.Origins.end())
    return Error::success();
  Expected<std::string> Root =
      realFolder(C.Root, Origin->second + ": error: ", FS);
  if (!Root)
    return Root.takeError();
  C.Root = *Root;
  return Error::success();
}

std::vector<std::string> splitList(StringRef Text) {
  SmallVector<StringRef, 8> Parts;
  Text.split(Parts, ';', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  std::vector<std::string> Result;
  for (StringRef Part : Parts)
    if (!Part.trim().empty())
      Result.push_back(Part.trim().str());
  return Result;
}

Error wrongValue(StringRef Name, StringRef Text, StringRef Expected) {
  return mistake("option '" + Name + "': '" + Text + "' is not " + Expected);
}

Expected<bool> boolOf(StringRef Name, StringRef Text) {
  if (std::optional<bool> Value = yaml::parseBool(Text))
    return *Value;
  return wrongValue(Name, Text, "true or false");
}

/// \p Text as a configuration file's loader would have read it.
Expected<std::vector<std::string>> valueOf(const OptionInfo &Info,
                                           StringRef Text) {
  int64_t Number = 0;
  switch (Info.Kind) {
  case OptionInfo::Type::StringList:
    return splitList(Text);
  case OptionInfo::Type::String:
    break;
  case OptionInfo::Type::Integer:
    if (Text.getAsInteger(10, Number))
      return wrongValue(Info.Name, Text, "a number");
    break;
  case OptionInfo::Type::Bool:
    Expected<bool> Value = boolOf(Info.Name, Text);
    if (!Value)
      return Value.takeError();
    return std::vector<std::string>{*Value ? "true" : "false"};
  }
  return std::vector<std::string>{Text.str()};
}

/// Lays the options that checks share over \p C.
Error layShared(const TidyOptions &Options, Config &C) {
  if (!Options.Strict.empty()) {
    Expected<bool> Strict = boolOf("Strict", Options.Strict);
    if (!Strict)
      return Strict.takeError();
    if (*Strict)
      makeStrict(C);
    else
      C.Strict = false;
  }
  if (!Options.Markers.empty())
    C.Markers = splitList(Options.Markers);
  return Error::success();
}

/// Lays those of one check over \p C.
Error layOwn(const CheckInfo &Check, const TidyOptions &Options, Config &C) {
  for (const auto &[Info, Text] : zip_equal(Check.Options, Options.Own)) {
    if (Text.empty())
      continue;
    Expected<std::vector<std::string>> Value = valueOf(Info, Text);
    if (!Value)
      return Value.takeError();
    C.CheckOptions[(Check.Name + "." + Info.Name).str()] = std::move(*Value);
  }
  return Error::success();
}

} // namespace

Expected<Config> openProjectFile(StringRef Source, clang::FileManager &Files) {
  vfs::FileSystem &FS = Files.getVirtualFileSystem();
  Config C;
  C.Root = nearestWith(Source, ConfigName, FS);
  C.Folder = C.Root;
  if (C.Root.empty())
    C.Root = defaultRoot(Source, FS);
  else if (Error E = layFile(C, FS))
    return std::move(E);
  return C;
}

Expected<Config> openSettings(StringRef Source, ArrayRef<TidyMember> Checks,
                              const TidyOptions &Shared,
                              clang::FileManager &Files) {
  vfs::FileSystem &FS = Files.getVirtualFileSystem();
  Expected<Config> Opened = openProjectFile(Source, Files);
  if (!Opened)
    return Opened.takeError();
  Config C = std::move(*Opened);
  if (!Shared.Root.empty()) {
    Expected<std::string> Root = realFolder(Shared.Root, "option 'Root': ", FS);
    if (!Root)
      return Root.takeError();
    C.Root = *Root;
  }
  if (Error E = layShared(Shared, C))
    return std::move(E);
  for (const TidyMember &Each : Checks)
    if (Error E = layOwn(*Each.Info, Each.Given, C))
      return std::move(E);
  if (Error E = loadDeviations(C, FS))
    return std::move(E);
  if (Error E = loadOverlays(C, FS))
    return std::move(E);
  if (Error E = loadDevices(C, FS))
    return std::move(E);
  return C;
}

Expected<bool> isOn(StringRef Name, StringRef Text, bool Default) {
  return Text.empty() ? Default : boolOf(Name, Text);
}

bool isTurnedOff(const Config &C, const CheckInfo &Check) {
  CheckInfo OnUnlessNamed = Check;
  OnUnlessNamed.OnByDefault = true;
  return !C.isCheckEnabled(OnUnlessNamed);
}

} // namespace warrant
