//===- AnalyzeUnit.cpp - One unit, from a command to plain values ---------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Instantiations.h"
#include "UnitFacts.h"
#include "UnitMessages.h"
#include "checks/support/AnalyzeAST.h"
#include "warrant/Plan.h"
#include "clang/Basic/Stack.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Driver/Driver.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/Utils.h"
#include "clang/Lex/LexDiagnostic.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Sema/SemaConsumer.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/thread.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

/// Which function bodies outside the project are parsed.
enum class Bodies : uint8_t { None, OfTemplates, All };

/// What the parts of one analysis share.
struct Unit {
  const WorkItem &Item;
  const Config &Settings;
  const FileClassifier &Files;
  Bodies Take;
  UnitResult &Out;
  ForeignBodies Needed = ForeignBodies::None;
};

/// Gives the finished AST to the checks.
class UnitConsumer final : public SemaConsumer {
public:
  UnitConsumer(Unit &U, CompilerInstance &Compiler, UnitFiles &Files)
      : U(U), Compiler(Compiler), Files(Files) {}

  /// A body outside the project holds no site; one of a template may
  /// instantiate what does.
  bool shouldSkipFunctionBody(Decl *D) override {
    return !(U.Take == Bodies::OfTemplates && D->isTemplated()) &&
           !isAudited(D->getLocation());
  }

  void InitializeSema(Sema &S) override { Semantics = &S; }
  void ForgetSema() override { Semantics = nullptr; }

  void HandleTranslationUnit(ASTContext &AST) override {
    if (AST.TUKind == TU_Prefix && Semantics)
      U.Needed = performInstantiations(
          *Semantics, [this](SourceLocation Loc) { return isAudited(Loc); });
    if (U.Needed == ForeignBodies::Lacking)
      return;
    analyzeAST(AST, Compiler.getPreprocessor(), U.Settings, U.Files, U.Out);
  }

private:
  bool isAudited(SourceLocation Loc) {
    const SourceManager &SM = Compiler.getSourceManager();
    return Loc.isValid() && Files.isAudited(SM.getFileID(SM.getFileLoc(Loc)));
  }

  Unit &U;
  CompilerInstance &Compiler;
  UnitFiles &Files;
  Sema *Semantics = nullptr;
};

/// Parses the unit, with the preprocessor watched.
class UnitAction final : public ASTFrontendAction {
public:
  explicit UnitAction(Unit &U) : U(U) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef) override {
    const SourceManager &SM = Compiler.getSourceManager();
    Files = std::make_unique<UnitFiles>(SM, Compiler.getLangOpts(), U.Settings,
                                        U.Files);
    Compiler.getPreprocessor().addPPCallbacks(
        std::make_unique<UnitFacts>(SM, *Files, U.Out));
    return std::make_unique<UnitConsumer>(U, Compiler, *Files);
  }

  /// A prefix leaves its instantiations to others: here to the consumer.
  TranslationUnitKind getTranslationUnitKind() override {
    return U.Take == Bodies::All || !IsCPlusPlus ? TU_Complete : TU_Prefix;
  }

private:
  bool BeginInvocation(CompilerInstance &Compiler) override {
    IsCPlusPlus = Compiler.getLangOpts().CPlusPlus;
    return true;
  }

  Unit &U;
  bool IsCPlusPlus = false;
  std::unique_ptr<UnitFiles> Files;
};

} // namespace

/// The folder of Clang's own headers: where it was at build time, else beside
/// the executable; absence leaves it to the driver.
static std::optional<std::string> resourceFolder() {
  auto Holds = [](StringRef Folder) {
    return llvm::sys::fs::exists(Folder + "/include/stddef.h");
  };
  if (Holds(WARRANT_RESOURCE_DIR))
    return WARRANT_RESOURCE_DIR;
  std::string Beside = driver::Driver::GetResourcesPath(
      llvm::sys::fs::getMainExecutable(nullptr, nullptr));
  if (Holds(Beside))
    return Beside;
  return std::nullopt;
}

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

