//===- HtmlNotices.h - What the HTML page has of others ---------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_HTMLNOTICES_H
#define WARRANT_REPORT_HTMLNOTICES_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace warrant {

/// The licences of what is in the page and not Warrant's own.
std::vector<llvm::StringRef> htmlNotices();

} // namespace warrant

#endif // WARRANT_REPORT_HTMLNOTICES_H
