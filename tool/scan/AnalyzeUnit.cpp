//===- AnalyzeUnit.cpp - One unit, from a command to plain values ---------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CacheKey.h"
#include "InputRecorder.h"
#include "Instantiations.h"
#include "Invocation.h"
#include "LiveFiles.h"
#include "PrefixGuard.h"
#include "PrefixShadow.h"
#include "SharedAnswers.h"
#include "UnitFacts.h"
#include "checks/support/AnalyzeAST.h"
#include "warrant/Plan.h"
#include "clang/Basic/Stack.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Sema/SemaConsumer.h"
#include "llvm/Support/thread.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

/// What the parts of one analysis share.
struct Unit {
  const WorkItem &Item;
  const Config &Settings;
  const FileClassifier &Files;
  const EngineOptions &Options;
  bool Exact;                ///< without short cuts
  const PrefixFacts *Prefix; ///< or null
  UnitResult &Out;
  bool IsComplete = true; ///< or the short cuts were too short
  std::string Refusal{};  ///< why the prefix cannot be used
  /// What the unit reads, where that is asked for.
  llvm::IntrusiveRefCntPtr<InputRecorder> Inputs = nullptr;
  SharedAnswers *Answers = nullptr; ///< or null
};

/// Gives the finished AST to the checks.
class UnitConsumer final : public SemaConsumer {
public:
  UnitConsumer(Unit &U, CompilerInstance &Compiler, UnitFiles &Files)
      : U(U), Compiler(Compiler), Files(Files) {}

  /// A body outside the project holds no site; one of a template may
  /// instantiate what does.
  bool shouldSkipFunctionBody(Decl *D) override {
    return !D->isTemplated() && !isAudited(D->getLocation());
  }

  void InitializeSema(Sema &S) override { Semantics = &S; }
  void ForgetSema() override { Semantics = nullptr; }

