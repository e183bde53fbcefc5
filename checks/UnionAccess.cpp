//===- UnionAccess.cpp - Members of unions --------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"
#include "support/Types.h"
#include "support/UnionPun.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral ReadCwe[] = {"CWE-843", "CWE-188", "CWE-908"};
constexpr llvm::StringLiteral WriteCwe[] = {"CWE-825", "CWE-843"};
constexpr llvm::StringLiteral MisraC[] = {"Rule 19.2"};
constexpr llvm::StringLiteral MisraCpp[] = {"Rule 12.3.1"};
constexpr llvm::StringLiteral ReadCert[] = {"EXP33-C"};
constexpr llvm::StringLiteral WriteCert[] = {"EXP54-CPP", "MEM53-CPP"};
constexpr llvm::StringLiteral Core[] = {"Type.7", "C.181", "C.183"};

constexpr KindInfo Kinds[] = {
    {"union-read",
     "a member of a union is read",
     Severity::Medium,
     {Property::Type, Property::Initialized},
     {ReadCwe, MisraC, MisraCpp, ReadCert, Core}},
    {"union-address",
     "a member of a union is handed on by address or reference",
     Severity::Low,
     {Property::Type, Property::Lifetime},
     {ReadCwe, MisraC, MisraCpp, WriteCert, Core}},
    {"union-write",
     "a member of a union is written by its own assignment",
     Severity::High,
     {Property::Type, Property::Lifetime},
     {WriteCwe, MisraC, MisraCpp, WriteCert, Core}},
};

/// What becomes of a member.
struct Use {
  enum class How : uint8_t { None, Read, Write, OwnAssignment, Address };
  How Is = How::None;
};

Use::How useByCall(const CallExpr &Call, const Stmt &Operand) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call.getDirectCallee());
  bool Object = isa<CXXOperatorCallExpr>(Call) && Call.getNumArgs() > 0 &&
                Call.getArg(0) == &Operand;
  if (!Object || !Method)
    return Use::How::Address;
  if (!Method->isCopyAssignmentOperator() &&
      !Method->isMoveAssignmentOperator())
    return Use::How::Read;
  return Method->isTrivial() ? Use::How::Write : Use::How::OwnAssignment;
}

/// Whether the address goes straight to what begins or ends a life there, which
/// is an operation of manual-memory.
bool isForLife(const Context &C, unsigned AddressOf) {
  for (unsigned N = AddressOf + 1; C.parent(N); ++N) {
    if (isa<CXXNewExpr>(C.parent(N)))
      return true;
    if (const auto *Call = dyn_cast<CallExpr>(C.parent(N))) {
      const FunctionDecl *F = Call->getDirectCallee();
      return F && F->getIdentifier() && isInStd(F) &&
             (F->getName() == "construct_at" || F->getName() == "destroy_at");
    }
    if (!isa<ImplicitCastExpr, ParenExpr, ExplicitCastExpr>(C.parent(N)))
      return false;
  }
  return false;
}

Use::How useByUnary(const UnaryOperator &E, const Context &C, unsigned N) {
  if (E.isIncrementDecrementOp())
    return Use::How::Read;
  return E.getOpcode() == UO_AddrOf && !isForLife(C, N) ? Use::How::Address
                                                        : Use::How::None;
}

Use::How useByMember(const MemberExpr &E, const Context &C, unsigned N) {
  const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(C.parent(N + 1));
  if (isa<CXXDestructorDecl>(E.getMemberDecl()))
    return Use::How::None; // manual-memory's
  const auto *Method = dyn_cast<CXXMethodDecl>(E.getMemberDecl());
  if (!Method || Method->isStatic())
    return Use::How::None;
  return Call && Method->isCopyAssignmentOperator() && Method->isTrivial()
             ? Use::How::Write
             : Use::How::Read;
}

/// Whether parent \p N only names a part of what is under it, or passes the
/// lvalue on.
bool passesOn(const Context &C, unsigned N, const Stmt *Operand) {
  const Stmt *Around = C.parent(N);
  if (const auto *Part = dyn_cast<MemberExpr>(Around))
    return isa<FieldDecl>(Part->getMemberDecl());
  if (const auto *Index = dyn_cast<ArraySubscriptExpr>(Around))
    return Index->getBase() == Operand;
  if (isa<ParenExpr>(Around))
    return true;
  const auto *Cast = dyn_cast<ImplicitCastExpr>(Around);
  if (Cast && Cast->getCastKind() == CK_ArrayToPointerDecay)
    return isa_and_nonnull<ArraySubscriptExpr>(C.parent(N + 1));
  if (Cast)
    return Cast->getCastKind() != CK_LValueToRValue &&
           Cast->getCastKind() != CK_ArrayToPointerDecay;
  if (const auto *Unary = dyn_cast<UnaryOperator>(Around))
    return Unary->getOpcode() == UO_Extension;
  if (const auto *Choice = dyn_cast<ConditionalOperator>(Around))
    return Choice->getCond() != Operand;
  const auto *Comma = dyn_cast<BinaryOperator>(Around);
  return Comma && Comma->getOpcode() == BO_Comma && Comma->getRHS() == Operand;
}

