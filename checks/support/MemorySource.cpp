//===- MemorySource.cpp - Where memory is from that is given back ---------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MemorySource.h"
#include "EvidenceUses.h"
#include "Options.h"
#include "Owner.h"
#include "Types.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace warrant {
namespace {

using Role = MemoryCall::Role;

/// Calls of `operator new` and its like; those of a class are its own.
MemoryCall byOperator(const FunctionDecl &F) {
  bool Global = F.isReplaceableGlobalAllocationFunction();
  auto From = [&](MemorySource S) {
    return Global ? S : MemorySource::Unknown;
  };
  switch (F.getOverloadedOperator()) {
  case OO_New:
    return {Role::Allocate, From(MemorySource::New), false};
  case OO_Array_New:
    return {Role::Allocate, From(MemorySource::NewArray), false};
  case OO_Delete:
    return {Role::Free, From(MemorySource::New), false};
  case OO_Array_Delete:
    return {Role::Free, From(MemorySource::NewArray), false};
  default:
    return {};
  }
}

MemoryCall byLibraryName(llvm::StringRef Name) {
  Name.consume_front("__builtin_");
  Role Is = llvm::StringSwitch<Role>(Name)
                .Cases("malloc", "calloc", "aligned_alloc", "memalign",
                       "valloc", "pvalloc", Role::Allocate)
                .Cases("strdup", "strndup", "wcsdup", "posix_memalign",
                       Role::Allocate)
                .Cases("realloc", "reallocarray", "reallocf", Role::Reallocate)
                .Cases("free", "cfree", "free_sized", "free_aligned_sized",
                       Role::Free)
                .Default(Role::None);
  return {Is, MemorySource::Malloc,
          Is == Role::Allocate || Is == Role::Reallocate};
}

/// Whether \p F returns memory rather than an object of its library, as fopen.
bool returnsMemory(const FunctionDecl &F) {
  QualType To = F.getReturnType()->getPointeeType();
  return !isInSystemHeader(F) ||
         (!To.isNull() && (To->isVoidType() || To->isAnyCharacterType()));
}

MemoryCall byAttribute(const FunctionDecl &F) {
  for (const auto *A : F.specific_attrs<OwnershipAttr>())
    if (!A->isHolds())
      return {A->isReturns() ? Role::Allocate : Role::Free,
              MemorySource::Unknown, A->isReturns()};
  if (F.hasAttr<RestrictAttr>() && returnsMemory(F))
    return {Role::Allocate, MemorySource::Unknown,
            !F.hasAttr<ReturnsNonNullAttr>()};
  return {};
}

/// Allocators of the standard library: `a.allocate(n)`.
MemoryCall byMethod(const FunctionDecl &F) {
  if (!isa<CXXMethodDecl>(F) || !F.getIdentifier() ||
      !llvm::StringRef(F.getQualifiedNameAsString()).starts_with("std::"))
    return {};
  if (F.getName() == "allocate")
    return {Role::Allocate, MemorySource::Unknown, false};
  return {F.getName() == "deallocate" ? Role::Free : Role::None,
          MemorySource::Unknown, false};
}

bool isStackAllocation(unsigned Builtin) {
  switch (Builtin) {
  case Builtin::BIalloca:
  case Builtin::BI_alloca:
  case Builtin::BI__builtin_alloca:
  case Builtin::BI__builtin_alloca_uninitialized:
  case Builtin::BI__builtin_alloca_with_align:
  case Builtin::BI__builtin_alloca_with_align_uninitialized:
    return true;
  default:
    return false;
  }
}

} // namespace

MemoryCall classifyMemoryCall(const CallExpr &Call, const Context &C) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F)
    return {};
  bool Named = F->isExternC() && F->getIdentifier() && F->getName() == "alloca";
  if (Named || isStackAllocation(F->getBuiltinID()))
    return {Role::Stack, MemorySource::Object, false};
  if (F->isReservedGlobalPlacementOperator())
    return {};
  if (F->isOverloadedOperator())
    return byOperator(*F);
  bool Library = F->isExternC() || isInStd(F) || F->getBuiltinID();
  if (Library && !isa<CXXMethodDecl>(F) && F->getIdentifier())
    if (MemoryCall M = byLibraryName(F->getName()); M.Is != Role::None)
      return M;
  if (isListed(*F, "manual-memory", "allocators", C))
    return {Role::Allocate, MemorySource::Unknown, true};
  if (isListed(*F, "manual-memory", "deallocators", C))
    return {Role::Free, MemorySource::Unknown, false};
  MemoryCall M = byAttribute(*F);
  return M.Is == Role::None ? byMethod(*F) : M;
}

