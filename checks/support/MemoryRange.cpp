//===- MemoryRange.cpp - What is behind a pointer -------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MemoryRange.h"
#include "Types.h"

using namespace clang;

namespace warrant {
namespace {

/// The size of \p T in bytes; absence where nobody knows.
std::optional<uint64_t> sizeOf(QualType T, const ASTContext &AST) {
  if (T.isNull() || T->isDependentType() || T->isIncompleteType() ||
      T->isFunctionType() || T->isSizelessType() || T->isVariableArrayType())
    return std::nullopt;
  return AST.getTypeSizeInChars(T).getQuantity();
}

/// Whether \p L names an object, as opposed to what a pointer leads to.
bool isNamed(const Expr *L) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(L))
    return isa<VarDecl, BindingDecl>(Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(L))
    return isa<FieldDecl, VarDecl>(Member->getMemberDecl()) &&
           !Member->refersToBitField();
  if (const auto *U = dyn_cast<UnaryOperator>(L))
    return U->getOpcode() == UO_Deref &&
           isa<CXXThisExpr>(U->getSubExpr()->IgnoreParenImpCasts());
  return isa<StringLiteral, PredefinedExpr, CompoundLiteralExpr,
             MaterializeTemporaryExpr>(L);
}

/// The array whose element \p E is, and the element's constant index.
struct Element {
  const Expr *Array;
  uint64_t Index;
};

std::optional<Element> elementOf(const Expr *E, const ASTContext &AST) {
  const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E);
  if (!Subscript)
    return std::nullopt;
  const Expr *Array = strip(Subscript->getBase());
  std::optional<int64_t> Index = constantOf(Subscript->getIdx(), AST);
  std::optional<uint64_t> Extent = knownExtent(Array, AST);
  if (!Array->getType()->isArrayType() || !Index || *Index < 0 || !Extent ||
      uint64_t(*Index) > *Extent)
    return std::nullopt;
  return Element{Array, uint64_t(*Index)};
}

std::optional<MemoryRange> rangeOfObject(const Expr *L, ASTContext &AST) {
  L = L->IgnoreParens();
  std::optional<uint64_t> Size = sizeOf(L->getType(), AST);
  if (!Size)
    return std::nullopt;
  if (std::optional<Element> E = elementOf(L, AST)) {
    std::optional<MemoryRange> R = rangeOfObject(E->Array, AST);
    if (R)
      R->Bytes -= E->Index * *Size;
    return R;
  }
  bool Element =
      isa<ArraySubscriptExpr>(L) && L->getType()->isArrayType() &&
      strip(cast<ArraySubscriptExpr>(L)->getBase())->getType()->isArrayType();
  if (!isNamed(L) && !Element)
    return std::nullopt;
  bool Flexible = L->isFlexibleArrayMemberLike(
      AST, LangOptions::StrictFlexArraysLevelKind::Default);
  return MemoryRange{*Size, quoted(L, AST),
                     L->getType()->isArrayType() && !Flexible,
                     L->getType()->isArrayType() && Flexible};
}

/// `p + 4` where `p` is known.
std::optional<MemoryRange> rangeOfSum(const BinaryOperator &Sum,
                                      ASTContext &AST) {
  if (Sum.getOpcode() != BO_Add)
    return std::nullopt;
  const Expr *Base = Sum.getLHS(), *Offset = Sum.getRHS();
  if (!Base->getType()->isPointerType())
    std::swap(Base, Offset);
  std::optional<int64_t> Count = constantOf(Offset, AST);
  std::optional<uint64_t> Each = sizeOf(Sum.getType()->getPointeeType(), AST);
  std::optional<MemoryRange> R = knownRange(Base, AST);
  if (!R || !Count || !Each || *Count < 0 ||
      uint64_t(*Count) > R->Bytes / std::max<uint64_t>(*Each, 1))
    return std::nullopt;
  R->Bytes -= uint64_t(*Count) * *Each;
  return R;
}

/// The call of a method of a class in std that has one of \p Names.
const CXXMemberCallExpr *stdCall(const Expr *E,
                                 llvm::ArrayRef<llvm::StringLiteral> Names) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(strip(E));
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  bool Known = Method && Method->getIdentifier() &&
               isInStd(Method->getParent()) && Call->getNumArgs() == 0 &&
               llvm::is_contained(Names, Method->getName());
  return Known ? Call : nullptr;
}

