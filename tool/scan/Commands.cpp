//===- Commands.cpp - Compile commands that Clang can run -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "CompilerAnswers.h"
#include "Compilers.h"
#include "FlagFilter.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Driver/Options.h"
#include "clang/Driver/ToolChain.h"
#include "clang/Driver/Types.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;
namespace options = clang::driver::options;
namespace types = clang::driver::types;

namespace warrant {

/// Clang searches headers and GCC's installation relative to the compiler's
/// place, so a bare name is looked up as the shell would.
static std::string compilerPath(StringRef Name) {
  if (Name.contains('\\')) // another system's
    Name = programName(Name);
  if (sys::path::has_parent_path(Name))
    return Name.str();
  if (ErrorOr<std::string> Found = sys::findProgramByName(Name))
    return *Found;
  return Name.str();
}

bool isTarget(StringRef Triple) {
  clang::IgnoringDiagConsumer Ignored;
  llvm::IntrusiveRefCntPtr<clang::DiagnosticsEngine> Diagnostics =
      clang::CompilerInstance::createDiagnostics(
          new clang::DiagnosticOptions, &Ignored, /*ShouldOwnClient=*/false);
  auto Options = std::make_shared<clang::TargetOptions>();
  Options->Triple = llvm::Triple::normalize(Triple);
  llvm::IntrusiveRefCntPtr<clang::TargetInfo> Target =
      clang::TargetInfo::CreateTargetInfo(*Diagnostics, Options);
  return Target != nullptr;
}

/// Puts what the compiler's name implies behind it: `--target`, and the
/// driver's mode (g++ compiles a .c file as C++).
static void addTargetAndMode(ParseCommand &Result) {
  std::string Compiler = Result.Arguments.front();
  bool IsGiven = any_of(Result.Arguments, [](StringRef A) {
    return A.starts_with("--target") || A == "-target";
  });
  std::string Target = triplePrefix(Compiler).str();
  auto Arch = find(Result.Arguments, "-arch");
  if (Target.empty() && Arch != Result.Arguments.end() &&
      std::next(Arch) != Result.Arguments.end())
    Target = *std::next(Arch) + "-apple-macosx";
  if (!IsGiven && !Target.empty()) {
    if (isTarget(Target))
      Result.Arguments.insert(Result.Arguments.begin() + 1,
                              "--target=" + Target);
    else
      Result.UnknownTarget = programName(Compiler).str();
  }
  clang::tooling::addTargetAndModeForProgramName(Result.Arguments, Compiler);
}

/// `--driver-mode=cl` and the like, as the last one given or as the compiler's
/// name implies; empty for none.
static std::string driverMode(ArrayRef<std::string> Command) {
  for (StringRef Argument : reverse(Command.drop_front()))
    if (Argument.starts_with("--driver-mode="))
      return Argument.str();
  const char *Implied =
      clang::driver::ToolChain::getTargetAndModeFromProgramName(
          programName(Command.front()))
          .DriverMode;
  return Implied ? Implied : "";
}

static bool isMicrosoft(ArrayRef<std::string> Command) {
  return driverMode(Command) == "--driver-mode=cl";
}

static std::vector<std::string> expanded(ArrayRef<std::string> Command,
                                         StringRef Directory,
                                         vfs::FileSystem &FS) {
  std::vector<std::string> Result(Command.begin(), Command.end());
  clang::tooling::addExpandedResponseFiles(Result, Directory,
                                           isMicrosoft(Command)
                                               ? cl::TokenizeWindowsCommandLine
                                               : cl::TokenizeGNUCommandLine,
                                           FS);
  return Result;
}

/// Why a command is not looked into.
static std::string skippedCommand(ArrayRef<std::string> Command) {
  if (programName(Command.front()).starts_with("nvcc"))
    return "CUDA";
  if (Command.size() > 1 && Command[1] == "-cc1")
    return "a command of clang's frontend (`-cc1`), not of its driver";
  return {};
}

bool compilesCXX(ArrayRef<std::string> Arguments, StringRef File) {
  auto Language = find(reverse(Arguments), "-x");
  if (Language != Arguments.rend())
    return StringRef(*std::prev(Language)).starts_with("c++");
  return is_contained(Arguments, "--driver-mode=g++") ||
         is_contained(Arguments, "/TP") ||
         types::isCXX(types::lookupTypeForExtension(
             sys::path::extension(File).drop_front(1)));
}

static void addFile(StringRef File, StringRef Language, bool Microsoft,
                    ParseCommand &Result) {
  if (!Language.empty())
    Result.Arguments.insert(Result.Arguments.end(), {"-x", Language.str()});
  if (Microsoft) // where a path that begins with a slash may be an option
    Result.Arguments.push_back("--");
  Result.Arguments.push_back(File.str());
}

ParseCommand toParseCommand(ArrayRef<std::string> Command, StringRef File,
                            StringRef Directory, vfs::FileSystem &FS) {
  ParseCommand Result;
  ArrayRef<std::string> Given = withoutWrappers(Command);
  std::vector<std::string> Full = Given.empty()
                                      ? std::vector<std::string>{"clang"}
                                      : expanded(Given, Directory, FS);
  Result.Arguments.push_back(compilerPath(Full.front()));
  Result.SkipReason = skippedCommand(Full);
  if (!Result.SkipReason.empty())
    return Result;
  std::vector<const char *> Pointers;
  for (const std::string &Argument : ArrayRef(Full).drop_front())
    Pointers.push_back(Argument.c_str());
  bool Microsoft = isMicrosoft(Full);
  unsigned MissingIndex = 0, MissingCount = 0;
  opt::InputArgList Args = clang::driver::getDriverOptTable().ParseArgs(
      Pointers, MissingIndex, MissingCount,
      opt::Visibility(Microsoft ? options::CLOption : options::ClangOption));
  if (MissingCount)
    Result.Dropped.push_back(Pointers[MissingIndex]);

  FlagFilter Filter(Args, Result);
  Filter.run(File);
  addTargetAndMode(Result);
  Result.SkipReason = skipReason(File, Filter.language());
  if (Result.SkipReason.empty() && Filter.usesModules() &&
      usesNamedModules(File, FS))
    Result.SkipReason = "C++ modules";
  addFile(File, Filter.language(), Microsoft, Result);
  if (!Microsoft)
    Result.Question = compilerQuestion(ArrayRef(Full).drop_front(),
                                       compilesCXX(Result.Arguments, File));
  return Result;
}

} // namespace warrant
