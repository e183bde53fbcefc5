//===- Anchors.cpp - What encloses an operation, in offsets ---------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Anchors.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace warrant {
namespace {

using Kind = EnclosingLevel::Kind;

/// Collects the levels around one operation, from the inside out.
class LevelBuilder {
public:
  struct Construct {
    Kind What;
    SourceLocation Begin, LastToken;
  };

  LevelBuilder(FileID File, const ASTContext &AST, Anchor &Out)
      : File(File), SM(AST.getSourceManager()), LO(AST.getLangOpts()),
        Out(Out) {}

  void add(Kind What, SourceRange Range) {
    add(What, Range.getBegin(), Range.getEnd());
  }

  /// What a macro's argument holds whole stands where it is written; only what
  /// is outermost in it also stands at the macro's use.
  void add(Kind What, SourceLocation Begin, SourceLocation LastToken) {
    if (SM.isMacroArgExpansion(Begin) && SM.isMacroArgExpansion(LastToken)) {
      addWritten(What, SM.getFileLoc(Begin), SM.getFileLoc(LastToken));
      InArgument = {What, Begin, LastToken};
      return;
    }
    leaveArgument();
    addUse({What, Begin, LastToken});
  }

  /// As if it were not written in a macro's argument.
  void addUse(const Construct &C) {
    addWritten(C.What, SM.getExpansionLoc(C.Begin),
               SM.getExpansionRange(C.LastToken).getEnd());
  }

  /// All that encloses the operation has been added.
  void finish() { leaveArgument(); }

private:
  void leaveArgument() {
    if (InArgument)
      addUse(*InArgument);
    InArgument.reset();
  }

  /// Levels that do not lie in the operation's file say nothing about it.
  void addWritten(Kind What, SourceLocation Begin, SourceLocation LastToken) {
    if (Begin.isInvalid() || LastToken.isInvalid())
      return;
    auto [BeginFile, BeginOffset] = SM.getDecomposedLoc(Begin);
    auto [EndFile, EndOffset] = SM.getDecomposedLoc(LastToken);
    if (BeginFile != File || EndFile != File)
      return;
    EndOffset += Lexer::MeasureTokenLength(LastToken, SM, LO);
    Out.Levels.push_back({What, BeginOffset, std::max(BeginOffset, EndOffset)});
  }

  FileID File;
  const SourceManager &SM;
  const LangOptions &LO;
  Anchor &Out;
  std::optional<Construct> InArgument; ///< the outermost so far
};

/// A control statement's keyword and the end of its header.
struct Header {
  SourceLocation Begin, End;
};

std::optional<Header> headerOf(const Stmt *S) {
  if (const auto *If = dyn_cast<IfStmt>(S))
    return Header{If->getBeginLoc(), If->getRParenLoc()};
  if (const auto *While = dyn_cast<WhileStmt>(S))
    return Header{While->getBeginLoc(), While->getRParenLoc()};
  if (const auto *For = dyn_cast<ForStmt>(S))
    return Header{For->getBeginLoc(), For->getRParenLoc()};
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(S))
    return Header{Range->getBeginLoc(), Range->getRParenLoc()};
  if (const auto *Switch = dyn_cast<SwitchStmt>(S))
    return Header{Switch->getBeginLoc(), Switch->getRParenLoc()};
  if (const auto *Do = dyn_cast<DoStmt>(S))
    return Header{Do->getDoLoc(), Do->getDoLoc()};
  if (const auto *Try = dyn_cast<CXXTryStmt>(S))
    return Header{Try->getTryLoc(), Try->getTryLoc()};
  if (const auto *Catch = dyn_cast<CXXCatchStmt>(S))
    return Header{Catch->getBeginLoc(), Catch->getCatchLoc()};
  return std::nullopt;
}

/// Whether \p Child is what \p Parent controls rather than its header.
bool isControlledBy(const Stmt *Child, const Stmt *Parent) {
  if (const auto *If = dyn_cast<IfStmt>(Parent))
    return Child == If->getThen() || Child == If->getElse();
  if (const auto *While = dyn_cast<WhileStmt>(Parent))
    return Child == While->getBody();
  if (const auto *For = dyn_cast<ForStmt>(Parent))
    return Child == For->getBody();
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(Parent))
    return Child == Range->getBody();
  if (const auto *Switch = dyn_cast<SwitchStmt>(Parent))
    return Child == Switch->getBody();
  if (const auto *Do = dyn_cast<DoStmt>(Parent))
    return Child == Do->getBody();
  return isa<CXXTryStmt, CXXCatchStmt>(Parent);
}

