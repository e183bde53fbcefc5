//===- SaferForms.cpp - Other ways to write an operation ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SaferForms.h"
#include "clang/Lex/Lexer.h"
#include "clang/Tooling/Inclusions/HeaderIncludes.h"

using namespace clang;

namespace warrant {
namespace {

/// Turns offsets of one file into edits.
class EditMaker {
public:
  EditMaker(FileID File, const SourceManager &SM) : File(File), SM(SM) {}

  TextEdit edit(unsigned Begin, unsigned End, std::string Text) const {
    return {SM.getLineNumber(File, Begin), SM.getColumnNumber(File, Begin),
            SM.getLineNumber(File, End), SM.getColumnNumber(File, End),
            std::move(Text)};
  }

  /// The #include of \p Header, where the file has none.
  std::optional<TextEdit> include(StringRef Header) const {
    tooling::IncludeStyle Style;
    Style.IncludeBlocks = tooling::IncludeStyle::IBS_Preserve;
    // No name for which an #include would be the file's own header.
    const tooling::HeaderIncludes Includes("any.h", SM.getBufferData(File),
                                           Style);
    auto R = Includes.insert(Header, /*IsAngled=*/true,
                             tooling::IncludeDirective::Include);
    if (!R)
      return std::nullopt;
    return edit(R->getOffset(), R->getOffset() + R->getLength(),
                R->getReplacementText().str());
  }

private:
  FileID File;
  const SourceManager &SM;
};

/// Whether what \p C is at is the same for everyone who compiles it.
bool isPlain(const Context &C) {
  return C.language().CPlusPlus && !C.InInstantiation &&
         !(C.Function && C.Function->isTemplated()) &&
         !(C.Holder && C.Holder->isTemplated());
}

std::optional<SaferForm> formOf(const Rewrite &R, const Place &P,
                                const Context &C) {
  const SourceManager &SM = C.sources();
  const FileID File = SM.getFileID(P.Token);
  const SourceLocation Begin = R.What.getBegin();
  const SourceLocation End =
      Lexer::getLocForEndOfToken(R.What.getEnd(), 0, SM, C.language());
  if (!Begin.isFileID() || !End.isFileID() || End.isInvalid() ||
      SM.getFileID(Begin) != File || SM.getFileID(End) != File)
    return std::nullopt;
  const EditMaker Make(File, SM);
  SaferForm F{R.Text, {}};
  if (!R.Header.empty())
    if (auto Include = Make.include(R.Header))
      F.Edits.push_back(std::move(*Include));
  F.Edits.push_back(
      Make.edit(SM.getFileOffset(Begin), SM.getFileOffset(End), R.Text));
  return F;
}

} // namespace

std::vector<SaferForm> saferForms(const Operation &Op, const Place &P, Node At,
                                  const Context &C) {
  const auto *Expression = dyn_cast_if_present<const Stmt *>(At);
  if (!Expression || P.AtDefinition || !P.Macro.empty() || !isPlain(C))
    return {};
  std::vector<SaferForm> Forms;
  for (auto *Find : {bitCastFor, viewFor, asConstFor})
    if (std::optional<Rewrite> R = Find(Op, *Expression, C))
      if (std::optional<SaferForm> F = formOf(*R, P, C))
        Forms.push_back(std::move(*F));
  return Forms;
}

std::string textOf(const Expr &E, const Context &C) {
  const SourceRange R = E.getSourceRange();
  if (!R.getBegin().isFileID() || !R.getEnd().isFileID())
    return {};
  return Lexer::getSourceText(CharSourceRange::getTokenRange(R), C.sources(),
                              C.language())
      .str();
}

bool isSameName(const Expr *A, const Expr *B) {
  A = A->IgnoreParenImpCasts();
  B = B->IgnoreParenImpCasts();
  if (isa<CXXThisExpr>(A) && isa<CXXThisExpr>(B))
    return true;
  const auto *LeftRef = dyn_cast<DeclRefExpr>(A);
  const auto *RightRef = dyn_cast<DeclRefExpr>(B);
  if (LeftRef && RightRef)
    return LeftRef->getDecl() == RightRef->getDecl();
  const auto *Left = dyn_cast<MemberExpr>(A);
  const auto *Right = dyn_cast<MemberExpr>(B);
  return Left && Right && Left->getMemberDecl() == Right->getMemberDecl() &&
         isSameName(Left->getBase(), Right->getBase());
}

} // namespace warrant
