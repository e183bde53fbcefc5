//===- SharedAccess.cpp - Accesses that a handler may interrupt -----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SharedAccess.h"
#include "AccessWidth.h"
#include "ConstantAddress.h"
#include "InterruptHandlers.h"
#include "InterruptMask.h"
#include "Registers.h"

using namespace clang;

namespace warrant {
namespace {

std::string nameOf(const FunctionDecl &F) {
  return "'" + F.getQualifiedNameAsString() + "'";
}

/// Whether \p S reads the object of \p Lvalue.
bool readsObject(const Stmt *S, const Expr &Lvalue, const ASTContext &AST) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  const auto *E = dyn_cast<Expr>(S);
  std::optional<ScalarUse> Use = E ? scalarUse(*E) : std::nullopt;
  if (Use && Use->Reads && isSameLvalue(*Use->Lvalue, Lvalue, AST))
    return true;
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return readsObject(Child, Lvalue, AST);
  });
}

class SharedAccess {
public:
  SharedAccess(Operation &Op, const Stmt &Node, ScalarUse Use, const Context &C)
      : Op(Op), Node(Node), Use(Use), AST(C.AST), C(C),
        T(Use.Lvalue->getType()) {}

  void addFacts();

private:
  bool isWhole() const;
  bool readsFirst() const;
  bool isBitInstruction(const ObjectKey &Key) const;
  void addWhole();
  void addOpen(const ObjectKey &Key);
  void addOutside(const ObjectKey &Key, const ObjectUsers &Users);
  void addDefects(const ObjectKey &Key, const ObjectUsers &Users);
  void addTorn(const ObjectKey &Key, const ObjectUsers &Users);
  void dropTorn() {
    llvm::erase_if(Op.Defects,
                   [](const Defect &D) { return D.Id == "torn-access"; });
  }
  std::string objectName(const ObjectKey &Key) const;
  /// Another object of the class may be meant.
  static Precision sureness(const ObjectKey &Key) {
    return Key.isOfThis() ? Precision::Possible : Precision::Likely;
  }
  /// What a register asks for in place of atomicity.
  Property asked() const {
    return Op.Void.contains(Property::Atomicity) ? Property::Exclusive
                                                 : Property::Atomicity;
  }
  void fact(Property P, PropertyOrigin Origin, std::string Text) {
    Op.Evidence.push_back({P, Origin, std::move(Text)});
  }

  Operation &Op;
  const Stmt &Node;
  ScalarUse Use;
  const ASTContext &AST;
  const Context &C;
  QualType T;
};

} // namespace

std::string SharedAccess::objectName(const ObjectKey &Key) const {
  if (Key.isOfThis())
    return "'" + Key.Member->getNameAsString() + "'";
  if (!Key.Variable)
    return "'" + registerName(*Use.Lvalue, C) + "'";
  std::string Name = Key.Variable->getNameAsString();
  return "'" +
         (Key.Member ? Name + "." + Key.Member->getNameAsString() : Name) + "'";
}

/// Whether one instruction makes the access.
bool SharedAccess::isWhole() const {
  return !Use.Lvalue->getSourceBitField() && !isTorn(T, AST) &&
         (unalignedAccess(AST) == Unaligned::Whole ||
          !(declaredAlignment(Use.Lvalue, AST) < naturalAlignment(T, AST)));
}

/// Whether what is written was made of what was read: `n++`, `n = n + 1`, a
/// bit-field beside others.
bool SharedAccess::readsFirst() const {
  if (!Use.Writes)
    return false;
  const auto *Assign = dyn_cast<BinaryOperator>(&Node);
  return Use.Reads || Use.Lvalue->getSourceBitField() ||
         (Assign && readsObject(Assign->getRHS(), *Use.Lvalue, AST));
}

/// Whether AVR has an instruction for it: one bit of its lowest registers is
/// set or cleared.
bool SharedAccess::isBitInstruction(const ObjectKey &Key) const {
  const auto *E = dyn_cast<CompoundAssignOperator>(&Node);
  if (registerBits(AST) != 8 || !Key.isAddress() || !E || Key.Address < 0x20 ||
      Key.Address > 0x3f || AST.getTypeSize(T) != 8)
    return false;
  std::optional<llvm::APSInt> Mask =
      constantValueOf(*E->getRHS(), AST, C.Function);
  if (!Mask)
    return false;
  llvm::APInt Bits = Mask->extOrTrunc(8);
  return (E->getOpcode() == BO_OrAssign && Bits.isPowerOf2()) ||
         (E->getOpcode() == BO_AndAssign && (~Bits).isPowerOf2());
}

