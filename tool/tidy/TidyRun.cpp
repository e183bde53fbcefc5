//===- TidyRun.cpp - What the checks of one unit share --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyRun.h"
#include "Places.h"
#include "TidyBaseline.h"
#include "checks/support/AnalyzeAST.h"
#include "tool/report/Copies.h"
#include "tool/report/Merge.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {
namespace {

constexpr llvm::StringLiteral Remarks = "safety-comment";

/// The names of those of \p Members that \p C does not turn off.
std::vector<std::string> namesOn(const Config &C,
                                 llvm::ArrayRef<TidyMember> Members) {
  std::vector<std::string> Result;
  for (const TidyMember &Each : Members)
    if (!isTurnedOff(C, *Each.Info))
      Result.push_back(Each.Info->Name.str());
  return Result;
}

} // namespace

bool TidyRun::join(const TidyMember &Member) {
  if (llvm::any_of(Members, [&](const TidyMember &Each) {
        return Each.Info == Member.Info;
      }))
    return false;
  Members.push_back(Member);
  return true;
}

llvm::Expected<const TidyUnit *> TidyRun::unit(const TidyOptions &Asked,
                                               ASTContext &AST,
                                               const Preprocessor &PP,
                                               StringRef BuildFolder) {
  auto [Known, IsNew] = Units.try_emplace(Asked.shared());
  if (!IsNew)
    return Known->second.get();
  auto Made = analyze(Asked, AST, PP, BuildFolder);
  if (!Made)
    return Made.takeError();
  Known->second = std::move(*Made);
  return Known->second.get();
}

llvm::Expected<std::unique_ptr<TidyUnit>>
TidyRun::analyze(const TidyOptions &Asked, ASTContext &AST,
                 const Preprocessor &PP, StringRef BuildFolder) const {
  SourceManager &SM = AST.getSourceManager();
  llvm::Expected<Config> Settings =
      openSettings(absolutePath(SM.getMainFileID(), SM), Members, Asked,
                   SM.getFileManager());
  if (!Settings)
    return Settings.takeError();
  // Where the compiler runs is most often the build's folder.
  std::vector<std::string> BuildFolders;
  if (!BuildFolder.empty())
    BuildFolders.push_back(BuildFolder.str());
  llvm::Expected<FileClassifier> Files =
      FileClassifier::create(*Settings, std::move(BuildFolders));
  if (!Files)
    return Files.takeError();

  const std::vector<std::string> Running = namesOn(*Settings, Members);
  // What remarks say depends on what the other checks of the project find.
  if (!llvm::is_contained(Running, Remarks))
    Settings->Checks = {"-*"};
  llvm::append_range(Settings->Checks, Running);
  UnitResult Raw;
  analyzeAST(AST, PP, *Settings, *Files, Raw, Kept.get());
  auto Result = std::make_unique<TidyUnit>(
      TidyUnit{std::move(*Settings), std::move(*Files), {}, {}});
  Report &Found = Result->Found = merge({std::move(Raw)});
  if (remarksCopies(Result->Settings))
    remarkCopies(Found, [](const Location &) { return true; });
  llvm::erase_if(Found.Sites, [&](const Site &S) {
    return !llvm::is_contained(Running, S.Check);
  });
  llvm::Expected<bool> KnowsBaseline =
      isOn("Baseline", Asked.Baseline, /*Default=*/false);
  if (!KnowsBaseline)
    return KnowsBaseline.takeError();
  llvm::Expected<bool> Notes = isOn("Notes", Asked.Notes, /*Default=*/true);
  if (!Notes)
    return Notes.takeError();
  if (!Asked.Notes.empty())
    Result->Notes = *Notes;
  if (*KnowsBaseline)
    if (llvm::Error E = markKnown(Found, Result->Settings.Root,
                                  SM.getFileManager().getVirtualFileSystem()))
      return std::move(E);
  Places Find(Result->Settings.Root, SM);
  Result->Fixes =
      fixesFor(Found, SM, [&](StringRef File) { return Find.file(File); });
  return Result;
}

std::shared_ptr<TidyRun> TidyRuns::join(const tidy::ClangTidyContext &Context,
                                        const TidyMember &Member) {
  const std::lock_guard Lock(Guard);
  std::erase_if(Open, [](const auto &Each) { return Each.second.expired(); });
  std::weak_ptr<TidyRun> &Known = Open[&Context];
  std::shared_ptr<TidyRun> Run = Known.lock();
  // A second check of one name is the next unit's.
  if (Run && Run->join(Member))
    return Run;
  Run = std::make_shared<TidyRun>(Kept);
  Run->join(Member);
  Known = Run;
  return Run;
}

} // namespace warrant
