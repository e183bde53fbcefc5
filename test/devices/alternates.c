// Where several registers are described at an address, what is right for one of
// them is right; of two devices the first that knows an address is asked.

// RUN: rm -rf %t && mkdir %t && cp %s %S/Inputs/toy.svd %S/Inputs/uart.svd %t
// RUN: echo "devices: [uart.svd, toy.svd]" >%t/.warrant.yaml
// RUN: cd %t && %warrant scan alternates.c --json out.json -- >out.txt
// RUN: %python %S/Inputs/facts.py %t/out.json | %FileCheck %s --match-full-lines

#define REG(type, address) (*(volatile type *)(address))

void either(void) {
  (void)REG(unsigned, 0x40001000);
  REG(unsigned, 0x40001000) = 1;
  REG(unsigned, 0x40001000) |= 1;
}
// CHECK-NOT: {{.}}

void widths(void) {
  // CHECK: [[#@LINE+1]] write access, address, width: 0x40001004 is 'UART.LOW' of serial
  REG(unsigned short, 0x40001004) = 1;
  // CHECK-NEXT: [[#@LINE+2]] write address, width: 0x40001004 is 'UART.WHOLE' of serial
  // CHECK-NEXT: [[#@LINE+1]] write defect write-to-read-only likely: 'UART.WHOLE' of serial is read-only, and written here
  REG(unsigned, 0x40001004) = 1;
}

typedef struct {
  unsigned low : 4;
} Bits;
void bits(void) {
  // One of RECEIVED and TRANSMIT allows it, but none both of reading and writing.
  (void)((volatile Bits *)0x40001000)->low;
  // CHECK-NEXT: [[#@LINE+2]] bit-field defect read-side-effect likely: a read of 'UART.RECEIVED' of serial changes the device, and a write of some of its bits reads it first
  // CHECK-NEXT: [[#@LINE+1]] bit-field defect write-to-read-only likely: {{.*}}
  ((volatile Bits *)0x40001000)->low = 1;
  // CHECK-NEXT: [[#@LINE+1]] bit-field address: bits [3:0] of 'UART.WHOLE' of serial are at 0x40001004
  (void)((volatile Bits *)0x40001004)->low;
}

void second(void) {
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40002018 is 'PORTA.SET' of toy
  REG(unsigned, 0x40002018) = 1;
}
// CHECK-NOT: {{.}}
