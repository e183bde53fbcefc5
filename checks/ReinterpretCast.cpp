//===- ReinterpretCast.cpp - Casts that change what memory means ----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/CastKinds.h"
#include "support/CastSources.h"
#include "support/CastUse.h"
#include "support/LibraryCasts.h"
#include "support/Place.h"
#include "support/RegisterAddresses.h"
#include "support/Types.h"
#include "support/UnionPun.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral TypeCwe[] = {"CWE-704", "CWE-843", "CWE-188"};
constexpr llvm::StringLiteral TypeMisraC[] = {"Rule 11.2", "Rule 11.3"};
constexpr llvm::StringLiteral TypeMisraCpp[] = {"Rule 8.2.2", "Rule 8.2.5"};
constexpr llvm::StringLiteral TypeCert[] = {"EXP36-C", "EXP39-C"};
constexpr llvm::StringLiteral CastCore[] = {"Type.1", "ES.48"};
constexpr llvm::StringLiteral SpelledCore[] = {"Type.1", "Type.4", "ES.48",
                                               "ES.49"};
constexpr References TypeRefs = {TypeCwe, TypeMisraC, TypeMisraCpp, TypeCert,
                                 SpelledCore};
constexpr llvm::StringLiteral IntCwe[] = {"CWE-587", "CWE-822"};
constexpr llvm::StringLiteral IntMisraC[] = {"Rule 11.4", "Rule 11.6"};
constexpr llvm::StringLiteral IntMisraCpp[] = {"Rule 8.2.5", "Rule 8.2.6"};
constexpr llvm::StringLiteral IntCert[] = {"INT36-C"};
constexpr References IntRefs = {IntCwe, IntMisraC, IntMisraCpp, IntCert,
                                CastCore};
constexpr llvm::StringLiteral OutCwe[] = {"CWE-704", "CWE-197"};
constexpr llvm::StringLiteral OutMisraCpp[] = {"Rule 8.2.5", "Rule 8.2.7",
                                               "Rule 8.2.8"};
constexpr References OutRefs = {OutCwe, IntMisraC, OutMisraCpp, IntCert,
                                CastCore};
constexpr llvm::StringLiteral VoidMisraC[] = {"Rule 11.5"};
constexpr llvm::StringLiteral VoidMisraCpp[] = {"Rule 8.2.6"};
constexpr llvm::StringLiteral VoidCert[] = {"EXP36-C", "EXP39-C", "MEM35-C"};
constexpr References VoidRefs = {TypeCwe, VoidMisraC, VoidMisraCpp, VoidCert,
                                 CastCore};
constexpr llvm::StringLiteral FunctionCwe[] = {"CWE-704", "CWE-686"};
constexpr llvm::StringLiteral FunctionMisraC[] = {"Rule 11.1"};
constexpr llvm::StringLiteral FunctionMisraCpp[] = {"Rule 8.2.4"};
constexpr llvm::StringLiteral FunctionCert[] = {"EXP37-C"};
constexpr References FunctionRefs = {FunctionCwe, FunctionMisraC,
                                     FunctionMisraCpp, FunctionCert, CastCore};
constexpr llvm::StringLiteral MemberCwe[] = {"CWE-704", "CWE-843"};
constexpr llvm::StringLiteral MemberCert[] = {"OOP55-CPP"};
constexpr References MemberRefs = {
    MemberCwe, {}, TypeMisraCpp, MemberCert, CastCore};
constexpr llvm::StringLiteral ConstCwe[] = {"CWE-704"};
constexpr llvm::StringLiteral ConstMisraC[] = {"Rule 11.8"};
constexpr llvm::StringLiteral ConstMisraCpp[] = {"Rule 8.2.3"};
constexpr llvm::StringLiteral ConstCert[] = {"EXP05-C", "EXP32-C", "EXP40-C",
                                             "EXP55-CPP"};
constexpr llvm::StringLiteral ConstCore[] = {"Type.3", "ES.50"};
constexpr References ConstRefs = {ConstCwe, ConstMisraC, ConstMisraCpp,
                                  ConstCert, ConstCore};
