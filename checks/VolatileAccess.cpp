//===- VolatileAccess.cpp - Volatile accesses and device addresses --------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/CastKinds.h"
#include "support/Check.h"
#include "support/Place.h"
#include "support/Registers.h"
#include "support/Types.h"
#include "support/VolatileUses.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral Cwe[] = {"CWE-662", "CWE-1281"};
constexpr llvm::StringLiteral MisraC[] = {"Rule 1.3", "Rule 13.2"};
constexpr llvm::StringLiteral MisraCpp[] = {"Rule 4.1.3", "Rule 4.6.1"};
constexpr llvm::StringLiteral Cert[] = {"DCL22-C", "CON02-C"};
constexpr llvm::StringLiteral Core[] = {"CP.8", "CP.200"};
constexpr References AccessRefs = {Cwe, MisraC, MisraCpp, Cert, Core};
constexpr llvm::StringLiteral AddressCwe[] = {"CWE-587", "CWE-822"};
constexpr llvm::StringLiteral AddressMisraC[] = {"Rule 11.4"};
constexpr llvm::StringLiteral AddressMisraCpp[] = {"Rule 8.2.6"};
constexpr llvm::StringLiteral AddressCert[] = {"INT36-C"};
constexpr References AddressRefs = {
    AddressCwe, AddressMisraC, AddressMisraCpp, AddressCert, {}};
constexpr llvm::StringLiteral PlainCert[] = {"EXP32-C"};
constexpr References PlainRefs = {AddressCwe, MisraC, MisraCpp, PlainCert, {}};

// A register asks for all but atomicity; other volatile objects ask for
// atomicity and ordering alone. Each site voids what does not apply.
constexpr PropertySet Any = {Property::Address,   Property::Width,
                             Property::Access,    Property::Ordering,
                             Property::Exclusive, Property::Atomicity};
constexpr PropertySet NotForRegisters = {Property::Atomicity};
constexpr PropertySet OnlyForRegisters = {
    Property::Address, Property::Width, Property::Access, Property::Exclusive};

constexpr KindInfo Kinds[] = {
    {"read", "volatile memory is read", Severity::Medium, Any, AccessRefs},
    {"write", "volatile memory is written", Severity::Medium, Any, AccessRefs},
    {"read-modify-write", "volatile memory is read and written back",
     Severity::High, Any, AccessRefs},
    {"mmio-address",
     "an integer becomes a pointer to volatile memory",
     Severity::High,
     {Property::Address},
     AddressRefs},
    {"aggregate-copy", "a struct with volatile members is copied",
     Severity::High, Any, AccessRefs},
    {"bit-field", "a bit-field of volatile memory is accessed", Severity::High,
     Any, AccessRefs},
    {"block-copy", "volatile memory is copied or filled as a block",
     Severity::High, Any, PlainRefs},
    {"non-volatile-mmio", "a constant address is accessed without volatile",
     Severity::High, Any, PlainRefs},
};

void reportAccess(StringRef Kind, const Expr *Lvalue, SourceRange Whole,
                  SourceLocation Token, Sink &Out) {
  Operation Op;
  Op.Kind = Lvalue->getSourceBitField() ? "bit-field" : Kind;
  Op.Token = Token;
  Op.Range = Whole;
  Op.Selectors = {Lvalue};
  Op.StandsAtUse = true;
  bool Register = isRegister(Lvalue);
  Op.Void = Register ? NotForRegisters : OnlyForRegisters;
  Op.DocumentedAtAddress =
      Register && (Op.Kind == "read" || Op.Kind == "write");
  if (Op.DocumentedAtAddress)
    Op.AddressHolders = addressHolders(Lvalue);
  if (Lvalue->getType()->isAtomicType())
    for (Property P : {Property::Atomicity, Property::Ordering})
      Op.Evidence.push_back({P, PropertyOrigin::Evidence,
                             "an '_Atomic' object is accessed in one piece, "
                             "and in order"});
  Out.report(std::move(Op));
}

