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

void second(void) {
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40002018 is 'PORTA.SET' of toy
  REG(unsigned, 0x40002018) = 1;
}
// CHECK-NOT: {{.}}
