//===- PointerArithmetic.cpp - Pointer arithmetic, subscripts and ranges --===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/CastUse.h"
#include "support/Check.h"
#include "support/PatternTypes.h"
#include "support/PointerRanges.h"
#include "support/PointerUse.h"
#include "support/StdCalls.h"
#include "support/Types.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral BoundsCwe[] = {"CWE-119", "CWE-125", "CWE-787",
                                             "CWE-823"};
constexpr llvm::StringLiteral OffsetMisraC[] = {"Rule 18.1", "Rule 18.4"};
constexpr llvm::StringLiteral BoundsMisraC[] = {"Rule 18.1"};
constexpr llvm::StringLiteral BoundsMisraCpp[] = {"Rule 8.7.1"};
constexpr llvm::StringLiteral OffsetCert[] = {"ARR30-C", "ARR37-C", "ARR39-C",
                                              "CTR56-CPP"};
constexpr llvm::StringLiteral BoundsCert[] = {"ARR30-C", "ARR37-C",
                                              "CTR56-CPP"};
constexpr llvm::StringLiteral BoundsCore[] = {"Bounds.1", "ES.42"};
constexpr References OffsetRefs = {BoundsCwe, OffsetMisraC, BoundsMisraCpp,
                                   OffsetCert, BoundsCore};
constexpr References BoundsRefs = {BoundsCwe, BoundsMisraC, BoundsMisraCpp,
                                   BoundsCert, BoundsCore};
constexpr References AdvanceRefs = {
    BoundsCwe, {}, BoundsMisraCpp, OffsetCert, BoundsCore};
constexpr llvm::StringLiteral IndexCwe[] = {"CWE-119", "CWE-125", "CWE-787",
                                            "CWE-129"};
constexpr llvm::StringLiteral IndexCert[] = {"ARR30-C"};
constexpr llvm::StringLiteral IndexCore[] = {"Bounds.2", "SL.con.3"};
constexpr References IndexRefs = {IndexCwe, BoundsMisraC, BoundsMisraCpp,
                                  IndexCert, IndexCore};
constexpr llvm::StringLiteral SmartCert[] = {"CTR50-CPP"};
constexpr llvm::StringLiteral SmartCore[] = {"SL.con.3"};
constexpr References SmartRefs = {IndexCwe, {}, {}, SmartCert, SmartCore};
constexpr llvm::StringLiteral RangeCwe[] = {"CWE-119", "CWE-125", "CWE-787",
                                            "CWE-805"};
constexpr llvm::StringLiteral RangeCert[] = {"CTR52-CPP", "CTR53-CPP"};
constexpr llvm::StringLiteral RangeCore[] = {"I.13", "SL.con.3"};
constexpr References RangeRefs = {RangeCwe, {}, {}, RangeCert, RangeCore};
constexpr llvm::StringLiteral DifferenceCwe[] = {"CWE-469"};
constexpr llvm::StringLiteral DifferenceMisraC[] = {"Rule 18.2"};
constexpr llvm::StringLiteral DifferenceMisraCpp[] = {"Rule 8.7.2"};
constexpr llvm::StringLiteral DifferenceCert[] = {"ARR36-C", "CTR54-CPP"};
constexpr llvm::StringLiteral DifferenceCore[] = {"Bounds.1"};
constexpr References DifferenceRefs = {DifferenceCwe, DifferenceMisraC,
                                       DifferenceMisraCpp, DifferenceCert,
                                       DifferenceCore};
constexpr llvm::StringLiteral OrderCwe[] = {"CWE-758"};
constexpr llvm::StringLiteral OrderMisraC[] = {"Rule 18.3"};
constexpr llvm::StringLiteral OrderMisraCpp[] = {"Rule 8.9.1"};
constexpr llvm::StringLiteral OrderCert[] = {"ARR36-C"};
constexpr llvm::StringLiteral OrderCore[] = {"ES.62"};
constexpr References OrderRefs = {OrderCwe, OrderMisraC, OrderMisraCpp,
                                  OrderCert, OrderCore};

constexpr PropertySet InBounds = {Property::Bounds, Property::Overflow,
                                  Property::Lifetime};

constexpr KindInfo Kinds[] = {
    {"offset", "an integer is added to or subtracted from a pointer",
     Severity::High, InBounds, OffsetRefs},
    {"step", "a pointer is incremented or decremented", Severity::High,
     InBounds, BoundsRefs},
    {"subscript", "a pointer is subscripted", Severity::High, InBounds,
     BoundsRefs},
    {"array-index", "a built-in array is subscripted", Severity::Medium,
     InBounds, IndexRefs},
    {"difference",
     "two pointers are subtracted",
     Severity::Medium,
     {Property::SameObject},
     DifferenceRefs},
    {"order",
     "two pointers are compared for order",
     Severity::Low,
     {Property::SameObject},
     OrderRefs},
    {"advance",
     "a raw pointer is moved by std::next, std::prev or std::advance",
     Severity::High, InBounds, AdvanceRefs},
    {"smart-array", "a smart pointer to an array is subscripted",
     Severity::High, InBounds, SmartRefs},
    {"range",
     "a view or a container is made from a pointer and a length or "
     "from two pointers",
     Severity::High, InBounds, RangeRefs},
};

