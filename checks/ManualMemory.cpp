//===- ManualMemory.cpp - Memory and lifetimes that are managed by hand ---===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/CastKinds.h"
#include "support/Check.h"
#include "support/Lifetimes.h"
#include "support/MemorySource.h"
#include "support/OverlayMatch.h"
#include "support/Types.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral AllocateCwe[] = {"CWE-131", "CWE-401", "CWE-690",
                                               "CWE-789"};
constexpr llvm::StringLiteral FreeCwe[] = {"CWE-415", "CWE-416", "CWE-590",
                                           "CWE-762"};
constexpr llvm::StringLiteral ReallocCwe[] = {"CWE-131", "CWE-416", "CWE-690"};
constexpr llvm::StringLiteral NewCwe[] = {"CWE-401"};
constexpr llvm::StringLiteral AdoptCwe[] = {"CWE-415", "CWE-762"};
constexpr llvm::StringLiteral PlaceCwe[] = {"CWE-787", "CWE-825"};
constexpr llvm::StringLiteral TypeCwe[] = {"CWE-825", "CWE-843"};
constexpr llvm::StringLiteral StackCwe[] = {"CWE-121", "CWE-789"};
constexpr llvm::StringLiteral AllocateC[] = {"Dir 4.12", "Rule 21.3",
                                             "Rule 22.1"};
constexpr llvm::StringLiteral FreeC[] = {"Dir 4.12", "Rule 21.3", "Rule 22.2"};
constexpr llvm::StringLiteral StackC[] = {"Rule 1.2", "Dir 4.12"};
constexpr llvm::StringLiteral VlaC[] = {"Rule 18.8"};
constexpr llvm::StringLiteral Dynamic[] = {"Rule 21.6.1", "Rule 21.6.2"};
constexpr llvm::StringLiteral Deleted[] = {"Rule 21.6.2", "Rule 21.6.5"};
constexpr llvm::StringLiteral Advanced[] = {"Rule 21.6.3"};
constexpr llvm::StringLiteral Extension[] = {"Rule 4.1.1"};
constexpr llvm::StringLiteral AllocateCert[] = {"MEM31-C", "MEM35-C",
                                                "ERR33-C"};
constexpr llvm::StringLiteral ReallocCert[] = {"MEM30-C", "MEM35-C", "MEM36-C",
                                               "ERR33-C"};
constexpr llvm::StringLiteral FreeCert[] = {"MEM30-C", "MEM34-C", "MEM51-CPP"};
constexpr llvm::StringLiteral NewCert[] = {"MEM51-CPP", "MEM52-CPP"};
constexpr llvm::StringLiteral DeleteCert[] = {"MEM50-CPP", "MEM51-CPP",
                                              "OOP52-CPP", "EXP57-CPP"};
constexpr llvm::StringLiteral PlaceCert[] = {"MEM53-CPP", "MEM54-CPP"};
constexpr llvm::StringLiteral LifeCert[] = {"MEM53-CPP", "EXP54-CPP"};
constexpr llvm::StringLiteral StackCert[] = {"MEM05-C"};
constexpr llvm::StringLiteral VlaCert[] = {"ARR32-C", "MEM05-C"};
constexpr llvm::StringLiteral MallocCore[] = {"R.10"};
constexpr llvm::StringLiteral NewCore[] = {"R.11", "R.12", "ES.60"};
constexpr llvm::StringLiteral DeleteCore[] = {"R.11", "ES.60", "ES.61"};
constexpr llvm::StringLiteral AdoptCert[] = {"MEM51-CPP", "MEM56-CPP"};
constexpr llvm::StringLiteral AdoptCore[] = {"R.3", "I.11"};

