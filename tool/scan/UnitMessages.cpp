//===- UnitMessages.cpp - A unit's errors as report lines -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitMessages.h"
#include "checks/support/AnalyzeAST.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/LexDiagnostic.h"

using namespace clang;

namespace warrant {

static constexpr size_t MessageLimit = 10;

std::string withoutRoot(std::string Text, llvm::StringRef Root) {
  std::string Folder = Root.rtrim('/').str() + "/";
  if (Folder == "/")
    return Text;
  for (size_t At = 0; (At = Text.find(Folder, At)) != std::string::npos;)
    Text.erase(At, Folder.size());
  return Text;
}

/// Where \p Info points, as `src/a.c:3:1: `; a complaint about the command has
/// no place in a file.
static std::string placeOf(const Diagnostic &Info,
                           const FileClassifier &Files) {
  if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
    return "command: ";
  const SourceManager &SM = Info.getSourceManager();
  SourceLocation Loc = SM.getFileLoc(Info.getLocation());
  std::string Path = absolutePath(SM.getFileID(Loc), SM);
  if (Path.empty())
    return "command: ";
  return Files.display(Path) + ":" +
         std::to_string(SM.getSpellingLineNumber(Loc)) + ":" +
         std::to_string(SM.getSpellingColumnNumber(Loc)) + ": ";
}

/// Whether \p Info is that this Clang does not know the `justification:` of
/// `[[gsl::suppress]]`, an attribute that means nothing to the code.
static bool isAboutJustification(const Diagnostic &Info) {
  if (Info.getID() != diag::err_expected_string_literal)
    return false;
  llvm::SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  return Text.str().ends_with("argument of 'suppress' attribute");
}

void UnitMessages::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                    const Diagnostic &Info) {
  if (isAboutJustification(Info))
    return;
  DiagnosticConsumer::HandleDiagnostic(Level, Info);
  if (Level < DiagnosticsEngine::Error)
    return;
  ++Count;
  std::vector<std::string> &List =
      Level == DiagnosticsEngine::Fatal ||
              Info.getID() == diag::err_pp_file_not_found
          ? First
          : Others;
  if (List.size() == MessageLimit)
    return;
  llvm::SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  List.push_back(placeOf(Info, Files) + withoutRoot(Text.str().str(), Root));
}

std::vector<std::string> UnitMessages::take() {
  std::vector<std::string> Result = std::move(First);
  Result.insert(Result.end(), Others.begin(), Others.end());
  if (Result.size() > MessageLimit)
    Result.resize(MessageLimit);
  if (Count > Result.size())
    Result.push_back("and " + std::to_string(Count - Result.size()) +
                     " more errors");
  First.clear();
  Others.clear();
  Count = 0;
  return Result;
}

} // namespace warrant