constexpr OptionInfo Options[] = {
    {"range-types", OptionInfo::Type::StringList, "",
     "qualified names of further classes whose constructors take a pointer "
     "and a length"},
};

bool isOrdering(BinaryOperatorKind K) {
  return BinaryOperator::isRelationalOp(K) || K == BO_Cmp;
}

/// Whether \p E can be what is added to a pointer; an iterator that is a
/// pointer underneath can't.
bool isOffset(const Expr *E) {
  return E->isTypeDependent() || !E->getType()->isAnyPointerType();
}

/// Whether \p E is what arithmetic is done on; with GNU that may be a function.
bool isMoved(const Expr *E) {
  return isPointerOperand(E) || E->getType()->isFunctionPointerType();
}

/// Why the position is within what \p Pointer leads to, or directly behind it
/// where it is not accessed; or empty.
std::string proveOffset(const Expr *Pointer, const Expr *Offset,
                        const Context &C) {
  return isAccessed(C) ? proveIndex(Pointer, Offset, /*OnePast=*/false, C.AST)
                       : proveLength(Pointer, Offset, C.AST);
}

/// The range of the operation \p S: of a fold, that of the operators that it
/// becomes, without its parentheses.
SourceRange rangeOf(const Stmt &S) {
  const auto *Fold = dyn_cast<CXXFoldExpr>(&S);
  if (!Fold)
    return S.getSourceRange();
  SourceLocation Dots = Fold->getEllipsisLoc();
  return {Fold->getLHS() ? Fold->getLHS()->getBeginLoc() : Dots,
          Fold->getRHS() ? Fold->getRHS()->getEndLoc() : Dots};
}

void reportBinary(const Stmt &S, const BinaryView &B, const Context &C,
                  Sink &Out) {
  bool Left = isMoved(B.LHS), Right = isMoved(B.RHS);
  Operation Op;
  switch (B.Opcode) {
  case BO_Add:
  case BO_AddAssign:
    if (Left == Right || (Right && B.Opcode == BO_AddAssign) ||
        !isOffset(Left ? B.RHS : B.LHS))
      return;
    Op.Kind = "offset";
    Op.Proof =
        Left ? proveOffset(B.LHS, B.RHS, C) : proveOffset(B.RHS, B.LHS, C);
    break;
  case BO_Sub:
  case BO_SubAssign:
    if (!Left || (!Right && !isOffset(B.RHS)))
      return;
    if (isStepToContainer(B, C))
      return;
    Op.Kind = Right ? "difference" : "offset";
    // What a dependent right side is only an instantiation can tell.
    Op.IsGuess = B.Opcode == BO_Sub && !Right && B.RHS->isTypeDependent();
    break;
  default:
    if (!isOrdering(B.Opcode) || !Left || !Right)
      return;
    Op.Kind = "order";
  }
  // Last, since a range is found by descending the whole left side.
  Op.Token = B.OperatorLoc;
  Op.Range = rangeOf(S);
  Op.Selectors = {B.LHS, B.RHS};
  Out.report(std::move(Op));
}

void reportSubscript(const ArraySubscriptExpr &E, const Context &C, Sink &Out) {
  // getBase() guesses from the index's type, which may be dependent.
  bool LeftIsBase =
      isPointerOperand(E.getLHS()) || E.getLHS()->getType()->isVectorType();
  const Expr *Base = LeftIsBase ? E.getLHS() : E.getRHS();
  const Expr *Index = LeftIsBase ? E.getRHS() : E.getLHS();
  bool Vector = Base->getType()->isVectorType();
  if (!Vector && !isPointerOperand(Base))
    return;
  Operation Op;
  Op.Kind = Vector || pointerShape(Base) == PointerShape::Array ? "array-index"
                                                                : "subscript";
  Op.Token = E.getRBracketLoc();
  Op.Range = E.getSourceRange();
  Op.Selectors = {Base, Index};
  Op.Proof = proveIndex(Base, Index, isPositionOnly(C), C.AST);
  Out.report(std::move(Op));
}

/// `p[first : length]` in a clause of OpenMP or OpenACC.
void reportSection(const ArraySectionExpr &E, Sink &Out) {
  PointerShape Base = pointerShape(E.getBase());
  if (Base == PointerShape::None)
    return;
  Operation Op;
  Op.Kind = Base == PointerShape::Array ? "array-index" : "subscript";
  Op.Token = E.getRBracketLoc();
  Op.Range = E.getSourceRange();
  Op.Selectors = {E.getBase()};
  for (const Expr *Bound : {E.getLowerBound(), E.getLength()})
    if (Bound)
      Op.Selectors.push_back(Bound);
  Out.report(std::move(Op));
}

void reportSmartArray(const Stmt &S, const SmartSubscript &Found, Sink &Out) {
  Operation Op;
  Op.Kind = "smart-array";
  Op.Token = Found.Token;
  Op.Range = S.getSourceRange();
  Op.Selectors = {Found.Pointer, Found.Index};
  Out.report(std::move(Op));
}