constexpr KindInfo Kinds[] = {
    {"allocate",
     "a function returns memory that is to be given back",
     Severity::Medium,
     {Property::Bounds, Property::Overflow, Property::Null,
      Property::Ownership},
     {AllocateCwe, AllocateC, Dynamic, AllocateCert, MallocCore}},
    {"reallocate",
     "memory is given back for a block of another size",
     Severity::High,
     {Property::Overflow, Property::Null, Property::Lifetime,
      Property::Ownership},
     {ReallocCwe, FreeC, Dynamic, ReallocCert, MallocCore}},
    {"free",
     "memory is given back",
     Severity::High,
     {Property::Lifetime, Property::Ownership},
     {FreeCwe, FreeC, Dynamic, FreeCert, MallocCore}},
    {"new",
     "an object is made that is to be deleted",
     Severity::Medium,
     {Property::Null, Property::Ownership},
     {NewCwe, {}, Dynamic, NewCert, NewCore}},
    {"delete",
     "an object is destroyed and its memory given back",
     Severity::High,
     {Property::Lifetime, Property::Ownership, Property::Type},
     {FreeCwe, {}, Deleted, DeleteCert, DeleteCore}},
    {"adopt",
     "a smart pointer takes over a raw pointer",
     Severity::Medium,
     {Property::Ownership, Property::Type},
     {AdoptCwe, {}, Deleted, AdoptCert, AdoptCore}},
    {"placement-new",
     "an object is made in storage that is there already",
     Severity::High,
     {Property::Bounds, Property::Alignment, Property::Lifetime},
     {PlaceCwe, {}, Advanced, PlaceCert, {}}},
    {"destroy",
     "a destructor is called by hand",
     Severity::High,
     {Property::Lifetime, Property::Type},
     {TypeCwe, {}, Advanced, LifeCert, {}}},
    {"uninitialized",
     "objects are made in a range of raw memory",
     Severity::High,
     {Property::Bounds, Property::Lifetime},
     {PlaceCwe, {}, Advanced, PlaceCert, {}}},
    {"launder",
     "a pointer is taken to lead to another object than it did",
     Severity::High,
     {Property::Lifetime, Property::Type},
     {TypeCwe, {}, Advanced, LifeCert, {}}},
    {"start-lifetime",
     "bytes are taken for an object",
     Severity::High,
     {Property::Bounds, Property::Alignment, Property::Initialized,
      Property::Type},
     {TypeCwe, {}, Advanced, LifeCert, {}}},
    {"stack-allocation",
     "memory is taken from the stack by a size",
     Severity::High,
     {Property::Bounds, Property::Overflow, Property::Lifetime},
     {StackCwe, StackC, Extension, StackCert, {}}},
    {"variable-array",
     "an array's length is known at run time only",
     Severity::Medium,
     {Property::Bounds, Property::Overflow},
     {StackCwe, VlaC, Extension, VlaCert, {}}},
};

constexpr OptionInfo Options[] = {
    {"allocators", OptionInfo::Type::StringList, "",
     "qualified names of further functions whose result is to be given back"},
    {"deallocators", OptionInfo::Type::StringList, "",
     "qualified names of further functions that take memory back"},
};

Operation makeOperation(llvm::StringRef Kind, const Expr &E,
                        SourceLocation Token) {
  Operation Op;
  Op.Kind = Kind;
  Op.Token = Token;
  Op.Range = E.getSourceRange();
  return Op;
}

/// Adds what is known of \p Pointer, which goes back to \p To.
void addReturn(Operation &Op, const Expr *Pointer, MemorySource To,
               const Context &C) {
  if (isNullConstant(Pointer->IgnoreParenCasts(), C.AST))
    Op.Proof = "null is given back";
  else if (std::optional<Defect> D = mismatch(Pointer, To, C))
    Op.Defects.push_back(std::move(*D));
  else if (To != MemorySource::Unknown && sourceOf(Pointer, C) == To)
    Op.Evidence.push_back({Property::Ownership, PropertyOrigin::Evidence,
                           "it was allocated here to be given back so"});
}

void reportNew(const CXXNewExpr &E, const Context &C, Sink &Out) {
  const FunctionDecl *Operator = E.getOperatorNew();
  bool Pointer =
      E.getNumPlacementArgs() > 0 && isPointerOperand(E.getPlacementArg(0));
  bool Placement =
      Operator ? Operator->isReservedGlobalPlacementOperator() : Pointer;
  Operation Op =
      makeOperation(Placement ? "placement-new" : "new", E, E.getBeginLoc());
  for (const Stmt *Argument : E.placement_arguments())
    Op.Selectors.push_back(cast<Expr>(Argument));
  if (E.isArray() && E.getArraySize() && *E.getArraySize())
    Op.Selectors.push_back(*E.getArraySize());
  if (Placement && !E.isArray())
    addStorageFacts(Op, E.getPlacementArg(0), E.getAllocatedType(), C);
  // Where the operator is not known yet it may not throw.
  if (!Placement && Operator && !E.shouldNullCheckAllocation())
    Op.Void.insert(Property::Null);
  if (!Placement)
    addOwner(Op, E, C);
  Out.report(std::move(Op));
}

