//===- Markdown.cpp - Text inside of Markdown -----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Markdown.h"
#include "SourceText.h"

using namespace llvm;

namespace warrant {

std::string markdownCode(StringRef Text) {
  // Backticks have no escape in code, and tables end cells at a bar even there:
  // HTML has one for all.
  std::string Result = "<code>";
  for (char C : printable(Text)) {
    if (StringRef("<>&|`*_[]\\@#!~").contains(C))
      Result += "&#" + std::to_string(static_cast<unsigned char>(C)) + ";";
    else
      Result += C;
  }
  return Result + "</code>";
}

} // namespace warrant
