//===- Device.h - What stands at the addresses of a device ------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A device description (CMSIS-SVD) as plain values: a device has peripherals,
// these have registers, and registers have fields. parseDevice() reads a file
// and leaves nothing to look up: what derives from something else, repeats or
// inherits is written out, with absolute addresses. Device::find() then says
// what an access meets. Nothing here knows XML or Clang. See docs/devices.md.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_DEVICE_H
#define WARRANT_DEVICE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <optional>
#include <string>
#include <vector>

namespace llvm::vfs {
class FileSystem;
}

namespace warrant {

struct Config;

/// Who may access a register or a field, and how often.
enum class RegisterAccess : uint8_t {
  ReadWrite,
  ReadOnly,
  WriteOnly,
  WriteOnce,    ///< the first write counts; never read
  ReadWriteOnce ///< read at will; the first write counts
};

/// What a read does beside reading.
enum class ReadAction : uint8_t { None, Clear, Set, Modify, ModifyExternal };

/// What a written value does, where it is not simply stored.
enum class WriteAction : uint8_t {
  None,
  OneToClear,
  OneToSet,
  OneToToggle,
  ZeroToClear,
  ZeroToSet,
  ZeroToToggle,
  Clear,
  Set
};

// The words of the format: `read-only`, `modifyExternal`, `oneToClear`.
llvm::StringRef toString(RegisterAccess Access);
llvm::StringRef toString(ReadAction Action);
llvm::StringRef toString(WriteAction Action);

bool isReadable(RegisterAccess Access);
bool isWritable(RegisterAccess Access);

struct DeviceField {
  std::string Name;
  unsigned Low = 0; ///< its lowest bit
  unsigned Bits = 0;
  RegisterAccess Access = RegisterAccess::ReadWrite;
  ReadAction OnRead = ReadAction::None;
  WriteAction OnWrite = WriteAction::None;
  /// What may be written.
  uint64_t Least = 0;
  uint64_t Most = UINT64_MAX;
};

struct DeviceRegister {
  std::string Name; ///< with its clusters: `CHANNEL[1].CONTROL`
  uint64_t Address = 0;
  unsigned Bits = 0;
  RegisterAccess Access = RegisterAccess::ReadWrite;
  ReadAction OnRead = ReadAction::None;    ///< of the register as a whole
  WriteAction OnWrite = WriteAction::None; ///< likewise
  uint64_t ResetValue = 0;
  uint64_t ResetMask = UINT64_MAX; ///< the bits of it that are known
  unsigned Peripheral = 0;         ///< in Device::Peripherals
  unsigned FirstField = 0;         ///< in Device::Fields, which copies share
  unsigned FieldCount = 0;

  /// What an access to all of it takes: 4 for 20 bits, too.
  uint64_t bytes() const { return llvm::PowerOf2Ceil((Bits + 7) / 8); }
};

/// A part of the address space that belongs to a peripheral.
struct AddressBlock {
  enum class Usage : uint8_t { Registers, Buffer, Reserved };
  uint64_t Address = 0;
  uint64_t Size = 0;
  Usage For = Usage::Registers;
  unsigned Peripheral = 0; ///< in Device::Peripherals
};

struct DevicePeripheral {
  std::string Name;
  uint64_t Base = 0;
  unsigned Registers = 0; ///< how many it has
};

/// What an access to some bytes meets.
struct DevicePlace {
  enum class Kind : uint8_t {
    Register, ///< at least one of its bytes is a register's
    Buffer,   ///< memory of a peripheral
    Gap,      ///< a peripheral's, but none of its registers is there
    Outside   ///< no peripheral's
  };
  Kind Is = Kind::Outside;
  /// Those that the access touches, by address. More than one where it is
  /// wider than a register, or where the device describes a place twice.
  std::vector<const DeviceRegister *> Registers;
  const DevicePeripheral *Peripheral = nullptr; ///< null for Outside
};

/// One bit of memory that has an address of its own.
struct BitAlias {
  uint64_t Address = 0; ///< of its byte
  unsigned Bit = 0;     ///< in that byte
};

/// See the file comment.
struct Device {
  std::string Name;
  std::string Processor;                     ///< `CM4`, or empty
  std::vector<DevicePeripheral> Peripherals; ///< by address
  std::vector<AddressBlock> Blocks;          ///< by address
  std::vector<DeviceRegister> Registers;     ///< by address
  std::vector<DeviceField> Fields;
  uint64_t WidestRegister = 0; ///< in bytes

  llvm::ArrayRef<DeviceField> fields(const DeviceRegister &R) const {
    return llvm::ArrayRef(Fields).slice(R.FirstField, R.FieldCount);
  }
  /// `GPIOA.ODR`
  std::string qualifiedName(const DeviceRegister &R) const {
    return Peripherals[R.Peripheral].Name + "." + R.Name;
  }
  /// What an access to \p Size bytes at \p Address meets. Results point into
  /// this device.
  DevicePlace find(uint64_t Address, uint64_t Size) const;
  /// Whether the processor's architecture decides what is at \p Address: on
  /// Arm's M profile SysTick and the like, which vendors leave out or describe
  /// in part.
  static bool isProcessors(uint64_t Address) {
    return Address >= 0xE0000000 && Address <= 0xE00FFFFF;
  }
  /// Whether \p Address lies among peripherals, so that one has to be there if
  /// anything is: there are some before and behind it in its region.
  bool surrounds(uint64_t Address) const;
  /// The bit that the word at \p Address is, where the processor has an alias
  /// of the first megabyte of peripherals there, and the device nothing else.
  std::optional<BitAlias> bitAlias(uint64_t Address) const;
  /// Where the register is that a device has once more at \p Address, to set,
  /// clear or toggle some of its bits, and that the description leaves out
  /// there.
  std::optional<uint64_t> registerAlias(uint64_t Address) const;
  const DevicePeripheral *findPeripheral(llvm::StringRef Name) const;
};

/// The device that the CMSIS-SVD text of \p Buffer describes. The error has a
/// line for each mistake, with file, line and column.
llvm::Expected<Device> parseDevice(llvm::MemoryBufferRef Buffer);

/// Fills C.Devices from the files that \p C names.
llvm::Error loadDevices(Config &C, llvm::vfs::FileSystem &Files);

} // namespace warrant

#endif // WARRANT_DEVICE_H
