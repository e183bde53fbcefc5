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

void DeviceAccess::judgeField(const DeviceRegister &R, unsigned Low) {
  SmallVector<const DeviceField *, 4> Met;
  for (const DeviceField &F : D.fields(R))
    if (F.Low < Low + Use.Bits && Low < F.Low + F.Bits)
      Met.push_back(&F);
  bool IsOne = Use.Bits == 1;
  std::string Here =
      (IsOne ? "bit " + std::to_string(Low) : "bits " + range(Low, Use.Bits)) +
      " of " + name(R) + (IsOne ? " is" : " are");
  if (Met.empty() && R.FieldCount)
    Out.defect("reserved-bits", Precision::Likely, Here + " reserved");
  if (!Met.empty())
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

void DeviceAccess::judgeBits() {
  uint64_t First = Address + Use.LowBit / 8;
  uint64_t Last = Address + (Use.LowBit + Use.Bits - 1) / 8;
  SmallVector<const DeviceRegister *, 2> Holders;
  copy_if(Place.Registers, std::back_inserter(Holders),
          [&](const DeviceRegister *R) {
            return R->Address <= First && Last < R->Address + R->bytes();
          });
  // Which of several is meant is not known.
  if (Holders.size() != 1)
    return;
  const DeviceRegister &R = *Holders.front();
  int64_t Shift = static_cast<int64_t>(Address - R.Address) * 8;
  judgeField(R, static_cast<unsigned>(Use.LowBit + Shift));
}

} // namespace warrant
