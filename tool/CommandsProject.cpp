//===- CommandsProject.cpp - The root and the configuration ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CommandsProject.h"
#include "warrant/Device.h"
#include "warrant/Overlay.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace warrant {

static constexpr StringLiteral ConfigName = ".warrant.yaml";
static constexpr StringLiteral CommandLineOrigin = "command line";

static Expected<std::string> realPath(StringRef Path) {
  SmallString<256> Result;
  if (std::error_code Code = sys::fs::real_path(Path, Result))
    return createFileError(Path, Code);
  return Result.str().str();
}

static std::string joined(StringRef Folder, StringRef Name) {
  SmallString<256> Result(Folder);
  sys::path::append(Result, Name);
  return Result.str().str();
}

bool isAtOrBelow(StringRef Path, StringRef Folder) {
  return Path.consume_front(Folder) &&
         (Path.empty() || Path.front() == '/' || Folder.ends_with("/"));
}

/// The nearest folder at or above \p Start that holds \p Name.
static std::optional<std::string> nearestWith(StringRef Start, StringRef Name) {
  for (StringRef Folder = Start; !Folder.empty();
       Folder = sys::path::parent_path(Folder))
    if (sys::fs::exists(joined(Folder, Name)))
      return Folder.str();
  return std::nullopt;
}

/// The root by DESIGN's rule, without the configuration's `root`.
static Expected<std::string> findRoot(const ProjectRequest &Request) {
  if (!Request.Root.empty()) {
    if (!sys::fs::is_directory(Request.Root))
      return createStringError(inconvertibleErrorCode(),
                               "--root: '" + Request.Root + "' is no folder");
    return realPath(Request.Root);
  }
  Expected<std::string> Here = realPath(".");
  if (!Here)
    return Here.takeError();
  for (StringRef Name : {StringRef(ConfigName), StringRef(".git")})
    if (std::optional<std::string> Folder = nearestWith(*Here, Name))
      return *Folder;
  return *Here;
}

/// Names \p File in the policy's places by its name alone: what a report says
/// must not depend on the working directory.
static void shortenPlaces(StringRef Shown, Config &C) {
  auto Shorten = [&](std::string &Place) {
    StringRef Rest = Place;
    if (Rest.consume_front(Shown))
      Place = (sys::path::filename(Shown) + Rest).str();
  };
  for (PolicyRule &Rule : C.Rules)
    Shorten(Rule.Place);
  for (auto *List : {&C.Excuses, &C.Failures})
    for (PolicyExcuse &E : *List)
      Shorten(E.Place);
}

/// Lays \p File over \p C, whose root is the project's folder.
static Error layFile(StringRef File, const ProjectRequest &Request, Config &C) {
  auto Text = MemoryBuffer::getFile(File);
  if (!Text)
    return createFileError(File, Text.getError());
  // The working directory is where an editor is started from: the short name.
  StringRef Shown = File;
  if (Expected<std::string> Here = realPath("."))
    Shown.consume_front(*Here + "/");
  else
    return Here.takeError();
  std::string RootBefore = C.Root;
  Expected<std::string> Folder = realPath(
      sys::path::has_parent_path(File) ? sys::path::parent_path(File) : ".");
  if (!Folder)
    return Folder.takeError();
  C.Root = C.Folder = *Folder;
  if (Error E = loadConfig(MemoryBufferRef((*Text)->getBuffer(), Shown), C))
    return E;
  shortenPlaces(Shown, C);
  // `--root` comes before the file's `root`.
  bool FileHasRoot = C.Origins.count("root") && Request.Root.empty();
  if (!FileHasRoot) {
    C.Root = RootBefore;
    C.Origins.erase("root");
    return Error::success();
  }
  Expected<std::string> Root = realPath(C.Root);
  if (!Root || !sys::fs::is_directory(*Root)) {
    consumeError(Root.takeError());
    return createStringError(inconvertibleErrorCode(),
                             C.Origins["root"] + ": error: the root '" +
                                 C.Root + "' is no folder");
  }
  C.Root = *Root;
  return Error::success();
}

/// Lays the command line over \p C.
static Error layOptions(const ProjectRequest &Request, Config &C) {
  if (!Request.Root.empty())
    C.Origins["root"] = CommandLineOrigin.str();
  for (const std::string &Glob : Request.Checks)
    if (Error E = validateCheckGlob(Glob))
      return createStringError(inconvertibleErrorCode(),
                               "--checks: " + toString(std::move(E)));
  if (!Request.Checks.empty()) {
    C.Checks.insert(C.Checks.end(), Request.Checks.begin(),
                    Request.Checks.end());
    std::string &Origin = C.Origins["checks"];
    Origin += (Origin.empty() ? "" : ", ") + CommandLineOrigin.str();
  }
  if (Request.Strict) {
    makeStrict(C);
    C.Origins["strict"] = CommandLineOrigin.str();
  }
  if (Request.Timeout) {
    C.TimeoutSeconds = *Request.Timeout;
    C.Origins["limits.timeout"] = CommandLineOrigin.str();
  }
  return Error::success();
}

std::string configFileOf(const ProjectRequest &Request, const Config &C) {
  if (!Request.ConfigFile.empty())
    return Request.ConfigFile;
  std::string File = joined(C.Folder, ConfigName);
  return sys::fs::exists(File) ? File : std::string();
}

Expected<Config> openProject(const ProjectRequest &Request) {
  Expected<std::string> Root = findRoot(Request);
  if (!Root)
    return Root.takeError();
  Config C;
  C.Root = C.Folder = *Root;
  std::string File = Request.ConfigFile;
  if (File.empty() && sys::fs::exists(joined(*Root, ConfigName)))
    File = joined(*Root, ConfigName);
  if (!File.empty())
    if (Error E = layFile(File, Request, C))
      return std::move(E);
  if (Error E = layOptions(Request, C))
    return std::move(E);
  if (Error E = loadDeviations(C, *vfs::getRealFileSystem()))
    return std::move(E);
  if (Error E = loadOverlays(C, *vfs::getRealFileSystem()))
    return std::move(E);
  if (Error E = loadDevices(C, *vfs::getRealFileSystem()))
    return std::move(E);
  return C;
}

Expected<std::vector<std::string>> resolvePaths(ArrayRef<std::string> Paths,
                                                const Config &C) {
  std::vector<std::string> Result;
  for (const std::string &Path : Paths) {
    Expected<std::string> Real = realPath(Path);
    if (!Real)
      return Real.takeError();
    if (!isAtOrBelow(*Real, C.Root))
      return createStringError(inconvertibleErrorCode(),
                               "'" + Path + "' is not below the root '" +
                                   C.Root + "'; give another with --root");
    Result.push_back(std::move(*Real));
  }
  return Result;
}

} // namespace warrant
