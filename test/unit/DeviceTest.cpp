//===- DeviceTest.cpp - Reading device descriptions, and looking up -------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Device.h"
#include "DeviceSample.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace warrant;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// A device with the peripheral P at 0x1000, which has \p Registers.
Device registers(StringRef Registers, StringRef Defaults = "") {
  return device(("<peripheral><name>P</name>"
                 "<baseAddress>0x1000</baseAddress><registers>" +
                 Registers + "</registers></peripheral>")
                    .str(),
                Defaults);
}

/// `P.R 0x1000 32 read-write`, one each.
std::vector<std::string> listed(const Device &D) {
  std::vector<std::string> Result;
  for (const DeviceRegister &R : D.Registers)
    Result.push_back((D.qualifiedName(R) + " 0x" + Twine::utohexstr(R.Address) +
                      " " + Twine(R.Bits) + " " + toString(R.Access))
                         .str());
  return Result;
}

/// `F 7:4 read-only clear modify`, one each, of the first register.
std::vector<std::string> fieldsOf(const Device &D) {
  std::vector<std::string> Result;
  if (D.Registers.empty())
    return Result;
  for (const DeviceField &F : D.fields(D.Registers.front()))
    Result.push_back((F.Name + " " + Twine(F.Low + F.Bits - 1) + ":" +
                      Twine(F.Low) + " " + toString(F.Access) + " " +
                      toString(F.OnRead) + " " + toString(F.OnWrite))
                         .str());
  return Result;
}

TEST(DeviceTest, ReadsNumbersInEveryNotation) {
  EXPECT_THAT(
      listed(registers(
          "<register><name>A</name><addressOffset>16</addressOffset></register>"
          "<register><name>B</name><addressOffset>0X20</addressOffset>"
          "</register>"
          "<register><name>C</name><addressOffset> #110000 </addressOffset>"
          "</register>"
          "<register><name>D</name><addressOffset>010</addressOffset>"
          "</register>"
          "<register><name>E</name><addressOffset>+1k</addressOffset>"
          "</register>")),
      ElementsAre("P.D 0x100a 32 read-write", "P.A 0x1010 32 read-write",
                  "P.B 0x1020 32 read-write", "P.C 0x1030 32 read-write",
                  "P.E 0x1400 32 read-write"));
}

TEST(DeviceTest, InheritsFromOutside) {
  EXPECT_THAT(
      listed(device(
          "<peripheral><name>P</name><baseAddress>0</baseAddress><registers>"
          "<register><name>A</name><addressOffset>0</addressOffset></register>"
          "<cluster><name>C</name><addressOffset>4</addressOffset>"
          "<access>write-only</access>"
          "<register><name>A</name><addressOffset>0</addressOffset></register>"
          "<register><name>B</name><addressOffset>2</addressOffset>"
          "<size>8</size><access>read-write</access></register></cluster>"
          "</registers></peripheral>"
          "<peripheral><name>Q</name><baseAddress>8</baseAddress>"
          "<size>64</size><registers><register><name>A</name>"
          "<addressOffset>0</addressOffset></register></registers></"
          "peripheral>",
          "<size>16</size><access>read-only</access>")),
      ElementsAre("P.A 0x0 16 read-only", "P.C.A 0x4 16 write-only",
                  "P.C.B 0x6 8 read-write", "Q.A 0x8 64 read-only"));
}