  void HandleTranslationUnit(ASTContext &AST) override {
    if (!U.Refusal.empty())
      return;
    U.Options.enter(Phase::Instantiate);
    if (AST.TUKind == TU_Prefix && Semantics)
      U.IsComplete = performInstantiations(
          *Semantics, [this](SourceLocation Loc) { return isAudited(Loc); });
    if (!U.IsComplete)
      return;
    U.Options.enter(Phase::Analyse);
    analyzeAST(AST, Compiler.getPreprocessor(), U.Settings, U.Files, U.Out);
    U.Options.enter(Phase::Finish);
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

/// Keeps the bodies of the standard library's templates as tokens, which Clang
/// parses once an instantiation needs them (-fdelayed-template-parsing). Names
/// in them are then looked up from the end of the unit: that library is written
/// for programs that may declare anything before.
class LateBodies final : public PPCallbacks {
public:
  LateBodies(CompilerInstance &Compiler, UnitFiles &Files)
      : Compiler(Compiler), Files(Files) {}

  void LexedFileChanged(FileID File, LexedFileChangeReason,
                        SrcMgr::CharacteristicKind Kind, FileID,
                        SourceLocation) override {
    Compiler.getLangOpts().DelayedTemplateParsing =
        SrcMgr::isSystem(Kind) && isOfLibrary(File) && !Files.isAudited(File);
  }

private:
  /// Of libstdc++ or libc++, by their folders.
  bool isOfLibrary(FileID File) const {
    OptionalFileEntryRef Entry =
        Compiler.getSourceManager().getFileEntryRefForID(File);
    return Entry && Entry->getName().contains("/c++/");
  }

  CompilerInstance &Compiler;
  UnitFiles &Files;
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
    if (IsCPlusPlus && !U.Exact)
      Compiler.getPreprocessor().addPPCallbacks(
          std::make_unique<LateBodies>(Compiler, *Files));
    if (U.Prefix)
      guardPrefix(Compiler, *U.Prefix, U.Item.Asked, U.Refusal);
    return std::make_unique<UnitConsumer>(U, Compiler, *Files);
  }

  /// A prefix leaves its instantiations to others: here to the consumer.
  TranslationUnitKind getTranslationUnitKind() override {
    return U.Exact || !IsCPlusPlus ? TU_Complete : TU_Prefix;
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

/// Makes \p Invocation use the unit's prefix; false where it can't be.
static bool applyPrefix(Unit &U, CompilerInvocation &Invocation,
                        llvm::vfs::FileSystem &FS) {
  if (U.Inputs) {
    U.Inputs->leaveOut(U.Prefix->Precompiled);
    for (const PrefixFile &Base : U.Prefix->Bases)
      U.Inputs->leaveOut(Base.Path);
    U.Inputs->add(U.Prefix->Inputs);
  }
  std::string Shadow = shadowOf(*U.Prefix, Invocation, FS);
  if (!Shadow.empty())
    U.Refusal = "'" + Shadow + "' comes before a header of it";
  usePrefix(Invocation, *U.Prefix);
  return Shadow.empty();
}

/// Makes \p Compiler ready for the unit; false where it can't be.
static bool prepareUnit(Unit &U, CompilerInstance &Compiler,
                        UnitMessages &Messages) {
  auto FS = fileSystemFor(U.Item, U.Files);
  if (!FS) {
    U.Out.Messages.push_back(toString(FS.takeError()));
    return false;
  }
  if (U.Answers)
    *FS = U.Answers->over(std::move(*FS));
  if (U.Options.Live)
    *FS = U.Options.Live->over(std::move(*FS));
  if (U.Options.WantsInputs)
    *FS = U.Inputs = llvm::makeIntrusiveRefCnt<InputRecorder>(*FS);
  std::shared_ptr<CompilerInvocation> Invocation =
      U.Answers ? U.Answers->invocation(U.Item, U.Exact, Messages, *FS,
                                        U.Inputs.get())
                : invocationFor(U.Item, U.Exact, Messages, *FS);
  if (!Invocation) {
    U.Out.Messages = Messages.take();
    U.Out.Messages.push_back("command: clang's driver makes nothing of it");
    return false;
  }
  if (U.Prefix && U.Prefix->Options != prefixOptions(*Invocation)) {
    U.Refusal = "it was made with other options";
    return false;
  }
  if (U.Prefix && !applyPrefix(U, *Invocation, **FS))
    return false;
  if (U.Options.Live && !U.Exact)
    U.Options.Live->reuse(*Invocation, *FS);
  U.Out.Messages =
      prepare(Compiler, std::move(Invocation), Messages, std::move(*FS));
  return true;
}

static void parse(Unit &U) {
  U.Out.State = UnitStatus::Errors;
  U.Options.enter(Phase::Driver);
  UnitMessages Messages(U.Files, U.Settings.Root);
  CompilerInstance Compiler;
  if (!prepareUnit(U, Compiler, Messages))
    return;
  U.Options.enter(Phase::Parse);
  UnitAction Action(U);
  if (Compiler.ExecuteAction(Action) && !Messages.getNumErrors())
    U.Out.State = UnitStatus::Ok;
  else if (U.Prefix && U.Refusal.empty())
    U.Refusal = "there are errors";
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

/// How the unit is parsed.
struct Attempt {
  bool Exact = false;
  const PrefixFacts *Prefix = nullptr;
};

/// Tries \p A; where that can't be used, nothing, and \p A is the next.
static std::optional<UnitResult> attempt(const WorkItem &Item, const Config &C,
                                         const FileClassifier &Files,
                                         const EngineOptions &Options,
                                         Attempt &A, Experience &Before) {
  UnitResult Out = named(Item);
  // Generated tables nest expressions deeper than a usual stack carries.
  constexpr unsigned StackBytes = 256U << 20;
  Unit U{Item, C, Files, Options, A.Exact, A.Prefix, Out};
  // An editor's files come and go while the process stays.
  if (!Options.Live) {
    if (!Before.Answers)
      Before.Answers = std::make_shared<SharedAnswers>();
    U.Answers = Before.Answers.get();
  }
  llvm::thread Deep(std::optional<unsigned>(StackBytes), [&U] {
    noteBottomOfStack();
    parse(U);
  });
  Deep.join();
  if (A.Prefix) {
    Before.Prefixes->note(Item.Prefix, !U.Refusal.empty());
    if (Options.Aside) {
      Options.Aside->HasPrefix = U.Refusal.empty();
      Options.Aside->Refusal = U.Refusal;
    }
  }
  if (!U.IsComplete)
    A.Exact = true;
  if (!U.IsComplete || !U.Refusal.empty()) {
    A.Prefix = nullptr;
    return std::nullopt;
  }
  if (U.Inputs) {
    Out.Inputs = U.Inputs->take();
    Out.Command = commandKey(Item);
    if (A.Prefix)
      Out.Prefix = Item.Prefix;
  }
  return Out;
}

static Attempt firstAttempt(const WorkItem &Item, const EngineOptions &Options,
                            Experience &Before) {
  if (Options.Exact)
    return {/*Exact=*/true, nullptr};
  if (!Before.Prefixes)
    Before.Prefixes = std::make_shared<PrefixStore>(Options.PrefixPath);
  return {/*Exact=*/false, Before.Prefixes->find(Item.Prefix)};
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
  Attempt Next = firstAttempt(Item, Options, Before);
  while (true)
    if (auto Out = attempt(Item, C, Files, Options, Next, Before))
      return std::move(*Out);
}

} // namespace warrant