constexpr llvm::StringLiteral DownCore[] = {"Type.2", "C.146"};
constexpr References DownRefs = {MemberCwe, {}, {}, {}, DownCore};
constexpr llvm::StringLiteral BitCwe[] = {"CWE-704", "CWE-188"};
constexpr References BitRefs = {BitCwe, {}, {}, IntCert, CastCore};
constexpr llvm::StringLiteral UnionCwe[] = {"CWE-843", "CWE-188"};
constexpr llvm::StringLiteral UnionMisraC[] = {"Rule 19.2"};
constexpr llvm::StringLiteral UnionMisraCpp[] = {"Rule 12.3.1"};
constexpr llvm::StringLiteral UnionCore[] = {"Type.7", "C.181", "C.183"};
constexpr References UnionRefs = {
    UnionCwe, UnionMisraC, UnionMisraCpp, {}, UnionCore};

constexpr OptionInfo Options[] = {
    {"allocators", OptionInfo::Type::StringList, "",
     "qualified names of further functions that return fresh memory"},
};

constexpr PropertySet Representation = {Property::Alignment, Property::Layout,
                                        Property::Type, Property::Lifetime};

constexpr KindInfo Kinds[] = {
    {"reinterpret", "an object is accessed as another type", Severity::High,
     Representation, TypeRefs},
    {"int-to-pointer",
     "an integer becomes a pointer",
     Severity::High,
     {Property::Address},
     IntRefs},
    {"pointer-to-int",
     "a pointer becomes an integer",
     Severity::Low,
     {Property::Width},
     OutRefs},
    {"from-void", "a void pointer becomes a pointer to an object",
     Severity::Medium, Representation, VoidRefs},
    {"function-pointer",
     "a function pointer changes its type",
     Severity::High,
     {Property::Signature, Property::Convention},
     FunctionRefs},
    {"member-pointer",
     "a member pointer changes its type",
     Severity::High,
     {Property::Type},
     MemberRefs},
    {"cast-away",
     "const or volatile is cast away",
     Severity::Medium,
     {Property::Mutability},
     ConstRefs},
    {"downcast",
     "a base becomes a derived class without a check",
     Severity::Medium,
     {Property::Type},
     DownRefs},
    {"bit-cast", "bits become a pointer, or a pointer becomes bits",
     Severity::High, Representation, BitRefs},
    {"union-pun", "a union member is read after another was written",
     Severity::Medium, Representation, UnionRefs},
};

Operation makeOperation(StringRef Kind, const Expr &E, SourceLocation Token,
                        const Expr *Operand) {
  Operation Op;
  Op.Kind = Kind;
  Op.Token = Token;
  Op.Range = E.getSourceRange();
  Op.Selectors = {Operand};
  return Op;
}

SourceLocation tokenOf(const ExplicitCastExpr &E) {
  if (const auto *Functional = dyn_cast<CXXFunctionalCastExpr>(&E);
      Functional && Functional->getLParenLoc().isValid())
    return Functional->getLParenLoc();
  return E.getBeginLoc();
}

/// The integer's width answers the property by itself.
void addWidthEvidence(Operation &Op, QualType To, const ASTContext &AST) {
  if (To->isDependentType() || !To->isIntegerType())
    return;
  uint64_t Bits = AST.getTypeSize(To);
  if (Bits < AST.getTypeSize(AST.VoidPtrTy))
    return;
  Op.Evidence.push_back(
      {Property::Width, PropertyOrigin::Evidence,
       "'" + To.getAsString() + "' has " + std::to_string(Bits) + " bits"});
}

void reportKind(CastKind V, Operation Op, QualType To, const Context &C,
                Sink &Out) {
  if (V.Kind.empty())
    return;
  Op.Kind = V.Kind;
  Op.Proof = std::move(V.Proof);
  Op.IsGuess = V.IsGuess;
  if (V.Kind == "pointer-to-int")
    addWidthEvidence(Op, To, C.AST);
  Out.report(std::move(Op));
}

