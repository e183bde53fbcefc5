// A bit-field of a struct laid over a register is looked up by its bits. On Arm
// the width of the access is the declared type's; elsewhere it is the
// compiler's choice, and no evidence.

// RUN: rm -rf %t && mkdir %t && cp %s %S/Inputs/chip.svd %t
// RUN: echo "devices: [chip.svd]" >%t/.warrant.yaml
// RUN: cd %t && %warrant scan bit-fields.c --json arm.json -- --target=arm-none-eabi >arm.txt
// RUN: %python %S/Inputs/facts.py %t/arm.json >%t/arm.facts
// RUN: %FileCheck %s --match-full-lines --check-prefixes=CHECK,ARM <%t/arm.facts
// RUN: cd %t && %warrant scan bit-fields.c --json x86.json -- --target=x86_64-linux-gnu >x86.txt
// RUN: %python %S/Inputs/facts.py %t/x86.json >%t/x86.facts
// RUN: %FileCheck %s --match-full-lines --check-prefixes=CHECK,X86 <%t/x86.facts
// RUN: %check-hosts --agree-only --root %t %t/bit-fields.c --

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;

typedef struct {
  struct {
    u32 en : 1, mode : 2, nothing : 5, version : 8, : 0;
  } ctrl;
  union {
    struct {
      u32 done : 1, failed : 1;
    };
    u32 flags;
  };
  struct {
    u32 byte : 8;
  } fifo;
  struct {
    u32 go : 1;
  } command;
  struct {
    u16 low : 4, high : 4;
  } half;
  u16 pad;
  struct {
    u32 on : 1, : 2, ack : 1;
  } one;
} Chip;
#define CHIP ((volatile Chip *)0x40000000u)

typedef struct {
  u32 both : 3, : 6, cut : 5;
} Wrong;
typedef struct {
  u8 en : 1;
} Narrow;
typedef struct {
  u32 low : 8;
} Wide;

void right(void) {
  // ARM:      [[#@LINE+2]] bit-field access, address, width: bit 0 of 'CTL.CTRL' of chip is 'CTL.CTRL.EN' of chip
  // X86:      [[#@LINE+1]] bit-field access, address: bit 0 of 'CTL.CTRL' of chip is 'CTL.CTRL.EN' of chip
  CHIP->ctrl.en = 1;
  // ARM-NEXT: [[#@LINE+2]] bit-field access, address, width: bits [2:1] of 'CTL.CTRL' of chip are 'CTL.CTRL.MODE' of chip
  // X86-NEXT: [[#@LINE+1]] bit-field access, address: bits [2:1] of 'CTL.CTRL' of chip are 'CTL.CTRL.MODE' of chip
  CHIP->ctrl.mode += 1;
  // ARM-NEXT: [[#@LINE+2]] bit-field access, address, width: bits [15:8] of 'CTL.CTRL' of chip are 'CTL.CTRL.VERSION' of chip
  // X86-NEXT: [[#@LINE+1]] bit-field access, address: bits [15:8] of 'CTL.CTRL' of chip are 'CTL.CTRL.VERSION' of chip
  (void)CHIP->ctrl.version;
  // ARM-NEXT: [[#@LINE+2]] bit-field access, address, width: bit 0 of 'CTL.FLAGS' of chip is 'CTL.FLAGS.DONE' of chip
  // X86-NEXT: [[#@LINE+1]] bit-field access, address: bit 0 of 'CTL.FLAGS' of chip is 'CTL.FLAGS.DONE' of chip
  (void)CHIP->done;
  // A read of the only field with a side effect: a person judges it.
  // ARM-NEXT: [[#@LINE+2]] bit-field address, width: bits [7:0] of 'CTL.FIFO' of chip are 'CTL.FIFO.BYTE' of chip
  // X86-NEXT: [[#@LINE+1]] bit-field address: bits [7:0] of 'CTL.FIFO' of chip are 'CTL.FIFO.BYTE' of chip
  (void)CHIP->fifo.byte;
  // Half of a field is still that field.
  // ARM-NEXT: [[#@LINE+2]] bit-field access, address, width: bits [7:4] of 'CTL.HALF' of chip are 'CTL.HALF.LOW' of chip
  // X86-NEXT: [[#@LINE+1]] bit-field access, address: bits [7:4] of 'CTL.HALF' of chip are 'CTL.HALF.LOW' of chip
  CHIP->half.high = 2;
  // To write the flag itself is what it is for; nothing else acts.
  // ARM-NEXT: [[#@LINE+2]] bit-field address, width: bit 3 of 'CTL.ONE' of chip is 'CTL.ONE.ACK' of chip
  // X86-NEXT: [[#@LINE+1]] bit-field address: bit 3 of 'CTL.ONE' of chip is 'CTL.ONE.ACK' of chip
  CHIP->one.ack = 1;
}