/// What a function of the standard library does to the raw pointers that it is
/// given, or nothing.
StringRef kindOfCall(const StdCall &Call) {
  if (Call.Arguments.empty() || !isPointerOperand(Call.Arguments[0]))
    return {};
  if (Call.Name == "next" || Call.Name == "prev" || Call.Name == "advance")
    return "advance";
  bool Difference = Call.Name == "distance" && Call.Arguments.size() > 1 &&
                    isPointerOperand(Call.Arguments[1]);
  return Difference ? "difference" : StringRef();
}

void reportCall(const CallExpr &E, Sink &Out) {
  std::optional<StdCall> Call = asStdCall(E);
  StringRef Kind = Call ? kindOfCall(*Call) : StringRef();
  if (Kind.empty())
    return;
  Operation Op;
  Op.Kind = Kind;
  Op.Token = Call->Token;
  Op.Range = E.getSourceRange();
  Op.Selectors.append(Call->Arguments.begin(), Call->Arguments.end());
  Out.report(std::move(Op));
}

void reportRange(const RangeView &R, const Context &C, Sink &Out) {
  Operation Op;
  Op.Kind = "range";
  Op.Token = R.Token;
  Op.Range = R.Range;
  Op.Selectors = {R.Pointer, R.Bound};
  Op.Proof = proveRange(R, C.AST);
  Out.report(std::move(Op));
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  if (std::optional<BinaryView> B = asBinary(S))
    return reportBinary(S, *B, C, Out);
  if (std::optional<StepView> Step = asStep(S)) {
    if (!isMoved(Step->Operand))
      return;
    Operation Op;
    Op.Kind = "step";
    Op.Token = Step->OperatorLoc;
    Op.Range = S.getSourceRange();
    Op.Selectors = {Step->Operand};
    return Out.report(std::move(Op));
  }
  if (std::optional<SmartSubscript> Found = asSmartSubscript(S))
    return reportSmartArray(S, *Found, Out);
  if (const auto *E = dyn_cast<ArraySubscriptExpr>(&S))
    return reportSubscript(*E, C, Out);
  if (const auto *E = dyn_cast<ArraySectionExpr>(&S))
    return reportSection(*E, Out);
  if (std::optional<RangeView> R = asRange(S, C, [&](StringRef Name) {
        return llvm::is_contained(
            C.Settings.listOption(*findCheck("pointer-arithmetic"),
                                  "range-types"),
            Name);
      }))
    return reportRange(*R, C, Out);
  if (const auto *E = dyn_cast<CallExpr>(&S))
    reportCall(*E, Out);
}

constexpr CheckInfo Info = {
    "pointer-arithmetic",
    "pointers that are moved, subscripted, subtracted, ordered or turned into "
    "ranges",
    /*OnByDefault=*/true,
    Kinds,
    Options,
    R"md(Raw pointer arithmetic is sound only while the result stays within one
live object, or one past its end where it is not accessed. The language checks
none of this, so the reason has to be written down where the arithmetic is.

Every subscript of a pointer is arithmetic; a subscript of a built-in array is
the kind `array-index`, and is proven where the index is a constant, a mask, a
modulo or of a type too narrow to leave the array, and where it is made of local
variables or parameters that every path to the subscript checks or sets, a loop
or an assertion as well, with no change in between. Pointers into an array of
known length are followed as an index is. An index that is checked
against the member that `counted_by` names has evidence of its bounds. docs/proofs.md
has all of this.

Differences and ordered comparisons of pointers need both to point into the same
object, and are proven where both are computed from one; `std::distance` of two
raw pointers is their difference. A `std::span`,
`std::string_view`, string or container that is made from a pointer and a length,
or given both (`s.append(p, n)`), believes that length: the kind `range`, proven where the length is that of the
object itself, as in `{s.data(), s.size()}`.

Not reported: iterators whose spelled type is a container's even where it is a
raw pointer underneath, `==` and `!=`, `std::less` of two pointers, which orders
those of several objects too, and the `operator[]` of containers, whose
precondition belongs to a hardened library.

Good reasons name the bound and where it was established: `i < n`, and that `p`
points to `n` elements.)md",
    R"cpp(int sum(const int *p, unsigned n) {
  int s = 0;
  for (unsigned i = 0; i < n; ++i)
    s += p[i];
  return s;
}
)cpp",
    R"cpp(int sum(const int *p, unsigned n) {
  int s = 0;
  for (unsigned i = 0; i < n; ++i)
    // SAFETY: i < n, and the caller passes a live array p of n elements.
    s += p[i];
  return s;
}
)cpp",
    R"md(- `operator[]` and iterators of containers, and views that check nothing, are preconditions of the library: they are not listed.
- Arithmetic on an integer that holds an address is none of pointers; the casts to and from it are sites of `reinterpret-cast`.
- An access without arithmetic, as `*p`, is listed by `raw-dereference` only, which is off by default.
- In a template that nothing instantiates, what depends on a bare type parameter is not seen.)md",
};

} // namespace

extern const Check PointerArithmetic;
const Check PointerArithmetic = {&Info, atStmt, nullptr};

} // namespace warrant::checks
