//===- InterruptHandlers.cpp - What interrupts the rest of a unit ---------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "InterruptHandlers.h"
#include "EvaluatedVisitor.h"
#include "Types.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace warrant {
namespace {

bool hasHandlerAttribute(const FunctionDecl &F) {
  return F.hasAttr<AnyX86InterruptAttr>() || F.hasAttr<ARMInterruptAttr>() ||
         F.hasAttr<AVRInterruptAttr>() || F.hasAttr<AVRSignalAttr>() ||
         F.hasAttr<M68kInterruptAttr>() || F.hasAttr<MSP430InterruptAttr>() ||
         F.hasAttr<MipsInterruptAttr>() || F.hasAttr<RISCVInterruptAttr>();
}

/// Arm's names for its own exceptions, and libopencm3's.
bool isExceptionName(llvm::StringRef Name) {
  static constexpr llvm::StringLiteral Names[] = {
      "NMI_Handler",        "HardFault_Handler",   "MemManage_Handler",
      "BusFault_Handler",   "UsageFault_Handler",  "SecureFault_Handler",
      "SVC_Handler",        "DebugMon_Handler",    "PendSV_Handler",
      "SysTick_Handler",    "nmi_handler",         "hard_fault_handler",
      "sv_call_handler",    "pend_sv_handler",     "sys_tick_handler",
      "mem_manage_handler", "usage_fault_handler", "bus_fault_handler"};
  return llvm::is_contained(Names, Name);
}

/// The names that vector tables have: CMSIS, libopencm3, avr-libc, Zephyr; and
/// what STM32's library calls from there.
bool isVectorName(const FunctionDecl &F) {
  llvm::StringRef Name = F.getName();
  unsigned Number;
  if (llvm::StringRef Rest = Name; Rest.consume_front("__vector_"))
    return !Rest.getAsInteger(10, Number);
  return Name.ends_with("_IRQHandler") || Name.ends_with("_isr") ||
         Name.ends_with("_ISR") ||
         (Name.ends_with("Isr") && !Name.ends_with("FromIsr")) ||
         (Name.starts_with("HAL_") && Name.ends_with("Callback")) ||
         isExceptionName(Name);
}

/// Whether \p Name is \p Pattern, in which a `*` stands for any text.
bool isMatch(llvm::StringRef Name, llvm::StringRef Pattern) {
  auto [Front, Back] = Pattern.split('*');
  if (Front.size() == Pattern.size())
    return Name == Pattern;
  return Name.size() >= Front.size() + Back.size() && Name.starts_with(Front) &&
         Name.ends_with(Back);
}

/// The function that \p E names, whatever it is cast to, or null.
const FunctionDecl *functionNamed(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && U->getOpcode() == UO_AddrOf)
    E = U->getSubExpr()->IgnoreParenCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
}

/// Whether \p Call makes handlers of signals of the functions among its
/// arguments.
bool setsSignal(const CallExpr &Call) {
  static constexpr llvm::StringLiteral Names[] = {"signal", "bsd_signal",
                                                  "sigset", "sysv_signal"};
  return llvm::is_contained(Names, calledName(Call));
}

/// The same of interrupts.
bool setsInterrupt(const CallExpr &Call) {
  static constexpr llvm::StringLiteral Names[] = {
      "attachInterrupt",      "request_irq",
      "NVIC_SetVector",       "irq_set_exclusive_handler",
      "request_threaded_irq", "irq_add_shared_handler",
      "esp_intr_alloc"};
  return llvm::is_contained(Names, calledName(Call));
}

/// Whether \p V lies in a section for a table of vectors: `.isr_vector`.
bool isVectorTable(const VarDecl &V) {
  const auto *Section = V.getAttr<SectionAttr>();
  return Section && V.hasInit() && Section->getName().contains("vector");
}

bool isHandlerMember(const ValueDecl *D) {
  static constexpr llvm::StringLiteral Names[] = {"sa_handler", "sa_sigaction"};
  return D && D->getIdentifier() && llvm::is_contained(Names, D->getName());
}

} // namespace

bool isInterruptHandler(const FunctionDecl &F, const Config &Settings) {
  if (hasHandlerAttribute(F))
    return true;
  if (F.getIdentifier() && F.getReturnType()->isVoidType() && isVectorName(F))
    return true;
  std::vector<std::string> Own =
      Settings.listOption(*findCheck("volatile-access"), "interrupt-handlers");
  return !Own.empty() &&
         llvm::any_of(Own, [&, Name = F.getQualifiedNameAsString()](
                               llvm::StringRef Pattern) {
           return isMatch(Name, Pattern);
         });
}

/// Reads the bodies of one unit.
class InterruptHandlers::Collector : public EvaluatedVisitor<Collector> {
  using Base = EvaluatedVisitor<Collector>;

public:
  explicit Collector(InterruptHandlers &Out) : Base(Out.AST), Out(Out) {}

  bool TraverseDecl(Decl *D) {
    if (!D || D->isImplicit())
      return true;
    auto *F = dyn_cast<FunctionDecl>(D);
    if (!F)
      return Base::TraverseDecl(D);
    if (!F->doesThisDeclarationHaveABody() || !Out.IsAudited(F->getLocation()))
      return true;
    llvm::SaveAndRestore Save(
        Current, static_cast<const FunctionDecl *>(F->getCanonicalDecl()));
    if (isInterruptHandler(*F, Out.Settings))
      Out.Handlers.insert(Current);
    return TraverseStmt(F->getBody());
  }

  bool VisitVarDecl(VarDecl *V) {
    if (isVectorTable(*V))
      addVectors(V->getInit());
    return true;
  }
  bool TraverseLambdaExpr(LambdaExpr *E) {
    const FunctionDecl *Operator = E->getCallOperator()->getCanonicalDecl();
    if (Current)
      Out.Calls[Current].insert(Operator);
    llvm::SaveAndRestore Save(Current, Operator);
    return TraverseStmt(E->getBody());
  }

