//===- GitRenames.h - What files were called before -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_GITRENAMES_H
#define WARRANT_GITRENAMES_H

#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>

namespace warrant {

/// What files below \p Root were called when the file \p Since last changed, by
/// their present names. Nothing where git knows nothing.
std::map<std::string, std::string> formerNames(llvm::StringRef Root,
                                               llvm::StringRef Since);

/// The same for what they were called in \p Revision.
std::map<std::string, std::string> formerNamesIn(llvm::StringRef Root,
                                                 llvm::StringRef Revision);

} // namespace warrant

#endif // WARRANT_GITRENAMES_H
