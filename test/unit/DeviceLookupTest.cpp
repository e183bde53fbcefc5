//===- DeviceLookupTest.cpp - What stands at an address of a device -------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeviceSample.h"
#include "warrant/Device.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace warrant;

namespace {

TEST(DeviceLookupTest, TellsGapsBuffersAndOutside) {
  Device D = device(
      "<peripheral><name>P</name><baseAddress>0x1000</baseAddress>"
      "<addressBlock><offset>0</offset><size>0x10</size>"
      "<usage>registers</usage></addressBlock>"
      "<addressBlock><offset>0x10</offset><size>0x10</size>"
      "<usage>buffer</usage></addressBlock>"
      "<addressBlock><offset>0x20</offset><size>0x10</size>"
      "<usage>reserved</usage></addressBlock><registers>"
      "<register><name>A</name><addressOffset>0</addressOffset></register>"
      "</registers></peripheral>"
      "<peripheral><name>TOP</name><baseAddress>0xFFFFFFFFFFFFFFF0"
      "</baseAddress><registers><register><name>A</name>"
      "<addressOffset>12</addressOffset></register></registers></peripheral>");
  using Kind = DevicePlace::Kind;
  EXPECT_EQ(D.find(0x1000, 4).Is, Kind::Register);
  EXPECT_EQ(D.find(0x1004, 4).Is, Kind::Gap);
  EXPECT_EQ(D.find(0x1004, 4).Peripheral->Name, "P");
  EXPECT_EQ(D.find(0x1010, 4).Is, Kind::Buffer);
  EXPECT_EQ(D.find(0x102C, 4).Is, Kind::Gap);
  EXPECT_EQ(D.find(0x1030, 4).Is, Kind::Outside);
  EXPECT_EQ(D.find(0x1030, 4).Peripheral, nullptr);
  EXPECT_EQ(D.find(UINT64_MAX, 4).Is, Kind::Register);
}

TEST(DeviceLookupTest, UsageMayHaveMoreWords) {
  Device D = device("<peripheral><name>P</name><baseAddress>0</baseAddress>"
                    "<addressBlock><offset>0</offset><size>0x10</size>"
                    "<usage>RTC registers</usage></addressBlock>"
                    "<registers></registers></peripheral>");
  EXPECT_EQ(D.find(8, 4).Is, DevicePlace::Kind::Gap);
}

TEST(DeviceLookupTest, FindsAliasesOfBits) {
  StringRef P = "<peripheral><name>P</name><baseAddress>0x40000000"
                "</baseAddress><registers><register><name>A</name>"
                "<addressOffset>4</addressOffset></register></registers>"
                "</peripheral>";
  auto Target = [](const Device &D, uint64_t Address) -> std::string {
    std::optional<BitAlias> Alias = D.bitAlias(Address);
    return Alias ? Twine::utohexstr(Alias->Address).str() + "." +
                       std::to_string(Alias->Bit)
                 : "none";
  };
  Device D = device(P, "<cpu><name>CM3</name></cpu>");
  EXPECT_EQ(Target(D, 0x42000000), "40000000.0");
  EXPECT_EQ(Target(D, 0x420000A4), "40000005.1");
  EXPECT_EQ(Target(D, 0x43FFFFFC), "400fffff.7");
  EXPECT_EQ(Target(D, 0x44000000), "none");
  EXPECT_EQ(Target(device(P), 0x42000000), "40000000.0");
  EXPECT_EQ(Target(device(P, "<cpu><name>CM7</name></cpu>"), 0x42000000),
            "none");
  // What is described there is there.
  std::string Other = P.str();
  Other.replace(Other.find("0x40000000"), 10, "0x42000000");
  EXPECT_EQ(Target(device(Other), 0x42000000), "none");
}

TEST(DeviceLookupTest, FindsAliasesOfRegisters) {
  StringRef P = "<peripheral><name>P</name><baseAddress>0x4000C000"
                "</baseAddress><registers><register><name>A</name>"
                "<addressOffset>4</addressOffset></register></registers>"
                "</peripheral>";
  Device D = device(P);
  EXPECT_FALSE(D.registerAlias(0x4000E004));
  D.Name = "RP2040";
  EXPECT_EQ(D.registerAlias(0x4000D004), 0x4000C004U);
  EXPECT_EQ(D.registerAlias(0x4000F004), 0x4000C004U);
  EXPECT_FALSE(D.registerAlias(0x4000F008));
  EXPECT_FALSE(D.registerAlias(0x4000C004));
}

TEST(DeviceLookupTest, TellsWhereOnlyPeripheralsAre) {
  auto At = [](StringRef Name, StringRef Address) {
    return ("<peripheral><name>" + Name + "</name><baseAddress>" + Address +
            "</baseAddress><registers><register><name>A</name>"
            "<addressOffset>0</addressOffset></register></registers>"
            "</peripheral>")
        .str();
  };
  Device D = device(At("ID", "0x1fff7000") + At("P", "0x40000000") +
                    At("Q", "0x40008000") + At("ITM", "0xe0000000") +
                    At("DEBUG", "0xe0042000"));
  EXPECT_TRUE(D.surrounds(0x40004000));
  EXPECT_FALSE(D.surrounds(0x3ffffffc));
  EXPECT_FALSE(D.surrounds(0x40008004));
  // Memory between regions with peripherals, and the processor's own.
  EXPECT_FALSE(D.surrounds(0x20000000));
  EXPECT_FALSE(D.surrounds(0x60000000));
  EXPECT_FALSE(D.surrounds(0xe000e010));
}

} // namespace
