//===- Depfile.h - Which files a result depends on --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_DEPFILE_H
#define WARRANT_DEPFILE_H

#include "llvm/ADT/StringRef.h"
#include <set>
#include <string>

namespace warrant {

/// A rule of make's for \p Target. Files at or below \p Here are named from
/// there, as build systems that run there do.
std::string depfile(llvm::StringRef Target, const std::set<std::string> &Files,
                    llvm::StringRef Here);

} // namespace warrant

#endif // WARRANT_DEPFILE_H
