//===- Prefix.cpp - System headers that are parsed once -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Prefix.h"
#include "InputRecorder.h"
#include "Invocation.h"
#include "PrefixFacts.h"
#include "PrefixShadow.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace clang;
using llvm::ArrayRef;
using llvm::StringRef;

namespace warrant {
namespace {

bool isIdentifierByte(char C) {
  return isAsciiIdentifierContinue(C, /*AllowDollar=*/true) || !isASCII(C);
}

/// Notes which files are read, and what includes what.
class Recorder final : public PPCallbacks {
public:
  Recorder(Preprocessor &PP, PrefixFacts &Out, std::string &LostMacro)
      : PP(PP), SM(PP.getSourceManager()), Out(Out), LostMacro(LostMacro) {}

  void InclusionDirective(SourceLocation Hash, const Token &, StringRef Name,
                          bool, CharSourceRange, OptionalFileEntryRef File,
                          StringRef, StringRef, const clang::Module *, bool,
                          SrcMgr::CharacteristicKind) override {
    if (!File)
      return;
    Out.Spellings.insert(Name);
    OptionalFileEntryRef By = SM.getFileEntryRefForID(SM.getFileID(Hash));
    unsigned Number = numberOf(*File);
    if (By && Out.Numbers.contains(By->getUniqueID()))
      Out.Files[numberOf(*By)].Includes.push_back(Number);
    else
      Out.Headers.push_back(Number);
  }

  void MacroExpands(const Token &Name, const MacroDefinition &, SourceRange,
                    const MacroArgs *) override {
    note(Name);
  }
  /// A name that pasting made stands in no file.
  void note(const Token &T) {
    if (T.isAnnotation() || !T.getLocation().isMacroID())
      return;
    const IdentifierInfo *II = T.getIdentifierInfo();
    if (II && !SM.getFileEntryRefForID(
                  SM.getFileID(SM.getSpellingLoc(T.getLocation()))))
      Out.Identifiers[II->getName()] = true;
  }

  void EndOfMainFile() override {
    findLostMacro();
    noteBodies();
    // The table also has the text of macros that stand for an attribute.
    for (const auto &Each : PP.getIdentifierTable())
      if (!Each.first().starts_with("__builtin_") &&
          llvm::all_of(Each.first(), isIdentifierByte))
        Out.Identifiers.try_emplace(Each.first(), false);
  }

private:
  /// Clang writes a name again that has got another meaning since its base, and
  /// loses that it was a macro there:
  /// https://github.com/llvm/llvm-project/issues/32040
  void findLostMacro() {
    for (const auto &Each : PP.getIdentifierTable()) {
      const IdentifierInfo &II = *Each.second;
      bool IsAgain =
          II.isFromAST() && (II.hasChangedSinceDeserialization() ||
                             II.hasFETokenInfoChangedSinceDeserialization());
      const MacroInfo *Macro =
          IsAgain && II.hasMacroDefinition() ? PP.getMacroInfo(&II) : nullptr;
      if (Macro && SM.isLoadedSourceLocation(Macro->getDefinitionLoc()))
        LostMacro = II.getName().str();
    }
  }

  /// The names in the bodies of macros, which are expanded anywhere.
  void noteBodies() {
    for (const auto &[II, State] : PP.macros(/*IncludeExternalMacros=*/false))
      for (const MacroDirective *MD = State.getLatest(); MD;
           MD = MD->getPrevious())
        if (const auto *Definition = dyn_cast<DefMacroDirective>(MD))
          noteBody(*Definition->getInfo());
  }
  void noteBody(const MacroInfo &Macro) {
    for (const Token &T : Macro.tokens())
      if (const IdentifierInfo *II = T.getIdentifierInfo();
          II && Macro.getParameterNum(II) < 0)
        Out.Identifiers[II->getName()] = true;
  }

