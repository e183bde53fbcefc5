// Pointers to registers, accesses without volatile, and arrays of registers
// whose element the program chooses.

// RUN: rm -rf %t && mkdir %t && cp %s %S/Inputs/chip.svd %t
// RUN: echo "devices: [chip.svd]" >%t/.warrant.yaml
// RUN: cd %t && %warrant scan plain.c --json out.json -- >out.txt
// RUN: %python %S/Inputs/facts.py %t/out.json | %FileCheck %s --match-full-lines
// RUN: not grep 'the access at 0x1fff7a10 is not volatile' %t/out.json
// RUN: grep 'the access at 0x2001c000 is not volatile' %t/out.json

typedef unsigned int u32;
typedef struct {
  u32 ctrl, flags, fifo;
} Plain;
typedef struct {
  volatile u32 buf[4];
  volatile u32 tail;
} Array;
typedef struct {
  volatile u32 buf[5];
} Longer;
typedef struct {
  volatile u32 rows[2][2];
} Rows;
#define ARRAY ((Array *)0x40000020ul)

void pointers(void) {
  // CHECK: [[#@LINE+1]] mmio-address address: 0x40000000 is 'CTL.CTRL' of chip
  volatile u32 *ctrl = (volatile u32 *)0x40000000ul;
  volatile u32 *gap = (volatile u32 *)0x40000080ul;
  volatile char *part = (volatile char *)0x40000001ul;
  // CHECK-NEXT: [[#@LINE+1]] mmio-address defect outside-peripherals likely: 0x40000800 is outside every peripheral of chip
  volatile u32 *nobody = (volatile u32 *)0x40000800ul;
  volatile u32 *memory = (volatile u32 *)0x20000000ul;
}

void withoutVolatile(void) {
  // CHECK-NEXT: [[#@LINE+1]] non-volatile-mmio access, address, width: 0x40000000 is 'CTL.CTRL' of chip
  *(u32 *)0x40000000ul = 1;
  // CHECK-NEXT: [[#@LINE+1]] non-volatile-mmio access, address, width: 0x40000000 is 'CTL.CTRL' of chip
  ((Plain *)0x40000000ul)->ctrl = 1;
  // CHECK-NEXT: [[#@LINE+2]] non-volatile-mmio address, width: 0x40000004 is 'CTL.FLAGS' of chip
  // CHECK-NEXT: [[#@LINE+1]] non-volatile-mmio defect modified-write-value likely: {{.*}}
  ((Plain *)0x40000000ul)->flags |= 1;
  // CHECK-NEXT: [[#@LINE+2]] non-volatile-mmio address, width: 0x40000030 is 'CTL.TAIL' of chip
  // CHECK-NEXT: [[#@LINE+1]] non-volatile-mmio defect write-to-read-only likely: 'CTL.TAIL' of chip is read-only, and written here
  *(u32 *)0x40000030ul = 1;
  // CHECK-NEXT: [[#@LINE+1]] non-volatile-mmio access, address, width: 0x40000030 is 'CTL.TAIL' of chip
  u32 tail = *(u32 *)0x40000030ul;
}

// A read of what is no register may be one of a constant in ROM; a write is not.
void memory(void) {
  u32 serial = *(u32 *)0x1fff7a10ul;
  *(u32 *)0x2001c000ul = 1;
}
void elements(u32 i, u32 j) {
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40000020 is 'CTL.BUF[0]' of chip, and so on up to 0x4000002c
  ARRAY->buf[i] = 1;
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40000020 is 'CTL.BUF[0]' of chip, and so on up to 0x4000002c
  ((Rows *)0x40000020ul)->rows[i][j] = 1;
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40000028 is 'CTL.BUF[2]' of chip, and so on up to 0x4000002c
  ((Rows *)0x40000020ul)->rows[1][j] = 1;
  // CHECK-NEXT: [[#@LINE+1]] write defect write-to-read-only possible: element 4: 'CTL.TAIL' of chip is read-only, and written here
  ((Longer *)0x40000020ul)->buf[i] = 1;
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40000020 is 'CTL.BUF[0]' of chip, and so on up to 0x40000030
  (void)((Longer *)0x40000020ul)->buf[i];
  // CHECK-NEXT: [[#@LINE+1]] read defect reserved-address likely: 0x40000040 is reserved: 'CTL' of chip has no register there
  (void)((Longer *)0x40000040ul)->buf[i];
  // CHECK-NEXT: [[#@LINE+1]] read defect reserved-address possible: element 0: 0x4000001c is reserved: 'CTL' of chip has no register there
  (void)((Longer *)0x4000001cul)->buf[i];
  volatile u32 *buf = ARRAY->buf;
  (void)buf[i];
}
// CHECK-NOT: {{.}}
