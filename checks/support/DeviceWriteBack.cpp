//===- DeviceWriteBack.cpp - Registers that are read and written back -----===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceUses.h"

using namespace clang;

namespace warrant {
namespace {

/// What a value was computed from, and which of its bits are still those.
struct Origin {
  uint64_t Register = 0;
  bool Changed = false; ///< it was not merely handed on
  llvm::SmallVector<std::pair<const VarDecl *, uint64_t>, 2> Variables;

  void keep(uint64_t Bits) {
    Register &= Bits;
    for (auto &Each : Variables)
      Each.second &= Bits;
  }
};

/// Follows a value back through the statements of one block.
class WriteBack {
public:
  WriteBack(uint64_t Address, const Context &C) : Address(Address), C(C) {}
  Origin valueOf(const Expr *E);
  uint64_t bitsOf(const VarDecl *V, Origin Of, const Stmt &At);

private:
  Origin loaded(const Expr *Lvalue);
  Origin combined(const BinaryOperator &E);
  void changeBy(const Stmt *S, const VarDecl *V, Origin &Of);

  uint64_t Address;
  const Context &C;
};

} // namespace

static std::optional<uint64_t> constantBits(const Expr *E, const Context &C) {
  std::optional<llvm::APSInt> Value = constantValueOf(*E, C.AST, C.Function);
  return Value ? std::optional<uint64_t>(Value->extOrTrunc(64).getZExtValue())
               : std::nullopt;
}

/// The bits that the operator leaves as they were, whose other operand is \p E.
static uint64_t keptBits(BinaryOperatorKind Opcode, const Expr *E,
                         const Context &C) {
  std::optional<uint64_t> Bits = constantBits(E, C);
  if (Bits && (Opcode == BO_And || Opcode == BO_AndAssign))
    return *Bits;
  bool Sets = Opcode == BO_Or || Opcode == BO_OrAssign || Opcode == BO_Xor ||
              Opcode == BO_XorAssign;
  return Bits && Sets ? ~*Bits : UINT64_MAX;
}

uint64_t bitsKeptBy(const CompoundAssignOperator &E, const Context &C) {
  return keptBits(E.getOpcode(), E.getRHS(), C);
}

static Origin both(Origin A, const Origin &B) {
  A.Register |= B.Register;
  A.Changed |= B.Changed;
  llvm::append_range(A.Variables, B.Variables);
  return A;
}

Origin WriteBack::loaded(const Expr *Lvalue) {
  Lvalue = Lvalue->IgnoreParens();
  Origin Result;
  const auto *Ref = dyn_cast<DeclRefExpr>(Lvalue);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (V && V->hasLocalStorage())
    Result.Variables.push_back({V, UINT64_MAX});
  if (!Lvalue->getType().isVolatileQualified())
    return Result;
  std::optional<ConstantAddress> At =
      constantAddressOf(*Lvalue, C.AST, C.Function);
  if (At && At->Count == 1 && At->First == Address)
    Result.Register = UINT64_MAX;
  return Result;
}

/// A mask that keeps few bits takes those that are to be acknowledged.
Origin WriteBack::combined(const BinaryOperator &E) {
  Origin Left = valueOf(E.getLHS()), Right = valueOf(E.getRHS());
  Left.keep(keptBits(E.getOpcode(), E.getRHS(), C));
  Right.keep(keptBits(E.getOpcode(), E.getLHS(), C));
  Origin Result = both(Left, Right);
  switch (E.getOpcode()) {
  case BO_Or:
  case BO_Xor:
  case BO_Add:
  case BO_Sub:
    Result.Changed = true;
    return Result;
  case BO_And:
    if (std::optional<llvm::APSInt> Mask =
            constantValueOf(*E.getRHS(), C.AST, C.Function))
      Result.Changed |= Mask->popcount() * 2 > Mask->getBitWidth();
    return Result;
  default:
    return Origin();
  }
}

Origin WriteBack::valueOf(const Expr *E) {
  E = E->IgnoreParens();
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return Cast->getCastKind() == CK_LValueToRValue
               ? loaded(Cast->getSubExpr())
               : valueOf(Cast->getSubExpr());
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return combined(*B);
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return both(valueOf(Choice->getTrueExpr()),
                valueOf(Choice->getFalseExpr()));
  return Origin();
}

//===----------------------------------------------------------------------===//
// Statements before
//===----------------------------------------------------------------------===//

static bool isVariable(const Expr *E, const VarDecl *V) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParens());
  return Ref && Ref->getDecl() == V;
}