/// Reports the qualifiers that \p Operand, a \p From, loses as a \p To; by
/// \p Cast, or without one where it is null.
void reportQualifiers(Operation Op, const Expr *Cast, const Expr *Operand,
                      QualType From, QualType To, const Context &C, Sink &Out) {
  bool Reference = To->isReferenceType();
  bool Leads = Reference ||
               (To->isAnyPointerType() && From->isAnyPointerType()) ||
               (To->isMemberPointerType() && From->isMemberPointerType());
  QualType Had = Reference ? From : From->getPointeeType();
  if (!Leads || Had.isNull() || Had->isFunctionType())
    return;
  QualType Has = Reference ? target(To) : To->getPointeeType();
  Op.Kind = "cast-away";
  if (!dropsQualifier(Had, Has, C.AST)) {
    Op.Sure = Precision::Possible;
    if (opensHole(Had, Has, C.AST))
      Out.report(std::move(Op));
    return;
  }
  addDropped(Op, Cast, Operand, Had, Has, C);
  Out.report(std::move(Op));
}

void reportExplicit(const ExplicitCastExpr &E, const Context &C, Sink &Out) {
  const Expr *Operand = E.getSubExpr(), *Written = E.getSubExprAsWritten();
  QualType To = E.getTypeAsWritten();
  QualType From =
      To->isReferenceType() ? Written->getType() : sourceType(Written, C.AST);
  CastKind V = classifyCast(E, From, To, C);
  Operation Op = makeOperation(V.Kind, E, tokenOf(E), Operand);
  const Expr *Pointer = E.getCastKind() == CK_IntegralToPointer
                            ? pointerThroughInteger(Operand, C.AST)
                            : nullptr;
  if (Pointer) {
    // An integer in between hides no change.
    if (V.Kind == "int-to-pointer")
      V.Proof = "the integer was a pointer just before";
    From = sourceType(Pointer, C.AST);
    CastKind Whole = classifyPointers(From, To, Pointer, C);
    if (Whole.Kind != V.Kind)
      reportKind(std::move(Whole), Op, To, C, Out);
  }
  reportKind(std::move(V), Op, To, C, Out);
  if (!isa<CXXDynamicCastExpr>(E) && !isNull(Operand, C.AST) &&
      E.getCastKind() != CK_UserDefinedConversion &&
      E.getCastKind() != CK_ConstructorConversion)
    reportQualifiers(std::move(Op), &E, Pointer ? Pointer : Written, From, To,
                     C, Out);
}

/// What a conversion without a cast is; C has many.
CastKind classifyImplicit(const ImplicitCastExpr &E, QualType From, QualType To,
                          const Context &C) {
  const Expr *Operand = E.getSubExpr();
  if (E.getCastKind() == CK_PointerToIntegral)
    return {"pointer-to-int", ""};
  if (E.getCastKind() == CK_IntegralToPointer)
    return classifyInteger(Operand, To, C.AST);
  if (E.getCastKind() != CK_BitCast || C.language().CPlusPlus ||
      !From->isPointerType() || !To->isPointerType() ||
      isPartOfRegisterAddress(E, C))
    return {};
  if (!From->isVoidPointerType() &&
      C.AST.typesAreCompatible(target(From).getUnqualifiedType(),
                               target(To).getUnqualifiedType()))
    return {};
  return classifyPointers(From, To, Operand, C);
}

/// A comparison converts too, and makes no use of the pointer that results.
void reportImplicit(const ImplicitCastExpr &E, const Context &C, Sink &Out) {
  const auto *Around = dyn_cast_or_null<BinaryOperator>(C.parent());
  const Expr *Operand = E.getSubExpr();
  if (!mayConvertPointer(E) || (Around && Around->isComparisonOp()) ||
      Operand->isTypeDependent() || isNull(Operand, C.AST))
    return;
  QualType From = sourceType(Operand, C.AST), To = E.getType();
  CastKind V = classifyImplicit(E, From, To, C);
  const Expr *Written = strip(Operand);
  SourceRange Range = rangeInUse(*Operand, C);
  if (Range.getBegin() == Operand->getBeginLoc())
    Range = Written->getSourceRange();
  Operation Op = makeOperation(V.Kind, *Written, Range.getBegin(), Written);
  Op.Range = Range;
  reportKind(std::move(V), Op, To, C, Out);
  if (E.getCastKind() == CK_BitCast || E.getCastKind() == CK_NoOp)
    reportQualifiers(std::move(Op), nullptr, Operand, From, To, C, Out);
}

