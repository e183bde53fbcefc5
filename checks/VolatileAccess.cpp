//===- VolatileAccess.cpp - Volatile accesses and device addresses --------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"
#include "support/DeviceFacts.h"
#include "support/PrivateObjects.h"
#include "support/RegisterAddresses.h"
#include "support/Registers.h"
#include "support/Types.h"
#include "support/VolatileDefects.h"
#include "support/VolatileUses.h"
#include "support/WrapperUses.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral AccessCwe[] = {"CWE-362", "CWE-662"};
constexpr llvm::StringLiteral AccessMisraC[] = {"Dir 5.1", "Rule 13.2"};
constexpr llvm::StringLiteral AccessMisraCpp[] = {"Rule 4.6.1"};
constexpr llvm::StringLiteral AccessCert[] = {"CON02-C", "DCL17-C", "DCL22-C"};
constexpr llvm::StringLiteral AccessCore[] = {"CP.8", "CP.200"};
constexpr References AccessRefs = {AccessCwe, AccessMisraC, AccessMisraCpp,
                                   AccessCert, AccessCore};
constexpr llvm::StringLiteral ModifyCert[] = {"CON02-C", "CON07-C", "SIG31-C"};
constexpr References ModifyRefs = {AccessCwe, AccessMisraC, AccessMisraCpp,
                                   ModifyCert, AccessCore};
constexpr llvm::StringLiteral FieldCert[] = {"CON32-C", "CON52-CPP"};
constexpr References FieldRefs = {AccessCwe, AccessMisraC, AccessMisraCpp,
                                  FieldCert, AccessCore};
constexpr llvm::StringLiteral AddressCwe[] = {"CWE-587"};
constexpr llvm::StringLiteral AddressMisraC[] = {"Rule 11.4", "Rule 11.6"};
constexpr llvm::StringLiteral AddressMisraCpp[] = {"Rule 8.2.5", "Rule 8.2.6"};
constexpr llvm::StringLiteral AddressCert[] = {"INT36-C"};
constexpr llvm::StringLiteral DeviceCore[] = {"CP.200"};
constexpr References AddressRefs = {AddressCwe, AddressMisraC, AddressMisraCpp,
                                    AddressCert, DeviceCore};
constexpr llvm::StringLiteral BlockCwe[] = {"CWE-662", "CWE-758"};
constexpr llvm::StringLiteral BlockMisraC[] = {"Rule 1.3"};
constexpr llvm::StringLiteral BlockMisraCpp[] = {"Rule 4.1.3"};
constexpr llvm::StringLiteral BlockCert[] = {"EXP32-C", "EXP55-CPP"};
constexpr References BlockRefs = {BlockCwe, BlockMisraC, BlockMisraCpp,
                                  BlockCert, DeviceCore};
constexpr llvm::StringLiteral PlainCwe[] = {"CWE-587", "CWE-733"};
constexpr llvm::StringLiteral PlainCert[] = {"DCL22-C", "INT36-C"};
constexpr References PlainRefs = {PlainCwe, AddressMisraC, AddressMisraCpp,
                                  PlainCert, DeviceCore};

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
     Severity::High, Any, ModifyRefs},
    {"mmio-address",
     "an integer becomes a pointer to volatile memory",
     Severity::High,
     {Property::Address},
     AddressRefs},
    {"aggregate-copy", "a struct with volatile members is copied",
     Severity::High, Any, AccessRefs},
    {"bit-field", "a bit-field of volatile memory is accessed", Severity::High,
     Any, FieldRefs},
    {"block-copy", "volatile memory is copied or filled as a block",
     Severity::High, Any, BlockRefs},
    {"non-volatile-mmio", "a constant address is accessed without volatile",
     Severity::High, Any, PlainRefs},
};

constexpr OptionInfo Options[] = {
    {"interrupt-handlers", OptionInfo::Type::StringList, "",
     "qualified names of further interrupt handlers; '*' stands for any text"},
    {"interrupts-off", OptionInfo::Type::StringList, "",
     "qualified names of further functions that keep interrupts off, and of "
     "classes whose objects do"},
    {"interrupts-on", OptionInfo::Type::StringList, "",
     "qualified names of further functions that let interrupts in again"},
};

/// What is asked of the access \p Op to \p Lvalue, and who may answer.
void describeAddress(Operation &Op, const Expr &Lvalue, const Context &C) {
  VolatileAddress Address = addressOfLvalue(Lvalue, C.Function, C.AST);
  bool Register = isRegister(Address, Lvalue.getType());
  Op.Void = Register ? NotForRegisters : OnlyForRegisters;
  // A copy has a second object.
  if (!Register && Op.Kind != "aggregate-copy")
    Op.Proof = proveNotShared(Lvalue, C.Function);
  if (!Register)
    return;
  Op.Register = registerName(Lvalue, C);
  Op.DocumentedAtAddress = Op.Kind == "read" || Op.Kind == "write";
  Op.AddressHolders = std::move(Address.Holders);
  Op.AddressSpellings = std::move(Address.Spellings);
}

