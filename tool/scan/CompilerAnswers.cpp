//===- CompilerAnswers.cpp - What a compiler tells of itself ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CompilerAnswers.h"
#include "Compilers.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/Utils.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Triple.h"
#include <set>

using namespace llvm;

namespace warrant {

//===----------------------------------------------------------------------===//
// The question
//===----------------------------------------------------------------------===//

/// What a compiler's answer depends on. A file of specs can name programs to
/// run: only the compiler's own are taken, which are named without a folder.
static bool matters(StringRef Flag) {
  if (Flag.consume_front("--specs=") || Flag.consume_front("-specs="))
    return !Flag.contains('/') && !Flag.contains('\\');
  if (Flag == "-mllvm" || Flag.starts_with("-fplugin") ||
      Flag.starts_with("-fdump") || Flag.starts_with("-fmodule") ||
      Flag.starts_with("-fprofile"))
    return false;
  static constexpr StringLiteral Prefixes[] = {
      "-m",        "-f",       "-O",       "-std=", "--sysroot=",
      "-nostdinc", "-stdlib=", "-pthread", "-ansi", "--target="};
  return any_of(Prefixes,
                [Flag](StringRef Prefix) { return Flag.starts_with(Prefix); });
}

static bool hasWord(StringRef Flag) {
  return Flag == "-isysroot" || Flag == "--sysroot" || Flag == "-target" ||
         Flag == "-arch";
}

std::vector<std::string> compilerQuestion(ArrayRef<std::string> Flags,
                                          bool IsCXX) {
  std::vector<std::string> Result;
  for (size_t I = 0; I < Flags.size(); ++I) {
    if (hasWord(Flags[I]) && I + 1 < Flags.size()) {
      Result.insert(Result.end(), {Flags[I], Flags[I + 1]});
      ++I;
    } else if (matters(Flags[I])) {
      Result.push_back(Flags[I]);
    }
  }
  Result.insert(Result.end(),
                {"-E", "-v", "-dM", "-x", IsCXX ? "c++" : "c", "/dev/null"});
  return Result;
}

//===----------------------------------------------------------------------===//
// The answer
//===----------------------------------------------------------------------===//

static void readMacro(StringRef Line, CompilerAnswer &Answer) {
  if (!Line.consume_front("#define "))
    return;
  auto [Name, Value] = Line.split(' ');
  if (!Name.contains('('))
    Answer.Macros[Name.str()] = Value.str();
}

std::optional<CompilerAnswer> readAnswer(StringRef Text) {
  CompilerAnswer Answer;
  bool InFolders = false, HadFolders = false;
  SmallVector<StringRef, 0> Lines;
  Text.split(Lines, '\n');
  for (StringRef Line : Lines) {
    Line = Line.rtrim('\r');
    if (Line.starts_with("#include <...> search starts here:"))
      InFolders = HadFolders = true;
    else if (Line.starts_with("End of search list"))
      InFolders = false;
    else if (InFolders && Line.starts_with(" "))
      Answer.Folders.push_back(Line.trim().str());
    else if (Line.consume_front("Target: "))
      Answer.Target = Line.trim().str();
    else
      readMacro(Line, Answer);
  }
  if (!HadFolders || Answer.Macros.empty())
    return std::nullopt;
  return Answer;
}

//===----------------------------------------------------------------------===//
// What follows from it
//===----------------------------------------------------------------------===//

/// A folder of what every compiler has its own of, as <stddef.h>: Clang's come
/// in its place.
static bool isCompilersOwn(StringRef Folder) {
  StringRef Name = sys::path::filename(Folder);
  bool IsInside = Folder.contains("/lib/gcc") ||
                  Folder.contains("/lib64/gcc") ||
                  Folder.contains("/lib/clang");
  if (Name == "include-fixed")
    return IsInside;
  StringRef Version = sys::path::filename(sys::path::parent_path(Folder));
  return IsInside && Name == "include" && !Version.empty() &&
         isDigit(Version.front());
}

/// Folders before the compiler's own (those of C++) precede Clang's, too;
/// those behind it follow.
static void addFolders(ArrayRef<std::string> Folders, ParseCommand &Command) {
  auto Own = find_if(Folders, isCompilersOwn);
  std::vector<std::string> Behind, &Arguments = Command.Arguments;
  for (const std::string &Folder : make_range(Own, Folders.end()))
    if (!isCompilersOwn(Folder))
      Behind.insert(Behind.end(), {"-idirafter", Folder});
  for (const std::string &Folder : make_range(Folders.begin(), Own))
    Arguments.insert(Arguments.end(), {"-isystem", Folder});
  Behind.push_back("-nostdlibinc");
  Arguments.insert(std::next(Arguments.begin()), Behind.begin(), Behind.end());
}

/// A compiler for what \p Arguments say.
static std::unique_ptr<clang::CompilerInstance>
preparedCompiler(std::vector<std::string> Arguments,
                 IntrusiveRefCntPtr<vfs::FileSystem> FS) {
  Arguments.back() = "x.c"; // its text is not looked at
  Arguments.push_back("-fsyntax-only");
  std::vector<const char *> Pointers;
  for (const std::string &Argument : Arguments)
    Pointers.push_back(Argument.c_str());
  clang::CreateInvocationOptions Options;
  Options.Diags = clang::CompilerInstance::createDiagnostics(
      new clang::DiagnosticOptions, new clang::IgnoringDiagConsumer);
  Options.VFS = FS;
  Options.RecoverOnError = true;
  auto Compiler = std::make_unique<clang::CompilerInstance>();
  auto Invocation = clang::createInvocation(Pointers, Options);
  if (!Invocation)
    return nullptr;
  Compiler->setInvocation(std::move(Invocation));
  Compiler->setDiagnostics(Options.Diags.get());
  Compiler->createFileManager(FS);
  Compiler->createSourceManager(Compiler->getFileManager());
  return Compiler;
}

/// Names that say what the compiler itself is or can, or how large its types
/// are: of these Clang has its own.
static bool isAboutCompiler(StringRef Name) {
  static constexpr StringLiteral Prefixes[] = {
      "__GNU",  "__GCC",    "__GXX",    "__SIZEOF",      "__FLT",
      "__DBL",  "__LDBL",   "__DEC",    "__BFLT",        "__INT",
      "__UINT", "__ATOMIC", "__STDC",   "_STDC",         "__cpp",
      "__FP_",  "__HAVE_",  "__LIBGCC", "__ARM_FEATURE", "__VERSION__",
      "__SSP",  "__CET",    "__pi",     "__PI",          "__SANITIZE"};
  static constexpr StringLiteral Suffixes[] = {
      "_FBIT__",    "_IBIT__",  "_MAX__", "_MIN__",
      "_EPSILON__", "_WIDTH__", "_TYPE__"};
  return any_of(Prefixes, [&](StringRef P) { return Name.starts_with(P); }) ||
         any_of(Suffixes, [&](StringRef S) { return Name.ends_with(S); });
}

/// The names that Clang predefines for \p Command.
static std::set<std::string> predefinedNames(const ParseCommand &Command) {
  std::set<std::string> Names;
  auto Compiler =
      preparedCompiler(Command.Arguments, new vfs::InMemoryFileSystem);
  if (!Compiler || !Compiler->createTarget())
    return Names;
  Compiler->createPreprocessor(clang::TU_Complete);
  SmallVector<StringRef, 0> Lines;
  StringRef(Compiler->getPreprocessor().getPredefines()).split(Lines, '\n');
  for (StringRef Line : Lines)
    if (Line.consume_front("#define "))
      Names.insert(
          Line.take_until([](char C) { return C == ' ' || C == '('; }).str());
  return Names;
}

/// Defines what the compiler predefines and Clang does not, before what the
/// command itself defines.
static void addMacros(const CompilerAnswer &Answer, ParseCommand &Command) {
  std::set<std::string> Known = predefinedNames(Command);
  std::vector<std::string> Macros;
  for (const auto &[Name, Value] : Answer.Macros)
    if (!Known.count(Name) && !isAboutCompiler(Name))
      Macros.push_back("-D" + Name + "=" + Value);
  std::vector<std::string> &Arguments = Command.Arguments;
  Arguments.insert(std::next(Arguments.begin()), Macros.begin(), Macros.end());
}

/// A target that Clang has not is stood in for by this machine's, with pointers
/// of the right size.
static void addTarget(const CompilerAnswer &Answer, ParseCommand &Command) {
  std::vector<std::string> &Arguments = Command.Arguments;
  bool IsGiven = any_of(Arguments, [](StringRef A) {
    return A.starts_with("--target") || A == "-target" || A == "-arch";
  });
  if (IsGiven)
    return;
  auto Pointer = Answer.Macros.find("__SIZEOF_POINTER__");
  if (isTarget(Answer.Target))
    Arguments.insert(std::next(Arguments.begin()), "--target=" + Answer.Target);
  else if (Pointer != Answer.Macros.end() && Pointer->second == "4")
    Arguments.insert(std::next(Arguments.begin()), "-m32");
}

void applyAnswer(const CompilerAnswer &Answer, ParseCommand &Command) {
  addTarget(Answer, Command);
  addMacros(Answer, Command);
  addFolders(Answer.Folders, Command);
}

/// \p Arguments without the folders that they name themselves.
static std::vector<std::string>
withoutFolders(ArrayRef<std::string> Arguments) {
  static constexpr StringLiteral Flags[] = {"-isystem", "-iquote", "-idirafter",
                                            "-I", "-F"};
  std::vector<std::string> Result;
  for (size_t I = 0; I < Arguments.size(); ++I) {
    StringRef Argument = Arguments[I];
    if (is_contained(Flags, Argument))
      ++I;
    else if (none_of(Flags,
                     [&](StringRef F) { return Argument.starts_with(F); }))
      Result.push_back(Arguments[I]);
  }
  return Result;
}

bool findsOwnHeaders(const ParseCommand &Command,
                     IntrusiveRefCntPtr<vfs::FileSystem> FS) {
  if (is_contained(Command.Arguments, "-nostdinc"))
    return true; // there are none to find
  auto Compiler = preparedCompiler(withoutFolders(Command.Arguments), FS);
  if (!Compiler)
    return false;
  std::set<StringRef> Found;
  for (const auto &Entry : Compiler->getHeaderSearchOpts().UserEntries)
    if (!isCompilersOwn(Entry.Path) && FS->exists(Entry.Path))
      Found.insert(Entry.Path);
  // What this machine's programs include is no help to bare metal.
  bool BareMetal =
      Triple(Compiler->getTargetOpts().Triple).getOS() == Triple::UnknownOS;
  bool HasHosts =
      Found.erase("/usr/include") + Found.erase("/usr/local/include");
  return !Found.empty() && !(BareMetal && HasHosts);
}

} // namespace warrant
