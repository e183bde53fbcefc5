// A constant sets bits that no field has; those that are set after a reset stay
// as they were.

// RUN: rm -rf %t && mkdir %t && cp %s %S/Inputs/chip.svd %t
// RUN: sed -i '0,/<name>CTRL/s,<name>CTRL</name>,&<resetValue>0x80000000</resetValue><resetMask>0xbfffffff</resetMask>,' %t/chip.svd
// RUN: sed -i '0,/<name>MODE/s,<name>MODE</name>,&<writeConstraint><range><minimum>1</minimum><maximum>2</maximum></range></writeConstraint>,' %t/chip.svd
// RUN: echo "devices: [chip.svd]" >%t/.warrant.yaml
// RUN: cd %t && %warrant scan values.c --json out.json -- >out.txt
// RUN: %python %S/Inputs/facts.py %t/out.json | grep defect | %FileCheck %s --match-full-lines

typedef unsigned char u8;
typedef unsigned int u32;
#define REG(type, address) (*(volatile type *)(address))
#define CTRL REG(u32, 0x40000000ul)
enum { Enable = 1, Mode = 2 << 1 };
#define FIELDS                                                                 \
  ((volatile struct { u32 en : 1, mode : 2; } *)0x40000000ul)
static const u32 Wrong = 1u << 4;

void writes(u32 value) {
  CTRL = Enable | Mode;
  CTRL = 0x80000001u;
  CTRL = 0x40000001u;
  CTRL = 0;
  FIELDS->mode = 2;
  FIELDS->mode = value;
  CTRL = value | 0x10;
  CTRL |= 0x10;
  REG(u32, 0x40000020ul) = 0xffffffff;
  // CHECK: [[#@LINE+1]] write defect reserved-bits-written possible: 0x11 sets 0x10 of 'CTL.CTRL' of chip, which no field has
  CTRL = Enable | Wrong;
  // CHECK-NEXT: [[#@LINE+1]] write defect reserved-bits-written possible: 0x20000000 sets 0x20000000 of 'CTL.CTRL' of chip, which no field has
  CTRL = 1 << 29;
  // CHECK-NEXT: [[#@LINE+1]] write defect reserved-bits-written possible: 0x80 sets 0x80 of 'CTL.CTRL' of chip, which no field has
  REG(u8, 0x40000000ul) = 0x80;
  // CHECK-NEXT: [[#@LINE+1]] write defect value-out-of-range possible: 3 is written to 'CTL.CTRL.MODE' of chip, which takes 1 to 2
  CTRL = Enable | 3 << 1;
  // CHECK-NEXT: [[#@LINE+1]] bit-field defect value-out-of-range possible: 3 is written to 'CTL.CTRL.MODE' of chip, which takes 1 to 2
  FIELDS->mode = 3;
}
// CHECK-NOT: {{.}}