/// A call of strlen.
const CallExpr *lengthCall(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(strip(E));
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() || Call->getNumArgs() != 1)
    return nullptr;
  StringRef Name = Callee->getName();
  Name.consume_front("__builtin_");
  return Name == "strlen" ? Call : nullptr;
}

/// Where a pointer comes from. Of a caller's the variable is the parameter;
/// null stands for `this`.
struct Origin {
  enum class How : uint8_t { Unknown, Object, Literal, Caller };
  How Kind = How::Unknown;
  const VarDecl *Variable = nullptr;
};

Origin originOfObject(const Expr *L);

Origin originOf(const Expr *Pointer) {
  const Expr *E = withoutPointerCasts(Pointer);
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
      Cast && Cast->getCastKind() == CK_ArrayToPointerDecay)
    return originOfObject(Cast->getSubExpr());
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && U->getOpcode() == UO_AddrOf)
    return originOfObject(U->getSubExpr());
  if (const auto *Sum = dyn_cast<BinaryOperator>(E); Sum && Sum->isAdditiveOp())
    return originOf(Sum->getLHS()->getType()->isPointerType() ? Sum->getLHS()
                                                              : Sum->getRHS());
  if (isa<CXXThisExpr>(E))
    return {Origin::How::Caller, nullptr};
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  const auto *P = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
  return P && P->getType()->isPointerType() ? Origin{Origin::How::Caller, P}
                                            : Origin();
}

Origin originOfObject(const Expr *L) {
  L = L->IgnoreParens();
  if (isa<StringLiteral, PredefinedExpr>(L))
    return {Origin::How::Literal, nullptr};
  if (const auto *Member = dyn_cast<MemberExpr>(L))
    return Member->isArrow() ? originOf(Member->getBase())
                             : originOfObject(Member->getBase());
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(L))
    return originOf(Subscript->getBase());
  if (const auto *U = dyn_cast<UnaryOperator>(L);
      U && U->getOpcode() == UO_Deref)
    return originOf(U->getSubExpr());
  const auto *Ref = dyn_cast<DeclRefExpr>(L);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!V)
    return {};
  if (V->getType()->isReferenceType())
    return isa<ParmVarDecl>(V) ? Origin{Origin::How::Caller, V} : Origin();
  return {Origin::How::Object, V->getCanonicalDecl()};
}

/// Whether what came from the caller can't lead to the local \p Object. A
/// lambda's caller may hand in a local of the function around it.
bool isNewer(const Origin &Object, const Origin &Other, const LocalUses *Uses) {
  if (Object.Kind != Origin::How::Object || Other.Kind != Origin::How::Caller ||
      !Object.Variable->hasLocalStorage())
    return false;
  const VarDecl *P = Other.Variable;
  if (!P) // `this` is older than every local of the method
    return true;
  if (P->getDeclContext() != Object.Variable->getDeclContext())
    return false;
  return P->getType()->isReferenceType() || (Uses && Uses->isUnchanged(P));
}

} // namespace

const Expr *withoutPointerCasts(const Expr *E) {
  while (true) {
    E = E->IgnoreParens();
    const auto *Cast = dyn_cast<CastExpr>(E);
    if (!Cast ||
        (Cast->getCastKind() != CK_BitCast && Cast->getCastKind() != CK_NoOp))
      return E;
    E = Cast->getSubExpr();
  }
}

bool isSameOperand(const Expr *A, const Expr *B, const ASTContext &AST) {
  A = strip(withoutPointerCasts(A));
  B = strip(withoutPointerCasts(B));
  if (A->HasSideEffects(AST))
    return false;
  llvm::FoldingSetNodeID First, Second;
  A->Profile(First, AST, /*Canonical=*/true);
  B->Profile(Second, AST, /*Canonical=*/true);
  return First == Second;
}

std::string quoted(const Expr *E, const ASTContext &AST) {
  std::string Text = "'";
  llvm::raw_string_ostream OS(Text);
  E->printPretty(OS, nullptr, AST.getPrintingPolicy());
  OS << "'";
  return Text;
}

