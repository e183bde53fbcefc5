//===- DeviceSample.h - Devices for tests -----------------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_TEST_UNIT_DEVICESAMPLE_H
#define WARRANT_TEST_UNIT_DEVICESAMPLE_H

#include "warrant/Device.h"
#include "gtest/gtest.h"

namespace warrant {

/// The device whose peripherals are \p Peripherals.
inline Device device(llvm::StringRef Peripherals,
                     llvm::StringRef Defaults = "") {
  std::string Text = ("<device><name>D</name>" + Defaults + "<peripherals>" +
                      Peripherals + "</peripherals></device>")
                         .str();
  llvm::Expected<Device> D = parseDevice(llvm::MemoryBufferRef(Text, "d.svd"));
  if (D)
    return std::move(*D);
  ADD_FAILURE() << toString(D.takeError());
  return Device();
}

} // namespace warrant

#endif // WARRANT_TEST_UNIT_DEVICESAMPLE_H
