//===- LineHash.h - What GitHub knows a line by -----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// GitHub's code scanning tells an alert of one commit from that of the next by
// a hash of the text that follows the start of its line. It is documented by
// github/codeql-action and computed by sarif-multitool too; what a log brings
// along spares the upload a checkout of the sources.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_LINEHASH_H
#define WARRANT_REPORT_LINEHASH_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace warrant {

/// `primaryLocationLineHash` of each line of \p Text, the first at 0. Lines end
/// at LF, CR or CRLF.
std::vector<std::string> lineHashes(llvm::StringRef Text);

} // namespace warrant

#endif // WARRANT_REPORT_LINEHASH_H
