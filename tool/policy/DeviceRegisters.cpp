//===- DeviceRegisters.cpp - Reads clusters, registers and fields ---------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceReader.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace warrant {

/// Published descriptions nest clusters three deep.
static constexpr unsigned MaxDepth = 8;

/// Wider than any bus.
static constexpr uint64_t MaxBits = 4096;

/// Clusters make names long; nobody writes longer ones.
static constexpr size_t MaxPath = 256;

RegisterDefaults DeviceReader::inherit(const DeviceElement &E,
                                       RegisterDefaults Outer) {
  RegisterDefaults Inner;
  std::optional<uint64_t> Bits =
      Values.optional(E, "size", Outer.Bits, MaxBits);
  if (Bits && *Bits == 0)
    Xml.mistake(E.child("size"), "'<size>' is 0; it is a number of bits");
  Inner.Bits = Bits ? *Bits : Outer.Bits;
  Inner.Access = Values.access(E, Outer.Access);
  // What is not written as a number is not known; nobody needs it.
  auto Number = [&](const char *Name, uint64_t Inherited, uint64_t Unknown) {
    pugi::xml_node N = E.child(Name);
    return N ? parseDeviceNumber(textOf(N)).value_or(Unknown) : Inherited;
  };
  Inner.ResetValue = Number("resetValue", Outer.ResetValue, UINT64_MAX);
  Inner.ResetMask = Number("resetMask", Outer.ResetMask, 0);
  return Inner;
}

void DeviceReader::readContents(const DeviceElement &E, const char *Container,
                                RegisterDefaults Defaults, unsigned Depth,
                                Registers &Out) {
  if (Depth > MaxDepth)
    return Xml.stop(E.own(), "clusters nest deeper than " + Twine(MaxDepth) +
                                 "; does one derive from what it is in?");
  Elements.forEach(E, Container, "register", "cluster", [&](pugi::xml_node N) {
    if (!Xml.spend(N, 1))
      return;
    std::optional<DeviceElement> Child = Elements.resolve(N);
    if (!Child || !Values.hasName(*Child))
      return;
    if (StringRef(N.name()) == "cluster")
      readCluster(*Child, Defaults, Depth, Out);
    else
      readRegister(*Child, Defaults, Out);
  });
}

void DeviceReader::readCluster(const DeviceElement &E,
                               RegisterDefaults Defaults, unsigned Depth,
                               Registers &Out) {
  std::optional<uint64_t> Offset = Values.required(E, "addressOffset");
  std::optional<Repetition> Copies = Values.repetition(E);
  Registers Found;
  readContents(E, nullptr, inherit(E, Defaults), Depth + 1, Found);
  if (!Offset || !Copies)
    return;
  for (size_t I = 0; I != Copies->Indices.size(); ++I) {
    std::string Prefix = Copies->nameOf(E.name(), I) + ".";
    std::optional<uint64_t> At =
        Values.address(E.own(), *Offset, I, Copies->Increment);
    if (!At || !Xml.spend(E.own(), Found.size() + 1))
      return;
    for (DeviceRegister R : Found) {
      std::optional<uint64_t> Address =
          Values.address(E.own(), *At, 1, R.Address);
      if (!Address)
        return;
      R.Name.insert(0, Prefix);
      if (R.Name.size() > MaxPath)
        return Xml.mistake(E.own(), "names of clusters and registers have more "
                                    "than " +
                                        Twine(MaxPath) + " characters");
      R.Address = *Address;
      Out.push_back(std::move(R));
    }
  }
}

void DeviceReader::readRegister(const DeviceElement &E, RegisterDefaults Outer,
                                Registers &Out) {
  RegisterDefaults Own = inherit(E, Outer);
  DeviceRegister R;
  R.Bits = Own.Bits;
  R.Access = Own.Access;
  R.ResetValue = Own.ResetValue;
  R.ResetMask = Own.ResetMask;
  R.OnRead = Values.readAction(E, ReadAction::None);
  R.OnWrite = Values.writeAction(E, WriteAction::None);
  readFields(E, R);
  std::optional<uint64_t> Offset = Values.required(E, "addressOffset");
  std::optional<Repetition> Copies = Values.repetition(E);
  if (!Offset || !Copies || !Xml.spend(E.own(), Copies->Indices.size()))
    return;
  for (size_t I = 0; I != Copies->Indices.size(); ++I) {
    std::optional<uint64_t> At =
        Values.address(E.own(), *Offset, I, Copies->Increment);
    if (!At)
      return;
    R.Name = Copies->nameOf(E.name(), I);
    R.Address = *At;
    Out.push_back(R);
  }
}

/// What can be done with at least one of \p Fields.
static RegisterAccess accessOf(ArrayRef<DeviceField> Fields) {
  bool Reads =
      any_of(Fields, [](const DeviceField &F) { return isReadable(F.Access); });
  bool Writes =
      any_of(Fields, [](const DeviceField &F) { return isWritable(F.Access); });
  if (!Writes)
    return RegisterAccess::ReadOnly;
  return Reads ? RegisterAccess::ReadWrite : RegisterAccess::WriteOnly;
}

void DeviceReader::readFields(const DeviceElement &E, DeviceRegister &R) {
  size_t First = Result.Fields.size();
  Elements.forEach(E, "fields", "field", "field", [&](pugi::xml_node N) {
    std::optional<DeviceElement> Child = Elements.resolve(N);
    // Some vendors fill a register up with fields of this name.
    bool IsField = Child && Values.hasName(*Child) &&
                   !Child->name().starts_with_insensitive("reserved");
    if (Xml.spend(N, 1) && IsField)
      readField(*Child, R);
  });
  R.FirstField = First;
  R.FieldCount = Result.Fields.size() - First;
  auto Fields = MutableArrayRef(Result.Fields).drop_front(First);
  llvm::stable_sort(Fields, [](const DeviceField &A, const DeviceField &B) {
    return A.Low < B.Low;
  });
  // A register that says nothing of its own allows what its fields allow.
  if (!E.child("access") && !Fields.empty())
    R.Access = accessOf(Fields);
}

void DeviceReader::readField(const DeviceElement &E, const DeviceRegister &R) {
  std::optional<BitRange> Bits = Values.bitRange(E);
  std::optional<Repetition> Copies = Values.repetition(E);
  DeviceField F;
  F.Access = Values.access(E, R.Access);
  F.OnRead = Values.readAction(E, R.OnRead);
  F.OnWrite = Values.writeAction(E, R.OnWrite);
  pugi::xml_node Range = E.child("writeConstraint").child("range");
  F.Least = parseDeviceNumber(textOf(Range.child("minimum"))).value_or(0);
  F.Most =
      parseDeviceNumber(textOf(Range.child("maximum"))).value_or(UINT64_MAX);
  if (!Bits || !Copies || !Xml.spend(E.own(), Copies->Indices.size()))
    return;
  for (size_t I = 0; I != Copies->Indices.size(); ++I) {
    std::optional<uint64_t> Low =
        Values.address(E.own(), Bits->Low, I, Copies->Increment);
    if (!Low)
      return;
    if (*Low >= R.Bits || Bits->Bits > R.Bits - *Low)
      return Xml.mistake(E.own(), "field '" + E.name() +
                                      "' has bits behind "
                                      "the last of its "
                                      "register, " +
                                      Twine(R.Bits - 1));
    F.Name = Copies->nameOf(E.name(), I);
    F.Low = *Low;
    F.Bits = Bits->Bits;
    Result.Fields.push_back(F);
  }
}

} // namespace warrant
