//===- VariadicAccess.cpp - Arguments that no type binds ------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"
#include "support/OverlayMatch.h"
#include "support/VariadicFacts.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral ReadCwe[] = {"CWE-686", "CWE-685", "CWE-843"};
constexpr llvm::StringLiteral ListCwe[] = {"CWE-404", "CWE-758"};
constexpr llvm::StringLiteral CallCwe[] = {"CWE-628", "CWE-685", "CWE-686"};
constexpr llvm::StringLiteral ListC[] = {"Rule 17.1"};
constexpr llvm::StringLiteral ListCpp[] = {"Rule 21.10.1"};
constexpr llvm::StringLiteral PassCpp[] = {"Rule 8.2.11"};
constexpr llvm::StringLiteral PrototypeC[] = {"Rule 8.2", "Rule 17.3"};
constexpr llvm::StringLiteral ReadCert[] = {"EXP47-C", "MSC39-C"};
constexpr llvm::StringLiteral StartCert[] = {"EXP58-CPP", "DCL50-CPP"};
constexpr llvm::StringLiteral ListCert[] = {"MSC39-C"};
constexpr llvm::StringLiteral CallCert[] = {"EXP37-C", "EXP47-C"};
constexpr llvm::StringLiteral PrototypeCert[] = {"EXP37-C"};
constexpr llvm::StringLiteral ReadCore[] = {"F.55", "Type.8", "ES.34"};

constexpr KindInfo Kinds[] = {
    {"va-arg",
     "the next argument is read as the type that is written",
     Severity::High,
     {Property::Type, Property::Bounds},
     {ReadCwe, ListC, ListCpp, ReadCert, ReadCore}},
    {"va-start",
     "a list of the function's further arguments is started",
     Severity::Low,
     {Property::Lifetime},
     {ListCwe, ListC, ListCpp, StartCert, ReadCore}},
    {"va-copy",
     "a list of arguments is copied",
     Severity::Low,
     {Property::Lifetime},
     {ListCwe, ListC, ListCpp, ListCert, ReadCore}},
    {"va-end",
     "a list of arguments is ended",
     Severity::Low,
     {Property::Lifetime},
     {ListCwe, ListC, ListCpp, ListCert, ReadCore}},
    {"va-forward",
     "a list of arguments is handed on",
     Severity::Medium,
     {Property::Type, Property::Lifetime},
     {ReadCwe, ListC, ListCpp, ReadCert, ReadCore}},
    {"variadic-call",
     "arguments are passed that no parameter binds",
     Severity::Medium,
     {Property::Type, Property::Bounds},
     {CallCwe, {}, PassCpp, CallCert, ReadCore}},
    {"unprototyped-call",
     "a function is called whose parameters are not declared",
     Severity::Medium,
     {Property::Signature},
     {CallCwe, PrototypeC, {}, PrototypeCert, {}}},
};

constexpr OptionInfo Options[] = {
    {"printf-functions", OptionInfo::Type::StringList, "",
     "qualified names of further functions whose last named parameter is a "
     "format of printf, and which lack the attribute"},
};

Operation makeOperation(llvm::StringRef Kind, const Expr &E,
                        SourceLocation Token) {
  Operation Op;
  Op.Kind = Kind;
  Op.Token = Token;
  Op.Range = E.getSourceRange();
  return Op;
}

void reportListUse(const CallExpr &E, ListUse Use, const Context &C,
                   Sink &Out) {
  Operation Op = makeOperation(Use == ListUse::Start  ? "va-start"
                               : Use == ListUse::Copy ? "va-copy"
                                                      : "va-end",
                               E, E.getCallee()->getExprLoc());
  // Each use of a list takes it a step on: none is like the other.
  Op.StandsAtUse = true;
  ListPair Pair = findPartner(E, C);
  Op.Proof = std::move(Pair.Proof);
  if (Pair.Wrong)
    Op.Defects.push_back(std::move(*Pair.Wrong));
  if (Use == ListUse::Start)
    if (std::optional<Defect> D = startDefect(E, C))
      Op.Defects.push_back(std::move(*D));
  if (!Op.Defects.empty())
    Op.Proof.clear();
  Out.report(std::move(Op));
}

void reportRead(const VAArgExpr &E, const Context &C, Sink &Out) {
  Operation Op = makeOperation("va-arg", E, E.getBuiltinLoc());
  Op.Selectors = {E.getSubExpr()};
  Op.StandsAtUse = true;
  if (std::optional<Defect> D = readDefect(E, C))
    Op.Defects.push_back(std::move(*D));
  Out.report(std::move(Op));
}

/// Whether memory-function speaks of calls of \p F.
bool isMemoryFunction(const FunctionDecl &F, const Context &C) {
  std::optional<OverlayUse> Use = findOverlay(F, C.Settings);
  return Use && !Use->Entry->Kind.empty();
}

bool isCompilersOwn(const FunctionDecl &F, const Context &C) {
  unsigned ID = F.getBuiltinID();
  return ID && (C.AST.BuiltinInfo.hasCustomTypechecking(ID) ||
                F.getName().starts_with("__builtin_"));
}

