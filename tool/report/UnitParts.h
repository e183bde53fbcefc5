//===- UnitParts.h - What many units tell alike -----------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Units that include the same headers say the same of them, and merging is
// idempotent. So a unit's result is cut into parts that do not depend on what
// else the unit holds: equal parts of a thousand units are kept and merged as
// one.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_UNITPARTS_H
#define WARRANT_REPORT_UNITPARTS_H

#include "warrant/Site.h"

namespace warrant {

/// \p U as parts without a name: merged they are what \p U is but for its
/// file, state, messages and inputs.
std::vector<UnitResult> splitUnit(UnitResult U);

} // namespace warrant

#endif // WARRANT_REPORT_UNITPARTS_H
