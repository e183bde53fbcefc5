//===- SaferBits.cpp - std::bit_cast for a pun ----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SaferForms.h"
#include "Types.h"
#include "UnionPun.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace warrant {
namespace {

/// Whether all bits of a \p T belong to its value, and all that they can be are
/// values: no padding, nothing that may trap. Pointers are left to a person.
bool isAllValue(QualType T, const ASTContext &AST);

bool isAllValue(const RecordDecl &R, QualType T, const ASTContext &AST) {
  const auto *Class = dyn_cast<CXXRecordDecl>(&R);
  if (!R.isCompleteDefinition() || R.isUnion() ||
      (Class && Class->getNumBases() != 0))
    return false;
  uint64_t Bits = 0;
  for (const FieldDecl *F : R.fields()) {
    if (F->isBitField() || !isAllValue(F->getType(), AST))
      return false;
    Bits += AST.getTypeSize(F->getType());
  }
  return Bits == AST.getTypeSize(T);
}

bool isAllValue(QualType T, const ASTContext &AST) {
  T = AST.getBaseElementType(T).getCanonicalType();
  if (T.isVolatileQualified() || T->isAtomicType() || T->isIncompleteType())
    return false;
  if (const auto *Record = T->getAs<RecordType>())
    return isAllValue(*Record->getDecl(), T, AST);
  if (const auto *Enum = T->getAs<EnumType>())
    return Enum->getDecl()->isFixed() &&
           isAllValue(Enum->getDecl()->getIntegerType(), AST);
  if (T->isRealFloatingType())
    return &AST.getFloatTypeSemantics(T) != &llvm::APFloat::x87DoubleExtended();
  return isa<BuiltinType>(T) && T->isIntegerType() && !T->isBooleanType();
}

/// \p T without its qualifiers, as it is written at this place.
std::string nameAsWritten(QualType T, const Context &C) {
  PrintingPolicy Policy(C.language());
  Policy.SuppressTagKeyword = true;
  return T.getUnqualifiedType().getAsString(Policy);
}

/// A name of \p T, a scalar, that means it everywhere; or empty. The name that
/// it was declared with may be another class's or function's.
std::string nameAnywhere(QualType T, const Context &C) {
  auto Qualified = [](const NamedDecl &D) {
    return D.getDeclContext()->isFileContext() ? D.getQualifiedNameAsString()
                                               : std::string();
  };
  if (const auto *Alias = T->getAs<TypedefType>())
    if (std::string Name = Qualified(*Alias->getDecl()); !Name.empty())
      return Name;
  if (const auto *Enum = T->getAs<EnumType>())
    return Qualified(*Enum->getDecl());
  return T->isBuiltinType() ? nameAsWritten(T.getCanonicalType(), C)
                            : std::string();
}

/// `std::bit_cast<To>(Text)` for the object \p From, or empty. \p Name is To's.
std::string bitCast(QualType To, StringRef Name, QualType From, StringRef Text,
                    const Context &C) {
  if (To.isNull() || From.isNull() || To->isDependentType() ||
      From->isDependentType() || To->isArrayType() || Text.empty() ||
      !isAllValue(To, C.AST) || !isAllValue(From, C.AST) ||
      C.AST.hasSameUnqualifiedType(To, From) ||
      !To.isTriviallyCopyableType(C.AST) ||
      !From.isTriviallyCopyableType(C.AST) ||
      C.AST.getTypeSize(To) != C.AST.getTypeSize(From))
    return {};
  // What has no name is printed with its place in parentheses.
  if (Name.empty() || Name.contains('('))
    return {};
  return ("std::bit_cast<" + Name + ">(" + Text + ")").str();
}

/// The object whose address \p E is, as `&x` or an array; or null.
const Expr *addressed(const Expr *E) {
  E = E->IgnoreParens();
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return U->getOpcode() == UO_AddrOf ? U->getSubExpr() : nullptr;
  const auto *Decay = dyn_cast<ImplicitCastExpr>(E);
  return Decay && Decay->getCastKind() == CK_ArrayToPointerDecay
             ? Decay->getSubExpr()
             : nullptr;
}

/// Whether the value of the lvalue is read by \p By and nothing else is done
/// with it.
bool isReadBy(const Stmt *By) {
  if (const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(By))
    return Cast->getCastKind() == CK_LValueToRValue;
  return false;
}

/// `*reinterpret_cast<T *>(&x)`, `*(T *)&x`, `reinterpret_cast<T &>(x)`.
std::optional<Rewrite> forCast(const ExplicitCastExpr &Cast, const Context &C) {
  unsigned N = 0;
  auto SkipParens = [&] {
    while (isa_and_nonnull<ParenExpr>(C.parent(N)))
      ++N;
  };
  const Expr *Whole = &Cast, *Object = Cast.getSubExprAsWritten();
  QualType To = Cast.getTypeAsWritten();
  const bool IsSpelled = isa<PointerType, ReferenceType>(To.getTypePtr());
  if (To->isReferenceType()) {
    To = To->getPointeeType();
  } else {
    SkipParens();
    const auto *Deref = dyn_cast_or_null<UnaryOperator>(C.parent(N++));
    Object = addressed(Cast.getSubExpr());
    if (!Deref || Deref->getOpcode() != UO_Deref || !To->isPointerType() ||
        !Object)
      return std::nullopt;
    Whole = Deref;
    To = To->getPointeeType();
  }
  SkipParens();
  if (!Object->isLValue() || !isReadBy(C.parent(N)))
    return std::nullopt;
  std::string Text =
      bitCast(To, IsSpelled ? nameAsWritten(To, C) : nameAnywhere(To, C),
              Object->getType(), textOf(*Object->IgnoreParens(), C), C);
  if (Text.empty())
    return std::nullopt;
  return Rewrite{Whole->getSourceRange(), std::move(Text), "bit"};
}

/// `memcpy(&to, &from, sizeof to);`
std::optional<Rewrite> forCopy(const CallExpr &Call, const Context &C) {
  static constexpr llvm::StringLiteral Names[] = {"memcpy", "std::memcpy",
                                                  "__builtin_memcpy"};
  if (Call.getNumArgs() != 3 || !isa_and_nonnull<CompoundStmt>(C.parent()) ||
      !llvm::is_contained(Names, calledName(Call)))
    return std::nullopt;
  auto Addressed = [](const Expr *Argument) {
    const auto *U = dyn_cast<UnaryOperator>(Argument->IgnoreParenImpCasts());
    return U && U->getOpcode() == UO_AddrOf ? U->getSubExpr() : nullptr;
  };
  const Expr *To = Addressed(Call.getArg(0)), *From = Addressed(Call.getArg(1));
  Expr::EvalResult Size;
  if (!To || !From || !To->getType()->isScalarType() ||
      !Call.getArg(2)->EvaluateAsInt(Size, C.AST) ||
      Size.Val.getInt() !=
          C.AST.getTypeSizeInChars(To->getType()).getQuantity())
    return std::nullopt;
  const std::string Into = textOf(*To, C);
  std::string Text =
      bitCast(To->getType(), nameAnywhere(To->getType(), C), From->getType(),
              textOf(*From->IgnoreParens(), C), C);
  if (Text.empty() || Into.empty())
    return std::nullopt;
  return Rewrite{Call.getSourceRange(), Into + " = " + Text, "bit"};
}

/// The variable that \p E is a member of, at any depth, or is; without a
/// pointer on the way.
const VarDecl *variableOf(const Expr *E) {
  E = E->IgnoreParens();
  while (const auto *Member = dyn_cast<MemberExpr>(E)) {
    if (Member->isArrow())
      return nullptr;
    E = Member->getBase()->IgnoreParens();
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

/// Whether all that \p S does to \p V is to read its members and to assign
/// them: nothing else has its address.
bool isOnlyNamed(const Stmt *S, const VarDecl &V) {
  if (!S)
    return true;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
    return Ref->getDecl() != &V;
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(S);
      Cast && isReadBy(Cast) && variableOf(Cast->getSubExpr()) == &V)
    return true;
  const auto *Assign = dyn_cast<BinaryOperator>(S);
  if (Assign && Assign->isAssignmentOp() && variableOf(Assign->getLHS()) == &V)
    return isOnlyNamed(Assign->getRHS(), V);
  return llvm::all_of(S->children(),
                      [&](const Stmt *Child) { return isOnlyNamed(Child, V); });
}

/// `u.b` where `u.a` is what was written.
std::optional<Rewrite> forMember(const MemberExpr &Read, const Context &C) {
  const VarDecl *Variable = variableOf(&Read);
  if (!isReadBy(C.parent()) || !Variable || !C.Function ||
      Variable->getDeclContext() != C.Function ||
      !Variable->hasLocalStorage() || Variable->getType()->isReferenceType() ||
      !Read.getBeginLoc().isFileID() || !Read.getMemberLoc().isFileID() ||
      !isOnlyNamed(C.Function->getBody(), *Variable))
    return std::nullopt;
  const PunnedRead Before = punnedRead(Read, C);
  if (!Before.Always || Before.Written.size() != 1 ||
      !Before.Written.front()->getIdentifier())
    return std::nullopt;
  const FieldDecl &Written = *Before.Written.front();
  if (!Written.getType()->isScalarType()) // a part of it may have been
    return std::nullopt;
  const std::string Member = textOf(Read, C);
  const StringRef Base =
      StringRef(Member).drop_back(Read.getMemberDecl()->getName().size());
  std::string Text =
      bitCast(Read.getType(), nameAnywhere(Read.getType(), C),
              Written.getType(), (Base + Written.getName()).str(), C);
  if (Text.empty())
    return std::nullopt;
  return Rewrite{Read.getSourceRange(), std::move(Text), "bit"};
}

} // namespace

std::optional<Rewrite> bitCastFor(const Operation &Op, const Stmt &Node,
                                  const Context &C) {
  if (!C.language().CPlusPlus20)
    return std::nullopt;
  const auto *Cast = dyn_cast<ExplicitCastExpr>(&Node);
  if (Cast && Op.Kind == "reinterpret" && Op.Proof.empty())
    return forCast(*Cast, C);
  const auto *Call = dyn_cast<CallExpr>(&Node);
  if (Call && Op.Kind == "copy")
    return forCopy(*Call, C);
  const auto *Member = dyn_cast<MemberExpr>(&Node);
  if (Member && Op.Kind == "union-pun" && Op.Proof.empty())
    return forMember(*Member, C);
  return std::nullopt;
}

} // namespace warrant
