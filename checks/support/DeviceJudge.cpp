//===- DeviceJudge.cpp - Which device and which addresses are asked -------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceAccess.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace warrant {

/// Elements of an array which are looked up one by one.
static constexpr uint64_t MaxElements = 4096;

/// What \p D says of the bit that the word at \p Address is an alias of. The
/// processor writes it by writing back the register.
static bool judgeAlias(const Device &D, const DeviceUse &Use, uint64_t Address,
                       DeviceFindings &Out) {
  std::optional<BitAlias> Alias = D.bitAlias(Address);
  if (!Alias)
    return false;
  DevicePlace Place = D.find(Alias->Address, 1);
  DeviceUse Bit = Use;
  Bit.Is = DeviceUse::Shape::Bits;
  Bit.LowBit = Alias->Bit;
  Bit.Bits = 1;
  // The processor reads and writes the word.
  uint64_t Target = alignDown(Alias->Address, 4);
  Bit.Size = 4;
  Bit.LowBit += (Alias->Address - Target) * 8;
  if (!Place.Registers.empty()) {
    const DeviceRegister &R = *Place.Registers.front();
    Bit.Size = R.bytes();
    Bit.LowBit = (Alias->Address - R.Address) * 8 + Alias->Bit;
    Target = R.Address;
  }
  DeviceAccess Access(D, Bit, Target, Out);
  if (Access.isKnown())
    Access.judge();
  for (Defect &Each : Out.Defects)
    Each.Message = hexText(Address) + " is an alias: " + Each.Message;
  return true;
}

/// What \p D says of the register that \p Address is another place of. A write
/// changes just the bits that are set in it.
static bool judgeTwin(const Device &D, const DeviceUse &Use, uint64_t Address,
                      DeviceFindings &Out) {
  std::optional<uint64_t> Target = D.registerAlias(Address);
  if (!Target)
    return false;
  DeviceUse Twin = Use;
  Twin.WrittenBack = 0;
  DeviceAccess(D, Twin, *Target, Out).judge();
  return true;
}

/// What the first device that knows \p Address says.
static DeviceFindings judgeAt(ArrayRef<Device> Devices, const DeviceUse &Use,
                              uint64_t Address) {
  DeviceFindings Out;
  const Device *Around = nullptr;
  for (const Device &D : Devices) {
    DeviceAccess Access(D, Use, Address, Out);
    if (Access.isKnown()) {
      Access.judge();
      Out.IsKnown = true;
      return Out;
    }
    bool IsBit =
        Use.Is == DeviceUse::Shape::Whole && judgeAlias(D, Use, Address, Out);
    Out.IsKnown = IsBit || judgeTwin(D, Use, Address, Out);
    if (Out.IsKnown)
      return Out;
    if (!Around && !D.bitAlias(Address) && D.surrounds(Address))
      Around = &D;
  }
  Out.IsKnown = Around;
  if (Around)
    Out.defect("outside-peripherals", Precision::Likely,
               hexText(Address) + " is outside every peripheral of " +
                   Around->Name);
  return Out;
}

/// \p Found for some of the elements only.
static DeviceFindings ofSome(DeviceFindings Found, const Twine &Which) {
  Found.Evidence.clear();
  Found.Name.clear();
  for (Defect &Each : Found.Defects) {
    Each.Sure = Precision::Possible;
    Each.Message = (Which + Each.Message).str();
  }
  return Found;
}

/// What holds of one element of an array may not hold of another.
static DeviceFindings judgeElements(ArrayRef<Device> Devices,
                                    const DeviceUse &Use) {
  DeviceFindings First = judgeAt(Devices, Use, Use.Where.First);
  uint64_t Last = Use.Where.First + (Use.Where.Count - 1) * Use.Where.Stride;
  for (uint64_t I = 1; I != Use.Where.Count; ++I) {
    uint64_t Address = Use.Where.First + I * Use.Where.Stride;
    DeviceFindings Next = judgeAt(Devices, Use, Address);
    if (First.Defects.empty() && !Next.Defects.empty())
      return ofSome(std::move(Next), "element " + Twine(I) + ": ");
    if (!First.Defects.empty() && Next.Defects.empty())
      return ofSome(std::move(First), "element 0: ");
    erase_if(First.Evidence, [&](const PropertyState &State) {
      return none_of(Next.Evidence, [&](const PropertyState &Other) {
        return Other.Name == State.Name;
      });
    });
  }
  First.Name.clear();
  for (PropertyState &State : First.Evidence)
    State.By += ", and so on up to " + hexText(Last);
  return First;
}

DeviceFindings judgeUse(ArrayRef<Device> Devices, const DeviceUse &Use) {
  if (Use.Where.Count == 1)
    return judgeAt(Devices, Use, Use.Where.First);
  return Use.Where.Count > MaxElements ? DeviceFindings()
                                       : judgeElements(Devices, Use);
}

} // namespace warrant