bool isStdSmartPointer(const CXXRecordDecl *Class) {
  return Class && isInStd(Class) && Class->getIdentifier() &&
         (Class->getName() == "unique_ptr" || Class->getName() == "shared_ptr");
}

namespace {

/// \p E without what passes a pointer on as it is.
const Expr *withoutCasts(const Expr *E) {
  E = strip(E);
  while (const auto *Cast = dyn_cast<ExplicitCastExpr>(E)) {
    if (!isPointerOperand(Cast->getSubExpr()))
      return E;
    E = strip(Cast->getSubExpr());
  }
  return E;
}

MemorySource sourceOfNew(const CXXNewExpr &New) {
  const FunctionDecl *Operator = New.getOperatorNew();
  // An arena, or storage that is somebody else's.
  if (!Operator ||
      (New.getNumPlacementArgs() && !New.shouldNullCheckAllocation()))
    return MemorySource::Unknown;
  if (Operator->isReservedGlobalPlacementOperator())
    return MemorySource::Unknown;
  return New.isArray() ? MemorySource::NewArray : MemorySource::New;
}

/// Where a value comes from that is no variable's.
MemorySource sourceOfValue(const Expr *E, const Context &C) {
  E = withoutCasts(E);
  if (E->isNullPointerConstant(C.AST, Expr::NPC_NeverValueDependent))
    return MemorySource::Null;
  if (const auto *New = dyn_cast<CXXNewExpr>(E))
    return sourceOfNew(*New);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return classifyMemoryCall(*Call, C).Is == Role::None
               ? MemorySource::Unknown
               : classifyMemoryCall(*Call, C).Source;
  if (isa<StringLiteral>(E))
    return MemorySource::Object;
  const Expr *Named = E;
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && U->getOpcode() == UO_AddrOf)
    Named = strip(U->getSubExpr());
  else if (!E->getType()->isArrayType())
    return MemorySource::Unknown;
  while (const auto *Member = dyn_cast<MemberExpr>(Named)) {
    if (Member->isArrow())
      return MemorySource::Unknown; // the first member of what was allocated?
    Named = strip(Member->getBase());
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(Named);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return V && !V->getType()->isReferenceType() ? MemorySource::Object
                                               : MemorySource::Unknown;
}

MemorySource join(MemorySource A, MemorySource B) {
  if (A == B || B == MemorySource::Null)
    return A;
  return A == MemorySource::Null ? B : MemorySource::Unknown;
}

/// Adds the sources of what \p S and its parts assign to \p V to \p Found.
void addWrites(const Stmt *S, const VarDecl *V, const LocalUses &Uses,
               const Context &C, MemorySource &Found) {
  if (!S)
    return;
  const VariableWrite *W = Uses.writeAt(S);
  if (W && W->Target == V)
    Found = join(Found, W->Kind == VariableWrite::How::Assign
                            ? sourceOfValue(W->Value, C)
                            : MemorySource::Unknown);
  for (const Stmt *Child : S->children())
    addWrites(Child, V, Uses, C, Found);
}

} // namespace

MemorySource sourceOf(const Expr *Pointer, const Context &C) {
  const auto *Ref = dyn_cast<DeclRefExpr>(withoutCasts(Pointer));
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!V || V->getType()->isArrayType())
    return sourceOfValue(Pointer, C);
  if (!C.Function || C.Function->isDependentContext() || isa<ParmVarDecl>(V) ||
      V->getDeclContext() != C.Function || !C.Function->getBody())
    return MemorySource::Unknown;
  LocalUses Uses(*C.Function);
  if (!Uses.isFollowed(V))
    return MemorySource::Unknown;
  MemorySource Found =
      V->getInit() ? sourceOfValue(V->getInit(), C) : MemorySource::Null;
  addWrites(C.Function->getBody(), V, Uses, C, Found);
  return Found;
}

static std::string nameOf(MemorySource S) {
  switch (S) {
  case MemorySource::Malloc:
    return "malloc";
  case MemorySource::New:
    return "new";
  case MemorySource::NewArray:
    return "new[]";
  case MemorySource::Unknown:
  case MemorySource::Null:
  case MemorySource::Object:
    break;
  }
  return {};
}

std::optional<Defect> mismatch(const Expr *Pointer, MemorySource To,
                               const Context &C) {
  MemorySource From = sourceOf(Pointer, C);
  if (To == MemorySource::Unknown || From == MemorySource::Unknown ||
      From == MemorySource::Null || From == To)
    return std::nullopt;
  if (From == MemorySource::Object)
    return Defect{"not-allocated", Precision::Certain,
                  "what is given back was not allocated"};
  return Defect{"mismatched-free", Precision::Certain,
                "memory from '" + nameOf(From) +
                    "' is given back as if from '" + nameOf(To) + "'"};
}

} // namespace warrant