  /// Absolute, wherever the command runs.
  static StringRef pathOf(FileEntryRef File) {
    StringRef Real = File.getFileEntry().tryGetRealPathName();
    return Real.empty() ? File.getName() : Real;
  }

  unsigned numberOf(FileEntryRef File) {
    auto [It, IsNew] =
        Out.Numbers.try_emplace(File.getUniqueID(), Out.Files.size());
    if (IsNew)
      Out.Files.emplace_back().Path = pathOf(File).str();
    return It->second;
  }

  Preprocessor &PP;
  const SourceManager &SM;
  PrefixFacts &Out;
  std::string &LostMacro;
};

/// Says which bodies are parsed: those that an instantiation may ask for.
class TemplateBodies final : public ASTConsumer {
public:
  bool shouldSkipFunctionBody(Decl *D) override { return !D->isTemplated(); }
};

class PrefixAction final : public GeneratePCHAction {
public:
  PrefixAction(PrefixFacts &Out, std::string &LostMacro)
      : Out(Out), LostMacro(LostMacro) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef File) override {
    Preprocessor &PP = Compiler.getPreprocessor();
    auto Notes = std::make_unique<Recorder>(PP, Out, LostMacro);
    PP.setTokenWatcher([R = Notes.get()](const Token &T) { R->note(T); });
    PP.addPPCallbacks(std::move(Notes));
    std::vector<std::unique_ptr<ASTConsumer>> Both;
    Both.push_back(GeneratePCHAction::CreateASTConsumer(Compiler, File));
    if (!Both.front())
      return nullptr;
    Both.push_back(std::make_unique<TemplateBodies>());
    return std::make_unique<MultiplexConsumer>(std::move(Both));
  }

private:
  PrefixFacts &Out;
  std::string &LostMacro;
};

} // namespace

/// Leaves out what differs between the units that share a prefix: all macros
/// but \p Macros, and where the project's headers are.
static void makeCommon(CompilerInvocation &Invocation,
                       ArrayRef<std::string> Macros) {
  llvm::erase_if(
      Invocation.getPreprocessorOpts().Macros, [&](const auto &Each) {
        bool IsUndefined = Each.second;
        return IsUndefined || !llvm::is_contained(Macros, Each.first);
      });
  Invocation.getPreprocessorOpts().Includes.clear();
  llvm::erase_if(Invocation.getHeaderSearchOpts().UserEntries, isOfProject);
}

std::string prefixOptions(const CompilerInvocation &Invocation) {
  CompilerInvocation Common(Invocation);
  makeCommon(Common, {});
  std::string Result = Common.getModuleHash();
  for (const auto &Folder : Common.getHeaderSearchOpts().UserEntries)
    Result += ":" + Folder.Path;
  return Result;
}

/// A base has the features already, as its headers left them.
static std::string textOf(const SharedPrefix &P, bool HasBase) {
  std::string Text;
  if (!HasBase)
    for (const std::string &Feature : P.Features)
      Text += "#define " + Feature + "\n";
  for (const std::string &Header : P.Headers)
    Text += "#include <" + Header + ">\n";
  return Text;
}

static llvm::Error noPrefix(const llvm::Twine &Why) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Why);
}

static llvm::Error addStates(PrefixFacts &Facts, const FileClassifier &Files) {
  for (PrefixFile &File : Facts.Files) {
    FileClass Class = Files.classify(File.Path);
    if (Class == FileClass::Project || Class == FileClass::Vendored)
      return noPrefix("'" + File.Path + "' is of the project");
    if (llvm::Error E = setState(File))
      return E;
  }
  return llvm::Error::success();
}

