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
constexpr llvm::StringLiteral Cert[] = {"API00-C"};
constexpr llvm::StringLiteral Core[] = {"I.5", "I.6"};
constexpr References Refs = {Cwe, MisraC, {}, Cert, Core};

constexpr KindInfo Kinds[] = {
    {"call",
     "a function is called that has a contract",
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
    if (!isa<ParenExpr, ImplicitCastExpr, UnaryOperator>(C.parent(N)))
      break;
  const auto *Call = dyn_cast_or_null<CallExpr>(C.parent(N));
  return Call && Call->getCallee() == Name && Call->getDirectCallee();
}

void atCall(const CallExpr &Call, Sink &Out) {
  llvm::SmallVector<const Expr *, 4> Arguments(Call.arguments());
  const FunctionDecl *Callee = Call.getDirectCallee();
  // The object of a member operator is the first argument.
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (isa<CXXOperatorCallExpr>(Call) && Method && Method->isInstance())
    Arguments.erase(Arguments.begin());
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
  report("call", Callee,
         Operator ? Operator->getOperatorLoc() : Call.getCallee()->getExprLoc(),
         Call.getSourceRange(), Out, Arguments);
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    return atCall(*Call, Out);
  if (const auto *Made = dyn_cast<CXXConstructExpr>(&S)) {
    llvm::SmallVector<const Expr *, 4> Arguments(Made->arg_begin(),
                                                 Made->arg_end());
    return report("call", Made->getConstructor(), Made->getLocation(),
                  Made->getSourceRange(), Out, Arguments);
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
that the unit shows, or `[[clang::unsafe_buffer_usage]]`. Each use of such a
function is a site, as a call of an `unsafe fn` is in Rust: a SAFETY comment there
says why the conditions hold. The caller's own contract does the same where it
hands a condition on, in the same words.

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
};

} // namespace

extern const Check UnsafeCall;
const Check UnsafeCall = {&Info, atStmt, nullptr};

} // namespace warrant::checks