TEST(DeviceTest, RepeatsRegisters) {
  EXPECT_THAT(
      listed(registers(
          "<register><dim>2</dim><dimIncrement>8</dimIncrement><name>A%s</name>"
          "<addressOffset>0</addressOffset></register>"
          "<register><dim>2</dim><dimIncrement>4</dimIncrement>"
          "<dimIndex>X,_y</dimIndex><name>%sB</name>"
          "<addressOffset>0x10</addressOffset></register>"
          "<register><dim>2</dim><dimIncrement>4</dimIncrement>"
          "<dimIndex>3-4</dimIndex><name>C[%s]</name>"
          "<addressOffset>0x20</addressOffset></register>"
          "<register><dim>3</dim><dimIncrement>4</dimIncrement>"
          "<dimIndex>A-C</dimIndex><name>D%s</name>"
          "<addressOffset>0x30</addressOffset></register>"
          "<register><dim>1</dim><name>E</name>"
          "<addressOffset>0x40</addressOffset></register>")),
      ElementsAre("P.A0 0x1000 32 read-write", "P.A1 0x1008 32 read-write",
                  "P.XB 0x1010 32 read-write", "P._yB 0x1014 32 read-write",
                  "P.C[3] 0x1020 32 read-write", "P.C[4] 0x1024 32 read-write",
                  "P.DA 0x1030 32 read-write", "P.DB 0x1034 32 read-write",
                  "P.DC 0x1038 32 read-write", "P.E 0x1040 32 read-write"));
}

TEST(DeviceTest, RepeatsClustersAndPeripherals) {
  EXPECT_THAT(
      listed(device(
          "<peripheral><dim>2</dim><dimIncrement>0x100</dimIncrement>"
          "<name>P%s</name><baseAddress>0</baseAddress><registers>"
          "<cluster><dim>2</dim><dimIncrement>0x10</dimIncrement>"
          "<name>C[%s]</name><addressOffset>0</addressOffset>"
          "<cluster><name>IN</name><addressOffset>8</addressOffset>"
          "<register><name>A</name><addressOffset>4</addressOffset></register>"
          "</cluster></cluster></registers></peripheral>")),
      ElementsAre("P0.C[0].IN.A 0xc 32 read-write",
                  "P0.C[1].IN.A 0x1c 32 read-write",
                  "P1.C[0].IN.A 0x10c 32 read-write",
                  "P1.C[1].IN.A 0x11c 32 read-write"));
}

TEST(DeviceTest, DerivesPeripherals) {
  Device D = device(
      "<peripheral derivedFrom='P'><name>Q</name>"
      "<baseAddress>0x200</baseAddress></peripheral>"
      "<peripheral><name>P</name><baseAddress>0x100</baseAddress>"
      "<addressBlock><offset>0</offset><size>16</size></addressBlock>"
      "<registers>"
      "<register><name>A</name><addressOffset>0</addressOffset></register>"
      "<register><name>B</name><addressOffset>4</addressOffset></register>"
      "</registers></peripheral>"
      "<peripheral derivedFrom='Q'><name>R</name>"
      "<baseAddress>0x300</baseAddress><size>16</size><registers>"
      "<register><name>A</name><addressOffset>8</addressOffset></register>"
      "</registers></peripheral>");
  EXPECT_THAT(listed(D),
              ElementsAre("P.A 0x100 32 read-write", "P.B 0x104 32 read-write",
                          "Q.A 0x200 32 read-write", "Q.B 0x204 32 read-write",
                          "R.B 0x304 16 read-write",
                          "R.A 0x308 16 read-write"));
  ASSERT_EQ(D.Blocks.size(), 3U);
  EXPECT_EQ(D.Blocks[2].Address, 0x300U);
}

