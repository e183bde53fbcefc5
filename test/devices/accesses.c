// Accesses to constant addresses are looked up in the devices' descriptions.

// RUN: rm -rf %t && mkdir %t && cp %s %S/Inputs/toy.svd %t
// RUN: echo "devices: [toy.svd]" >%t/.warrant.yaml
// RUN: cd %t && %warrant scan accesses.c --json out.json -- >out.txt
// RUN: %python %S/Inputs/facts.py %t/out.json | %FileCheck %s --match-full-lines
// RUN: cd %t && %warrant scan -j2 accesses.c --json two.json -- >two.txt
// RUN: cmp %t/out.json %t/two.json

// The plugin says the same.
// RUN: %check-hosts --agree-only --root %t %t/accesses.c --

// Without the description no more is known of them than their alignment.
// RUN: rm %t/.warrant.yaml
// RUN: cd %t && %warrant scan accesses.c --json none.json -- >none.txt
// RUN: %python %S/Inputs/facts.py %t/none.json | count 1

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long uptr;

#define REG(type, address) (*(volatile type *)(address))
#define TIMER 0x40001000ul

typedef struct {
  volatile u16 compare;
  volatile u32 capture;
} Channel;
typedef struct {
  volatile u32 status;
  u32 pad[3];
  union {
    struct {
      Channel a, gap, b;
    };
    Channel channels[2][2];
  };
} Timer;
#define T ((Timer *)TIMER)

void right(void) {
  // A side effect is for a person to judge: no evidence for the access.
  // CHECK: [[#@LINE+1]] read access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  u16 v = REG(u16, TIMER + 0x10);
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  REG(u16, TIMER + 0x10) = v;
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001014 is 'TIMER.CHANNEL_A.CAPTURE' of toy
  (void)REG(u32, TIMER + 0x14);
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40002418 is 'PORTB.SET' of toy
  REG(u32, 0x40002418) = 1;
  // CHECK-NEXT: [[#@LINE+1]] read address, width: 0x40001000 is 'TIMER.STATUS' of toy
  (void)REG(u32, TIMER);
  // CHECK-NEXT: [[#@LINE+1]] write address, width: 0x40001000 is 'TIMER.STATUS' of toy
  REG(u32, TIMER) = 1;
  // CHECK-NEXT: [[#@LINE+1]] read-modify-write access, address, width: {{.*}}
  REG(u16, TIMER + 0x20) += 1;
}

void members(void) {
  // CHECK-NEXT: [[#@LINE+1]] write address, width: 0x40001000 is 'TIMER.STATUS' of toy
  T->status = 1;
  // CHECK-NEXT: [[#@LINE+1]] write access, address, width: 0x40001010 is 'TIMER.CHANNEL_A.COMPARE' of toy
  T->a.compare = 2;
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001014 is 'TIMER.CHANNEL_A.CAPTURE' of toy
  (void)(&T->a)->capture;
  // CHECK-NEXT: [[#@LINE+1]] read access, address, width: 0x40001024 is 'TIMER.CHANNEL_B.CAPTURE' of toy
  (void)T->channels[1][0].capture;
}

void wrong(void) {
  // CHECK-NEXT: [[#@LINE+1]] read defect outside-peripherals likely: 0x40001800 is outside every peripheral of toy
  (void)REG(u32, 0x40001800);
  // CHECK-NEXT: [[#@LINE+1]] read defect reserved-address likely: 0x40001040 is reserved: 'TIMER' of toy has no register there
  (void)REG(u32, TIMER + 0x40);
  // CHECK-NEXT: [[#@LINE+1]] read defect misaligned-address certain: 0x40001016 is no multiple of 4, the alignment of 'volatile u32'
  (void)REG(u32, TIMER + 0x16);
  // CHECK-NEXT: [[#@LINE+1]] read defect narrower-than-register possible: an access of 8 bits at 0x40001015, where 'TIMER.CHANNEL_A.CAPTURE' of toy has 32
  (void)REG(u8, TIMER + 0x15);
  // CHECK-NEXT: [[#@LINE+1]] read defect wider-than-register likely: an access of 32 bits at 0x40001010, where 'TIMER.CHANNEL_A.COMPARE' of toy has 16
  (void)REG(u32, TIMER + 0x10);
  // CHECK-NEXT: [[#@LINE+2]] write address, width: 0x40001014 is 'TIMER.CHANNEL_A.CAPTURE' of toy
  // CHECK-NEXT: [[#@LINE+1]] write defect write-to-read-only likely: 'TIMER.CHANNEL_A.CAPTURE' of toy is read-only, and written here
  REG(u32, TIMER + 0x14) = 1;
  // CHECK-NEXT: [[#@LINE+2]] read address, width: 0x40002018 is 'PORTA.SET' of toy
  // CHECK-NEXT: [[#@LINE+1]] read defect read-of-write-only likely: 'PORTA.SET' of toy is write-only, and read here
  (void)REG(u32, 0x40002018);
  // CHECK-NEXT: [[#@LINE+3]] read-modify-write address, width: 0x40001000 is 'TIMER.STATUS' of toy
  // CHECK-NEXT: [[#@LINE+2]] read-modify-write defect modified-write-value likely: a write to 'TIMER.STATUS' of toy does more than store the value ('OVERFLOW' is oneToClear), and this writes back what was read
  // CHECK-NEXT: [[#@LINE+1]] read-modify-write defect read-side-effect likely: a read of 'TIMER.STATUS' of toy changes the device, and this reads only to write back
  REG(u32, TIMER) |= 2;
  // CHECK-NEXT: [[#@LINE+2]] read-modify-write address, width: 0x40002018 is 'PORTA.SET' of toy
  // CHECK-NEXT: [[#@LINE+1]] read-modify-write defect read-of-write-only likely: 'PORTA.SET' of toy is write-only, and read here
  REG(u32, 0x40002018) |= 1;
}

// A copy of a struct must not meet gaps or registers with side effects; a buffer
// has neither.
typedef struct {
  volatile u32 word;
} One;
typedef struct {
  volatile u32 words[2];
} Pair;
void copies(Pair *from) {
  // CHECK-NEXT: [[#@LINE+1]] aggregate-copy defect copied-side-effect likely: 4 bytes at 0x40001000 are read as a block, with 'TIMER.STATUS' of toy, where reading has side effects
  One one = *(One *)TIMER;
  // CHECK-NEXT: [[#@LINE+2]] aggregate-copy defect reserved-address likely: 8 bytes at 0x40001010 are written as a block, and 0x40001012 is no register of toy
  // CHECK-NEXT: [[#@LINE+1]] aggregate-copy defect write-to-read-only likely: 8 bytes at 0x40001010 are written as a block, with 'TIMER.CHANNEL_A.CAPTURE' of toy, which is read-only
  *(Pair *)(TIMER + 0x10) = *from;
  *(Pair *)(TIMER + 0x100) = *from;
}

// Nothing is said of addresses that are no constants, of those before and behind
// all peripherals, which may be memory, of buffers, and of variables.
volatile u32 Flag;
void unknown(uptr base, Timer *timer) {
  REG(u32, base) = 1;
  timer->status = 1;
  REG(u32, 0x20000000) = 1;
  REG(u32, 0xe000ed00) = 1;
  REG(u32, TIMER + 0x100) = 1;
  Flag = 1;
}
// CHECK-NOT: {{.}}
