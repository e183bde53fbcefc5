//===- MemoryFacts.cpp - Which conditions of an overlay hold --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MemoryFacts.h"
#include "FormatFacts.h"
#include "MemoryRange.h"
#include "Types.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/Support/CheckedArithmetic.h"

using namespace clang;

namespace warrant {
namespace {

using Kind = OverlayFact::Kind;

/// What \p E leads to as its author wrote it; null for void and the like.
QualType pointeeOf(const Expr *E, const ASTContext &AST) {
  QualType T = E->getType();
  QualType To = T->isPointerType() ? T->getPointeeType() : QualType();
  if (const auto *Array = AST.getAsArrayType(T))
    To = Array->getElementType();
  if (To.isNull() || To->isDependentType() || To->isIncompleteType() ||
      To->isFunctionType())
    return {};
  return AST.getBaseElementType(To).getUnqualifiedType();
}

std::string quoted(QualType T) { return "'" + T.getAsString() + "'"; }

std::string bytes(uint64_t Count) {
  return std::to_string(Count) + (Count == 1 ? " byte" : " bytes");
}

} // namespace

const Expr *MemoryFacts::argument(unsigned Index) const {
  const Expr *E = Index < Op.Arguments.size() ? Op.Arguments[Index] : nullptr;
  return E && !E->isInstantiationDependent() ? E : nullptr;
}

//===----------------------------------------------------------------------===//
// Sizes
//===----------------------------------------------------------------------===//

/// Takes \p E into the product; false where there would be two variables.
bool MemoryFacts::multiply(Amount &A, const Expr *E) const {
  if (std::optional<int64_t> Constant = constantOf(E, AST)) {
    std::optional<uint64_t> Product = llvm::checkedMulUnsigned<uint64_t>(
        A.Known, static_cast<uint64_t>(*Constant));
    A.Known = Product.value_or(0);
    return Product && *Constant >= 0;
  }
  const auto *Product = dyn_cast<BinaryOperator>(strip(E));
  if (Product && Product->getOpcode() == BO_Mul)
    return multiply(A, Product->getLHS()) && multiply(A, Product->getRHS());
  if (A.Variable)
    return false;
  A.Variable = E;
  return true;
}

std::optional<MemoryFacts::Amount>
MemoryFacts::amountOf(const OverlayFact &Fact) const {
  Amount A;
  const OverlaySize &Size = Fact.Size;
  if (Size.In == OverlaySize::Unit::Fixed)
    return Amount{Size.Number};
  if (Size.In == OverlaySize::Unit::String) {
    const Expr *String = argument(Size.Parameters.front());
    uint64_t Length = 0;
    bool Constant = String && !String->isValueDependent() &&
                    String->tryEvaluateStrLen(Length, AST);
    return Constant ? std::optional(Amount{Length + 1}) : std::nullopt;
  }
  for (unsigned Index : Size.Parameters) {
    const Expr *E = argument(Index);
    if (!E || !multiply(A, E))
      return std::nullopt;
  }
  if (Size.In == OverlaySize::Unit::Bytes)
    return A;
  const Expr *Pointer = argument(Fact.Parameters.front());
  QualType Each = Pointer ? pointeeOf(Pointer, AST) : QualType();
  if (Pointer && Each.isNull()) // it takes `void *`
    Each = pointeeOf(strip(Pointer), AST);
  if (Each.isNull())
    return std::nullopt;
  A.Known *= AST.getTypeSizeInChars(Each).getQuantity();
  return A;
}

std::string MemoryFacts::boundedFact(const Amount &A, uint64_t Limit,
                                     const std::string &Of) {
  std::string Room = " of the " + bytes(Limit) + " of " + Of;
  if (!A.Variable)
    return A.Known <= Limit ? bytes(A.Known) + Room : "";
  const FunctionFlow *Around = A.Known && Limit < INT64_MAX ? Flow() : nullptr;
  if (!Around)
    return {};
  BoundProver Prover(*Around);
  auto Most = static_cast<int64_t>(Limit / A.Known);
  if (!Prover.value(A.Variable, {true, Most}) ||
      !Prover.value(A.Variable, {false, 0}))
    return {};
  std::string Why = describeReasons(Prover.reasons(), AST.getSourceManager());
  return "at most " + bytes(Limit) + (Why.empty() ? "" : ", " + Why + ",") +
         Room;
}

std::string MemoryFacts::extentFact(const OverlayFact &Fact) {
  const Expr *Pointer = argument(Fact.Parameters.front());
  if (!Pointer)
    return {};
  if (Fact.Size.Parameters.size() == 1)
    if (const Expr *Size = argument(Fact.Size.Parameters.front())) {
      std::string Pair = pairFact(Pointer, Size, AST);
      if (!Pair.empty())
        return Pair;
    }
  std::optional<Amount> A = amountOf(Fact);
  std::optional<MemoryRange> Range = knownRange(Pointer, AST);
  return A && Range ? boundedFact(*A, Range->Bytes, Range->Of) : std::string();
}

//===----------------------------------------------------------------------===//
// Everything else
//===----------------------------------------------------------------------===//

std::string MemoryFacts::typeFact(const OverlayFact &Fact, bool OrPadding) {
  if (!OrPadding && !C.language().CPlusPlus)
    return "in C every type can be copied by its bytes";
  std::set<std::string> Types;
  for (unsigned Index : Fact.Parameters) {
    const Expr *E = argument(Index);
    QualType T = E ? pointeeOf(E->IgnoreParenCasts(), AST) : QualType();
    if (T.isNull() || !(OrPadding ? AST.hasUniqueObjectRepresentations(T)
                                  : T.isTriviallyCopyableType(AST)))
      return {};
    Types.insert(quoted(T));
  }
  return llvm::join(Types, " and ") + (Types.size() > 1 ? " are " : " is ") +
         (OrPadding ? "without padding" : "trivially copyable");
}

std::string MemoryFacts::stringsFact(const OverlayFact &Fact) {
  std::string Why;
  for (unsigned Index : Fact.Parameters) {
    const Expr *E = argument(Index);
    std::string Each = E ? stringFact(E, AST) : "";
    if (Each.empty())
      return {};
    Why += (Why.empty() ? "" : "; ") + Each;
  }
  return Why;
}

std::string MemoryFacts::alignedFact(const OverlayFact &Fact) {
  const Expr *E = argument(Fact.Parameters.front());
  const Expr *Written = E ? E->IgnoreParenCasts() : nullptr;
  QualType T = Written ? pointeeOf(Written, AST) : QualType();
  uint64_t Has = T.isNull() ? 0 : AST.getTypeAlignInChars(T).getQuantity();
  const auto *Ref = dyn_cast_or_null<DeclRefExpr>(Written);
  if (Ref && Ref->getType()->isArrayType())
    Has = AST.getDeclAlign(Ref->getDecl()).getQuantity();
  return Has >= Fact.Size.Number ? "it is aligned to " + bytes(Has) : "";
}

std::string MemoryFacts::overlapFact(const OverlayFact &Fact) {
  const Expr *A = argument(Fact.Parameters[0]);
  const Expr *B = argument(Fact.Parameters[1]);
  if (!A || !B)
    return {};
  std::string Why = distinctFact(A, B, nullptr);
  if (!Why.empty())
    return Why;
  const FunctionFlow *Around = Flow();
  return Around ? distinctFact(A, B, &Around->uses()) : std::string();
}

std::optional<FormatFacts>
MemoryFacts::formatOf(const OverlayFact &Fact) const {
  const Expr *Format = argument(Fact.Parameters.front());
  size_t Named = Op.Overlay->Parameters.size();
  if (!Format || Named > Op.Arguments.size())
    return std::nullopt;
  ArrayRef<const Expr *> Rest = ArrayRef(Op.Arguments).drop_front(Named);
  if (llvm::any_of(Rest,
                   [](const Expr *E) { return E->isInstantiationDependent(); }))
    return std::nullopt;
  return readFormat(Format, Rest, Fact.Is == Kind::Scanf, AST);
}

std::string MemoryFacts::formatFact(const OverlayCondition &Condition) {
  std::optional<FormatFacts> Facts = formatOf(Condition.Fact);
  if (!Facts)
    return {};
  if (Condition.About == Property::Bounds && Facts->StringsFit)
    return Facts->Strings ? "each string of the format is bounded"
                          : "the format has no string";
  if (Condition.About == Property::Bounds || !Facts->TypesMatch)
    return {};
  return "the format's conversions (" + std::to_string(Facts->Conversions) +
         ") match the arguments";
}

std::string MemoryFacts::establish(const OverlayCondition &Condition) {
  const OverlayFact &Fact = Condition.Fact;
  switch (Fact.Is) {
  case Kind::None:
    return {};
  case Kind::Reads:
  case Kind::Writes:
    return extentFact(Fact);
  case Kind::ReadsString: {
    std::string Ends = stringsFact(Fact);
    return Ends.empty() ? extentFact(Fact) : Ends;
  }
  case Kind::NoOverlap:
    return overlapFact(Fact);
  case Kind::TriviallyCopyable:
    return typeFact(Fact, /*OrPadding=*/false);
  case Kind::NoPadding:
    return typeFact(Fact, /*OrPadding=*/true);
  case Kind::NulTerminated:
    return stringsFact(Fact);
  case Kind::Aligned:
    return alignedFact(Fact);
  case Kind::Printf:
  case Kind::Scanf:
    return formatFact(Condition);
  }
  llvm_unreachable("not a fact");
}

//===----------------------------------------------------------------------===//
// Defects
//===----------------------------------------------------------------------===//

std::optional<Defect> MemoryFacts::extentDefect(const OverlayFact &Fact) {
  const Expr *Pointer = argument(Fact.Parameters.front());
  std::optional<Amount> A = amountOf(Fact);
  if (!Pointer || !A || A->Variable)
    return std::nullopt;
  std::string Does = Fact.Is == Kind::Reads ? "reads " : "writes ";
  std::optional<uint64_t> Whole = objectSize(Pointer, AST);
  std::optional<MemoryRange> Range = knownRange(Pointer, AST);
  std::string Of = Range ? Range->Of : warrant::quoted(strip(Pointer), AST);
  if (Whole && *Whole < A->Known)
    return Defect{"size-beyond-object", Precision::Certain,
                  Does + bytes(A->Known) + ", and " + Of + " has " +
                      std::to_string(*Whole)};
  if (Range && Range->IsWhole && Range->Bytes < A->Known)
    return Defect{"size-beyond-object", Precision::Likely,
                  Does + bytes(A->Known) + ", and " + Of + " has " +
                      std::to_string(Range->Bytes)};
  return std::nullopt;
}

/// `memset(p, 0, sizeof p)`.
std::optional<Defect> MemoryFacts::sizeofDefect(const OverlayFact &Fact) {
  const Expr *Pointer = argument(Fact.Parameters.front());
  if (!Pointer || Fact.Size.Parameters.size() != 1)
    return std::nullopt;
  const Expr *Size = argument(Fact.Size.Parameters.front());
  const auto *Trait =
      dyn_cast_or_null<UnaryExprOrTypeTraitExpr>(Size ? strip(Size) : nullptr);
  if (!Trait || Trait->getKind() != UETT_SizeOf || Trait->isArgumentType())
    return std::nullopt;
  const Expr *Of = Trait->getArgumentExpr()->IgnoreParens();
  if (!Of->getType()->isPointerType() || !isSameOperand(Pointer, Of, AST))
    return std::nullopt;
  return Defect{"size-of-pointer", Precision::Likely,
                "the size is that of the pointer " + warrant::quoted(Of, AST) +
                    ", not of what it points to"};
}

std::optional<Defect> MemoryFacts::typeDefect(const OverlayFact &Fact) {
  for (unsigned Index : Fact.Parameters) {
    const Expr *E = argument(Index);
    // An explicit cast says that its author knows.
    QualType T = E ? pointeeOf(strip(E), AST) : QualType();
    const CXXRecordDecl *Class = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
    if (!Class || T.isTriviallyCopyableType(AST))
      continue;
    bool Certain = Class->isPolymorphic() || Class->getNumVBases() != 0;
    return Defect{"not-trivially-copyable",
                  Certain ? Precision::Certain : Precision::Likely,
                  quoted(T) + " is not trivially copyable"};
  }
  return std::nullopt;
}

std::optional<Defect> MemoryFacts::overlapDefect(const OverlayFact &Fact) {
  const Expr *A = argument(Fact.Parameters[0]);
  const Expr *B = argument(Fact.Parameters[1]);
  if (!A || !B || !isSameOperand(A, B, AST))
    return std::nullopt;
  return Defect{"overlap", Precision::Likely,
                "both ranges begin at " + warrant::quoted(strip(A), AST)};
}

std::optional<Defect> MemoryFacts::refute(const OverlayCondition &Condition) {
  const OverlayFact &Fact = Condition.Fact;
  switch (Fact.Is) {
  case Kind::Reads:
  case Kind::Writes:
    if (std::optional<Defect> D = extentDefect(Fact))
      return D;
    return sizeofDefect(Fact);
  case Kind::TriviallyCopyable:
    return C.language().CPlusPlus ? typeDefect(Fact) : std::nullopt;
  case Kind::NoOverlap:
    return overlapDefect(Fact);
  case Kind::Scanf:
    if (Condition.About == Property::Bounds)
      if (std::optional<FormatFacts> Facts = formatOf(Fact))
        if (Facts->IsUnbounded)
          return Defect{"unbounded-string", Precision::Likely,
                        "the format reads a string without a width"};
    return std::nullopt;
  default:
    return std::nullopt;
  }
}

} // namespace warrant
