//===- ConfigFiles.h - Files that the configuration names -------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How a file is found that `.warrant.yaml` names, and how one that can't be
// read is reported: at the key.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_CONFIGFILES_H
#define WARRANT_POLICY_CONFIGFILES_H

#include "warrant/Config.h"
#include "llvm/Support/MemoryBuffer.h"

namespace warrant {

/// The text of the file \p Name, relative to C.Folder, which \p Key of \p C
/// names. It is identified by its absolute path.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
openNamedFile(const Config &C, const std::string &Key, const std::string &Name,
              llvm::vfs::FileSystem &Files);

} // namespace warrant

#endif // WARRANT_POLICY_CONFIGFILES_H
