//===- PrefixGuard.cpp - Whether a unit may use a prefix ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PrefixGuard.h"
#include "PrefixWords.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

/// Watches the tokens for where a declaration may begin.
struct Nesting {
  int Depth = 0;
  tok::TokenKind Last = tok::semi;

  void take(const Token &T) {
    if (T.isAnnotation())
      return;
    Last = T.getKind();
    if (T.isOneOf(tok::l_brace, tok::l_paren, tok::l_square))
      ++Depth;
    if (T.isOneOf(tok::r_brace, tok::r_paren, tok::r_square))
      --Depth;
  }
  bool isOutside() const {
    return !Depth && (Last == tok::semi || Last == tok::r_brace);
  }
};

class Guard final : public PPCallbacks {
public:
  Guard(Preprocessor &PP, const PrefixFacts &Facts,
        llvm::ArrayRef<std::string> Asked, std::string &Refusal,
        std::shared_ptr<Nesting> Around)
      : PP(PP), SM(PP.getSourceManager()), Facts(Facts), Asked(Asked),
        Refusal(Refusal), Around(std::move(Around)),
        Included(Facts.Files.size()), Words(Facts) {}

  void FileChanged(SourceLocation, FileChangeReason, SrcMgr::CharacteristicKind,
                   FileID) override {
    if (!HasBegun)
      takeMacrosBack();
    HasBegun = true;
  }
  void MacroDefined(const Token &Name, const MacroDirective *MD) override {
    const MacroDirective *Last = MD->getPrevious();
    auto Before = Last ? Last->getDefinition() : MacroDirective::DefInfo();
    touch(Name,
          Before && !Before.isUndefined() ? Before.getMacroInfo() : nullptr);
  }
  void MacroUndefined(const Token &Name, const MacroDefinition &MD,
                      const MacroDirective *) override {
    touch(Name, MD.getMacroInfo());
  }
  void MacroExpands(const Token &Name, const MacroDefinition &MD, SourceRange,
                    const MacroArgs *) override {
    consult(Name, MD);
  }
  void Ifdef(SourceLocation, const Token &Name,
             const MacroDefinition &MD) override {
    consult(Name, MD);
  }
  void Ifndef(SourceLocation, const Token &Name,
              const MacroDefinition &MD) override {
    consult(Name, MD);
  }
  using PPCallbacks::Elifdef;
  using PPCallbacks::Elifndef;
  void Elifdef(SourceLocation, const Token &Name,
               const MacroDefinition &MD) override {
    consult(Name, MD);
  }
  void Elifndef(SourceLocation, const Token &Name,
                const MacroDefinition &MD) override {
    consult(Name, MD);
  }
  void Defined(const Token &Name, const MacroDefinition &MD,
               SourceRange) override {
    consult(Name, MD);
  }
  void PragmaDirective(SourceLocation Loc, PragmaIntroducerKind) override;
  void InclusionDirective(SourceLocation Hash, const Token &, StringRef, bool,
                          CharSourceRange, OptionalFileEntryRef File, StringRef,
                          StringRef, const clang::Module *, bool,
                          SrcMgr::CharacteristicKind) override;
  void EndOfMainFile() override;

private:
  void refuse(const llvm::Twine &Why) {
    if (Refusal.empty())
      Refusal = Why.str();
  }
  bool isSystem(SourceLocation Loc) { return SM.isInSystemHeader(Loc); }
  void touch(const Token &Name, const MacroInfo *Before);
  void consult(const Token &Name, const MacroDefinition &MD);
  void takeMacrosBack();
  void takeFeatureBack(StringRef Name);
  void takeBack(IdentifierInfo *II, MacroInfo *Last);
  void giveMacros();
  std::optional<unsigned> numberOf(SourceLocation Loc) const;
  llvm::SmallVector<unsigned, 0> include(unsigned Number);
  std::string changedIn(llvm::ArrayRef<unsigned> Files);