  bool VisitExpr(Expr *E) {
    std::optional<ScalarUse> Use = Current ? scalarUse(*E) : std::nullopt;
    if (!Use)
      return true;
    if (std::optional<ObjectKey> Key = objectOf(*Use->Lvalue, Out.AST, Current))
      Out.Uses[*Key].push_back({Current, Use->Reads, Use->Writes});
    return true;
  }
  bool VisitCallExpr(CallExpr *E) {
    if (const FunctionDecl *Callee = E->getDirectCallee(); Callee && Current)
      Out.Calls[Current].insert(Callee->getCanonicalDecl());
    bool IsSignal = setsSignal(*E);
    if (IsSignal || setsInterrupt(*E))
      for (const Expr *Argument : E->arguments())
        add(functionNamed(Argument), IsSignal);
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *E) {
    const auto *Member = dyn_cast<MemberExpr>(E->getLHS()->IgnoreParens());
    if (E->getOpcode() == BO_Assign && Member &&
        isHandlerMember(Member->getMemberDecl()))
      add(functionNamed(E->getRHS()), /*IsSignal=*/true);
    return true;
  }
  bool TraverseInitListExpr(InitListExpr *E) {
    if (const InitListExpr *Semantic =
            E->isSemanticForm() ? E : E->getSemanticForm())
      addMembers(*Semantic);
    return Base::TraverseInitListExpr(E);
  }

private:
  void add(const FunctionDecl *F, bool IsSignal) {
    if (F)
      Out.Handlers.insert(F->getCanonicalDecl());
    if (F && IsSignal)
      Out.Signals.insert(F->getCanonicalDecl());
  }
  /// All but what runs first, when nothing can be interrupted.
  void addVectors(const Stmt *S) {
    const auto *Ref = dyn_cast_or_null<DeclRefExpr>(S);
    const auto *F = Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
    if (F && F->getIdentifier() && !F->getName().contains_insensitive("reset"))
      add(F, /*IsSignal=*/false);
    if (S)
      for (const Stmt *Child : S->children())
        addVectors(Child);
  }
  void addMembers(const InitListExpr &E) {
    const FieldDecl *Chosen = E.getInitializedFieldInUnion();
    if (Chosen && E.getNumInits() == 1 && isHandlerMember(Chosen))
      return add(functionNamed(E.getInit(0)), /*IsSignal=*/true);
    QualType T = E.getType();
    const auto *Record = T.isNull() ? nullptr : T->getAsRecordDecl();
    if (!Record || Chosen)
      return;
    for (auto [Field, Init] : llvm::zip(Record->fields(), E.inits()))
      if (isHandlerMember(Field))
        add(functionNamed(Init), /*IsSignal=*/true);
  }

  InterruptHandlers &Out;
  const FunctionDecl *Current = nullptr;
};

void InterruptHandlers::collect() {
  if (Collected)
    return;
  Collected = true;
  // A precompiled header holds no code of the project's.
  for (Decl *D : AST.getTranslationUnitDecl()->noload_decls())
    Collector(*this).TraverseDecl(D);
  follow();
}

/// Finds what handlers call.
void InterruptHandlers::follow() {
  for (const FunctionDecl *Handler : Handlers) {
    llvm::SmallVector<const FunctionDecl *, 8> Work = {Handler};
    while (!Work.empty()) {
      const FunctionDecl *F = Work.pop_back_val();
      if (!CalledBy.try_emplace(F, Handler).second)
        continue;
      if (auto Found = Calls.find(F); Found != Calls.end())
        llvm::append_range(Work, Found->second);
    }
  }
}

std::string InterruptHandlers::describe(const FunctionDecl &Handler) const {
  return (Signals.contains(&Handler) ? "the signal handler '"
                                     : "the interrupt handler '") +
         Handler.getQualifiedNameAsString() + "'";
}

const FunctionDecl *InterruptHandlers::handlerOf(const FunctionDecl *F) {
  collect();
  return F ? CalledBy.lookup(F->getCanonicalDecl()) : nullptr;
}

ObjectUsers InterruptHandlers::usersOf(const ObjectKey &Key) {
  collect();
  ObjectUsers Users;
  auto Found = Uses.find(Key);
  if (Found == Uses.end())
    return Users;
  for (const Use &Each : Found->second) {
    const FunctionDecl *Handler = CalledBy.lookup(Each.In);
    if (!Handler) {
      Users.Other = Users.Other ? Users.Other : Each.In;
      continue;
    }
    Users.Handler = Users.Handler ? Users.Handler : Handler;
    Users.HandlerReads |= Each.Reads;
    Users.HandlerWrites |= Each.Writes;
  }
  return Users;
}

std::string outwardName(const ObjectKey &Key) {
  if (!Key.Variable || !Key.Variable->hasExternalFormalLinkage())
    return {};
  std::string Name = Key.Variable->getQualifiedNameAsString();
  return Key.Member ? Name + "." + Key.Member->getNameAsString() : Name;
}

std::map<std::string, HandlerUse> InterruptHandlers::outwardUses() const {
  std::map<std::string, HandlerUse> Result;
  for (const auto &[Key, All] : Uses) {
    std::string Name = outwardName(Key);
    if (Name.empty())
      continue;
    for (const Use &Each : All)
      if (const FunctionDecl *Handler = CalledBy.lookup(Each.In)) {
        Result[Name].Handlers.insert(describe(*Handler));
        Result[Name].Writes |= Each.Writes;
      }
  }
  return Result;
}

} // namespace warrant
