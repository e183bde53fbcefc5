//===- SafetyCommentsIndex.cpp - The comments of one file -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conventions.h"
#include "SafetyCommentsSearch.h"

using namespace clang;

namespace warrant {

CommentIndex CommentIndex::scan(llvm::StringRef Buffer, const Config &C,
                                ScanOptions Options) {
  auto File = std::make_shared<ScannedFile>();
  File->Text = Buffer.str();
  lexFile(*File, Options);
  readRuns(*File, C);
  if (C.follows("chromium"))
    File->Marked = usesOfMacros(*File, {"UNSAFE_BUFFERS", "UNSAFE_TODO"});
  CommentIndex Index(File);
  Index.Excuses = readExcuses(*File, C);
  Index.Conventions = readConventions(*File, C);
  return Index;
}

Association CommentIndex::associate(const Anchor &A, OperationKind What) const {
  Association Out = Search(*File, A, What).run();
  if (Conventions)
    applyConventions(*Conventions, *File, A, What, Out);
  return Out;
}

std::vector<SafetyText> CommentIndex::textsAround(const Anchor &A) const {
  std::vector<SafetyText> Out;
  if (File->Texts.empty())
    return Out;
  if (Conventions)
    Out = conventionTextsAround(*Conventions, *File, A);
  for (const ScannedText *T : Search(*File, A).all())
    Out.push_back(T->Safety);
  return Out;
}

std::pair<unsigned, unsigned> CommentIndex::notePlace(const Anchor &A) const {
  return Search(*File, A).notePlace();
}

bool CommentIndex::isSilent() const { return File->Texts.empty() && !Excuses; }

bool CommentIndex::isAtDirective(unsigned Offset) const {
  if (File->Lines[File->lineOf(Offset)].Directive)
    return true;
  unsigned Next = File->tokenAt(Offset);
  return Next + 1 < File->Tokens.size() && File->Tokens[Next].InDirective &&
         File->spelling(File->Tokens[Next + 1]) == "define";
}

llvm::ArrayRef<ExcuseText> CommentIndex::excuses() const {
  return Excuses ? llvm::ArrayRef(Excuses->Excuses)
                 : llvm::ArrayRef<ExcuseText>();
}

std::vector<ExcuseText> CommentIndex::excusesAround(const Anchor &A) const {
  std::vector<ExcuseText> Out;
  if (!Excuses)
    return Out;
  for (const ScannedText *T : Search(*Excuses, A).all()) {
    // SAFETY: the search answers with elements of Excuses->Texts, and each of
    // them has its excuse at the same index.
    size_t Index = T - Excuses->Texts.data();
    Out.push_back(Excuses->Excuses[Index]);
  }
  unsigned Line = File->lineOf(A.Begin);
  for (const ExcuseText &E : excuses())
    if (E.FirstLine && E.FirstLine <= Line && Line <= E.LastLine)
      Out.push_back(E);
  return Out;
}

std::vector<SafetyText> CommentIndex::texts() const {
  std::vector<SafetyText> Out;
  for (const ScannedText &T : File->Texts)
    Out.push_back(T.Safety);
  return Out;
}

std::pair<unsigned, unsigned> CommentIndex::position(unsigned Offset) const {
  unsigned Line = File->lineOf(Offset);
  return {Line, Offset - File->lineBegin(Line) + 1};
}

llvm::StringRef CommentIndex::text() const { return File->Text; }

unsigned CommentIndex::lineCount() const { return File->LineStarts.size(); }

} // namespace warrant
