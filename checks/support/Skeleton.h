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
// nothing until it is answered. `warrant annotate` and the fix-its of the
// clang-tidy plugin are the same insertions.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_SKELETON_H
#define WARRANT_CHECKS_SUPPORT_SKELETON_H

#include "warrant/Site.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

namespace warrant {

/// Whether a person has still to look at \p S: it is undocumented, nothing
/// that was written for it was rejected, and nobody set it aside.
bool awaitsComment(const Site &S);

/// `SAFETY: TODO(bounds): why is i within p?`, one for each open property of
/// \p Sites, which share a place, and without two alike.
std::vector<std::string> skeletonOf(llvm::ArrayRef<const Site *> Sites);

/// A skeleton and the offset in the file where it goes.
struct Insertion {
  size_t Offset = 0;
  std::string Text;
  const Site *First = nullptr; ///< of those that it asks about
};

/// The skeletons for those of \p Sites that have a place for one, in the order
/// of their offsets in \p Text, the contents of \p File. The code that a
/// compiler sees stays the same: the error says that it would not, or that the
/// file is no longer the one in which the sites were found.
llvm::Expected<std::vector<Insertion>>
skeletonsFor(llvm::StringRef File, llvm::StringRef Text,
             llvm::ArrayRef<const Site *> Sites);

/// \p Text with \p Insertions made.
std::string applyInsertions(llvm::StringRef Text,
                            llvm::ArrayRef<Insertion> Insertions);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_SKELETON_H
