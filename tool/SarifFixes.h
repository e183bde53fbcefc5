//===- SarifFixes.h - What can be done about a site, for SARIF --*- C++ -*-===//
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
/// write, which is one comment for sites that share a place; and the safer
/// forms.
SourceFixes sarifFixes(const Report &R, const SourceReader &Source);

} // namespace warrant

#endif // WARRANT_SARIFFIXES_H