/// Reports what \p E passes to `...`, if anything.
void reportPassing(const Expr &E, llvm::ArrayRef<const Expr *> Arguments,
                   const FunctionProtoType &Type, SourceLocation Token,
                   std::string Proof, Sink &Out) {
  if (!Type.isVariadic() || Arguments.size() <= Type.getNumParams())
    return;
  Operation Op = makeOperation("variadic-call", E, Token);
  auto Unbound = Arguments.drop_front(Type.getNumParams());
  Op.Selectors.assign(Unbound.begin(), Unbound.end());
  Op.Proof = std::move(Proof);
  Out.report(std::move(Op));
}

const FunctionType *calledType(const CallExpr &E) {
  if (E.getCallee()->isTypeDependent())
    return nullptr;
  QualType T = E.getCallee()->getType();
  if (const FunctionDecl *F = E.getDirectCallee())
    T = F->getType();
  if (T->isPointerType() || T->isReferenceType())
    T = T->getPointeeType();
  return T->getAs<FunctionType>();
}

/// A call without arguments is what C23 makes of `()`.
void reportUnprototyped(const CallExpr &E, Sink &Out) {
  if (E.getNumArgs() == 0)
    return;
  Operation Op =
      makeOperation("unprototyped-call", E, E.getCallee()->getExprLoc());
  Op.Selectors.assign(E.arg_begin(), E.arg_end());
  Out.report(std::move(Op));
}

void reportCall(const CallExpr &E, const Context &C, Sink &Out) {
  const FunctionType *Type = calledType(E);
  const FunctionDecl *F = E.getDirectCallee();
  if (!Type || (F && (isCompilersOwn(*F, C) || isMemoryFunction(*F, C))))
    return;
  llvm::SmallVector<const Expr *, 8> Arguments(E.arguments());
  // The object of a member operator is the first argument.
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F);
  bool Operator = isa<CXXOperatorCallExpr>(E);
  if (Operator && Method && Method->isInstance())
    Arguments.erase(Arguments.begin());
  SourceLocation Token =
      Operator ? E.getExprLoc() : E.getCallee()->getExprLoc();
  const auto *Prototype = dyn_cast<FunctionProtoType>(Type);
  if (!Prototype)
    return reportUnprototyped(E, Out);
  reportPassing(E, Arguments, *Prototype, Token, formatFact(E, C), Out);
  auto IsList = [&](const Expr *A) { return isVaList(A, C.AST); };
  if (llvm::any_of(Arguments, IsList)) {
    Operation Op = makeOperation("va-forward", E, Token);
    Op.Selectors.assign(Arguments.begin(), Arguments.end());
    Out.report(std::move(Op));
  }
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  if (const auto *Read = dyn_cast<VAArgExpr>(&S))
    return reportRead(*Read, C, Out);
  if (const auto *Made = dyn_cast<CXXConstructExpr>(&S)) {
    const auto *Type =
        Made->getConstructor()->getType()->castAs<FunctionProtoType>();
    llvm::SmallVector<const Expr *, 8> Arguments(Made->arguments());
    return reportPassing(*Made, Arguments, *Type, Made->getLocation(), "", Out);
  }
  const auto *Call = dyn_cast<CallExpr>(&S);
  if (!Call)
    return;
  if (ListUse Use = listUse(*Call); Use != ListUse::None)
    return reportListUse(*Call, Use, C, Out);
  reportCall(*Call, C, Out);
}

constexpr CheckInfo Info = {
    "variadic-access",
    "arguments that are passed and read without a type that binds them",
    /*OnByDefault=*/false,
    Kinds,
    Options,
    R"md(Behind `...` nothing says how many arguments there are and what their types are.
`va_arg` reads the next one as the type that is written, whatever was passed, and reads on
where there is none: the reason names what tells, as a format, a count or a sentinel. Who
passes arguments there answers the same questions from the other side. A `va_list` that is
handed on may have been moved when it comes back, and must then only be ended or copied
no more. In C a function without a prototype takes any arguments at all; a call of it
without arguments is what C23 makes of `()`, and is no site.

Proven: a `va_start`, `va_copy` or `va_end` of a local list whose partner is on every path; a
call of a function with the attribute `format`, or of the option `printf-functions`,
whose constant format fits the arguments (whether its strings end is another question). Calls of the library's printf and
scanf are left to `memory-function`, and so is what an overlay gives a kind.

Defects: `promoted-type`, a `va_arg` of a type that is never passed, as `char`, `short`,
`bool` or `float`; `va-start-parameter`, a start from a reference, an array, a parameter that
is promoted or not the last; `va-end-missing`, a list that a path leaves, or all paths leave,
without `va_end`.

Arguments that stand in a macro from a system header are the project's all the same.)md",
    R"cpp(int sum(int count, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, count);
  int result = __builtin_va_arg(list, int);
  __builtin_va_end(list);
  return result;
}
)cpp",
    R"cpp(int sum(int count, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, count);
  // SAFETY(type, bounds): callers pass `count` ints, and count is at least 1.
  int result = __builtin_va_arg(list, int);
  __builtin_va_end(list);
  return result;
}
)cpp",
    R"md(- Whether the arguments of a call are those that the function reads is known for format strings only.
- Functions with variadic templates are typed, and not listed.)md",
};

} // namespace

extern const Check VariadicAccess;
const Check VariadicAccess = {&Info, atStmt, nullptr};

} // namespace warrant::checks
