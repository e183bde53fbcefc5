//===- Devices.cpp - The devices in use -----------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConfigFiles.h"
#include "warrant/Device.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"

using namespace llvm;

namespace warrant {

static Error addFile(const std::string &Name, vfs::FileSystem &Files,
                     std::vector<Device> &Devices, Config &C) {
  auto File = openNamedFile(C, "devices", Name, Files);
  if (!File)
    return File.takeError();
  StringRef Text = (*File)->getBuffer();
  C.DeviceDigests.push_back(toHex(BLAKE3::hash<16>(arrayRefFromStringRef(Text)),
                                  /*LowerCase=*/true));
  Expected<Device> Read = parseDevice(MemoryBufferRef(Text, Name));
  if (!Read)
    return Read.takeError();
  Devices.push_back(std::move(*Read));
  return Error::success();
}

Error loadDevices(Config &C, vfs::FileSystem &Files) {
  auto Devices = std::make_shared<std::vector<Device>>();
  C.DeviceDigests.clear();
  Error Mistakes = Error::success();
  for (const std::string &Name : C.DeviceFiles)
    Mistakes =
        joinErrors(std::move(Mistakes), addFile(Name, Files, *Devices, C));
  C.Devices = std::move(Devices);
  return Mistakes;
}

} // namespace warrant
