// What is known of the atomicity of an access: that it is one instruction, that
// interrupts are off, that it is shared with a handler.
// RUN: %warrant scan --root %S --checks='-*,volatile-access' --json %t.json \
// RUN:   %s -- -std=gnu17 -Wno-everything --target=arm-none-eabi \
// RUN:   -mcpu=cortex-m4 >%t.txt
// RUN: %python %S/Inputs/atomicity.py %t.json | \
// RUN:   %FileCheck %s --match-full-lines

typedef __UINT32_TYPE__ u32;
typedef __UINT64_TYPE__ u64;
typedef int sig_atomic_t;
void cpu_irq_disable(void);
#define LOCK() cpu_irq_disable()

volatile u32 word, shared;
volatile u64 wide;
volatile sig_atomic_t stop;
struct __attribute__((packed)) {
  char a;
  volatile u32 b;
} packed;
#define ODR (*(volatile u32 *)0x40020014)

__attribute__((interrupt("IRQ"))) void handler(void) {
  // CHECK: [[#@LINE+1]] read-modify-write atomicity missing: shared with 'outside'
  shared++;
  // CHECK-NEXT: [[#@LINE+1]] write exclusive missing: shared with 'outside'
  ODR = 1;
}
void outside(void) {
  // CHECK-NEXT: [[#@LINE+1]] read atomicity evidence: one load of 32 bits on thumbv7em
  u32 a = word;
  // CHECK-NEXT: [[#@LINE+1]] write atomicity evidence: one store of 32 bits on thumbv7em
  word = 1;
  // CHECK-NEXT: [[#@LINE+1]] read atomicity evidence: a 'sig_atomic_t' is accessed whole
  a = stop;
  // What is read and written back, wider than a register or not aligned is not.
  word++;
  wide = 1;
  packed.b = 1;
  // CHECK-NEXT: [[#@LINE+1]] read atomicity evidence: one load of 32 bits on thumbv7em
  word = word + 1;
  // CHECK-NEXT: [[#@LINE+1]] read-modify-write atomicity missing: shared with the interrupt handler 'handler'
  shared++;
  // CHECK-NEXT: [[#@LINE+1]] read-modify-write exclusive missing: shared with the interrupt handler 'handler'
  ODR |= 1;
  LOCK();
  // CHECK-NEXT: [[#@LINE+1]] read-modify-write atomicity evidence: 'LOCK' above, at line [[#@LINE-1]]
  shared++;
  // CHECK-NEXT: [[#@LINE+1]] read-modify-write exclusive evidence: 'LOCK' above, at line [[#@LINE-3]]
  ODR |= 1;
}
// CHECK-NOT: {{.}}
