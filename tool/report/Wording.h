//===- Wording.h - How a site is put into words -----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The sentences about a site that the text report and clang-tidy share.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_WORDING_H
#define WARRANT_REPORT_WORDING_H

#include "warrant/Report.h"
#include "warrant/Site.h"
#include "llvm/ADT/StringRef.h"

namespace warrant {

/// `1 site`, `2 sites`.
std::string counted(uint64_t Count, llvm::StringRef Noun);

/// What is required of \p S, or what of it nothing answers: `bounds, lifetime`,
/// for a boundary by subject: `'buf': bounds, lifetime; result: ownership`.
std::string namesOf(const Site &S, bool OnlyMissing);

/// ` of 'buf'`, or nothing for what is asked of the whole.
std::string ofSubject(const PropertyState &P);

/// `'p[i]' in 'f(int *)'`.
std::string subjectOf(const Site &S);

/// `undocumented 'subscript': 'p[i]' in 'f(int *)'`.
std::string headlineOf(const Site &S);

/// `revision 1a2b; standard mode; configuration 3c4d; commands 5e6f`.
std::string runOf(const RunInfo &Run);

/// What helps to understand \p S, each at its place; \p All adds the properties
/// that nothing answers, and what is worth knowing besides.
std::vector<RelatedPlace> notesOf(const Site &S, bool All);

} // namespace warrant

#endif // WARRANT_REPORT_WORDING_H
