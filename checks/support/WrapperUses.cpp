//===- WrapperUses.cpp - Uses of accessors of registers -------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WrapperUses.h"
#include "DeviceFacts.h"
#include "Registers.h"
#include "Types.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"

using namespace clang;

namespace warrant {

static const Wrapper *find(StringRef Name, const Config &C) {
  auto It = C.Accessors.find(Name);
  return It == C.Accessors.end() ? nullptr : &It->second;
}

/// The accessor that \p Call calls, handed an address; null for none.
static const Wrapper *calledWrapper(const CallExpr &Call, const Config &C) {
  if (C.Accessors.empty() || !Call.getDirectCallee())
    return nullptr;
  const Wrapper *Found = find(calledName(Call), C);
  return Found && Found->Address < Call.getNumArgs() ? Found : nullptr;
}

/// The parameters of the macro \p Name as the last definition of it in \p Text
/// has them.
static llvm::SmallVector<StringRef, 8> parametersOf(StringRef Name,
                                                    StringRef Text) {
  llvm::SmallVector<StringRef, 8> Names;
  const std::string Head = (Name + "(").str();
  for (size_t At = Text.rfind(Head); At != StringRef::npos;
       At = Text.take_front(At).rfind(Head)) {
    if (!Text.take_front(At).rtrim(" \t").ends_with("define"))
      continue;
    Text.drop_front(At + Head.size()).split(')').first.split(Names, ',');
    break;
  }
  return Names;
}

/// Which parameter of the macro \p Name the word at \p Loc in its body is.
static std::optional<unsigned> parameterAt(SourceLocation Loc, StringRef Name,
                                           const Context &C) {
  const SourceManager &SM = C.sources();
  Loc = SM.getSpellingLoc(Loc);
  auto [File, Offset] = SM.getDecomposedLoc(Loc);
  llvm::SmallString<32> Storage;
  StringRef Word = Lexer::getSpelling(Loc, Storage, SM, C.language());
  StringRef Before = SM.getBufferData(File).take_front(Offset);
  for (auto [Index, Parameter] : llvm::enumerate(parametersOf(Name, Before)))
    if (Parameter.trim(" \t\\\r\n") == Word)
      return Index;
  return std::nullopt;
}

/// Whether \p Address, in the use of the macro \p Name that begins at \p Use,
/// is spelled by the body or by the argument that is the address of \p W.
static bool isItsAddress(const Expr &Address, SourceLocation Use,
                         StringRef Name, const Wrapper &W, const Context &C) {
  const SourceManager &SM = C.sources();
  for (SourceLocation Loc = strip(&Address)->getBeginLoc(); Loc.isMacroID();) {
    SourceLocation Outer = SM.getImmediateExpansionRange(Loc).getBegin();
    if (!SM.isMacroArgExpansion(Loc)) {
      Loc = Outer;
      continue;
    }
    if (Outer.isMacroID() &&
        SM.getImmediateExpansionRange(Outer).getBegin() == Use)
      return parameterAt(Outer, Name, C) == W.Address;
    Loc = SM.getImmediateSpellingLoc(Loc);
  }
  return true;
}

std::optional<WrapperUse> wrapperMacro(SourceLocation Token,
                                       const Expr &Address, const Context &C) {
  std::optional<WrapperUse> Found;
  if (C.Settings.Accessors.empty())
    return Found;
  const SourceManager &SM = C.sources();
  for (SourceLocation Loc = Token; Loc.isMacroID();) {
    if (SM.isMacroArgExpansion(Loc)) {
      Loc = SM.getImmediateSpellingLoc(Loc);
      continue;
    }
    SourceRange Use = SM.getImmediateExpansionRange(Loc).getAsRange();
    StringRef Name = Lexer::getImmediateMacroName(Loc, SM, C.language());
    const Wrapper *W = find(Name, C.Settings);
    if (W && isItsAddress(Address, Use.getBegin(), Name, *W, C))
      Found = {W, Use};
    Loc = Use.getBegin();
  }
  return Found;
}

std::optional<WrapperUse> readingMacro(const Expr &Lvalue, const Context &C) {
  for (const Expr *E = &Lvalue;;) {
    if (auto Use = wrapperMacro(E->getBeginLoc(), Lvalue, C))
      return Use;
    const auto *Paren = dyn_cast<ParenExpr>(E);
    if (!Paren)
      return std::nullopt;
    E = Paren->getSubExpr();
  }
}

/// How many bytes the call of \p W accesses; 0 where that is not known.
static uint64_t bytesOf(const Wrapper &W, const CallExpr &Call,
                        const ASTContext &AST) {
  if (W.Width)
    return W.Width / 8;
  QualType T = Call.getType();
  if (W.Kind != "read")
    T = W.Value && *W.Value < Call.getNumArgs()
            ? Call.getArg(*W.Value)->getType()
            : Call.getArg(W.Address)->getType()->getPointeeType();
  bool IsKnown = !T.isNull() && !T->isDependentType() && T->isScalarType();
  return IsKnown ? AST.getTypeSizeInChars(T).getQuantity() : 0;
}

bool reportWrapperCall(const CallExpr &E, const Context &C, Sink &Out) {
  const Wrapper *Called = calledWrapper(E, C.Settings);
  if (!Called)
    return false;
  const Expr &Address = *E.getArg(Called->Address);
  SourceLocation Token = E.getCallee()->getExprLoc();
  std::optional<WrapperUse> Use = wrapperMacro(Token, Address, C);
  Operation Op;
  Op.Kind = Use ? Use->Is->Kind : Called->Kind;
  Op.Token = Use ? Use->Range.getBegin() : Token;
  Op.Range = Use ? Use->Range : E.getSourceRange();
  Op.Selectors = {&Address};
  Op.StandsAtUse = true;
  Op.Void = {Property::Atomicity};
  Op.Register = addressName(Address, C);
  VolatileAddress Found = addressOfValue(Address, C.Function, C.AST);
  Op.DocumentedAtAddress = Op.Kind != "read-modify-write";
  Op.AddressHolders = std::move(Found.Holders);
  Op.AddressSpellings = std::move(Found.Spellings);
  if (uint64_t Size = bytesOf(*Called, E, C.AST))
    addDeviceFacts(Op, Address, Size, C);
  Out.report(std::move(Op));
  return true;
}

bool isHandedToWrapper(const Expr &E, const Context &C) {
  if (C.Settings.Accessors.empty())
    return false;
  const Stmt *Child = &E;
  for (unsigned N = 0;; Child = C.parent(N++)) {
    const Stmt *Around = C.parent(N);
    if (const auto *Call = dyn_cast_or_null<CallExpr>(Around)) {
      const Wrapper *W = calledWrapper(*Call, C.Settings);
      return W && Call->getArg(W->Address) == Child;
    }
    const auto *Sum = dyn_cast_or_null<BinaryOperator>(Around);
    if (!isa_and_nonnull<ParenExpr, CastExpr>(Around) &&
        !(Sum && Sum->isAdditiveOp()))
      return false;
  }
}

} // namespace warrant
