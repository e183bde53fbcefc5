//===- NoLsp.cpp - warrant lsp, where it is not built ---------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tool/Commands.h"

using namespace llvm;

namespace warrant {

int runLsp(const LspRequest &) {
  return fail(createStringError("this build has no language server: "
                                "libmlir-dev was not there"));
}

} // namespace warrant
