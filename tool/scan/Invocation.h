//===- Invocation.h - What clang makes of a compile command -----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From a work item to a compiler that is ready to parse it, and that writes
// nothing, prints nothing and loads no plugin, whatever the command asks for.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_INVOCATION_H
#define WARRANT_SCAN_INVOCATION_H

#include "UnitMessages.h"
#include "warrant/Plan.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace warrant {

/// The files as the command of \p Item sees them; what goes wrong is a message
/// for the unit.
llvm::Expected<llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>>
fileSystemFor(const WorkItem &Item, const FileClassifier &Files);

/// What clang's driver makes of the command of \p Item, or null. \p Exact: all
/// function bodies are parsed.
std::shared_ptr<clang::CompilerInvocation>
invocationFor(const WorkItem &Item, bool Exact, UnitMessages &Messages,
              llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS);

/// Makes \p Compiler ready to run \p Invocation. What \p Messages held until
/// then is about the command, and returned: the file can be parsed all the
/// same.
std::vector<std::string>
prepare(clang::CompilerInstance &Compiler,
        std::shared_ptr<clang::CompilerInvocation> Invocation,
        UnitMessages &Messages,
        llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS);

} // namespace warrant

#endif // WARRANT_SCAN_INVOCATION_H