TEST(DeviceTest, DerivesByQualifiedPaths) {
  Device D = registers(
      "<register derivedFrom='C.IN.A'><name>Z</name>"
      "<addressOffset>0</addressOffset></register>"
      "<register derivedFrom='P.Z'><name>Y</name>"
      "<addressOffset>0x10</addressOffset><access>read-write</access>"
      "</register>"
      "<cluster><name>C</name><addressOffset>4</addressOffset>"
      "<cluster><name>IN</name><addressOffset>0</addressOffset><register>"
      "<name>A</name><addressOffset>0</addressOffset><size>8</size>"
      "<access>read-only</access><fields><field><name>F</name>"
      "<bitRange>[7:4]</bitRange></field><field derivedFrom='F'><name>G</name>"
      "<bitRange>[3:0]</bitRange><readAction>set</readAction></field>"
      "<field derivedFrom='P.C.IN.A.G'><name>H</name><lsb>2</lsb><msb>3</msb>"
      "</field></fields></register></cluster></cluster>"
      "<cluster derivedFrom='C'><name>D</name>"
      "<addressOffset>8</addressOffset></cluster>");
  EXPECT_THAT(listed(D), ElementsAre("P.Z 0x1000 8 read-only",
                                     "P.C.IN.A 0x1004 8 read-only",
                                     "P.D.IN.A 0x1008 8 read-only",
                                     "P.Y 0x1010 8 read-write"));
  EXPECT_THAT(fieldsOf(D), ElementsAre("G 3:0 read-only set modify",
                                       "H 3:2 read-only set modify",
                                       "F 7:4 read-only none modify"));
}

TEST(DeviceTest, PlainNamesDeriveOneOfAnArray) {
  EXPECT_THAT(
      listed(registers(
          "<register><dim>2</dim><dimIncrement>4</dimIncrement><name>A%s</name>"
          "<addressOffset>0</addressOffset><size>16</size></register>"
          "<register derivedFrom='A%s'><name>B</name>"
          "<addressOffset>0x20</addressOffset></register>"
          "<register derivedFrom='A%s'><name>C%s</name>"
          "<addressOffset>0x30</addressOffset></register>")),
      ElementsAre("P.A0 0x1000 16 read-write", "P.A1 0x1004 16 read-write",
                  "P.B 0x1020 16 read-write", "P.C0 0x1030 16 read-write",
                  "P.C1 0x1034 16 read-write"));
}

TEST(DeviceTest, ReadsFields) {
  Device D = registers(
      "<register><name>A</name><addressOffset>0</addressOffset>"
      "<modifiedWriteValues>oneToClear</modifiedWriteValues>"
      "<readAction>modifyExternal</readAction><fields>"
      "<field><name>ONE</name><bitOffset>4</bitOffset></field>"
      "<field><name>TWO</name><bitOffset>5</bitOffset><bitWidth>2</bitWidth>"
      "<access>writeOnce</access><modifiedWriteValues>modify"
      "</modifiedWriteValues><enumeratedValues><enumeratedValue><name>X</name>"
      "<value>#1x</value></enumeratedValue></enumeratedValues></field>"
      "<field><dim>2</dim><dimIncrement>2</dimIncrement><name>M%s</name>"
      "<bitRange>[9:8]</bitRange><readAction>clear</readAction></field>"
      "</fields></register>");
  EXPECT_THAT(fieldsOf(D),
              ElementsAre("ONE 4:4 read-write modifyExternal oneToClear",
                          "TWO 6:5 writeOnce modifyExternal modify",
                          "M0 9:8 read-write clear oneToClear",
                          "M1 11:10 read-write clear oneToClear"));
  EXPECT_EQ(D.Registers.front().OnWrite, WriteAction::OneToClear);
}

TEST(DeviceTest, FieldsSayWhatTheirRegisterAllows) {
  auto With = [](StringRef Own, StringRef First, StringRef Second) {
    return listed(registers(
        ("<register><name>A</name><addressOffset>0</addressOffset>" + Own +
         "<fields><field><name>F</name><bitOffset>0</bitOffset><access>" +
         First +
         "</access></field><field><name>G</name><bitOffset>1</bitOffset>"
         "<access>" +
         Second + "</access></field></fields></register>")
            .str()));
  };
  EXPECT_THAT(With("", "read-only", "read-only"),
              ElementsAre("P.A 0x1000 32 read-only"));
  EXPECT_THAT(With("", "write-only", "writeOnce"),
              ElementsAre("P.A 0x1000 32 write-only"));
  EXPECT_THAT(With("", "write-only", "read-only"),
              ElementsAre("P.A 0x1000 32 read-write"));
  EXPECT_THAT(With("<access>read-write</access>", "read-only", "read-only"),
              ElementsAre("P.A 0x1000 32 read-write"));
}

