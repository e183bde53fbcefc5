//===- RawDereference.cpp - Pointers that are dereferenced ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/CastKinds.h"
#include "support/Check.h"
#include "support/EvidencePointers.h"
#include "support/Types.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral Cwe[] = {"CWE-476", "CWE-416", "CWE-824",
                                       "CWE-825", "CWE-822"};
constexpr llvm::StringLiteral MisraC[] = {"Dir 4.1", "Rule 1.3", "Rule 9.1"};
constexpr llvm::StringLiteral MisraCpp[] = {"Rule 4.1.3", "Rule 6.8.1",
                                            "Rule 11.6.2"};
constexpr llvm::StringLiteral Cert[] = {"EXP34-C", "MEM30-C", "EXP33-C",
                                        "EXP54-CPP"};
constexpr llvm::StringLiteral Core[] = {"ES.65", "Lifetime.1"};
constexpr References Refs = {Cwe, MisraC, MisraCpp, Cert, Core};

constexpr PropertySet All = {Property::Bounds,      Property::Lifetime,
                             Property::Null,        Property::Alignment,
                             Property::Initialized, Property::Type,
                             Property::Exclusive};

constexpr KindInfo Kinds[] = {
    {"dereference", "what a pointer leads to is accessed", Severity::Medium,
     All, Refs},
    {"member-access", "a member is reached through a pointer", Severity::Medium,
     All, Refs},
};

/// What stands around the object that is reached.
struct Surroundings {
  bool AddressOnly = false;
  bool WriteOnly = false;
  bool IsVolatile = false;
};

/// Whether parent \p N only names a part of what is under it.
bool namesPart(const Context &C, unsigned N, const Stmt *Operand) {
  const Stmt *Around = C.parent(N);
  if (const auto *Part = dyn_cast_or_null<MemberExpr>(Around))
    return !Part->isArrow() && isa<FieldDecl>(Part->getMemberDecl());
  if (const auto *Index = dyn_cast_or_null<ArraySubscriptExpr>(Around))
    return Index->getBase() == Operand;
  const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Around);
  if (Cast && Cast->getCastKind() == CK_ArrayToPointerDecay)
    return isa_and_nonnull<ArraySubscriptExpr>(C.parent(N + 1));
  return isa_and_nonnull<ParenExpr>(Around);
}

Surroundings surroundingsOf(const Expr &E, const Context &C) {
  Surroundings S;
  S.IsVolatile = isVolatile(E.getType());
  const Stmt *Operand = &E;
  unsigned N = 0;
  for (; namesPart(C, N, Operand); Operand = C.parent(N++))
    S.IsVolatile |= isVolatile(cast<Expr>(C.parent(N))->getType());
  const Stmt *Around = C.parent(N);
  if (const auto *U = dyn_cast_or_null<UnaryOperator>(Around))
    S.AddressOnly = U->getOpcode() == UO_AddrOf;
  else if (const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Around))
    S.AddressOnly = Cast->getCastKind() == CK_ArrayToPointerDecay;
  else if (const auto *B = dyn_cast_or_null<BinaryOperator>(Around))
    S.WriteOnly = B->getOpcode() == BO_Assign && B->getLHS() == Operand;
  return S;
}

/// Whether \p Pointer is computed right there: the arithmetic is the site, and
/// its bounds are those of an access.
bool isArithmetic(const Expr *Pointer) {
  if (std::optional<BinaryView> B = asBinary(*Pointer))
    return B->Opcode == BO_Add || B->Opcode == BO_Sub ||
           B->Opcode == BO_AddAssign || B->Opcode == BO_SubAssign;
  return asStep(*Pointer).has_value();
}

/// Whether \p Pointer is what an `operator->` returns.
bool isFromArrow(const Expr *Pointer) {
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(Pointer);
  return Call && Call->getOperator() == OO_Arrow;
}

/// A constant that is cast to a pointer.
const Expr *constantAddress(const Expr *Pointer, const ASTContext &AST) {
  if (!isa<ExplicitCastExpr>(Pointer) || Pointer->isValueDependent())
    return nullptr;
  const Expr *Value = Pointer->IgnoreParenCasts();
  bool Constant = isNullConstant(Value, AST) ||
                  (Value->getType()->isIntegralOrEnumerationType() &&
                   !Value->isValueDependent() && Value->isEvaluatable(AST));
  return Constant ? Value : nullptr;
}

/// The properties that this access does not ask for.
PropertySet voidOf(const Expr &E, const Expr *Pointer, const Surroundings &S,
                   const ASTContext &AST) {
  PropertySet Void;
  if (S.AddressOnly || S.WriteOnly)
    Void.insert(Property::Initialized);
  if (S.AddressOnly)
    Void.insert(Property::Exclusive);
  // A call of a member works on the object, and has no type of its own.
  QualType T = E.hasPlaceholderType() ? Pointer->getType()->getPointeeType()
                                      : E.getType();
  if (T.isNull())
    return Void;
  if (isByte(T))
    Void.insert(Property::Type);
  if (!T->isDependentType() && !T->isPlaceholderType() &&
      !T->isIncompleteType() && !T->isFunctionType() &&
      AST.getTypeAlignInChars(T).isOne())
    Void.insert(Property::Alignment);
  return Void;
}

