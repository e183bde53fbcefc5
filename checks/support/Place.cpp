//===- Place.cpp - Where an operation stands ------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//

#include "Place.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace warrant {
namespace {

/// An operation's locations while place() climbs out of macro expansions.
struct Climb {
  const SourceManager &SM;
  const LangOptions &LO;
  SourceLocation Token, Begin, End;
  llvm::SmallVector<SourceLocation, 8> Operands;
};

/// How many initializers of a macro's own locals are followed.
constexpr unsigned MaxLocals = 4;

/// The initializer of a local that a macro's own text declares, as what
/// `container_of` takes its argument into; null where the local is an object
/// itself.
const Expr *initializerInMacro(const Stmt *S) {
  const auto *Ref = dyn_cast<DeclRefExpr>(S);
  const auto *Local = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Local || !Local->isLocalVarDecl() || !Local->getLocation().isMacroID())
    return nullptr;
  QualType T = Local->getType();
  return T->isPointerType() || T->isIntegralOrEnumerationType()
             ? Local->getInit()
             : nullptr;
}

bool takesAddress(const Stmt *S) {
  const auto *U = dyn_cast<UnaryOperator>(S);
  return U && U->getOpcode() == UO_AddrOf;
}

void addLeafLocations(const Stmt *S, llvm::SmallVectorImpl<SourceLocation> &Out,
                      unsigned Locals = 0) {
  if (!S)
    return;
  bool Leaf = true;
  for (const Stmt *Child : S->children()) {
    addLeafLocations(Child, Out, takesAddress(S) ? MaxLocals : Locals);
    Leaf &= Child == nullptr;
  }
  if (Leaf)
    Out.push_back(S->getBeginLoc());
  else if (const auto *E = dyn_cast<Expr>(S))
    Out.push_back(E->getExprLoc());
  if (Locals < MaxLocals)
    addLeafLocations(initializerInMacro(S), Out, Locals + 1);
}

/// Whether an argument has part in the token that a macro's body pastes at
/// \p Loc: then it is not what the body's own text would give.
bool isPastedFromArgument(SourceLocation Loc, const SourceManager &SM) {
  SourceLocation Written = SM.getSpellingLoc(Loc);
  if (!SM.isWrittenInScratchSpace(Written))
    return false;
  const LangOptions LO;
  auto Spelled = [&](CharSourceRange Range) {
    std::string Text = Lexer::getSourceText(Range, SM, LO).str();
    llvm::erase_if(Text, [](char C) { return C == '#' || isWhitespace(C); });
    return Text;
  };
  CharSourceRange Paste = SM.getImmediateExpansionRange(Loc);
  return Spelled(CharSourceRange::getTokenRange(Written)) !=
         Spelled(
             CharSourceRange::getTokenRange(SM.getSpellingLoc(Paste.getBegin()),
                                            SM.getSpellingLoc(Paste.getEnd())));
}

/// Whether \p Loc was written outside the macro whose body's expansion is
/// \p Body: in one of its arguments, or around its use.
bool isFromOutside(SourceLocation Loc, FileID Body, const SourceManager &SM) {
  while (Loc.isMacroID() && SM.getFileID(Loc) != Body) {
    SourceLocation Outer = SM.getImmediateExpansionRange(Loc).getBegin();
    if (!SM.isMacroArgExpansion(Loc)) {
      if (SM.getFileID(Outer) == Body && isPastedFromArgument(Loc, SM))
        return true;
      Loc = Outer;
      continue;
    }
    if (SM.getFileID(Outer) == Body)
      return true;
    Loc = SM.getImmediateSpellingLoc(Loc);
  }
  return Loc.isFileID() && Loc.isValid();
}

/// Moves \p Loc out to the expansion \p Level, towards its begin or end.
SourceLocation climbTo(SourceLocation Loc, FileID Level, bool ToEnd,
                       const SourceManager &SM) {
  while (Loc.isMacroID() && SM.getFileID(Loc) != Level) {
    CharSourceRange Range = SM.getImmediateExpansionRange(Loc);
    Loc = ToEnd ? Range.getEnd() : Range.getBegin();
  }
  return SM.getFileID(Loc) == Level ? Loc : SourceLocation();
}