/// The names of what an access meets.
std::vector<std::string> met(const Device &D, uint64_t Address, uint64_t Size) {
  std::vector<std::string> Result;
  for (const DeviceRegister *R : D.find(Address, Size).Registers)
    Result.push_back(R->Name);
  return Result;
}

TEST(DeviceTest, FindsWhatAnAccessTouches) {
  Device D = registers(
      "<register><name>A</name><addressOffset>0</addressOffset></register>"
      "<register><name>ALT</name><alternateRegister>A</alternateRegister>"
      "<addressOffset>2</addressOffset><size>16</size></register>"
      "<register><name>B</name><addressOffset>4</addressOffset></register>"
      "<register><name>C</name><addressOffset>12</addressOffset></register>");
  EXPECT_THAT(met(D, 0x1000, 1), ElementsAre("A"));
  EXPECT_THAT(met(D, 0x1000, 4), ElementsAre("A", "ALT"));
  EXPECT_THAT(met(D, 0x1003, 1), ElementsAre("A", "ALT"));
  EXPECT_THAT(met(D, 0x1002, 4), ElementsAre("A", "ALT", "B"));
  EXPECT_THAT(met(D, 0x1007, 1), ElementsAre("B"));
  EXPECT_THAT(met(D, 0x1008, 4), IsEmpty());
  EXPECT_THAT(met(D, 0x1008, 5), ElementsAre("C"));
  EXPECT_THAT(met(D, 0xFFF, 1), IsEmpty());
  EXPECT_THAT(met(D, 0x1010, UINT64_MAX), IsEmpty());
}

TEST(DeviceTest, DerivesFromOneOfAnArray) {
  Device D = registers(
      "<register><name>A%sB</name><dim>2</dim><dimIncrement>4</dimIncrement>"
      "<addressOffset>0</addressOffset><size>8</size></register>"
      "<register derivedFrom='A1B'><name>C</name><addressOffset>0x10"
      "</addressOffset></register>");
  EXPECT_THAT(listed(D), ElementsAre("P.A0B 0x1000 8 read-write",
                                     "P.A1B 0x1004 8 read-write",
                                     "P.C 0x1010 8 read-write"));
}

TEST(DeviceTest, AlternateClustersShareAnAddress) {
  Device D = registers(
      "<cluster><name>USART</name><addressOffset>0</addressOffset><register>"
      "<name>A</name><addressOffset>0</addressOffset></register></cluster>"
      "<cluster><name>SPI</name><alternateCluster>USART</alternateCluster>"
      "<addressOffset>0</addressOffset><register><name>B</name>"
      "<addressOffset>0</addressOffset></register></cluster>");
  EXPECT_THAT(met(D, 0x1000, 4), ElementsAre("USART.A", "SPI.B"));
}

TEST(DeviceTest, OddSizesTakeTheNextAccess) {
  Device D = registers("<register><name>A</name><size>20</size>"
                       "<addressOffset>0</addressOffset></register>");
  EXPECT_EQ(D.Registers.front().bytes(), 4U);
  EXPECT_THAT(met(D, 0x1003, 1), ElementsAre("A"));
  EXPECT_THAT(met(D, 0x1004, 1), IsEmpty());
}

TEST(DeviceTest, OverlappingPeripheralsBothCount) {
  Device D = device(
      "<peripheral><name>P</name><baseAddress>0x10</baseAddress><registers>"
      "<register><name>A</name><addressOffset>0</addressOffset></register>"
      "</registers></peripheral><peripheral><name>Q</name>"
      "<alternatePeripheral>P</alternatePeripheral>"
      "<baseAddress>0x10</baseAddress><registers><register><name>B</name>"
      "<addressOffset>0</addressOffset></register></registers></peripheral>");
  EXPECT_THAT(met(D, 0x10, 4), ElementsAre("A", "B"));
}

} // namespace