/// The levels that the step from \p Child to the statement \p Parent adds.
void addControl(const Stmt *Child, const Stmt *Parent, LevelBuilder &B) {
  std::optional<Header> H = headerOf(Parent);
  if (!H)
    return;
  const auto *If = dyn_cast<IfStmt>(Parent);
  const auto *Do = dyn_cast<DoStmt>(Parent);
  if (If && Child == If->getElse())
    B.add(Kind::Control, If->getElseLoc(), If->getElseLoc());
  else if (isControlledBy(Child, Parent))
    B.add(Kind::Control, H->Begin, H->End);
  else if (Do)
    B.add(Kind::Statement, Do->getWhileLoc(), Do->getRParenLoc());
  else
    B.add(Kind::Statement, H->Begin, H->End);
}

/// What the compound statement \p S is, given the node around it.
Kind blockKind(const Stmt *S, Node Around) {
  const auto *D = dyn_cast_if_present<const Decl *>(Around);
  if (D)
    return isa<FunctionDecl>(D) ? Kind::FunctionBody : Kind::Body;
  const auto *Parent = dyn_cast_if_present<const Stmt *>(Around);
  if (!Parent)
    return Kind::Body;
  if (isa<LambdaExpr>(Parent))
    return Kind::LambdaBody;
  if (isa<CoroutineBodyStmt>(Parent))
    return Kind::FunctionBody;
  return isa<CompoundStmt, SwitchCase, LabelStmt>(Parent) ? Kind::BareBlock
                                                          : Kind::Body;
}

bool isStatementBoundary(const Stmt *Parent) {
  return !isa<Expr>(Parent) || isa<StmtExpr>(Parent);
}

/// Adds what the statement at \p I adds; \p Child is the node inside it.
void addStatementLevels(ArrayRef<Node> Stack, size_t I, LevelBuilder &B) {
  const auto *S = cast<const Stmt *>(Stack[I]);
  const Stmt *Child =
      I + 1 < Stack.size() ? dyn_cast<const Stmt *>(Stack[I + 1]) : nullptr;
  if (const auto *ChildExpr = dyn_cast_or_null<Expr>(Child);
      ChildExpr && isStatementBoundary(S) && !headerOf(S))
    B.add(Kind::Statement, isa<CompoundStmt, SwitchCase, LabelStmt>(S)
                               ? ChildExpr->getSourceRange()
                               : S->getSourceRange());
  else if (isa<DeclStmt>(S))
    B.add(Kind::Statement, S->getSourceRange());
  if (const auto *Block = dyn_cast<CompoundStmt>(S)) {
    Node Around = I ? Stack[I - 1] : Node();
    B.add(blockKind(S, Around), Block->getLBracLoc(), Block->getRBracLoc());
    return;
  }
  if (!Child) { // a condition's variable, a lambda in a header, ...
    if (std::optional<Header> H = headerOf(S))
      B.add(Kind::Statement, H->Begin, H->End);
    return;
  }
  // A controlled statement without braces is a full statement too.
  if (const auto *ChildExpr = dyn_cast<Expr>(Child);
      ChildExpr && isControlledBy(Child, S))
    B.add(Kind::Statement, ChildExpr->getSourceRange());
  addControl(Child, S, B);
}

/// A constructor's initializers are part of its body: a comment above the
/// constructor states its contract.
void addInitializersLevel(const CXXConstructorDecl &Constructor,
                          LevelBuilder &B) {
  for (const CXXCtorInitializer *Init : Constructor.inits())
    if (Init->isWritten() && Init->getSourceOrder() == 0)
      B.add(Kind::FunctionBody, Init->getSourceLocation(),
            Constructor.getBodyRBrace());
}

bool addDeclarationLevel(const Decl *D, LevelBuilder &B) {
  if (isa<VarDecl, FieldDecl>(D))
    B.add(Kind::Declaration, D->getSourceRange());
  // Beyond a function there is only its contract.
  return !isa<FunctionDecl, TagDecl>(D);
}

