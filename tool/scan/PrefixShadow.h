//===- PrefixShadow.h - What would come before a prefix ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A prefix is made without the project's include folders. Where one of them
// holds a header of a name that system headers include, a unit without the
// prefix reads that one.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_PREFIXSHADOW_H
#define WARRANT_SCAN_PREFIXSHADOW_H

#include "Prefix.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace warrant {

/// Whether \p Folder is one that a prefix is made without.
bool isOfProject(const clang::HeaderSearchOptions::Entry &Folder);

/// A file that the unit of \p Invocation would read in the place of one of the
/// prefix of \p Facts; empty where there is none.
std::string shadowOf(const PrefixFacts &Facts,
                     const clang::CompilerInvocation &Invocation,
                     llvm::vfs::FileSystem &FS);

} // namespace warrant

#endif // WARRANT_SCAN_PREFIXSHADOW_H