/// Makes \p P on top of \p Base, if that is not null.
static llvm::Error extend(const PrefixFacts *Base, const SharedPrefix &P,
                          StringRef Path, const FileClassifier &Files) {
  PrefixFacts Facts;
  if (Base) {
    Facts = *Base;
    Facts.Bases.emplace_back().Path = Base->Precompiled;
    if (llvm::Error E = setState(Facts.Bases.back()))
      return E;
  }
  auto FS = fileSystemFor(P.Like, Files);
  if (!FS)
    return FS.takeError();
  auto Inputs = llvm::makeIntrusiveRefCnt<InputRecorder>(*FS);
  *FS = Inputs;
  for (const PrefixFile &Each : Facts.Bases)
    Inputs->leaveOut(Each.Path);
  UnitMessages Messages(Files, /*Root=*/"");
  CompilerInstance Compiler;
  std::shared_ptr<CompilerInvocation> Invocation =
      invocationFor(P.Like, /*Exact=*/false, Messages, *FS);
  if (!Invocation)
    return noPrefix("clang's driver makes nothing of the command");
  std::string Asked = prefixOptions(*Invocation);
  if (Base && Facts.Options != Asked)
    return noPrefix("the prefix that it extends has other options");
  Facts.Options = std::move(Asked);
  Facts.Features.clear();
  for (StringRef Feature : P.Features)
    Facts.Features.push_back(Feature.split(' ').first.str());
  makeCommon(*Invocation, P.Macros);
  FrontendOptions &Frontend = Invocation->getFrontendOpts();
  std::string Text = textOf(P, Base != nullptr);
  Frontend.Inputs = {FrontendInputFile(llvm::MemoryBufferRef(Text, "<prefix>"),
                                       Frontend.Inputs.front().getKind())};
  Frontend.IncludeTimestamps = false; // PrefixStore compares them
  Frontend.OutputFile = (Path + P.Name + ".pch").str();
  usePrefix(*Invocation, Facts);
  prepare(Compiler, std::move(Invocation), Messages, std::move(*FS));
  std::string LostMacro;
  PrefixAction Action(Facts, LostMacro);
  if (!Compiler.ExecuteAction(Action) || Messages.getNumErrors())
    return noPrefix(llvm::join(Messages.take(), "; "));
  if (!LostMacro.empty())
    return noPrefix("'" + LostMacro + "' is a macro and another name too");
  if (llvm::Error E = addStates(Facts, Files))
    return E;
  Inputs->add(Facts.Inputs);
  Facts.Inputs = Inputs->take();
  if (Facts.Inputs.empty())
    return noPrefix("the name of a file is no text");
  return writeFacts(Facts, (Path + P.Name + ".facts").str());
}

llvm::Error makePrefix(const SharedPrefix &P, StringRef Path,
                       const FileClassifier &Files) {
  PrefixStore Store(Path.str());
  if (Store.find(P.Name))
    return llvm::Error::success();
  if (const PrefixFacts *Base = Store.find(P.Base)) {
    llvm::Error E = extend(Base, P, Path, Files);
    if (!E)
      return E;
    consumeError(std::move(E)); // what was no fault of the base comes again
  }
  return extend(nullptr, P, Path, Files);
}

void usePrefix(CompilerInvocation &Invocation, const PrefixFacts &Facts) {
  PreprocessorOptions &Options = Invocation.getPreprocessorOpts();
  Options.ImplicitPCHInclude = Facts.Precompiled;
  // prefixOptions() are compared, and PrefixStore looks at the files once.
  Options.DisablePCHOrModuleValidation = DisableValidationForModuleKind::PCH;
}

const PrefixFacts *PrefixStore::find(StringRef Name) {
  if (Name.empty() || Path.empty())
    return nullptr;
  constexpr unsigned Patience = 3;
  auto [It, IsNew] = Entries.try_emplace(Name);
  Entry &Known = It->second;
  if (IsNew)
    Known.Facts = readFacts(Path + Name.str());
  return Known.Facts && Known.Refusals < Patience ? &*Known.Facts : nullptr;
}

void PrefixStore::note(StringRef Name, bool Refused) {
  unsigned &Refusals = Entries[Name].Refusals;
  Refusals = Refused ? Refusals + 1 : 0;
}

} // namespace warrant
