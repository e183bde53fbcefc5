//===- JsonSite.h - Sites and remarks as JSON -------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The members that reports and units share. docs/report.schema.json and
// docs/formats.md describe them.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_JSONSITE_H
#define WARRANT_REPORT_JSONSITE_H

#include "JsonReader.h"
#include "warrant/Site.h"
#include "llvm/Support/raw_ostream.h"

namespace warrant {

Json toJson(const Site &S);
Json toJson(const Remark &M);

Site readSite(const JsonReader &J);
Remark readRemark(const JsonReader &J);
std::vector<std::string> readStrings(const JsonReader &J);

/// Prints \p J on one line, or with an indent of two where \p Pretty. Bytes
/// that are not UTF-8 become U+FFFD.
std::string print(const Json &J, bool Pretty);

} // namespace warrant

#endif // WARRANT_REPORT_JSONSITE_H
