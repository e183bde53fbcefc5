// A write that writes back what was read from the same register is as bad as
// `|=` where a write or a read does more. What only acknowledges is not.

// RUN: rm -rf %t && mkdir %t && cp %s %S/Inputs/chip.svd %t
// RUN: echo "devices: [chip.svd]" >%t/.warrant.yaml
// RUN: cd %t && %warrant scan write-back.c --json out.json -- >out.txt
// RUN: %python %S/Inputs/facts.py %t/out.json | grep defect | %FileCheck %s --match-full-lines

// The plugin says the same.
// RUN: %check-hosts --agree-only --root %t %t/write-back.c --

typedef unsigned int u32;
#define REG(address) (*(volatile u32 *)(address))
#define CTRL REG(0x40000000ul)
#define FLAGS REG(0x40000004ul)
#define ONE REG(0x40000014ul)
#define FIFO REG(0x40000008ul)

void direct(u32 mask) {
  // CHECK: [[#@LINE+1]] write defect modified-write-value likely: a write to 'CTL.FLAGS' of chip does more than store the value ('FAILED' is oneToClear), and this writes back what was read
  FLAGS = FLAGS | 1;
  // CHECK-NEXT: [[#@LINE+1]] write defect modified-write-value {{.*}}
  FLAGS = FLAGS | mask;
  // CHECK-NEXT: [[#@LINE+1]] write defect modified-write-value {{.*}}
  FLAGS = (FLAGS & ~2u) | mask;
  // CHECK-NEXT: [[#@LINE+1]] write defect modified-write-value {{.*}}
  FLAGS = FLAGS & ~2u;
  // CHECK-NEXT: [[#@LINE+1]] write defect modified-write-value {{.*}}
  FLAGS = mask ? FLAGS ^ 1 : 0;
  // CHECK-NEXT: [[#@LINE+1]] write defect read-side-effect likely: a read of 'CTL.FIFO' of chip changes the device, and this reads only to write back
  FIFO = FIFO | 1;
}

void throughVariable(u32 on, u32 mask) {
  u32 flags = FLAGS;
  flags |= 1;
  // CHECK-NEXT: [[#@LINE+1]] write defect modified-write-value {{.*}}
  FLAGS = flags;

  u32 early = FLAGS | 2;
  // CHECK-NEXT: [[#@LINE+1]] write defect modified-write-value {{.*}}
  FLAGS = early;

  u32 late = FLAGS;
  // CHECK-NEXT: [[#@LINE+1]] write defect modified-write-value {{.*}}
  FLAGS = late | mask;

  u32 steps;
  steps = FLAGS;
  steps = steps & ~1u;
  if (on)
    steps |= 2;
  // CHECK-NEXT: [[#@LINE+1]] write defect modified-write-value {{.*}}
  FLAGS = steps;
}

// What is written back is what counts: bits that are masked away, or set, are
// not.
#define ACK 8u
void masked(u32 on) {
  ONE |= ACK;
  ONE = (ONE & ~ACK) | 1;
  u32 one = ONE;
  one &= ~ACK;
  one |= 1;
  ONE = one;
  u32 two = ONE & ~ACK;
  ONE = two | 1;
  u32 three = ONE;
  three = (three & ~(ACK | 1u)) | on;
  ONE = three;
  // CHECK-NEXT: [[#@LINE+1]] read-modify-write defect modified-write-value likely: a write to 'CTL.ONE' of chip does more than store the value ('ACK' is oneToClear), and this writes back what was read
  ONE |= 1;
  u32 four = ONE;
  if (on)
    four &= ~ACK;
  four |= 1;
  // CHECK-NEXT: [[#@LINE+1]] write defect modified-write-value likely: {{.*}}
  ONE = four;
  // CHECK-NEXT: [[#@LINE+1]] read-modify-write defect modified-write-value likely: a write to 'CTL.FLAGS' of chip does more than store the value ('FAILED' is oneToClear), and this writes back what was read
  FLAGS |= 1;
}

void acknowledge(u32 on, u32 mask) {
  FLAGS = FLAGS;
  FLAGS = FLAGS & 1;
  u32 seen = FLAGS;
  FLAGS = seen;
  if (seen & 1)
    FLAGS = 1;
  FLAGS = (FLAGS >> 1) == 0;
}

void use(u32 *place);
void different(u32 on, u32 mask) {
  FLAGS = CTRL | 1;
  CTRL = CTRL | 1;
  FLAGS = mask | 1;
  u32 flags = FLAGS;
  flags = on;
  FLAGS = flags | 1;
  u32 handed = FLAGS;
  use(&handed);
  FLAGS = handed | 1;
  u32 other = FLAGS;
  if (on)
    other = 0;
  FLAGS = other | 1;
}
// CHECK-NOT: {{.}}
