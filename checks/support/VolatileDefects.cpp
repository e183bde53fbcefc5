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

/// Nobody sees the halves of a local variable. The registers of 16 bits that an
/// 8-bit core has are made to be taken in halves.
void ScalarAccess::addTorn() {
  bool IsLocal =
      addressOfLvalue(Lvalue, nullptr, AST).Origin == AddressOrigin::Variable &&
      !isStatic(Lvalue, AST);
  bool IsPair = registerBits(AST) == 8 && AST.getTypeSize(T) == 16;
  if (!IsLocal && !(Address && IsPair))
    defect(Op, "torn-access", Address ? Precision::Likely : Precision::Possible,
           describeTorn(T, AST));
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

/// Whether \p T is volatile, or a struct or an array of nothing else.
bool isAllVolatile(QualType T, const ASTContext &AST) {
  T = AST.getBaseElementType(T);
  const RecordDecl *Record = T->getAsRecordDecl();
  if (T.isVolatileQualified() || !Record || Record->field_empty())
    return T.isVolatileQualified();
  return llvm::all_of(Record->fields(), [&](const FieldDecl *Field) {
    return isAllVolatile(Field->getType(), AST);
  });
}

/// Whether \p E, an argument, leads to a device's registers: a struct of
/// nothing but volatile members, or one at a constant address. That a struct in
/// memory has a volatile member, too, does not hinder its copies.
bool leadsToRegisters(const Expr *E, const Context &C) {
  auto IsVolatile = [](const Expr *P) {
    QualType T = P->getType();
    return T->isPointerType() && !T->getPointeeType()->isIncompleteType() &&
           isVolatileMemory(T->getPointeeType());
  };
  for (E = E->IgnoreParens(); !IsVolatile(E); E = E->IgnoreParens()) {
    if (!isa<CastExpr>(E))
      return false;
    E = cast<CastExpr>(E)->getSubExpr();
  }
  return isAllVolatile(E->getType()->getPointeeType(), C.AST) ||
         constantTargetOf(*E, C.AST, C.Function);
}

void addBlockDefect(Operation &Op, const Expr &Argument, const Context &C) {
  if (Argument.isInstantiationDependent())
    return;
  bool Drops = dropsVolatile(&Argument, C.AST);
  if (!Drops && !leadsToRegisters(&Argument, C))
    return;
  defect(Op, "block-on-volatile",
         Drops && isDefinedVolatile(&Argument, C.AST) ? Precision::Certain
                                                      : Precision::Likely,
         "volatile memory is accessed as a block of bytes that is not "
         "volatile");
}

/// Whether the lvalue that is the node of \p C is only read, and no loop waits
/// for what it reads.
bool isReadOnce(const Context &C) {
  unsigned N = 0;
  while (
      isa_and_nonnull<ParenExpr, MemberExpr, ArraySubscriptExpr>(C.parent(N)) ||
      (isa_and_nonnull<ImplicitCastExpr>(C.parent(N)) &&
       cast<ImplicitCastExpr>(C.parent(N))->getCastKind() != CK_LValueToRValue))
    ++N;
  if (!isa_and_nonnull<ImplicitCastExpr>(C.parent(N)))
    return false;
  while (isa_and_nonnull<Expr>(C.parent(N)))
    ++N;
  const auto *Value = N ? dyn_cast<Expr>(C.parent(N - 1)) : nullptr;
  const Stmt *Around = C.parent(N);
  const auto *While = dyn_cast_or_null<WhileStmt>(Around);
  const auto *Do = dyn_cast_or_null<DoStmt>(Around);
  const auto *For = dyn_cast_or_null<ForStmt>(Around);
  return !(While && While->getCond() == Value) &&
         !(Do && Do->getCond() == Value) && !(For && For->getCond() == Value);
}

/// What is only read may be a table in flash memory, or what the factory wrote.
void addPlainDefect(Operation &Op, const Context &C) {
  const Expr *Pointer = Op.Selectors.front();
  const ExplicitCastExpr *Cast = constantAddress(Pointer, C.AST);
  Expr::EvalResult Value;
  if (!Cast || !Cast->getSubExpr()->EvaluateAsInt(Value, C.AST))
    return;
  uint64_t Address = Value.Val.getInt().extOrTrunc(64).getZExtValue();
  defect(Op, "not-volatile",
         isReadOnce(C) ? Precision::Possible : Precision::Likely,
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
    return addBlockDefect(Op, *Op.Selectors.front(), C);
  if (Op.Kind == "non-volatile-mmio")
    return addPlainDefect(Op, C);
  const Expr &Lvalue = *Op.Selectors.front();
  QualType T = Lvalue.getType();
  if (!isScalarAccess(Op.Kind) || !Lvalue.isGLValue() ||
      Lvalue.isInstantiationDependent() || T->isIncompleteType() ||
      !T->isScalarType())
    return;
  if (Op.Kind != "bit-field")
    ScalarAccess(Op, Lvalue, C).addDefects();
  addUnsequenced(Op, Node, C);
  addSharedFacts(Op, Node, C);
}

/// Whether the pointer that is the node of \p C goes to an algorithm of the
/// standard library, which accesses what it points to.
static bool isGivenToAlgorithm(const Context &C) {
  static constexpr llvm::StringLiteral Names[] = {
      "std::copy",   "std::copy_n", "std::copy_backward", "std::copy_if",
      "std::fill",   "std::fill_n", "std::generate",      "std::move",
      "std::equal",  "std::find",   "std::transform",     "std::swap_ranges",
      "std::reverse"};
  unsigned N = 0;
  while (isa_and_nonnull<ParenExpr, ImplicitCastExpr, ExprWithCleanups>(
      C.parent(N)))
    ++N;
  const auto *Call = dyn_cast_or_null<CallExpr>(C.parent(N));
  return Call && Call->getNumArgs() > 1 &&
         llvm::is_contained(Names, calledName(*Call));
}

void addCastDefect(Operation &Op, const Expr &Cast, const Expr *Operand,
                   QualType Had, QualType Has, const Context &C) {
  if (Cast.isInstantiationDependent() || !Had.isVolatileQualified() ||
      Has.isVolatileQualified())
    return;
  bool IsAccess = Cast.isGLValue()
                      ? isAccessed(Cast, C)
                      : isPlainAccessAtOnce(C) || isGivenToAlgorithm(C);
  if (!IsAccess)
    return;
  defect(Op, "volatile-cast-away",
         isDefinedVolatile(Operand, C.AST) ? Precision::Certain
                                           : Precision::Likely,
         "a " + quoted(Had) + " is accessed as " + quoted(Has));
}

} // namespace warrant
