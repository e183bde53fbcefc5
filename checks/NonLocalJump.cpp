//===- NonLocalJump.cpp - Jumps that leave functions and scopes -----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"
#include "support/JumpFacts.h"
#include "support/Options.h"
#include "support/OverlayMatch.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral JumpCwe[] = {"CWE-705", "CWE-758"};
constexpr llvm::StringLiteral LeaveCwe[] = {"CWE-705", "CWE-459", "CWE-825"};
constexpr llvm::StringLiteral JumpC[] = {"Rule 21.4"};
constexpr llvm::StringLiteral JumpCpp[] = {"Rule 21.10.2"};
constexpr llvm::StringLiteral JumpCert[] = {"MSC22-C", "ERR52-CPP"};
constexpr llvm::StringLiteral JumpCore[] = {"SL.C.1"};
constexpr llvm::StringLiteral GotoC[] = {"Rule 15.1", "Rule 1.2"};
constexpr llvm::StringLiteral GotoCpp[] = {"Rule 9.6.1"};
constexpr llvm::StringLiteral GotoCore[] = {"ES.76"};

constexpr KindInfo Kinds[] = {
    {"setjmp",
     "a place is saved to which a later call returns again",
     Severity::High,
     {Property::Lifetime, Property::Initialized},
     {JumpCwe, JumpC, JumpCpp, JumpCert, JumpCore}},
    {"longjmp",
     "control jumps back into a function that is still active",
     Severity::High,
     {Property::Lifetime, Property::Thread},
     {LeaveCwe, JumpC, JumpCpp, JumpCert, JumpCore}},
    {"context-switch",
     "execution goes on with another stack",
     Severity::High,
     {Property::Lifetime, Property::Thread},
     {LeaveCwe, {}, {}, {}, {}}},
    {"computed-goto",
     "a goto goes to an address that is computed",
     Severity::Medium,
     {Property::Address},
     {JumpCwe, GotoC, GotoCpp, {}, GotoCore}},
};

constexpr OptionInfo Options[] = {
    {"jumps", OptionInfo::Type::StringList, "",
     "qualified names of further functions that jump like longjmp"},
    {"marks", OptionInfo::Type::StringList, "",
     "qualified names of further functions that return twice, like setjmp"},
};

/// The name of a library's function, without what a C library puts around it:
/// `__sigsetjmp`, `_longjmp`, `__builtin_setjmp`, `__longjmp_chk`.
llvm::StringRef plainName(llvm::StringRef Name) {
  Name.consume_front("__builtin_");
  Name = Name.ltrim('_');
  Name.consume_front("sig");
  Name.consume_back("_chk");
  return Name;
}

llvm::StringRef kindOf(const FunctionDecl &F, const Context &C) {
  if (isListed(F, "non-local-jump", "jumps", C))
    return "longjmp";
  if (F.hasAttr<ReturnsTwiceAttr>() ||
      isListed(F, "non-local-jump", "marks", C))
    return "setjmp";
  bool Library = F.isExternC() || F.isInStdNamespace() || F.getBuiltinID();
  if (!Library || !F.getIdentifier())
    return {};
  return llvm::StringSwitch<llvm::StringRef>(plainName(F.getName()))
      .Cases("setjmp", "setjmpex", "vfork", "setjmp")
      .Case("longjmp", "longjmp")
      .Cases("setcontext", "swapcontext", "makecontext", "context-switch")
      .Case("getcontext", "setjmp")
      .Default({});
}

void reportCall(const CallExpr &E, const Context &C, Sink &Out) {
  const FunctionDecl *Callee = E.getDirectCallee();
  llvm::StringRef Kind = Callee ? kindOf(*Callee, C) : llvm::StringRef();
  if (Kind.empty())
    return;
  Operation Op;
  Op.Kind = Kind;
  Op.Token = E.getCallee()->getExprLoc();
  Op.Range = E.getSourceRange();
  Op.Selectors.assign(E.arg_begin(), E.arg_end());
  leaveSystemMacros(Op, C.sources());
  if (Kind == "longjmp")
    if (const VarDecl *Skipped = destructorSkipped(E, C))
      Op.Defects.push_back(
          {"skipped-destructor",
           setsJumpTarget(C) ? Precision::Possible : Precision::Likely,
           "the jump leaves '" + Skipped->getNameAsString() +
               "' without its destructor"});
  Out.report(std::move(Op));
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  if (const auto *E = dyn_cast<CallExpr>(&S))
    return reportCall(*E, C, Out);
  const auto *Goto = dyn_cast<IndirectGotoStmt>(&S);
  if (!Goto)
    return;
  Operation Op;
  Op.Kind = "computed-goto";
  Op.Token = Goto->getGotoLoc();
  Op.Range = Goto->getSourceRange();
  Op.Selectors = {Goto->getTarget()};
  // A constant target is a label of this function.
  if (Goto->getConstantTarget())
    Op.Proof = "the target is a label of this function";
  Out.report(std::move(Op));
}

constexpr CheckInfo Info = {
    "non-local-jump",
    "setjmp and longjmp, switches of the stack, computed gotos",
    /*OnByDefault=*/false,
    Kinds,
    Options,
    R"md(`longjmp` goes back to where `setjmp` was: sound only while that function is still
active, on the same thread, and where nothing that is jumped over needed its destructor,
held a lock or owned memory. After the jump a local variable that was changed since
`setjmp` is indeterminate, unless it is volatile. So the place that is marked says how long
the mark is used and what is read afterwards; the jump says which mark it goes to and
what it leaves behind.

Found are `setjmp`, `sigsetjmp`, their underscored, fortified and `__builtin_` forms, `vfork`
and whatever has the attribute `returns_twice`; `longjmp` and `siglongjmp`; `getcontext`,
`setcontext`, `swapcontext` and `makecontext`; GNU C's `goto *p`. The options `marks` and
`jumps` add a project's own.

A jump in C++ where a local object with a destructor is in scope is a defect
(`skipped-destructor`): the standard leaves it undefined. It is `likely`, and `possible` where
the function that jumps also marks, since the mark may be within that scope.)md",
    R"cpp(struct Mark;
extern "C" void longjmp(Mark *mark, int value);

void fail(Mark *mark) { longjmp(mark, 1); }
)cpp",
    R"cpp(struct Mark;
extern "C" void longjmp(Mark *mark, int value);

void fail(Mark *mark) {
  // SAFETY: mark is set by parse(), which is active while this thread is in
  // here; the frames between own nothing that needs a destructor.
  longjmp(mark, 1);
}
)cpp",
    R"md(- Which mark a jump goes to is not followed across functions.
- Jumps that a library makes within itself are not seen.)md",
};

} // namespace

extern const Check NonLocalJump;
const Check NonLocalJump = {&Info, atStmt, nullptr};

} // namespace warrant::checks