void report(llvm::StringRef Kind, const Expr &E, const Expr *Pointer,
            SourceLocation Token, const Context &C, Sink &Out) {
  const Expr *Named = strip(Pointer);
  if (isa<CXXThisExpr>(Named) || isArithmetic(Named) || isFromArrow(Named))
    return;
  Surroundings S = surroundingsOf(E, C);
  // A volatile access is a site of its own.
  if (S.IsVolatile && !S.AddressOnly)
    return;
  Operation Op;
  if (const Expr *Address = constantAddress(Named, C.AST)) {
    // Either an offset is computed, or volatile-access reports the address.
    if (S.AddressOnly || !isNullConstant(Address, C.AST))
      return;
    Op.Defects.push_back({"null-dereference", Precision::Certain,
                          "a null pointer is dereferenced"});
  }
  Op.Kind = Kind;
  Op.Token = Token;
  Op.Range = E.getSourceRange();
  Op.Selectors = {Pointer};
  Op.Proof = namedObject(Pointer, C.AST);
  if (Op.Proof.empty())
    Op.Proof = firstElement(Pointer, C.AST);
  Op.Void = voidOf(E, Pointer, S, C.AST);
  Out.report(std::move(Op));
}

/// Whether \p E is merely turned back into the pointer: `&*p`.
bool isUndone(const Context &C) {
  unsigned N = 0;
  while (isa_and_nonnull<ParenExpr>(C.parent(N)))
    ++N;
  const auto *U = dyn_cast_or_null<UnaryOperator>(C.parent(N));
  return U && U->getOpcode() == UO_AddrOf;
}

void reportMember(const MemberExpr &E, const Context &C, Sink &Out) {
  const ValueDecl *Member = E.getMemberDecl();
  const auto *Method = dyn_cast<CXXMethodDecl>(Member);
  // A static member belongs to no object; a destructor is manual-memory's.
  if (!E.isArrow() || E.isImplicitAccess() || isa<CXXDestructorDecl>(Member) ||
      (Method ? Method->isStatic() : !isa<FieldDecl>(Member)))
    return;
  report("member-access", E, E.getBase(), E.getOperatorLoc(), C, Out);
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  if (const auto *E = dyn_cast<MemberExpr>(&S))
    return reportMember(*E, C, Out);
  if (const auto *E = dyn_cast<UnaryOperator>(&S)) {
    if (E->getOpcode() == UO_Deref && isPointerOperand(E->getSubExpr()) &&
        !E->getType()->isVoidType() && !E->getType()->isFunctionType() &&
        !isUndone(C))
      report("dereference", *E, E->getSubExpr(), E->getOperatorLoc(), C, Out);
    return;
  }
  if (const auto *E = dyn_cast<BinaryOperator>(&S)) {
    if (E->getOpcode() == BO_PtrMemI && isPointerOperand(E->getLHS()))
      report("member-access", *E, E->getLHS(), E->getOperatorLoc(), C, Out);
    return;
  }
  // What a template leaves open, but for the pointer.
  if (const auto *E = dyn_cast<CXXDependentScopeMemberExpr>(&S)) {
    if (E->isArrow() && !E->isImplicitAccess() &&
        isPointerOperand(E->getBase()))
      report("member-access", *E, E->getBase(), E->getOperatorLoc(), C, Out);
    return;
  }
  if (const auto *E = dyn_cast<UnresolvedMemberExpr>(&S))
    if (E->isArrow() && !E->isImplicitAccess() &&
        isPointerOperand(E->getBase()))
      report("member-access", *E, E->getBase(), E->getOperatorLoc(), C, Out);
}

constexpr CheckInfo Info = {
    "raw-dereference",
    "raw pointers that are dereferenced",
    /*OnByDefault=*/false,
    Kinds,
    /*Options=*/{},
    R"md(`*p` and `p->m` are what Rust's `unsafe` is about first of all: the pointer must not
be null, must lead into a live object of that type, aligned for it and initialized where it is
read, and nobody else may write there meanwhile. In C and C++ nearly every line does
this, so the check is for code that is meant to be looked at line by line.

Properties that an access does not touch are not asked for: a write needs nothing
initialized, `&p->m` reads nothing, bytes have no alignment.

Proven: `*&x`, an array that has an element, and a local pointer that was initialized with one of
these and never changed. A check on every path (`if (p)`, `if (!p) return`,
`while ((p = next()))`), the result of `new` and an address are evidence for `null`.

Reported elsewhere, and not again here: a subscript, and a pointer that is computed on the
spot, as in `*(p + i)` and `*p++` (`pointer-arithmetic`, whose bounds are those of the
access); volatile memory, and constant addresses (`volatile-access`); destructor calls
(`manual-memory`). Not reported: members through `this`, which is a reference in all but
spelling; `&*p`; functions called through pointers, which are counted as blind spots;
`operator*` and `operator->` of smart pointers and iterators, which belong to a hardened
library; static members.

A null pointer that is dereferenced as a constant is a defect (`null-dereference`); the idiom
`&((T *)0)->m` is an offset.

A good reason says where the pointer comes from: "the list owns node, and `mutex_` is held".)md",
    R"cpp(struct Node {
  Node *Next;
};

Node *next(Node *N) { return N->Next; }
)cpp",
    R"cpp(struct Node {
  Node *Next;
};

Node *next(Node *N) {
  // SAFETY: the caller passes a node of a live list, whose lock it holds.
  return N->Next;
}

Node *second() {
  static Node First;
  Node *N = &First;
  return N->Next;
}
)cpp",
    R"md(- Members through `this`, references, smart pointers and iterators are not listed.
- That a pointer leads to a live object is shown for local objects only.)md",
};

} // namespace

extern const Check RawDereference;
const Check RawDereference = {&Info, atStmt, nullptr};

} // namespace warrant::checks
