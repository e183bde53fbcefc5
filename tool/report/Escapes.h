//===- Escapes.h - Exceptions across units ----------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit that calls a function of another unit can't tell whether it throws.
// Each unit says what it knows of those that it defines, and what it awaits;
// put together that answers for exports what their own unit left open.
//
// A function that is open awaits nothing: under the symbol "" it has instead
// what may throw in it, for the messages of those that await it.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_ESCAPES_H
#define WARRANT_REPORT_ESCAPES_H

#include "warrant/Site.h"

namespace warrant {

using ExceptionMap = std::map<std::string, ExceptionFacts>;
using CDefinitionMap = decltype(UnitResult::CDefinitions);

/// Adds \p From to \p To: what is open in one of two definitions is open.
void joinExceptions(ExceptionMap &To, const ExceptionMap &From);

/// Settles `errors` of the exports among \p Sites that await other functions.
/// What is in \p CDefinitions doesn't throw.
void settleExceptions(std::vector<Site> &Sites, const ExceptionMap &Facts,
                      const CDefinitionMap &CDefinitions);

} // namespace warrant

#endif // WARRANT_REPORT_ESCAPES_H
