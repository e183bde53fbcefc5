//===- Summary.h - What is known of a whole project -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The summary of the project that a document lies in, of what the last scans
// left in the cache: nothing is analysed for it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_LSP_SUMMARY_H
#define WARRANT_LSP_SUMMARY_H

#include "tool/CommandLine.h"
#include "warrant/Report.h"
#include "llvm/Support/Error.h"

namespace warrant {

struct ProjectSummary {
  Report Audit;
  Verdict Judged;
  std::string Root;
  size_t Known = 0; ///< units that the cache knows as they are now
  size_t Units = 0;
};

/// Of the project that the file at \p Path lies in.
llvm::Expected<ProjectSummary>
summarizeProject(llvm::StringRef Path, const CommandsRequest &Commands);

/// `48 sites: 12 undocumented, ...`.
std::string headlineOf(const ProjectSummary &S);

/// The same as a page.
std::string markdownOf(const ProjectSummary &S);

} // namespace warrant

#endif // WARRANT_LSP_SUMMARY_H
