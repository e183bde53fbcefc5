//===- InlineAssembly.cpp - Assembly in the middle of the language --------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/TargetInfo.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral Cwe[] = {"CWE-695", "CWE-758"};
constexpr llvm::StringLiteral MisraC[] = {"Dir 4.2", "Dir 4.3", "Rule 1.2"};
constexpr llvm::StringLiteral MisraCpp[] = {"Rule 10.4.1"};
constexpr llvm::StringLiteral Core[] = {"P.2"};
constexpr References Refs = {Cwe, MisraC, MisraCpp, {}, Core};

constexpr KindInfo Kinds[] = {
    {"statement",
     "assembly runs within a function",
     Severity::High,
     {Property::Bounds, Property::Convention, Property::Ordering},
     Refs},
    {"file-scope",
     "assembly stands outside any function",
     Severity::High,
     {Property::Convention},
     Refs},
    {"register-variable",
     "a variable is bound to a machine register",
     Severity::Medium,
     {Property::Convention},
     Refs},
};

/// Whether an operand with the constraint that \p Info was made from may be in
/// memory; for what can't be read the answer is yes.
bool mayBeMemory(TargetInfo::ConstraintInfo Info, bool Output,
                 const TargetInfo &Target) {
  if (Output)
    return !Target.validateOutputConstraint(Info) || Info.allowsMemory();
  // An input that stands for an output has that one's constraint.
  llvm::StringRef Text = Info.getConstraintStr();
  if (!Text.empty() && (llvm::isDigit(Text.front()) || Text.front() == '['))
    return false;
  return !Target.validateInputConstraint({}, Info) || Info.allowsMemory();
}

/// The operands of \p S through which it may reach memory.
llvm::SmallVector<const Expr *, 4> memoryOperands(const GCCAsmStmt &S,
                                                  const TargetInfo &Target) {
  llvm::SmallVector<const Expr *, 4> Found;
  auto Add = [&](const Expr *E, llvm::StringRef Constraint, bool Output) {
    bool Memory = mayBeMemory({Constraint, ""}, Output, Target);
    if (Memory || (E && E->getType()->isAnyPointerType()))
      Found.push_back(E);
  };
  for (unsigned I = 0; I != S.getNumOutputs(); ++I)
    Add(S.getOutputExpr(I), S.getOutputConstraint(I), true);
  for (unsigned I = 0; I != S.getNumInputs(); ++I)
    Add(S.getInputExpr(I), S.getInputConstraint(I), false);
  return Found;
}

bool clobbersMemory(const AsmStmt &S) {
  for (unsigned I = 0; I != S.getNumClobbers(); ++I)
    if (S.getClobber(I) == "memory")
      return true;
  return false;
}

/// Why \p S does nothing: no instruction, and every output is an input too.
std::string proveEmpty(const GCCAsmStmt &S) {
  if (!S.getAsmString()->getString().trim().empty())
    return {};
  for (unsigned I = 0; I != S.getNumOutputs(); ++I)
    if (!S.isOutputPlusConstraint(I))
      return {};
  return "it has no instruction";
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  const auto *Asm = dyn_cast<AsmStmt>(&S);
  if (!Asm)
    return;
  Operation Op;
  Op.Kind = "statement";
  Op.Token = Asm->getAsmLoc();
  Op.Range = Asm->getSourceRange();
  if (const auto *Extended = dyn_cast<GCCAsmStmt>(Asm)) {
    Op.Proof = proveEmpty(*Extended);
    // A value selects no object: only what leads to memory does.
    for (const Expr *E : memoryOperands(*Extended, C.AST.getTargetInfo()))
      Op.Selectors.push_back(E);
    bool Basic = Extended->isSimple();
    if (!Basic && Op.Selectors.empty() && !clobbersMemory(*Asm)) {
      Op.Void.insert(Property::Bounds);
      Op.Void.insert(Property::Ordering);
    }
  }
  Out.report(std::move(Op));
}

void atDecl(const Decl &D, const Context &, Sink &Out) {
  Operation Op;
  if (const auto *Asm = dyn_cast<FileScopeAsmDecl>(&D)) {
    Op.Kind = "file-scope";
    Op.Token = Asm->getAsmLoc();
    Op.Range = Asm->getSourceRange();
    return Out.report(std::move(Op));
  }
  const auto *V = dyn_cast<VarDecl>(&D);
  if (!V || V->getStorageClass() != SC_Register || !V->hasAttr<AsmLabelAttr>())
    return;
  Op.Kind = "register-variable";
  Op.Token = V->getLocation();
  Op.Range = V->getLocation();
  Out.report(std::move(Op));
}

constexpr CheckInfo Info = {
    "inline-assembly",
    "assembly within C and C++, and variables bound to registers",
    /*OnByDefault=*/false,
    Kinds,
    /*Options=*/{},
    R"md(The compiler believes what an assembly statement says of itself: which registers
and which memory it reads, writes and clobbers. What it leaves out, or gets wrong, breaks
code around it that has nothing to do with it, and no tool sees that. So each statement
says that its constraints and clobbers are complete (`convention`), where memory is
touched why that is within an object (`bounds`), and what orders it (`ordering`); a
statement with neither a memory operand, a pointer nor a "memory" clobber is asked for the
first only.

Assembly outside functions has no operands at all: what it defines has to keep to the
calling convention by itself. A variable that is bound to a register is one too.

Proven: a statement without an instruction, as the compiler barrier
`asm volatile("" ::: "memory")`. Assembly in files of its own is not seen; units of it are
skipped by name. A macro's assembly stands at the macro's definition, unless an argument
selects the memory that it reaches.

A good reason names what is clobbered and why that is all: "cpuid writes eax to edx, which
are outputs here, and no memory".)md",
    R"cpp(unsigned long counter() {
  unsigned long value;
  __asm__ volatile("mov %0, 1" : "=r"(value));
  return value;
}
)cpp",
    R"cpp(unsigned long counter() {
  unsigned long value;
  // SAFETY(convention): the one instruction writes `value`, and clobbers no other
  // register and no flag.
  __asm__ volatile("mov %0, 1" : "=r"(value));
  return value;
}
)cpp",
    R"md(- What instructions do is not read: operands, constraints and clobbers are.
- Assembly in files of its own is skipped, and the units are named.)md",
};

} // namespace

extern const Check InlineAssembly;
const Check InlineAssembly = {&Info, atStmt, atDecl};

} // namespace warrant::checks