/// One step from an argument to where it is written.
void leaveArgument(Climb &C) {
  auto Step = [&](SourceLocation Loc) {
    return Loc.isMacroID() && C.SM.isMacroArgExpansion(Loc)
               ? C.SM.getImmediateSpellingLoc(Loc)
               : Loc;
  };
  C.Token = Step(C.Token);
  C.Begin = Step(C.Begin);
  C.End = Step(C.End);
  for (SourceLocation &Loc : C.Operands)
    Loc = Step(Loc);
}

/// One step from a macro's body to the macro's use.
void leaveBody(Climb &C) {
  FileID Body = C.SM.getFileID(C.Token);
  CharSourceRange Use = C.SM.getImmediateExpansionRange(C.Token);
  for (SourceLocation &Loc : C.Operands) {
    while (Loc.isMacroID() && C.SM.getFileID(Loc) != Body &&
           !C.SM.isMacroArgExpansion(Loc))
      Loc = C.SM.getImmediateExpansionRange(Loc).getBegin();
    if (C.SM.getFileID(Loc) == Body)
      Loc = Use.getBegin();
    else if (Loc.isMacroID())
      Loc = C.SM.getImmediateSpellingLoc(Loc);
  }
  // An operand beside the macro's use belongs to the operation's range.
  FileID Level = C.SM.getFileID(Use.getBegin());
  SourceLocation Begin = climbTo(C.Begin, Level, /*ToEnd=*/false, C.SM);
  SourceLocation End = climbTo(C.End, Level, /*ToEnd=*/true, C.SM);
  C.Begin = Begin.isValid() ? Begin : Use.getBegin();
  C.End = End.isValid() ? End : Use.getEnd();
  C.Token = Use.getBegin();
}

bool isInNoFile(SourceLocation Spelling, const SourceManager &SM) {
  return SM.isWrittenInBuiltinFile(Spelling) ||
         SM.isWrittenInCommandLineFile(Spelling);
}

SourceLocation endOfToken(SourceLocation Loc, const Climb &C) {
  return Lexer::getLocForEndOfToken(Loc, 0, C.SM, C.LO);
}

/// The place in the definition's text of an operation whose token is in the
/// macro's body.
Place atDefinition(const Climb &C) {
  FileID Body = C.SM.getFileID(C.Token);
  auto Spelled = [&](SourceLocation Loc, bool ToEnd) {
    SourceLocation Found = climbTo(Loc, Body, ToEnd, C.SM);
    return C.SM.getSpellingLoc(Found.isValid() ? Found : C.Token);
  };
  Place P;
  P.Token = C.SM.getSpellingLoc(C.Token);
  P.Begin = Spelled(C.Begin, false);
  P.End = endOfToken(Spelled(C.End, true), C);
  P.AtDefinition = true;
  P.Expansion = C.SM.getFileLoc(C.Token);
  return P;
}

/// Leaves out of \p C what lies in the body of the macro in whose argument the
/// token is written: parentheses around a parameter, say.
void clampToToken(Climb &C) {
  if (C.Begin.isMacroID() &&
      !C.SM.isBeforeInTranslationUnit(C.SM.getExpansionRange(C.Begin).getEnd(),
                                      C.Token))
    C.Begin = C.Token;
  if (C.End.isMacroID() &&
      !C.SM.isBeforeInTranslationUnit(C.Token,
                                      C.SM.getExpansionRange(C.End).getBegin()))
    C.End = C.Token;
}

Place inFile(Climb C) {
  clampToToken(C);
  Place P;
  P.Token = C.Token;
  CharSourceRange Range = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(C.Begin, C.End), C.SM, C.LO);
  FileID File = C.SM.getFileID(P.Token);
  if (Range.isValid() && C.SM.getFileID(Range.getBegin()) == File) {
    P.Begin = Range.getBegin();
    P.End = Range.getEnd();
    return P;
  }
  // What is still in a macro is an operand beside the token: its whole use.
  P.Begin = C.SM.getExpansionLoc(C.Begin);
  if (C.SM.getFileID(P.Begin) != File || P.Token < P.Begin)
    P.Begin = P.Token;
  P.End = endOfToken(C.SM.getExpansionRange(C.End).getEnd(), C);
  if (C.SM.getFileID(P.End) != File || P.End < P.Token)
    P.End = endOfToken(P.Token, C);
  return P;
}