  Preprocessor &PP;
  const SourceManager &SM;
  const PrefixFacts &Facts;
  llvm::ArrayRef<std::string> Asked;
  std::string &Refusal;
  std::shared_ptr<Nesting> Around;
  /// The files of the prefix that the unit, without it, would have read.
  llvm::BitVector Included;
  /// Macros that are not what they were, with what they were.
  llvm::MapVector<const IdentifierInfo *, const MacroInfo *> Touched;
  llvm::DenseSet<const MacroInfo *> Consulted;
  /// Macros that the unit's text has not got yet, and how headers define them.
  llvm::MapVector<IdentifierInfo *, MacroInfo *> Later;
  PrefixWords Words;
  bool HasBegun = false;
  bool HasPragma = false;
  bool IsOutside = true; ///< the project's last #include
};

} // namespace

void Guard::touch(const Token &Name, const MacroInfo *Before) {
  const IdentifierInfo *II = Name.getIdentifierInfo();
  if (!II || !Facts.Identifiers.contains(II->getName()))
    return;
  // Headers of the system mean the same in any order, but for what they ask of
  // those that follow by a feature test macro.
  if (isSystem(Name.getLocation()) && !II->getName().ends_with("_SOURCE"))
    return;
  Touched.try_emplace(II, Before);
}

/// The file of the prefix that \p Loc is in.
std::optional<unsigned> Guard::numberOf(SourceLocation Loc) const {
  OptionalFileEntryRef File = SM.getFileEntryRefForID(SM.getFileID(Loc));
  auto It =
      File ? Facts.Numbers.find(File->getUniqueID()) : Facts.Numbers.end();
  if (It == Facts.Numbers.end())
    return std::nullopt;
  return It->second;
}

/// Lets the unit begin without a macro that headers define as \p Last.
void Guard::takeBack(IdentifierInfo *II, MacroInfo *Last) {
  SourceLocation Defined = Last->getDefinitionLoc();
  if (numberOf(Defined))
    Later[II] = Last;
  PP.appendMacroDirective(II, new (PP.getPreprocessorAllocator())
                                  UndefMacroDirective(Defined));
}

/// The unit defines the macro itself, and is to have it as the prefix began
/// with it where a header is included.
void Guard::takeFeatureBack(StringRef Name) {
  IdentifierInfo *II = PP.getIdentifierInfo(Name);
  MacroInfo *Last = PP.getMacroInfo(II);
  const MacroInfo *First = Last;
  for (const MacroDirective *MD = PP.getLocalMacroDirectiveHistory(II); MD;
       MD = MD->getPrevious())
    if (const auto *Definition = dyn_cast<DefMacroDirective>(MD))
      First = Definition->getInfo();
  if (!Last || (Last != First && !numberOf(Last->getDefinitionLoc())))
    return refuse("its headers undefine the macro '" + Name + "'");
  Touched[II] = First;
  takeBack(II, Last);
}

void Guard::takeMacrosBack() {
  for (StringRef Name : Facts.Features)
    takeFeatureBack(Name);
  for (StringRef Name : Asked) {
    IdentifierInfo *II =
        Facts.Identifiers.contains(Name) ? PP.getIdentifierInfo(Name) : nullptr;
    MacroInfo *Last = II ? PP.getMacroInfo(II) : nullptr;
    // Without its guard a header would be read again.
    if (Last && !Last->isUsedForHeaderGuard() &&
        numberOf(Last->getDefinitionLoc()))
      takeBack(II, Last);
  }
}

/// Defines the macros as the headers that were included by now have left them.
void Guard::giveMacros() {
  Later.remove_if([&](const auto &Each) {
    auto [II, Last] = Each;
    if (!Included.test(*numberOf(Last->getDefinitionLoc())))
      return false;
    PP.appendDefMacroDirective(II, Last);
    if (auto It = Touched.find(II); It != Touched.end())
      It->second = Last;
    return true;
  });
}

/// The project sees no macro of a header that it has not included yet.
void Guard::consult(const Token &Name, const MacroDefinition &MD) {
  const MacroInfo *Info = MD.getMacroInfo();
  if (!Info || Consulted.contains(Info))
    return;
  SourceLocation Defined = Info->getDefinitionLoc();
  if (!SM.isLoadedSourceLocation(Defined)) {
    Consulted.insert(Info);
    return;
  }
  if (isSystem(Name.getLocation()))
    return;
  std::optional<unsigned> Number = numberOf(Defined);
  // What the compiler itself defines is there from the start.
  if (!Number || Included.test(*Number))
    Consulted.insert(Info);
  else
    refuse("the macro '" + Name.getIdentifierInfo()->getName() +
           "' is consulted before its header is included");
}