void reportDelete(const CXXDeleteExpr &E, const Context &C, Sink &Out) {
  Operation Op = makeOperation("delete", E, E.getBeginLoc());
  Op.Selectors = {E.getArgument()};
  addReturn(Op, E.getArgument(),
            E.isArrayForm() ? MemorySource::NewArray : MemorySource::New, C);
  if (std::optional<Defect> D = deleteDefect(E.getDestroyedType()))
    Op.Defects.push_back(std::move(*D));
  QualType T = E.getDestroyedType();
  if (!T.isNull() && !T->isDependentType() && !T->isRecordType())
    Op.Void.insert(Property::Type);
  Out.report(std::move(Op));
}

void reportMemoryCall(const CallExpr &E, const MemoryCall &M, const Context &C,
                      Sink &Out) {
  using Role = MemoryCall::Role;
  Operation Op = makeOperation(M.Is == Role::Allocate     ? "allocate"
                               : M.Is == Role::Reallocate ? "reallocate"
                               : M.Is == Role::Free       ? "free"
                                                          : "stack-allocation",
                               E, E.getCallee()->getExprLoc());
  Op.Selectors.assign(E.arg_begin(), E.arg_end());
  leaveSystemMacros(Op, C.sources());
  if (!M.MayBeNull)
    Op.Void.insert(Property::Null);
  bool Returns = M.Is == Role::Free || M.Is == Role::Reallocate;
  if (Returns && E.getNumArgs() > 0) {
    addReturn(Op, E.getArg(0), M.Source, C);
    if (M.Is == Role::Reallocate)
      Op.Proof.clear(); // realloc(0, n) allocates
  }
  Out.report(std::move(Op));
}

/// What the functions of the standard library do that begin and end lives.
llvm::StringRef lifetimeKind(llvm::StringRef Name) {
  if (Name.starts_with("uninitialized_"))
    return "uninitialized";
  return llvm::StringSwitch<llvm::StringRef>(Name)
      .Case("construct_at", "placement-new")
      .Cases("destroy_at", "destroy", "destroy_n", "destroy")
      .Cases("launder", "__builtin_launder", "launder")
      .Cases("start_lifetime_as", "start_lifetime_as_array", "start-lifetime")
      .Default({});
}

void reportLibrary(const CallExpr &E, const FunctionDecl &F, const Context &C,
                   Sink &Out) {
  if (!F.getIdentifier() || (!isInStd(&F) && !F.getBuiltinID()))
    return;
  llvm::StringRef Kind = lifetimeKind(F.getName());
  if (Kind.empty())
    return;
  Operation Op = makeOperation(Kind, E, E.getCallee()->getExprLoc());
  Op.Selectors.assign(E.arg_begin(), E.arg_end());
  if (Kind == "placement-new" && E.getNumArgs() > 0)
    addStorageFacts(Op, E.getArg(0), E.getArg(0)->getType()->getPointeeType(),
                    C);
  Out.report(std::move(Op));
}

void reportDestructor(const CallExpr &E, const Expr *Object, Sink &Out) {
  Operation Op = makeOperation("destroy", E, destructorToken(E));
  Op.Selectors = {Object};
  if (const auto *Member = dyn_cast<MemberExpr>(E.getCallee()->IgnoreParens()))
    if (cast<CXXDestructorDecl>(Member->getMemberDecl())->isTrivial())
      Op.Proof = "the destructor does nothing";
  Out.report(std::move(Op));
}

void reportAdoption(const Expr &E, const Context &C, Sink &Out) {
  const Expr *Pointer = adoptedPointer(E);
  // What was made on the spot is the site of its `new`.
  if (!Pointer || isNullConstant(strip(Pointer), C.AST) ||
      isa<CXXNewExpr>(strip(Pointer)))
    return;
  Operation Op = makeOperation("adopt", E, E.getExprLoc());
  Op.Selectors = {Pointer};
  Out.report(std::move(Op));
}