static std::unique_ptr<CompilerInvocation>
createInvocation(const WorkItem &Item, UnitMessages &Messages,
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
  return clang::createInvocation(Pointers, Options);
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

/// Makes \p Compiler ready for the unit; false where it can't be.
static bool prepare(Unit &U, CompilerInstance &Compiler,
                    UnitMessages &Messages) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS =
      llvm::vfs::createPhysicalFileSystem();
  if (std::error_code Code = FS->setCurrentWorkingDirectory(U.Item.Directory)) {
    U.Out.Messages.push_back("cannot enter the command's folder '" +
                             U.Files.display(U.Item.Directory) +
                             "': " + Code.message());
    return false;
  }
  std::shared_ptr<CompilerInvocation> Invocation =
      createInvocation(U.Item, Messages, FS);
  if (!Invocation) {
    U.Out.Messages = Messages.take();
    U.Out.Messages.push_back("command: clang's driver makes nothing of it");
    return false;
  }
  makeReadOnly(*Invocation, U.Take == Bodies::All);
  Compiler.setInvocation(std::move(Invocation));
  Compiler.createDiagnostics(&Messages, /*ShouldOwnClient=*/false);
  dropUnknownProcessor(Compiler.getTargetOpts(), Compiler.getDiagnostics());
  // So far it was about the command, and the file can be parsed all the same.
  U.Out.Messages = Messages.take();
  Compiler.getDiagnostics().Reset(/*soft=*/true);
  Messages.clear();

  // One missing header must not hide the next.
  Compiler.getDiagnostics().setSeverity(diag::err_pp_file_not_found,
                                        diag::Severity::Error, {});
  Compiler.createFileManager(std::move(FS));
  Compiler.createSourceManager(Compiler.getFileManager());
  return true;
}

static void parse(Unit &U) {
  U.Out.State = UnitStatus::Errors;
  UnitMessages Messages(U.Files, U.Settings.Root);
  CompilerInstance Compiler;
  if (!prepare(U, Compiler, Messages))
    return;
  UnitAction Action(U);
  if (Compiler.ExecuteAction(Action) && !Messages.getNumErrors())
    U.Out.State = UnitStatus::Ok;
  for (std::string &Message : Messages.take())
    if (!llvm::is_contained(U.Out.Messages, Message))
      U.Out.Messages.push_back(std::move(Message));
}

static UnitResult named(const WorkItem &Item) {
  UnitResult Out;
  Out.File = Item.Display;
  Out.Configuration = Item.Configuration;
  return Out;
}

/// One attempt; nothing where it lacks a body that it left out.
static std::optional<UnitResult> attempt(const WorkItem &Item, const Config &C,
                                         const FileClassifier &Files,
                                         Bodies Take, Experience &Before) {
  UnitResult Out = named(Item);
  // Generated tables nest expressions deeper than a usual stack carries.
  constexpr unsigned StackBytes = 256U << 20;
  Unit U{Item, C, Files, Take, Out};
  llvm::thread Deep(std::optional<unsigned>(StackBytes), [&U] {
    noteBottomOfStack();
    parse(U);
  });
  Deep.join();
  Before.NeedsForeignBodies = U.Needed != ForeignBodies::None;
  if (U.Needed == ForeignBodies::Lacking)
    return std::nullopt;
  return Out;
}

UnitResult analyzeUnit(const WorkItem &Item, const Config &C,
                       const FileClassifier &Files,
                       const EngineOptions &Options, Experience &Before) {
  if (!Item.SkipReason.empty()) {
    UnitResult Out = named(Item);
    Out.State = UnitStatus::Skipped;
    Out.Messages.push_back(Item.SkipReason);
    return Out;
  }
  std::optional<UnitResult> Out;
  if (!Options.Exact && !Before.NeedsForeignBodies)
    Out = attempt(Item, C, Files, Bodies::None, Before);
  if (!Options.Exact && !Out)
    Out = attempt(Item, C, Files, Bodies::OfTemplates, Before);
  if (!Out)
    Out = attempt(Item, C, Files, Bodies::All, Before);
  assert(Out && "all bodies are there");
  return std::move(*Out);
}

} // namespace warrant
