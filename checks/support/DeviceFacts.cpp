//===- DeviceFacts.cpp - Accesses and device descriptions -----------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceFacts.h"
#include "ConstantAddress.h"
#include "warrant/Device.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace warrant {

namespace {

/// One access of one device.
class DeviceAccess {
public:
  DeviceAccess(Operation &Op, const Device &D, uint64_t Address, uint64_t Size)
      : Op(Op), D(D), Address(Address), Size(Size),
        Place(D.find(Address, Size)), Reads(Op.Kind != "write"),
        Writes(Op.Kind != "read") {}

  bool isKnown() const { return Place.Is != DevicePlace::Kind::Outside; }
  void addFacts();
  void addCopy();
  void addOutside();

private:
  void addWidth();
  void addRegister();
  void addEvidence(const DeviceRegister &R);
  void defect(StringRef Id, Precision Sure, const llvm::Twine &Message) {
    Op.Defects.push_back({Id.str(), Sure, Message.str()});
  }
  std::string name(const DeviceRegister &R) const {
    return "'" + D.qualifiedName(R) + "' of " + D.Name;
  }
  std::string hexAddress() const {
    return "0x" + llvm::utohexstr(Address, /*LowerCase=*/true);
  }
  bool readActs(const DeviceRegister &R) const;
  bool writeActs(const DeviceRegister &R) const;

  Operation &Op;
  const Device &D;
  uint64_t Address, Size;
  DevicePlace Place;
  bool Reads, Writes;
  /// The registers that have exactly these bytes.
  llvm::SmallVector<const DeviceRegister *, 2> Exact;
};

} // namespace

bool DeviceAccess::readActs(const DeviceRegister &R) const {
  return R.OnRead != ReadAction::None ||
         llvm::any_of(D.fields(R), [](const DeviceField &F) {
           return F.OnRead != ReadAction::None;
         });
}

bool DeviceAccess::writeActs(const DeviceRegister &R) const {
  return R.OnWrite != WriteAction::None ||
         llvm::any_of(D.fields(R), [](const DeviceField &F) {
           return F.OnWrite != WriteAction::None && isWritable(F.Access);
         });
}

void DeviceAccess::addEvidence(const DeviceRegister &R) {
  auto Add = [&](Property P, const llvm::Twine &Text) {
    Op.Evidence.push_back({P, PropertyOrigin::Evidence, Text.str()});
  };
  Add(Property::Address, hexAddress() + " is " + name(R));
  Add(Property::Width, name(R) + " has " + llvm::Twine(R.Bits) + " bits");
  // What an access does beside moving a value is for a person to judge.
  bool Acts = (Reads && readActs(R)) || (Writes && writeActs(R));
  if (Op.Defects.empty() && !Acts)
    Add(Property::Access, name(R) + " is " + toString(R.Access));
}

/// An access to all of one register. Where several are described there, what is
/// right for one of them is right.
void DeviceAccess::addRegister() {
  const DeviceRegister &R = *Exact.front();
  auto None = [&](auto Allows) { return llvm::none_of(Exact, Allows); };
  if (Writes &&
      None([](const DeviceRegister *R) { return isWritable(R->Access); }))
    defect("write-to-read-only", Precision::Likely,
           name(R) + " is " + toString(R.Access) + ", and written here");
  if (Reads &&
      None([](const DeviceRegister *R) { return isReadable(R->Access); }))
    defect("read-of-write-only", Precision::Likely,
           name(R) + " is " + toString(R.Access) + ", and read here");
  if (Reads && Writes &&
      None([&](const DeviceRegister *R) { return !writeActs(*R); }))
    defect("modified-write-value", Precision::Likely,
           "a write to " + name(R) +
               " does more than store the value, and "
               "this writes back what was read");
  if (Reads && Writes &&
      None([&](const DeviceRegister *R) { return !readActs(*R); }))
    defect("read-side-effect", Precision::Likely,
           "a read of " + name(R) +
               " changes the device, and this reads only "
               "to write back");
  if (Exact.size() == 1)
    addEvidence(R);
}

