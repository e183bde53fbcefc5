// What the processor's architecture decides: aliases of single bits, and its own
// registers, which vendors describe in part.

// RUN: rm -rf %t && mkdir %t && cp %s %S/Inputs/chip.svd %t
// RUN: sed -i 's,<size>32</size>,<cpu><name>CM4</name></cpu>&,' %t/chip.svd
// RUN: sed -i 's,0x40001000,0xe000ed00,' %t/chip.svd
// RUN: echo "devices: [chip.svd]" >%t/.warrant.yaml
// RUN: cd %t && %warrant scan processors.c --json out.json -- >out.txt
// RUN: %python %S/Inputs/facts.py %t/out.json | %FileCheck %s --match-full-lines

// Other processors have no aliases.
// RUN: sed -i 's,CM4,CM33,; s,0xe000ed00,0x50000000,' %t/chip.svd
// RUN: cd %t && %warrant scan processors.c --json other.json -- >other.txt
// RUN: %python %S/Inputs/facts.py %t/other.json | %FileCheck %s --match-full-lines --check-prefix=OTHER

// RP2040 has each register at three more places, where a write changes the bits
// that are set in it.
// RUN: sed -i 's,<name>chip</name>,<name>RP2040</name>,' %t/chip.svd
// RUN: cd %t && %warrant scan processors.c --json rp.json -- >rp.txt
// RUN: %python %S/Inputs/facts.py %t/rp.json | grep CTL | %FileCheck %s --match-full-lines --check-prefix=RP

typedef unsigned char u8;
typedef unsigned int u32;
#define REG(type, address) (*(volatile type *)(address))
#define BIT(offset, bit) REG(u32, 0x42000000ul + (offset) * 32 + (bit) * 4)

void aliases(void) {
  // CHECK: [[#@LINE+2]] write access, address, width: bit 0 of 'CTL.CTRL' of chip is 'CTL.CTRL.EN' of chip
  // OTHER: [[#@LINE+1]] write defect outside-peripherals likely: 0x42000000 is outside every peripheral of chip
  BIT(0, 0) = 1;
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: bit 9 of 'CTL.CTRL' of chip is 'CTL.CTRL.VERSION' of chip
  (void)BIT(1, 1);
  // CHECK-NEXT: [[#@LINE+2]] write address, width: bit 9 of 'CTL.CTRL' of chip is 'CTL.CTRL.VERSION' of chip
  // CHECK-NEXT: [[#@LINE+1]] write defect write-to-read-only likely: 0x42000024 is an alias: 'CTL.CTRL.VERSION' of chip is read-only, and written here
  BIT(1, 1) = 1;
  // CHECK-NEXT: [[#@LINE+1]] write defect reserved-bits likely: 0x4200000c is an alias: bit 3 of 'CTL.CTRL' of chip is reserved
  BIT(0, 3) = 1;
  // CHECK-NEXT: [[#@LINE+2]] write address, width: bit 0 of 'CTL.FLAGS' of chip is 'CTL.FLAGS.DONE' of chip
  // CHECK-NEXT: [[#@LINE+1]] write defect modified-write-value likely: 0x42000080 is an alias: a write to 'CTL.FLAGS' of chip does more than store the value ('FAILED' is oneToClear), and a write of some of its bits writes back the others
  BIT(4, 0) = 1;
  // CHECK-NEXT: [[#@LINE+1]] write defect reserved-address likely: 0x42000800 is an alias: 0x40000040 is reserved: 'CTL' of chip has no register there
  BIT(0x40, 0) = 1;
  BIT(0x8000, 0) = 1;
}

void twins(void) {
  // RP: [[#@LINE+1]] write access, address, width: 0x40000000 is 'CTL.CTRL' of RP2040
  REG(u32, 0x40002000) = 1;
  // RP-NEXT: [[#@LINE+2]] write address, width: 0x40000030 is 'CTL.TAIL' of RP2040
  // RP-NEXT: [[#@LINE+1]] write defect write-to-read-only likely: 'CTL.TAIL' of RP2040 is read-only, and written here
  REG(u32, 0x40003030) = 1;
}
// RP-NOT: {{.}}

void own(void) {
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0xe000ed00 is 'OTHER.ONLY' of chip
  (void)REG(u32, 0xe000ed00);
  (void)REG(u32, 0xe000ed04);
  (void)REG(u32, 0xe0001000);
  (void)REG(u8, 0xe000ed01);
}
// CHECK-NOT: {{.}}
