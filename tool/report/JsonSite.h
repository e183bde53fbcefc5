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
#include "llvm/Support/JSON.h"

namespace warrant {

/// Prints as it goes, so that no report is in memory as a document.
using JsonStream = llvm::json::OStream;

/// A string, as a member or as an element. Bytes that are not UTF-8 become
/// U+FFFD.
void addText(JsonStream &J, llvm::StringRef Key, llvm::StringRef Text);
void addText(JsonStream &J, llvm::StringRef Text);

/// Null says "none" where an empty string would look like a value.
void addTextOrNull(JsonStream &J, llvm::StringRef Key, const std::string &Text);
std::string readTextOrNull(const JsonReader &J);

/// A member that is an array of strings.
template <typename Range>
void addTexts(JsonStream &J, llvm::StringRef Key, const Range &Texts) {
  J.attributeArray(Key, [&] {
    for (llvm::StringRef Text : Texts)
      addText(J, Text);
  });
}

/// \p Document, with an indent of two, as a value that stands \p Depth deep.
void addDocument(JsonStream &J, const Json &Document, unsigned Depth);

void addMembers(JsonStream &J, const Site &S);
void addMembers(JsonStream &J, const Remark &M);

Site readSite(const JsonReader &J);
Remark readRemark(const JsonReader &J);
std::vector<std::string> readStrings(const JsonReader &J);

} // namespace warrant

#endif // WARRANT_REPORT_JSONSITE_H
