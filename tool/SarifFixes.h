//===- SarifFixes.h - Comments to fill in, for SARIF ------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SARIFFIXES_H
#define WARRANT_SARIFFIXES_H

#include "warrant/Writers.h"

namespace warrant {

/// For each site of \p R that awaits a comment what `warrant annotate` would
/// write. Sites that share a place share the comment.
SourceInsertions skeletonFixes(const Report &R, const SourceReader &Source);

} // namespace warrant

#endif // WARRANT_SARIFFIXES_H