bool endsWithBackslash(StringRef Line) {
  Line = Line.rtrim("\r");
  return Line.ends_with("\\");
}

/// The range of the directive whose text holds \p Offset: from its line's
/// begin to the end of its last continued line.
std::pair<unsigned, unsigned> directiveAround(StringRef Text, unsigned Offset) {
  auto LineBegin = [&](size_t At) {
    size_t Break = At ? Text.rfind('\n', At - 1) : StringRef::npos;
    return Break == StringRef::npos ? 0 : Break + 1;
  };
  auto LineEnd = [&](size_t At) {
    return std::min(Text.find('\n', At), Text.size());
  };
  size_t Begin = LineBegin(Offset);
  while (Begin) {
    size_t Previous = LineBegin(Begin - 1);
    if (!endsWithBackslash(Text.slice(Previous, Begin - 1)))
      break;
    Begin = Previous;
  }
  size_t End = LineEnd(Offset);
  while (End < Text.size() &&
         endsWithBackslash(Text.slice(LineBegin(End), End)))
    End = LineEnd(End + 1);
  return {static_cast<unsigned>(Begin), static_cast<unsigned>(End)};
}

} // namespace

Anchor makeMacroAnchor(SourceLocation Loc, const SourceManager &SM) {
  auto [File, Offset] = SM.getDecomposedLoc(Loc);
  auto [Begin, End] = directiveAround(SM.getBufferData(File), Offset);
  Anchor A;
  A.Begin = A.Token = Offset;
  A.End = Offset + 1;
  A.Levels.push_back({Kind::MacroDefinition, Begin, End});
  return A;
}

Anchor makeAnchor(const Place &P, ArrayRef<Node> Stack, const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  Anchor A;
  if (P.AtDefinition)
    A = makeMacroAnchor(P.Token, SM);
  A.Begin = SM.getFileOffset(P.Begin);
  A.End = SM.getFileOffset(P.End);
  A.Token = SM.getFileOffset(P.Token);
  if (P.AtDefinition)
    return A;
  LevelBuilder B(SM.getFileID(P.Token), AST, A);
  for (size_t I = Stack.size(); I-- > 0;) {
    Node N = Stack[I];
    if (const auto *D = dyn_cast<const Decl *>(N)) {
      if (!addDeclarationLevel(D, B))
        break;
    } else if (const auto *Init = dyn_cast<const CXXCtorInitializer *>(N)) {
      B.add(Kind::Declaration, Init->getSourceRange());
      const auto *Around = I ? dyn_cast<const Decl *>(Stack[I - 1]) : nullptr;
      if (const auto *C = dyn_cast_or_null<CXXConstructorDecl>(Around))
        addInitializersLevel(*C, B);
    } else {
      addStatementLevels(Stack, I, B);
      // A function-try-block is a body that is no compound statement.
      const auto *Around = I ? dyn_cast<const Decl *>(Stack[I - 1]) : nullptr;
      const auto *S = cast<const Stmt *>(N);
      if (isa<CXXTryStmt>(S) && isa_and_nonnull<FunctionDecl>(Around))
        B.add(Kind::FunctionBody, S->getSourceRange());
    }
  }
  B.finish();
  return A;
}

Anchor makeDeclarationAnchor(const Decl &D, const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  Anchor A;
  SourceLocation Name = SM.getFileLoc(D.getLocation());
  LevelBuilder B(SM.getFileID(Name), AST, A);
  SourceRange Range = D.getSourceRange();
  if (const auto *F = dyn_cast<FunctionDecl>(&D); F && F->hasBody())
    if (F->doesThisDeclarationHaveABody())
      Range.setEnd(F->getTypeSourceInfo()
                       ? F->getTypeSourceInfo()->getTypeLoc().getEndLoc()
                       : F->getLocation());
  if (const auto *F = dyn_cast<FunctionDecl>(&D))
    if (const FunctionTemplateDecl *Template =
            F->getDescribedFunctionTemplate())
      Range.setBegin(Template->getBeginLoc());
  B.addUse({Kind::BoundaryDeclaration, Range.getBegin(), Range.getEnd()});
  A.Token = A.Begin = SM.getFileOffset(Name);
  A.End = A.Begin + Lexer::MeasureTokenLength(Name, SM, AST.getLangOpts());
  return A;
}

} // namespace warrant
