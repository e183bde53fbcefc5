//===- MemorySource.h - Where memory is from that is given back -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which functions allocate and free, and what the function's own text tells of
// where a pointer comes from that is given back.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_MEMORYSOURCE_H
#define WARRANT_CHECKS_SUPPORT_MEMORYSOURCE_H

#include "Check.h"

namespace warrant {

/// Who gives memory, and to whom it goes back.
enum class MemorySource : uint8_t {
  Unknown,
  Null,
  Malloc,
  New,
  NewArray,
  Object, ///< a variable or a literal: nobody's to give back
};

/// What the call of a function does with memory.
struct MemoryCall {
  enum class Role : uint8_t { None, Allocate, Reallocate, Free, Stack };
  Role Is = Role::None;
  MemorySource Source = MemorySource::Unknown;
  /// A failure is a null pointer, and no exception.
  bool MayBeNull = false;
};

MemoryCall classifyMemoryCall(const clang::CallExpr &Call, const Context &C);

/// `unique_ptr`, `shared_ptr`.
bool isStdSmartPointer(const clang::CXXRecordDecl *Class);

/// Where the value of \p Pointer comes from, if every value that it can have in
/// this function comes from there; null pointers aside.
MemorySource sourceOf(const clang::Expr *Pointer, const Context &C);

/// What is wrong where \p Pointer goes back to \p To, or nothing.
std::optional<Defect> mismatch(const clang::Expr *Pointer, MemorySource To,
                               const Context &C);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_MEMORYSOURCE_H
