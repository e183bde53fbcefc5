//===- DeviceAccess.cpp - What an access meets in a device ----------------===//
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
/// Whether \p F has bits among those that are accessed.
bool DeviceAccess::isTouched(const DeviceRegister &R,
                             const DeviceField &F) const {
  int64_t First = firstBit(R), Low = F.Low, Bits = F.Bits;
  return Low < First + static_cast<int64_t>(Size * 8) && First < Low + Bits;
}

/// Whether the access is to a part of \p R that has fields, and all of each of
/// them: what is left out are other fields, or nobody's bits.
bool DeviceAccess::keepsFields(const DeviceRegister &R) const {
  int64_t First = firstBit(R), Last = First + static_cast<int64_t>(Size * 8);
  if (First < 0 || Last > static_cast<int64_t>(R.bytes() * 8))
    return false;
  bool Any = false;
  for (const DeviceField &F : D.fields(R)) {
    bool Whole = First <= F.Low && F.Low + F.Bits <= Last;
    if (!Whole && isTouched(R, F))
      return false;
    Any |= Whole;
  }
  return Any;
}

bool DeviceAccess::readActs(const DeviceRegister &R) const {
  return R.OnRead != ReadAction::None ||
         any_of(D.fields(R), [&](const DeviceField &F) {
           return F.OnRead != ReadAction::None && isTouched(R, F);
         });
}

/// What a write to \p R does beside storing, in words, to those of \p Bits that
/// are not the field \p But; empty for nothing.
std::string DeviceAccess::writeAction(const DeviceRegister &R,
                                      const DeviceField *But,
                                      uint64_t Bits) const {
  for (const DeviceField &F : D.fields(R)) {
    // What is behind the first 64 bits is not told apart.
    bool IsMeant =
        F.Low >= 64 ||
        (Bits >> F.Low & maskTrailingOnes<uint64_t>(std::min(F.Bits, 64U)));
    if (F.OnWrite != WriteAction::None && isWritable(F.Access) && &F != But &&
        IsMeant && isTouched(R, F))
      return "'" + F.Name + "' is " + toString(F.OnWrite).str();
  }
  if (R.OnWrite == WriteAction::None || !isWritable(R.Access) ||
      R.FieldCount != 0)
    return "";
  return "it is " + toString(R.OnWrite).str();
}

void DeviceAccess::addEvidence(const DeviceRegister &R) {
  Out.evidence(Property::Address, hexText(Address) + " is " + name(R));
  bool IsAll = R.bytes() == Size;
  bool HasAll = all_of(D.fields(R),
                       [&](const DeviceField &F) { return isTouched(R, F); });
  if (IsAll || HasAll)
    Out.evidence(Property::Width,
                 name(R) + " has " + Twine(IsAll ? R.Bits : Size * 8) +
                     (IsAll ? " bits" : " bits with all its fields"));
  // What an access does beside moving a value is for a person to judge.
  bool Acts =
      (Use.Reads && readActs(R)) || (Use.Writes && !writeAction(R).empty());
  if (Out.Defects.empty() && !Acts)
    Out.evidence(Property::Access, name(R) + " is " + toString(R.Access));
}

/// An access to all of one register. Where several are described there, what is
/// right for one of them is right.
void DeviceAccess::judgeWhole() {
  const DeviceRegister &R = *Exact.front();
  auto None = [&](auto Allows) { return none_of(Exact, Allows); };
  if (Use.Writes &&
      None([](const DeviceRegister *R) { return isWritable(R->Access); }))
    Out.defect("write-to-read-only", Precision::Likely,
               name(R) + " is " + toString(R.Access) + ", and written here");
  if (Use.Reads &&
      None([](const DeviceRegister *R) { return isReadable(R->Access); }))
    Out.defect("read-of-write-only", Precision::Likely,
               name(R) + " is " + toString(R.Access) + ", and read here");
  if (Use.WrittenBack && None([&](const DeviceRegister *R) {
        return writeAction(*R, nullptr, writtenBack(*R)).empty();
      }))
    Out.defect("modified-write-value", Precision::Likely,
               "a write to " + name(R) + " does more than store the value (" +
                   writeAction(R, nullptr, writtenBack(R)) +
                   "), and this writes back what was read");
  if (Use.WrittenBack &&
      None([&](const DeviceRegister *R) { return !readActs(*R); }))
    Out.defect("read-side-effect", Precision::Likely,
               "a read of " + name(R) +
                   " changes the device, and this reads only to write back");
  if (Exact.size() > 1)
    return;
  if (Size <= 8 && R.bytes() <= 8)
    judgeValue(R);
  Out.Name = D.qualifiedName(R);
  addEvidence(R);
}

/// A whole word may leave a field at 0, which need not be meant for it.
void DeviceAccess::judgeRange(const DeviceRegister &R, const DeviceField &F,
                              uint64_t Value) {
  if (isWritable(F.Access) && (Value > F.Most || (Value && Value < F.Least)))
    Out.defect("value-out-of-range", Precision::Possible,
               Twine(Value) + " is written to " + name(R, F) +
                   ", which takes " + Twine(F.Least) + " to " + Twine(F.Most));
}

