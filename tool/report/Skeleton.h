//===- Skeleton.h - SAFETY comments to fill in ------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A skeleton asks, for each property that a site still needs, the question
// that its comment has to answer. It is a placeholder, and so documents
// nothing until it is answered.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_SKELETON_H
#define WARRANT_REPORT_SKELETON_H

#include "warrant/Site.h"
#include "llvm/ADT/ArrayRef.h"

namespace warrant {

/// `SAFETY: TODO(bounds): why is i within p?`, one for each open property of
/// \p Sites, which share a place, and without two alike.
std::vector<std::string> skeletonOf(llvm::ArrayRef<const Site *> Sites);

/// \p Text, the contents of \p File, with a skeleton at each NoteLine of
/// \p Sites.
std::string insertSkeletons(llvm::StringRef Text, llvm::StringRef File,
                            llvm::ArrayRef<const Site *> Sites);

} // namespace warrant

#endif // WARRANT_REPORT_SKELETON_H
