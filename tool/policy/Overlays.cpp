//===- Overlays.cpp - The overlays in use ---------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConfigFiles.h"
#include "warrant/Overlay.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace warrant {

bool OverlayFunction::isGlob() const {
  return StringRef(Name).find_first_of("*?[{") != StringRef::npos;
}

void OverlayTable::add(OverlayFunction F) {
  unsigned Index = Functions.size();
  Functions.push_back(std::make_unique<OverlayFunction>(std::move(F)));
  // A pattern keeps no copy of its text.
  StringRef Name = Functions.back()->Name;
  if (!Functions.back()->isGlob())
    ByName[Name].push_back(Index);
  else if (Expected<GlobPattern> Glob = GlobPattern::create(Name))
    Globs.emplace_back(std::move(*Glob), Index);
  else
    consumeError(Glob.takeError()); // parseOverlay() refuses such a glob
}

std::vector<const OverlayFunction *> OverlayTable::find(StringRef Name) const {
  std::vector<unsigned> Indices;
  if (auto It = ByName.find(Name); It != ByName.end())
    Indices = It->second;
  for (const auto &[Glob, Index] : Globs)
    if (Glob.match(Name))
      Indices.push_back(Index);
  sort(Indices);
  std::vector<const OverlayFunction *> Found;
  for (unsigned Index : Indices)
    Found.push_back(Functions[Index].get());
  return Found;
}

ArrayRef<BuiltinOverlay> builtinOverlays() {
  static constexpr BuiltinOverlay Overlays[] = {
#include "BuiltinOverlays.inc"
  };
  return Overlays;
}

/// Adds what \p Buffer says to \p Table. \p File tells where it is from.
static Error addOverlay(MemoryBufferRef Buffer, StringRef File,
                        OverlayTable &Table) {
  Expected<std::vector<OverlayFunction>> Functions = parseOverlay(Buffer);
  if (!Functions)
    return Functions.takeError();
  for (OverlayFunction &F : *Functions) {
    F.File = File.str();
    Table.add(std::move(F));
  }
  return Error::success();
}

static Error addBuiltin(const BuiltinOverlay &Overlay, OverlayTable &Table) {
  std::string Name = ("<" + Overlay.Name + ".yaml>").str();
  return addOverlay(MemoryBufferRef(Overlay.Yaml, Name), Name, Table);
}

/// The built-in overlays alone, which is what most projects have. A server
/// asks for them at each keystroke, so they are read once.
static std::shared_ptr<const OverlayTable> builtinTable() {
  static const std::shared_ptr<const OverlayTable> Table = [] {
    auto Made = std::make_shared<OverlayTable>();
    for (const BuiltinOverlay &Each : builtinOverlays())
      cantFail(addBuiltin(Each, *Made));
    return Made;
  }();
  return Table;
}

static Error addFile(const std::string &Name, vfs::FileSystem &Files,
                     OverlayTable &Table, Config &C) {
  auto File = openNamedFile(C, "overlays", Name, Files);
  if (!File)
    return File.takeError();
  StringRef Text = (*File)->getBuffer();
  C.OverlayTexts.push_back(Text.str());
  return addOverlay(MemoryBufferRef(Text, Name), (*File)->getBufferIdentifier(),
                    Table);
}

/// An error where \p Names has one that is not built in.
static Error checkNames(ArrayRef<std::string> Names, const Config &C) {
  SmallVector<StringRef, 4> Known;
  for (const BuiltinOverlay &Each : builtinOverlays())
    Known.push_back(Each.Name);
  auto Origin = C.Origins.find("memory-function.overlays");
  std::string Place =
      Origin == C.Origins.end() ? "" : Origin->second + ": error: ";
  for (const std::string &Name : Names)
    if (!is_contained(Known, Name))
      return createStringError(inconvertibleErrorCode(),
                               Place + "'" + Name + "' is no built-in overlay" +
                                   didYouMean(Name, Known));
  return Error::success();
}

Error loadOverlays(Config &C, vfs::FileSystem &Files) {
  C.OverlayTexts.clear();
  std::vector<std::string> On;
  if (const CheckInfo *Check = findCheck("memory-function"))
    On = C.listOption(*Check, "overlays");
  auto IsOn = [&](const BuiltinOverlay &Each) {
    return is_contained(On, Each.Name);
  };
  if (C.OverlayFiles.empty() && all_of(builtinOverlays(), IsOn)) {
    C.Overlays = builtinTable();
    return checkNames(On, C);
  }
  auto Table = std::make_shared<OverlayTable>();
  Error Mistakes = Error::success();
  for (const std::string &Name : C.OverlayFiles)
    Mistakes = joinErrors(std::move(Mistakes), addFile(Name, Files, *Table, C));
  Mistakes = joinErrors(std::move(Mistakes), checkNames(On, C));
  for (const BuiltinOverlay &Each : make_filter_range(builtinOverlays(), IsOn))
    Mistakes = joinErrors(std::move(Mistakes), addBuiltin(Each, *Table));
  C.Overlays = std::move(Table);
  return Mistakes;
}

} // namespace warrant
