//===- TidyCheck.cpp - One of Warrant's checks in clang-tidy --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyCheck.h"
#include "Places.h"
#include "tool/report/Wording.h"

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
  Given.Baseline = Text(Options.getLocalOrGlobal("Baseline"));
  Given.Notes = Text(Options.getLocalOrGlobal("Notes"));
  for (const OptionInfo &Option : Info.Options)
    Given.Own.push_back(Text(Options.get(Option.Name)));
  return Given;
}

} // namespace

TidyCheck::TidyCheck(StringRef Name, tidy::ClangTidyContext *Context,
                     const CheckInfo &Info, TidyRuns &Runs)
    : ClangTidyCheck(Name, Context), Info(Info),
      Given(readOptions(Options, Info)), Host(*Context),
      Run(Runs.join(*Context, {&Info, Given})) {}

void TidyCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Map) {
  Options.store(Map, "Root", Given.Root);
  Options.store(Map, "Strict", Given.Strict);
  Options.store(Map, "Markers", Given.Markers);
  Options.store(Map, "Baseline", Given.Baseline);
  Options.store(Map, "Notes", Given.Notes);
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

void TidyCheck::refuse(llvm::Error E, const SourceManager &SM) {
  SourceLocation Top = SM.getLocForStartOfFile(SM.getMainFileID());
  std::string Text = llvm::toString(std::move(E));
  llvm::SmallVector<StringRef, 4> Lines;
  StringRef(Text).split(Lines, '\n', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (StringRef Line : Lines)
    // clangd drops what has no place.
    if (areDiagsSelfContained())
      diag(Top, "%0", DiagnosticIDs::Error) << Line;
    else
      configurationDiag("%0", DiagnosticIDs::Error) << Line;
}

void TidyCheck::check(const ast_matchers::MatchFinder::MatchResult &Result) {
  llvm::Expected<const TidyUnit *> Unit = Run->unit(
      Given, *Result.Context, *Preprocessed, Host.getCurrentBuildDirectory());
  if (!Unit)
    return refuse(Unit.takeError(), *Result.SourceManager);
  if (*Unit && !isTurnedOff((*Unit)->Settings, Info))
    diagnoseAll(**Unit, *Result.SourceManager);
}

void TidyCheck::diagnoseAll(const TidyUnit &Unit, SourceManager &SM) {
  Places Find(Unit.Settings.Root, SM);
  auto IsOurs = [&](const auto &Finding) {
    return Finding.Baseline != "known" &&
           Unit.Files.classify(Find.path(Finding.Where.File)) ==
               FileClass::Project;
  };
  // clangd shows each note by itself, too.
  const bool Notes = Unit.Notes.value_or(!areDiagsSelfContained());
  for (const Site &S : Unit.Found.Sites) {
    if (S.Check != Info.Name || S.Excuse || !IsOurs(S))
      continue;
    defects(S, Find);
    if (S.State <= Status::Partial)
      diagnose(S, Find, Unit.Fixes, Notes);
  }
  if (Info.Name != "safety-comment")
    return;
  // A name that is stale here may be another unit's.
  for (const Remark &M : Unit.Found.Remarks)
    if (M.Kind != "stale" && IsOurs(M))
      diag(Find.find(M.Where), "%0") << M.Kind + ": " + M.Message;
}

/// They are wrong whatever a comment says.
void TidyCheck::defects(const Site &S, const Places &Find) {
  SourceLocation End = Find.find(S.Where.File, S.EndLine, S.EndColumn);
  for (const Defect &D : S.Defects)
    diag(Find.find(S.Where), "defect%0: %1: %2")
        << (D.Sure == Precision::Certain ? std::string()
                                         : " (" + toString(D.Sure).str() + ")")
        << D.Message << subjectOf(S)
        << CharSourceRange::getCharRange(Find.find(S.Where), End);
}

void TidyCheck::diagnose(const Site &S, const Places &Find,
                         const TidyFixes &Fixes, bool Notes) {
  SourceLocation Begin = Find.find(S.Where);
  SourceLocation End = Find.find(S.Where.File, S.EndLine, S.EndColumn);
  {
    DiagnosticBuilder Shown = diag(Begin, "%0");
    Shown << headlineOf(S) << CharSourceRange::getCharRange(Begin, End);
    if (auto Fix = Fixes.find(&S); Fix != Fixes.end())
      Shown << Fix->second;
  }
  for (const RelatedPlace &Note : notesOf(S, /*All=*/Notes))
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
