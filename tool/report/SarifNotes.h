//===- SarifNotes.h - Notifications of a SARIF log --------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What was not, or not wholly, audited, and what the log does not show.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_REPORT_SARIFNOTES_H
#define WARRANT_REPORT_SARIFNOTES_H

#include "SarifPlaces.h"

namespace warrant {

/// The kinds of notifications, for the driver.
Json notificationDescriptors();

/// \p LeftOut: sentences about what the log lacks.
Json executionNotifications(const Report &R, const Verdict &V,
                            llvm::ArrayRef<std::string> LeftOut,
                            const SarifPlaces &Places);

/// What is wrong with the policy.
Json configurationNotifications(const Verdict &V);

} // namespace warrant

#endif // WARRANT_REPORT_SARIFNOTES_H
