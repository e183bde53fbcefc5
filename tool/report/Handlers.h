//===- Handlers.h - Interrupt handlers across units -------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit that accesses a volatile object can't tell whether a handler of
// another unit does. Each unit says which objects its handlers access; put
// together that names, at the accesses elsewhere, who may come in between.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_HANDLERS_H
#define WARRANT_REPORT_HANDLERS_H

#include "warrant/Site.h"

namespace warrant {

using HandlerUseMap = decltype(UnitResult::HandlerUses);

/// Adds \p From to \p To.
void joinHandlerUses(HandlerUseMap &To, const HandlerUseMap &From);

/// Names the handlers of \p Uses in what the accesses among \p Sites leave
/// open.
void nameHandlers(std::vector<Site> &Sites, const HandlerUseMap &Uses);

} // namespace warrant

#endif // WARRANT_REPORT_HANDLERS_H
