//===- Fingerprint.h - What stays of a site when lines move -----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A fingerprint names a site across commits. It is a hash of what an edit
// elsewhere does not change: check, kind, path, qualified function name, the
// operation's tokens, and its ordinal among equals in that function. Never of
// status, line or message.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_FINGERPRINT_H
#define WARRANT_REPORT_FINGERPRINT_H

#include "warrant/Site.h"

namespace warrant {

/// Fills Fingerprint of all \p Sites, which must be all those of the report.
void fingerprint(std::vector<Site> &Sites);

/// The same for remarks: of kind, path, subject and ordinal among equals.
void fingerprint(std::vector<Remark> &Remarks);

} // namespace warrant

#endif // WARRANT_REPORT_FINGERPRINT_H