/// An access to a part of a register, or to more than one.
void DeviceAccess::addWidth() {
  const DeviceRegister &R = *Place.Registers.front();
  bool IsPart = llvm::any_of(Place.Registers, [&](const DeviceRegister *R) {
    return R->Address <= Address && Address - R->Address < R->bytes() &&
           Size <= R->bytes() - (Address - R->Address);
  });
  // Many buses take parts; what is wider meets what it was not meant for.
  defect(IsPart ? "narrower-than-register" : "wider-than-register",
         IsPart ? Precision::Possible : Precision::Likely,
         "an access of " + llvm::Twine(Size * 8) + " bits at " + hexAddress() +
             ", where " + name(R) + " has " + llvm::Twine(R.Bits));
}

/// A copy of a struct touches every byte of it, in an order and in units that
/// the compiler chooses.
void DeviceAccess::addCopy() {
  uint64_t Covered = Address;
  for (const DeviceRegister *R : Place.Registers) {
    if (R->Address > Covered)
      break;
    Covered = std::max(Covered, R->Address + R->bytes());
  }
  std::string What = (llvm::Twine(Size) + " bytes at " + hexAddress() +
                      " are copied as a block, ")
                         .str();
  if (Covered - Address < Size &&
      D.find(Covered, 1).Is != DevicePlace::Kind::Buffer)
    defect("reserved-address", Precision::Likely,
           What + "and 0x" + llvm::utohexstr(Covered, /*LowerCase=*/true) +
               " is no register of " + D.Name);
  for (const DeviceRegister *R : Place.Registers)
    if (readActs(*R) || writeActs(*R))
      return defect("copied-side-effect", Precision::Likely,
                    What + "with " + name(*R) +
                        ", where reading or writing has side effects");
}

void DeviceAccess::addFacts() {
  if (Place.Is == DevicePlace::Kind::Gap)
    return defect("reserved-address", Precision::Likely,
                  hexAddress() + " is reserved: '" + Place.Peripheral->Name +
                      "' of " + D.Name + " has no register there");
  if (Place.Is != DevicePlace::Kind::Register)
    return;
  for (const DeviceRegister *R : Place.Registers)
    if (R->Address == Address && R->bytes() == Size)
      Exact.push_back(R);
  Exact.empty() ? addWidth() : addRegister();
}

void DeviceAccess::addOutside() {
  defect("outside-peripherals", Precision::Likely,
         hexAddress() + " is outside every peripheral of " + D.Name);
}

void addDeviceFacts(Operation &Op, const Context &C) {
  bool IsCopy = Op.Kind == "aggregate-copy";
  bool IsAccess = Op.Kind == "read" || Op.Kind == "write" ||
                  Op.Kind == "read-modify-write" || IsCopy;
  if (!IsAccess || !C.Settings.Devices || C.Settings.Devices->empty())
    return;
  const Expr &Lvalue = *Op.Selectors.front();
  std::optional<ConstantAddress> Where =
      constantAddressOf(Lvalue, C.AST, C.Function);
  if (!Where || Where->Count > 1 || Lvalue.getType()->isIncompleteType())
    return;
  uint64_t Address = Where->First;
  uint64_t Size = C.AST.getTypeSizeInChars(Lvalue.getType()).getQuantity();
  if (llvm::any_of(Op.Defects, [](const Defect &D) {
        return D.Id == "misaligned-address";
      }))
    return;
  const Device *Around = nullptr;
  for (const Device &D : *C.Settings.Devices) {
    DeviceAccess Access(Op, D, Address, Size);
    if (Access.isKnown())
      return IsCopy ? Access.addCopy() : Access.addFacts();
    if (!Around && D.surrounds(Address))
      Around = &D;
  }
  if (Around)
    DeviceAccess(Op, *Around, Address, Size).addOutside();
}

} // namespace warrant