void wrong(void) {
  // CHECK-NEXT: [[#@LINE+1]] bit-field defect reserved-bits likely: bits [7:3] of 'CTL.CTRL' of chip are reserved
  CHIP->ctrl.nothing = 0;
  // ARM-NEXT: [[#@LINE+3]] bit-field address, width: bits [15:8] of 'CTL.CTRL' of chip are 'CTL.CTRL.VERSION' of chip
  // X86-NEXT: [[#@LINE+2]] bit-field address: bits [15:8] of 'CTL.CTRL' of chip are 'CTL.CTRL.VERSION' of chip
  // CHECK-NEXT: [[#@LINE+1]] bit-field defect write-to-read-only likely: 'CTL.CTRL.VERSION' of chip is read-only, and written here
  CHIP->ctrl.version = 1;
  // ARM-NEXT: [[#@LINE+3]] bit-field address, width: bit 0 of 'CTL.FLAGS' of chip is 'CTL.FLAGS.DONE' of chip
  // X86-NEXT: [[#@LINE+2]] bit-field address: bit 0 of 'CTL.FLAGS' of chip is 'CTL.FLAGS.DONE' of chip
  // CHECK-NEXT: [[#@LINE+1]] bit-field defect modified-write-value likely: a write to 'CTL.FLAGS' of chip does more than store the value ('FAILED' is oneToClear), and a write of some of its bits writes back the others
  CHIP->done = 1;
  // ARM-NEXT: [[#@LINE+3]] bit-field address, width: bit 0 of 'CTL.ONE' of chip is 'CTL.ONE.ON' of chip
  // X86-NEXT: [[#@LINE+2]] bit-field address: bit 0 of 'CTL.ONE' of chip is 'CTL.ONE.ON' of chip
  // CHECK-NEXT: [[#@LINE+1]] bit-field defect modified-write-value likely: a write to 'CTL.ONE' of chip does more than store the value ('ACK' is oneToClear), and a write of some of its bits writes back the others
  CHIP->one.on = 1;
  // ARM-NEXT: [[#@LINE+3]] bit-field address, width: bits [7:0] of 'CTL.FIFO' of chip are 'CTL.FIFO.BYTE' of chip
  // X86-NEXT: [[#@LINE+2]] bit-field address: bits [7:0] of 'CTL.FIFO' of chip are 'CTL.FIFO.BYTE' of chip
  // CHECK-NEXT: [[#@LINE+1]] bit-field defect read-side-effect likely: a read of 'CTL.FIFO' of chip changes the device, and a write of some of its bits reads it first
  CHIP->fifo.byte = 1;
  // ARM-NEXT: [[#@LINE+3]] bit-field address, width: bit 0 of 'CTL.COMMAND' of chip is 'CTL.COMMAND.GO' of chip
  // X86-NEXT: [[#@LINE+2]] bit-field address: bit 0 of 'CTL.COMMAND' of chip is 'CTL.COMMAND.GO' of chip
  // CHECK-NEXT: [[#@LINE+1]] bit-field defect read-of-write-only likely: 'CTL.COMMAND' of chip is write-only, and a write of some of its bits reads it first
  CHIP->command.go = 1;
}

void layouts(void) {
  // CHECK-NEXT: [[#@LINE+1]] bit-field defect crosses-fields possible: bits [2:0] of 'CTL.CTRL' of chip are not those of 'CTL.CTRL.EN' of chip, [0:0]
  ((volatile Wrong *)0x40000000u)->both = 1;
  // ARM-NEXT: [[#@LINE+2]] bit-field address, width: bits [13:9] of 'CTL.CTRL' of chip are 'CTL.CTRL.VERSION' of chip
  // CHECK: [[#@LINE+1]] bit-field defect write-to-read-only likely: 'CTL.CTRL.VERSION' of chip is read-only, and written here
  ((volatile Wrong *)0x40000000u)->cut = 1;
  // CHECK: [[#@LINE+1]] bit-field defect narrower-than-register possible: an access of 8 bits at 0x40000000, where 'CTL.CTRL' of chip has 32
  ((volatile Narrow *)0x40000000u)->en = 1;
  // ARM: [[#@LINE+2]] bit-field defect wider-than-register likely: an access of 32 bits at 0x40000010, where 'CTL.HALF' of chip has 16
  // X86: [[#@LINE+1]] bit-field defect wider-than-register possible: an access of 32 bits at 0x40000010, where 'CTL.HALF' of chip has 16
  ((volatile Wide *)0x40000010u)->low = 1;
}

// Another member in the unit, or its end: the access is narrower.
typedef struct {
  u32 en : 1;
  u8 other[3];
} Shared;
typedef struct {
  u32 en : 1, : 0;
  u32 next : 1;
} __attribute__((packed)) Split;
void shared(void) {
  // CHECK-NEXT: [[#@LINE+1]] bit-field access, address: bit 0 of 'CTL.CTRL' of chip is 'CTL.CTRL.EN' of chip
  ((volatile Shared *)0x40000000u)->en = 1;
  // ARM-NEXT: [[#@LINE+2]] bit-field access, address, width: bit 0 of 'CTL.CTRL' of chip is 'CTL.CTRL.EN' of chip
  // X86-NEXT: [[#@LINE+1]] bit-field access, address: bit 0 of 'CTL.CTRL' of chip is 'CTL.CTRL.EN' of chip
  ((volatile Split *)0x40000000u)->en = 1;
}

void unknown(volatile Chip *chip) {
  chip->ctrl.version = 1;
  ((volatile Chip *)0x20000000u)->ctrl.version = 1;
}
// CHECK-NOT: {{.}}
