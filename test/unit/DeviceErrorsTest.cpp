//===- DeviceErrorsTest.cpp - What is wrong with device descriptions ------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "warrant/Device.h"
#include "llvm/Support/ConvertUTF.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace warrant;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

/// What reading \p Text complains of; empty if of nothing.
std::string mistakes(StringRef Text) {
  Expected<Device> D = parseDevice(MemoryBufferRef(Text, "d.svd"));
  return D ? "" : toString(D.takeError());
}

std::string inDevice(StringRef Peripherals) {
  return mistakes(("<device><name>D</name><peripherals>" + Peripherals +
                   "</peripherals></device>")
                      .str());
}

std::string inPeripheral(StringRef Registers) {
  return inDevice(("<peripheral><name>P</name><baseAddress>0</baseAddress>"
                   "<registers>" +
                   Registers + "</registers></peripheral>")
                      .str());
}

/// Of the register R, which has \p Text.
std::string inRegister(StringRef Text) {
  return inPeripheral(("<register><name>R</name>"
                       "<addressOffset>0</addressOffset>" +
                       Text + "</register>")
                          .str());
}

/// Of the field F of the register R.
std::string inField(StringRef Text) {
  return inRegister(
      ("<fields><field><name>F</name>" + Text + "</field></fields>").str());
}

constexpr StringLiteral Good =
    "<?xml version='1.0'?>\n<device><name>D</name><peripherals><peripheral>"
    "<name>P</name><baseAddress>0</baseAddress></peripheral></peripherals>"
    "</device>\n";

TEST(DeviceErrorsTest, FilesThatAreNoDescriptions) {
  EXPECT_EQ(mistakes(Good), "");
  EXPECT_THAT(mistakes(""), StartsWith("d.svd:1:1: error: the file is empty"));
  EXPECT_THAT(mistakes(" \n"), HasSubstr("the file is empty"));
  EXPECT_THAT(mistakes("root: 1"), HasSubstr("not well-formed XML"));
  EXPECT_THAT(mistakes("<device><name>"),
              HasSubstr("the file ends here: is it complete?"));
  EXPECT_THAT(mistakes("<device>\n  <a></b></device>"),
              StartsWith("d.svd:2:8: error: not well-formed XML: start-end"));
  EXPECT_EQ(mistakes("<!-- x -->\n <svg/>"),
            "d.svd:2:2: error: expected the root element '<device>' of a "
            "CMSIS-SVD description, not '<svg>'");
  EXPECT_THAT(mistakes((Good + "<device/>").str()),
              HasSubstr("d.svd:3:1: error: a second root element '<device>'"));
  EXPECT_THAT(mistakes(StringRef("<device>\0</device>", 18)),
              HasSubstr("d.svd:1:9: error: a zero byte"));
}

TEST(DeviceErrorsTest, EveryPrefixIsIncomplete) {
  for (size_t Size = 0; Size < Good.rfind('>'); ++Size)
    EXPECT_THAT(mistakes(Good.take_front(Size)), StartsWith("d.svd:")) << Size;
}

TEST(DeviceErrorsTest, Encodings) {
  EXPECT_EQ(mistakes(("\xEF\xBB\xBF" + Good).str()), "");
  SmallVector<UTF16, 256> Wide;
  ASSERT_TRUE(convertUTF8ToUTF16String(Good, Wide));
  Wide.insert(Wide.begin(), 0xFEFF);
  std::string Bytes;
  for (UTF16 Unit : Wide) {
    Bytes += static_cast<char>(Unit & 0xFF);
    Bytes += static_cast<char>(Unit >> 8);
  }
  EXPECT_EQ(mistakes(Bytes), "");
  EXPECT_THAT(mistakes(StringRef(Bytes).drop_front(2)),
              HasSubstr("UTF-16 without a byte order mark"));
  EXPECT_THAT(mistakes(StringRef(Bytes).drop_back(1)), Not(""));
}

