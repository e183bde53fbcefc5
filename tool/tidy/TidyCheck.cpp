//===- TidyCheck.cpp - One of Warrant's checks in clang-tidy --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyCheck.h"
#include "checks/support/AnalyzeAST.h"
#include "checks/support/Skeleton.h"
#include "tool/report/Copies.h"
#include "tool/report/Wording.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

using View = tidy::ClangTidyCheck::OptionsView;

TidyOptions readOptions(const View &Options, const CheckInfo &Info) {
  auto Text = [](std::optional<StringRef> Value) {
    return Value.value_or("").trim().str();
  };
  TidyOptions Given;
  Given.Root = Text(Options.getLocalOrGlobal("Root"));
  Given.Strict = Text(Options.getLocalOrGlobal("Strict"));
  Given.Markers = Text(Options.getLocalOrGlobal("Markers"));
  for (const OptionInfo &Option : Info.Options)
    Given.Own.push_back(Text(Options.get(Option.Name)));
  return Given;
}

} // namespace

/// Finds the places of a report in the unit that it was made from.
class TidyCheck::Places {
public:
  Places(StringRef Root, SourceManager &SM) : Root(Root), SM(SM) {}

  std::string path(StringRef File) const {
    if (llvm::sys::path::is_absolute(File))
      return File.str();
    llvm::SmallString<256> Path(Root);
    llvm::sys::path::append(Path, File);
    return Path.str().str();
  }
  SourceLocation find(StringRef File, unsigned Line, unsigned Column) const {
    FileID Found = file(File);
    return Found.isValid() ? SM.translateLineCol(Found, Line, Column)
                           : SourceLocation();
  }
  SourceLocation find(const Location &Where) const {
    return find(Where.File, Where.Line, Where.Column);
  }
  FileID file(StringRef File) const {
    OptionalFileEntryRef Entry =
        SM.getFileManager().getOptionalFileRef(path(File));
    return Entry ? SM.translateFile(*Entry) : FileID();
  }

private:
  StringRef Root;
  SourceManager &SM;
};

TidyCheck::TidyCheck(StringRef Name, tidy::ClangTidyContext *Context,
                     const CheckInfo &Info)
    : ClangTidyCheck(Name, Context), Info(Info),
      Given(readOptions(Options, Info)), Host(*Context) {}

void TidyCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Map) {
  Options.store(Map, "Root", Given.Root);
  Options.store(Map, "Strict", Given.Strict);
  Options.store(Map, "Markers", Given.Markers);
  for (const auto &[Option, Text] : llvm::zip_equal(Info.Options, Given.Own))
    Options.store(Map, Option.Name, Text);
}

void TidyCheck::registerPPCallbacks(const SourceManager &, Preprocessor *PP,
                                    Preprocessor *) {
  Preprocessed = PP;
}

void TidyCheck::registerMatchers(ast_matchers::MatchFinder *Finder) {
  Finder->addMatcher(ast_matchers::translationUnitDecl(), this);
}

