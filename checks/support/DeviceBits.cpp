//===- DeviceBits.cpp - What a bit-field meets in a device ----------------===//
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

/// The others of \p R are written back as they were read.
void DeviceAccess::judgeRest(const DeviceRegister &R, const DeviceField *Own) {
  if (!isReadable(R.Access))
    Out.defect("read-of-write-only", Precision::Likely,
               name(R) + " is " + toString(R.Access) +
                   ", and a write of some of its bits reads it first");
  if (std::string Action = writeAction(R, Own); !Action.empty())
    Out.defect("modified-write-value", Precision::Likely,
               "a write to " + name(R) + " does more than store the value (" +
                   Action +
                   "), and a write of some of its bits writes back the others");
  if (readActs(R))
    Out.defect(
        "read-side-effect", Precision::Likely,
        "a read of " + name(R) +
            " changes the device, and a write of some of its bits reads it "
            "first");
}

/// `[7:4]`
static std::string range(unsigned Low, unsigned Bits) {
  return ("[" + Twine(Low + Bits - 1) + ":" + Twine(Low) + "]").str();
}

/// `bits [7:4] of X are`
static std::string bitsText(unsigned Low, unsigned Bits, const Twine &Of) {
  if (Bits == 1)
    return ("bit " + Twine(Low) + " of " + Of + " is").str();
  return ("bits " + range(Low, Bits) + " of " + Of + " are").str();
}

/// The field, or the fields, whose bits are accessed allow it, or do not.
void DeviceAccess::judgeAllowed(const DeviceRegister &R,
                                ArrayRef<const DeviceField *> Met) {
  std::string What =
      name(R, *Met.front()) + " is " + toString(Met.front()->Access).str();
  auto IsWritten = [](const DeviceField *F) { return isWritable(F->Access); };
  auto IsRead = [](const DeviceField *F) { return isReadable(F->Access); };
  if (Use.Writes && none_of(Met, IsWritten))
    Out.defect("write-to-read-only", Precision::Likely,
               What + ", and written here");
  if (Use.Reads && none_of(Met, IsRead))
    Out.defect("read-of-write-only", Precision::Likely,
               What + ", and read here");
}

void DeviceAccess::addBitEvidence(const DeviceRegister &R, const DeviceField &F,
                                  const Twine &Here) {
  Out.Name = D.qualifiedName(R) + "." + F.Name;
  Out.evidence(Property::Address, Here + " " + name(R, F));
  if (!Exact.empty() && Use.SizeIsSure)
    Out.evidence(Property::Width, name(R) + " has " + Twine(R.Bits) + " bits");
  bool Acts = readActs(R) || (Use.Writes && !writeAction(R).empty());
  if (Out.Defects.empty() && !Acts)
    Out.evidence(Property::Access, name(R, F) + " is " + toString(F.Access));
}

/// Bits of a register whose fields the description leaves out.
void DeviceAccess::judgeUndivided(const DeviceRegister &R, const Twine &Here) {
  if (Use.Writes && !isWritable(R.Access))
    Out.defect("write-to-read-only", Precision::Likely,
               name(R) + " is " + toString(R.Access) + ", and written here");
  if (Use.Reads && !isReadable(R.Access))
    Out.defect("read-of-write-only", Precision::Likely,
               name(R) + " is " + toString(R.Access) + ", and read here");
  if (Use.Writes)
    judgeRest(R, nullptr);
  Out.Name = D.qualifiedName(R);
  Out.evidence(Property::Address, Here + " at " + hexText(R.Address));
}

void DeviceAccess::judgeField(const DeviceRegister &R, unsigned Low) {
  SmallVector<const DeviceField *, 4> Met;
  for (const DeviceField &F : D.fields(R))
    if (F.Low < Low + Use.Bits && Low < F.Low + F.Bits)
      Met.push_back(&F);
  std::string Here = bitsText(Low, Use.Bits, name(R));
  if (R.FieldCount == 0)
    return judgeUndivided(R, Here);
  if (Met.empty())
    Out.defect("reserved-bits", Precision::Likely, Here + " reserved");
  else
    judgeAllowed(R, Met);
  const DeviceField *F = Met.size() == 1 ? Met.front() : nullptr;
  bool IsInside = F && F->Low <= Low && Low + Use.Bits <= F->Low + F->Bits;
  if (!Met.empty() && !IsInside)
    Out.defect("crosses-fields", Precision::Possible,
               Here + " not those of " + name(R, *Met.front()) + ", " +
                   range(Met.front()->Low, Met.front()->Bits));
  if (IsInside && F->Bits == Use.Bits && Use.Value)
    judgeRange(R, *F,
               *Use.Value & maskTrailingOnes<uint64_t>(std::min(F->Bits, 64U)));
  if (Use.Writes)
    judgeRest(R, IsInside && F->Bits == Use.Bits ? F : nullptr);
  if (IsInside)
    addBitEvidence(R, *F, Here);
}

/// Which of several is meant is not known: what is right for one is right.
void DeviceAccess::judgeBits() {
  uint64_t First = Address + Use.LowBit / 8;
  uint64_t Last = Address + (Use.LowBit + Use.Bits - 1) / 8;
  SmallVector<const DeviceRegister *, 2> Holders;
  copy_if(Exact.empty() ? ArrayRef(Place.Registers) : ArrayRef(Exact),
          std::back_inserter(Holders), [&](const DeviceRegister *R) {
            return R->Address <= First && Last - R->Address < R->bytes();
          });
  DeviceFindings Before = Out, Worst = Out;
  for (const DeviceRegister *R : Holders) {
    Out = Before;
    judgeField(*R, static_cast<unsigned>(Use.LowBit + firstBit(*R)));
    if (Holders.size() == 1)
      return;
    if (Out.Defects.size() == Before.Defects.size()) {
      Out = Before;
      return;
    }
    if (Worst.Defects.size() == Before.Defects.size())
      Worst.Defects = Out.Defects;
  }
  Out = Worst;
}

} // namespace warrant
