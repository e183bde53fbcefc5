// The kind write: volatile memory is written by a plain assignment.
// RUN: %check-hosts %s -- -std=gnu17 -Wno-everything

typedef unsigned int u32;
struct uart {
  volatile u32 data;
  volatile u32 status;
  u32 plain;
};
struct bank {
  struct uart ports[2];
};
volatile int tick;
volatile int ticks[4];
volatile struct { int x; } point;
_Atomic volatile int shared;
volatile u32 *regs[4];

void write(volatile u32 *r, struct uart *u, struct bank *b, int i, volatile u32 *s) {
  *r = 1;              // expect: write:3
  r[1] = 1;            // expect: write:3 subscript
  u->data = 1;         // expect: write:3
  (*u).data = 1;       // expect: write:3
  (u->data) = 1;       // expect: write:3
  tick = 1;            // expect: write:3
  ticks[i & 3] = 2;    // expect: write:3  proven: array-index
  point.x = 1;         // expect: write:3
  b->ports[0].data = 1; // expect: write:3, proven: array-index
  *regs[2] = 1;        // expect: write:3, proven: array-index
  *r++ = 1;            // expect: write:3 step
  u->plain = 1;
  *r = *s;             // expect: write:3 read:8
  i = *r = 4;          // expect: write:7
  *r = *s = 0;         // expect: write:3 write:8
  *r = *s = u->data;   // expect: write:3 write:8 read:13
  for (tick = 0; i < 4; tick = i) // expect: write:8 write:25
    ;
  if ((tick = i))      // expect: write:8
    return;
  i = (tick = 1, 2);   // expect: write:8
  i = ({ tick = 1; }); // expect: write:10
  volatile int local = 3;
  local = 4;           // proven: write:3
  *r = *r | 1;         // expect: write:3 read:8
}
void old(p) volatile int *p; {
  *p = 1;              // expect: write:3
}
void atomics(void) {
  shared = 1;          // proven: write:3
}
void assembly(volatile u32 *r) {
  __asm__("" : "=r"(*r));  // expect: write:21
  __asm__("" : "=m"(*r));  // expect: write:21
}

#define REG32(addr) (*(volatile u32 *)(addr))
#define DATA REG32(0x40001000)    // expect: mmio-address:14
#define SET(reg, value) ((reg) = (value))
#define UART0 ((struct uart *)0x40001000) // expect: mmio-address:16
#define WRITE_ONCE(x, v) (*(volatile typeof(x) *)&(x) = (v))
static inline void writel(u32 value, volatile void *addr) {
  *(volatile u32 *)addr = value;  // expect: write:3 from-void:4
}
void macros(int plain, struct uart *u) {
  REG32(0x40001000) = 1;          // expect: write:3
  DATA = 1;                       // expect: write:3
  SET(DATA, 1);                   // expect: write:3
  SET(u->data, 1);                // expect: write:3
  UART0->data = 1;                // expect: write:3
  WRITE_ONCE(plain, 1);           // expect: write:3
}

void none(volatile u32 *r, struct uart *u) {
  volatile u32 *other = &u->data;
  other = r;
  volatile int local = 3, list[] = {1, 2};
  static volatile int kept = 1;
  u->plain = 1;
  struct uart made = {.data = 1};
}
