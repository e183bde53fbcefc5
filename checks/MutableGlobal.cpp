//===- MutableGlobal.cpp - Variables that everything may change -----------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Check.h"
#include "support/Owner.h"
#include "support/Types.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace warrant::checks {
namespace {

constexpr llvm::StringLiteral Cwe[] = {"CWE-362", "CWE-1108"};
constexpr llvm::StringLiteral LocalCwe[] = {"CWE-362", "CWE-1058"};
constexpr llvm::StringLiteral ThreadCwe[] = {"CWE-1108"};
constexpr llvm::StringLiteral MisraC[] = {"Dir 5.1", "Rule 8.9"};
constexpr llvm::StringLiteral LocalC[] = {"Dir 5.1"};
constexpr llvm::StringLiteral MisraCpp[] = {"Rule 6.7.2"};
constexpr llvm::StringLiteral LocalCpp[] = {"Rule 6.7.1"};
constexpr llvm::StringLiteral Cert[] = {"CON43-C"};
constexpr llvm::StringLiteral Core[] = {"I.2", "CP.2", "CP.3"};

constexpr PropertySet Shared = {Property::Exclusive, Property::Thread};

constexpr KindInfo Kinds[] = {
    {"global",
     "a variable of namespace scope is not constant",
     Severity::Medium,
     Shared,
     {Cwe, MisraC, MisraCpp, Cert, Core}},
    {"static-member",
     "a static member of a class is not constant",
     Severity::Medium,
     Shared,
     {Cwe, {}, MisraCpp, Cert, Core}},
    {"function-static",
     "a function's static variable is not constant",
     Severity::Medium,
     Shared,
     {LocalCwe, LocalC, LocalCpp, Cert, Core}},
    {"thread-local",
     "a variable is one for each thread, and is not constant",
     Severity::Low,
     {Property::Exclusive},
     {ThreadCwe, {}, MisraCpp, {}, Core}},
    {"global-access",
     "a mutable variable of static storage is accessed",
     Severity::Low,
     Shared,
     {Cwe, MisraC, MisraCpp, Cert, Core}},
};

constexpr OptionInfo Options[] = {
    {"synchronized-types", OptionInfo::Type::StringList,
     "[std::atomic, std::atomic_flag, std::mutex, std::timed_mutex, "
     "std::recursive_mutex, std::recursive_timed_mutex, std::shared_mutex, "
     "std::shared_timed_mutex, std::once_flag, std::condition_variable, "
     "std::condition_variable_any, std::counting_semaphore, absl::Mutex, "
     "absl::once_flag, pthread_mutex_t, pthread_rwlock_t, pthread_cond_t, "
     "pthread_once_t, pthread_spinlock_t, pthread_key_t, mtx_t, cnd_t, "
     "once_flag, sem_t, spinlock_t, rwlock_t, atomic_t]",
     "classes and typedefs whose objects may be used by several threads"},
    {"accesses", OptionInfo::Type::Bool, "false",
     "each access is a site as well, as it is unsafe in Rust; a comment at the "
     "variable documents them all, but for strict mode"},
};

const CheckInfo &own() { return *findCheck("mutable-global"); }

bool isNamed(llvm::StringRef Name, llvm::ArrayRef<std::string> Names) {
  return llvm::is_contained(Names, Name);
}

/// Whether an alias that \p T is spelled by is one of \p Names.
bool isAliasOf(QualType T, llvm::ArrayRef<std::string> Names) {
  while (const auto *Alias = T->getAs<TypedefType>()) {
    if (isNamed(Alias->getDecl()->getQualifiedNameAsString(), Names))
      return true;
    T = Alias->desugar();
  }
  return false;
}

/// Whether objects of type \p T have no state, or look after themselves.
bool isSynchronized(QualType T, llvm::ArrayRef<std::string> Names,
                    const ASTContext &AST) {
  T = AST.getBaseElementType(T);
  if (T->isAtomicType() || isAliasOf(T, Names))
    return true;
  const RecordDecl *R = T->getAsRecordDecl();
  if (!R)
    return false;
  if (R->hasAttr<CapabilityAttr>() ||
      isNamed(R->getQualifiedNameAsString(), Names))
    return true;
  const auto *Class = dyn_cast<CXXRecordDecl>(R);
  R = R->getDefinition();
  if (!R || (Class && Class->hasDefinition() && Class->getNumBases() != 0))
    return false;
  return llvm::all_of(R->fields(), [&](const FieldDecl *F) {
    return F->getType().isConstQualified() ||
           isSynchronized(F->getType(), Names, AST);
  });
}

/// Whether \p V can be changed, by whom ever names it.
bool isMutableGlobal(const VarDecl &V, const Context &C) {
  QualType T = V.getType();
  if (!V.hasGlobalStorage() || V.isConstexpr() || T->isReferenceType() ||
      C.AST.getBaseElementType(T).isConstQualified())
    return false;
  return !isSynchronized(T, C.Settings.listOption(own(), "synchronized-types"),
                         C.AST);
}

llvm::StringRef kindOf(const VarDecl &V) {
  if (V.getTLSKind() != VarDecl::TLS_None)
    return "thread-local";
  if (V.isStaticLocal())
    return "function-static";
  return V.isStaticDataMember() ? "static-member" : "global";
}

bool isTemplated(const VarDecl &V, const Context &C) {
  return C.InInstantiation || V.getDeclContext()->isDependentContext() ||
         V.getDescribedVarTemplate() || isa<VarTemplateSpecializationDecl>(V);
}

void atDecl(const Decl &D, const Context &C, Sink &Out) {
  const auto *V = dyn_cast<VarDecl>(&D);
  if (!V || !V->getIdentifier() || !isMutableGlobal(*V, C) || owner(*V) != V)
    return;
  // In C++ it is a boundary: extern-c-boundary's shared-object.
  if (C.language().CPlusPlus && V->isExternC())
    return;
  Operation Op;
  Op.Kind = kindOf(*V);
  Op.Token = V->getLocation();
  Op.Range = V->getLocation();
  Op.Boundary = V;
  if (V->isExternallyVisible() && !V->isStaticLocal() && !isTemplated(*V, C))
    Op.LinkageName = V->getQualifiedNameAsString();
  if (V->getType()->isDependentType())
    Op.Sure = Precision::Possible;
  Out.report(std::move(Op));
}

/// The variable that \p E names, or null.
const VarDecl *accessed(const Expr &E) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&E))
    return dyn_cast<VarDecl>(Ref->getDecl());
  const auto *Member = dyn_cast<MemberExpr>(&E);
  return Member ? dyn_cast<VarDecl>(Member->getMemberDecl()) : nullptr;
}