void TidyCheck::refuse(llvm::Error E) {
  std::string Text = llvm::toString(std::move(E));
  llvm::SmallVector<StringRef, 4> Lines;
  StringRef(Text).split(Lines, '\n', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (StringRef Line : Lines)
    configurationDiag("%0", DiagnosticIDs::Error) << Line;
}

void TidyCheck::check(const ast_matchers::MatchFinder::MatchResult &Result) {
  SourceManager &SM = *Result.SourceManager;
  std::string Source = absolutePath(SM.getMainFileID(), SM);
  llvm::Expected<Config> Settings =
      openSettings(Source, Info, Given, SM.getFileManager());
  if (!Settings)
    return refuse(Settings.takeError());
  if (isTurnedOff(*Settings, Info))
    return;
  Config Whole = *Settings;
  Whole.Checks = allRunning(*Settings);
  // What remarks say depends on what the other checks find.
  if (Info.Name != "safety-comment")
    Settings->Checks = {"-*", Info.Name.str()};
  // Where the compiler runs is most often the build's folder.
  std::vector<std::string> BuildFolders;
  if (!Host.getCurrentBuildDirectory().empty())
    BuildFolders.push_back(Host.getCurrentBuildDirectory());
  llvm::Expected<FileClassifier> Files =
      FileClassifier::create(*Settings, std::move(BuildFolders));
  if (!Files)
    return refuse(Files.takeError());
  audit(*Result.Context, *Settings, Whole, *Files);
}

/// The checks that clang-tidy runs beside this one and that have sites.
std::vector<std::string> TidyCheck::allRunning(const Config &Settings) const {
  std::vector<std::string> Globs{"-*"};
  for (const CheckInfo *Each : allChecks())
    if (Each->Name != "safety-comment" && !isTurnedOff(Settings, *Each) &&
        Host.isCheckEnabled(("warrant-" + Each->Name).str()))
      Globs.push_back(Each->Name.str());
  return Globs;
}

Report TidyCheck::analyzed(ASTContext &AST, const Config &Settings,
                           const FileClassifier &Files) const {
  UnitResult Unit;
  analyzeAST(AST, *Preprocessed, Settings, Files, Unit);
  Report R = merge({std::move(Unit)});
  if (remarksCopies(Settings))
    remarkCopies(R, [](const Location &) { return true; });
  return R;
}

void TidyCheck::audit(ASTContext &AST, const Config &Settings,
                      const Config &Whole, const FileClassifier &Files) {
  Report R = analyzed(AST, Settings, Files);
  auto IsOwn = [&](const Site &S) { return S.Check == Info.Name; };
  // A skeleton asks for the sites of all checks at its place.
  bool Asks = llvm::any_of(
      R.Sites, [&](const Site &S) { return IsOwn(S) && awaitsComment(S); });
  if (Asks && Whole.Checks.size() > 2)
    R = analyzed(AST, Whole, Files);

  Places Find(Settings.Root, AST.getSourceManager());
  TidyFixes Fixes = fixesFor(R, AST.getSourceManager(),
                             [&](StringRef File) { return Find.file(File); });
  auto IsOurs = [&](const Location &Where) {
    return Files.classify(Find.path(Where.File)) == FileClass::Project;
  };
  for (const Site &S : R.Sites)
    if (IsOwn(S) && S.State <= Status::Partial && !S.Excuse && IsOurs(S.Where))
      diagnose(S, Find, Fixes);
  // Only the check whose remarks these are asks for any. A name that is
  // stale here may be another unit's.
  for (const Remark &M : R.Remarks)
    if (M.Kind != "stale" && IsOurs(M.Where))
      diag(Find.find(M.Where), "%0") << M.Kind + ": " + M.Message;
}

void TidyCheck::diagnose(const Site &S, const Places &Find,
                         const TidyFixes &Fixes) {
  SourceLocation Begin = Find.find(S.Where);
  SourceLocation End = Find.find(S.Where.File, S.EndLine, S.EndColumn);
  {
    DiagnosticBuilder Shown = diag(Begin, "%0");
    Shown << headlineOf(S) << CharSourceRange::getCharRange(Begin, End);
    if (auto Fix = Fixes.find(&S); Fix != Fixes.end())
      Shown << Fix->second;
  }
  for (const RelatedPlace &Note : notesOf(S, /*All=*/false))
    diag(Find.find(Note.Where), "%0", DiagnosticIDs::Note) << Note.Message;
  for (const SaferForm &Form : S.Safer)
    offer(Form, S.Where, Find);
}

/// A second way out: clang-tidy applies one of a note where it is chosen, or
/// with --fix-notes where the diagnostic has none.
void TidyCheck::offer(const SaferForm &Form, const Location &Where,
                      const Places &Find) {
  DiagnosticBuilder Shown =
      diag(Find.find(Where), "a safer form: '%0'", DiagnosticIDs::Note);
  Shown << Form.Code;
  for (const TextEdit &E : Form.Edits)
    Shown << FixItHint::CreateReplacement(
        CharSourceRange::getCharRange(
            Find.find(Where.File, E.Line, E.Column),
            Find.find(Where.File, E.EndLine, E.EndColumn)),
        E.Text);
}

} // namespace warrant
