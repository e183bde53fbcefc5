//===- Review.h - What a reviewer of a change should look at ----*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the gate says: what is new, and the claims that the change makes. A
// comment that is there passes the gate; whether it is right only a person can
// say.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REVIEW_H
#define WARRANT_REVIEW_H

#include "warrant/Report.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"

namespace warrant {

/// A site that is documented or set aside, and why it is to be read.
struct Claim {
  const Site *S = nullptr;
  std::string Why; ///< `new or edited comment`
};

struct Review {
  std::vector<const Site *> New; ///< worst first
  std::vector<const Remark *> Remarks;
  std::vector<Claim> Claims;
};

/// \p IsAdded: whether the change has one of the lines from First to Last.
/// \p OpenBefore: the fingerprints of what the base had open and is no finding
/// any more.
Review reviewOf(const Report &R, const llvm::StringSet<> &OpenBefore,
                llvm::function_ref<bool(llvm::StringRef File, unsigned First,
                                        unsigned Last)>
                    IsAdded);

/// \p Base is named in what is advised.
void writeReviewText(const Review &W, const Report &R, const Verdict &V,
                     llvm::StringRef Base, llvm::raw_ostream &OS);
void writeReviewMarkdown(const Review &W, const Report &R, const Verdict &V,
                         llvm::raw_ostream &OS);
/// GitHub's workflow commands, at most ten of a kind.
void writeAnnotations(const Review &W, const Verdict &V, llvm::raw_ostream &OS);
/// GitLab's Code Quality report.
void writeCodeQuality(const Review &W, llvm::raw_ostream &OS);

} // namespace warrant

#endif // WARRANT_REVIEW_H