void atStmt(const Stmt &S, const Context &C, Sink &Out) {
  const auto *E = dyn_cast<Expr>(&S);
  const VarDecl *V = E ? accessed(*E) : nullptr;
  if (!V || !V->hasGlobalStorage() || isInSystemHeader(*V) ||
      !C.Settings.boolOption(own(), "accesses") || !isMutableGlobal(*V, C))
    return;
  Operation Op;
  Op.Kind = "global-access";
  Op.Token = E->getExprLoc();
  Op.Range = E->getSourceRange();
  Op.DocumentedAtAddress = true;
  for (const VarDecl *Each : V->redecls())
    Op.AddressHolders.push_back(Each);
  Out.report(std::move(Op));
}

constexpr CheckInfo Info = {
    "mutable-global",
    "variables of static storage that are not constant",
    /*OnByDefault=*/false,
    Kinds,
    Options,
    R"md(A variable of static storage that is not constant is shared with every thread, signal
handler and callback of the program. Rust calls it `static mut`, and makes each access
unsafe. Here the variable is the site, once for the whole project and at the header that
owns it, since its reason is nearly always one for all accesses: which lock guards it, or
which thread alone uses it. `accesses: true` below this check's name makes each access a
site too (`global-access`); in standard mode the comment at the variable documents them.

A doc comment at any declaration of the variable counts where it says so much. Apart are
kept static members, static variables of functions and thread-local ones, which only have to
fear what runs on the same thread.

Not reported: constants (`const`, `constexpr`; an array of constants), references, empty
classes, atomics, mutexes and the like (the option `synchronized-types`, and classes with
Clang's attribute `capability`), structures of nothing else, and variables that a system
header declares. In C++ a variable with C linkage is the `shared-object` of
`extern-c-boundary`.

A good reason names the lock or the thread: "written by the main thread only, before the
workers start".)md",
    R"cpp(int counter;

int next() { return ++counter; }
)cpp",
    R"cpp(// SAFETY: used on the event loop's thread only, so nobody else writes it.
int counter;

constexpr int limit = 10;

int next() { return counter < limit ? ++counter : limit; }
)cpp",
    R"md(- Objects on the heap that several threads share are not seen.
- That a lock is held where the comment says so is not checked.)md",
};

} // namespace

extern const Check MutableGlobal;
const Check MutableGlobal = {&Info, atStmt, atDecl};

} // namespace warrant::checks