bool isAggregate(QualType T) {
  return !T->isDependentType() && T->isRecordType() && isVolatileMemory(T);
}

/// Whether the node is the right side of an aggregate's assignment, which is
/// the one copy.
bool isCopied(const Context &C) {
  unsigned N = 0;
  while (isa_and_nonnull<ParenExpr, ConditionalOperator>(C.parent(N)))
    ++N;
  const auto *Assign = dyn_cast_or_null<BinaryOperator>(C.parent(N));
  return Assign && Assign->getOpcode() == BO_Assign &&
         isAggregate(Assign->getLHS()->getType());
}

void reportRead(const ImplicitCastExpr &E, const Context &C, Sink &Out) {
  const Expr *From = E.getSubExpr()->IgnoreParens();
  SourceLocation Token = From->getExprLoc();
  if (isAggregate(From->getType())) {
    if (!isCopied(C))
      reportAccess("aggregate-copy", From, From->getSourceRange(), Token, Out);
  } else if (isVolatile(From->getType())) {
    reportAccess("read", From, From->getSourceRange(), Token, Out);
  }
}

void reportAssignment(const BinaryOperator &E, Sink &Out) {
  if (!E.isAssignmentOp())
    return;
  const Expr *To = E.getLHS();
  if (isAggregate(To->getType()))
    reportAccess("aggregate-copy", To, E.getSourceRange(), E.getOperatorLoc(),
                 Out);
  else if (isVolatile(To->getType()))
    reportAccess(E.isCompoundAssignmentOp() ? "read-modify-write" : "write", To,
                 E.getSourceRange(), E.getOperatorLoc(), Out);
}

/// C++ copies a struct through its implicit members.
void reportClassCopy(const Expr &E, const CXXMethodDecl *Method,
                     const Expr *From, SourceLocation Token, Sink &Out) {
  if (Method && Method->isDefaulted() && isAggregate(From->getType()))
    reportAccess("aggregate-copy", From, E.getSourceRange(), Token, Out);
}

void reportBlock(const CallExpr &E, Sink &Out) {
  if (!isBlockFunction(E))
    return;
  for (const Expr *Argument : E.arguments()) {
    if (!leadsToVolatile(Argument))
      continue;
    Operation Op;
    Op.Kind = "block-copy";
    Op.Token = E.getCallee()->getExprLoc();
    Op.Range = E.getSourceRange();
    Op.Selectors = {Argument};
    Op.StandsAtUse = true;
    Op.Void = NotForRegisters;
    return Out.report(std::move(Op));
  }
}

void reportAddress(const ExplicitCastExpr &E, const Context &C, Sink &Out) {
  if (!makesRegister(E, E.getTypeAsWritten(), C.AST))
    return;
  Operation Op;
  Op.Kind = "mmio-address";
  const auto *Functional = dyn_cast<CXXFunctionalCastExpr>(&E);
  Op.Token = Functional ? Functional->getLParenLoc() : E.getBeginLoc();
  Op.Range = E.getSourceRange();
  Op.Selectors = {E.getSubExpr()};
  if (isAccessedAtOnce(C)) {
    // Then it is a part of the access, but for a register's own name.
    std::optional<Place> Where = place(Op, C);
    if (!Where || !Where->AtDefinition)
      return;
  }
  Out.report(std::move(Op));
}

/// In C an integer may become a pointer without a cast.
void reportImplicitAddress(const ImplicitCastExpr &E, const Context &C,
                           Sink &Out) {
  const auto *Around = dyn_cast_or_null<BinaryOperator>(C.parent());
  if (E.isPartOfExplicitCast() || !makesRegister(E, E.getType(), C.AST) ||
      (Around && Around->isComparisonOp()))
    return;
  const Expr *Written = strip(E.getSubExpr());
  Operation Op;
  Op.Kind = "mmio-address";
  Op.Token = Written->getBeginLoc();
  Op.Range = Written->getSourceRange();
  Op.Selectors = {Written};
  Out.report(std::move(Op));
}

