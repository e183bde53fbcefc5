//===- CommentScan.cpp - One file's tokens, comments and lines ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's lexer in raw mode gives the tokens, so strings, raw strings and line
// continuations are what the compiler takes them for.
//
//===----------------------------------------------------------------------===//

#include "CommentScan.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace warrant {
namespace {

LangOptions lexerLanguage(ScanOptions Options) {
  LangOptions L;
  L.LineComment = L.C99 = L.C11 = L.Digraphs = true;
  L.CPlusPlus = L.CPlusPlus11 = L.CPlusPlus14 = true;
  L.CPlusPlus17 = L.CPlusPlus20 = true;
  L.RawStringLiterals = Options.RawStrings;
  return L;
}

/// Line breaks as Clang's SourceManager counts them: `\n`, `\r\n`, `\r`.
std::vector<unsigned> findLineStarts(llvm::StringRef Text) {
  std::vector<unsigned> Starts{0};
  if (!Text.contains('\r')) {
    for (size_t I = Text.find('\n'); I != Text.npos; I = Text.find('\n', I + 1))
      Starts.push_back(I + 1);
    return Starts;
  }
  for (size_t I = 0; I < Text.size(); ++I) {
    if (Text[I] == '\r' && I + 1 < Text.size() && Text[I + 1] == '\n')
      continue;
    if (Text[I] == '\n' || Text[I] == '\r')
      Starts.push_back(I + 1);
  }
  return Starts;
}

/// Fills a ScannedFile from the tokens in their order.
class FileLexer {
public:
  explicit FileLexer(ScannedFile &F) : F(F) {}

  void run(const LangOptions &Language) {
    const char *Begin = F.Text.data();
    // SAFETY(bounds, lifetime): one past the end of F.Text, which outlives Lex
    // and ends with a null character.
    Lexer Lex(SourceLocation(), Language, Begin, Begin, Begin + F.Text.size());
    Lex.SetCommentRetentionState(true);
    // The lexer's answer is true already behind a last token that no line
    // break follows, so the token says when it is over.
    Token T;
    for (Lex.LexFromRawLexer(T); T.isNot(tok::eof); Lex.LexFromRawLexer(T)) {
      // SAFETY(same-object): the lexer stays in the buffer that it was given.
      unsigned End = Lex.getBufferLocation() - Begin;
      take(T, End - T.getLength(), End);
    }
    endDirective();
    finishComments();
  }

private:
  void take(const Token &T, unsigned Begin, unsigned End) {
    if (T.isAtStartOfLine()) {
      endDirective();
      Fresh = true;
    }
    unsigned First = lineFor(Begin), Last = lineFor(End - 1);
    if (T.is(tok::comment)) {
      addComment(Begin, End, First, Last);
      return;
    }
    if (Fresh && T.is(tok::hash))
      beginDirective(First);
    Fresh = false;
    if (Open)
      F.Directives.back().LastLine = Last;
    unsigned Index = F.Tokens.size();
    F.Tokens.push_back({Begin, End, T.getKind(), Open});
    for (unsigned L = First; L <= Last; ++L) {
      if (!F.Lines[L].hasCode())
        F.Lines[L].TokenBegin = Index;
      F.Lines[L].TokenEnd = Index + 1;
    }
  }

  void addComment(unsigned Begin, unsigned End, unsigned First, unsigned Last) {
    CommentToken C;
    C.Begin = Begin;
    C.End = End;
    C.FirstLine = First;
    C.LastLine = Last;
    C.NextCode = F.Tokens.size();
    C.CodeBefore = F.Lines[First].hasCode();
    F.Comments.push_back(C);
    if (Open)
      F.Directives.back().LastLine = Last;
  }

  void finishComments() {
    for (CommentToken &C : F.Comments)
      C.CodeAfter = C.NextCode < F.Tokens.size() &&
                    F.Tokens[C.NextCode].Begin < F.lineEnd(C.LastLine);
  }

  /// Offsets come in rising order, so the line is found by going on.
  unsigned lineFor(unsigned Offset) {
    while (Current < F.LineStarts.size() && F.LineStarts[Current] <= Offset)
      ++Current;
    return Current;
  }

  void beginDirective(unsigned Line) {
    Open = true;
    DirectiveToken = F.Tokens.size();
    F.Directives.push_back({Directive::Kind::Other, Line, Line, 0});
  }

