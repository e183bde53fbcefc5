//===- UnsafeCall.cpp - Uses of functions that have contracts -------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Hands on every use of a function; which have a contract, and what a use
// leaves open of it, is decided beside the comments (support/Contracts.h).
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"
#include "support/Types.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral Cwe[] = {"CWE-628", "CWE-573"};
constexpr llvm::StringLiteral MisraC[] = {"Dir 4.11"};
constexpr llvm::StringLiteral Core[] = {"I.5", "I.6"};
constexpr References Refs = {Cwe, MisraC, {}, {}, Core};

constexpr KindInfo Kinds[] = {
    {"call",
     "a function is called, or a macro used, that has a contract",
     Severity::Medium,
     {},
     Refs},
    {"address",
     "a function that has a contract is named to be called elsewhere",
     Severity::Medium,
     {},
     Refs},
};

void report(llvm::StringRef Kind, const FunctionDecl *Callee,
            SourceLocation Token, SourceRange Range, Sink &Out,
            llvm::ArrayRef<const Expr *> Arguments = {}) {
  // A builtin is implicit, and overlays may speak of it.
  if (!Callee || Token.isInvalid() ||
      (Callee->isImplicit() && !Callee->getBuiltinID()))
    return;
  Operation Op;
  Op.Kind = Kind;
  Op.Token = Token;
  Op.Range = Range;
  Op.Callee = Callee;
  Op.Arguments.assign(Arguments.begin(), Arguments.end());
  Op.Selectors.assign(Arguments.begin(), Arguments.end());
  Out.report(std::move(Op));
}

/// Whether the name at \p Ref is what the call around it calls.
bool isCalled(const Expr &Ref, const Context &C) {
  const Stmt *Name = &Ref;
  unsigned N = 0;
  for (; C.parent(N); Name = C.parent(N++))
    if (!isa<ParenExpr, ImplicitCastExpr, UnaryOperator, GenericSelectionExpr>(
            C.parent(N)))
      break;
  const auto *Call = dyn_cast_or_null<CallExpr>(C.parent(N));
  return Call && Call->getCallee() == Name && Call->getDirectCallee();
}

/// The operator, or the called name; a conversion's is not written.
SourceLocation calledToken(const CallExpr &Call) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call))
    return Operator->getOperatorLoc();
  SourceLocation Named = Call.getCallee()->getExprLoc();
  return Named.isValid() ? Named : Call.getBeginLoc();
}

void atCall(const CallExpr &Call, Sink &Out) {
  llvm::SmallVector<const Expr *, 4> Arguments(Call.arguments());
  const FunctionDecl *Callee = Call.getDirectCallee();
  // The object of a member operator is the first argument.
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (isa<CXXOperatorCallExpr>(Call) && Method && Method->isInstance())
    Arguments.erase(Arguments.begin());
  report("call", Callee, calledToken(Call), Call.getSourceRange(), Out,
         Arguments);
}

/// Reports the uses of the macros from which \p Loc came.
void atMacros(SourceLocation Loc, const SourceManager &SM, Sink &Out) {
  while (Loc.isMacroID()) {
    CharSourceRange Use = SM.getImmediateExpansionRange(Loc);
    if (SM.isMacroArgExpansion(Loc)) {
      // In the body stands the parameter.
      atMacros(Use.getBegin(), SM, Out);
      Loc = SM.getImmediateSpellingLoc(Loc);
      continue;
    }
    SourceLocation Body = SM.getSpellingLoc(Loc);
    // What is built in, pasted or of the command line is in no file.
    if (SM.getFileEntryRefForID(SM.getFileID(Body))) {
      Operation Op;
      Op.Kind = "call";
      Op.Token = Use.getBegin();
      Op.Range = Use.getAsRange();
      Op.UsedMacro = Body;
      Out.report(std::move(Op));
    }
    Loc = Use.getBegin();
  }
}

/// The constructor that is written; one that a class inherits is implicit.
const FunctionDecl *writtenConstructor(const CXXConstructExpr &Made) {
  const CXXConstructorDecl *D = Made.getConstructor();
  return D->isInheritingConstructor()
             ? D->getInheritedConstructor().getConstructor()
             : D;
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  atMacros(S.getBeginLoc(), C.sources(), Out);
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    return atCall(*Call, Out);
  if (const auto *Made = dyn_cast<CXXConstructExpr>(&S)) {
    llvm::SmallVector<const Expr *, 4> Arguments(Made->arg_begin(),
                                                 Made->arg_end());
    return report("call", writtenConstructor(*Made), Made->getLocation(),
                  Made->getSourceRange(), Out, Arguments);
  }
  if (const auto *New = dyn_cast<CXXNewExpr>(&S))
    return report("call", New->getOperatorNew(), New->getBeginLoc(),
                  New->getSourceRange(), Out);
  if (const auto *Delete = dyn_cast<CXXDeleteExpr>(&S)) {
    QualType T = Delete->getDestroyedType();
    const CXXRecordDecl *R = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
    return report("call",
                  R && R->hasDefinition() ? R->getDestructor() : nullptr,
                  Delete->getBeginLoc(), Delete->getSourceRange(), Out);
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(&S);
  const auto *F = Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
  if (F && !isCalled(*Ref, C))
    report("address", F, Ref->getLocation(), Ref->getSourceRange(), Out);
}

constexpr CheckInfo Info = {
    "unsafe-call",
    "uses of functions that have a contract",
    /*OnByDefault=*/true,
    Kinds,
    /*Options=*/{},
    R"md(A contract is what a function's documentation demands of its callers: text
behind `SAFETY:`, a `# Safety` heading or `@safety` above any declaration of it
that the unit shows, or `[[clang::unsafe_buffer_usage]]`. A macro whose definition
has a Safety section counts as a function. Each use of such a function is a site,
as a call of an `unsafe fn` is in Rust: a SAFETY comment there says why the
conditions hold. The caller's own contract does the same where it hands a
condition on, in the same words.

A contract that lists its conditions, by number or bullet, is discharged one by
one: a comment that answers by number (`1. ... 2. ...`) leaves the site `partial`
until each is answered, and the notes say which are open. See docs/contracts.md.

To name such a function without calling it (its address, a bound or stored
callable) is a site too: who calls it sees no contract.)md",
    R"cpp(// SAFETY: p points to n ints.
int sum(const int *p, int n);

int total(const int *values) { return sum(values, 3); }
)cpp",
    R"cpp(// SAFETY: p points to n ints.
int sum(const int *p, int n);

int total() {
  const int values[] = {1, 2, 3};
  // SAFETY: values has 3 elements.
  return sum(values, 3);
}
)cpp",
    R"md(- A contract counts where a declaration that the calling unit sees, or an overlay, states it.
- A call through a pointer is no site; that the address was taken is one, and such calls are counted as blind spots.
- That a comment answers a condition is told by its words and numbers, not by their truth.)md",
};

} // namespace

extern const Check UnsafeCall;
const Check UnsafeCall = {&Info, atStmt, nullptr};

} // namespace warrant::checks