std::string macroName(SourceLocation BodyLoc, const Climb &C) {
  return Lexer::getImmediateMacroName(BodyLoc, C.SM, C.LO).str();
}

/// Whether the operation, whose token is in a macro's body, stands there.
bool standsAtDefinition(const Operation &Op, const Climb &C) {
  if (Op.StandsAtUse || isInNoFile(C.SM.getSpellingLoc(C.Token), C.SM))
    return false;
  FileID Body = C.SM.getFileID(C.Token);
  return llvm::none_of(C.Operands, [&](SourceLocation Loc) {
    return isFromOutside(Loc, Body, C.SM);
  });
}

} // namespace

std::optional<Place> place(const Operation &Op, const Context &Ctx) {
  Climb C{Ctx.sources(),       Ctx.language(),    Op.Token,
          Op.Range.getBegin(), Op.Range.getEnd(), {}};
  for (const Expr *E : Op.Selectors)
    addLeafLocations(E, C.Operands);
  SourceLocation Spelling = C.SM.getSpellingLoc(Op.Token);
  std::string Macro;
  while (C.Token.isMacroID()) {
    if (C.SM.isMacroArgExpansion(C.Token)) {
      leaveArgument(C);
      continue;
    }
    SourceLocation Written = C.SM.getSpellingLoc(C.Token);
    if (C.SM.isWrittenInScratchSpace(Written)) {
      // Pasted: the paste's place in the macro's body counts.
      C.Token = C.SM.getImmediateExpansionRange(C.Token).getBegin();
      Spelling = C.SM.getSpellingLoc(C.Token);
      continue;
    }
    if (C.SM.isInSystemHeader(Written)) {
      // An access is made by the project also where a register's name is not
      // the project's.
      if (!Op.StandsAtUse)
        return std::nullopt;
      leaveBody(C);
      Spelling = C.Token;
      continue;
    }
    if (Macro.empty())
      Macro = macroName(C.Token, C);
    if (standsAtDefinition(Op, C)) {
      Place P = atDefinition(C);
      P.Spelling = Spelling;
      P.Macro = macroName(C.Token, C);
      return P;
    }
    leaveBody(C);
  }
  if (C.Token.isInvalid() || C.SM.isInSystemHeader(C.Token) ||
      isInNoFile(C.Token, C.SM))
    return std::nullopt;
  Place P = inFile(C);
  P.Spelling = Macro.empty() ? P.Token : Spelling;
  P.Macro = std::move(Macro);
  return P;
}

SourceRange rangeInUse(const Expr &E, const Context &C) {
  const SourceManager &SM = C.sources();
  SourceLocation Begin = E.getBeginLoc(), End = E.getEndLoc(), Use;
  while (Begin.isMacroID()) {
    SourceLocation Last = climbTo(End, SM.getFileID(Begin), /*ToEnd=*/true, SM);
    if (SM.isMacroArgExpansion(Begin) && Last.isValid()) {
      Begin = SM.getImmediateSpellingLoc(Begin);
      End = SM.getImmediateSpellingLoc(Last);
      continue;
    }
    if (SM.isMacroArgExpansion(Begin) ||
        !SM.isAtStartOfImmediateMacroExpansion(Begin, &Use))
      break;
    if (Last.isInvalid()) { // ends behind the macro's use
      Begin = Use;
      continue;
    }
    unsigned Length =
        Lexer::MeasureTokenLength(SM.getSpellingLoc(Last), SM, C.language());
    if (!SM.isAtEndOfImmediateMacroExpansion(Last.getLocWithOffset(Length)))
      break;
    Begin = Use;
    End = SM.getImmediateExpansionRange(Last).getEnd();
  }
  return {Begin, End};
}

llvm::SmallVector<SourceLocation, 4> macroDefinitions(SourceLocation Loc,
                                                      const SourceManager &SM) {
  llvm::SmallVector<SourceLocation, 4> Found;
  while (Loc.isMacroID()) {
    if (SM.isMacroArgExpansion(Loc)) {
      Loc = SM.getImmediateSpellingLoc(Loc);
      continue;
    }
    SourceLocation Written = SM.getSpellingLoc(Loc);
    if (!SM.isWrittenInScratchSpace(Written))
      Found.push_back(Written);
    Loc = SM.getImmediateExpansionRange(Loc).getBegin();
  }
  return Found;
}

} // namespace warrant