  void endDirective() {
    if (!Open)
      return;
    Open = false;
    Directive &D = F.Directives.back();
    for (unsigned L = D.FirstLine; L <= D.LastLine; ++L)
      F.Lines[L].Directive = F.Directives.size();
    D.What = classify();
    if (D.What == Directive::Kind::If)
      OpenIfs.push_back(D.FirstLine);
    else if (!OpenIfs.empty() && D.What == Directive::Kind::Else)
      D.IfLine = OpenIfs.back();
    else if (!OpenIfs.empty() && D.What == Directive::Kind::Endif)
      OpenIfs.pop_back();
  }

  llvm::StringRef directiveWord(unsigned N) const {
    unsigned I = DirectiveToken + N;
    return I < F.Tokens.size() ? F.spelling(F.Tokens[I]) : llvm::StringRef();
  }

  Directive::Kind classify() const {
    using Kind = Directive::Kind;
    bool Diagnostic =
        directiveWord(2) == "warning" || directiveWord(3) == "diagnostic";
    return llvm::StringSwitch<Kind>(directiveWord(1))
        .Cases("if", "ifdef", "ifndef", Kind::If)
        .Cases("else", "elif", "elifdef", "elifndef", Kind::Else)
        .Case("endif", Kind::Endif)
        .Case("pragma", Diagnostic ? Kind::Diagnostic : Kind::Other)
        .Default(Kind::Other);
  }

  ScannedFile &F;
  unsigned Current = 0; ///< the line of the last offset asked for
  unsigned DirectiveToken = 0;
  bool Fresh = true; ///< no code yet on this logical line
  bool Open = false; ///< in a directive
  std::vector<unsigned> OpenIfs;
};

} // namespace

void lexFile(ScannedFile &F, ScanOptions Options) {
  F.LineStarts = findLineStarts(F.Text);
  F.Lines.resize(F.LineStarts.size() + 1);
  FileLexer(F).run(lexerLanguage(Options));
}

unsigned ScannedFile::lineOf(unsigned Offset) const {
  return std::upper_bound(LineStarts.begin(), LineStarts.end(), Offset) -
         LineStarts.begin();
}

unsigned ScannedFile::tokenAt(unsigned Offset) const {
  return std::upper_bound(
             Tokens.begin(), Tokens.end(), Offset,
             [](unsigned O, const CodeToken &T) { return O < T.End; }) -
         Tokens.begin();
}

const CommentRun *ScannedFile::runTouching(unsigned Line) const {
  auto Behind = std::upper_bound(
      Comments.begin(), Comments.end(), Line,
      [](unsigned L, const CommentToken &C) { return L < C.FirstLine; });
  if (Behind == Comments.begin() || std::prev(Behind)->LastLine < Line)
    return nullptr;
  return &Runs[std::prev(Behind)->Run];
}

const CommentRun *ScannedFile::runBehind(unsigned Line) const {
  auto Behind = std::upper_bound(
      Comments.begin(), Comments.end(), Line,
      [](unsigned L, const CommentToken &C) { return L < C.FirstLine; });
  if (Behind == Comments.begin())
    return nullptr;
  const CommentRun &R = Runs[std::prev(Behind)->Run];
  bool LastOnLine = Comments[R.FirstComment].NextCode == Lines[Line].TokenEnd;
  return R.Trailing && R.FirstLine == Line && LastOnLine ? &R : nullptr;
}

const CommentRun *ScannedFile::runBefore(unsigned Line) const {
  auto First = std::lower_bound(
      Comments.begin(), Comments.end(), Line,
      [](const CommentToken &C, unsigned L) { return C.LastLine < L; });
  if (First == Comments.end() || First->FirstLine > Line)
    return nullptr;
  const CommentRun &R = Runs[First->Run];
  bool BeforeCode = First->NextCode == Lines[Line].TokenBegin;
  return BeforeCode && !R.Trailing ? &R : nullptr;
}

llvm::ArrayRef<CommentRun> ScannedFile::runsIn(unsigned Begin,
                                               unsigned End) const {
  auto Before = [this](const CommentRun &R, unsigned O) {
    return beginOf(R) < O;
  };
  auto First = std::lower_bound(Runs.begin(), Runs.end(), Begin, Before);
  auto Last = std::lower_bound(First, Runs.end(), End, Before);
  return llvm::ArrayRef(Runs).slice(First - Runs.begin(), Last - First);
}

} // namespace warrant