void atCall(const CallExpr &E, const Context &C, Sink &Out) {
  if (const Expr *Object = calledDestructor(E))
    return reportDestructor(E, Object, Out);
  MemoryCall M = classifyMemoryCall(E, C);
  if (M.Is != MemoryCall::Role::None)
    return reportMemoryCall(E, M, C, Out);
  if (const FunctionDecl *F = E.getDirectCallee())
    reportLibrary(E, *F, C, Out);
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  if (const auto *E = dyn_cast<CXXNewExpr>(&S))
    return reportNew(*E, C, Out);
  if (const auto *E = dyn_cast<CXXDeleteExpr>(&S))
    return reportDelete(*E, C, Out);
  if (const auto *E = dyn_cast<CallExpr>(&S))
    atCall(*E, C, Out);
  if (isa<CXXConstructExpr, CXXMemberCallExpr>(S))
    reportAdoption(cast<Expr>(S), C, Out);
}

void atDecl(const Decl &D, const Context &C, Sink &Out) {
  const auto *V = dyn_cast<VarDecl>(&D);
  const auto *Array =
      V && !isa<ParmVarDecl>(V) ? C.AST.getAsArrayType(V->getType()) : nullptr;
  if (!Array || !V->getType()->isVariablyModifiedType())
    return;
  Operation Op;
  Op.Kind = "variable-array";
  Op.Token = V->getLocation();
  Op.Range = V->getLocation();
  while (Array) {
    const auto *Variable = dyn_cast<VariableArrayType>(Array);
    if (Variable && Variable->getSizeExpr())
      Op.Selectors.push_back(Variable->getSizeExpr());
    Array = C.AST.getAsArrayType(Array->getElementType());
  }
  if (!Op.Selectors.empty())
    Out.report(std::move(Op));
}

constexpr CheckInfo Info = {
    "manual-memory",
    "memory and lifetimes that are managed by hand",
    /*OnByDefault=*/false,
    Kinds,
    Options,
    R"md(Memory that no type owns is given back once, by the function that belongs to the
one that gave it, and not used again; the compiler sees none of that. Each place where memory
or an object's lifetime changes hands says who owns it (`ownership`), why nothing uses it any more (`lifetime`), why the size is right and does not overflow.

Found are `malloc` and its like, `realloc`, `free`; `new`, `delete`, calls of `operator new` and
`operator delete`, `allocate` and `deallocate` of the standard library's allocators; functions
with the attributes `malloc` or `ownership_...` and those of the options `allocators` and
`deallocators`; placement new, `std::construct_at`, destructor calls, `std::destroy_at`,
`std::uninitialized_copy` and its like, `std::launder`, `std::start_lifetime_as`; `alloca` and arrays
of variable length; and smart pointers that take over a raw pointer (`adopt`: Rust's `Box::from_raw`).

Proven: a `new` that goes straight to a `std::unique_ptr` or `std::shared_ptr` which deletes it as
what it is; null that is given back; the call of a destructor that does nothing.
Placement into a variable or a member has evidence of its size and alignment.
`std::make_unique` and containers are the library's.

Defects: `mismatched-free`, memory from `new` that goes to `free`, from `malloc` to `delete`, from
`new[]` to `delete`, where every value of the local pointer shows it, or of the smart pointer;
`not-allocated`, a variable or a literal that is freed; `delete-void`, `delete-incomplete`,
`delete-non-virtual`; `placement-too-small`, `placement-misaligned`.

What `strdup` reads is `memory-function`'s, that its result is to be freed is a site here. The
conversion of an allocator's result is `reinterpret-cast`'s, and proven there.

A good reason names the owner: "the cache owns entry; it is unlinked above, so nobody else
has it".)md",
    R"cpp(int *make() { return new int(1); }
)cpp",
    R"cpp(int *make() {
  // SAFETY: the caller owns the result, and deletes it.
  return new int(1);
}
)cpp",
    R"md(- Whether each allocation is given back, and once, is not followed from function to function.
- Handles that are not pointers, as file descriptors, are not memory.)md",
};

} // namespace

extern const Check ManualMemory;
const Check ManualMemory = {&Info, atStmt, atDecl};

} // namespace warrant::checks
