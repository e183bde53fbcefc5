//===- Options.h - Names that a check's options list ------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A qualified name costs more than a look at an option that is mostly empty.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_OPTIONS_H
#define WARRANT_CHECKS_SUPPORT_OPTIONS_H

#include "Check.h"
#include "llvm/ADT/STLExtras.h"

namespace warrant {

/// Whether the list \p Option of \p Check has the qualified name of \p D.
inline bool isListed(const clang::NamedDecl &D, llvm::StringRef Check,
                     llvm::StringRef Option, const Context &C) {
  std::vector<std::string> Names =
      C.Settings.listOption(*findCheck(Check), Option);
  return !Names.empty() &&
         llvm::is_contained(Names, D.getQualifiedNameAsString());
}

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_OPTIONS_H