void SharedAccess::addWhole() {
  if (T->isAtomicType() || readsFirst() || !isWhole())
    return;
  const auto *Typedef = T->getAs<TypedefType>();
  bool IsSignal = Typedef && Typedef->getDecl()->getName() == "sig_atomic_t";
  fact(Property::Atomicity, PropertyOrigin::Evidence,
       IsSignal ? "a 'sig_atomic_t' is accessed whole"
                : std::string("one ") + (Use.Writes ? "store" : "load") +
                      " of " + std::to_string(AST.getTypeSize(T)) +
                      " bits on " + targetName(AST));
}

/// Notes that what the handler does may come between the halves of the access.
void SharedAccess::addTorn(const ObjectKey &Key, const ObjectUsers &Users) {
  dropTorn();
  bool IsSeen = Users.HandlerWrites || (Use.Writes && Users.HandlerReads);
  if (IsSeen && isTorn(T, AST))
    Op.Defects.push_back({"torn-access", sureness(Key),
                          describeTorn(T, AST) + ", and " +
                              C.Interrupts->describe(*Users.Handler) +
                              " may come in between"});
}

/// Adds the defects of an access that the handler may come in between.
void SharedAccess::addDefects(const ObjectKey &Key, const ObjectUsers &Users) {
  addTorn(Key, Users);
  if (readsFirst() && Users.HandlerWrites && !isBitInstruction(Key))
    Op.Defects.push_back({"interrupted-read-modify-write", sureness(Key),
                          C.Interrupts->describe(*Users.Handler) +
                              " may write " + objectName(Key) +
                              " between the read and the write"});
}

void SharedAccess::addOutside(const ObjectKey &Key, const ObjectUsers &Users) {
  Op.Related.emplace_back(Users.Handler->getLocation(),
                          C.Interrupts->describe(*Users.Handler) +
                              " accesses it, too");
  InterruptMask Mask = interruptsAt(Node, C);
  if (Mask.Is == InterruptMask::State::On)
    addDefects(Key, Users);
  else
    dropTorn();
  if (Mask.Is == InterruptMask::State::Off)
    return fact(asked(), PropertyOrigin::Evidence, Mask.By);
  fact(asked(), PropertyOrigin::Missing,
       "shared with " + C.Interrupts->describe(*Users.Handler));
}

/// Leaves it to merge() to ask the handlers of other units.
void SharedAccess::addOpen(const ObjectKey &Key) {
  Op.Object = outwardName(Key);
  if (Op.Object.empty())
    return;
  InterruptMask Mask = interruptsAt(Node, C);
  if (Mask.Is == InterruptMask::State::Off)
    Op.Object.clear();
  Op.Rewrites = Mask.Is == InterruptMask::State::On && readsFirst() &&
                !isBitInstruction(Key);
}

void SharedAccess::addFacts() {
  if (!Op.Void.contains(Property::Atomicity))
    addWhole();
  std::optional<ObjectKey> Key = objectOf(*Use.Lvalue, AST, C.Function);
  if (!Key || !C.Interrupts)
    return;
  ObjectUsers Users = C.Interrupts->usersOf(*Key);
  bool InHandler = C.Interrupts->handlerOf(C.Function);
  if (!InHandler && !Users.Handler)
    return addOpen(*Key);
  if (!Users.isShared())
    return;
  if (!InHandler)
    return addOutside(*Key, Users);
  Op.Related.emplace_back(Users.Other->getLocation(),
                          nameOf(*Users.Other) +
                              ", which handlers interrupt, accesses it, too");
  fact(asked(), PropertyOrigin::Missing, "shared with " + nameOf(*Users.Other));
  // Nothing that is known of interrupts a handler.
  if (!Key->isAddress())
    dropTorn();
}

void addSharedFacts(Operation &Op, const Stmt &Node, const Context &C) {
  const auto *E = dyn_cast<Expr>(&Node);
  std::optional<ScalarUse> Use = E ? scalarUse(*E) : std::nullopt;
  if (!Use || Use->Lvalue->isInstantiationDependent())
    return;
  SharedAccess(Op, Node, *Use, C).addFacts();
}

} // namespace warrant