void reportAccess(StringRef Kind, const Expr *Lvalue, SourceRange Whole,
                  SourceLocation Token, const Context &C, Sink &Out) {
  Operation Op;
  Op.Kind = Lvalue->getSourceBitField() ? "bit-field" : Kind;
  Op.Token = Token;
  Op.Range = Whole;
  Op.Selectors = {Lvalue};
  Op.StandsAtUse = true;
  describeAddress(Op, *Lvalue, C);
  // The parts of an accessor's use are one access.
  std::optional<WrapperUse> Use = Kind == "read"
                                      ? readingMacro(*Lvalue, C)
                                      : wrapperMacro(Token, *Lvalue, C);
  if (Use) {
    Op.Kind = Use->Is->Kind;
    Op.Token = Use->Range.getBegin();
    Op.Range = Use->Range;
    Op.DocumentedAtAddress &= Op.Kind != "read-modify-write";
  }
  if (Lvalue->getType()->isAtomicType())
    for (Property P : {Property::Atomicity, Property::Ordering})
      Op.Evidence.push_back({P, PropertyOrigin::Evidence,
                             "an '_Atomic' object is accessed in one piece, "
                             "and in order"});
  Out.report(std::move(Op));
}

/// Whether the node is the right side of an aggregate's assignment, which is
/// the one copy.
bool isCopied(const Context &C) {
  unsigned N = 0;
  while (isa_and_nonnull<ParenExpr, ConditionalOperator>(C.parent(N)))
    ++N;
  const auto *Assign = dyn_cast_or_null<BinaryOperator>(C.parent(N));
  return Assign && Assign->getOpcode() == BO_Assign &&
         isVolatileRecord(Assign->getLHS()->getType());
}

void reportRead(const ImplicitCastExpr &E, const Context &C, Sink &Out) {
  const Expr *From = E.getSubExpr(), *Bare = From->IgnoreParens();
  auto Report = [&](StringRef Kind) {
    reportAccess(Kind, From, Bare->getSourceRange(), Bare->getExprLoc(), C,
                 Out);
  };
  if (!isVolatileRecord(From->getType()) && isVolatile(From->getType()))
    Report("read");
  else if (isVolatileRecord(From->getType()) && !isCopied(C))
    Report("aggregate-copy");
}

void reportAssignment(const BinaryOperator &E, const Context &C, Sink &Out) {
  if (!E.isAssignmentOp())
    return;
  const Expr *To = E.getLHS();
  if (isVolatileRecord(To->getType()))
    reportAccess("aggregate-copy", To, E.getSourceRange(), E.getOperatorLoc(),
                 C, Out);
  else if (isVolatile(To->getType()))
    reportAccess(E.isCompoundAssignmentOp() ? "read-modify-write" : "write", To,
                 E.getSourceRange(), E.getOperatorLoc(), C, Out);
}

/// C++ copies a struct through its implicit members.
void reportClassCopy(const Expr &E, const CXXMethodDecl *Method,
                     const Expr *From, SourceLocation Token, const Context &C,
                     Sink &Out) {
  if (Method && Method->isDefaulted() && isVolatileRecord(From->getType()))
    reportAccess("aggregate-copy", From, E.getSourceRange(), Token, C, Out);
}

void reportBlock(const CallExpr &E, const Context &C, Sink &Out) {
  if (blockFunction(E).empty())
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
    VolatileAddress To = addressOfValue(*Argument, C.Function, C.AST);
    bool Register = isRegister(To, C.AST.VoidTy);
    Op.Void = Register ? NotForRegisters : OnlyForRegisters;
    if (Register)
      Op.Register = addressName(*Argument, C);
    return Out.report(std::move(Op));
  }
}

void atUnary(const UnaryOperator &E, const Context &C, Sink &Out) {
  if (E.isIncrementDecrementOp() && isVolatile(E.getSubExpr()->getType()))
    reportAccess("read-modify-write", E.getSubExpr(), E.getSourceRange(),
                 E.getOperatorLoc(), C, Out);
  else if (E.getOpcode() == UO_Deref)
    reportPlainAccess(E, E.getSubExpr(), E.getOperatorLoc(), C, Out);
}

void atConversion(const ImplicitCastExpr &E, const Context &C, Sink &Out) {
  if (E.getCastKind() == CK_LValueToRValue)
    return reportRead(E, C, Out);
  reportImplicitAddress(E, C, Out);
}

