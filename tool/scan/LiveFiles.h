//===- LiveFiles.h - What an editor has open --------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit in an editor is parsed from texts that are not on the disk yet, and
// again and again.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_LIVEFILES_H
#define WARRANT_SCAN_LIVEFILES_H

#include "clang/Frontend/CompilerInvocation.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace warrant {

/// See the file comment.
class LiveFiles {
public:
  using FileSystem = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;

  virtual ~LiveFiles() = default;
  /// \p FS with what is open over it.
  virtual FileSystem over(FileSystem FS) = 0;
  /// Lets \p Invocation take what an earlier parse has left; \p FS has to have
  /// it.
  virtual void reuse(clang::CompilerInvocation &Invocation, FileSystem &FS) = 0;
};

} // namespace warrant

#endif // WARRANT_SCAN_LIVEFILES_H
