//===- Allocation.cpp - Memory fresh from an allocator --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Allocation.h"
#include "EvidenceFlow.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/TargetInfo.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace warrant {
namespace {

/// A known allocator, and which of its arguments are sizes, and the alignment.
struct Allocator {
  llvm::StringLiteral Name;
  llvm::ArrayRef<unsigned> Sizes;
  std::optional<unsigned> Alignment = std::nullopt;
};

constexpr unsigned First[] = {0};
constexpr unsigned Second[] = {1};
constexpr unsigned Counted[] = {0, 1};
constexpr unsigned Recounted[] = {1, 2};
constexpr Allocator ByName[] = {
    {"malloc", First},
    {"calloc", Counted},
    {"realloc", Second},
    {"reallocarray", Recounted},
    {"aligned_alloc", Second, 0},
    {"memalign", Second, 0},
    {"valloc", First},
    {"alloca", First},
    {"__builtin_alloca", First},
    {"__builtin_malloc", First},
    {"__builtin_calloc", Counted},
    {"__builtin_realloc", Second},
    {"__builtin_operator_new", First},
};
constexpr Allocator New = {"operator new", First};
constexpr Allocator AlignedNew = {"operator new", First, 1};

/// The allocators of C's library and of C++; none of a class or a namespace,
/// and no placement.
const Allocator *findKnown(const FunctionDecl &F) {
  if (F.isReservedGlobalPlacementOperator())
    return nullptr;
  if (F.isReplaceableGlobalAllocationFunction())
    return F.getNumParams() > 1 && F.getParamDecl(1)->getType()->isAlignValT()
               ? &AlignedNew
               : &New;
  if (!F.getIdentifier() || !(F.isExternC() || F.getBuiltinID()))
    return nullptr;
  const Allocator *It = llvm::find_if(
      ByName, [&](const Allocator &A) { return A.Name == F.getName(); });
  return It == std::end(ByName) ? nullptr : It;
}

/// The sizes that \p Call asks for. Which they are nobody says of an allocator
/// that only configuration or an attribute names: then every integer counts.
llvm::SmallVector<const Expr *, 2> sizesOf(const CallExpr &Call) {
  const FunctionDecl &Callee = *Call.getDirectCallee();
  llvm::SmallVector<unsigned, 2> Places;
  if (const auto *Attr = Callee.getAttr<AllocSizeAttr>()) {
    Places.push_back(Attr->getElemSizeParam().getASTIndex());
    if (Attr->getNumElemsParam().isValid())
      Places.push_back(Attr->getNumElemsParam().getASTIndex());
  } else if (const Allocator *Found = findKnown(Callee)) {
    Places.append(Found->Sizes.begin(), Found->Sizes.end());
  } else {
    for (unsigned I = 0; I != Call.getNumArgs(); ++I)
      if (Call.getArg(I)->getType()->isIntegerType())
        Places.push_back(I);
  }
  llvm::SmallVector<const Expr *, 2> Sizes;
  for (unsigned I : Places)
    if (I < Call.getNumArgs())
      Sizes.push_back(Call.getArg(I));
  return Sizes;
}

/// Whether \p E is `sizeof` of what is a \p T.
bool isSizeOf(const Expr *E, QualType T, const ASTContext &AST) {
  const auto *Trait = dyn_cast<UnaryExprOrTypeTraitExpr>(E);
  return Trait && Trait->getKind() == UETT_SizeOf &&
         AST.hasSameUnqualifiedType(Trait->getTypeOfArgument(), T);
}

/// Whether \p Size is the size of a \p T at least, or a product of it.
bool isSizeFor(const Expr *Size, QualType T, const ASTContext &AST) {
  const Expr *E = Size->IgnoreParenCasts();
  if (isSizeOf(E, T, AST))
    return true;
  std::optional<int64_t> Value = constantOf(Size, AST);
  if (Value && !T->isDependentType())
    return *Value >= AST.getTypeSizeInChars(T).getQuantity();
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return isSizeFor(Choice->getTrueExpr(), T, AST) &&
           isSizeFor(Choice->getFalseExpr(), T, AST);
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary ||
      (Binary->getOpcode() != BO_Mul && Binary->getOpcode() != BO_Add))
    return false;
  // What is added may be negative, unless its type says that it is not.
  auto Grows = [&](const Expr *Other) {
    Other = Other->IgnoreParenImpCasts();
    std::optional<int64_t> Value = constantOf(Other, AST);
    return Binary->getOpcode() == BO_Mul || Other->isTypeDependent() ||
           Other->getType()->isUnsignedIntegerType() || (Value && *Value >= 0);
  };
  const Expr *L = Binary->getLHS(), *R = Binary->getRHS();
  return (isSizeFor(L, T, AST) && Grows(R)) ||
         (isSizeFor(R, T, AST) && Grows(L));
}

