// An access to a part of a register that cuts none of its fields loses nothing.

// RUN: rm -rf %t && mkdir %t && cp %s %S/Inputs/chip.svd %t
// RUN: echo "devices: [chip.svd]" >%t/.warrant.yaml
// RUN: cd %t && %warrant scan narrow.c --json out.json -- >out.txt
// RUN: %python %S/Inputs/facts.py %t/out.json | %FileCheck %s --match-full-lines

// The same where addresses need all 64 bits.
// RUN: sed -i 's,0x40000000,0xe000000040000000,; s,0x40001000,0xe000000040001000,' %t/chip.svd
// RUN: cd %t && %warrant scan narrow.c --json high.json -- --target=riscv64 -DHIGH=0xe000000000000000ul >high.txt
// RUN: %python %S/Inputs/facts.py %t/high.json | sed 's/0xe0000000/0x/' | %FileCheck %s --match-full-lines

typedef unsigned char u8;
typedef unsigned short u16;
#ifndef HIGH
#define HIGH 0ul
#endif
#define REG(type, address) (*(volatile type *)(HIGH + address))

void whole(void) {
  // CHECK: [[#@LINE+1]] write access, address, width: 0x40000000 is 'CTL.CTRL' of chip
  REG(u16, 0x40000000ul) = 1;
  // CHECK-NEXT: [[#@LINE+1]] write access, address: 0x40000000 is 'CTL.CTRL' of chip
  REG(u8, 0x40000000ul) = 1;
  // CHECK-NEXT: [[#@LINE+1]] read access, address: 0x40000001 is 'CTL.CTRL' of chip
  (void)REG(u8, 0x40000001ul);
  // The flags of ONE are in its first byte.
  // CHECK-NEXT: [[#@LINE+2]] read-modify-write address, width: 0x40000014 is 'CTL.ONE' of chip
  // CHECK-NEXT: [[#@LINE+1]] read-modify-write defect modified-write-value likely: {{.*}}
  REG(u8, 0x40000014ul) |= 1;
}

void cut(void) {
  // Nobody's bits, and a register without fields.
  // CHECK-NEXT: [[#@LINE+1]] write defect narrower-than-register possible: an access of 16 bits at 0x40000016, where 'CTL.ONE' of chip has 32
  REG(u16, 0x40000016ul) = 1;
  // CHECK-NEXT: [[#@LINE+1]] write defect narrower-than-register possible: an access of 8 bits at 0x40000020, where 'CTL.BUF[0]' of chip has 32
  REG(u8, 0x40000020ul) = 1;
}
// CHECK-NOT: {{.}}
