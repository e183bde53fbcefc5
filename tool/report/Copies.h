//===- Copies.h - SAFETY comments that were copied --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A reason that was copied from one operation to another is often no reason
// there. Which comment is the copy takes the whole report, so it is found after
// the merge.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_COPIES_H
#define WARRANT_REPORT_COPIES_H

#include "warrant/Config.h"
#include "warrant/Report.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace warrant {

/// Adds to \p R a remark `copy-paste` for each SAFETY comment that \p IsAsked
/// and that has the words of another one at other operands. Of comments with
/// the same words the first one is the original, and one that is not asked
/// goes before one that is.
void remarkCopies(Report &R,
                  llvm::function_ref<bool(const Location &)> IsAsked);

/// Whether the configuration asks for that of all comments.
bool remarksCopies(const Config &C);

} // namespace warrant

#endif // WARRANT_REPORT_COPIES_H
