//===- HeaderGraph.cpp - What headers of the system lead to ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HeaderGraph.h"
#include "clang/Lex/DependencyDirectivesScanner.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include <forward_list>

using namespace clang;
using llvm::StringRef;
namespace directives = clang::dependency_directives_scan;

namespace warrant {

/// Notes what includes what. A file that is guarded against a second inclusion
/// is told of each time.
class HeaderEdges final : public PPCallbacks {
public:
  HeaderEdges(const SourceManager &SM, HeaderGraph &Out,
              llvm::StringMap<unsigned> &Roots)
      : SM(SM), Out(Out), Roots(Roots) {}

  void InclusionDirective(SourceLocation Hash, const Token &, StringRef Name,
                          bool, CharSourceRange, OptionalFileEntryRef File,
                          StringRef, StringRef, const clang::Module *, bool,
                          SrcMgr::CharacteristicKind) override {
    if (!File)
      return;
    unsigned Number = numberOf(*File);
    FileID Around = SM.getFileID(Hash);
    if (Around == SM.getMainFileID())
      Roots[Name] = Number;
    else if (OptionalFileEntryRef By = SM.getFileEntryRefForID(Around))
      Out.Files[numberOf(*By)].Includes.push_back(Number);
  }

private:
  unsigned numberOf(FileEntryRef File) {
    auto [It, IsNew] =
        Numbers.try_emplace(&File.getFileEntry(), Out.Files.size());
    if (IsNew)
      Out.Files.push_back({double(File.getSize()), {}});
    return It->second;
  }

  const SourceManager &SM;
  HeaderGraph &Out;
  llvm::StringMap<unsigned> &Roots;
  llvm::DenseMap<const FileEntry *, unsigned> Numbers;
};

namespace {

/// The directives of files. Their addresses stay.
class Directives {
public:
  std::optional<llvm::ArrayRef<directives::Directive>> of(FileEntryRef File,
                                                          FileManager &Files) {
    auto Text = Files.getBufferForFile(File);
    if (!Text) // then it is lexed, and that tells
      return std::nullopt;
    Each &New = All.emplace_front();
    if (scanSourceForDependencyDirectives((*Text)->getBuffer(), New.Tokens,
                                          New.Found))
      return std::nullopt;
    return New.Found;
  }

private:
  struct Each {
    llvm::SmallVector<directives::Token, 0> Tokens;
    llvm::SmallVector<directives::Directive, 0> Found;
  };
  std::forward_list<Each> All;
};

} // namespace

static void preprocess(CompilerInstance &Compiler, StringRef Text,
                       llvm::function_ref<void(Preprocessor &)> Watch) {
  FrontendOptions &Frontend = Compiler.getFrontendOpts();
  Frontend.Inputs = {FrontendInputFile(llvm::MemoryBufferRef(Text, "<headers>"),
                                       Frontend.Inputs.front().getKind())};
  Directives Known;
  Compiler.getPreprocessorOpts().DependencyDirectivesForFile =
      [&](FileEntryRef File) {
        return Known.of(File, Compiler.getFileManager());
      };
  if (!Compiler.InitializeSourceManager(Frontend.Inputs.front()))
    return;
  Compiler.createPreprocessor(TU_Complete);
  Preprocessor &PP = Compiler.getPreprocessor();
  Watch(PP);
  PP.getDiagnostics().getClient()->BeginSourceFile(Compiler.getLangOpts(), &PP);
  PP.EnterMainSourceFile();
  for (Token T = {}; T.isNot(tok::eof);)
    PP.Lex(T);
  PP.getDiagnostics().getClient()->EndSourceFile();
  Compiler.getPreprocessorOpts().DependencyDirectivesForFile = nullptr;
}

HeaderGraph::HeaderGraph(llvm::ArrayRef<StringRef> Names,
                         CompilerInstance &Compiler) {
  std::string Text;
  for (StringRef Name : Names)
    Text += ("#include <" + Name + ">\n").str();
  llvm::StringMap<unsigned> Roots;
  preprocess(Compiler, Text, [&](Preprocessor &PP) {
    PP.addPPCallbacks(
        std::make_unique<HeaderEdges>(PP.getSourceManager(), *this, Roots));
  });
  for (StringRef Name : Names) {
    Header &New = Headers.emplace_back();
    New.Closure.resize(Files.size());
    llvm::SmallVector<unsigned, 64> Left;
    if (auto Root = Roots.find(Name); Root != Roots.end()) {
      Left.push_back(Root->second);
      if (!Name.contains('.'))
        New.OfCXX = Root->second;
    }
    while (!Left.empty()) {
      unsigned Next = Left.pop_back_val();
      if (New.Closure.test(Next))
        continue;
      New.Closure.set(Next);
      llvm::append_range(Left, Files[Next].Includes);
    }
  }
}

llvm::BitVector HeaderGraph::filesOf(const HeaderSet &Set) const {
  llvm::BitVector All(Files.size());
  if (!Headers.empty())
    for (unsigned Each : Set.set_bits())
      All |= Headers[Each].Closure;
  return All;
}

HeaderSet HeaderGraph::closed(HeaderSet Set) const {
  llvm::BitVector All = filesOf(Set);
  Set.resize(std::max<size_t>(Set.size(), Headers.size()));
  for (const auto &[Number, Each] : llvm::enumerate(Headers))
    if (Each.OfCXX && All.test(*Each.OfCXX))
      Set.set(Number);
  return Set;
}

double HeaderGraph::weigh(const HeaderSet &Set) const {
  const llvm::BitVector All = filesOf(Set);
  double Sum = 0;
  for (unsigned Number : All.set_bits())
    Sum += Files[Number].Size;
  return Sum;
}

} // namespace warrant
