//===- Device.cpp - What stands at an address -----------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Device.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace warrant {

StringRef toString(RegisterAccess Access) {
  switch (Access) {
  case RegisterAccess::ReadWrite:
    return "read-write";
  case RegisterAccess::ReadOnly:
    return "read-only";
  case RegisterAccess::WriteOnly:
    return "write-only";
  case RegisterAccess::WriteOnce:
    return "writeOnce";
  case RegisterAccess::ReadWriteOnce:
    return "read-writeOnce";
  }
  llvm_unreachable("not an access");
}

StringRef toString(ReadAction Action) {
  switch (Action) {
  case ReadAction::None:
    return "none";
  case ReadAction::Clear:
    return "clear";
  case ReadAction::Set:
    return "set";
  case ReadAction::Modify:
    return "modify";
  case ReadAction::ModifyExternal:
    return "modifyExternal";
  }
  llvm_unreachable("not a read action");
}

StringRef toString(WriteAction Action) {
  switch (Action) {
  case WriteAction::None:
    return "modify";
  case WriteAction::OneToClear:
    return "oneToClear";
  case WriteAction::OneToSet:
    return "oneToSet";
  case WriteAction::OneToToggle:
    return "oneToToggle";
  case WriteAction::ZeroToClear:
    return "zeroToClear";
  case WriteAction::ZeroToSet:
    return "zeroToSet";
  case WriteAction::ZeroToToggle:
    return "zeroToToggle";
  case WriteAction::Clear:
    return "clear";
  case WriteAction::Set:
    return "set";
  }
  llvm_unreachable("not a write action");
}

bool isReadable(RegisterAccess Access) {
  return Access != RegisterAccess::WriteOnly &&
         Access != RegisterAccess::WriteOnce;
}

bool isWritable(RegisterAccess Access) {
  return Access != RegisterAccess::ReadOnly;
}

/// The last byte of \p Size bytes at \p Address; nothing lies behind the end of
/// the address space.
static uint64_t lastByte(uint64_t Address, uint64_t Size) {
  uint64_t Distance = Size ? Size - 1 : 0;
  return Distance > UINT64_MAX - Address ? UINT64_MAX : Address + Distance;
}

DevicePlace Device::find(uint64_t Address, uint64_t Size) const {
  DevicePlace Place;
  uint64_t Last = lastByte(Address, Size);
  // A register that begins before this cannot reach to the address.
  uint64_t First = Address > WidestRegister ? Address - WidestRegister : 0;
  auto From = partition_point(
      Registers, [&](const DeviceRegister &R) { return R.Address < First; });
  for (const DeviceRegister &R : make_range(From, Registers.end())) {
    if (R.Address > Last)
      break;
    if (lastByte(R.Address, R.bytes()) >= Address)
      Place.Registers.push_back(&R);
  }
  if (!Place.Registers.empty()) {
    Place.Is = DevicePlace::Kind::Register;
    Place.Peripheral = &Peripherals[Place.Registers.front()->Peripheral];
    return Place;
  }
  // Blocks are few, and may lie within each other.
  for (const AddressBlock &Block : Blocks) {
    if (Block.Address > Last)
      break;
    if (lastByte(Block.Address, Block.Size) < Address)
      continue;
    bool IsBuffer = Block.For == AddressBlock::Usage::Buffer;
    Place.Is = IsBuffer ? DevicePlace::Kind::Buffer : DevicePlace::Kind::Gap;
    Place.Peripheral = &Peripherals[Block.Peripheral];
    if (IsBuffer)
      break;
  }
  return Place;
}

/// Memory and peripherals share an address space. Arm's M profile keeps them
/// apart by regions of 512 MB, and others keep them further apart.
static uint64_t regionOf(uint64_t Address) { return Address >> 29; }

bool Device::surrounds(uint64_t Address) const {
  bool Before = false, Behind = false;
  auto Add = [&](uint64_t Start, uint64_t Size) {
    if (regionOf(Start) != regionOf(Address))
      return;
    Before |= Start <= Address;
    Behind |= lastByte(Start, Size) >= Address;
  };
  for (const DeviceRegister &R : Registers)
    Add(R.Address, R.bytes());
  for (const AddressBlock &Block : Blocks)
    Add(Block.Address, Block.Size);
  return Before && Behind && !isProcessors(Address);
}

std::optional<BitAlias> Device::bitAlias(uint64_t Address) const {
  // Of Arm's processors the Cortex-M3 and M4 may have it; a description need
  // not name its processor.
  static constexpr uint64_t Start = 0x42000000, Size = 0x2000000;
  static constexpr uint64_t Peripherals = 0x40000000;
  bool MayHave = Processor.empty() || Processor == "CM3" ||
                 Processor == "CM4" || Processor == "SC300";
  if (!MayHave || Address < Start || Address - Start >= Size ||
      find(Start, Size).Is != DevicePlace::Kind::Outside)
    return std::nullopt;
  uint64_t Bit = (Address - Start) / 4;
  return BitAlias{Peripherals + Bit / 8, static_cast<unsigned>(Bit % 8)};
}

std::optional<uint64_t> Device::registerAlias(uint64_t Address) const {
  // Of RP2040 and RP2350 each peripheral on a bus has three.
  static constexpr uint64_t AliasBits = 0x3000, Buses = 0x2;
  uint64_t Target = Address & ~AliasBits;
  if (!StringRef(Name).starts_with_insensitive("RP2") || Target == Address ||
      regionOf(Address) != Buses ||
      find(Target, 1).Is != DevicePlace::Kind::Register)
    return std::nullopt;
  return Target;
}

const DevicePeripheral *Device::findPeripheral(StringRef Name) const {
  for (const DevicePeripheral &P : Peripherals)
    if (P.Name == Name)
      return &P;
  return nullptr;
}

} // namespace warrant
