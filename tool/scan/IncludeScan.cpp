//===- IncludeScan.cpp - The #includes of files, without parsing ----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "IncludeScan.h"
#include "clang/Lex/DependencyDirectivesScanner.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
namespace directives = clang::dependency_directives_scan;

namespace warrant {
namespace {

/// The token \p Number of \p D, or nothing.
StringRef spelling(const directives::Directive &D, size_t Number,
                   StringRef Text) {
  if (Number >= D.Tokens.size())
    return {};
  const directives::Token &Token = D.Tokens[Number];
  return Text.substr(Token.Offset, Token.Length);
}

/// The macros one of which \p D, an #ifdef or #if, wants to be defined; none
/// where it asks for something else.
std::vector<std::string> macrosAskedFor(const directives::Directive &D,
                                        StringRef Text) {
  // '#', then the directive's name
  if (D.Kind == directives::pp_ifdef)
    return {spelling(D, 2, Text).str()};
  std::vector<std::string> Names;
  for (size_t At = 2; At < D.Tokens.size(); ++At) {
    if (D.Tokens[At].is(clang::tok::eod))
      break;
    if (!Names.empty() && spelling(D, At++, Text) != "||")
      return {};
    if (spelling(D, At++, Text) != "defined")
      return {};
    bool Parenthesized = spelling(D, At, Text) == "(";
    At += Parenthesized;
    Names.push_back(spelling(D, At, Text).str());
    At += Parenthesized;
  }
  return Names;
}

/// Follows the conditions around #includes.
class Conditions {
public:
  /// False at what is no condition.
  bool take(const directives::Directive &D, StringRef Text) {
    switch (D.Kind) {
    case directives::pp_if:
    case directives::pp_ifdef: {
      std::vector<std::string> Macros = macrosAskedFor(D, Text);
      bool IsUnknown = Macros.empty();
      Open.push_back({std::move(Macros), IsUnknown});
      break;
    }
    case directives::pp_ifndef:
      Open.push_back({{}, /*IsUnknown=*/!IsFirst}); // or an include guard
      break;
    case directives::pp_elif:
    case directives::pp_elifdef:
    case directives::pp_elifndef:
    case directives::pp_else:
      if (!Open.empty())
        Open.back() = {{}, /*IsUnknown=*/true};
      break;
    case directives::pp_endif:
      if (!Open.empty())
        Open.pop_back();
      break;
    case directives::pp_pragma_once:
      return true;
    default:
      return false;
    }
    IsFirst = false;
    return true;
  }
  void other() { IsFirst = false; }
  /// Adds to \p Include what is known of when it is read.
  void describe(WrittenInclude &Include) const {
    for (const Condition &Each : Open) {
      Include.Conditional |= Each.IsUnknown;
      if (!Each.Macros.empty())
        Include.Macros.push_back(Each.Macros);
    }
  }

private:
  struct Condition {
    std::vector<std::string> Macros;
    bool IsUnknown;
  };
  SmallVector<Condition, 8> Open;
  bool IsFirst = true;
};

std::optional<WrittenInclude> includeOf(const directives::Directive &D,
                                        StringRef Text) {
  if (D.Kind != directives::pp_include && D.Kind != directives::pp_import)
    return std::nullopt;
  // '#', 'include', the name; a macro's name stands for no file.
  StringRef Spelled = spelling(D, 2, Text);
  if (Spelled.size() < 3 || (Spelled[0] != '"' && Spelled[0] != '<'))
    return std::nullopt;
  WrittenInclude Result;
  Result.Name = Spelled.drop_front().drop_back().str();
  Result.Angled = Spelled[0] == '<';
  return Result;
}

} // namespace

ArrayRef<WrittenInclude> IncludeScan::of(StringRef Path) {
  File &F = Files[Path];
  if (F.Read)
    return F.Includes;
  F.Read = true;
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer) // then no one shares it; the parse tells
    return {};
  StringRef Text = (*Buffer)->getBuffer();
  F.Size = Text.size();
  SmallVector<directives::Token, 256> Tokens;
  SmallVector<directives::Directive, 64> Found;
  if (clang::scanSourceForDependencyDirectives(Text, Tokens, Found))
    return {};
  Conditions Around;
  for (const directives::Directive &D : Found) {
    if (Around.take(D, Text))
      continue;
    Around.other();
    if (std::optional<WrittenInclude> Include = includeOf(D, Text)) {
      Around.describe(*Include);
      F.Includes.push_back(std::move(*Include));
    }
  }
  return F.Includes;
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
                               ArrayRef<std::string> System, IncludeScan &Scan)
    : Scan(Scan), Quoted(pathsOf(Item, "-iquote")), Angled(pathsOf(Item, "-I")),
      System(System) {
  for (StringRef Macro : valuesOf(Item, "-D"))
    Defined.insert(Macro.split('=').first);
  if (sys::path::extension(Item.File) != ".c")
    Defined.insert("__cplusplus");
}

ArrayRef<IncludeFolders::Found> IncludeFolders::of(StringRef File,
                                                   bool IsSystem) {
  auto [It, IsNew] = Known.try_emplace(File);
  if (!IsNew)
    return It->second;
  std::vector<Found> Result;
  StringRef Folder = sys::path::parent_path(File);
  for (const WrittenInclude &Each : Scan.of(File))
    if (std::optional<Found> There = find(Each, Folder, IsSystem)) {
      There->Name = Each.Name;
      There->Conditional =
          Each.Conditional || !all_of(Each.Macros, [&](const auto &Names) {
            return any_of(Names, [&](const std::string &Name) {
              return Defined.contains(Name);
            });
          });
      Result.push_back(std::move(*There));
    }
  return Known[File] = std::move(Result);
}

std::optional<IncludeFolders::Found>
IncludeFolders::find(const WrittenInclude &Include, StringRef Folder,
                     bool FolderIsSystem) {
  auto In = [&](StringRef Base, bool IsSystem) -> std::optional<Found> {
    SmallString<256> Path(Base);
    sys::path::append(Path, Include.Name);
    sys::path::remove_dots(Path);
    if (!Scan.exists(Path))
      return std::nullopt;
    Found Result;
    Result.Path = std::string(Path);
    Result.System = IsSystem;
    return Result;
  };
  auto Among = [&](ArrayRef<std::string> Folders, bool IsSystem) {
    for (StringRef Base : Folders)
      if (std::optional<Found> There = In(Base, IsSystem))
        return There;
    return std::optional<Found>();
  };
  std::optional<Found> Result;
  if (!Include.Angled)
    Result = In(Folder, FolderIsSystem);
  if (!Result && !Include.Angled)
    Result = Among(Quoted, false);
  if (!Result)
    Result = Among(Angled, false);
  return Result ? Result : Among(System, true);
}

} // namespace warrant
