//===- DeviceOverlay.cpp - Structs that lie over registers ----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceOverlay.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace warrant {

bool isRegisterType(QualType T) {
  if (T->isBooleanType() || T->isPointerType() || T->isMemberPointerType() ||
      T->isRealFloatingType() || T->isAtomicType())
    return false;
  for (const auto *Name = T->getAs<TypedefType>(); Name;
       Name = Name->desugar()->getAs<TypedefType>())
    if (Name->getDecl()->getName() == "sig_atomic_t")
      return false;
  return true;
}

/// Names of members that only keep others where they belong.
static bool isPadding(const FieldDecl &Field) {
  static constexpr llvm::StringLiteral Words[] = {
      "reserved", "rsvd", "resv", "rserv", "pad", "unused", "dummy", "rfu"};
  std::string Name = Field.getName().lower();
  return llvm::any_of(Words, [&](llvm::StringRef Word) {
    return llvm::StringRef(Name).contains(Word);
  });
}

/// How many volatile members \p T has; absence where another member says that
/// it is no device's.
static std::optional<unsigned> countRegisters(QualType T) {
  const RecordDecl *Record = T->getAsRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  const auto *Class = dyn_cast_or_null<CXXRecordDecl>(Record);
  if (!Record || (Class && (Class->isDynamicClass() || Class->getNumBases())))
    return std::nullopt;
  unsigned Count = 0;
  for (const FieldDecl *Field : Record->fields()) {
    QualType Type = Field->getType();
    if (isPadding(*Field) || Field->isUnnamedBitField())
      continue;
    bool IsArray = Type->isArrayType();
    while (const ArrayType *Array = Type->getAsArrayTypeUnsafe())
      Type = Array->getElementType();
    if (!isRegisterType(Type))
      return std::nullopt;
    std::optional<unsigned> Own = 1;
    if (!Type.isVolatileQualified())
      Own = countRegisters(Type);
    if (!Own)
      return std::nullopt;
    Count += IsArray ? 2 * *Own : *Own;
  }
  return Count;
}

bool isDeviceOverlay(QualType T) {
  return !T.isNull() && countRegisters(T).value_or(0) >= 2;
}

} // namespace warrant
