//===- DeviceAccess.h - What an access meets in a device --------*- C++ -*-===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Judges accesses of known addresses by a device's description. Nothing here
// knows the source: DeviceUses.h finds the accesses that an operation makes.
//
//===----------------------------------------------------------------------===//

#ifndef WARRANT_CHECKS_SUPPORT_DEVICEACCESS_H
#define WARRANT_CHECKS_SUPPORT_DEVICEACCESS_H

#include "ConstantAddress.h"
#include "warrant/Device.h"
#include "warrant/Site.h"
#include "llvm/ADT/StringExtras.h"

namespace warrant {

/// How an operation uses what lies at an address.
struct DeviceUse {
  enum class Shape : uint8_t {
    Whole,  ///< an access to all of the bytes at once
    Bits,   ///< to some bits of them; the others are written back
    Block,  ///< to all of them, in units that someone else chooses
    Pointer ///< none yet: a pointer is made
  };
  Shape Is = Shape::Whole;
  ConstantAddress Where;
  uint64_t Size = 0; ///< in bytes
  bool Reads = false;
  bool Writes = false;
  /// The bits that are written as they were read from there; another access
  /// may have read them.
  uint64_t WrittenBack = 0;
  std::optional<uint64_t> Value; ///< what is written, where it is a constant
  unsigned LowBit = 0;           ///< of Bits, counted from the address
  unsigned Bits = 0;
  /// The compiler accesses just these bytes.
  bool SizeIsSure = true;
};

/// What the devices say of a use.
struct DeviceFindings {
  std::vector<Defect> Defects;
  std::vector<PropertyState> Evidence;
  std::string Name;     ///< `TIMER0.CTRL.EN`, where it is one register or field
  bool IsKnown = false; ///< a device has something there, or should have

  void defect(llvm::StringRef Id, Precision Sure, const llvm::Twine &Message) {
    Defects.push_back({Id.str(), Sure, Message.str()});
  }
  void evidence(Property P, const llvm::Twine &Text) {
    Evidence.push_back({P, PropertyOrigin::Evidence, Text.str()});
  }
};

inline std::string hexText(uint64_t Value) {
  return "0x" + llvm::utohexstr(Value, /*LowerCase=*/true);
}

/// A use of one address of one device.
class DeviceAccess {
public:
  DeviceAccess(const Device &D, const DeviceUse &Use, uint64_t Address,
               DeviceFindings &Out)
      : D(D), Use(Use), Address(Address), Size(Use.Size), Out(Out),
        Place(D.find(Address, Size)) {}

  bool isKnown() const { return Place.Is != DevicePlace::Kind::Outside; }
  void judge();

private:
  void judgeWhole();
  void judgeBits();
  void judgeBlock();
  void judgePointer();
  void judgeWidth();
  void judgeValue(const DeviceRegister &R);
  void judgeRange(const DeviceRegister &R, const DeviceField &F,
                  uint64_t Value);
  bool isBarred(const DeviceRegister &R) const;
  void judgeBlockAccess(const DeviceRegister &R);
  void judgeField(const DeviceRegister &R, unsigned Low);
  void judgeAllowed(const DeviceRegister &R,
                    llvm::ArrayRef<const DeviceField *> Met);
  void addBitEvidence(const DeviceRegister &R, const DeviceField &F,
                      const llvm::Twine &Here);
  void judgeUndivided(const DeviceRegister &R, const llvm::Twine &Here);
  void judgeRest(const DeviceRegister &R, const DeviceField *Own);
  void addEvidence(const DeviceRegister &R);

  std::string name(const DeviceRegister &R) const {
    return "'" + D.qualifiedName(R) + "' of " + D.Name;
  }
  std::string name(const DeviceRegister &R, const DeviceField &F) const {
    return "'" + D.qualifiedName(R) + "." + F.Name + "' of " + D.Name;
  }
  /// Where the access begins, in bits of \p R.
  int64_t firstBit(const DeviceRegister &R) const {
    return static_cast<int64_t>(Address - R.Address) * 8;
  }
  bool isTouched(const DeviceRegister &R, const DeviceField &F) const;
  bool keepsFields(const DeviceRegister &R) const;
  bool readActs(const DeviceRegister &R) const;
  std::string writeAction(const DeviceRegister &R,
                          const DeviceField *But = nullptr,
                          uint64_t Bits = UINT64_MAX) const;
  uint64_t writtenBack(const DeviceRegister &R) const {
    uint64_t Skipped = (Address - R.Address) * 8;
    return Skipped < 64 ? Use.WrittenBack << Skipped : 0;
  }

  const Device &D;
  const DeviceUse &Use;
  uint64_t Address, Size;
  DeviceFindings &Out;
  DevicePlace Place;
  /// The registers that have exactly these bytes, or whose fields these bytes
  /// leave whole.
  llvm::SmallVector<const DeviceRegister *, 2> Exact;
};

/// What \p Devices say of \p Use. The first one that knows the address is
/// asked.
DeviceFindings judgeUse(llvm::ArrayRef<Device> Devices, const DeviceUse &Use);

} // namespace warrant

#endif // WARRANT_CHECKS_SUPPORT_DEVICEACCESS_H
