//===- OverlayMatch.cpp - Which function an overlay means -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OverlayMatch.h"
#include "Types.h"

using namespace clang;

namespace warrant {
namespace {

/// A name under which overlays may know a function.
struct KnownName {
  std::string Name;
  bool Fortified = false;
};

/// The names of \p F, as it is written first.
llvm::SmallVector<KnownName, 4> namesOf(const FunctionDecl &F) {
  std::string Qualified = F.getQualifiedNameAsString();
  llvm::SmallVector<KnownName, 4> Names{{Qualified}};
  if (!F.getIdentifier())
    return Names;
  bool Library = F.isExternC() || F.isInStdNamespace() || F.getBuiltinID();
  if (!Library)
    return Names;
  StringRef Name = F.getName();
  if (Name != Qualified)
    Names.push_back({Name.str()});
  if (Name.consume_front("__builtin_"))
    Names.push_back({Name.str()});
  if (Name.consume_front("__") && Name.consume_back("_chk"))
    Names.push_back({Name.str(), /*Fortified=*/true});
  else if (Name.consume_back("_inline"))
    Names.push_back({Name.str()});
  return Names;
}

/// Whether a redeclaration of \p F is in a file that \p Header ends.
bool isDeclaredIn(const FunctionDecl &F, StringRef Header,
                  const SourceManager &SM) {
  return llvm::any_of(F.redecls(), [&](const FunctionDecl *D) {
    StringRef File = SM.getFilename(SM.getFileLoc(D->getLocation()));
    return File.consume_back(Header) && (File.empty() || File.back() == '/');
  });
}

/// A project's own function that is only called like a library's.
bool isNamesake(const FunctionDecl &F, const OverlayFunction &Entry,
                const SourceManager &SM) {
  if (!Entry.Header.empty() || F.getBuiltinID() ||
      SM.isInSystemHeader(F.getLocation()))
    return false;
  return !F.isExternallyVisible() || (Entry.isGlob() && Entry.isBuiltin());
}

/// The position of the format among the parameters of \p Entry, or that behind
/// the last: where fortified forms have arguments of their own.
unsigned extraPosition(const OverlayFunction &Entry) {
  for (const OverlayCondition &Each : Entry.Conditions)
    if (Each.Fact.Is == OverlayFact::Kind::Printf)
      return Each.Fact.Parameters.front();
  return Entry.Parameters.size();
}

std::optional<OverlayUse> fits(const FunctionDecl &F,
                               const OverlayFunction &Entry, bool Fortified) {
  OverlayUse Use{&Entry};
  if (!Entry.HasParameters || !F.hasPrototype())
    return Use;
  unsigned Has = F.getNumParams(), Wants = Entry.Parameters.size();
  if (F.isVariadic() != Entry.Variadic || Has < Wants ||
      (Has > Wants && !Fortified))
    return std::nullopt;
  Use.Extra = Has - Wants;
  Use.ExtraAt = extraPosition(Entry);
  return Use;
}

} // namespace

void OverlayUse::fit(llvm::SmallVectorImpl<const Expr *> &Arguments) const {
  if (Arguments.size() < ExtraAt + Extra)
    return;
  ArrayRef<const Expr *> All(Arguments);
  llvm::SmallVector<const Expr *, 8> Kept(All.take_front(ExtraAt));
  llvm::append_range(Kept, All.drop_front(ExtraAt + Extra));
  Arguments.assign(Kept.begin(), Kept.end());
}

/// What the overlays of \p Settings say of \p F, the first that fits and that
/// \p Tells what is asked.
static std::optional<OverlayUse>
findEntry(const FunctionDecl &F, const Config &Settings,
          llvm::function_ref<bool(const OverlayFunction &)> Tells) {
  if (!Settings.Overlays)
    return std::nullopt;
  const SourceManager &SM = F.getASTContext().getSourceManager();
  for (const KnownName &Known : namesOf(F))
    for (const OverlayFunction *Entry : Settings.Overlays->find(Known.Name)) {
      if (!Tells(*Entry) || isNamesake(F, *Entry, SM) ||
          (!Entry->Header.empty() && !isDeclaredIn(F, Entry->Header, SM)))
        continue;
      if (auto Use = fits(F, *Entry, Known.Fortified))
        return Use;
    }
  return std::nullopt;
}

std::optional<OverlayUse> findOverlay(const FunctionDecl &F,
                                      const Config &Settings) {
  return findEntry(F, Settings, [](const OverlayFunction &Entry) {
    return Entry.HasConditions;
  });
}

std::optional<bool> findThrows(const FunctionDecl &F, const Config &Settings) {
  const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
  auto Use = findEntry(
      Pattern ? *Pattern : F, Settings,
      [](const OverlayFunction &Entry) { return Entry.Throws.has_value(); });
  return Use ? Use->Entry->Throws : std::nullopt;
}

void leaveSystemMacros(Operation &Op, const SourceManager &SM) {
  while (Op.Token.isMacroID() && !SM.isMacroArgExpansion(Op.Token) &&
         SM.isInSystemHeader(SM.getSpellingLoc(Op.Token))) {
    FileID Body = SM.getFileID(Op.Token);
    CharSourceRange Use = SM.getImmediateExpansionRange(Op.Token);
    Op.Token = Use.getBegin();
    Op.Range.setBegin(Use.getBegin());
    if (SM.getFileID(Op.Range.getEnd()) == Body)
      Op.Range.setEnd(Use.getEnd());
  }
}

} // namespace warrant
