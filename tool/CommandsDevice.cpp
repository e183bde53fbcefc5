//===- CommandsDevice.cpp - warrant device --------------------------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "warrant/Config.h"
#include "warrant/Device.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace warrant {
namespace {

/// What is asked, of which devices.
struct Question {
  std::vector<Device> Devices;
  std::string About; ///< a peripheral, an address, or nothing
};

} // namespace

static Error wrong(const Twine &Why) {
  return createStringError(inconvertibleErrorCode(), Why);
}

static std::string hex(uint64_t Value) {
  std::string Digits = utohexstr(Value, /*LowerCase=*/true);
  if (Digits.size() < 8)
    Digits.insert(0, 8 - Digits.size(), '0');
  return "0x" + Digits;
}

static std::string plural(size_t Count, StringRef What) {
  return (Twine(Count) + " " + What + (Count == 1 ? "" : "s")).str();
}

/// Whether \p Word names a file rather than what is in one.
static bool isFile(StringRef Word) {
  StringRef Extension = sys::path::extension(Word);
  return Extension.equals_insensitive(".svd") ||
         Extension.equals_insensitive(".xml") || sys::fs::exists(Word);
}

static Expected<Question> ask(ArrayRef<std::string> Arguments) {
  Question Q;
  for (const std::string &Word : Arguments) {
    if (!Q.Devices.empty() && !isFile(Word) && &Word == &Arguments.back()) {
      Q.About = Word;
      return std::move(Q);
    }
    auto Text = MemoryBuffer::getFile(Word);
    if (!Text)
      return createFileError(Word, Text.getError());
    Expected<Device> D =
        parseDevice(MemoryBufferRef((*Text)->getBuffer(), Word));
    if (!D)
      return D.takeError();
    Q.Devices.push_back(std::move(*D));
  }
  return std::move(Q);
}

//===----------------------------------------------------------------------===//
// What is there
//===----------------------------------------------------------------------===//

static void printDevice(const Device &D, raw_ostream &OS) {
  OS << D.Name << ": " << plural(D.Peripherals.size(), "peripheral") << ", "
     << plural(D.Registers.size(), "register") << "\n";
  size_t Width = 0;
  for (const DevicePeripheral &P : D.Peripherals)
    Width = std::max(Width, P.Name.size());
  for (const DevicePeripheral &P : D.Peripherals)
    OS << "  " << left_justify(P.Name, Width + 2) << hex(P.Base) << "  "
       << plural(P.Registers, "register") << "\n";
}

/// `read-only, readAction clear, writes oneToClear`
static std::string accessText(RegisterAccess Access, ReadAction OnRead,
                              WriteAction OnWrite) {
  std::string Text = toString(Access).str();
  if (OnRead != ReadAction::None)
    Text += (", readAction " + toString(OnRead)).str();
  if (OnWrite != WriteAction::None)
    Text += (", writes " + toString(OnWrite)).str();
  return Text;
}

static void printRegister(const Device &D, const DeviceRegister &R,
                          raw_ostream &OS) {
  uint64_t Offset = R.Address - D.Peripherals[R.Peripheral].Base;
  OS << hex(R.Address) << "  +0x" << utohexstr(Offset, /*LowerCase=*/true)
     << "  " << D.qualifiedName(R) << "  " << R.Bits << " bits, "
     << accessText(R.Access, R.OnRead, R.OnWrite) << "\n";
  for (const DeviceField &F : D.fields(R))
    OS << "    [" << F.Low + F.Bits - 1 << ":" << F.Low << "]  " << F.Name
       << "  " << accessText(F.Access, F.OnRead, F.OnWrite) << "\n";
}

static void printPeripheral(const Device &D, const DevicePeripheral &P,
                            raw_ostream &OS) {
  OS << P.Name << " of " << D.Name << " at " << hex(P.Base) << ", "
     << plural(P.Registers, "register") << "\n";
  auto IsOurs = [&](unsigned Index) { return &D.Peripherals[Index] == &P; };
  for (const AddressBlock &Block : D.Blocks)
    if (IsOurs(Block.Peripheral))
      OS << "block of " << plural(Block.Size, "byte") << " at "
         << hex(Block.Address)
         << (Block.For == AddressBlock::Usage::Buffer     ? ", a buffer"
             : Block.For == AddressBlock::Usage::Reserved ? ", reserved"
                                                          : "")
         << "\n";
  for (const DeviceRegister &R : D.Registers)
    if (IsOurs(R.Peripheral))
      printRegister(D, R, OS);
}

static void printPlace(const Device &D, const DevicePlace &Place,
                       uint64_t Address, raw_ostream &OS) {
  OS << hex(Address) << " of " << D.Name << ": ";
  switch (Place.Is) {
  case DevicePlace::Kind::Outside:
    OS << "outside every peripheral\n";
    return;
  case DevicePlace::Kind::Gap:
    OS << "reserved: in " << Place.Peripheral->Name
       << ", and none of its registers\n";
    return;
  case DevicePlace::Kind::Buffer:
    OS << "a buffer of " << Place.Peripheral->Name << "\n";
    return;
  case DevicePlace::Kind::Register:
    OS << plural(Place.Registers.size(), "register") << "\n";
    for (const DeviceRegister *R : Place.Registers)
      printRegister(D, *R, OS);
    return;
  }
}

//===----------------------------------------------------------------------===//
// Answers
//===----------------------------------------------------------------------===//

/// In the first device that has something there; else in the first.
static void answerAddress(ArrayRef<Device> Devices, uint64_t Address,
                          raw_ostream &OS) {
  for (const Device &D : Devices) {
    DevicePlace Place = D.find(Address, 1);
    if (Place.Is != DevicePlace::Kind::Outside)
      return printPlace(D, Place, Address, OS);
  }
  printPlace(Devices.front(), DevicePlace(), Address, OS);
}

static Error answer(const Question &Q, raw_ostream &OS) {
  if (Q.About.empty()) {
    for (const Device &D : Q.Devices)
      printDevice(D, OS);
    return Error::success();
  }
  if (isDigit(Q.About.front())) {
    uint64_t Address = 0;
    if (StringRef(Q.About).getAsInteger(0, Address))
      return wrong("'" + Q.About + "' is no address; write it as 0x40021018");
    answerAddress(Q.Devices, Address, OS);
    return Error::success();
  }
  SmallVector<StringRef, 64> Names;
  for (const Device &D : Q.Devices) {
    if (const DevicePeripheral *P = D.findPeripheral(Q.About)) {
      printPeripheral(D, *P, OS);
      return Error::success();
    }
    for (const DevicePeripheral &P : D.Peripherals)
      Names.push_back(P.Name);
  }
  return wrong("'" + Q.About + "' is no peripheral of " +
               Q.Devices.front().Name + didYouMean(Q.About, Names));
}

int runDevice(const DeviceRequest &Request) {
  Expected<Question> Q = ask(Request.Arguments);
  if (!Q)
    return fail(Q.takeError());
  std::string Text;
  raw_string_ostream OS(Text);
  if (Error E = answer(*Q, OS))
    return fail(std::move(E));
  return printOutput(Text);
}

} // namespace warrant
