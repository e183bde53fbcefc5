//===- DeviceReader.h - Reads device descriptions ---------------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns the elements of a description into a Device, from the outside in: the
// device, its peripherals, their clusters and registers, and the fields. A
// container is read into registers with offsets, which its copies then share.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_POLICY_DEVICEREADER_H
#define WARRANT_POLICY_DEVICEREADER_H

#include "DeviceValues.h"

namespace warrant {

/// What elements inherit from those around them.
struct RegisterDefaults {
  uint64_t Bits = 32;
  RegisterAccess Access = RegisterAccess::ReadWrite;
  uint64_t ResetValue = 0;
  uint64_t ResetMask = UINT64_MAX;
};

/// See the file comment.
class DeviceReader {
public:
  explicit DeviceReader(llvm::MemoryBufferRef Buffer)
      : Xml(Buffer), Elements(Xml), Values(Xml) {}
  llvm::Expected<Device> run();

private:
  using Registers = std::vector<DeviceRegister>;

  void readDevice(pugi::xml_node Root);
  void checkUnit(pugi::xml_node Root);
  void readPeripheral(pugi::xml_node N, RegisterDefaults Defaults);
  void readBlocks(const DeviceElement &E, std::vector<AddressBlock> &Blocks);
  void addPeripheral(const DeviceElement &E, DevicePeripheral P,
                     llvm::ArrayRef<AddressBlock> Blocks,
                     const Registers &Found);
  void finish();

  RegisterDefaults inherit(const DeviceElement &E, RegisterDefaults Outer);
  void readContents(const DeviceElement &E, const char *Container,
                    RegisterDefaults Defaults, unsigned Depth, Registers &Out);
  void readCluster(const DeviceElement &E, RegisterDefaults Defaults,
                   unsigned Depth, Registers &Out);
  void readRegister(const DeviceElement &E, RegisterDefaults Defaults,
                    Registers &Out);
  void readFields(const DeviceElement &E, DeviceRegister &R);
  void readField(const DeviceElement &E, const DeviceRegister &R);

  DeviceXml Xml;
  DeviceElements Elements;
  DeviceValues Values;
  Device Result;
  uint64_t AddressUnit = 1; ///< what addresses are said to count, in bytes
};

} // namespace warrant

#endif // WARRANT_POLICY_DEVICEREADER_H
