//===- Markdown.h - Text inside of Markdown ---------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_MARKDOWN_H
#define WARRANT_REPORT_MARKDOWN_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace warrant {

/// \p Text as code in a cell of a table: none of it is markup, whatever it is.
std::string markdownCode(llvm::StringRef Text);

} // namespace warrant

#endif // WARRANT_REPORT_MARKDOWN_H
