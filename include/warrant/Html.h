//===- Html.h - The report as one HTML file ---------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A page that needs nothing but itself: no network, no other file. Its data are
// JSON, its scripts are named by their digests in its own security policy, and
// text of the sources becomes text nodes.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_HTML_H
#define WARRANT_HTML_H

#include "warrant/Diff.h"
#include "warrant/Metrics.h"
#include "warrant/Writers.h"

namespace warrant {

/// What the page takes beside the report.
struct HtmlOptions {
  llvm::ArrayRef<const CheckInfo *> Checks; ///< for the explanations
  SourceReader Source;                      ///< for the lines; may be null
  /// Earlier reports for the trend, the oldest first.
  std::vector<NamedReport> Earlier = {};
  /// What has changed since the last of them, if there is one.
  const ReportDiff *Since = nullptr;
};

llvm::Error writeHTML(const Report &R, const Verdict &V,
                      const HtmlOptions &Options, llvm::raw_ostream &OS);

/// Whether the library that lays out the map of folders was there when this was
/// built; a table takes its place.
bool hasTreemap();

} // namespace warrant

#endif // WARRANT_HTML_H