Use useOf(const MemberExpr &E, const Context &C) {
  Use U;
  unsigned N = 0;
  const Stmt *Operand = &E;
  while (C.parent(N) && passesOn(C, N, Operand))
    Operand = C.parent(N++);
  const Stmt *Around = C.parent(N);
  if (const auto *Part = dyn_cast_or_null<MemberExpr>(Around))
    U.Is = useByMember(*Part, C, N);
  else if (const auto *Cast = dyn_cast_or_null<CastExpr>(Around))
    U.Is = Cast->getCastKind() == CK_LValueToRValue ? Use::How::Read
           : Cast->getCastKind() == CK_ToVoid       ? Use::How::None
                                                    : Use::How::Address;
  else if (const auto *Unary = dyn_cast_or_null<UnaryOperator>(Around))
    U.Is = useByUnary(*Unary, C, N);
  else if (const auto *Call = dyn_cast_or_null<CallExpr>(Around))
    U.Is = useByCall(*Call, *Operand);
  else if (const auto *Binary = dyn_cast_or_null<BinaryOperator>(Around))
    U.Is = !Binary->isAssignmentOp() || Binary->getLHS() != Operand
               ? Use::How::None
           : Binary->getOpcode() == BO_Assign ? Use::How::Write
                                              : Use::How::Read;
  else if (isa_and_nonnull<CXXConstructExpr>(Around))
    U.Is = Use::How::Read;
  else if (!isa_and_nonnull<CompoundStmt>(Around))
    U.Is = Use::How::Address; // bound to a reference
  // Only an instantiation shows which conversions there are.
  bool Open = E.isTypeDependent() && !isa_and_nonnull<UnaryOperator>(Around);
  if (Open && U.Is == Use::How::Address)
    U.Is = Use::How::Read;
  return U;
}

std::string prove(const MemberExpr &E, const FieldDecl &Field,
                  const Context &C) {
  const RecordDecl *Union = Field.getParent();
  if (std::distance(Union->field_begin(), Union->field_end()) == 1)
    return "the union has one member";
  return isInEveryMember(E, C) ? "every member of the union begins with it"
                               : "";
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  const auto *E = dyn_cast<MemberExpr>(&S);
  const auto *Field = E ? dyn_cast<FieldDecl>(E->getMemberDecl()) : nullptr;
  if (!Field || !Field->getParent()->isUnion())
    return;
  Use U = useOf(*E, C);
  if (U.Is == Use::How::None || U.Is == Use::How::Write)
    return;
  // A read after a write to another member is reinterpret-cast's union-pun.
  if (isUnionRead(*E, C) && !punnedRead(*E, C).Written.empty())
    return;
  Operation Op;
  Op.Kind = U.Is == Use::How::Read      ? "union-read"
            : U.Is == Use::How::Address ? "union-address"
                                        : "union-write";
  Op.Token = E->getMemberLoc();
  Op.Range = E->getSourceRange();
  Op.Selectors = {E->getBase()};
  Op.Proof = prove(*E, *Field, C);
  QualType T = Field->getType();
  if (const auto *Array = C.AST.getAsArrayType(T))
    T = Array->getElementType();
  if (isByte(T))
    Op.Evidence.push_back(
        {Property::Type, PropertyOrigin::Evidence, "access to bytes"});
  Out.report(std::move(Op));
}

constexpr CheckInfo Info = {
    "union-access",
    "members of unions that are read or handed on",
    /*OnByDefault=*/false,
    Kinds,
    /*Options=*/{},
    R"md(A union does not say which of its members it holds. To read one is sound where the
program knows that: a tag was checked, the member was written before, or the bytes may
be read as that type; and all of them were written. As in Rust, a plain write is not a
site: it makes the member the active one. An assignment that is a function of the member's
class is (`union-write`), since it works on an object that has to be alive already. Where the
address of a member, or a reference to it, is handed on (`union-address`) the reads and
writes that follow show no union any more.

Members of anonymous unions, and of the structures in them, count like those of named
ones, and so do a union's own member functions.

Proven: the only member of a union, and a field that every member of the union begins with
(the common initial sequence, as a tag in each).

A read for which the same function shows that another member was written last is a
`union-pun` of the check `reinterpret-cast`, and is not reported again here. Placement new
and destructor calls on a member are `manual-memory`'s. `std::variant` is the library's.

A good reason names the tag: "kind is Number, which makeNumber() sets with u.number".)md",
    R"cpp(union Value {
  int number;
  const char *text;
};

int number(const Value &v) { return v.number; }
)cpp",
    R"cpp(union Value {
  int number;
  const char *text;
};

int number(const Value &v, bool IsNumber) {
  if (!IsNumber)
    return 0;
  // SAFETY: IsNumber is set where `number` is written, so it is the active and
  // initialized member.
  return v.number;
}
)cpp",
    R"md(- Which member was written last is followed within one function only.
- `std::variant` and its like check themselves or belong to a hardened library.)md",
};

} // namespace

extern const Check UnionAccess;
const Check UnionAccess = {&Info, atStmt, nullptr};

} // namespace warrant::checks
