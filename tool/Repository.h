//===- Repository.h - Where the project is kept -----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPOSITORY_H
#define WARRANT_REPOSITORY_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace warrant {

/// The address of a git remote as a URI, without credentials. Empty for a
/// folder, which is the machine's own matter.
std::string repositoryAddress(llvm::StringRef Remote);

} // namespace warrant

#endif // WARRANT_REPOSITORY_H