/// What \p S assigns to \p V, or sets it to where it declares it.
static const Expr *assignedBy(const Stmt *S, const VarDecl *V) {
  if (const auto *D = dyn_cast<DeclStmt>(S))
    return llvm::is_contained(D->decls(), V) ? V->getInit() : nullptr;
  const auto *B = dyn_cast<BinaryOperator>(S);
  return B && B->getOpcode() == BO_Assign && isVariable(B->getLHS(), V)
             ? B->getRHS()
             : nullptr;
}

/// Whether a part of \p S does more with \p V than to read it, or to change it
/// as `V |= x` does, which is noted.
static bool isLost(const Stmt *S, const VarDecl *V, bool &Changed) {
  if (!S)
    return false;
  if (const auto *B = dyn_cast<CompoundAssignOperator>(S);
      B && isVariable(B->getLHS(), V)) {
    Changed = true;
    return isLost(B->getRHS(), V, Changed);
  }
  if (const auto *E = dyn_cast<Expr>(S); E && isVariable(E, V))
    return true;
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(S);
      Cast && Cast->getCastKind() == CK_LValueToRValue &&
      isVariable(Cast->getSubExpr(), V))
    return false;
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return isLost(Child, V, Changed);
  });
}

/// The statements of the innermost block before the one that holds \p At, the
/// nearest first.
static llvm::SmallVector<const Stmt *, 8> before(const Stmt &At,
                                                 const Context &C) {
  const Stmt *Child = &At;
  unsigned N = 0;
  while (C.parent(N) && !isa<CompoundStmt>(C.parent(N)))
    Child = C.parent(N++);
  llvm::SmallVector<const Stmt *, 8> Result;
  const auto *Block = dyn_cast_or_null<CompoundStmt>(C.parent(N));
  if (!Block || isa<SwitchStmt>(Child))
    return Result;
  for (const Stmt *Each : Block->body()) {
    if (Each == Child)
      break;
    Result.push_back(Each);
  }
  std::reverse(Result.begin(), Result.end());
  return Result;
}

/// Takes away from \p Of what the statement \p S changes of \p V for sure.
void WriteBack::changeBy(const Stmt *S, const VarDecl *V, Origin &Of) {
  if (const auto *B = dyn_cast<CompoundAssignOperator>(S);
      B && isVariable(B->getLHS(), V))
    Of.Register &= bitsKeptBy(*B, C);
}

/// Which bits of what was made \p Of the variable \p V, as it is before \p At,
/// are those that were read from the register; none if that is all.
uint64_t WriteBack::bitsOf(const VarDecl *V, Origin Of, const Stmt &At) {
  for (const Stmt *S : before(At, C)) {
    const Expr *Value = assignedBy(S, V);
    if (!Value) {
      if (isLost(S, V, Of.Changed))
        return 0;
      changeBy(S, V, Of);
      continue;
    }
    Origin From = valueOf(Value);
    Of.Changed |= From.Changed;
    if (From.Register)
      return Of.Changed ? Of.Register & From.Register : 0;
    const auto *Self = llvm::find_if(
        From.Variables, [&](const auto &Each) { return Each.first == V; });
    if (Self == From.Variables.end())
      return 0;
    Of.Register &= Self->second;
  }
  return 0;
}

uint64_t bitsWrittenBack(const Expr &Value, uint64_t Address, const Stmt &At,
                         const Context &C) {
  WriteBack Back(Address, C);
  Origin From = Back.valueOf(&Value);
  if (From.Register)
    return From.Changed ? From.Register : 0;
  uint64_t Bits = 0;
  for (const auto &[V, Kept] : From.Variables)
    Bits |= Back.bitsOf(V, {Kept, From.Changed, {}}, At);
  return Bits;
}

} // namespace warrant
