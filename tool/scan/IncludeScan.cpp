//===- IncludeScan.cpp - The #includes of files, without parsing ----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "IncludeScan.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
namespace directives = clang::dependency_directives_scan;

namespace warrant {
namespace {

std::optional<WrittenLine> defineOf(const directives::Directive &D,
                                    StringRef Text) {
  if (D.Kind != directives::pp_define && D.Kind != directives::pp_undef)
    return std::nullopt;
  WrittenLine Result;
  Result.Kind = D.Kind == directives::pp_define ? WrittenLine::Define
                                                : WrittenLine::Undefine;
  Result.Name = spelling(D, 2, Text).str();
  if (!isFeatureTest(Result.Name))
    return std::nullopt;
  for (size_t At = 3; At < D.Tokens.size(); ++At)
    if (!D.Tokens[At].is(clang::tok::eod))
      Result.Body += " " + spelling(D, At, Text).str();
  return Result;
}

/// `#ifndef M`, `#define M`, `#endif`.
void findDefault(WrittenLine &Line) {
  size_t Before = Line.Conditions.size();
  llvm::erase_if(Line.Conditions, [&](const IncludeCondition &C) {
    return C.IsNegated && !C.IsUnknown && C.Macros.size() == 1 &&
           C.Macros.front() == Line.Name;
  });
  Line.IsDefault = Line.Conditions.size() != Before;
}

/// What the condition \p D names.
SmallVector<StringRef, 4> macrosAskedFor(const directives::Directive &D,
                                         StringRef Text) {
  SmallVector<StringRef, 4> Result;
  if (!is_contained({directives::pp_if, directives::pp_ifdef,
                     directives::pp_ifndef, directives::pp_elif,
                     directives::pp_elifdef, directives::pp_elifndef},
                    D.Kind))
    return Result;
  for (size_t At = 2; At < D.Tokens.size(); ++At)
    if (D.Tokens[At].is(clang::tok::raw_identifier))
      Result.push_back(spelling(D, At, Text));
  return Result;
}

std::optional<WrittenLine> includeOf(const directives::Directive &D,
                                     StringRef Text) {
  if (D.Kind != directives::pp_include && D.Kind != directives::pp_import)
    return std::nullopt;
  // '#', 'include', the name; a macro's name stands for no file.
  StringRef Spelled = spelling(D, 2, Text);
  if (Spelled.size() < 3 || (Spelled[0] != '"' && Spelled[0] != '<'))
    return std::nullopt;
  WrittenLine Result;
  Result.Name = Spelled.drop_front().drop_back().str();
  Result.IsAngled = Spelled[0] == '<';
  return Result;
}

} // namespace

ArrayRef<WrittenLine> IncludeScan::of(StringRef Path) {
  File &F = Files[Path];
  if (F.Read)
    return F.Lines;
  F.Read = true;
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer) // then no one shares it; the parse tells
    return {};
  StringRef Text = (*Buffer)->getBuffer();
  SmallVector<directives::Token, 256> Tokens;
  SmallVector<directives::Directive, 64> Found;
  if (clang::scanSourceForDependencyDirectives(Text, Tokens, Found))
    return {};
  ConditionStack Around;
  for (const directives::Directive &D : Found) {
    for (StringRef Macro : macrosAskedFor(D, Text))
      F.Lines.push_back({WrittenLine::Ask, Macro.str()});
    if (Around.take(D, Text))
      continue;
    std::optional<WrittenLine> Line = includeOf(D, Text);
    if (!Line)
      Line = defineOf(D, Text);
    if (!Line || Line->Name == Around.guard())
      continue;
    Line->Conditions = Around.around();
    if (Line->Kind == WrittenLine::Define)
      findDefault(*Line);
    F.Lines.push_back(std::move(*Line));
  }
  return F.Lines;
}

bool IncludeScan::exists(StringRef Path) {
  auto [It, IsNew] = Exists.try_emplace(Path, false);
  if (IsNew)
    It->second = sys::fs::is_regular_file(Path);
  return It->second;
}

std::vector<std::string> valuesOf(const WorkItem &Item, StringRef Name) {
  std::vector<std::string> Result;
  bool Takes = false;
  for (StringRef Flag : Item.Command) {
    if (Flag == "-Xclang") // what it is for comes next
      continue;
    if (Takes || (Flag.consume_front(Name) && !Flag.empty()))
      Result.push_back(Flag.str());
    Takes = !Takes && Flag.empty();
  }
  return Result;
}

std::vector<std::string> pathsOf(const WorkItem &Item, StringRef Name) {
  std::vector<std::string> Result;
  for (StringRef Value : valuesOf(Item, Name)) {
    SmallString<128> Path(Value);
    sys::fs::make_absolute(Item.Directory, Path);
    sys::path::remove_dots(Path);
    Result.push_back(std::string(Path));
  }
  return Result;
}

IncludeFolders::IncludeFolders(const WorkItem &Item,
                               const CompilerDefaults &Defaults,
                               IncludeScan &Scan)
    : Scan(Scan), Defined(Defaults.Macros), Quoted(pathsOf(Item, "-iquote")),
      Angled(pathsOf(Item, "-I")), System(Defaults.SystemFolders) {
  for (StringRef Macro : valuesOf(Item, "-D"))
    Defined.insert(Macro.split('=').first);
}

ArrayRef<IncludeFolders::Found> IncludeFolders::of(StringRef File) {
  auto [It, IsNew] = Known.try_emplace(File);
  if (!IsNew)
    return It->second;
  std::vector<Found> Result;
  StringRef Folder = sys::path::parent_path(File);
  for (const WrittenLine &Each : Scan.of(File)) {
    std::optional<Found> There =
        Each.Kind == WrittenLine::Include ? find(Each, Folder) : Found();
    if (!There)
      continue;
    There->Line = &Each;
    There->IsConditional = !all_of(
        Each.Conditions, [&](const auto &C) { return holds(C, Defined); });
    Result.push_back(std::move(*There));
  }
  return Known[File] = std::move(Result);
}

std::optional<IncludeFolders::Found>
IncludeFolders::find(const WrittenLine &Include, StringRef Folder) {
  auto In = [&](StringRef Base, bool IsSystem) -> std::optional<Found> {
    SmallString<256> Path(Base);
    sys::path::append(Path, Include.Name);
    sys::path::remove_dots(Path);
    if (!Scan.exists(Path))
      return std::nullopt;
    Found Result;
    Result.Path = std::string(Path);
    Result.IsSystem = IsSystem;
    return Result;
  };
  auto Among = [&](ArrayRef<std::string> Folders, bool IsSystem) {
    for (StringRef Base : Folders)
      if (std::optional<Found> There = In(Base, IsSystem))
        return There;
    return std::optional<Found>();
  };
  std::optional<Found> Result;
  if (!Include.IsAngled)
    Result = In(Folder, false);
  if (!Result && !Include.IsAngled)
    Result = Among(Quoted, false);
  if (!Result)
    Result = Among(Angled, false);
  return Result ? Result : Among(System, true);
}

} // namespace warrant
