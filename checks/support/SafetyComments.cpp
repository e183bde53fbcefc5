//===- SafetyComments.cpp - Which comment documents which operation -------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SafetyCommentsSearch.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using llvm::StringRef;

namespace warrant {

using Kind = EnclosingLevel::Kind;

Search::Search(const ScannedFile &F, const Anchor &A, OperationKind What)
    : F(F), A(A), What(What), FirstLine(F.lineOf(A.Begin)),
      LastLine(F.lineOf(std::max(A.Begin + 1, A.End) - 1)) {
  Function = {0, static_cast<unsigned>(F.Text.size()) + 1};
  FunctionBrace = F.Text.size() + 1;
  auto IsBody = [](const EnclosingLevel &L) {
    return L.What == Kind::LambdaBody || L.What == Kind::FunctionBody;
  };
  auto IsFunction = [](const EnclosingLevel &L) {
    return L.What == Kind::FunctionBody;
  };
  const auto *Outer = llvm::find_if(A.Levels, IsFunction);
  if (Outer != A.Levels.end()) {
    Function = {initializersBegin(Outer->Begin), Outer->End};
    FunctionBrace = Outer->Begin;
  }
  const auto *Inner = llvm::find_if(A.Levels, IsBody);
  Body = Inner == Outer ? Function : Span{Inner->Begin, Inner->End};
}

Association Search::run() {
  Kind Innermost = A.Levels.empty() ? Kind::Statement : A.Levels.front().What;
  if (Innermost == Kind::BoundaryDeclaration)
    findAtDeclaration(A.Levels.front());
  else if (Innermost == Kind::MacroDefinition)
    findAtMacro(A.Levels.front());
  else if (!findInside() && !findTrailing() && !findOutside())
    findAtMark();
  tellOfNearby();
  return std::move(Out);
}

//===----------------------------------------------------------------------===//
// Taking and leaving
//===----------------------------------------------------------------------===//

std::vector<const ScannedText *> Search::all() {
  std::vector<const ScannedText *> Result;
  Met = &Result;
  run();
  return Result;
}

static void addText(std::optional<SafetyText> &Whole, const SafetyText &Part) {
  if (!Whole) {
    Whole = Part;
    return;
  }
  Whole->Text += " " + Part.Text;
  Whole->Tags.insert(Whole->Tags.end(), Part.Tags.begin(), Part.Tags.end());
  Whole->HasTags |= Part.HasTags;
}

void Search::look(const ScannedText &T, std::string Verdict, bool Taken) {
  if (Told.insert(&T).second)
    Out.Looked.push_back(
        {T.Safety.Line, T.Safety.Text, std::move(Verdict), Taken, {}});
}

void Search::leave(const CommentRun &R, StringRef Why) {
  for (const ScannedText &T : F.textsOf(R))
    look(T, ("not taken: " + Why).str());
}

/// Takes the texts of \p R that justify something.
bool Search::take(const CommentRun &R, Rule By) {
  for (const ScannedText &T : F.textsOf(R)) {
    if (Met) {
      if (!llvm::is_contained(*Met, &T))
        Met->push_back(&T);
      continue;
    }
    if (T.Safety.Contract && !By.Contracts) {
      look(T, "not taken: states a contract, which documents declarations and "
              "macros only");
      continue;
    }
    if (T.About && !T.About->covers(What)) {
      look(T, "not taken: speaks of operations of other kinds");
      continue;
    }
    if (T.Rejection) {
      look(T, "rejected: " + *T.Rejection);
      if (Out.Rejection.empty())
        Out.Rejection = *T.Rejection;
      continue;
    }
    look(T, ("taken: " + By.How).str(), true);
    addText(Out.Comment, T.Safety);
    Out.Where = By.Where;
  }
  return Out.Comment.has_value();
}

/// Tells of the comments around the operation that no rule came by, for the
/// reader who wonders why.
void Search::tellOfNearby() {
  constexpr unsigned Above = 10, Below = 2;
  constexpr size_t Enough = 32; // of a line that a machine wrote
  unsigned Begin = F.lineBegin(FirstLine > Above ? FirstLine - Above : 1);
  unsigned End =
      F.lineEnd(std::min<size_t>(LastLine + Below, F.LineStarts.size()));
  llvm::ArrayRef<CommentRun> Runs = F.runsIn(Begin, End);
  for (const CommentRun &R : llvm::reverse(Runs.take_back(Enough))) {
    std::string Why = R.hasText() ? reasonAgainst(R) : "";
    if (!Why.empty())
      leave(R, Why);
  }
}

/// Why no rule took \p R; empty when it is nothing to the operation.
std::string Search::reasonAgainst(const CommentRun &R) const {
  unsigned Begin = F.beginOf(R);
  if (!Function.contains(Begin))
    return isContractOfFunction(R)
               ? "stands above the enclosing function: it is a contract"
               : "";
  if (R.Trailing)
    return "trailing on another line or beside another argument";
  if (Begin >= A.End)
    return "stands below the operation";
  if (!Body.contains(Begin))
    return "stands outside the lambda's body";
  if (F.tokenAt(F.endOf(R)) < F.Lines[FirstLine].TokenBegin)
    return "code stands between it and the operation";
  return "another comment is nearer to the operation";
}

/// Whether nothing but the head of the operation's function stands between
/// \p R and its body.
bool Search::isContractOfFunction(const CommentRun &R) const {
  if (F.beginOf(R) >= Function.Begin)
    return false;
  unsigned First = F.tokenAt(F.endOf(R)), Last = F.tokenAt(Function.Begin);
  if (Last - First > 500)
    return false;
  for (unsigned I = First; I < Last; ++I)
    if (F.Tokens[I].Kind == tok::semi || F.Tokens[I].Kind == tok::r_brace)
      return false;
  return true;
}

//===----------------------------------------------------------------------===//
// The constructs around an operation
//===----------------------------------------------------------------------===//

bool Search::findOutside() {
  Rule Directly{Placement::AboveLine, "directly above the operation's line"};
  if (findAbove(FirstLine, Directly) || findAbove(F.lineOf(A.Token), Directly))
    return true;
  ChainBegin = A.Begin;
  bool Chained = true;
  for (const EnclosingLevel &L : A.Levels) {
    if (findAtLevel(L, Chained))
      return true;
    if (L.What == Kind::LambdaBody || L.What == Kind::FunctionBody)
      return false;
  }
  return false;
}

/// \p Chained: the operation is still on the lines that a comment above the
/// next construct covers.
bool Search::findAtLevel(const EnclosingLevel &L, bool &Chained) {
  switch (L.What) {
  case Kind::LambdaBody:
  case Kind::FunctionBody:
    return findAtFunctionHead(L);
  case Kind::BareBlock:
    Chained = false;
    return findAtBlock(L);
  case Kind::MacroDefinition:
  case Kind::BoundaryDeclaration:
    return false; // innermost or not at all
  case Kind::Body:
    Chained = Chained && continuesChain(L);
    return false;
  case Kind::Control:
    Chained = Chained && continuesChain(L);
    break;
  case Kind::Statement:
  case Kind::Declaration:
    break;
  }
  if (!Chained)
    return false;
  ChainBegin = std::min(ChainBegin, L.Begin);
  unsigned Line = F.lineOf(L.Begin);
  if (L.What == Kind::Declaration)
    return findAbove(Line, {Placement::AboveVariable,
                            "above the declaration that holds the operation"});
  return findAbove(Line, {Placement::AboveStatement,
                          "above the statement that holds the operation"});
}

/// Whether what \p Level holds begins on the line on which its header, or the
/// body's brace, ends.
bool Search::continuesChain(const EnclosingLevel &Level) const {
  unsigned HeaderEnd = Level.What == Kind::Body
                           ? Level.Begin
                           : std::max(Level.Begin + 1, Level.End) - 1;
  return F.lineOf(HeaderEnd) == F.lineOf(ChainBegin);
}

/// The comments between \p Brace and the first code behind it.
llvm::ArrayRef<CommentRun> Search::headRuns(unsigned Brace) const {
  if (Brace >= F.Text.size() || F.Text[Brace] != '{')
    return {};
  unsigned Next = F.tokenAt(Brace) + 1;
  return F.runsIn(Brace, Next < F.Tokens.size() ? F.Tokens[Next].Begin
                                                : F.Text.size());
}

bool Search::findAtBlock(const EnclosingLevel &Block) {
  for (const CommentRun &R : headRuns(Block.Begin)) {
    if (!R.hasText())
      continue;
    if (take(R, {Placement::BlockHead, "at the top of the block"}))
      return true;
    break;
  }
  return findAbove(F.lineOf(Block.Begin),
                   {Placement::AboveBlock, "directly above the block"});
}

/// A macro that marks operations as audited reads as a statement of its own,
/// with braces in it as a bare block.
bool Search::findAtMark() {
  for (const Span &Mark : llvm::reverse(F.Marked)) {
    if (!Mark.contains(A.Token) || !Body.contains(Mark.Begin))
      continue;
    unsigned Inner = F.tokenAt(Mark.Begin) + 2; // behind the name and the `(`
    bool Block =
        Inner < F.Tokens.size() && F.Tokens[Inner].Kind == tok::l_brace;
    if (Block &&
        findAtBlock({Kind::BareBlock, F.Tokens[Inner].Begin, Mark.End}))
      return true;
    if (findAbove(F.lineOf(Mark.Begin),
                  {Placement::AboveStatement,
                   "above the macro that marks the operation"}))
      return true;
  }
  return false;
}

bool Search::findAtFunctionHead(const EnclosingLevel &Level) {
  for (const CommentRun &R : headRuns(Level.Begin)) {
    bool Tagged = llvm::any_of(F.textsOf(R), [](const ScannedText &T) {
      return llvm::is_contained(T.Safety.Tags, "function");
    });
    if (Tagged && take(R, {Placement::FunctionHead,
                           "for the whole function, at the top of its body"}))
      return true;
  }
  return false;
}

/// Nearest to the operator's line first.
void Search::sortByDistance(
    llvm::MutableArrayRef<const CommentRun *> Runs) const {
  unsigned Line = F.lineOf(A.Token);
  auto Key = [&](const CommentRun *R) {
    unsigned Distance =
        R->FirstLine > Line ? R->FirstLine - Line : Line - R->FirstLine;
    return std::pair(Distance, F.beginOf(*R));
  };
  llvm::sort(Runs, [&](const CommentRun *L, const CommentRun *R) {
    return Key(L) < Key(R);
  });
}

bool Search::findAtMacro(const EnclosingLevel &Macro) {
  llvm::SmallVector<const CommentRun *, 8> Runs;
  for (const CommentRun &R : F.runsIn(Macro.Begin, Macro.End))
    if (R.hasText())
      Runs.push_back(&R);
  sortByDistance(Runs);
  for (const CommentRun *R : Runs)
    if (take(*R, {Placement::MacroDefinition, "inside the macro's definition",
                  /*Contracts=*/true}))
      return true;
  return findAbove(F.lineOf(Macro.Begin),
                   {Placement::MacroDefinition, "above the macro's definition",
                    /*Contracts=*/true});
}

bool Search::findAtDeclaration(const EnclosingLevel &Declaration) {
  unsigned LastToken = std::max(Declaration.Begin + 1, Declaration.End) - 1;
  unsigned Depth = 0, Token = F.tokenAt(Declaration.Begin);
  for (const CommentRun &R :
       F.runsIn(Declaration.Begin, F.lineEnd(F.lineOf(LastToken)))) {
    for (; Token < F.Comments[R.FirstComment].NextCode; ++Token) {
      Depth += F.Tokens[Token].Kind == tok::l_brace;
      Depth -= F.Tokens[Token].Kind == tok::r_brace;
    }
    if (!Depth) // not in the function's body
      take(R, {Placement::Declaration, "on the declaration's lines",
               /*Contracts=*/true});
  }
  return Out.Comment.has_value() ||
         findAbove(F.lineOf(Declaration.Begin),
                   {Placement::Declaration, "above the declaration",
                    /*Contracts=*/true});
}

/// Where the part of a function begins that is not its head: behind what
/// stands before the colon of a constructor's initializers, else at the brace.
unsigned Search::initializersBegin(unsigned BodyBegin) const {
  unsigned Token = F.tokenAt(BodyBegin);
  if (Token < 2 || F.Tokens[Token - 1].Kind != tok::colon)
    return BodyBegin;
  return F.Tokens[Token - 2].End;
}

} // namespace warrant
