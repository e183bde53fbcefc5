//===- ExternCBoundary.cpp - Boundaries with C linkage --------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Boundaries.h"
#include "support/BoundaryTypes.h"
#include "support/Callbacks.h"
#include "support/Check.h"
#include "support/Linkage.h"
#include "support/Owner.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral ExportCwe[] = {"CWE-248", "CWE-628", "CWE-686"};
constexpr llvm::StringLiteral LinkageMisraCpp[] = {"Rule 6.2.2", "Rule 6.5.1"};
constexpr llvm::StringLiteral ExportCert[] = {"DCL40-C", "ERR59-CPP",
                                              "EXP60-CPP"};
constexpr llvm::StringLiteral ExportCore[] = {"E.12", "I.11", "I.12", "I.13",
                                              "I.26"};
constexpr References ExportRefs = {
    ExportCwe, {}, LinkageMisraCpp, ExportCert, ExportCore};
constexpr llvm::StringLiteral ImportCwe[] = {"CWE-573", "CWE-628", "CWE-686"};
constexpr llvm::StringLiteral ImportCert[] = {"DCL40-C", "EXP37-C", "EXP56-CPP",
                                              "EXP60-CPP"};
constexpr llvm::StringLiteral ImportCore[] = {"CPL.3", "I.11", "I.12", "I.13"};
constexpr References ImportRefs = {
    ImportCwe, {}, LinkageMisraCpp, ImportCert, ImportCore};
constexpr llvm::StringLiteral CallbackCwe[] = {"CWE-248", "CWE-362", "CWE-416"};
constexpr llvm::StringLiteral CallbackMisraCpp[] = {"Rule 18.4.1"};
constexpr llvm::StringLiteral CallbackCert[] = {"ERR59-CPP", "EXP56-CPP",
                                                "MSC54-CPP"};
constexpr llvm::StringLiteral CallbackCore[] = {"E.12"};
constexpr References CallbackRefs = {
    CallbackCwe, {}, CallbackMisraCpp, CallbackCert, CallbackCore};
constexpr llvm::StringLiteral SharedCwe[] = {"CWE-362", "CWE-1108"};
constexpr llvm::StringLiteral SharedMisraCpp[] = {"Rule 6.7.2"};
constexpr llvm::StringLiteral SharedCert[] = {"CON43-C", "DCL40-C"};
constexpr llvm::StringLiteral SharedCore[] = {"CP.2", "CP.3", "I.2"};
constexpr References SharedRefs = {
    SharedCwe, {}, SharedMisraCpp, SharedCert, SharedCore};

constexpr PropertySet FunctionProperties = {
    Property::Null,      Property::Bounds, Property::Lifetime,
    Property::Ownership, Property::Layout, Property::Errors,
    Property::Convention};

constexpr KindInfo Kinds[] = {
    {"export", "a function with C linkage is defined for others to call",
     Severity::Medium, FunctionProperties, ExportRefs},
    {"import", "a function with C linkage is declared to be called",
     Severity::Low, FunctionProperties, ImportRefs},
    {"callback",
     "a function is handed to C code to be called",
     Severity::Medium,
     {Property::Lifetime, Property::Thread, Property::Errors},
     CallbackRefs},
    {"shared-object",
     "a mutable variable has C linkage",
     Severity::Medium,
     {Property::Exclusive, Property::Thread},
     SharedRefs},
};

/// What a runtime calls by convention: there is nothing to document.
bool isEntryPoint(const FunctionDecl &F) {
  return F.isMain() || F.getName() == "main" || F.isMSVCRTEntryPoint() ||
         F.getName().starts_with("LLVMFuzzer");
}

void addNoexceptEvidence(const FunctionDecl &F, Operation &Op) {
  const auto *Type = F.getType()->getAs<FunctionProtoType>();
  if (Type && Type->isNothrow() && F.getReturnType()->isVoidType())
    Op.Evidence.push_back({Property::Errors, PropertyOrigin::Evidence,
                           "noexcept, and nothing is returned"});
}

/// Whether any unit-visible declaration of \p F is its definition.
bool isDefinedHere(const FunctionDecl &F) {
  const FunctionDecl *Definition = nullptr;
  return F.isDefined(Definition) && !isInSystemHeader(*Definition);
}

/// Where the header that owns \p F is not audited, the next header owns the
/// site, or the definition: the walker takes one of those that report it.
bool mayOwn(const FunctionDecl &F) {
  const SourceManager &SM = F.getASTContext().getSourceManager();
  const FunctionDecl *Owner = owner(F);
  return Owner == &F || F.isThisDeclarationADefinition() ||
         (Owner && !SM.isInMainFile(SM.getFileLoc(F.getLocation())));
}

void addConventionEvidence(const FunctionDecl &F, Operation &Op) {
  const auto *Spelled = F.getType()->getAs<AttributedType>();
  if (!Spelled || !Spelled->isCallingConv())
    return;
  const CallingConv Convention =
      F.getType()->castAs<FunctionType>()->getCallConv();
  Op.Evidence.push_back(
      {Property::Convention, PropertyOrigin::Evidence,
       "declared '" + FunctionType::getNameForCallConv(Convention).str() +
           "'"});
}

