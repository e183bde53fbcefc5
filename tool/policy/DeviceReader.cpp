//===- DeviceReader.cpp - Reads a device and its peripherals --------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace warrant {

Expected<Device> DeviceReader::run() {
  pugi::xml_node Root = Xml.parse();
  if (Root)
    readDevice(Root);
  if (Xml.Mistakes.empty())
    checkUnit(Root);
  if (!Xml.Mistakes.empty())
    return createStringError(inconvertibleErrorCode(),
                             join(Xml.Mistakes, "\n"));
  finish();
  return std::move(Result);
}

void DeviceReader::readDevice(pugi::xml_node Root) {
  DeviceElement E;
  E.Nodes.push_back(Root);
  if (Values.hasName(E))
    Result.Name = E.name().str();
  Result.Processor = textOf(Root.child("cpu").child("name")).str();
  std::optional<uint64_t> Unit = Values.optional(E, "addressUnitBits", 8);
  AddressUnit = Unit.value_or(8) / 8;
  RegisterDefaults Defaults = inherit(E, RegisterDefaults());
  if (!Root.child("peripherals").child("peripheral"))
    return Xml.mistake(Root,
                       "device '" + E.name() +
                           "' has no '<peripheral>' in "
                           "'<peripherals>'; there is nothing to look up");
  Elements.forEach(E, "peripherals", "peripheral", "peripheral",
                   [&](pugi::xml_node N) { readPeripheral(N, Defaults); });
}

/// Vendors write an address unit of 32 bits where addresses count bytes; where
/// they do not, registers lie nearer to each other than that.
void DeviceReader::checkUnit(pugi::xml_node Root) {
  if (AddressUnit <= 1 ||
      all_of(Result.Registers, [&](const DeviceRegister &R) {
        return R.Address % std::min(AddressUnit, R.bytes()) == 0;
      }))
    return;
  Xml.mistake(Root.child("addressUnitBits"),
              "addresses of " + Twine(AddressUnit * 8) +
                  " bits each are not supported; where they count bytes, "
                  "write 8");
}

void DeviceReader::readPeripheral(pugi::xml_node N, RegisterDefaults Outer) {
  std::optional<DeviceElement> E = Elements.resolve(N);
  if (!E || !Values.hasName(*E))
    return;
  DeviceElement Own;
  Own.Nodes.push_back(N);
  // Two peripherals at one address would be one.
  std::optional<uint64_t> Base = Values.required(Own, "baseAddress");
  std::optional<Repetition> Copies = Values.repetition(*E);
  std::vector<AddressBlock> Blocks;
  readBlocks(*E, Blocks);
  Registers Found;
  readContents(*E, "registers", inherit(*E, Outer), 0, Found);
  if (!Base || !Copies || !Xml.Mistakes.empty())
    return;
  for (size_t I = 0; I != Copies->Indices.size(); ++I) {
    DevicePeripheral P;
    P.Name = Copies->nameOf(E->name(), I);
    std::optional<uint64_t> At = Values.address(N, *Base, I, Copies->Increment);
    if (!At || !Xml.spend(N, Found.size() + 1))
      return;
    P.Base = *At;
    addPeripheral(*E, std::move(P), Blocks, Found);
  }
}

/// Some describe the block in their own words instead: `RTC registers`.
static AddressBlock::Usage usageOf(StringRef Word) {
  if (Word == "buffer")
    return AddressBlock::Usage::Buffer;
  if (Word == "reserved")
    return AddressBlock::Usage::Reserved;
  return AddressBlock::Usage::Registers;
}

/// Those of \p E or, where it has none, of what it derives from; their
/// addresses are offsets.
void DeviceReader::readBlocks(const DeviceElement &E,
                              std::vector<AddressBlock> &Blocks) {
  pugi::xml_node From = E.child("addressBlock").parent();
  for (pugi::xml_node N : From.children("addressBlock")) {
    if (!Xml.spend(N, 1))
      return;
    DeviceElement Block;
    Block.Nodes.push_back(N);
    std::optional<uint64_t> Offset = Values.required(Block, "offset");
    std::optional<uint64_t> Size = Values.required(Block, "size");
    if (Offset && Size)
      Blocks.push_back({*Offset, *Size, usageOf(textOf(N.child("usage"))), 0});
  }
}

void DeviceReader::addPeripheral(const DeviceElement &E, DevicePeripheral P,
                                 ArrayRef<AddressBlock> Blocks,
                                 const Registers &Found) {
  unsigned Index = Result.Peripherals.size();
  P.Registers = Found.size();
  for (AddressBlock Block : Blocks) {
    std::optional<uint64_t> At =
        Values.address(E.own(), P.Base, 1, Block.Address);
    // The block's last byte has to be an address, too.
    if (!At || (Block.Size && !Values.address(E.own(), *At, 1, Block.Size - 1)))
      return;
    Block.Address = *At;
    Block.Peripheral = Index;
    Result.Blocks.push_back(Block);
  }
  for (DeviceRegister R : Found) {
    std::optional<uint64_t> At = Values.address(E.own(), P.Base, 1, R.Address);
    if (!At || !Values.address(E.own(), *At, 1, R.bytes() - 1))
      return;
    R.Address = *At;
    R.Peripheral = Index;
    Result.WidestRegister = std::max(Result.WidestRegister, R.bytes());
    Result.Registers.push_back(std::move(R));
  }
  Result.Peripherals.push_back(std::move(P));
}

/// Sorts what was read in the order of the file.
void DeviceReader::finish() {
  std::vector<unsigned> Order(Result.Peripherals.size()), Rank(Order.size());
  for (unsigned I = 0; I != Order.size(); ++I)
    Order[I] = I;
  llvm::stable_sort(Order, [&](unsigned A, unsigned B) {
    return Result.Peripherals[A].Base < Result.Peripherals[B].Base;
  });
  std::vector<DevicePeripheral> Sorted;
  for (unsigned Old : Order) {
    Rank[Old] = Sorted.size();
    Sorted.push_back(std::move(Result.Peripherals[Old]));
  }
  Result.Peripherals = std::move(Sorted);
  auto ByAddress = [](const auto &A, const auto &B) {
    return A.Address < B.Address;
  };
  for (AddressBlock &Block : Result.Blocks)
    Block.Peripheral = Rank[Block.Peripheral];
  for (DeviceRegister &R : Result.Registers)
    R.Peripheral = Rank[R.Peripheral];
  llvm::stable_sort(Result.Blocks, ByAddress);
  llvm::stable_sort(Result.Registers, ByAddress);
}

Expected<Device> parseDevice(MemoryBufferRef Buffer) {
  return DeviceReader(Buffer).run();
}

} // namespace warrant