/// Whether the pragma whose text is \p Text changes what follows.
static bool changesCode(StringRef Text) {
  Text = Text.ltrim("# \t");
  Text.consume_front("_Pragma");
  Text = Text.ltrim("(\" \t");
  Text.consume_front("pragma");
  Text = Text.ltrim();
  for (StringRef Harmless :
       {"once", "message", "region", "endregion", "mark", "GCC diagnostic",
        "clang diagnostic", "GCC warning", "GCC error", "GCC system_header",
        "clang system_header",
        // of the loop that follows
        "unroll", "nounroll", "clang loop", "GCC unroll", "GCC ivdep",
        // unknown to Clang
        "GCC optimize", "GCC push_options", "GCC pop_options",
        "GCC reset_options", "GCC target"})
    if (Text.starts_with(Harmless))
      return false;
  return true;
}

void Guard::PragmaDirective(SourceLocation Loc, PragmaIntroducerKind) {
  if (HasPragma || isSystem(Loc))
    return;
  bool Invalid = false;
  const char *Begin = SM.getCharacterData(SM.getFileLoc(Loc), &Invalid);
  HasPragma = Invalid || changesCode(StringRef(Begin).take_until(
                             [](char C) { return C == '\n'; }));
}

/// A macro that \p Files name and that is not as it was in the prefix.
std::string Guard::changedIn(llvm::ArrayRef<unsigned> Files) {
  for (const auto &[II, Before] : Touched) {
    const MacroInfo *Now = PP.getMacroInfo(II);
    bool Same = Now == Before ||
                (Now && Before && Now->isIdenticalTo(*Before, PP, true));
    if (!Same && Words.areIn(Files, II->getName()))
      return II->getName().str();
  }
  return {};
}

/// Notes that the unit includes a file, with all that it leads to; those that
/// it includes for the first time.
llvm::SmallVector<unsigned, 0> Guard::include(unsigned Number) {
  llvm::SmallVector<unsigned, 0> New;
  llvm::SmallVector<unsigned, 64> Left{Number};
  while (!Left.empty()) {
    unsigned Next = Left.pop_back_val();
    if (Included.test(Next))
      continue;
    Included.set(Next);
    New.push_back(Next);
    llvm::append_range(Left, Facts.Files[Next].Includes);
  }
  return New;
}

void Guard::InclusionDirective(SourceLocation Hash, const Token &,
                               StringRef Name, bool, CharSourceRange,
                               OptionalFileEntryRef File, StringRef, StringRef,
                               const clang::Module *, bool,
                               SrcMgr::CharacteristicKind) {
  if (!Refusal.empty() || !File)
    return;
  // The braces of a system header are no matter, those around it are.
  if (!isSystem(Hash))
    IsOutside = Around->isOutside();
  auto It = Facts.Numbers.find(File->getUniqueID());
  if (It == Facts.Numbers.end())
    return;
  llvm::SmallVector<unsigned, 0> New = include(It->second);
  if (New.empty())
    return;
  if (!IsOutside)
    return refuse("'" + Name + "' is included within a declaration");
  if (HasPragma)
    return refuse("'" + Name + "' is included after a pragma");
  if (std::string Macro = changedIn(New); !Macro.empty())
    return refuse("'" + Name + "' is included where the macro '" + Macro +
                  "' is not as in the prefix");
  giveMacros();
}

void Guard::EndOfMainFile() {
  for (unsigned Number : Facts.Headers)
    if (!Included.test(Number))
      return refuse("'" + Facts.Files[Number].Path + "' is not included");
}

void guardPrefix(CompilerInstance &Compiler, const PrefixFacts &Facts,
                 llvm::ArrayRef<std::string> Asked, std::string &Refusal) {
  Preprocessor &PP = Compiler.getPreprocessor();
  auto Around = std::make_shared<Nesting>();
  PP.setTokenWatcher([Around](const Token &T) { Around->take(T); });
  PP.addPPCallbacks(std::make_unique<Guard>(PP, Facts, Asked, Refusal, Around));
}

} // namespace warrant
