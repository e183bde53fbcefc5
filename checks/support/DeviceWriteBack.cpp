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

/// What a value was computed from.
struct Origin {
  bool Register = false; ///< read from it
  bool Changed = false;  ///< and not merely handed on
  llvm::SmallVector<const VarDecl *, 2> Variables;
};

/// Follows a value back through the statements of one block.
class WriteBack {
public:
  WriteBack(uint64_t Address, const Context &C) : Address(Address), C(C) {}
  Origin valueOf(const Expr *E);
  bool isChanged(const VarDecl *V, bool Changed, const Stmt &At);

private:
  Origin loaded(const Expr *Lvalue);
  Origin combined(const BinaryOperator &E);

  uint64_t Address;
  const Context &C;
};

} // namespace

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
    Result.Variables.push_back(V);
  if (!Lvalue->getType().isVolatileQualified())
    return Result;
  std::optional<ConstantAddress> At =
      constantAddressOf(*Lvalue, C.AST, C.Function);
  Result.Register = At && At->Count == 1 && At->First == Address;
  return Result;
}

/// A mask that keeps few bits takes those that are to be acknowledged.
Origin WriteBack::combined(const BinaryOperator &E) {
  Origin Result = both(valueOf(E.getLHS()), valueOf(E.getRHS()));
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

/// Whether what \p V holds before \p At was read from the register, and it or
/// what was made of it is \p Changed.
bool WriteBack::isChanged(const VarDecl *V, bool Changed, const Stmt &At) {
  for (const Stmt *S : before(At, C)) {
    const Expr *Value = assignedBy(S, V);
    if (!Value) {
      if (isLost(S, V, Changed))
        return false;
      continue;
    }
    Origin From = valueOf(Value);
    Changed |= From.Changed;
    if (From.Register)
      return Changed;
    if (!llvm::is_contained(From.Variables, V))
      return false;
  }
  return false;
}

bool isWrittenBack(const Expr &Value, uint64_t Address, const Stmt &At,
                   const Context &C) {
  WriteBack Back(Address, C);
  Origin From = Back.valueOf(&Value);
  if (From.Register)
    return From.Changed;
  return llvm::any_of(From.Variables, [&](const VarDecl *V) {
    return Back.isChanged(V, From.Changed, At);
  });
}

} // namespace warrant
