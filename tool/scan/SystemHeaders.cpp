//===- SystemHeaders.cpp - The system headers of units --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SystemHeaders.h"
#include "Invocation.h"
#include "PrefixKey.h"
#include "PrefixShadow.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace llvm;

namespace warrant {

static std::vector<std::string>
systemFolders(const clang::CompilerInvocation &Invocation,
              StringRef Directory) {
  std::vector<std::string> Result;
  for (const auto &Each : Invocation.getHeaderSearchOpts().UserEntries) {
    SmallString<128> Path(Each.Path);
    sys::fs::make_absolute(Directory, Path);
    sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
    Result.push_back(std::string(Path));
  }
  return Result;
}

/// The names that \p Text, of nothing but directives, defines.
static StringSet<> macrosOf(StringRef Text) {
  StringSet<> Result;
  for (StringRef Line : split(Text, '\n'))
    if (Line.consume_front("#define "))
      Result.insert(
          Line.take_until([](char C) { return C == ' ' || C == '('; }));
  return Result;
}

/// Calls \p Use with a compiler for \p Item as the system has it, without
/// folders and macros of the project; where the command can't be taken, not.
static void withCompiler(const WorkItem &Item, const FileClassifier &Files,
                         function_ref<void(clang::CompilerInstance &)> Use) {
  UnitMessages Ignored(Files, "");
  auto FS = fileSystemFor(Item, Files);
  if (!FS)
    return consumeError(FS.takeError()); // the parse tells
  auto Invocation = invocationFor(Item, /*Exact=*/false, Ignored, *FS);
  if (!Invocation)
    return;
  erase_if(Invocation->getHeaderSearchOpts().UserEntries, isOfProject);
  Invocation->getPreprocessorOpts().Macros.clear();
  Invocation->getPreprocessorOpts().Includes.clear();
  clang::CompilerInstance Compiler;
  prepare(Compiler, std::move(Invocation), Ignored, std::move(*FS));
  if (Compiler.createTarget())
    Use(Compiler);
}

/// What the compiler has of itself for \p Item; nothing where its command is
/// wrong, which its analysis will say.
static CompilerDefaults defaultsFor(const WorkItem &Item,
                                    const FileClassifier &Files) {
  CompilerDefaults Result;
  withCompiler(Item, Files, [&](clang::CompilerInstance &Compiler) {
    Result.SystemFolders =
        systemFolders(Compiler.getInvocation(), Item.Directory);
    Compiler.createPreprocessor(clang::TU_Complete);
    Result.Macros = macrosOf(Compiler.getPreprocessor().getPredefines());
  });
  return Result;
}

SystemHeaders::SystemHeaders(IncludeScan &Scan, const FileClassifier &Files,
                             const WorkItem &First)
    : Scan(Scan), Files(Files), First(First),
      Defaults(defaultsFor(First, Files)) {}

bool SystemHeaders::isForeign(StringRef Path) const {
  FileClass Class = Files.classify(Path);
  return Class != FileClass::Project && Class != FileClass::Vendored;
}

unsigned SystemHeaders::numberOf(StringRef Name) {
  auto [It, IsNew] = Numbers.try_emplace(Name, Names.size());
  if (IsNew)
    Names.push_back(It->first());
  return It->second;
}

/// Follows the #includes of one unit in their order.
class SystemHeaders::Walk {
public:
  Walk(SystemHeaders &Of, IncludeFolders &Folders) : Of(Of), Folders(Folders) {}

  void enter(const std::string &File) {
    if (!Seen.insert(File).second)
      return;
    for (const IncludeFolders::Found &Each : Folders.of(File))
      if (!Each.IsConditional)
        take(Each);
  }
  OfUnit finish() {
    for (const auto &[Name, Body] : Features)
      Result.Features.push_back(Name + Body);
    Result.Asked.assign(Asked.begin(), Asked.end());
    return std::move(Result);
  }

private:
  void take(const IncludeFolders::Found &Each) {
    if (Each.Line->Kind != WrittenLine::Include)
      return takeMacro(*Each.Line);
    if (!Each.IsSystem || !Of.isForeign(Each.Path))
      return enter(Each.Path);
    unsigned Number = Of.numberOf(Each.Line->Name);
    if (Result.Headers.size() <= Number)
      Result.Headers.resize(Number + 1);
    Result.Headers.set(Number);
  }
  void takeMacro(const WrittenLine &Line) {
    if (Folders.defines(Line.Name))
      return;
    if (Line.Kind == WrittenLine::Ask)
      return void(Asked.insert(Line.Name));
    if (Result.Headers.any())
      return;
    if (Line.Kind == WrittenLine::Undefine)
      Features.erase(Line.Name);
    else if (Line.IsDefault)
      Features.try_emplace(Line.Name, Line.Body);
    else
      Features[Line.Name] = Line.Body;
  }

  SystemHeaders &Of;
  IncludeFolders &Folders;
  StringSet<> Seen;
  std::map<std::string, std::string> Features;
  std::set<std::string> Asked;
  OfUnit Result;
};

SystemHeaders::OfUnit SystemHeaders::of(const WorkItem &Item) {
  IncludeFolders &Folders =
      ByFlags.try_emplace(includeFlags(Item), Item, Defaults, Scan)
          .first->second;
  Walk Unit(*this, Folders);
  for (const std::string &File : pathsOf(Item, "-include"))
    Unit.enter(File);
  Unit.enter(Item.File);
  return Unit.finish();
}

const HeaderGraph &SystemHeaders::graph() {
  if (std::exchange(InGraph, Names.size()) != Names.size()) {
    Weights.clear();
    withCompiler(First, Files, [&](clang::CompilerInstance &Compiler) {
      Graph = HeaderGraph(Names, Compiler);
    });
  }
  return Graph;
}

double SystemHeaders::weigh(const HeaderSet &Set) {
  const HeaderGraph &Known = graph();
  auto [It, IsNew] = Weights.try_emplace(Set, 0);
  if (IsNew)
    It->second = Known.weigh(Set);
  return It->second;
}

} // namespace warrant