TEST(DeviceErrorsTest, EntitiesAreRefused) {
  EXPECT_THAT(mistakes("<?xml version='1.0'?>\n<!DOCTYPE device [<!ENTITY a "
                       "'aaaa'><!ENTITY b '&a;&a;'>]><device>&b;</device>"),
              StartsWith("d.svd:2:1: error: a document type declaration"));
}

TEST(DeviceErrorsTest, DeepNestingIsNoTrouble) {
  std::string Deep = Good.drop_back(10).str();
  for (unsigned I = 0; I != 200000; ++I)
    Deep += "<a>";
  EXPECT_THAT(mistakes(Deep), HasSubstr("is it complete?"));
  for (unsigned I = 0; I != 200000; ++I)
    Deep += "</a>";
  EXPECT_EQ(mistakes(Deep + "</device>"), "");
}

TEST(DeviceErrorsTest, MissingElements) {
  EXPECT_THAT(mistakes("<device/>"),
              HasSubstr("1:1: error: device without a '<name>'"));
  EXPECT_THAT(inDevice(""), HasSubstr("has no '<peripheral>'"));
  EXPECT_THAT(inDevice("<peripheral/>"), HasSubstr("peripheral without a"));
  EXPECT_THAT(inDevice("<peripheral><name>P</name></peripheral>"),
              HasSubstr("peripheral 'P' has no '<baseAddress>'; add it"));
  EXPECT_THAT(inDevice("<peripheral><name>P</name><baseAddress>0</baseAddress>"
                       "<addressBlock><offset>0</offset></addressBlock>"
                       "</peripheral>"),
              HasSubstr("has no '<size>'"));
  EXPECT_THAT(inPeripheral("<register/>"), HasSubstr("register without a"));
  EXPECT_THAT(inPeripheral("<register><name>R</name></register>"),
              HasSubstr("register 'R' has no '<addressOffset>'"));
  EXPECT_THAT(inField(""), HasSubstr("field 'F' does not say which bits"));
}

TEST(DeviceErrorsTest, Values) {
  EXPECT_EQ(inRegister("<size>8</size>"), "");
  EXPECT_THAT(inRegister("<size/>"), HasSubstr("'<size>' is empty"));
  EXPECT_THAT(inRegister("<size>0</size>"), HasSubstr("'<size>' is 0"));
  EXPECT_THAT(inRegister("<size>99999</size>"), HasSubstr("at most 4096"));
  EXPECT_THAT(inRegister("<size>-8</size>"), HasSubstr("is no number"));
  EXPECT_THAT(inRegister("<size>1F</size>"),
              HasSubstr("hexadecimal begins with '0x'"));
  EXPECT_THAT(inRegister("<size>#1x</size>"), HasSubstr("values of fields"));
  EXPECT_THAT(inRegister("<access>read-onyl</access>"),
              HasSubstr("did you mean 'read-only'?"));
  EXPECT_THAT(inRegister("<readAction>7</readAction>"),
              HasSubstr("it is one of none, clear, set"));
  EXPECT_THAT(inRegister("<modifiedWriteValues>oneToClera"
                         "</modifiedWriteValues>"),
              HasSubstr("did you mean 'oneToClear'?"));
  auto Unit = [](StringRef Offset) {
    return mistakes(("<device><name>D</name><addressUnitBits>32"
                     "</addressUnitBits><peripherals><peripheral><name>P"
                     "</name><baseAddress>0x1000</baseAddress><registers>"
                     "<register><name>A</name><addressOffset>0"
                     "</addressOffset></register><register><name>B</name>"
                     "<addressOffset>" +
                     Offset +
                     "</addressOffset></register></registers></peripheral>"
                     "</peripherals></device>")
                        .str());
  };
  EXPECT_THAT(Unit("1"),
              HasSubstr("addresses of 32 bits each are not supported"));
  // Espressif's count bytes all the same.
  EXPECT_EQ(Unit("4"), "");
}