void reportPlain(const Expr &E, const Expr *Pointer, SourceLocation Token,
                 const Context &C, Sink &Out) {
  if (E.isTypeDependent() || E.getType()->isFunctionType() ||
      isVolatileMemory(E.getType()) || !constantAddress(Pointer, C.AST) ||
      !isAccessed(E, C))
    return;
  if (isVolatileMemory(strip(Pointer)->getType()->getPointeeType()))
    return;
  Operation Op;
  Op.Kind = "non-volatile-mmio";
  Op.Token = Token;
  Op.Range = E.getSourceRange();
  Op.Selectors = {Pointer};
  Op.StandsAtUse = true;
  Op.Void = NotForRegisters;
  Out.report(std::move(Op));
}

void atUnary(const UnaryOperator &E, const Context &C, Sink &Out) {
  if (E.isIncrementDecrementOp() && isVolatile(E.getSubExpr()->getType()))
    reportAccess("read-modify-write", E.getSubExpr(), E.getSourceRange(),
                 E.getOperatorLoc(), Out);
  else if (E.getOpcode() == UO_Deref)
    reportPlain(E, E.getSubExpr(), E.getOperatorLoc(), C, Out);
}

/// The value that a copy, explicit or by a constructor, is made of.
void reportCopy(const Expr *Value, const Expr *Lvalue, SourceRange Whole,
                SourceLocation Token, Sink &Out) {
  if (const auto *Made = dyn_cast_or_null<CXXConstructExpr>(Value)) {
    if (Made->getConstructor()->isCopyOrMoveConstructor() &&
        Made->getConstructor()->isDefaulted() && isAggregate(Made->getType()))
      reportAccess("aggregate-copy", Lvalue, Whole, Token, Out);
    return;
  }
  const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Value);
  if (Cast && Cast->getCastKind() == CK_LValueToRValue &&
      isVolatile(Cast->getSubExpr()->getType()))
    reportAccess("read", Lvalue, Whole, Token, Out);
}

/// A capture by copy is no expression of its own; it stands where the variable
/// is named.
void reportCaptures(const LambdaExpr &E, Sink &Out) {
  const auto *Value = E.capture_init_begin();
  for (const LambdaCapture &Capture : E.captures()) {
    const Expr *Init = *Value++;
    if (Init && Capture.capturesVariable() && !E.isInitCapture(&Capture) &&
        Capture.getCaptureKind() == LCK_ByCopy)
      reportCopy(Init, Init, Capture.getLocation(), Capture.getLocation(), Out);
  }
}

/// Each element of a range is read, or copied, into its variable.
void reportRange(const CXXForRangeStmt &S, Sink &Out) {
  const VarDecl *Element = S.getLoopVariable();
  const Expr *Range = S.getRangeInit();
  if (Element && Range)
    reportCopy(Element->getInit(), Range, Range->getSourceRange(),
               S.getColonLoc(), Out);
}

/// Assembly writes its outputs, reads those with `+` before, and reads what it
/// is handed by its place; other inputs are read as values.
void reportAssembly(const GCCAsmStmt &S, Sink &Out) {
  for (unsigned I = 0; I != S.getNumOutputs(); ++I) {
    const Expr *E = S.getOutputExpr(I);
    if (isVolatile(E->getType()))
      reportAccess(S.isOutputPlusConstraint(I) ? "read-modify-write" : "write",
                   E, E->getSourceRange(), E->getExprLoc(), Out);
  }
  for (unsigned I = 0; I != S.getNumInputs(); ++I) {
    const Expr *E = S.getInputExpr(I);
    if (E->isGLValue() && isVolatile(E->getType()))
      reportAccess("read", E, E->getSourceRange(), E->getExprLoc(), Out);
  }
}

