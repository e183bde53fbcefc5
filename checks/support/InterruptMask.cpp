//===- InterruptMask.cpp - Whether interrupts are off ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "InterruptMask.h"
#include "ConstantAddress.h"
#include "Types.h"
#include "clang/AST/Attr.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace warrant {
namespace {

using State = InterruptMask::State;

/// What a statement does to the interrupts.
enum class Effect : uint8_t {
  None,
  Call, ///< other code, which may do anything
  Off,
  Maybe, ///< some of them, or on one way only
  On
};

constexpr llvm::StringLiteral OffNames[] = {
    "__disable_irq",
    "__builtin_avr_cli",
    "cli",
    "noInterrupts",
    "__iCliRetVal",
    "cpu_irq_disable",
    "cpu_irq_save",
    "local_irq_disable",
    "arch_local_irq_save",
    "irq_lock",
    "arch_irq_lock",
    "cm_disable_interrupts",
    "vPortEnterCritical",
    "ulPortRaiseBASEPRI",
    "vPortRaiseBASEPRI",
    "__disable_interrupt",
    "_disable_interrupts",
    "__disable_interrupts",
    "__builtin_disable_interrupts",
    "save_and_disable_interrupts",
    "core_util_critical_section_enter",
    "system_interrupt_enter_critical_section",
    "app_util_critical_region_enter",
    "_raw_spin_lock_irqsave"};

constexpr llvm::StringLiteral OnNames[] = {
    "__enable_irq",
    "__builtin_avr_sei",
    "sei",
    "interrupts",
    "cpu_irq_enable",
    "cpu_irq_restore",
    "local_irq_enable",
    "arch_local_irq_restore",
    "irq_unlock",
    "arch_irq_unlock",
    "cm_enable_interrupts",
    "vPortExitCritical",
    "vPortSetBASEPRI",
    "__enable_interrupt",
    "_enable_interrupts",
    "__enable_interrupts",
    "__builtin_enable_interrupts",
    "restore_interrupts",
    "core_util_critical_section_exit",
    "system_interrupt_leave_critical_section",
    "app_util_critical_region_exit",
    "_raw_spin_unlock_irqrestore"};

/// Instructions of Arm, AVR, RISC-V, x86 and MSP430, as their text begins.
constexpr llvm::StringLiteral OffCode[] = {
    "cpsid", "cli", "csrci mstatus", "csrc mstatus", "msr daifset", "dint"};
constexpr llvm::StringLiteral OnCode[] = {
    "cpsie",        "sei",         "sti", "csrsi mstatus",
    "csrs mstatus", "msr daifclr", "eint"};

/// What keeps some off, or brings back what was before.
constexpr llvm::StringLiteral MaybeNames[] = {
    "__set_PRIMASK",      "__set_BASEPRI",   "NVIC_DisableIRQ",
    "__NVIC_DisableIRQ",  "NVIC_EnableIRQ",  "__NVIC_EnableIRQ",
    "nvic_disable_irq",   "nvic_enable_irq", "HAL_NVIC_DisableIRQ",
    "HAL_NVIC_EnableIRQ", "sigprocmask",     "pthread_sigmask",
    "disable_irq",        "enable_irq"};

bool isOption(llvm::StringRef Name, llvm::StringRef Option, const Context &C) {
  std::vector<std::string> Names =
      C.Settings.listOption(*findCheck("volatile-access"), Option);
  return llvm::is_contained(Names, Name);
}

Effect effectOfName(llvm::StringRef Name, const Context &C) {
  if (llvm::is_contained(OffNames, Name) || isOption(Name, "interrupts-off", C))
    return Effect::Off;
  if (llvm::is_contained(OnNames, Name) || isOption(Name, "interrupts-on", C))
    return Effect::On;
  if (llvm::is_contained(MaybeNames, Name))
    return Effect::Maybe;
  return Name.starts_with("__builtin_") ? Effect::None : Effect::Call;
}

Effect effectOfCode(llvm::StringRef Code) {
  auto Begins = [&](llvm::StringRef Word) {
    return Code.ltrim().starts_with_insensitive(Word);
  };
  if (llvm::any_of(OffCode, Begins))
    return Effect::Off;
  return llvm::any_of(OnCode, Begins) ? Effect::On : Effect::None;
}

/// AVR's status register holds the flag; what is written back lets them in.
bool isStatusWrite(const Stmt &S, const Context &C) {
  const auto *E = dyn_cast<BinaryOperator>(&S);
  if (!E || !E->isAssignmentOp() ||
      C.AST.getTargetInfo().getTriple().getArch() != llvm::Triple::avr ||
      E->getLHS()->isInstantiationDependent())
    return false;
  std::optional<ConstantAddress> Where =
      constantAddressOf(*E->getLHS(), C.AST, C.Function);
  return Where && Where->First == 0x5f;
}

/// What \p S itself does, its parts aside.
Effect ownEffect(const Stmt &S, const Context &C) {
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    return effectOfName(calledName(*Call), C);
  if (const auto *Made = dyn_cast<CXXConstructExpr>(&S)) {
    const CXXRecordDecl *Class = Made->getConstructor()->getParent();
    return isOption(Class->getQualifiedNameAsString(), "interrupts-off", C)
               ? Effect::Off
               : Effect::None;
  }
  if (const auto *Code = dyn_cast<GCCAsmStmt>(&S))
    return effectOfCode(Code->getAsmString()->getString());
  return isStatusWrite(S, C) ? Effect::On : Effect::None;
}

/// Whether \p S declares what brings back the interrupts at its block's end.
bool isScoped(const Stmt *S) {
  const auto *Declared = dyn_cast_or_null<DeclStmt>(S);
  return Declared && llvm::any_of(Declared->decls(), [](const Decl *D) {
           const auto *V = dyn_cast<VarDecl>(D);
           return V && (V->hasAttr<CleanupAttr>() ||
                        isa_and_nonnull<CXXConstructExpr>(V->getInit()));
         });
}

/// The last of what \p S and its parts do, and which of them does it.
struct Found {
  Effect Does = Effect::None;
  const Stmt *Which = nullptr;
};

Found effectOf(const Stmt *S, const Context &C) {
  if (!S || isa<LambdaExpr>(S))
    return {};
  if (Effect Own = ownEffect(*S, C); Own != Effect::None)
    return {Own, S};
  Found Last;
  for (const Stmt *Child : S->children()) {
    if (isScoped(Child) && isa<CompoundStmt, ForStmt>(S))
      continue;
    Found Each = effectOf(Child, C);
    if (Each.Does == Effect::Call && Last.Does != Effect::None)
      Each.Does = Last.Does == Effect::Off && isa<CompoundStmt>(S)
                      ? Effect::Maybe
                      : Effect::None;
    if (Each.Does != Effect::None)
      Last = Each;
  }
  // What runs on one way only leaves the other open.
  bool IsPlain = isa<Expr, DeclStmt, CompoundStmt>(S) &&
                 !isa<AbstractConditionalOperator>(S);
  if (Last.Does == Effect::Off && !IsPlain)
    Last.Does = Effect::Maybe;
  return Last;
}

/// `'cli' above, at line 7`.
std::string describe(const Stmt &Which, const Context &C) {
  SourceLocation Loc = C.sources().getExpansionLoc(Which.getBeginLoc());
  llvm::StringRef Name = Lexer::getSourceText(
      CharSourceRange::getTokenRange(Loc), C.sources(), C.language());
  return ("'" + Name + "' above, at line " +
          llvm::Twine(C.sources().getSpellingLineNumber(Loc)))
      .str();
}

/// The effect of what stands before \p Child in \p Block, the nearest first.
/// Where control may come from elsewhere nothing is known.
Found effectBefore(const CompoundStmt &Block, const Stmt *Child,
                   const Context &C) {
  bool SeenChild = false, Doubtful = isa<SwitchCase, LabelStmt>(Child);
  for (const Stmt *Each : llvm::reverse(Block.body())) {
    if (!SeenChild) {
      SeenChild = Each == Child;
      continue;
    }
    Found Last = effectOf(Each, C);
    if (Last.Does == Effect::On || Last.Does == Effect::Maybe)
      return Last;
    if (Last.Does == Effect::Off)
      return Doubtful ? Found{Effect::Maybe, Each} : Last;
    Doubtful |= Last.Does == Effect::Call || isa<SwitchCase, LabelStmt>(Each);
  }
  return {};
}

bool isLoop(const Stmt *S) {
  return isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
}

/// Whether what follows \p Child in \p Block lets interrupts in that it did not
/// keep off: a caller, or the reset, may have.
bool letsInLater(const CompoundStmt &Block, const Stmt *Child,
                 const Context &C) {
  bool SeenChild = false;
  for (const Stmt *Each : Block.body()) {
    Effect Does = SeenChild ? effectOf(Each, C).Does : Effect::None;
    if (Does == Effect::On || Does == Effect::Off)
      return Does == Effect::On;
    SeenChild |= Each == Child;
  }
  return false;
}

} // namespace

InterruptMask interruptsAt(const Stmt &Node, const Context &C) {
  const Stmt *Child = &Node;
  bool Doubtful = false;
  for (unsigned N = 0; const Stmt *Around = C.parent(N); ++N) {
    Found Before;
    if (const auto *Block = dyn_cast<CompoundStmt>(Around)) {
      Before = effectBefore(*Block, Child, C);
      Doubtful |= Before.Does == Effect::None && letsInLater(*Block, Child, C);
    } else if (const auto *For = dyn_cast<ForStmt>(Around)) {
      Before = effectOf(For->getInit(), C);
    }
    if (Before.Does == Effect::Maybe ||
        (Before.Does == Effect::Off && Doubtful))
      return {State::Perhaps, ""};
    if (Before.Does == Effect::Off)
      return {State::Off, describe(*Before.Which, C)};
    if (Before.Does == Effect::On)
      return {State::On, ""};
    // The next round comes after what this one does.
    Doubtful |= isLoop(Around) && effectOf(Around, C).Does == Effect::On;
    Child = Around;
  }
  return {Doubtful ? State::Perhaps : State::On, ""};
}

} // namespace warrant
