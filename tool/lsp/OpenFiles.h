//===- OpenFiles.h - The texts of open documents, and preambles -*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The server writes the texts of all open documents into memory that it shares
// with the worker of one of them, before it asks for an analysis; the worker
// lays them over the disk, and keeps what the #includes at the top of its
// document were parsed into.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_LSP_OPENFILES_H
#define WARRANT_LSP_OPENFILES_H

#include "tool/scan/LiveFiles.h"
#include "warrant/Plan.h"
#include "clang/Frontend/PrecompiledPreamble.h"
#include <map>

namespace warrant {

/// See the file comment.
class OpenFiles final : public LiveFiles {
public:
  /// Of the worker for \p Item. All arguments outlive this.
  OpenFiles(const WorkItem &Item, const Config &Settings,
            const FileClassifier &Files)
      : Item(Item), Settings(Settings), Files(Files) {}
  ~OpenFiles() override;
  OpenFiles(const OpenFiles &) = delete;
  OpenFiles &operator=(const OpenFiles &) = delete;

  /// The texts by their absolute paths, for the next analysis. The worker has
  /// to be idle, and started behind the first call.
  llvm::Error put(const std::map<std::string, std::string> &Texts);

  FileSystem over(FileSystem FS) override;
  void reuse(clang::CompilerInvocation &Invocation, FileSystem &FS) override;

private:
  void build(const clang::CompilerInvocation &Invocation, FileSystem FS,
             clang::PreambleBounds Bounds);

  const WorkItem &Item;
  const Config &Settings;
  const FileClassifier &Files;
  int Shared = -1; ///< the memory, as a file

  // The worker's.
  std::unique_ptr<llvm::MemoryBuffer> Text; ///< of the document
  std::optional<clang::PrecompiledPreamble> Preamble;
  bool HasErrors = false; ///< in the preamble
};

} // namespace warrant

#endif // WARRANT_LSP_OPENFILES_H