TEST(DeviceErrorsTest, Fields) {
  EXPECT_EQ(inField("<bitRange>[31:0]</bitRange>"), "");
  EXPECT_THAT(inField("<bitRange>7:0</bitRange>"),
              HasSubstr("expected bits as '[7:4]'"));
  EXPECT_THAT(inField("<bitRange>[0:7]</bitRange>"),
              HasSubstr("ends at bit 0, before bit 7"));
  EXPECT_THAT(inField("<bitRange>[32:0]</bitRange>"),
              HasSubstr("behind the last of its register, 31"));
  EXPECT_THAT(inField("<lsb>1</lsb>"), HasSubstr("has no '<msb>'"));
  EXPECT_THAT(inField("<bitOffset>1</bitOffset><bitWidth>0</bitWidth>"),
              HasSubstr("has no bits"));
}

TEST(DeviceErrorsTest, Repetitions) {
  auto Repeat = [](StringRef Name, StringRef Text) {
    return inPeripheral(("<register><name>" + Name +
                         "</name><addressOffset>0</addressOffset>" + Text +
                         "</register>")
                            .str());
  };
  EXPECT_THAT(Repeat("R%s", ""), HasSubstr("has no '<dim>'"));
  EXPECT_THAT(Repeat("R%s", "<dim>2</dim>"),
              HasSubstr("has no '<dimIncrement>'"));
  EXPECT_THAT(Repeat("R", "<dim>2</dim><dimIncrement>4</dimIncrement>"),
              HasSubstr("has no '%s' in its name"));
  EXPECT_THAT(Repeat("R%s", "<dim>0</dim>"), HasSubstr("is there no times"));
  EXPECT_THAT(Repeat("R%s", "<dim>4000000000</dim>"),
              HasSubstr("at most 65536"));
  EXPECT_THAT(Repeat("R%s", "<dim>2</dim><dimIncrement>4</dimIncrement>"
                            "<dimIndex>A,B,C</dimIndex>"),
              HasSubstr("'<dimIndex>' is 'A,B,C', and '<dim>' is 2"));
  EXPECT_THAT(Repeat("R%s", "<dim>2</dim><dimIncrement>4</dimIncrement>"
                            "<dimIndex>0-4000000000</dimIndex>"),
              HasSubstr("'<dim>' is 2"));
  EXPECT_THAT(Repeat("R%s", "<dim>2</dim><dimIncrement>0xFFFFFFFFFFFFFFFF"
                            "</dimIncrement><size>16</size>"),
              HasSubstr("behind the end of the address space"));
}

TEST(DeviceErrorsTest, TooManyCopies) {
  std::string Nested = "<register><dim>1000</dim><dimIncrement>4"
                       "</dimIncrement><name>R%s</name>"
                       "<addressOffset>0</addressOffset></register>";
  for (StringRef Name : {"A", "B", "C"})
    Nested =
        ("<cluster><dim>1000</dim><dimIncrement>4</dimIncrement><name>" + Name +
         "%s</name><addressOffset>0</addressOffset>" + Nested + "</cluster>")
            .str();
  EXPECT_THAT(inPeripheral(Nested), HasSubstr("more than 1048576 registers"));
}

TEST(DeviceErrorsTest, AddressesThatWrapAround) {
  EXPECT_THAT(inDevice("<peripheral><name>P</name><baseAddress>"
                       "0xFFFFFFFFFFFFFFFC</baseAddress><registers><register>"
                       "<name>R</name><addressOffset>4</addressOffset>"
                       "</register></registers></peripheral>"),
              HasSubstr("'P' lies behind the end of the address space"));
  EXPECT_THAT(inDevice("<peripheral><name>P</name><baseAddress>"
                       "0x1FFFFFFFFFFFFFFFF</baseAddress></peripheral>"),
              HasSubstr("is no number of 64 bits"));
}