/// Reserved bits keep the value that they have after a reset.
void DeviceAccess::judgeValue(const DeviceRegister &R) {
  if (!Use.Value || R.FieldCount == 0)
    return;
  uint64_t Reserved = R.ResetMask & ~R.ResetValue;
  uint64_t Accessed = maskTrailingOnes<uint64_t>(Size * 8);
  uint64_t Written = (*Use.Value & Accessed) << (Address - R.Address) * 8;
  for (const DeviceField &F : D.fields(R)) {
    if (F.Low >= 64)
      continue;
    uint64_t Mask = maskTrailingOnes<uint64_t>(std::min(F.Bits, 64U));
    Reserved &= ~(Mask << F.Low);
    judgeRange(R, F, Written >> F.Low & Mask);
  }
  uint64_t Wrong = Written & Reserved;
  if (Wrong)
    Out.defect("reserved-bits-written", Precision::Possible,
               hexText(*Use.Value & Accessed) + " sets " + hexText(Wrong) +
                   " of " + name(R) + ", which no field has");
}

/// An access to a part of a register, or to more than one.
void DeviceAccess::judgeWidth() {
  const DeviceRegister &R = *Place.Registers.front();
  bool IsPart = any_of(Place.Registers, [&](const DeviceRegister *R) {
    return R->Address <= Address && Address - R->Address < R->bytes() &&
           Size <= R->bytes() - (Address - R->Address);
  });
  // Many buses take parts; what is wider meets what it was not meant for.
  Out.defect(
      IsPart ? "narrower-than-register" : "wider-than-register",
      IsPart || !Use.SizeIsSure ? Precision::Possible : Precision::Likely,
      "an access of " + Twine(Size * 8) + " bits at " + hexText(Address) +
          ", where " + name(R) + " has " + Twine(R.Bits));
}

void DeviceAccess::judge() {
  if (Use.Is == DeviceUse::Shape::Pointer)
    return judgePointer();
  if (Use.Is == DeviceUse::Shape::Block)
    return judgeBlock();
  if (Place.Is == DevicePlace::Kind::Gap && Device::isProcessors(Address))
    return;
  if (Place.Is == DevicePlace::Kind::Gap)
    return Out.defect("reserved-address", Precision::Likely,
                      hexText(Address) + " is reserved: '" +
                          Place.Peripheral->Name + "' of " + D.Name +
                          " has no register there");
  if (Place.Is != DevicePlace::Kind::Register)
    return;
  for (const DeviceRegister *R : Place.Registers)
    if (R->Address == Address && R->bytes() == Size)
      Exact.push_back(R);
  if (Exact.empty() && Use.Is == DeviceUse::Shape::Whole)
    copy_if(Place.Registers, std::back_inserter(Exact),
            [&](const DeviceRegister *R) { return keepsFields(*R); });
  if (Exact.empty() && !Device::isProcessors(Address))
    judgeWidth();
  if (Use.Is == DeviceUse::Shape::Bits)
    return judgeBits();
  if (!Exact.empty())
    judgeWhole();
}

//===----------------------------------------------------------------------===//
// Pointers and blocks
//===----------------------------------------------------------------------===//

/// What is accessed through it may lie behind; a pointer into a register, or a
/// gap, is nobody's.
void DeviceAccess::judgePointer() {
  const DevicePeripheral &P = *Place.Peripheral;
  SmallVector<const DeviceRegister *, 2> Starting;
  copy_if(Place.Registers, std::back_inserter(Starting),
          [&](const DeviceRegister *R) { return R->Address == Address; });
  if (Starting.size() == 1)
    Out.evidence(Property::Address,
                 hexText(Address) + " is " + name(*Starting.front()));
  else if (!Starting.empty() || Address == P.Base ||
           Place.Is == DevicePlace::Kind::Buffer)
    Out.evidence(Property::Address,
                 hexText(Address) + " lies in '" + P.Name + "' of " + D.Name);
}

/// Whether a block must not have \p R in it.
bool DeviceAccess::isBarred(const DeviceRegister &R) const {
  return (Use.Reads && (readActs(R) || !isReadable(R.Access))) ||
         (Use.Writes && (!writeAction(R).empty() || !isWritable(R.Access)));
}

void DeviceAccess::judgeBlockAccess(const DeviceRegister &R) {
  std::string What =
      (Twine(Size) + " bytes at " + hexText(Address) + " are " +
       (Use.Writes ? "written" : "read") + " as a block, with " + name(R))
          .str();
  if ((Use.Reads && readActs(R)) || (Use.Writes && !writeAction(R).empty()))
    Out.defect("copied-side-effect", Precision::Likely,
               What + ", where " + (Use.Writes ? "writing" : "reading") +
                   " has side effects");
  else
    Out.defect(Use.Writes ? "write-to-read-only" : "read-of-write-only",
               Precision::Likely, What + ", which is " + toString(R.Access));
}

/// A block touches every byte of it, in an order and in units that the compiler
/// or a library chooses. Of each kind of defect the first place is enough.
void DeviceAccess::judgeBlock() {
  uint64_t Covered = Address;
  for (const DeviceRegister *R : Place.Registers) {
    if (R->Address > Covered)
      break;
    Covered = std::max(Covered, R->Address + R->bytes());
  }
  if (Covered - Address < Size && !Device::isProcessors(Covered) &&
      D.find(Covered, 1).Is != DevicePlace::Kind::Buffer)
    Out.defect("reserved-address", Precision::Likely,
               Twine(Size) + " bytes at " + hexText(Address) + " are " +
                   (Use.Writes ? "written" : "read") + " as a block, and " +
                   hexText(Covered) + " is no register of " + D.Name);
  // Of several at one place one may be meant.
  for (const DeviceRegister *R : Place.Registers)
    if (none_of(Place.Registers, [&](const DeviceRegister *Other) {
          return Other->Address < R->Address + R->bytes() &&
                 R->Address < Other->Address + Other->bytes() &&
                 !isBarred(*Other);
        }))
      return judgeBlockAccess(*R);
}

} // namespace warrant