std::optional<MemoryRange> knownRange(const Expr *Pointer, ASTContext &AST) {
  const Expr *E = withoutPointerCasts(Pointer);
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
      Cast && Cast->getCastKind() == CK_ArrayToPointerDecay)
    return rangeOfObject(Cast->getSubExpr(), AST);
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && U->getOpcode() == UO_AddrOf)
    return rangeOfObject(U->getSubExpr(), AST);
  if (const auto *Sum = dyn_cast<BinaryOperator>(E))
    return rangeOfSum(*Sum, AST);
  if (!isa<CXXThisExpr>(E))
    return std::nullopt;
  std::optional<uint64_t> Size = sizeOf(E->getType()->getPointeeType(), AST);
  return Size ? std::optional(MemoryRange{*Size, "'*this'", false})
              : std::nullopt;
}

std::optional<uint64_t> objectSize(const Expr *Pointer, ASTContext &AST) {
  uint64_t Size = 0;
  constexpr unsigned WholeObject = 0; // as __builtin_object_size takes it
  if (Pointer->isValueDependent() ||
      !Pointer->tryEvaluateObjectSize(Size, AST, WholeObject))
    return std::nullopt;
  return Size;
}

std::string stringFact(const Expr *Pointer, ASTContext &AST) {
  uint64_t Length = 0;
  const Expr *E = withoutPointerCasts(Pointer);
  if (!Pointer->isValueDependent() && Pointer->tryEvaluateStrLen(Length, AST))
    return "a constant string of " + std::to_string(Length);
  if (isa<PredefinedExpr>(strip(E)))
    return "a function's name";
  static constexpr llvm::StringLiteral Names[] = {"c_str"};
  if (stdCall(E, Names))
    return "c_str() ends with a NUL";
  const auto *Choice = dyn_cast<ConditionalOperator>(strip(E));
  if (!Choice)
    return {};
  std::string First = stringFact(Choice->getTrueExpr(), AST);
  std::string Second = stringFact(Choice->getFalseExpr(), AST);
  return First.empty() || Second.empty() ? std::string()
                                         : First + " or " + Second;
}

std::string ownSizeFact(const Expr *Pointer, const Expr *Count,
                        const ASTContext &AST) {
  static constexpr llvm::StringLiteral Data[] = {"data", "c_str"};
  static constexpr llvm::StringLiteral Size[] = {"size", "length"};
  const CXXMemberCallExpr *From = stdCall(withoutPointerCasts(Pointer), Data);
  const CXXMemberCallExpr *Of = stdCall(Count, Size);
  if (!From || !Of ||
      !isSameOperand(From->getImplicitObjectArgument(),
                     Of->getImplicitObjectArgument(), AST))
    return {};
  return "as much as size() says of its own data()";
}

std::string pairFact(const Expr *Pointer, const Expr *Size, ASTContext &AST) {
  Pointer = withoutPointerCasts(Pointer);
  Size = strip(Size);
  if (const auto *Sum = dyn_cast<BinaryOperator>(Size);
      Sum && Sum->getOpcode() == BO_Add && constantOf(Sum->getRHS(), AST) == 1)
    if (lengthCall(Sum->getLHS()))
      Size = strip(Sum->getLHS());
  if (const CallExpr *Length = lengthCall(Size))
    return isSameOperand(Pointer, Length->getArg(0), AST)
               ? "as much as strlen() finds there"
               : "";
  bool Bytes = Pointer->getType()->isPointerType() &&
               isByte(Pointer->getType()->getPointeeType());
  return Bytes ? ownSizeFact(Pointer, Size, AST) : std::string();
}

std::string distinctFact(const Expr *A, const Expr *B, const LocalUses *Uses) {
  Origin L = originOf(A), R = originOf(B);
  using How = Origin::How;
  if (L.Kind == How::Object && R.Kind == How::Object &&
      L.Variable != R.Variable)
    return "'" + L.Variable->getNameAsString() + "' and '" +
           R.Variable->getNameAsString() + "' are two objects";
  if ((L.Kind == How::Literal && R.Kind == How::Object) ||
      (R.Kind == How::Literal && L.Kind == How::Object))
    return "a literal is an object of its own";
  for (const auto &[Mine, Other] : {std::pair(L, R), std::pair(R, L)})
    if (isNewer(Mine, Other, Uses))
      return "'" + Mine.Variable->getNameAsString() +
             "' is newer than what the caller handed in";
  return {};
}

} // namespace warrant