TEST(DeviceErrorsTest, Duplicates) {
  StringRef R = "\n<register><name>R</name><addressOffset>0</addressOffset>"
                "</register>";
  EXPECT_EQ(inPeripheral(R), "");
  EXPECT_EQ(inPeripheral((R + R).str()),
            "d.svd:3:1: error: a second register 'R', the first is in line 2; "
            "rename or remove one");
  EXPECT_EQ(inPeripheral((R + "<register><name>R</name><alternateGroup>X"
                              "</alternateGroup><addressOffset>0"
                              "</addressOffset></register>")
                             .str()),
            "");
  StringRef P =
      "<peripheral><name>P</name><baseAddress>0</baseAddress></peripheral>";
  EXPECT_THAT(inDevice((P + P).str()), HasSubstr("a second peripheral 'P'"));
  StringRef F = "<field><name>RESERVED</name><bitOffset>0</bitOffset></field>";
  EXPECT_EQ(inRegister(("<fields>" + F + F + "</fields>").str()), "");
}

TEST(DeviceErrorsTest, Derivations) {
  auto Derive = [](StringRef Name, StringRef From) {
    return ("<register derivedFrom='" + From + "'><name>" + Name +
            "</name><addressOffset>0</addressOffset></register>")
        .str();
  };
  EXPECT_THAT(inPeripheral(Derive("CTRL", "STATSU") + Derive("STATUS", "X")),
              HasSubstr("'CTRL' derives from 'STATSU', and there is no such "
                        "register; did you mean 'STATUS'?"));
  EXPECT_THAT(inPeripheral(Derive("A", "A")), HasSubstr("no such register"));
  EXPECT_THAT(
      inPeripheral(Derive("A", "B") + Derive("B", "A")),
      HasSubstr("'B' derives from 'A', and that derives from it in turn"));
  EXPECT_THAT(inPeripheral(Derive("A", "C") +
                           "<cluster><name>C</name><addressOffset>0"
                           "</addressOffset></cluster>"),
              HasSubstr("and that is a cluster and no register"));
  std::string Chain = Derive("R0", "R1");
  for (unsigned I = 1; I != 40; ++I)
    Chain += Derive("R" + std::to_string(I), "R" + std::to_string(I + 1));
  EXPECT_THAT(inPeripheral(Chain), HasSubstr("the chain is too long"));
  EXPECT_THAT(inPeripheral("<cluster><name>C</name><addressOffset>0"
                           "</addressOffset><cluster derivedFrom='P.C'>"
                           "<name>D</name></cluster></cluster>"),
              HasSubstr("clusters nest deeper than 8"));
}

TEST(DeviceErrorsTest, LookUpsThatNeverEnd) {
  // Each asks the other for what neither has.
  EXPECT_THAT(inDevice("<peripheral derivedFrom='Q.B.X'><name>P</name>"
                       "<baseAddress>0</baseAddress></peripheral>"
                       "<peripheral derivedFrom='P.A.Y'><name>Q</name>"
                       "<baseAddress>0</baseAddress></peripheral>"),
              HasSubstr("no such peripheral"));
}

TEST(DeviceErrorsTest, EveryMistakeUpToALimit) {
  std::string Registers;
  for (unsigned I = 0; I != 100; ++I)
    Registers += "<register><name>R" + std::to_string(I) + "</name></register>";
  std::string Found = inPeripheral(Registers);
  EXPECT_EQ(StringRef(Found).count('\n') + 1, 20U);
}

TEST(DeviceErrorsTest, MistakesThatOthersInherit) {
  std::string Registers = "<register><name>R</name><size>0</size>"
                          "<addressOffset>0</addressOffset></register>";
  for (unsigned I = 0; I != 20000; ++I)
    Registers += "<register derivedFrom='R'><name>R" + std::to_string(I) +
                 "</name></register>";
  EXPECT_THAT(inPeripheral(Registers), HasSubstr("'<size>' is 0"));
  EXPECT_THAT(inPeripheral(Registers), Not(HasSubstr("\n")));
}

TEST(DeviceErrorsTest, NamesAreShownAsText) {
  EXPECT_THAT(inDevice("<peripheral><name>P\x1b[31m</name></peripheral>"),
              HasSubstr("is no identifier"));
  EXPECT_THAT(inDevice(("<peripheral><name>" + std::string(1000, 'P') +
                        "</name></peripheral>")),
              HasSubstr("more than 128 characters"));
}

} // namespace
