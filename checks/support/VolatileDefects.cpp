//===- VolatileDefects.cpp - What is wrong with volatile accesses ---------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "VolatileDefects.h"
#include "AccessWidth.h"
#include "ConstantAddress.h"
#include "Registers.h"
#include "SharedAccess.h"
#include "Types.h"
#include "UnsequencedVolatile.h"
#include "VolatileObjects.h"
#include "VolatileUses.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace warrant {
namespace {

std::string quoted(QualType T) { return "'" + T.getAsString() + "'"; }

std::string hex(uint64_t Address) {
  return "0x" + llvm::utohexstr(Address, /*LowerCase=*/true);
}

void defect(Operation &Op, llvm::StringRef Id, Precision Sure,
            const llvm::Twine &Message) {
  Op.Defects.push_back({Id.str(), Sure, Message.str()});
}

/// Whether \p E is a variable of static storage, or a part of one.
bool isStatic(const Expr &E, const ASTContext &AST) {
  std::optional<ObjectKey> Key = objectOf(E, AST, nullptr);
  return Key && Key->Variable;
}

/// The defects of one access of a scalar.
class ScalarAccess {
public:
  ScalarAccess(Operation &Op, const Expr &Lvalue, const Context &C)
      : Op(Op), Lvalue(Lvalue), AST(C.AST), T(Lvalue.getType()),
        Address(constantAddressOf(Lvalue, AST, C.Function)),
        Natural(naturalAlignment(T, AST)),
        Declared(warrant::declaredAlignment(&Lvalue, AST)) {}

  void addDefects() {
    if (isTorn(T, AST))
      addTorn();
    if (Declared < Natural)
      addSplit();
    else if (Address && Address->First % Natural.getQuantity() != 0)
      defect(Op, "misaligned-address", Precision::Certain,
             hex(Address->First) + " is no multiple of " +
                 llvm::Twine(Natural.getQuantity()) + ", the alignment of " +
                 quoted(T));
  }

private:
  void addTorn();
  void addSplit();

  Operation &Op;
  const Expr &Lvalue;
  const ASTContext &AST;
  QualType T;
  std::optional<ConstantAddress> Address;
  CharUnits Natural, Declared;
};

} // namespace

/// Nobody sees the halves of a local variable. An 8-bit core's registers of 16
/// bits are made to be taken in halves.
void ScalarAccess::addTorn() {
  if (addressOfLvalue(Lvalue, nullptr, AST).Origin == AddressOrigin::Variable &&
      !isStatic(Lvalue, AST))
    return;
  uint64_t Most = registerBits(AST);
  defect(Op, "torn-access",
         Address && Most > 8 ? Precision::Likely : Precision::Possible,
         "an access of " + llvm::Twine(AST.getTypeSize(T)) +
             " bits is made in pieces: " + targetName(AST) +
             " has registers of " + llvm::Twine(Most));
}

void ScalarAccess::addSplit() {
  Unaligned Does = unalignedAccess(AST);
  if (Does == Unaligned::Whole)
    return;
  bool Splits = Does == Unaligned::InPieces;
  defect(Op, "split-access", Splits ? Precision::Certain : Precision::Possible,
         "the declaration aligns " + quoted(T) + " to " +
             llvm::Twine(Declared.getQuantity()) + " instead of " +
             llvm::Twine(Natural.getQuantity()) + ": on " + targetName(AST) +
             " the access " + (Splits ? "is" : "may be") + " made in pieces");
}

namespace {

/// Whether the volatile of what \p E leads to is dropped by a conversion in it.
bool dropsVolatile(const Expr *E, const ASTContext &AST) {
  auto LeadsTo = [&](const Expr *P) {
    QualType T = P->getType();
    if (const auto *Array = AST.getAsArrayType(T))
      return AST.getBaseElementType(Array->getElementType());
    return T->isAnyPointerType() ? T->getPointeeType() : QualType();
  };
  for (E = E->IgnoreParens(); isa<CastExpr>(E);
       E = cast<CastExpr>(E)->getSubExpr()->IgnoreParens()) {
    QualType Has = LeadsTo(E);
    QualType Had = LeadsTo(cast<CastExpr>(E)->getSubExpr()->IgnoreParens());
    if (!Had.isNull() && !Has.isNull() && Had.isVolatileQualified() &&
        !Has.isVolatileQualified())
      return true;
  }
  return false;
}

/// What the pointer \p E, an argument, leads to is certainly volatile memory: a
/// variable that is defined so, or a device's.
bool isDefinedVolatile(const Expr *E, const ASTContext &AST) {
  const Expr *Inner = E->IgnoreParenCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(Inner);
      U && U->getOpcode() == UO_AddrOf)
    Inner = U->getSubExpr()->IgnoreParens();
  return isVolatile(AST.getBaseElementType(Inner->getType())) &&
         isStatic(*Inner, AST);
}

void addBlockDefect(Operation &Op, const ASTContext &AST) {
  const Expr *Argument = Op.Selectors.front();
  if (Argument->isInstantiationDependent() || !dropsVolatile(Argument, AST))
    return;
  defect(Op, "block-on-volatile",
         isDefinedVolatile(Argument, AST) ? Precision::Certain
                                          : Precision::Likely,
         "volatile memory is accessed as a block of bytes that is not "
         "volatile");
}

/// What is only read may be a table in flash memory.
void addPlainDefect(Operation &Op, const ASTContext &AST) {
  const Expr *Pointer = Op.Selectors.front();
  const ExplicitCastExpr *Cast = constantAddress(Pointer, AST);
  Expr::EvalResult Value;
  if (!Cast || !Cast->getSubExpr()->EvaluateAsInt(Value, AST))
    return;
  QualType To = Cast->getType()->getPointeeType();
  uint64_t Address = Value.Val.getInt().extOrTrunc(64).getZExtValue();
  defect(Op, "not-volatile",
         To.isConstQualified() ? Precision::Possible : Precision::Likely,
         "the access at " + hex(Address) +
             " is not volatile: it may be left out, repeated or moved");
}

bool isScalarAccess(llvm::StringRef Kind) {
  return Kind == "read" || Kind == "write" || Kind == "read-modify-write" ||
         Kind == "bit-field";
}

} // namespace

void addVolatileDefects(Operation &Op, const Stmt &Node, const Context &C) {
  if (Op.Kind == "block-copy")
    return addBlockDefect(Op, C.AST);
  if (Op.Kind == "non-volatile-mmio")
    return addPlainDefect(Op, C.AST);
  const Expr &Lvalue = *Op.Selectors.front();
  QualType T = Lvalue.getType();
  if (!isScalarAccess(Op.Kind) || Lvalue.isInstantiationDependent() ||
      T->isIncompleteType() || !T->isScalarType())
    return;
  if (Op.Kind != "bit-field")
    ScalarAccess(Op, Lvalue, C).addDefects();
  addUnsequenced(Op, Node, C);
  addSharedFacts(Op, Node, C);
}

void addCastDefect(Operation &Op, const Expr &Cast, const Expr *Operand,
                   QualType Had, QualType Has, const Context &C) {
  if (Cast.isInstantiationDependent() || !Had.isVolatileQualified() ||
      Has.isVolatileQualified())
    return;
  bool IsAccess =
      Cast.isGLValue() ? isAccessed(Cast, C) : isPlainAccessAtOnce(C);
  if (!IsAccess)
    return;
  defect(Op, "volatile-cast-away",
         isDefinedVolatile(Operand, C.AST) ? Precision::Certain
                                           : Precision::Likely,
         "a " + quoted(Had) + " is accessed as " + quoted(Has));
}

} // namespace warrant