void atConversion(const ImplicitCastExpr &E, const Context &C, Sink &Out) {
  if (E.getCastKind() == CK_LValueToRValue)
    return reportRead(E, C, Out);
  reportImplicitAddress(E, C, Out);
}

void atOtherStmt(const Stmt &S, Sink &Out) {
  if (const auto *E = dyn_cast<LambdaExpr>(&S))
    return reportCaptures(*E, Out);
  if (const auto *For = dyn_cast<CXXForRangeStmt>(&S))
    return reportRange(*For, Out);
  if (const auto *Assembly = dyn_cast<GCCAsmStmt>(&S))
    return reportAssembly(*Assembly, Out);
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  if (const auto *E = dyn_cast<Expr>(&S); E && isReadInPattern(*E, C))
    return reportAccess("read", E, E->getSourceRange(), E->getExprLoc(), Out);
  if (const auto *E = dyn_cast<ImplicitCastExpr>(&S))
    return atConversion(*E, C, Out);
  if (const auto *E = dyn_cast<ExplicitCastExpr>(&S))
    return reportAddress(*E, C, Out);
  if (const auto *E = dyn_cast<BinaryOperator>(&S))
    return reportAssignment(*E, Out);
  if (const auto *E = dyn_cast<UnaryOperator>(&S))
    return atUnary(*E, C, Out);
  if (const auto *E = dyn_cast<MemberExpr>(&S); E && E->isArrow())
    return reportPlain(*E, E->getBase(), E->getMemberLoc(), C, Out);
  if (const auto *E = dyn_cast<ArraySubscriptExpr>(&S))
    return reportPlain(*E, E->getBase(), E->getRBracketLoc(), C, Out);
  if (const auto *E = dyn_cast<CXXConstructExpr>(&S)) {
    if (E->getConstructor()->isCopyOrMoveConstructor() && !E->isElidable())
      reportClassCopy(*E, E->getConstructor(), E->getArg(0), E->getLocation(),
                      Out);
    return;
  }
  if (const auto *E = dyn_cast<CXXOperatorCallExpr>(&S))
    if (E->getOperator() == OO_Equal && E->getNumArgs() == 2)
      return reportClassCopy(
          *E, dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee()),
          E->getArg(1), E->getOperatorLoc(), Out);
  if (const auto *E = dyn_cast<CallExpr>(&S))
    reportBlock(*E, Out);
  atOtherStmt(S, Out);
}

constexpr CheckInfo Info = {
    "volatile-access",
    "accesses to volatile memory, and addresses of registers",
    /*OnByDefault=*/true,
    Kinds,
    {},
    R"md(Volatile accesses talk to hardware, to an interrupt handler or to
nobody. Each needs to say which: for a register that the address is the intended
one, the width is the register's, the access is allowed (read-only, write-only,
reads with side effects) and what orders it; for other volatile objects what
makes the access atomic enough.

In standard mode a plain read or write of a register is documented by the comment
at its address: above the macro that spells it, the variable or the member that
holds it. Read-modify-write, bit-field access and aggregate copies need their
own. A cast of an integer to a pointer to volatile is the kind `mmio-address`,
unless it is dereferenced on the spot: then it is a part of that access.

Accesses stand where they are made, also when a macro spells them.)md",
    R"cpp(void enable(unsigned long Base) {
  volatile unsigned *Control = reinterpret_cast<volatile unsigned *>(Base);
  *Control |= 1U;
}
)cpp",
    R"cpp(void enable(unsigned long Base) {
  // SAFETY: Base is the timer's base address from the device tree; it is mapped.
  volatile unsigned *Control = reinterpret_cast<volatile unsigned *>(Base);
  // SAFETY: CONTROL is 32 bits wide and has no read side effects; interrupts are
  // off, so nobody else writes it meanwhile.
  *Control |= 1U;
}
)cpp",
};

} // namespace

extern const Check VolatileAccess;
const Check VolatileAccess = {&Info, atStmt, nullptr};

} // namespace warrant::checks
