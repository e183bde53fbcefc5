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

unsigned CommentIndex::lineCount() const { return File->LineStarts.size(); }

namespace {

std::string plainText(const ScannedFile &F, const CommentRun &R) {
  std::string Out;
  for (const CommentLine &L : linesOf(F, R))
    if (!isToolLine(L.Text))
      Out += (Out.empty() ? "" : "\n") + L.Text.str();
  return Out;
}

/// The comment above \p Line. Without a marker it has to touch what it speaks
/// of: a licence or a section's title does not.
std::string textAbove(const ScannedFile &F, unsigned Line) {
  for (unsigned At = Line - 1; At;) {
    const CommentRun *R = F.runTouching(At);
    if (!F.Lines[At].hasCode() && R && !R->Trailing && !R->Skippable)
      return plainText(F, *R);
    unsigned First = F.Lines[At].hasCode() && !F.Lines[At].Directive
                         ? crossedFrom(F, At)
                         : 0;
    if (First)
      At = First - 1;
    else if (R && R->Skippable && !R->Trailing)
      At = R->FirstLine - 1;
    else
      return "";
  }
  return "";
}

/// The comments in and behind the declaration whose first token is \p Token,
/// up to its `;` or `{`.
std::string textWithin(const ScannedFile &F, unsigned Token) {
  constexpr unsigned MaxTokens = 1000;
  if (Token >= F.Tokens.size())
    return "";
  unsigned Last = Token;
  while (Last + 1 < F.Tokens.size() && Last - Token < MaxTokens &&
         F.Tokens[Last].Kind != tok::semi &&
         F.Tokens[Last].Kind != tok::l_brace)
    ++Last;
  unsigned End = F.Tokens[Last].Kind == tok::l_brace
                     ? F.Tokens[Last].Begin
                     : F.lineEnd(F.lineOf(F.Tokens[Last].Begin));
  std::string Out;
  for (const CommentRun &R : F.runsIn(F.Tokens[Token].Begin, End)) {
    std::string Text = plainText(F, R);
    Out += (Out.empty() || Text.empty() ? "" : "\n") + Text;
  }
  return Out;
}

} // namespace

std::string CommentIndex::documentationAbove(unsigned Begin) const {
  std::string Above = textAbove(*File, File->lineOf(Begin));
  return Above.empty() ? textWithin(*File, File->tokenAt(Begin)) : Above;
}

} // namespace warrant