void findAccesses(const Stmt &S, const Context &C, Sink &Out) {
  if (const auto *E = dyn_cast<Expr>(&S); E && isReadInPattern(*E, C))
    return reportAccess("read", E, E->getSourceRange(), E->getExprLoc(), C,
                        Out);
  if (const auto *E = dyn_cast<ImplicitCastExpr>(&S))
    return atConversion(*E, C, Out);
  if (const auto *E = dyn_cast<ExplicitCastExpr>(&S))
    return reportRegisterAddress(*E, C, Out);
  if (const auto *E = dyn_cast<BinaryOperator>(&S))
    return reportAssignment(*E, C, Out);
  if (const auto *E = dyn_cast<UnaryOperator>(&S))
    return atUnary(*E, C, Out);
  if (const auto *E = dyn_cast<MemberExpr>(&S); E && E->isArrow())
    return reportPlainAccess(*E, E->getBase(), E->getMemberLoc(), C, Out);
  if (const auto *E = dyn_cast<ArraySubscriptExpr>(&S))
    return reportPlainAccess(*E, E->getBase(), E->getRBracketLoc(), C, Out);
  if (const auto *E = dyn_cast<CXXConstructExpr>(&S)) {
    if (E->getConstructor()->isCopyOrMoveConstructor() && !E->isElidable())
      reportClassCopy(*E, E->getConstructor(), E->getArg(0), E->getLocation(),
                      C, Out);
    return;
  }
  if (const auto *E = dyn_cast<CXXOperatorCallExpr>(&S))
    if (E->getOperator() == OO_Equal && E->getNumArgs() == 2)
      return reportClassCopy(
          *E, dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee()),
          E->getArg(1), E->getOperatorLoc(), C, Out);
  if (const auto *E = dyn_cast<CallExpr>(&S))
    reportBlock(*E, C, Out);
  for (const HiddenUse &Use : hiddenUses(S))
    reportAccess(Use.Kind, Use.Lvalue, Use.Whole, Use.Token, C, Out);
}

/// Adds the facts about each operation on its way.
class FactsSink : public Sink {
public:
  FactsSink(const Stmt &Node, const Context &C, Sink &Out)
      : Node(Node), C(C), Out(Out) {}
  void report(Operation Op) override {
    addVolatileDefects(Op, Node, C);
    addDeviceFacts(Op, Node, C);
    Out.report(std::move(Op));
  }

private:
  const Stmt &Node;
  const Context &C;
  Sink &Out;
};

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    if (reportWrapperCall(*Call, C, Out))
      return;
  FactsSink WithFacts(S, C, Out);
  findAccesses(S, C, WithFacts);
}

constexpr CheckInfo Info = {
    "volatile-access",
    "accesses to volatile memory, and addresses of registers",
    /*OnByDefault=*/true,
    Kinds,
    Options,
    R"md(Volatile accesses talk to hardware, to an interrupt handler or to
nobody. Each needs to say which: for a register that the address is the intended
one, the width is the register's, the access is allowed (read-only, write-only,
reads with side effects) and what orders it; for other volatile objects what
makes the access atomic enough.

Which of the two it is follows from where the address comes from, see
docs/registers.md. A local variable whose address is not taken and a constant
that the program defines need nothing.

In standard mode a plain read or write of a register is documented by the comment
at its address: above a macro that spells it, or the variable, the member or the
function that it is taken from. Read-modify-write, bit-field access and aggregate copies need their
own. A cast of an integer to a pointer to volatile, also by way of `void *`, is
the kind `mmio-address`, unless it is dereferenced on the spot: then it is a part
of that access.

Accesses stand where they are made, also when a macro spells them. A use of a
function or a macro that the configuration's `wrappers` names is one access.

What the code and its target show to be wrong are defects (see
docs/volatile-defects.md): `misaligned-address`, `torn-access` (wider than the
target's registers), `split-access` (not aligned by its declaration),
`block-on-volatile`, `not-volatile`, `unsequenced-volatile`, and of what an
interrupt handler shares `interrupted-read-modify-write`. That `volatile` is cast
away for an access is the defect `volatile-cast-away` of the cast.

Where the configuration names device descriptions (`devices`, see
docs/devices.md) what is done at constant addresses is looked up, bit by bit for
bit-fields. A register of that address and size is evidence for address, width
and access. Defects are `outside-peripherals`, `reserved-address`,
`narrower-than-register`, `wider-than-register`,
`write-to-read-only`, `read-of-write-only`, of what is read and written back
`modified-write-value` and `read-side-effect`, of bit-fields `reserved-bits` and
`crosses-fields`, of constants `reserved-bits-written` and
`value-out-of-range`, of blocks `copied-side-effect`.)md",
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
    R"md(- Registers that are read or written through functions count where `wrappers` name these, else as the calls that they are.
- Access rules, side effects and widths are known only where a device description has the register.
- What another core, a DMA engine or an interrupt in another program does is not seen.)md",
};

} // namespace

extern const Check VolatileAccess;
const Check VolatileAccess = {&Info, atStmt, nullptr};

} // namespace warrant::checks