void reportFunction(const FunctionDecl &F, Sink &Out) {
  if (!F.isExternC() || !F.getIdentifier() || isEntryPoint(F) ||
      F.isDeleted() || !mayOwn(F))
    return;
  // C's library, as the compiler knows it, needs no word from who calls it.
  const bool IsExport = isDefinedHere(F);
  if (!IsExport && F.getBuiltinID() != 0)
    return;
  Operation Op;
  Op.Kind = IsExport ? "export" : "import";
  Op.Token = F.getLocation();
  Op.Range = F.getLocation();
  Op.Boundary = &F;
  addTypeFacts(F, Op);
  Op.LinkageName = linkageName(F);
  Op.Declarations.assign(F.redecls_begin(), F.redecls_end());
  Op.Void = voidProperties(F);
  addNoexceptEvidence(F, Op);
  addConventionEvidence(F, Op);
  Out.report(std::move(Op));
}

bool isUnchanging(const VarDecl &V) {
  const QualType T = V.getType();
  const CXXRecordDecl *Class =
      V.getASTContext().getBaseElementType(T)->getAsCXXRecordDecl();
  return T.isConstQualified() &&
         !(Class && Class->hasDefinition() && Class->hasMutableFields());
}

void reportVariable(const VarDecl &V, Sink &Out) {
  if (!V.isExternC() || !V.getIdentifier() || isUnchanging(V) || owner(V) != &V)
    return;
  Operation Op;
  Op.Kind = "shared-object";
  Op.Token = V.getLocation();
  Op.Range = V.getLocation();
  Op.Boundary = &V;
  if (V.getTLSKind() != VarDecl::TLS_None)
    Op.Void.insert(Property::Thread);
  addTypeFacts(V, Op);
  Op.LinkageName = linkageName(V);
  Op.Declarations.assign(V.redecls_begin(), V.redecls_end());
  Out.report(std::move(Op));
}

void atDecl(const Decl &D, const Context &C, Sink &Out) {
  if (!C.language().CPlusPlus)
    return;
  if (const auto *F = dyn_cast<FunctionDecl>(&D))
    reportFunction(*F, Out);
  else if (const auto *V = dyn_cast<VarDecl>(&D))
    reportVariable(*V, Out);
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  if (C.language().CPlusPlus)
    reportCallbacks(S, C, Out);
}

constexpr CheckInfo Info = {
    "extern-c-boundary",
    "functions and objects with C linkage, and callbacks given to C code",
    /*OnByDefault=*/true,
    Kinds,
    {},
    R"md(At a boundary with C linkage no type carries an invariant across. What
the two sides must agree on has to be written at the declaration: for each
pointer whether it may be null, how many elements it leads to, how long it is
kept and who frees it; for the function how errors are reported and that no
exception leaves it.

A function is one site for the whole project, named by its linkage name. It stands
at the owning header's declaration, and a definition in any project file makes it
an `export`. Any doc comment counts that answers at least one of the questions; each
answer is for the parameter, or the result, that the words speak of, and reports list what
is left of whom.
A function, or a lambda without captures, that C code gets is a `callback`: as an
argument of a C function, stored in a variable with C linkage or in a struct that an
`extern "C"` block declares, or returned to C. A mutable variable with C linkage is a
`shared-object`.

An exception that may leave an export or a callback is the defect `exception-may-escape`:
certain where the `throw` stands in it, likely where it stands in a project function that it
calls. A callee that only might throw leaves `errors` open instead.

Other defects: a type that C can't hold (`not-a-c-type`), a class that C sees and whose
layout it can't share (`non-standard-layout`), another declaration of the name with
another type (`differing-declaration`). `--notes` tells of types that two compilers
may lay out differently, as `bool`, `long`, and enumerations without a fixed type.

Not reported: static functions that merely stand in an `extern "C"` block, `main`,
fuzzer entry points, and whatever a system header declares.)md",
    R"cpp(extern "C" int parse(const char *Data, unsigned Size) {
  return Data && Size ? 0 : -1;
}
)cpp",
    R"cpp(/// SAFETY: Data is not null, points to Size bytes, and is kept no longer than
/// the call; the caller owns it. Returns -1 on error and never throws.
extern "C" int parse(const char *Data, unsigned Size) {
  return Data && Size ? 0 : -1;
}
)cpp",
    R"md(- A project of C alone has no such sites: they are made by C++ units.
- Symbols that are looked up at run time (`dlsym`), and what assembly calls or defines, are not seen.
- Exceptions are followed through functions of the project whose bodies a unit has; a callee elsewhere leaves `errors` open.)md",
};

} // namespace

extern const Check ExternCBoundary;
const Check ExternCBoundary = {&Info, atStmt, atDecl};

} // namespace warrant::checks