/// The casts that the standard library spells.
void reportCall(const CallExpr &E, const Context &C, Sink &Out) {
  CastKind V = classifyLibraryCast(E, C.AST);
  if (V.Kind.empty())
    return;
  Operation Op =
      makeOperation(V.Kind, E, E.getCallee()->getExprLoc(), E.getArg(0));
  Op.Proof = std::move(V.Proof);
  Out.report(std::move(Op));
}

void reportUnionRead(const MemberExpr &E, const Context &C, Sink &Out) {
  const auto *Field = dyn_cast<FieldDecl>(E.getMemberDecl());
  if (!Field || !Field->getParent()->isUnion() || !isUnionRead(E, C))
    return;
  PunnedRead Read = punnedRead(E, C);
  if (Read.Written.empty())
    return;
  Operation Op = makeOperation("union-pun", E, E.getMemberLoc(), E.getBase());
  Op.Sure = Read.Always ? Precision::Certain : Precision::Likely;
  QualType T = C.AST.getBaseElementType(Field->getType());
  for (const FieldDecl *Written : Read.Written) {
    std::string Name = Written->getNameAsString();
    Op.Related.emplace_back(
        Written->getLocation(),
        (Name.empty() ? "an unnamed member" : "'" + Name + "'") +
            " was written before");
    std::string Proof = proveAccess(Written->getType(), T, C.AST);
    if (Written == Read.Written.front() || Proof.empty())
      Op.Proof = std::move(Proof);
    if (Op.Proof.empty())
      break;
  }
  Out.report(std::move(Op));
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  if (const auto *E = dyn_cast<ExplicitCastExpr>(&S))
    return reportExplicit(*E, C, Out);
  if (const auto *E = dyn_cast<ImplicitCastExpr>(&S))
    return reportImplicit(*E, C, Out);
  if (const auto *E = dyn_cast<CallExpr>(&S))
    return reportCall(*E, C, Out);
  if (const auto *E = dyn_cast<MemberExpr>(&S))
    reportUnionRead(*E, C, Out);
}

constexpr CheckInfo Info = {
    "reinterpret-cast",
    "casts that change what memory means, however they are spelled",
    /*OnByDefault=*/true,
    Kinds,
    Options,
    R"md(A cast between unrelated pointer types makes the compiler believe that an
object of another type lives at an address. That is sound only when the address is aligned for it, size and padding agree, such an object lives there (or the
type may alias it), and it lives long enough.

C-style and functional casts do the same as `reinterpret_cast`, and C converts from `void *` without any cast: all are found. A conversion from `void *` that
comes directly from an allocator, and every access to bytes (`char`, `unsigned char`, `std::byte`), is proven. A cast that both reinterprets and
drops `const` is two operations, since two things must hold; that a `const` is
added again at once, that its pointer is only read through at once, or that it
was added here, is proven. `container_of` is one cast, without the step back. A
pointer that goes through an integer at once is what a cast between the two
pointers would be.

Integers that become pointers need to say where the address comes from. An
address that becomes a pointer to volatile is `volatile-access`' kind
`mmio-address` instead.)md",
    R"cpp(struct Header {
  unsigned Length;
};
unsigned length(const unsigned char *Packet) {
  return reinterpret_cast<const Header *>(Packet)->Length;
}
)cpp",
    R"cpp(struct Header {
  unsigned Length;
};
unsigned length(const unsigned char *Packet) {
  // SAFETY: the caller passes a live, aligned buffer that holds a Header; it was
  // written as one, so type and layout agree.
  return reinterpret_cast<const Header *>(Packet)->Length;
}
)cpp",
    R"md(- Bytes that `memcpy` carries from one type to another are no cast: `memory-function` lists the call.
- `union-pun` needs the other member to be written in view of the read; `union-access` lists every member that is read.
- That the object behind an address really has the type is not shown by any analysis here; a comment has to say so.)md",
};

} // namespace

extern const Check ReinterpretCast;
const Check ReinterpretCast = {&Info, atStmt, nullptr};

} // namespace warrant::checks
