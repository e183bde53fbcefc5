//===- ExceptionLibrary.cpp - What library functions throw ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ExceptionTypes.h"
#include "Owner.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace warrant {
namespace {

/// Whether \p T is a number, or leads to numbers alone.
bool isPlain(QualType T) {
  T = T.getNonReferenceType();
  while (T->isPointerType())
    T = T->getPointeeType();
  return T->isArithmeticType() || T->isEnumeralType() || T->isVoidType() ||
         T->isNullPtrType();
}

/// The template arguments of \p D where it is an implicit instance of the class
/// `std::NAME`: programs may have own specializations for their types.
ArrayRef<TemplateArgument> libraryArguments(const Decl *D, StringRef &Name) {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(D);
  if (!Class || !Class->isInStdNamespace() || !isInSystemHeader(*Class))
    return {};
  Name = Class->getName();
  return Class->getTemplateArgs().asArray();
}

/// Whether values of the type \p T are compared by the language itself.
bool isBuiltIn(QualType T) {
  return isa<BuiltinType>(T.getCanonicalType()) || T->isPointerType();
}

/// Whether nothing is thrown where a \p T is destroyed.
bool isQuietlyDestroyed(QualType T) {
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class)
    return isBuiltIn(T) || T->isEnumeralType();
  if (!Class->hasDefinition())
    return false;
  const CXXDestructorDecl *Destructor = Class->getDestructor();
  return Class->hasTrivialDestructor() ||
         (Destructor && isNothrow(*Destructor));
}

/// Whether \p T is an instance of `std::NAME`, for \p Of where that is given.
bool isLibraryClass(const TemplateArgument &T, StringRef Name,
                    QualType Of = {}) {
  StringRef Found;
  auto Arguments = libraryArguments(T.getAsType()->getAsCXXRecordDecl(), Found);
  if (Found != Name || Arguments.size() != 1)
    return false;
  return Of.isNull() ||
         Arguments[0].getAsType().getCanonicalType() == Of.getCanonicalType();
}

/// Whether \p Class is an ordered container of the library whose keys are
/// numbers or pointers in their own order.
bool isPlainOrdered(const CXXRecordDecl *Class) {
  StringRef Name;
  auto Arguments = libraryArguments(Class, Name);
  unsigned Order = llvm::StringSwitch<unsigned>(Name)
                       .Cases("set", "multiset", 1)
                       .Cases("map", "multimap", 2)
                       .Default(0);
  if (!Order || Arguments.size() != Order + 2)
    return false;
  QualType Key = Arguments[0].getAsType();
  return isBuiltIn(Key) && isLibraryClass(Arguments[Order], "less", Key) &&
         isQuietlyDestroyed(Arguments[Order - 1].getAsType()) &&
         isLibraryClass(Arguments.back(), "allocator");
}

/// Whether \p F looks up or erases in such a container. That throws only what
/// its order and the destructors throw.
bool isPlainLookup(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method && Method->getIdentifier() && isInSystemHeader(F) &&
         llvm::StringSwitch<bool>(Method->getName())
             .Cases("find", "count", "contains", "erase", true)
             .Cases("lower_bound", "upper_bound", "equal_range", true)
             .Default(false) &&
         isPlainOrdered(Method->getParent());
}

} // namespace

bool isPlainLibraryFunction(const FunctionDecl &F) {
  if (isPlainLookup(F))
    return true;
  return F.isInStdNamespace() && !isa<CXXMethodDecl>(F) && !F.isNoReturn() &&
         isInSystemHeader(F) && isPlain(F.getReturnType()) &&
         llvm::all_of(F.parameters(), [](const ParmVarDecl *P) {
           return isPlain(P->getType());
         });
}

bool returnsBeforeCall(const FunctionDecl &F) {
  const IdentifierInfo *Name = F.getIdentifier();
  return Name && F.isExternC() && isInSystemHeader(F) &&
         llvm::StringSwitch<bool>(Name->getName())
             .Cases("pthread_create", "pthread_atfork", "pthread_key_create",
                    "thrd_create", "tss_create", true)
             .Cases("atexit", "at_quick_exit", "on_exit", true)
             .Cases("signal", "sigset", "bsd_signal", "sysv_signal", true)
             .Cases("_beginthread", "_beginthreadex", "CreateThread", true)
             .Default(false);
}

} // namespace warrant
