//===- Registers.cpp - Which lvalues are registers ------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Registers.h"
#include "CastKinds.h"
#include "DeviceOverlay.h"
#include "SiteText.h"
#include "Types.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace warrant {

static constexpr size_t LongestName = 120;

bool isRegister(const VolatileAddress &A, QualType Accessed) {
  if (A.Origin != AddressOrigin::Declared)
    return A.Origin != AddressOrigin::Variable;
  if (A.Object.isNull() || !isRegisterType(Accessed))
    return A.Object.isNull();
  QualType Object = A.Object.getNonReferenceType();
  while (const ArrayType *Array = Object->getAsArrayTypeUnsafe())
    Object = Array->getElementType();
  return !Object->isRecordType() || Object.isVolatileQualified() ||
         isDeviceOverlay(Object);
}

/// The address, as an integer, that \p E dereferences on the spot, or null.
static const Expr *integerBehind(const Expr &E) {
  const auto *Deref = dyn_cast<UnaryOperator>(strip(&E));
  if (!Deref || Deref->getOpcode() != UO_Deref)
    return nullptr;
  const auto *Cast = dyn_cast<CastExpr>(strip(Deref->getSubExpr()));
  while (Cast && Cast->getCastKind() != CK_IntegralToPointer)
    Cast = dyn_cast<CastExpr>(Cast->getSubExpr()->IgnoreParens());
  return Cast ? Cast->getSubExpr()->IgnoreParenCasts() : nullptr;
}

/// The text of \p E where it is used: the whole use of a macro that spells all
/// of it, else the macro's own text. Empty where several macros spell it.
static std::string textInUse(const Expr &E, const Context &C) {
  const SourceManager &SM = C.sources();
  SourceLocation Begin = E.getBeginLoc(), End = E.getEndLoc();
  for (;;) {
    CharSourceRange Range = Lexer::makeFileCharRange(
        CharSourceRange::getTokenRange(Begin, End), SM, C.language());
    if (Range.isValid())
      return snippetOf(Range.getBegin(), Range.getEnd(), C.AST, LongestName);
    if (!SM.isMacroArgExpansion(Begin) || !SM.isMacroArgExpansion(End))
      break;
    Begin = SM.getImmediateSpellingLoc(Begin);
    End = SM.getImmediateSpellingLoc(End);
  }
  while (Begin.isMacroID() && SM.getFileID(Begin) != SM.getFileID(End))
    Begin = SM.getImmediateExpansionRange(Begin).getBegin();
  if (SM.getFileID(Begin) != SM.getFileID(End))
    return {};
  return snippetOf(
      SM.getSpellingLoc(Begin),
      Lexer::getLocForEndOfToken(SM.getSpellingLoc(End), 0, SM, C.language()),
      C.AST, LongestName);
}

static std::string printed(const Expr &E, const Context &C) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  E.printPretty(OS, nullptr, C.AST.getPrintingPolicy());
  return Text.substr(0, LongestName);
}

/// The text of \p E with its parentheses, which a macro most often has, but for
/// the outermost ones.
static std::string textOf(const Expr &E, const Context &C) {
  std::string Text = textInUse(E, C);
  const auto *Paren = dyn_cast<ParenExpr>(&E);
  return Paren && StringRef(Text).starts_with("(")
             ? textOf(*Paren->getSubExpr(), C)
             : Text;
}

std::string registerName(const Expr &E, const Context &C) {
  std::string Whole = textOf(E, C);
  const Expr *Address = integerBehind(E);
  // A macro without arguments is a name of its own.
  if (isValidAsciiIdentifier(Whole))
    return Whole;
  std::string Inner = Address ? textOf(*Address, C) : "";
  if (Inner.empty())
    Inner = Whole;
  return Inner.empty() ? printed(*strip(&E), C) : Inner;
}

std::string addressName(const Expr &Address, const Context &C) {
  const Expr *E = Address.IgnoreParenImpCasts();
  while (const auto *Cast = dyn_cast<ExplicitCastExpr>(E))
    E = Cast->getSubExpr()->IgnoreParenImpCasts();
  const auto *Object = dyn_cast<UnaryOperator>(E);
  if (Object && Object->getOpcode() == UO_AddrOf)
    E = Object->getSubExpr();
  // What a macro spells is a name of its own, casts and all.
  std::string Whole = textOf(Address, C), Text = textOf(*E, C);
  if (Text.empty() || isValidAsciiIdentifier(Whole))
    Text = Whole;
  return Text.empty() ? printed(*E, C) : Text;
}

bool makesRegister(const CastExpr &E, QualType To, const ASTContext &AST) {
  const Expr *From = E.getSubExpr();
  // What is cheap to tell comes first: this is asked of every cast.
  if (E.getCastKind() != CK_IntegralToPointer &&
      !(E.getCastKind() == CK_Dependent && From->getType()->isIntegerType()))
    return false;
  return To->isPointerType() && !To->isFunctionPointerType() &&
         isVolatileMemory(To->getPointeeType()) && !isNull(From, AST);
}

const ExplicitCastExpr *constantAddress(const Expr *Pointer,
                                        const ASTContext &AST) {
  const auto *Cast = dyn_cast<ExplicitCastExpr>(strip(Pointer));
  if (!Cast || Cast->getCastKind() != CK_IntegralToPointer)
    return nullptr;
  const Expr *Address = Cast->getSubExpr();
  Expr::EvalResult Value;
  if (Address->isValueDependent() || !Address->EvaluateAsInt(Value, AST) ||
      Value.Val.getInt().isZero())
    return nullptr;
  return Cast;
}

} // namespace warrant
