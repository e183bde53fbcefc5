//===- Assumption.cpp - What the compiler is told to believe --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"
#include "support/Options.h"
#include "support/OverlayMatch.h"
#include "support/Place.h"
#include "support/Types.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral Cwe[] = {"CWE-758"};
constexpr llvm::StringLiteral MisraC[] = {"Rule 1.3", "Dir 4.1"};
constexpr llvm::StringLiteral MisraCpp[] = {"Rule 4.1.3"};
constexpr References Refs = {Cwe, MisraC, MisraCpp, {}, {}};
constexpr llvm::StringLiteral AlignedCert[] = {"EXP36-C"};
constexpr References AlignedRefs = {Cwe, MisraC, MisraCpp, AlignedCert, {}};

constexpr KindInfo Kinds[] = {
    {"assume",
     "the compiler is told that a condition holds",
     Severity::High,
     {},
     Refs},
    {"unreachable",
     "the compiler is told that control never comes here",
     Severity::High,
     {},
     Refs},
    {"assume-aligned",
     "the compiler is told of an alignment",
     Severity::High,
     {Property::Alignment},
     AlignedRefs},
};

constexpr OptionInfo Options[] = {
    {"functions", OptionInfo::Type::StringList, "",
     "qualified names of further functions that promise what their arguments "
     "say, or without arguments that they are never called"},
};

/// The value of the condition \p E where it is a constant.
std::optional<bool> constantTruth(const Expr *E, const ASTContext &AST) {
  bool Truth = false;
  if (E->isValueDependent() || !E->EvaluateAsBooleanCondition(Truth, AST))
    return std::nullopt;
  return Truth;
}

void reportCondition(const Expr &Condition, SourceLocation Token,
                     SourceRange Range, const Context &C, Sink &Out) {
  Operation Op;
  std::optional<bool> Truth = constantTruth(&Condition, C.AST);
  Op.Kind = Truth == false ? "unreachable" : "assume";
  Op.Token = Token;
  Op.Range = Range;
  Op.Selectors = {&Condition};
  if (Truth == true)
    Op.Proof = "the condition is true";
  if (Condition.HasSideEffects(C.AST))
    Op.Defects.push_back({"assumed-side-effect", Precision::Possible,
                          "the condition is not evaluated, so what it "
                          "changes is not changed"});
  Out.report(std::move(Op));
}

/// Why the pointer \p E is aligned to \p Wanted bytes, by its type.
std::string proveAligned(const Expr *E, const Expr *Wanted,
                         const ASTContext &AST) {
  QualType T = strip(E)->getType();
  Expr::EvalResult Bytes;
  if (!T->isPointerType() || Wanted->isValueDependent() ||
      !Wanted->EvaluateAsInt(Bytes, AST))
    return {};
  QualType To = T->getPointeeType();
  if (To->isDependentType() || To->isIncompleteType() || To->isFunctionType())
    return {};
  int64_t Has = AST.getTypeAlignInChars(To).getQuantity();
  if (Bytes.Val.getInt().ugt(Has))
    return {};
  return "'" + To.getAsString() + "' has an alignment of " +
         std::to_string(Has);
}

void reportAligned(const CallExpr &E, const Expr *Wanted, const Context &C,
                   Sink &Out) {
  Operation Op;
  Op.Kind = "assume-aligned";
  Op.Token = E.getCallee()->getExprLoc();
  Op.Range = E.getSourceRange();
  Op.Selectors.assign(E.arg_begin(), E.arg_end());
  // A third argument says how far off the alignment the pointer is.
  if (Wanted && E.getNumArgs() >= 1 && E.getNumArgs() <= 2)
    Op.Proof = proveAligned(E.getArg(0), Wanted, C.AST);
  Out.report(std::move(Op));
}

/// A macro that is nothing else is another name for it: each use makes a claim
/// of its own. In a macro that does more, as to abort first, it stands there.
void reportUnreachable(const CallExpr &E, const Context &C, Sink &Out) {
  Operation Op;
  Op.Kind = "unreachable";
  const Expr *Whole = &E;
  for (unsigned N = 0; isa_and_nonnull<ParenExpr>(C.parent(N)); ++N)
    Whole = cast<ParenExpr>(C.parent(N));
  Op.Range = rangeInUse(*Whole, C);
  Op.Token = Op.Range.getBegin() == Whole->getBeginLoc()
                 ? E.getCallee()->getExprLoc()
                 : Op.Range.getBegin();
  leaveSystemMacros(Op, C.sources());
  Out.report(std::move(Op));
}

