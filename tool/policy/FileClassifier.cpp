//===- FileClassifier.cpp - What a file is to the audit -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathGlob.h"
#include "warrant/Config.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {

// In lower case: paths are lowered before they are matched.
static constexpr StringLiteral BuiltinVendored[] = {
    // Folders that by convention hold other people's code.
    "third_party", "third-party", "thirdparty", "3rd_party", "3rdparty",
    "vendor", "vendored", "external", "externals", "extern", "deps",
    "submodules", "subprojects", "node_modules", "vcpkg_installed",
    // What chip vendors ship.
    "cmsis", "*_hal_driver", "*_stdperiph_driver",
    // What tools generate: protobuf, FlatBuffers, Cap'n Proto, Qt, bison, flex.
    "*.pb.{h,cc,c}", "*.pb-c.{h,c}", "*_generated.h", "*.capnp.{h,c++}",
    "moc_*.{cpp,cc,cxx,h}", "*.moc", "ui_*.h", "qrc_*.{cpp,cc,cxx}",
    "*.tab.{h,c,cc,cpp,hh,hpp}", "*.yy.{h,c,cc,cpp}"};

ArrayRef<StringLiteral> builtinVendoredGlobs() { return BuiltinVendored; }

bool isBuildTree(StringRef Folder) {
  auto Holds = [&](StringRef Name) {
    SmallString<256> Path(Folder);
    sys::path::append(Path, Name);
    return sys::fs::exists(Path);
  };
  static constexpr StringLiteral Left[] = {"CMakeCache.txt", "build.ninja",
                                           "meson-private",  "args.gn",
                                           ".ninja_log",     "config.status"};
  static constexpr StringLiteral Written[] = {
      "CMakeLists.txt", "meson.build", "BUILD.gn", "configure", "Makefile.am"};
  return any_of(Left, Holds) && none_of(Written, Holds);
}

struct FileClassifier::Tables {
  std::string Root;
  std::vector<std::string> BuildFolders; ///< nothing below them is project
  PathGlobList Include, Exclude, Vendored, BuiltinVendored, Below;

  /// What a rule of the policy says of the mode.
  struct Mode {
    PathGlobList Paths; ///< empty: everywhere
    bool Vendored = false, Strict = false;
  };
  std::vector<Mode> Modes;
  bool Strict = false; ///< where no rule says otherwise

  Error addModes(const Config &C);
  bool isVendored(ArrayRef<StringRef> Names) const;
};

/// What the configuration says comes before what is built in, so that
/// `!external` makes a folder of that name the project's own.
bool FileClassifier::Tables::isVendored(ArrayRef<StringRef> Names) const {
  if (std::optional<bool> Configured = Vendored.verdict(Names))
    return *Configured;
  SmallVector<std::string, 16> Lowered;
  for (StringRef Name : Names)
    Lowered.push_back(Name.lower());
  SmallVector<StringRef, 16> Views(Lowered.begin(), Lowered.end());
  return BuiltinVendored.match(Views);
}

static std::string normalized(StringRef Path) {
  SmallString<256> Result(Path);
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return sys::path::convert_to_slash(Result);
}

/// \p Path behind \p Folder and a slash; absence where it is not below it.
static std::optional<StringRef> below(StringRef Path, StringRef Folder) {
  if (Folder == "/")
    return Path.drop_front(1);
  if (!Path.consume_front(Folder) || !Path.consume_front("/"))
    return std::nullopt;
  return Path;
}

static Error addGlobs(PathGlobList &List, ArrayRef<std::string> Globs,
                      StringRef Key) {
  for (const std::string &Glob : Globs)
    if (Error E = List.add(Glob))
      return createStringError(inconvertibleErrorCode(),
                               "'" + Glob + "' in '" + Key +
                                   "': " + toString(std::move(E)));
  return Error::success();
}

Error FileClassifier::Tables::addModes(const Config &C) {
  Strict = C.Strict;
  for (const PolicyRule &Rule : C.Rules) {
    if (!Rule.Strict)
      continue;
    Mode &M = Modes.emplace_back();
    M.Vendored = Rule.Vendored;
    M.Strict = *Rule.Strict;
    if (Error E = addGlobs(M.Paths, Rule.Paths, "policy.rules"))
      return E;
  }
  return Error::success();
}

/// The folders that \p Folder, which holds a build, keeps from the project.
static std::vector<std::string> buildOutputs(StringRef Folder, StringRef Root) {
  bool HoldsRoot = Folder == Root || below(Root, Folder);
  if (!HoldsRoot && (isBuildTree(Folder) || !sys::fs::exists(Folder)))
    return {Folder.str()};
  // The project was built among its sources, or the root is in a build tree.
  return {(Folder + "/_deps").str(), (Folder + "/CMakeFiles").str()};
}

Expected<FileClassifier>
FileClassifier::create(const Config &C, std::vector<std::string> BuildFolders) {
  auto T = std::make_shared<Tables>();
  T->Root = normalized(C.Root);
  for (const std::string &Folder : BuildFolders)
    for (std::string &Output : buildOutputs(normalized(Folder), T->Root))
      T->BuildFolders.push_back(std::move(Output));
  for (StringRef Glob : BuiltinVendored)
    if (Error E = T->BuiltinVendored.add(Glob))
      return std::move(E);
  if (Error E = addGlobs(T->Include, C.Include, "include"))
    return std::move(E);
  if (Error E = addGlobs(T->Exclude, C.Exclude, "exclude"))
    return std::move(E);
  if (Error E = addGlobs(T->Vendored, C.Vendored, "vendored"))
    return std::move(E);
  if (Error E = addGlobs(T->Below, C.DocumentedBelow, "contracts.below"))
    return std::move(E);
  if (Error E = T->addModes(C))
    return std::move(E);
  return FileClassifier(std::move(T));
}

FileClass FileClassifier::classify(StringRef AbsolutePath) const {
  std::string Path = normalized(AbsolutePath);
  std::optional<StringRef> Relative = below(Path, Data->Root);
  if (!Relative)
    return FileClass::Outside;
  for (const std::string &Folder : Data->BuildFolders)
    if (below(Path, Folder))
      return FileClass::Excluded;
  SmallVector<StringRef, 16> Names;
  Relative->split(Names, '/', -1, /*KeepEmpty=*/false);
  if (!Data->Include.empty() && !Data->Include.match(Names))
    return FileClass::Excluded;
  if (Data->Exclude.match(Names))
    return FileClass::Excluded;
  return Data->isVendored(Names) ? FileClass::Vendored : FileClass::Project;
}

ArrayRef<std::string> FileClassifier::buildFolders() const {
  return Data->BuildFolders;
}

bool FileClassifier::isDocumentedBelow(StringRef Path) const {
  SmallVector<StringRef, 16> Names;
  Path.split(Names, '/', -1, /*KeepEmpty=*/false);
  return Data->Below.match(Names);
}

bool FileClassifier::isStrict(StringRef Path, bool IsVendored) const {
  SmallVector<StringRef, 16> Names;
  Path.split(Names, '/', -1, /*KeepEmpty=*/false);
  for (const Tables::Mode &Mode : reverse(Data->Modes))
    if ((!IsVendored || Mode.Vendored) &&
        (Mode.Paths.empty() || Mode.Paths.match(Names)))
      return Mode.Strict;
  return Data->Strict;
}

std::string FileClassifier::display(StringRef AbsolutePath) const {
  std::string Path = normalized(AbsolutePath);
  std::optional<StringRef> Relative = below(Path, Data->Root);
  return Relative ? Relative->str() : Path;
}

} // namespace warrant
