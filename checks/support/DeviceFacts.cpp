//===- DeviceFacts.cpp - Accesses and device descriptions -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceFacts.h"
#include "DeviceUses.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace warrant {

static bool hasDevices(const Context &C) {
  return C.Settings.Devices && !C.Settings.Devices->empty();
}

/// Whether the devices say anything of \p Use.
static bool addUse(Operation &Op, const DeviceUse &Use, const Context &C) {
  DeviceFindings Found = judgeUse(*C.Settings.Devices, Use);
  llvm::append_range(Op.Defects, Found.Defects);
  llvm::append_range(Op.Evidence, Found.Evidence);
  if (!Found.Name.empty())
    Op.Register = Found.Name;
  return Found.IsKnown;
}

void addDeviceFacts(Operation &Op, const Stmt &S, const Context &C) {
  // What stands at an address is not what a misaligned access meets.
  bool IsOff = llvm::any_of(
      Op.Defects, [](const Defect &D) { return D.Id == "misaligned-address"; });
  if (!hasDevices(C) || IsOff)
    return;
  for (const DeviceUse &Use : deviceUses(Op, S, C)) {
    bool IsMemory = !addUse(Op, Use, C) && !Use.Writes;
    // What is no register and only read may be a constant in ROM.
    llvm::erase_if(Op.Defects, [&](const Defect &D) {
      return IsMemory && D.Id == "not-volatile";
    });
  }
}

void addDeviceFacts(Operation &Op, const Expr &Address, uint64_t Size,
                    const Context &C) {
  if (!hasDevices(C))
    return;
  DeviceUse Use;
  if (std::optional<ConstantAddress> At =
          constantTargetOf(Address, C.AST, C.Function))
    Use.Where = *At;
  else if (std::optional<llvm::APSInt> Value =
               constantValueOf(Address, C.AST, C.Function))
    Use.Where.First = Value->extOrTrunc(64).getZExtValue();
  else
    return;
  Use.Size = Size;
  Use.Reads = Op.Kind != "write";
  Use.Writes = Op.Kind != "read";
  if (Use.Reads && Use.Writes)
    Use.WrittenBack = UINT64_MAX;
  if (Size && Use.Where.First % Size != 0)
    Op.Defects.push_back({"misaligned-address", Precision::Certain,
                          hexText(Use.Where.First) +
                              " is no multiple of the access's " +
                              std::to_string(Size) + " bytes"});
  else
    addUse(Op, Use, C);
}

} // namespace warrant
