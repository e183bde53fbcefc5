// An address is found however the source spells it, in C as in C++; where the
// program chooses it as it runs, nothing is said.

// RUN: rm -rf %t && mkdir %t && cp %s %S/Inputs/toy.svd %t && cp %s %t/a.cpp
// RUN: echo "devices: [toy.svd]" >%t/.warrant.yaml
// RUN: cd %t && %warrant scan addresses.c --json out.json -- >out.txt
// RUN: %python %S/Inputs/facts.py %t/out.json | grep -v mmio-address | %FileCheck %s --match-full-lines
// RUN: cd %t && %warrant scan a.cpp --json cpp.json -- >cpp.txt
// RUN: %python %S/Inputs/facts.py %t/cpp.json | grep -v mmio-address | %FileCheck %s --match-full-lines

typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long uptr;

typedef struct {
  volatile u16 compare;
  volatile u32 capture;
} Channel;
typedef struct {
  volatile u32 status;
  u32 pad[3];
  Channel a, gap, b;
} Timer;

#define TIMER_BASE 0x40001000ul
static const uptr Base = TIMER_BASE;
static const uptr Below = 0x40000000ul;
static Timer *const Fixed = (Timer *)TIMER_BASE;
static Timer *const FromVariable = (Timer *)(0x40000000ul | (4ul << 10));
static volatile u32 *const Capture = &((Timer *)TIMER_BASE)->a.capture;
static Timer *Changes = (Timer *)TIMER_BASE;
extern Timer *const Elsewhere;

static inline Timer *timer(void) { return (Timer *)TIMER_BASE; }
static inline volatile u32 *at(uptr base, u32 offset) {
  return (volatile u32 *)(base + offset);
}
static inline uptr twice(u32 n) { return n * 2; }
static inline volatile u32 *odd(u32 n) {
  n += 4;
  return (volatile u32 *)(TIMER_BASE + n);
}

void found(void) {
  // CHECK: [[#@LINE+1]] write access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  Fixed->a.compare = 1;
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  FromVariable->a.compare = 1;
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001014 is 'TIMER.CHANNEL_A.CAPTURE' of toy
  (void)*Capture;
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001024 is 'TIMER.CHANNEL_B.CAPTURE' of toy
  (void)Capture[4];
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001024 is 'TIMER.CHANNEL_B.CAPTURE' of toy
  (void)*(Capture + 4);
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  timer()->a.compare = 1;
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001014 is 'TIMER.CHANNEL_A.CAPTURE' of toy
  (void)*at(TIMER_BASE, 0x14);
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001014 is 'TIMER.CHANNEL_A.CAPTURE' of toy
  (void)*at(Base + twice(10), 0);
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001014 is 'TIMER.CHANNEL_A.CAPTURE' of toy
  (void)*(volatile u32 *)((char *)Fixed + 0x14);
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001014 is 'TIMER.CHANNEL_A.CAPTURE' of toy
  (void)*(volatile u32 *)((uptr)&Fixed->b - 12);
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001014 is 'TIMER.CHANNEL_A.CAPTURE' of toy
  (void)*(volatile u32 *)((Below | 0x1000) ^ (5 << 2));
}

typedef struct {
  int number;
  Timer *regs;
} Driver;
static const Driver Drivers[2] = {{0, (Timer *)TIMER_BASE}, {1, (Timer *)0}};
static const Driver One = {0, (Timer *)TIMER_BASE};
static Driver Mutable = {0, (Timer *)TIMER_BASE};
extern Timer *const Weak;
__attribute__((weak)) Timer *const Weak = (Timer *)TIMER_BASE;
__attribute__((weak)) Timer *weak(void) { return (Timer *)TIMER_BASE; }

void tables(int i) {
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  Drivers[0].regs->a.compare = 1;
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  One.regs->a.compare = 1;
  Drivers[1].regs->a.compare = 1;
  Drivers[i].regs->a.compare = 1;
  Mutable.regs->a.compare = 1;
  Weak->a.compare = 1;
  weak()->a.compare = 1;
}

void locals(int on) {
  Timer *kept = Fixed;
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  kept->a.compare = 1;
  const uptr offset = 0x14;
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001014 is 'TIMER.CHANNEL_A.CAPTURE' of toy
  (void)*at(Base, offset);
  Timer *moved = Fixed;
  if (on)
    ++moved;
  moved->a.compare = 1;
}

void elements(u32 i, Timer *given, uptr base) {
  Changes->a.compare = 1;
  Elsewhere->a.compare = 1;
  (void)*odd(0x10);
  (void)*at(base, 0x14);
  (void)*at(Base, i);
  (&given->a)->compare = 1;
  (void)Capture[i];
}
// CHECK-NOT: {{.}}
