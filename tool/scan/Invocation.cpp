//===- Invocation.cpp - What clang makes of a compile command -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Invocation.h"
#include "ResourceFolder.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/Utils.h"
#include "clang/Lex/LexDiagnostic.h"
#include "clang/Lex/PreprocessorOptions.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {

/// The item's command with what every unit gets: no warnings, and none of
/// Clang's own errors that are warnings to other compilers.
static std::vector<std::string> driverArguments(const WorkItem &Item) {
  std::vector<std::string> Result = Item.Command;
  std::vector<std::string> Own{"-w", "-Wno-everything", "--no-default-config"};
  if (std::optional<std::string> Folder = resourceFolder())
    Own.push_back("-resource-dir=" + *Folder);
  Result.insert(Result.begin() + 1, Own.begin(), Own.end());
  return Result;
}

/// Takes from \p Invocation all that writes, prints or loads, and what slows
/// an analysis without changing it.
static void makeReadOnly(CompilerInvocation &Invocation, bool Exact) {
  Invocation.getDependencyOutputOpts() = DependencyOutputOptions();
  Invocation.getPreprocessorOutputOpts() = PreprocessorOutputOptions();
  Invocation.getHeaderSearchOpts().Verbose = false;
  Invocation.getPreprocessorOpts().ImplicitPCHInclude.clear();
  Invocation.getLangOpts().SpellChecking = false;

  DiagnosticOptions &Diagnostics = Invocation.getDiagnosticOpts();
  Diagnostics.IgnoreWarnings = true;
  Diagnostics.ErrorLimit = 0;
  Diagnostics.DiagnosticSerializationFile.clear();
  Diagnostics.DiagnosticLogFile.clear();

  FrontendOptions &Frontend = Invocation.getFrontendOpts();
  Frontend.ProgramAction = frontend::ParseSyntaxOnly;
  Frontend.OutputFile.clear();
  Frontend.Plugins.clear();
  Frontend.AddPluginActions.clear();
  Frontend.ShowStats = false;
  Frontend.DisableFree = false;
  Frontend.SkipFunctionBodies = !Exact;
}

std::shared_ptr<CompilerInvocation>
invocationFor(const WorkItem &Item, bool Exact, UnitMessages &Messages,
              llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS) {
  std::vector<std::string> Arguments = driverArguments(Item);
  std::vector<const char *> Pointers;
  for (const std::string &Argument : Arguments)
    Pointers.push_back(Argument.c_str());
  CreateInvocationOptions Options;
  Options.Diags = CompilerInstance::createDiagnostics(
      new DiagnosticOptions, &Messages, /*ShouldOwnClient=*/false);
  Options.VFS = std::move(FS);
  // A value that clang does not take is told, and the file parsed without.
  Options.RecoverOnError = true;
  std::shared_ptr<CompilerInvocation> Result =
      clang::createInvocation(Pointers, Options);
  if (Result)
    makeReadOnly(*Result, Exact);
  return Result;
}

/// Leaves out a processor that is newer than this Clang, or unknown to it for
/// another reason; \p Diagnostics hears of it. Target and ABI stay.
static void dropUnknownProcessor(TargetOptions &Options,
                                 DiagnosticsEngine &Diagnostics) {
  auto Copy = std::make_shared<TargetOptions>(Options);
  llvm::IntrusiveRefCntPtr<TargetInfo> Target =
      TargetInfo::CreateTargetInfo(Diagnostics, Copy);
  if (Target)
    return;
  Options.CPU.clear();
  Options.TuneCPU.clear();
}

llvm::Expected<llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>>
fileSystemFor(const WorkItem &Item, const FileClassifier &Files) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS =
      llvm::vfs::createPhysicalFileSystem();
  if (std::error_code Code = FS->setCurrentWorkingDirectory(Item.Directory))
    return llvm::createStringError(Code, "cannot enter the command's folder '" +
                                             Files.display(Item.Directory) +
                                             "': " + Code.message());
  return FS;
}

std::vector<std::string>
prepare(CompilerInstance &Compiler,
        std::shared_ptr<CompilerInvocation> Invocation, UnitMessages &Messages,
        llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS) {
  Compiler.setInvocation(std::move(Invocation));
  Compiler.createDiagnostics(&Messages, /*ShouldOwnClient=*/false);
  dropUnknownProcessor(Compiler.getTargetOpts(), Compiler.getDiagnostics());
  std::vector<std::string> AboutCommand = Messages.take();
  Compiler.getDiagnostics().Reset(/*soft=*/true);
  Messages.clear();

  // One missing header must not hide the next.
  Compiler.getDiagnostics().setSeverity(diag::err_pp_file_not_found,
                                        diag::Severity::Error, {});
  Compiler.createFileManager(std::move(FS));
  Compiler.createSourceManager(Compiler.getFileManager());
  return AboutCommand;
}

} // namespace warrant