/// Whether a number of sizes suffices, where both are constants.
std::optional<bool> suffices(llvm::ArrayRef<const Expr *> Sizes, QualType T,
                             const ASTContext &AST) {
  if (Sizes.size() != 2 || T->isDependentType())
    return std::nullopt;
  std::optional<int64_t> Left = constantOf(Sizes[0], AST);
  std::optional<int64_t> Right = constantOf(Sizes[1], AST);
  if (!Left || !Right || *Left < 0 || *Right < 0)
    return std::nullopt;
  return llvm::SaturatingMultiply(uint64_t(*Left), uint64_t(*Right)) >=
         uint64_t(AST.getTypeSizeInChars(T).getQuantity());
}

/// The argument of \p Call that is the alignment it asks for, or null.
const Expr *alignmentOf(const CallExpr &Call) {
  const FunctionDecl &Callee = *Call.getDirectCallee();
  std::optional<unsigned> Place;
  if (const auto *Attr = Callee.getAttr<AllocAlignAttr>())
    Place = Attr->getParamIndex().getASTIndex();
  else if (const Allocator *Found = findKnown(Callee))
    Place = Found->Alignment;
  return Place && *Place < Call.getNumArgs() ? Call.getArg(*Place) : nullptr;
}

/// What every result of \p F is aligned to, in bytes.
int64_t alignmentOf(const FunctionDecl &F, const ASTContext &AST) {
  int64_t Fundamental =
      AST.toCharUnitsFromBits(AST.getTargetInfo().getNewAlign()).getQuantity();
  const auto *Assumed = F.getAttr<AssumeAlignedAttr>();
  if (!Assumed || Assumed->getOffset())
    return Fundamental;
  std::optional<int64_t> Value = constantOf(Assumed->getAlignment(), AST);
  return std::max(Fundamental, Value.value_or(0));
}

bool isAligned(const CallExpr &Call, QualType T, const ASTContext &AST) {
  if (T->isDependentType())
    return false; // who knows what it will be
  int64_t Needed = AST.getTypeAlignInChars(T).getQuantity();
  const Expr *Asked = alignmentOf(Call);
  std::optional<int64_t> Value;
  if (Asked)
    Value = constantOf(Asked, AST);
  return Needed <= Value.value_or(alignmentOf(*Call.getDirectCallee(), AST));
}

} // namespace

const CallExpr *allocationOf(const Expr *E, const Context &C) {
  const auto *Call = dyn_cast<CallExpr>(E->IgnoreParenCasts());
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee)
    return nullptr;
  bool Named = Callee->hasAttr<RestrictAttr>() ||
               Callee->hasAttr<AllocSizeAttr>() || findKnown(*Callee);
  if (!Named)
    Named = llvm::is_contained(
        C.Settings.listOption(*findCheck("reinterpret-cast"), "allocators"),
        Callee->getQualifiedNameAsString());
  return Named ? Call : nullptr;
}

bool isFitting(const CallExpr &Call, QualType T, const ASTContext &AST) {
  if (!T->isDependentType() &&
      (T->isIncompleteType() || T->isFunctionType() || T->isSizelessType()))
    return false;
  if (!isAligned(Call, T, AST))
    return false;
  llvm::SmallVector<const Expr *, 2> Sizes = sizesOf(Call);
  if (std::optional<bool> Counted = suffices(Sizes, T, AST))
    return *Counted;
  return Sizes.empty() || llvm::any_of(Sizes, [&](const Expr *Size) {
           return isSizeFor(Size, T, AST);
         });
}

} // namespace warrant