/// The bytes that std::assume_aligned has as its template argument are no
/// expression to ask.
void reportLibrary(const CallExpr &E, const FunctionDecl &F, const Context &C,
                   Sink &Out) {
  if (!F.getIdentifier() || !isInStd(&F))
    return;
  if (F.getName() == "unreachable")
    reportUnreachable(E, C, Out);
  else if (F.getName() == "assume_aligned")
    reportAligned(E, nullptr, C, Out);
}

void reportCall(const CallExpr &E, const Context &C, Sink &Out) {
  const FunctionDecl *F = E.getDirectCallee();
  if (!F)
    return;
  SourceLocation Token = E.getCallee()->getExprLoc();
  switch (F->getBuiltinID()) {
  case Builtin::BI__builtin_assume:
  case Builtin::BI__assume:
    return reportCondition(*E.getArg(0), Token, E.getSourceRange(), C, Out);
  case Builtin::BI__builtin_assume_aligned:
    return reportAligned(E, E.getArg(1), C, Out);
  case Builtin::BI__builtin_unreachable:
    return reportUnreachable(E, C, Out);
  case Builtin::BI__builtin_assume_separate_storage: {
    Operation Op;
    Op.Kind = "assume";
    Op.Token = Token;
    Op.Range = E.getSourceRange();
    Op.Selectors.assign(E.arg_begin(), E.arg_end());
    return Out.report(std::move(Op));
  }
  default:
    break;
  }
  if (!isListed(*F, "assumption", "functions", C))
    return reportLibrary(E, *F, C, Out);
  if (E.getNumArgs() == 0)
    return reportUnreachable(E, C, Out);
  reportCondition(*E.getArg(0), Token, E.getSourceRange(), C, Out);
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  if (const auto *E = dyn_cast<CallExpr>(&S))
    return reportCall(*E, C, Out);
  const auto *Attributed = dyn_cast<AttributedStmt>(&S);
  if (!Attributed)
    return;
  for (const Attr *A : Attributed->getAttrs())
    if (const auto *Assume = dyn_cast<CXXAssumeAttr>(A))
      reportCondition(*Assume->getAssumption(), Assume->getLocation(),
                      Assume->getRange(), C, Out);
}

/// A function whose result, or a parameter whose argument, is declared to be
/// aligned.
void atDecl(const Decl &D, const Context &, Sink &Out) {
  const auto *Named = dyn_cast<ValueDecl>(&D);
  if (!Named)
    return;
  const Attr *A = Named->getAttr<AssumeAlignedAttr>();
  if (!A)
    A = Named->getAttr<AlignValueAttr>();
  if (!A || A->isInherited())
    return;
  Operation Op;
  Op.Kind = "assume-aligned";
  Op.Token = Named->getLocation();
  Op.Range = Named->getLocation();
  Op.Boundary = Named;
  Out.report(std::move(Op));
}

constexpr CheckInfo Info = {
    "assumption",
    "what the compiler is told to believe without a check",
    /*OnByDefault=*/false,
    Kinds,
    Options,
    R"md(An assumption is the opposite of an assertion: nothing checks it, and the compiler
builds on it. Where it is wrong the program is undefined, also before that point. Rust's
`unreachable_unchecked` and `assert_unchecked` are unsafe for that reason.

Found are `[[assume(x)]]`, `__builtin_assume`, `__assume` and
`__builtin_assume_separate_storage`; `__builtin_unreachable`, `std::unreachable` and C23's
`unreachable()`; `std::assume_aligned`, `__builtin_assume_aligned` and the attributes
`assume_aligned` and `align_value`. Where a macro is nothing but another name for one of them, as an
`UNREACHABLE()` of a release build, or an `ASSUME(x)`, each use is a site, since each makes a
claim of its own; in a macro that does more, as an assertion that first calls what
aborts, it is one site at the macro's definition. A macro that only aborts, as in a debug
build, assumes nothing. The option `functions` adds a project's own functions.

Proven: a condition that is constant and true, an alignment that the pointer's type has
anyway. A condition with side effects is a defect, since they do not happen.

A good reason says what makes the condition hold, or every other way impossible: "kind was
read by parseKind(), which returns Add or Sub only".)md",
    R"cpp(int sign(int kind) {
  switch (kind) {
  case 0:
    return 1;
  case 1:
    return -1;
  }
  __builtin_unreachable();
}
)cpp",
    R"cpp(int sign(int kind) {
  switch (kind) {
  case 0:
    return 1;
  case 1:
    return -1;
  }
  // SAFETY: kind comes from parseKind(), which returns 0 or 1.
  __builtin_unreachable();
}
)cpp",
    R"md(- Macros that a build replaces by nothing, as `assert` under NDEBUG, are no assumption there.
- Promises of attributes as `nonnull`, `restrict` or `pure` are not listed.)md",
};

} // namespace

extern const Check Assumption;
const Check Assumption = {&Info, atStmt, atDecl};

} // namespace warrant::checks
