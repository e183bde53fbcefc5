//===- ResourceFolder.h - Clang's own headers -------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_SCAN_RESOURCEFOLDER_H
#define WARRANT_SCAN_RESOURCEFOLDER_H

#include <optional>
#include <string>

namespace warrant {

/// The folder of Clang's own headers: where it was at build time, else beside
/// the executable; absence leaves it to the driver.
std::optional<std::string> resourceFolder();

} // namespace warrant

#endif // WARRANT_SCAN_RESOURCEFOLDER_H
